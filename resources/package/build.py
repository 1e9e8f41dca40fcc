"""Builds the .deb and the .tar.gz from the folder that PyInstaller has made.

Run by ``make package``, in Debian or Ubuntu.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
from datetime import datetime, timezone
from pathlib import Path
from string import Template

from PySide6.QtCore import QMimeDatabase
from PySide6.QtGui import QGuiApplication, QIcon

from desktop_app import APPLICATION, __version__
from desktop_app.audio.file_names import EXTENSIONS
from desktop_app.library.list_files import LIST_EXTENSIONS
from resources import resource
from resources.package.licences import Unlicensed, collect
from resources.package.pages import write_pages

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
WORK = ROOT / "build" / "package"
DIST = ROOT / "dist"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
NEEDED_ONLY_IF_THERE = ("libqgtk3.so", "libasound-")
"""Libraries that are not asked what they need: Qt tries the first one, nothing uses the second."""
BY_NAME = ("libportaudio2",)
"""Packages of libraries that are opened by their names while the app runs."""
SOUND_SERVER = "libasound2-plugins"
SINGLE_PROGRAMS = "pulseaudio-utils"
"""Has the recorder that what a single program plays is heard through."""
CONTROL = """\
Package: {name}
Version: {version}
Architecture: amd64
Maintainer: The genre-monitor authors <genre-monitor@localhost>
Section: sound
Priority: optional
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Suggests: {suggests}
Description: watch live what a convolutional network hears in music
 Listens to a microphone or plays files, and shows live the network's input (the
 MFCC image of the last 2.3 seconds), its feature maps and the probability of
 each genre. Labels music libraries from the command line.
"""


def build() -> None:
    """Build both packages in ``dist/`` and print their sizes.

    Raises:
        Unlicensed: something in the package has no known licence.
        CalledProcessError: a tool of Debian's has failed.
    """
    name = f"{APPLICATION}-{__version__}-linux-amd64"
    root = WORK / "root"
    shutil.rmtree(root, ignore_errors=True)
    usr = root / "usr"
    app = usr / "lib" / APPLICATION
    shutil.copytree(WORK / APPLICATION, app, symlinks=True)
    _strip(app)
    (usr / "bin").mkdir()
    (usr / "bin" / APPLICATION).symlink_to(f"../lib/{APPLICATION}/{APPLICATION}")
    share = usr / "share"
    _write_share(share)
    sources = (ROOT / "build/pyinstaller/genre-monitor/sources.txt").read_text().splitlines()
    projects = collect(map(Path, sources), share / "doc" / APPLICATION / "licences")
    DIST.mkdir(exist_ok=True)
    archive = DIST / f"{name}.tar.gz"
    with tarfile.open(archive, "w:gz", compresslevel=6) as tar:
        tar.add(usr, name, filter=_of_root)
    size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file())
    _write_control(root, app, size)
    package = DIST / f"{APPLICATION}_{__version__}_amd64.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zzstd", "--build", root, package],
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    print(f"{projects} projects, {size / 1e6:.0f} MB when installed")
    for file in (package, archive):
        print(f"{file.relative_to(ROOT)}  {file.stat().st_size / 1e6:.0f} MB")


def _strip(app: Path) -> None:
    """Remove what only debuggers and linkers read from the libraries."""
    for library in app.rglob("*.so*"):
        # OpenBLAS has been patched in a way that strip breaks.
        if library.is_file() and not library.is_symlink() and library.parent.name != "numpy.libs":
            subprocess.run(["strip", "--strip-unneeded", library], check=True)


def _of_root(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


def _write_share(share: Path) -> None:
    app = QGuiApplication(["build", "-platform", "offscreen"])
    picture = resource("icons/genre-monitor.svg")
    icon = QIcon(str(picture))
    for size in ICON_SIZES:
        folder = share / f"icons/hicolor/{size}x{size}/apps"
        folder.mkdir(parents=True)
        icon.pixmap(size, size).save(str(folder / f"{APPLICATION}.png"))
    del app
    _copy(picture, share / "icons/hicolor/scalable/apps")
    types = QMimeDatabase()
    mime = {
        kind.name()
        for extension in (*EXTENSIONS, *LIST_EXTENSIONS)
        for kind in types.mimeTypesForFileName(f"sound{extension}")
        if kind.name().startswith(("audio/", "video/", "application/x-cue"))
    }
    date = datetime.fromtimestamp(_made_at(), timezone.utc).date()
    facts = {
        "mime_types": "".join(f"{kind};" for kind in sorted(mime)),
        "version": __version__,
        "date": date.isoformat(),
    }
    for source, place in (
        ("genre-monitor.desktop", "applications"),
        ("genre-monitor.metainfo.xml", "metainfo"),
    ):
        (share / place).mkdir(parents=True)
        text = Template((HERE / source).read_text(encoding="utf-8")).substitute(facts)
        (share / place / source).write_text(text, encoding="utf-8")
    write_pages(share)
    subprocess.run(["gzip", "-9n", share / f"man/man1/{APPLICATION}.1"], check=True)
    documents = share / "doc" / APPLICATION
    for name in ("README.md", "CHANGELOG.md"):
        _copy(ROOT / name, documents)
    shutil.copy(ROOT / "LICENSE", documents / "copyright")
    subprocess.run(["desktop-file-validate", *(share / "applications").iterdir()], check=True)
    subprocess.run(
        ["appstreamcli", "validate", "--no-net", *(share / "metainfo").iterdir()], check=True
    )


def _made_at() -> int:
    """Time of the newest commit, in seconds."""
    command = ["git", "log", "-1", "--format=%ct"]
    return int(subprocess.check_output(command, cwd=ROOT, text=True))


def _copy(file: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, folder)


def _write_control(root: Path, app: Path, size: int) -> None:
    control = root / "DEBIAN"
    control.mkdir()
    text = CONTROL.format(
        name=APPLICATION,
        version=__version__,
        size=size // 1024,
        depends=", ".join([*_needed(app), *BY_NAME]),
        recommends=SOUND_SERVER,
        suggests=SINGLE_PROGRAMS,
    )
    (control / "control").write_text(text, encoding="utf-8")


def _needed(app: Path) -> list[str]:
    """Debian's packages with the libraries that those in the package need."""
    libraries = [
        path
        for path in [app / APPLICATION, *app.rglob("*.so*")]
        if path.is_file()
        and not path.is_symlink()
        and not path.name.startswith(NEEDED_ONLY_IF_THERE)
    ]
    folders = sorted({path.parent for path in libraries})
    place = WORK / "shlibs" / "debian"
    place.mkdir(parents=True, exist_ok=True)
    (place / "control").write_text(
        f"Source: {APPLICATION}\n\nPackage: {APPLICATION}\nArchitecture: amd64\n"
    )
    listed = subprocess.run(
        [
            "dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0",
            *(f"-l{folder}" for folder in folders), *(f"-e{path}" for path in libraries),
        ],
        cwd=place.parent, check=True, capture_output=True, text=True,
        env={**os.environ, "LC_ALL": "C"},
    ).stdout  # fmt: skip
    depends = re.sub(r"^shlibs:Depends=", "", listed.strip())
    return [one.strip() for one in depends.split(",") if one.strip()]


if __name__ == "__main__":
    try:
        build()
    except Unlicensed as error:
        sys.exit(str(error))
