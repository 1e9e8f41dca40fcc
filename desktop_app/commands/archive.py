"""``genre-monitor archive``: store training data as log-mel features, without the audio."""

from __future__ import annotations

import argparse
from dataclasses import replace

from desktop_app.commands.help_text import WholeNames
from desktop_app.commands.options import Refused, output_of, path_of, text_of
from desktop_app.commands.problems import tell
from desktop_app.commands.training_data import folders
from desktop_app.formatting.local import local
from desktop_app.formatting.reason import reason_of
from desktop_app.formatting.text import visible
from desktop_app.library.discovery import RULE
from model.log_mel_archive import LOG_MEL, SOURCES, save_archive
from resources.languages import gettext

SECONDS = 75.0


def run(arguments: list[str]) -> int:
    """Read a folder with one subfolder of music per genre and write its archive.

    Args:
        arguments: from the command line, without the name of the command.

    Returns:
        The exit status: 1 if some files were skipped.

    Raises:
        Refused: if the music cannot be read or the archive cannot be written.
    """
    options = command_parser().parse_args(arguments)
    name = options.name or options.music.resolve().name
    if not name or "/" in name or name.startswith(".") or visible(name) != name:
        raise Refused(
            gettext("“{name}” is not a valid name for an archive. Choose another --name.").format(
                name=name
            )
        )
    recordings, problems = folders(options.music, SECONDS)
    tell(problems)
    if not recordings:
        raise Refused(
            gettext("{music} contains no subfolder with usable audio files.").format(
                music=options.music
            )
        )
    try:
        options.output.mkdir(parents=True, exist_ok=True)
        kept = [replace(recording, sure=not options.doubtful) for recording in recordings]
        save_archive(options.output, name, kept)
    except OSError as error:
        raise Refused(
            gettext("Could not write to {output}: {reason}.").format(
                output=options.output, reason=reason_of(error)
            )
        ) from error
    print(
        gettext("Wrote {output}: {recordings} recordings").format(
            output=options.output / (name + LOG_MEL), recordings=len(recordings)
        )
    )
    return int(bool(problems))


def command_parser() -> argparse.ArgumentParser:
    """Make the parser of the command's arguments."""
    parser = argparse.ArgumentParser(
        prog="genre-monitor archive",
        formatter_class=WholeNames,
        description=gettext(
            "Store music as an archive of log-mel features, which genre-monitor train "
            "reads faster and which contains no audio. From each file, at most the "
            "middle {seconds:.0f} s are used."
        ).format(seconds=local(SECONDS)),
        epilog=gettext(RULE),
    )
    parser.add_argument(
        "music",
        metavar="MUSIC",
        type=path_of,
        help=gettext(
            "folder with one subfolder of audio files per genre, as for genre-monitor train"
        ),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FOLDER",
        type=output_of,
        required=True,
        help=gettext("folder for NAME{log_mel} and NAME{sources}").format(
            log_mel=LOG_MEL, sources=SOURCES
        ),
    )
    parser.add_argument(
        "--name", type=text_of, help=gettext("name of the archive (default: the name of MUSIC)")
    )
    parser.add_argument(
        "--doubtful",
        action="store_true",
        help=gettext("the genre labels are reliable enough for training but not for evaluation"),
    )
    return parser
