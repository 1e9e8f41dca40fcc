"""Writes results as they arrive; what has been written is complete at any time."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TextIO

from desktop_app.library.file_analysis import Result
from desktop_app.library.output_lock import lock_file


class IncompatibleOutput(Exception):
    """The output exists and cannot be resumed; the message is one sentence."""


class ResultNotWritten(Exception):
    """A single result could not be written, but others can; the message is one sentence."""


@dataclass(frozen=True)
class Existing:
    """What an earlier run has left.

    Attributes:
        keys: of the files whose results are kept.
        text: what is kept: complete records of files that are as they were.
    """

    keys: Sequence[str]
    text: str


class ResultWriter(AbstractContextManager["ResultWriter"]):
    """Takes results one by one and writes them.

    Attributes:
        done: keys of the files whose results have been written, before or now.
    """

    def __init__(self) -> None:
        """Start with nothing written."""
        self.done: set[str] = set()

    def write(self, result: Result) -> None:
        """Add a result.

        Raises:
            ResultNotWritten: it could not be written.
            OSError: nothing more can be written; earlier results are kept.
            NotImplementedError: a subclass lacks this method.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Finish writing."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class StreamWriter(ResultWriter):
    """Writes text to a stream, such as standard output or a pipe."""

    def __init__(self, stream: TextIO, to_text: Callable[[Result], str], name: str = "") -> None:
        """Write nothing yet.

        Args:
            stream: to write to.
            to_text: converts a result to text.
            name: of a stream that is closed at the end; empty for standard output, whose errors
                the command line reports.
        """
        super().__init__()
        self._stream, self._to_text, self._name = stream, to_text, name

    def write(self, result: Result) -> None:
        """Write a result and flush the stream."""
        self._stream.write(self._to_text(result))
        self._stream.flush()

    def told(self, error: OSError) -> OSError:
        """The same error with the name of what could not be written."""
        if not self._name or isinstance(error, BrokenPipeError):
            return error
        return OSError(error.errno, error.strerror, self._name)

    def close(self) -> None:
        """Close the stream, unless it is standard output."""
        if self._name:
            # What could not be written has been reported when it was.
            with suppress(OSError):
                self._stream.close()


class TextFileWriter(ResultWriter):
    """Appends one record per result to a text file; an incomplete last record is removed first."""

    def __init__(
        self,
        path: Path,
        to_text: Callable[[Result], str],
        parse: Callable[[str], Existing],
        header: str = "",
    ) -> None:
        """Open or create a file.

        Args:
            path: of the file; records are appended if it exists.
            to_text: converts a result to a record.
            parse: finds what is kept in the text of an existing file; raises IncompatibleOutput.
            header: text at the beginning of a new file.

        Raises:
            IncompatibleOutput: the file exists and holds something else, or another run writes
                to it.
            OSError: it could not be read or written.
        """
        super().__init__()
        self._to_text = to_text
        self._file = self._opened(path)
        try:
            text = existing_text(path)
            if text:
                existing = parse(text)
                self.done.update(existing.keys)
                self._keep(path, text, existing.text)
            else:
                self._append(header)
        except BaseException:
            self._file.close()
            raise

    def _opened(self, path: Path) -> TextIO:
        file = path.open("a", encoding="utf-8", newline="")
        if not lock_file(file.fileno()):
            file.close()
            raise IncompatibleOutput(f"Another run of genre-monitor is writing to {path}.")
        return file

    def _keep(self, path: Path, text: str, kept: str) -> None:
        if text.startswith(kept):
            os.ftruncate(self._file.fileno(), len(kept.encode("utf-8")))
            return
        unfinished = path.with_name(f"{path.name}.part")
        unfinished.write_bytes(kept.encode("utf-8"))
        unfinished.replace(path)
        self._file.close()
        self._file = self._opened(path)

    def write(self, result: Result) -> None:
        """Append a record and flush it."""
        self._append(self._to_text(result))
        self.done.add(result.file)

    def _append(self, text: str) -> None:
        self._file.write(text)
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def existing_text(path: Path) -> str:
    """Read a text file of an earlier run; empty if there is none.

    Raises:
        IncompatibleOutput: the file is not UTF-8 text.
        OSError: it could not be read.
    """
    try:
        if not path.exists():
            return ""
        # Without newline translation, because the file is truncated by its length in bytes.
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except UnicodeDecodeError as error:
        raise IncompatibleOutput(f"{path} was not written by genre-monitor analyze.") from error


def refuse_earlier(found: Sequence[str], wanted: Sequence[str], path: Path) -> None:
    """Check whether a table was written before the last columns were introduced.

    Args:
        found: names of its columns.
        wanted: names of the columns written now.
        path: of the table.

    Raises:
        IncompatibleOutput: it was, so that new rows would not fit.
    """
    missing = list(wanted[len(found) :])
    if len(found) > 1 and missing and list(found) == list(wanted[: len(found)]):
        raise IncompatibleOutput(
            f"{path} was written by an earlier version of genre-monitor, without "
            f"{' and '.join(missing)}, so it cannot be continued."
        )
