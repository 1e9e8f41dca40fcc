"""The options of ``genre-monitor listen`` that tell other programs what is heard."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import ExitStack

from desktop_app.formatting.local import listed
from desktop_app.formatting.text import message_line
from desktop_app.outputs import addresses
from desktop_app.outputs.channel import Channel, Receiver, close_all
from desktop_app.outputs.password import VARIABLE
from resources.languages import gettext


def add_output_options(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    group = parser.add_argument_group(
        gettext("other programs"),
        gettext(
            "Each of these options may be given several times. Messages are sent when something "
            "changes, and otherwise up to ten times a second. A receiver that cannot be reached "
            "is tried again."
        ),
    )

    def add(option: str, shape: str, make: Callable[[str], Receiver], purpose: str) -> None:
        group.add_argument(
            option,
            metavar=shape,
            action="append",
            default=[],
            dest="receivers",
            type=_told_why(make),
            help=purpose,
        )

    add(
        "--osc",
        gettext("HOST:PORT"),
        addresses.osc,
        gettext(
            "send Open Sound Control messages, one for each value: /genre-monitor/genre, "
            "/genre-monitor/answer, /genre-monitor/probability …"
        ),
    )
    add(
        "--web",
        "[HOST:]PORT",
        addresses.web,
        gettext(
            "serve a page that shows the genre, for a browser or OBS, and the messages as "
            "server-sent events and over a WebSocket; only to this computer unless HOST says "
            "otherwise"
        ),
    )
    add(
        "--mqtt",
        "URL",
        addresses.mqtt,
        gettext(
            "publish as genre-monitor/COMPUTER/state at a broker such as mqtt://127.0.0.1 or, with "
            "TLS, mqtts://user@broker.example, also for Home Assistant; the password is taken from "
            "{variable} or the system’s keyring"
        ).format(variable=VARIABLE),
    )
    add(
        "--on-change",
        "COMMAND",
        addresses.command,
        gettext(
            "run a command at the start and when the genre or the answer changes, with "
            "GENRE_MONITOR_GENRE, GENRE_MONITOR_ANSWER, GENRE_MONITOR_PROBABILITY … in its "
            "environment; without a shell, unless you write 'sh -c \"…\"'"
        ),
    )


def channels(options: argparse.Namespace, stack: ExitStack) -> list[Channel]:
    """Open the receivers that the options name, and say so; closing the stack closes them."""
    opened = [Channel(receiver) for receiver in options.receivers]
    if opened:
        names = listed(channel.name for channel in opened)
        sending = gettext("Sending to {receivers}.").format(receivers=names)
        print(message_line(sending), file=sys.stderr, flush=True)
    stack.callback(close_all, opened)
    return opened


def _told_why(make: Callable[[str], Receiver]) -> Callable[[str], Receiver]:
    """Pass the reason on to the user, which argparse keeps for itself otherwise."""

    def receiver(text: str) -> Receiver:
        try:
            return make(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return receiver
