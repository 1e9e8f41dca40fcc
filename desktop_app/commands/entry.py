"""Decides what the command line asks for: the window, or a command."""

from __future__ import annotations

import argparse
import os
import sys
from difflib import get_close_matches
from pathlib import Path

from desktop_app import __version__
from desktop_app.audio.address import ALONE, Address
from desktop_app.commands.options import Refused, add_model, path_or_address
from desktop_app.formatting.text import message_line
from desktop_app.process.worker_process import SERVE, serve
from desktop_app.quick_import import quick_import
from resources.languages import N_, gettext

COMMANDS = {
    "analyze": N_("classify audio files by genre"),
    "restore-tags": N_("undo what analyze --write-tags wrote"),
    "listen": N_("print a line whenever the genre changes"),
    "devices": N_("list the input devices"),
    "train": N_("train a model on labelled music"),
    "archive": N_("store training music as log-mel, without the audio"),
    "evaluate": N_("evaluate a model on labelled music"),
    "benchmark": N_("measure performance on this machine"),
}
FROM_SOURCE = frozenset({"train", "benchmark"})
"""Commands that the package without Python leaves out, for the size of what they need."""
TERMINAL_INSTEAD = N_("Running in the terminal instead; press Ctrl-C to stop.")


def module_of(command: str) -> str:
    """Name of the module that runs a command."""
    return f"desktop_app.commands.{command.replace('-', '_')}"


def run(given: list[str]) -> int:
    """Open the window or run a command.

    Args:
        given: the arguments of the command line.

    Returns:
        The exit status.

    Raises:
        Refused: the arguments are invalid.
        ModuleNotFoundError: a required package is not installed.
    """
    if given[:1] == [SERVE]:
        serve(*given[1:])
        return 0
    if not given or given[0] not in COMMANDS:
        return _monitor(given)
    module = module_of(given[0])
    try:
        # Imported here, because the window must not wait for what it does not need.
        command = quick_import(module)
    except ModuleNotFoundError as error:
        if error.name == module:
            raise Refused(
                gettext(
                    "{given} is not part of this package. To use it, install genre-monitor from "
                    "source, as described in the README."
                ).format(given=given[0])
            ) from error
        if error.name != "torch":
            raise
        raise Refused(
            gettext("Training needs torch. Install it with: pip install torch")
        ) from error
    return int(command.run(given[1:]))


def _monitor(given: list[str]) -> int:
    for word in given[:1]:
        near = get_close_matches(word.lower(), COMMANDS, n=1, cutoff=0.7)
        if near and not os.path.lexists(word):
            raise Refused(
                gettext("There is no file {word}. Did you mean genre-monitor {near}?").format(
                    word=word, near=near[0]
                )
            )
    options = window_parser().parse_args(given)
    files = [each for each in options.files if isinstance(each, Path)]
    addresses = [each for each in options.files if isinstance(each, Address)]
    if addresses and len(options.files) > 1:
        raise Refused(gettext(ALONE))
    address = next(iter(addresses), None)

    from desktop_app.display_check import why_no_window

    reason = why_no_window()
    if reason:
        print(message_line(f"{reason} {gettext(TERMINAL_INSTEAD)}"), file=sys.stderr)
        terminal = quick_import("desktop_app.commands.terminal")
        return int(terminal.run(files, address, options.model))
    meeting = quick_import("desktop_app.ui.open_window")
    shared = not options.new_window and not options.model
    # Before the window's modules, which take much longer to import.
    if shared and meeting.hand_over(files, meeting.meeting_place(), address):
        return 0
    window = quick_import("desktop_app.ui.application")
    # Another start may have opened a window meanwhile.
    if shared and meeting.hand_over(files, meeting.meeting_place(), address):
        return 0
    return int(window.run(files, options.model, address=address))


def window_parser() -> argparse.ArgumentParser:
    """Make the parser of the arguments that open the window."""
    longest = max(map(len, COMMANDS))
    listing = "\n".join(f"  {name:{longest}}  {gettext(it)}" for name, it in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="genre-monitor",
        description=gettext(
            "Watch live what a convolutional network makes of music, from the microphone, "
            "from FILE or from the radio."
        ),
        epilog=gettext(
            "commands (for details: genre-monitor COMMAND --help):\n{listing}\n\nTo open a "
            "file that is named like a command, add its folder: ./analyze"
        ).format(listing=listing),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        type=path_or_address,
        help=gettext(
            "audio files, folders or playlists to play, one after the other, or the address "
            "(http://, https://, rtsp://) of an internet radio station or another stream"
        ),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"genre-monitor {__version__}",
        help=gettext("show program's version number and exit"),
    )
    add_model(parser)
    parser.add_argument(
        "--new-window",
        action="store_true",
        help=gettext(
            "open another window; without this option, a window that is already open plays "
            "FILE, unless --model is given"
        ),
    )
    return parser
