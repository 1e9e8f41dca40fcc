"""Reads what an earlier run has written, one record at a time, so that its size does not matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from resources.languages import N_, gettext

PROBABILITY = "p_"
"""Beginning of the names of columns with a genre's probability."""
NOT_OURS = N_("{file} was not written by genre-monitor analyze.")


class IncompatibleOutput(Exception):
    """The output exists and cannot be resumed; the message is one sentence."""


@dataclass(frozen=True)
class Record:
    """A part of the output that is complete.

    Attributes:
        size: in bytes.
        key: of the file whose result it is; None if it is no result, such as a header.
        stale: whether the file has changed since, so that the record is to be removed.
    """

    size: int
    key: str | None
    stale: bool = False


class CompleteLines:
    """Iterates over the lines of a text file that end, and counts them.

    A last line without an end, which a run that was killed leaves behind, is left out.

    Attributes:
        read: bytes up to the end of the line that was read last.
    """

    def __init__(self, path: Path) -> None:
        """Read nothing yet."""
        self.read = 0
        self._path = path

    def __iter__(self) -> Iterator[str]:
        """Yield the lines as they are, with their ends.

        Raises:
            IncompatibleOutput: the file is not UTF-8 text.
            OSError: it could not be read.
        """
        with self._path.open("rb") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    return
                self.read += len(line)
                try:
                    yield line.decode("utf-8")
                except UnicodeDecodeError as error:
                    raise IncompatibleOutput(gettext(NOT_OURS).format(file=self._path)) from error


def existing_text(path: Path) -> str:
    """Read a text file of an earlier run; empty if there is none.

    Raises:
        IncompatibleOutput: the file is not UTF-8 text.
        OSError: it could not be read.
    """
    try:
        return path.read_text("utf-8") if path.exists() else ""
    except UnicodeDecodeError as error:
        raise IncompatibleOutput(gettext(NOT_OURS).format(file=path)) from error


def refuse_earlier(found: Sequence[str], wanted: Sequence[str], path: Path) -> None:
    """Check whether a table was written before some of the columns were introduced.

    Args:
        found: names of its columns.
        wanted: names of the columns written now.
        path: of the table.

    Raises:
        IncompatibleOutput: it was, so that new rows would not fit.
    """
    missing = [name for name in wanted if name not in found]
    in_order = list(found) == [name for name in wanted if name in found]
    # Fewer probabilities are those of another model.
    another = any(name.startswith(PROBABILITY) for name in missing)
    if len(found) > 1 and missing and in_order and not another:
        raise IncompatibleOutput(
            gettext(
                "{path} was written by an earlier version of genre-monitor, without "
                "{missing}, so it cannot be continued."
            ).format(path=path, missing=gettext(" and ").join(missing))
        )
