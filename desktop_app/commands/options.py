"""Options shared by several commands, and the error for wrong usage."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from desktop_app.audio.address import Address, address_of, is_address
from desktop_app.audio.source_error import SourceError
from desktop_app.bundled import OWN
from desktop_app.formatting.reason import reason_of
from desktop_app.library.file_address import is_file_address, path_at
from resources.languages import N_, gettext

BEGINNING_BYTES = 1024
FOREIGN = N_("{path} exists and was not written by this command. Choose another name.")


class Refused(Exception):
    """The command was used wrongly; the message says why. The exit status is 2."""


def path_of(text: str) -> Path:
    """Convert an argument to a path: as it is, or from an address such as ``file:///my%20song``.

    Raises:
        argparse.ArgumentTypeError: it is empty, an address on another computer, or in the current
            folder although that has been removed.
    """
    if not text:
        raise argparse.ArgumentTypeError(gettext("the name is empty"))
    if not is_file_address(text):
        if not os.path.isabs(text) and not _current_folder_exists():
            raise argparse.ArgumentTypeError(gettext("the current folder has been removed"))
        return Path(text)
    try:
        return path_at(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def text_of(text: str) -> str:
    """Convert an argument to itself.

    Raises:
        argparse.ArgumentTypeError: it is empty, as from a variable that a script has not set.
    """
    if not text:
        raise argparse.ArgumentTypeError(gettext("the name is empty"))
    return text


def output_of(text: str) -> Path:
    """Convert an argument to the path of a file or folder to be written.

    Raises:
        argparse.ArgumentTypeError: as :func:`path_of`, and for standard output.
    """
    if text == "-":
        raise argparse.ArgumentTypeError(
            gettext("standard output is not possible here; name a file or folder")
        )
    return path_of(text)


def _current_folder_exists() -> bool:
    try:
        os.getcwd()
    except FileNotFoundError:
        return False
    return True


def check_output_file(path: Path) -> None:
    """Check that an output can be a file, before anything is computed.

    Raises:
        Refused: it is a folder, pipe or device, or in a folder that is missing.
    """
    if not os.path.isdir(path.parent):
        raise Refused(
            gettext("Could not find the output folder {parent}.").format(parent=path.parent)
        )
    if os.path.isdir(path):
        raise Refused(
            gettext("{path} is a folder. Give the name of a file in it.").format(path=path)
        )
    if os.path.exists(path) and not os.path.isfile(path):
        raise Refused(
            gettext("{path} is a pipe or device. Give the name of a file.").format(path=path)
        )


def check_replaceable(path: Path, own: Callable[[bytes], bool], foreign: str = FOREIGN) -> None:
    """Check that an output replaces nothing but an earlier one, before anything is computed.

    Args:
        path: of the output; a file that is empty may be replaced, too.
        own: whether an output of this kind may begin with these bytes, 1024 at most.
        foreign: the sentence about a file of another kind.

    Raises:
        Refused: there is a file of another kind, or the output cannot be a file.
    """
    check_output_file(path)
    try:
        with path.open("rb") as file:
            begin = file.read(BEGINNING_BYTES)
    except FileNotFoundError:
        return
    except OSError as error:
        raise Refused(
            gettext("Could not read {file}: {reason}.").format(file=path, reason=reason_of(error))
        ) from error
    if begin and not own(begin):
        raise Refused(gettext(foreign).format(path=path))


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
    foreign = "://" in text and not is_file_address(text) and not os.path.lexists(text)
    return stream_address(text) if foreign or is_address(text) else path_of(text)


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
