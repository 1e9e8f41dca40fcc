"""Writes results as they arrive; what has been written is complete at any time."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import TextIO

from desktop_app.library.earlier_output import CompleteLines, IncompatibleOutput, Record
from desktop_app.library.file_analysis import Result
from desktop_app.library.output_lock import lock_file
from model.atomic_write import replaced
from resources.languages import gettext


class ResultNotWritten(Exception):
    """A single result could not be written, but others can; the message is one sentence."""


class ResultWriter(AbstractContextManager["ResultWriter"]):
    """Takes results one by one and writes them.

    Attributes:
        done: keys of the files whose results an earlier run has written.
    """

    def __init__(self) -> None:
        """Start with nothing done."""
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

    def __init__(
        self, stream: TextIO, to_text: Callable[[Result], str], header: str = "", name: str = ""
    ) -> None:
        """Write the header.

        Args:
            stream: to write to.
            to_text: converts a result to text.
            header: text before the first result.
            name: of a stream that is closed at the end; empty for standard output, whose errors
                the command line reports.
        """
        super().__init__()
        self._stream, self._to_text, self._name = stream, to_text, name
        self._stream.write(header)

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
        parse: Callable[[CompleteLines], Iterator[Record]],
        header: str = "",
    ) -> None:
        """Open or create a file.

        Args:
            path: of the file; records are appended if it exists.
            to_text: converts a result to a record.
            parse: finds the records in the lines of an existing file, from its beginning; raises
                IncompatibleOutput.
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
            if os.fstat(self._file.fileno()).st_size:
                self._continue(path, parse(CompleteLines(path)))
            if not os.fstat(self._file.fileno()).st_size:
                self._append(header)
        except BaseException:
            self._file.close()
            raise

    def _opened(self, path: Path) -> FileIO:
        # Without a buffer, from which a record that did not fit would be written when it is closed.
        file = path.open("ab", buffering=0)
        if not lock_file(file.fileno()):
            file.close()
            raise IncompatibleOutput(
                gettext("Another run of genre-monitor is writing to {path}.").format(path=path)
            )
        return file

    def _continue(self, path: Path, records: Iterator[Record]) -> None:
        end = 0
        stale: list[tuple[int, int]] = []
        for record in records:
            if record.stale:
                stale.append((end, record.size))
            elif record.key is not None:
                self.done.add(record.key)
            end += record.size
        os.ftruncate(self._file.fileno(), end)
        if stale:
            with replaced(path) as unfinished:
                _copy_without(stale, path, unfinished)
            self._file.close()
            self._file = self._opened(path)

    def write(self, result: Result) -> None:
        """Append a record."""
        self._append(self._to_text(result))

    def _append(self, text: str) -> None:
        left = text.encode()
        while left:
            left = left[self._file.write(left) :]

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _copy_without(left_out: Sequence[tuple[int, int]], source: Path, target: Path) -> None:
    """Copy a file without some parts, given by beginning and size in bytes, in order."""
    with source.open("rb") as old, target.open("wb") as new:
        for begin, size in left_out:
            new.write(old.read(begin - old.tell()))
            old.seek(size, os.SEEK_CUR)
        shutil.copyfileobj(old, new)
