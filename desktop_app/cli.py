"""The command line: opens the window or runs a command.

Data goes to standard output, messages to standard error. The exit status is 0 on success, 1 if
something failed (the other files are done), 2 for wrong usage and 130 after Ctrl-C.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from desktop_app import __version__
from desktop_app.commands.options import Refused, add_model

COMMANDS = {
    "analyze": "classify audio files by genre",
    "listen": "print a line whenever the genre changes",
    "devices": "list the input devices",
    "train": "train a model on labelled music",
    "archive": "store training music as log-mel, without the audio",
    "evaluate": "evaluate a model on labelled music",
    "benchmark": "measure performance on this machine",
}
TERMINAL_INSTEAD = "Running in the terminal instead; press Ctrl-C to stop."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``genre-monitor``.

    Args:
        arguments: of the command line, without the program's name; by default those of the process.

    Returns:
        The exit status.

    Raises:
        ModuleNotFoundError: a required package is not installed.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # File names may not be valid text; a UTF-8 output gets their original bytes.
        unicode = sys.stdout.encoding.lower().startswith("utf")
        sys.stdout.reconfigure(errors="surrogateescape" if unicode else "backslashreplace")
    try:
        try:
            return _run(given)
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except Refused as refused:
        print(f"genre-monitor: {refused}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of the output, such as head, has exited.
        _drop_output()
        return 0
    except OSError as error:
        print(f"genre-monitor: {error}.", file=sys.stderr)
        _drop_output()
        return 1
    except KeyboardInterrupt:
        return 130


def _drop_output() -> None:
    # Otherwise Python reports the error again when it flushes at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(given: list[str]) -> int:
    if not given or given[0] not in COMMANDS:
        return _monitor(given)
    try:
        # Imported here, because the window must not wait for what it does not need.
        command = import_module(f"desktop_app.commands.{given[0]}")
    except ModuleNotFoundError as error:
        if error.name != "torch":
            raise
        raise Refused("Training needs torch. Install it with: pip install torch") from error
    return int(command.run(given[1:]))


def _monitor(given: list[str]) -> int:
    listing = "\n".join(f"  {name:10} {purpose}" for name, purpose in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="genre-monitor",
        description="Watch live what a convolutional network makes of music, from the microphone "
        "or from FILE.",
        epilog=f"commands (for details: genre-monitor COMMAND --help):\n{listing}\n\n"
        "To open a file that is named like a command, add its folder: ./analyze",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help="audio file to play")
    parser.add_argument("--version", action="version", version=f"genre-monitor {__version__}")
    add_model(parser)
    options = parser.parse_args(given)

    from desktop_app.display_check import why_no_window

    reason = why_no_window()
    if reason:
        print(f"genre-monitor: {reason} {TERMINAL_INSTEAD}", file=sys.stderr)
        return int(import_module("desktop_app.commands.terminal").run(options.file, options.model))
    return int(import_module("desktop_app.ui.application").run(options.file, options.model))
