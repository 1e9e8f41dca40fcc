"""Freely licensed music and speech from Debian packages, sorted into folders for training.

``python -m model.free_music`` prints the package names; ``python -m model.free_music UNPACKED
MUSIC`` sorts the contents of the unpacked packages into MUSIC, one folder per genre, and writes
``artists.csv``.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import soundfile

from model.dataset import NOT_MUSIC

WINDOW_SECONDS = 2.5
"""Slightly longer than a window."""


@dataclass(frozen=True)
class Excerpt:
    """Files of one package.

    Attributes:
        package: Debian package name.
        pattern: glob of the files, relative to the folder where the package is unpacked.
        genre: of all the files, from the package description or by listening; not reliable enough
            for evaluation.
        artist: composer, performer or speaker.
        licence: from the package's copyright file.
        least_seconds: shorter files are skipped.
        without: names of files to skip: other kinds of sound, silence, and the app's demo clip,
            which the model must not have been trained on.
    """

    package: str
    pattern: str
    genre: str
    artist: str
    licence: str
    least_seconds: float = WINDOW_SECONDS
    without: tuple[str, ...] = ()


GAMES = "usr/share/games"
VOICES = "usr/share/asterisk/sounds"
SPEECH_SECONDS = 6.0
PARTS = (
    Excerpt(
        "singularity-music",
        f"{GAMES}/singularity/music/**/*.ogg",
        "electronic",
        "Max McCracken",
        "CC-BY-SA-3.0",
    ),
    Excerpt("zaz-data", f"{GAMES}/zaz/mus*.ogg", "electronic", "Leonard Ritter", "CC-BY-SA-3.0"),
    Excerpt(
        "warzone2100-music",
        f"{GAMES}/warzone2100/music/**/*.opus",
        "electronic",
        "Warzone 2100",
        "by file, CC0 to GPL-2+",
    ),
    Excerpt(
        "wesnoth-1.16-music",
        f"{GAMES}/wesnoth/1.16/data/core/music/*.ogg",
        "classical",
        "Wesnoth",
        "GPL-2+",
        without=("love_theme.ogg", "silence.ogg"),
    ),
    *(
        Excerpt(
            f"asterisk-core-sounds-{language}-wav",
            f"{VOICES}/{folder}/*.wav",
            NOT_MUSIC,
            voice,
            "CC-BY-SA-3.0",
            SPEECH_SECONDS,
        )
        for language, folder, voice in (
            ("en", "en_US_f_Allison", "Allison Smith"),
            ("es", "es_MX_f_Allison", "Allison Smith"),
            ("fr", "fr_CA_f_June", "June Wallack"),
            ("it", "it_IT_m_Carlo", "Carlo Flora"),
            ("ru", "ru_RU_f_IvrvoiceRU", "IvrvoiceRU"),
        )
    ),
    *(
        Excerpt(
            f"fillets-ng-data-{language}",
            f"{GAMES}/fillets-ng/sound/*/{language}/*.ogg",
            NOT_MUSIC,
            f"Fish Fillets {language}",
            "GPL-2+",
            SPEECH_SECONDS,
        )
        for language in ("cs", "nl")
    ),
    Excerpt(
        "flare-game",
        f"{GAMES}/flare/mods/*/soundfx/environment/*.ogg",
        NOT_MUSIC,
        "Flare",
        "CC-BY-SA-3.0+",
    ),
    Excerpt(
        "lincity-ng-data", f"{GAMES}/lincity-ng/sounds/*.wav", NOT_MUSIC, "LinCity-NG", "GPL-2+"
    ),
    Excerpt(
        "megaglest-data",
        f"{GAMES}/megaglest/tilesets/*/sounds/*.*",
        NOT_MUSIC,
        "MegaGlest",
        "CC-BY-SA-3.0",
    ),
    Excerpt(
        "widelands-data",
        f"{GAMES}/widelands/data/sound/**/*.ogg",
        NOT_MUSIC,
        "Widelands",
        "GPL-2+",
        without=("coyote_00.ogg",),
    ),
    Excerpt(
        "unknown-horizons",
        "usr/share/unknown-horizons/content/audio/sounds/*.ogg",
        NOT_MUSIC,
        "Unknown Horizons",
        "CC-BY-SA-3.0",
        without=("chapel.ogg", "ships_bell.ogg"),
    ),
    Excerpt(
        "redeclipse-data",
        f"{GAMES}/redeclipse/data/sounds/ambience/**/*.ogg",
        NOT_MUSIC,
        "Red Eclipse",
        "CC-BY-SA-3.0+",
    ),
    Excerpt("torcs-data", f"{GAMES}/torcs/data/sound/*.wav", NOT_MUSIC, "TORCS", "GPL-2+"),
)


def collect(unpacked: Path, music: Path) -> int:
    """Link the files of all packages into one folder per genre and list their artists.

    Args:
        unpacked: folder where the packages are unpacked.
        music: folder to fill with one folder per genre and ``artists.csv``; created if missing.

    Returns:
        The number of files.

    Raises:
        FileNotFoundError: if no file of a package is found.
        FileExistsError: if ``music`` already contains the links.
    """
    rows = list(_files(unpacked, PARTS))
    for name, _, source in rows:
        link = music / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(source.resolve())
    with (music / "artists.csv").open("w", newline="", encoding="utf-8") as text:
        writer = csv.writer(text)
        writer.writerow(("file", "artist"))
        writer.writerows((name, artist) for name, artist, _ in rows)
    return len(rows)


def _files(unpacked: Path, parts: Sequence[Excerpt]) -> Iterator[tuple[str, str, Path]]:
    known = set()
    for part in parts:
        found = sorted(path for path in unpacked.glob(part.pattern) if path.is_file())
        if not found:
            raise FileNotFoundError(f"No files of the package {part.package} found in {unpacked}")
        for path in found:
            if path.name in part.without or _seconds(path) < part.least_seconds:
                continue
            # Some packages contain the same sound more than once.
            digest = hashlib.sha256(path.read_bytes()).digest()
            if digest in known:
                continue
            known.add(digest)
            name = "_".join(path.relative_to(unpacked).parts[3:]).replace(" ", "_")
            yield f"{part.genre}/{part.package}_{name}", part.artist, path


def _seconds(path: Path) -> float:
    try:
        return float(soundfile.info(path).duration)
    except soundfile.LibsndfileError:
        return 0.0


def _main(arguments: Sequence[str]) -> None:
    if not arguments:
        print(" ".join(part.package for part in PARTS))
    else:
        unpacked, music = map(Path, arguments)
        print(f"{collect(unpacked, music)} files in {music}")


if __name__ == "__main__":
    _main(sys.argv[1:])
