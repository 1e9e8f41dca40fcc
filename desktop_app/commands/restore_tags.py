"""``genre-monitor restore-tags``: takes back the genres that ``analyze --write-tags`` wrote."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from desktop_app.commands.help_text import WholeNames
from desktop_app.commands.options import Refused, path_of
from desktop_app.commands.problems import tell
from desktop_app.commands.progress import progress
from desktop_app.tagging.tagger import NotTagged, take_back
from desktop_app.tagging.undo_file import UndoFileError, changes_in
from desktop_app.tagging.whole_file import remove_leftovers
from resources.languages import gettext, ngettext


def run(arguments: list[str]) -> int:
    """Restore the genres in the files' tags.

    Args:
        arguments: of the command line, after ``restore-tags``.

    Returns:
        The exit status: 0, or 1 if some files could not be restored.

    Raises:
        Refused: the undo file cannot be read.
    """
    options = command_parser().parse_args(arguments)
    try:
        changes = changes_in(options.undo)
    except UndoFileError as error:
        raise Refused(str(error)) from error
    for folder in {Path(os.path.realpath(change.file)).parent for change in changes}:
        remove_leftovers(folder)
    problems: list[str] = []
    restored = 0
    for change in progress(changes, unit="file", leave=False):
        try:
            restored += take_back(change)
        except NotTagged as error:
            problems.append(str(error))
    tell(problems)
    before = len(changes) - restored - len(problems)
    print(
        ngettext(
            "Restored the genre of {number} file.",
            "Restored the genre of {number} files.",
            restored,
        ).format(number=restored)
    )
    if before:
        print(
            ngettext(
                "{number} file has its former genre already.",
                "{number} files have their former genre already.",
                before,
            ).format(number=before)
        )
    return int(bool(problems))


def command_parser() -> argparse.ArgumentParser:
    """Make the parser of the command's arguments."""
    parser = argparse.ArgumentParser(
        prog="genre-monitor restore-tags",
        formatter_class=WholeNames,
        description=gettext(
            "Restore the genre that files had before genre-monitor analyze --write-tags. Files "
            "whose genre has been changed since then are left as they are."
        ),
    )
    parser.add_argument(
        "undo", metavar="FILE", type=path_of, help=gettext("the undo file of that run")
    )
    return parser
