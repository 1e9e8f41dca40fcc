"""Collects the texts from the code into the catalogues of all languages.

``python -m resources.languages.collect [LANGUAGE …]``; a language that has no folder yet gets one.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
from babel.core import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from resources.languages import DOMAIN, ENGLISH, FOLDER
from resources.languages.compile import WINDOW

ROOT = FOLDER.parents[1]
CODE = ("desktop_app", "model", "resources/languages")
KEYWORDS = {"gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "N_": None}
ARGPARSE = (
    ("usage: ",), ("options",), ("positional arguments",),
    ("show this help message and exit",),
    ("%(prog)s: error: %(message)s\n",), ("unrecognized arguments: %s",),
    ("the following arguments are required: %s",), ("expected one argument",),
    ("expected at least one argument",), ("argument %(argument_name)s: %(message)s",),
    ("invalid %(type)s value: %(value)r",),
    ("invalid choice: %(value)r (choose from %(choices)s)",),
    ("not allowed with argument %s",), ("one of the arguments %s is required",),
    ("ambiguous option: %(option)s could match %(matches)s",),
    ("expected %s argument", "expected %s arguments"),
)  # fmt: skip
"""What argparse says, by one form or two."""


def collected() -> Catalog:
    """All texts of the code but the window's own, without translations."""
    catalog = Catalog(domain=DOMAIN, project=DOMAIN, fuzzy=False)
    for folder in CODE:
        for file, _, message, comments, context in extract_from_dir(
            ROOT / folder, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
        ):
            catalog.add(
                message, None, [(f"{folder}/{file}", 0)], auto_comments=comments, context=context
            )
    for forms in ARGPARSE:
        catalog.add(forms if len(forms) > 1 else forms[0], None, auto_comments=["argparse"])
    return catalog


def update_window(language: str, folder: Path = FOLDER) -> Path:
    """Bring the window's texts of a language up to date with the code.

    Args:
        language: such as ``de``.
        folder: with a folder for each language.

    Returns:
        The file of the texts.

    Raises:
        subprocess.CalledProcessError: Qt's ``lupdate`` failed; it says why itself.
    """
    lupdate = shutil.which("lupdate", path=Path(PySide6.__file__).parent)
    files = sorted(path.relative_to(ROOT) for path in (ROOT / "desktop_app").rglob("*.py"))
    target = folder / language / f"{WINDOW}.ts"
    target.parent.mkdir(exist_ok=True)
    subprocess.run(
        [
            str(lupdate), "-silent", "-no-obsolete", "-locations", "none",
            "-source-language", ENGLISH, "-target-language", language,
            *map(str, files), "-ts", str(target),
        ],
        check=True,
        cwd=ROOT,
    )  # fmt: skip
    return target


def update_messages(language: str, template: Catalog) -> None:
    """Bring all other texts of a language up to date with the code.

    Args:
        language: such as ``de``.
        template: the texts of the code.
    """
    path = FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    catalog = Catalog(Locale.parse(language), DOMAIN, project=DOMAIN, fuzzy=False)
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, Locale.parse(language), DOMAIN)
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    catalog.header_comment = f"# Texts of genre-monitor in {Locale.parse(language).english_name}."
    catalog.version = catalog.msgid_bugs_address = ""
    catalog.last_translator = catalog.language_team = ""
    with path.open("wb") as file:
        write_po(file, catalog, width=100, include_lineno=False, omit_header=False)


if __name__ == "__main__":
    found = collected()
    languages = {path.name for path in FOLDER.iterdir() if (path / f"{WINDOW}.ts").exists()}
    for code in sorted(languages | set(sys.argv[1:])):
        update_window(code)
        update_messages(code, found)
