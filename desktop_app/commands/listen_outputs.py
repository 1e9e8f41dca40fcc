"""The options of ``genre-monitor listen`` that tell other programs what is heard."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Callable
from contextlib import ExitStack

from desktop_app.outputs.channel import Channel, Receiver

LOOPBACK = "127.0.0.1"
LARGEST_PORT = 65_535


def add_output_options(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    group = parser.add_argument_group(
        "other programs",
        "Each may be given several times. Messages are sent when something changes, otherwise up "
        "to ten a second; a receiver that cannot be reached is tried again.",
    )
    group.add_argument(
        "--osc", metavar="HOST:PORT", action="append", default=[], type=_address(least_port=1),
        help="send Open Sound Control messages to /genre-monitor/genre and so on",
    )  # fmt: skip
    group.add_argument(
        "--web", metavar="[HOST:]PORT", action="append", default=[], type=_address(least_port=0),
        help="serve a page with the genre, for a browser or OBS, with its messages as events and "
        "over a WebSocket; only to this computer unless HOST says otherwise",
    )  # fmt: skip
    group.add_argument(
        "--on-change", metavar="COMMAND", action="append", default=[], type=_command,
        help="run a command when the genre changes, without a shell, with GENRE_MONITOR_GENRE and "
        "so on in its environment",
    )  # fmt: skip


def channels(options: argparse.Namespace, stack: ExitStack) -> list[Channel]:
    """Open the receivers that the options name; closing the stack closes them."""
    # Imported only if wanted, because their libraries take their time.
    receivers: list[Receiver] = []
    if options.osc:
        from desktop_app.outputs.osc import Osc

        receivers += [Osc(*address) for address in options.osc]
    if options.web:
        from desktop_app.outputs.web import Web

        receivers += [Web(*address) for address in options.web]
    if options.on_change:
        from desktop_app.outputs.program import Program

        receivers += [Program(command) for command in options.on_change]
    opened = [Channel(receiver) for receiver in receivers]
    for channel in opened:
        stack.callback(channel.close)
    return opened


def _address(*, least_port: int) -> Callable[[str], tuple[str, int]]:
    def address(text: str) -> tuple[str, int]:
        host, _, port = text.rpartition(":")
        if not (port.isdecimal() and least_port <= int(port) <= LARGEST_PORT):
            raise argparse.ArgumentTypeError(f"{text} is not an address such as {LOOPBACK}:9000")
        return host.strip("[]") or LOOPBACK, int(port)

    return address


def _command(text: str) -> list[str]:
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text}: {error}") from error
    if not words:
        raise argparse.ArgumentTypeError("the command is empty")
    return words
