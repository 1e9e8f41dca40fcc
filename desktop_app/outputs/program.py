"""A program of the user's, run whenever the genre changes."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence

from desktop_app.outputs.channel import ReceiverError
from desktop_app.outputs.message import Message
from desktop_app.outputs.password import without_password
from resources.languages import gettext

log = logging.getLogger(__name__)

STANDARD_ERROR = 2
PREFIX = "GENRE_MONITOR_"
PATIENCE_SECONDS = 30.0
"""A run that takes longer is named; it goes on, and the next one waits for it."""


class Program:
    """Runs a command without a shell; the message is in its environment."""

    interval_s: float | None = None

    def __init__(self, command: Sequence[str]) -> None:
        """Run nothing yet.

        Args:
            command: the program and its arguments; ``~`` in the former is the user's home.
        """
        self.name = gettext("the command {command}").format(command=command[0])
        self._command = [os.path.expanduser(command[0]), *command[1:]]
        self._run: subprocess.Popen[bytes] | None = None

    def essence(self, message: Message) -> object:
        """The genre and the words for it."""
        return message.genre, message.answer

    def open(self) -> None:
        """Nothing is kept open."""

    def send(self, message: Message) -> None:
        """Run the command to its end; messages that come meanwhile wait for it.

        A run that fails is logged; the command runs again at the next change.

        Raises:
            ReceiverError: it takes too long; it goes on.
            OSError: there is no such program, or it must not be run.
        """
        # Of a message that could not be sent.
        self._wait()
        self._run = subprocess.Popen(
            self._command,
            env={**without_password(dict(os.environ)), **environment(message)},
            stdin=subprocess.DEVNULL,
            # Standard output is for the lines of listen; a window may have neither.
            stdout=STANDARD_ERROR if sys.__stderr__ else subprocess.DEVNULL,
        )
        self._wait()

    def close(self) -> None:
        """Nothing is kept open; a run that has not ended goes on."""

    def _wait(self) -> None:
        if self._run is None:
            return
        try:
            status = self._run.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise ReceiverError(
                gettext("it has been running for more than {seconds} s").format(
                    seconds=round(PATIENCE_SECONDS)
                )
            ) from error
        self._run = None
        if status:
            log.warning("Ended with status %d: %s.", status, self.name)


def environment(message: Message) -> Mapping[str, str]:
    """The variables that the program gets; those without a value are empty."""
    values = {
        "GENRE": message.genre,
        "ANSWER": message.answer,
        "PROBABILITY": message.probability,
        "SURE": None if message.sure is None else int(message.sure),
        "STATE": message.state,
        "SOURCE": message.source,
        "TIME": message.time,
        "MESSAGE": message.as_json(),
    }
    return {PREFIX + name: "" if value is None else str(value) for name, value in values.items()}
