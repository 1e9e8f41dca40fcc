"""``genre-monitor archive``: keep music to train on as log-mel, without its sound."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from desktop_app.commands.options import Refused
from desktop_app.commands.training_data import folders
from model.log_mel_archive import LOG_MEL, SOURCES, save_archive

SECONDS = 75.0


def run(arguments: list[str]) -> int:
    """Read a folder of music, a folder a genre, and write its archive.

    Returns:
        The exit status: 1 if some files were left out.
    """
    parser = argparse.ArgumentParser(
        prog="genre-monitor archive",
        description="Work out the log-mel of music, a folder a genre as for genre-monitor train, "
        f"of the middle {SECONDS:.0f} s of each file at most, and keep it as an archive that "
        "genre-monitor train reads faster, and that holds no sound any more.",
    )
    parser.add_argument("music", metavar="MUSIC", type=Path)
    parser.add_argument(
        "-o",
        "--output",
        metavar="FOLDER",
        type=Path,
        required=True,
        help=f"gets NAME{LOG_MEL} and NAME{SOURCES}",
    )
    parser.add_argument("--name", help="default: the name of MUSIC")
    parser.add_argument(
        "--doubtful",
        action="store_true",
        help="the genres are good enough to learn from, but not to judge by",
    )
    options = parser.parse_args(arguments)
    name = options.name or options.music.resolve().name
    if not name or "/" in name or name.startswith("."):
        raise Refused(f"An archive can't be called “{name}”; choose another --name.")
    recordings, problems = folders(options.music, SECONDS)
    for problem in problems:
        print(f"genre-monitor: left out: {problem}", file=sys.stderr)
    if not recordings:
        raise Refused(f"{options.music} holds no folder with audio files that can be used.")
    try:
        options.output.mkdir(parents=True, exist_ok=True)
        kept = [replace(recording, sure=not options.doubtful) for recording in recordings]
        save_archive(options.output, name, kept)
    except OSError as error:
        raise Refused(f"{options.output} can't be written to: {error.strerror}.") from error
    print(f"{options.output / (name + LOG_MEL)} written: {len(recordings)} recordings")
    return int(bool(problems))
