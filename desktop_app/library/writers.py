"""Writes results as they arrive; what has been written is complete at any time."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TextIO

from desktop_app.analysis.segments import labels_of
from desktop_app.library.file_analysis import Result
from desktop_app.library.serialization import column_names, json_of, line_of, row_of


class IncompatibleOutput(Exception):
    """The output exists and cannot be resumed; the message is one sentence."""


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
            OSError: it could not be written; earlier results are kept.
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
    """Writes text to a stream that it does not close, such as standard output."""

    def __init__(self, stream: TextIO, to_text: Callable[[Result], str]) -> None:
        """Write nothing yet.

        Args:
            stream: to write to.
            to_text: converts a result to text.
        """
        super().__init__()
        self._stream, self._to_text = stream, to_text

    def write(self, result: Result) -> None:
        """Write a result and flush the stream."""
        self._stream.write(self._to_text(result))
        self._stream.flush()


class TextFileWriter(ResultWriter):
    """Appends one record per result to a text file; an incomplete last record is removed first."""

    def __init__(
        self,
        path: Path,
        to_text: Callable[[Result], str],
        parse: Callable[[str], tuple[list[str], int]],
        header: str = "",
    ) -> None:
        """Open or create a file.

        Args:
            path: of the file; records are appended if it exists.
            to_text: converts a result to a record.
            parse: from the text of an existing file, finds the keys in it and the number of
                characters up to the end of the last complete record; raises IncompatibleOutput.
            header: text at the beginning of a new file.

        Raises:
            IncompatibleOutput: the file exists and holds something else.
            OSError: it could not be read or written.
        """
        super().__init__()
        self._to_text = to_text
        text = existing_text(path)
        if text:
            keys, complete = parse(text)
            self.done.update(keys)
            os.truncate(path, len(text[:complete].encode("utf-8")))
        self._file = path.open("a", encoding="utf-8", newline="")
        if not text:
            self._append(header)

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


def json_writer(path: Path) -> ResultWriter:
    """Open or create a file with one JSON object per line.

    Args:
        path: of the file; records are appended if it exists.

    Raises:
        IncompatibleOutput: the file exists and holds something else.
        OSError: it could not be read or written.
    """

    def parse(text: str) -> tuple[list[str], int]:
        complete = text.rfind("\n") + 1
        try:
            keys = [str(json.loads(line)["file"]) for line in text[:complete].splitlines()]
        except (ValueError, KeyError, TypeError) as error:
            raise IncompatibleOutput(
                f"{path} does not hold JSON results of genre-monitor analyze."
            ) from error
        return keys, complete

    return TextFileWriter(path, lambda result: json_of(result) + "\n", parse)


def csv_writer(path: Path, genres: Sequence[str]) -> ResultWriter:
    """Open or create a CSV file with one row per result.

    Args:
        path: of the file; rows are appended if it exists.
        genres: of the model.

    Raises:
        IncompatibleOutput: the file exists and holds something else, or results of another model.
        OSError: it could not be read or written.
    """
    header = csv_header(genres)

    def parse(text: str) -> tuple[list[str], int]:
        if not text.startswith(header):
            refuse_earlier(text.partition("\r\n")[0].split(","), header.strip().split(","), path)
            raise IncompatibleOutput(
                f"{path} does not hold CSV results of genre-monitor analyze with this model."
            )
        keys, complete = [], 0
        lines = _CountedLines(text)
        for row in csv.reader(lines):
            if len(row) < len(column_names(genres)) or not lines.last.endswith("\r\n"):
                break
            keys.append(row[0])
            complete = lines.read
        return keys[1:], complete

    return TextFileWriter(path, csv_row, parse, header)


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


class _CountedLines:
    """Iterates over the lines of a text and counts the characters; a CSV row may span several.

    Attributes:
        read: characters up to the end of the current line.
        last: the current line.
    """

    def __init__(self, text: str) -> None:
        self.read, self.last = 0, ""
        self._lines = io.StringIO(text, newline="")

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.read += len(line)
            self.last = line
            yield line


def csv_row(result: Result) -> str:
    """Convert a result to a CSV row, with the segments, and whether it is sure, as JSON."""
    row = row_of(result)
    as_json = {
        name: json.dumps(row[name]) for name in ("segments", "sure") if row[name] is not None
    }
    return _csv_line([*(row | as_json).values()])


def csv_header(genres: Sequence[str]) -> str:
    """First line of a CSV file with results of a model with these genres."""
    return _csv_line(column_names(genres))


def _csv_line(values: Sequence[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(values)
    return line.getvalue()


def stream_writer(stream: TextIO, kind: str, genres: Sequence[str]) -> ResultWriter:
    """Make a writer for a stream and write the header, if the format has one.

    Args:
        stream: to write to.
        kind: ``text``, ``json``, ``csv`` or ``audacity``.
        genres: of the model.
    """
    if kind == "csv":
        stream.write(csv_header(genres))
        return StreamWriter(stream, csv_row)
    if kind == "audacity":
        return StreamWriter(stream, lambda result: labels_of(result.segments))
    line = json_of if kind == "json" else line_of
    return StreamWriter(stream, lambda result: line(result) + "\n")
