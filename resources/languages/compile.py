"""Compiles the texts of all languages, which the build of the program does."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import PySide6
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from resources.languages import DOMAIN, FOLDER

WINDOW = "window"


def compile_texts(folder: Path = FOLDER) -> None:
    """Write a ``.qm`` next to each ``.ts`` and a ``.mo`` next to each ``.po``.

    Args:
        folder: with a folder for each language.

    Raises:
        subprocess.CalledProcessError: Qt's ``lrelease`` failed; it says why itself.
    """
    lrelease = shutil.which("lrelease", path=Path(PySide6.__file__).parent)
    for source in sorted(folder.glob(f"*/{WINDOW}.ts")):
        subprocess.run(
            [str(lrelease), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))],
            check=True,
        )
    for source in sorted(folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        with source.open("rb") as file, source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, read_po(file))


if __name__ == "__main__":
    compile_texts()
