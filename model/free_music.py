"""Free music and speech out of Debian's packages, sorted into folders to learn from.

``python -m model.free_music`` prints the names of the packages; ``python -m model.free_music
UNPACKED MUSIC`` sorts what they hold into MUSIC, a folder a genre, with ``artists.csv``.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from model.dataset import NOT_MUSIC


@dataclass(frozen=True)
class Part:
    """What one package gives.

    Attributes:
        package: its name.
        pattern: of the files, relative to where it is unpacked.
        genre: of all of them, by what the package says or by ear; not sure enough to judge by.
        artist: who is heard.
        licence: by the package's own copyright file.
        least_bytes: smaller files are shorter than a window or little more.
        without: files left out: silence, and the app's demo, which it should not know by heart.
    """

    package: str
    pattern: str
    genre: str
    artist: str
    licence: str
    least_bytes: int = 0
    without: tuple[str, ...] = ()


GAMES = "usr/share/games"
VOICES = "usr/share/asterisk/sounds"
SPEECH_BYTES = 100_000
PARTS = (
    Part(
        "singularity-music",
        f"{GAMES}/singularity/music/**/*.ogg",
        "electronic",
        "Max McCracken",
        "CC-BY-SA-3.0",
    ),
    Part("zaz-data", f"{GAMES}/zaz/mus*.ogg", "electronic", "Leonard Ritter", "CC-BY-SA-3.0"),
    Part(
        "warzone2100-music",
        f"{GAMES}/warzone2100/music/**/*.opus",
        "electronic",
        "Warzone 2100",
        "by file, CC0 to GPL-2+",
    ),
    Part(
        "wesnoth-1.16-music",
        f"{GAMES}/wesnoth/1.16/data/core/music/*.ogg",
        "classical",
        "Wesnoth",
        "GPL-2+",
        without=("love_theme.ogg", "silence.ogg"),
    ),
    *(
        Part(
            f"asterisk-core-sounds-{language}-wav",
            f"{VOICES}/{folder}/*.wav",
            NOT_MUSIC,
            voice,
            "CC-BY-SA-3.0",
            SPEECH_BYTES,
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
        Part(
            f"fillets-ng-data-{language}",
            f"{GAMES}/fillets-ng/sound/*/{language}/*.ogg",
            NOT_MUSIC,
            f"Fish Fillets {language}",
            "GPL-2+",
            40_000,
        )
        for language in ("cs", "nl")
    ),
    Part(
        "flare-game",
        f"{GAMES}/flare/mods/*/soundfx/environment/*.ogg",
        NOT_MUSIC,
        "Flare",
        "CC-BY-SA-3.0+",
        30_000,
    ),
)


def collect(unpacked: Path, music: Path) -> int:
    """Link the files of all packages into folders by genre, and say who is heard in them.

    Args:
        unpacked: where the packages were unpacked.
        music: gets a folder a genre and ``artists.csv``; made if it isn't there.

    Returns:
        How many files there are.

    Raises:
        FileNotFoundError: a package gives no file.
        FileExistsError: ``music`` has been filled before.
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


def _files(unpacked: Path, parts: Sequence[Part]) -> Iterator[tuple[str, str, Path]]:
    for part in parts:
        found = sorted(
            path
            for path in unpacked.glob(part.pattern)
            if path.stat().st_size >= part.least_bytes and path.name not in part.without
        )
        if not found:
            raise FileNotFoundError(f"{part.package} is not unpacked in {unpacked}")
        for path in found:
            name = "_".join(path.relative_to(unpacked).parts[3:]).replace(" ", "_")
            yield f"{part.genre}/{part.package}_{name}", part.artist, path


def _main(arguments: Sequence[str]) -> None:
    if not arguments:
        print(" ".join(part.package for part in PARTS))
    else:
        unpacked, music = map(Path, arguments)
        print(f"{collect(unpacked, music)} files in {music}")


if __name__ == "__main__":
    _main(sys.argv[1:])
