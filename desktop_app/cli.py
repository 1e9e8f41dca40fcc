"""The command line: reads the arguments and hands over to the window or to a command.

Data goes to standard output, everything else to standard error. Exit status 0: done; 1: some files
failed, the rest is done; 2: wrong use.
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
    "analyze": "name the genres of audio files",
    "listen": "write what is heard, a line a change",
    "devices": "list the input devices",
    "train": "train a model on labelled music",
    "archive": "keep music to train on as log-mel, without its sound",
    "evaluate": "measure a model on labelled music",
    "benchmark": "measure how fast this is here",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``genre-monitor`` with these arguments, by default the process's own.

    Returns:
        The exit status.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Names of files need not be text; where it can be, they go out as the bytes they are.
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
        # Whoever read the output has gone.
        _drop_output()
        return 0
    except OSError as error:
        print(f"genre-monitor: {error}.", file=sys.stderr)
        _drop_output()
        return 1
    except KeyboardInterrupt:
        return 130


def _drop_output() -> None:
    # Python would complain again when it flushes at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(given: list[str]) -> int:
    if not given or given[0] not in COMMANDS:
        return _monitor(given)
    try:
        # Imported only now: the window must not wait for what it doesn't need.
        command = import_module(f"desktop_app.commands.{given[0]}")
    except ModuleNotFoundError as error:
        if error.name != "torch":
            raise
        raise Refused("Training needs torch; install it with: pip install torch") from error
    return int(command.run(given[1:]))


def _monitor(given: list[str]) -> int:
    listing = "\n".join(f"  {name:10} {purpose}" for name, purpose in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="genre-monitor",
        description="Hear, live, what a convolutional network makes of music: through the "
        "microphone, or of FILE.",
        epilog=f"commands (genre-monitor COMMAND --help tells more):\n{listing}\n"
        "a file with the name of a command is opened as ./analyze",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help="audio file to play")
    parser.add_argument("--version", action="version", version=f"genre-monitor {__version__}")
    add_model(parser)
    options = parser.parse_args(given)

    from desktop_app.display_check import why_no_window

    reason = why_no_window()
    if reason:
        print(f"genre-monitor: {reason}", file=sys.stderr)
        return int(import_module("desktop_app.commands.terminal").run(options.file, options.model))
    return int(import_module("desktop_app.ui.application").run(options.file, options.model))
