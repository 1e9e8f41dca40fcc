"""Where results go as they come, such that what is there is whole at any time."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TextIO

from desktop_app.analysis.segments import labels_of
from desktop_app.library.result import Result, key_of
from desktop_app.library.serialization import columns, json_of, line_of, row_of

LABEL = re.compile(r"\d+\.\d{6}\t\d+\.\d{6}\t[^\t]+")


class ForeignFile(Exception):
    """What is there already can't be gone on with; one sentence."""


class ResultWriter(AbstractContextManager["ResultWriter"]):
    """Takes results one by one.

    Attributes:
        done: keys of the files whose results are there already.
    """

    def __init__(self) -> None:
        self.done: set[str] = set()

    def write(self, result: Result) -> None:
        """Add a result.

        Raises:
            OSError: it can't be written; what is there already stays.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Nothing more comes."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class Stream(ResultWriter):
    """Text to a stream that is somebody else's, such as standard output."""

    def __init__(self, stream: TextIO, written: Callable[[Result], str]) -> None:
        """
        Args:
            stream: to write to.
            written: a result as text.
        """
        super().__init__()
        self._stream, self._written = stream, written

    def write(self, result: Result) -> None:
        """See :class:`ResultWriter`."""
        self._stream.write(self._written(result))
        self._stream.flush()


class TextFile(ResultWriter):
    """A file to which a record a result is added; the last one is dropped if it was torn."""

    def __init__(
        self,
        path: Path,
        written: Callable[[Result], str],
        known: Callable[[str], tuple[list[str], int]],
        head: str = "",
    ) -> None:
        """
        Args:
            path: of the file; it is gone on with if it is there.
            written: a result as text.
            known: from a file's text, the keys in it and how many characters of it are whole;
                raises NotOurs.
            head: the text that a new file begins with.

        Raises:
            NotOurs: what is there isn't such a file.
            OSError: it can't be read or written.
        """
        super().__init__()
        self._written = written
        text = _text_of(path)
        if text:
            keys, whole = known(text)
            self.done.update(keys)
            os.truncate(path, len(text[:whole].encode("utf-8")))
        self._file = path.open("a", encoding="utf-8", newline="")
        if not text:
            self._add(head)

    def write(self, result: Result) -> None:
        """See :class:`ResultWriter`."""
        self._add(self._written(result))
        self.done.add(result.file)

    def _add(self, text: str) -> None:
        self._file.write(text)
        self._file.flush()

    def close(self) -> None:
        """See :class:`ResultWriter`."""
        self._file.close()


def _text_of(path: Path) -> str:
    try:
        if not path.exists():
            return ""
        # As it is: what is whole is counted in bytes.
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except UnicodeDecodeError as error:
        raise ForeignFile(f"{path} is no text of genre-monitor analyze.") from error


def json_file(path: Path) -> ResultWriter:
    """An object a result a line; see :class:`TextFile`."""

    def known(text: str) -> tuple[list[str], int]:
        whole = text.rfind("\n") + 1
        try:
            return [str(json.loads(line)["file"]) for line in text[:whole].splitlines()], whole
        except (ValueError, KeyError, TypeError) as error:
            raise ForeignFile(
                f"{path} holds no results of genre-monitor analyze as json."
            ) from error

    return TextFile(path, lambda result: json_of(result) + "\n", known)


def csv_file(path: Path, genres: Sequence[str]) -> ResultWriter:
    """A row a result; see :class:`TextFile`."""
    head = csv_head(genres)

    def known(text: str) -> tuple[list[str], int]:
        if not text.startswith(head):
            raise ForeignFile(
                f"{path} holds no results of genre-monitor analyze as csv, or those of another "
                "model."
            )
        keys, whole = [], 0
        lines = _Lines(text)
        for row in csv.reader(lines):
            if len(row) < len(columns(genres)) or not lines.last.endswith("\r\n"):
                break
            keys.append(row[0])
            whole = lines.read
        return keys[1:], whole

    return TextFile(path, csv_row, known, head)


class _Lines:
    """The lines of a text, for a reader that takes several for a row; where it is, is known.

    Attributes:
        read: characters given so far.
        last: the line given last.
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
    """A result as a row of :func:`csv_file`, the segments as JSON."""
    row = row_of(result)
    return _csv_line([*(row | {"segments": json.dumps(row["segments"])}).values()])


def csv_head(genres: Sequence[str]) -> str:
    """The first line of :func:`csv_file`."""
    return _csv_line(columns(genres))


def _csv_line(values: Sequence[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(values)
    return line.getvalue()


def label_files(places: Sequence[Path | str], folder: Path) -> dict[str, Path]:
    """Where each file's labels go: key -> path, in folders as the files are."""
    absolute = [Path(os.path.abspath(place)) for place in places]
    root = Path(os.path.commonpath([path.parent for path in absolute])) if absolute else Path()
    return {
        key_of(place): folder / (str(whole.relative_to(root)) + ".txt")
        for place, whole in zip(places, absolute, strict=True)
    }


def _is_labels(place: Path) -> bool:
    """Whether finished labels are there; NotOurs if something else is."""
    text = _text_of(place)
    if any(not LABEL.fullmatch(line) for line in text.splitlines()):
        raise ForeignFile(f"{place} holds no labels of genre-monitor analyze.")
    return bool(text)


class Labels(ResultWriter):
    """A label file for Audacity beside another, one a recording."""

    def __init__(self, places: Mapping[str, Path]) -> None:
        """
        Args:
            places: see :func:`label_files`; those that are there are done.

        Raises:
            NotOurs: something else is there.
        """
        super().__init__()
        self._places = places
        self.done = {key for key, place in places.items() if _is_labels(place)}

    def write(self, result: Result) -> None:
        """See :class:`ResultWriter`."""
        place = self._places[result.file]
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished = place.with_name(place.name + ".part")
        unfinished.write_text(labels_of(result.segments), encoding="utf-8")
        unfinished.replace(place)
        self.done.add(result.file)


def to_stream(stream: TextIO, kind: str, genres: Sequence[str]) -> ResultWriter:
    """Results as text on a stream.

    Args:
        stream: to write to.
        kind: ``text``, ``json``, ``csv`` or ``audacity``.
        genres: of the model.
    """
    if kind == "csv":
        stream.write(csv_head(genres))
        return Stream(stream, csv_row)
    if kind == "audacity":
        return Stream(stream, lambda result: labels_of(result.segments))
    line = json_of if kind == "json" else line_of
    return Stream(stream, lambda result: line(result) + "\n")
