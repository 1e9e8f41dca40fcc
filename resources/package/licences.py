"""Collects the licences of everything that PyInstaller has put into the package."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from pathlib import Path

OWN = "genre-monitor"
TABLE = Path(__file__).with_name("native_libraries.csv")
"""What wheels contain of other projects, by the beginnings of the files' names."""
COMMON = Path("/usr/share/common-licenses")
TEXTS = ("Apache-2.0", "GPL-2", "GPL-3", "LGPL-2", "LGPL-2.1", "LGPL-3")
IS_LICENCE = re.compile(r"(licen[cs]e|copying|copyright|notice|thirdparty)", re.IGNORECASE)
VENDORED = re.compile(r"(\.libs|/Qt/lib|/_soundfile_data)/[^/]*\.so[.\d]*$")
"""Where wheels put libraries of other projects."""
PREFACE = """\
Licences of what is in this package
===================================

genre-monitor itself is under the MIT licence. It comes with the libraries listed here, each under
its own. The FFmpeg of this package contains x264 and x265, so that the package as a whole may only
be passed on under the GNU General Public License, version 3 or later. The source of each is at its
address. The texts are in the folders beside this file, those of the GNU and Apache licences in
common.

"""


class Unlicensed(Exception):
    """Something in the package has no known licence; the message names it."""


def collect(sources: Iterable[Path], folder: Path) -> int:
    """Copy the licences of everything into a folder, with a list in ``LICENCES.txt``.

    Args:
        sources: the files that were put into the package, where PyInstaller found them.
        folder: new folder.

    Returns:
        How many projects are in the package.

    Raises:
        Unlicensed: a file belongs to no project, or a project has no licence.
        CalledProcessError: dpkg does not know a library of the system.
    """
    owners = {
        Path(str(distribution.locate_file(file))).resolve(): distribution
        for distribution in distributions()
        for file in distribution.files or ()
    }
    lines: set[str] = set()
    found: dict[str, Distribution] = {}
    root = Path(__file__).resolve().parents[2]
    for source in (path.resolve() for path in sources):
        if source in owners:
            name = owners[source].metadata["Name"]
            found[name] = owners[source]
            if VENDORED.search(str(source)):
                lines.add(_native(source))
        elif source.is_relative_to(root):
            pass
        elif source.is_relative_to(Path(sys.base_prefix).resolve()):
            lines.add(_python(folder))
        else:
            lines.add(_of_system(source, folder))
    lines |= {
        _of_distribution(distribution, folder)
        for name, distribution in found.items()
        if name != OWN
    }
    (folder / "common").mkdir(parents=True)
    for text in TEXTS:
        shutil.copy(COMMON / text, folder / "common" / text)
    for own in ("LICENSE", "resources/demo/LICENSES.md"):
        _copy(root / own, folder / OWN)
    listing = sorted(lines, key=str.lower)
    (folder / "LICENCES.txt").write_text(PREFACE + "\n".join(listing) + "\n", encoding="utf-8")
    return len(listing)


def _native(source: Path) -> str:
    with TABLE.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            if source.name.startswith(row["file"]):
                return f"{row['project']}: {row['licence']}. {row['source']}"
    raise Unlicensed(f"Nothing is known about {source}. Add its licence to {TABLE.name}.")


def _python(folder: Path) -> str:
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    for text in (
        Path(sys.base_prefix, "lib", version, "LICENSE.txt"),
        Path("/usr/share/doc", version, "copyright"),
    ):
        if text.exists():
            _copy(text, folder / "Python")
            return "Python: PSF-2.0. https://www.python.org"
    raise Unlicensed(f"There is no licence of Python in {sys.base_prefix}.")


def _of_system(source: Path, folder: Path) -> str:
    # Older entries of dpkg's list have no /usr.
    for path in (source, Path("/", *source.parts[2:])):
        listed = subprocess.run(["dpkg", "-S", path], capture_output=True, text=True, check=False)
        if listed.returncode == 0:
            name = listed.stdout.partition(":")[0]
            _copy(Path("/usr/share/doc", name, "copyright"), folder / name)
            return f"{name}: see its folder. https://packages.debian.org/source/{name}"
    raise Unlicensed(f"{source} belongs to no package of the system.")


def _of_distribution(distribution: Distribution, folder: Path) -> str:
    meta = distribution.metadata
    name = meta["Name"]
    texts = [
        Path(str(distribution.locate_file(file)))
        for file in distribution.files or ()
        if IS_LICENCE.search(file.name) and file.suffix not in {".py", ".pyc", ".h", ".so"}
    ]
    for text in texts:
        _copy(text, folder / name)
    kinds = [
        value.rpartition(":: ")[2]
        for value in meta.get_all("Classifier", [])
        if value.startswith("License ::")
    ]
    licence = meta["License-Expression"] or ", ".join(kinds) or meta["License"]
    if not licence and not texts:
        raise Unlicensed(f"{name} has no licence.")
    licence = (licence or "see its folder").splitlines()[0]
    return f"{name} {distribution.version}: {licence}. https://pypi.org/project/{name}"


def _copy(text: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    target = folder / text.name
    while target.exists() and target.read_bytes() != text.read_bytes():
        number += 1
        target = folder / f"{text.name}.{number}"
    shutil.copy(text, target)
