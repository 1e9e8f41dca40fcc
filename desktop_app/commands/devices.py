"""``genre-monitor devices``: lists the input devices."""

from __future__ import annotations

import argparse
import sys

from desktop_app.audio.input_devices import NO_INPUT, input_devices
from desktop_app.audio.server_sources import on_screen
from desktop_app.audio.source_error import SourceError
from desktop_app.commands.help_text import WholeNames
from desktop_app.formatting.text import message_line
from resources.languages import gettext


def run(arguments: list[str]) -> int:
    """List the input devices, the system default first and marked with a star.

    Args:
        arguments: of the command line, after ``devices``.

    Returns:
        The exit status: 0, or 1 if there is no input device.
    """
    command_parser().parse_args(arguments)
    try:
        devices = input_devices()
    except SourceError as error:
        print(message_line(str(error)), file=sys.stderr)
        return 1
    for number, device in enumerate(devices, 1):
        mark = "*" if device.default else " "
        print(mark, "\t".join((str(number), on_screen(device.name), *device.properties)))
    if not devices:
        print(message_line(gettext(NO_INPUT)), file=sys.stderr)
        return 1
    return 0


def command_parser() -> argparse.ArgumentParser:
    """Make the parser of the command's arguments."""
    return argparse.ArgumentParser(
        prog="genre-monitor devices",
        formatter_class=WholeNames,
        description=gettext(
            "List the input devices, each with its number, name, audio interface, rate and "
            "channels. A star marks the system default. genre-monitor listen --device takes the "
            "number, the name or a part of it."
        ),
    )
