"""Options shared by several commands, and the error for wrong usage."""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop_app.audio.address import Address, address_of, is_address
from desktop_app.audio.source_error import SourceError
from desktop_app.bundled import OWN
from desktop_app.formatting.local import local
from desktop_app.library.file_address import is_file_address, path_at
from resources.languages import gettext


class Refused(Exception):
    """The command was used wrongly; the message says why. The exit status is 2."""


def path_of(text: str) -> Path:
    """Convert an argument to a path: as it is, or from an address such as ``file:///my%20song``.

    Raises:
        argparse.ArgumentTypeError: it is empty, or an address on another computer.
    """
    if not text:
        raise argparse.ArgumentTypeError(gettext("the name is empty"))
    if not is_file_address(text):
        return Path(text)
    try:
        return path_at(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def stream_address(text: str) -> Address:
    """Convert an argument to the address of a network stream.

    Raises:
        argparse.ArgumentTypeError: it is none; the message does not repeat it, because it may hold
            a password.
    """
    try:
        return address_of(text)
    except SourceError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def path_or_address(text: str) -> Path | Address:
    """Convert an argument to the address of a stream if it looks like one, else to a path.

    Raises:
        argparse.ArgumentTypeError: it is neither.
    """
    return stream_address(text) if is_address(text) else path_of(text)


def seconds_from(least: float) -> Any:
    """Make a type of arguments: a finite number of seconds, at least so many."""

    def seconds(text: str) -> float:
        value = float(text)
        if not (math.isfinite(value) and value >= least):
            raise argparse.ArgumentTypeError(
                gettext("{text} is not a number of at least {least:g}").format(
                    text=text, least=local(least)
                )
            )
        return value

    return seconds


def add_model(parser: argparse.ArgumentParser) -> None:
    """Add the option ``--model``, whose value is for :func:`bundled.model_path`."""
    parser.add_argument(
        "--model",
        metavar="MODEL",
        default=OWN,
        action=_Model,
        help=gettext(
            "a model file made by genre-monitor train, or “course” for the small network of the "
            "lecture series (default: the app’s own model)"
        ),
    )


class _Model(argparse.Action):
    """Stores the name of a model."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        """Store it; refused if it is empty, as from a variable that a script has not set."""
        name = str(values)
        try:
            parsed = path_of(name)
        except argparse.ArgumentTypeError as error:
            parser.error(gettext("argument --model: {error}").format(error=error))
        # As a path, ./course would be the name of the course model.
        setattr(namespace, self.dest, str(parsed) if is_file_address(name) else name)
