"""The undo file: which genres were in files' tags before, one JSON object per line."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from desktop_app.formatting.reason import reason_of
from resources.languages import gettext

FIELDS = {"file", "before", "written"}


class UndoFileError(Exception):
    """The undo file could not be read or written; the message is one sentence."""


@dataclass(frozen=True)
class Change:
    """A genre that was written.

    Attributes:
        file: absolute path.
        before: genres in the file before; none if it had none.
        written: the genre written.
    """

    file: str
    before: tuple[str, ...]
    written: str


class UndoFile:
    """Collects changes, each on the disk before the file itself is changed."""

    def __init__(self, path: Path) -> None:
        """Write nothing yet; the file is created with the first change.

        Args:
            path: of the undo file; changes are appended if it exists.
        """
        self.path = path
        self.count = 0
        self._file: FileIO | None = None

    def add(self, change: Change) -> None:
        """Append a change.

        Raises:
            UndoFileError: it could not be written; the undo file is as it was.
        """
        said = {"file": change.file, "before": list(change.before), "written": change.written}
        try:
            if self._file is None:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                # Without a buffer, which would be written once more when the file is closed.
                self._file = self.path.open("ab", buffering=0)
                self._file.truncate(_complete_bytes(self.path))
            self._append(self._file, (json.dumps(said) + "\n").encode())
        except OSError as error:
            raise UndoFileError(
                gettext("Could not write the undo file {path}: {reason}.").format(
                    path=self.path, reason=reason_of(error)
                )
            ) from error
        self.count += 1

    def close(self) -> None:
        """Close the file; one to which nothing could be written is removed."""
        if self._file is not None:
            self._file.close()
            if not self.path.stat().st_size:
                self.path.unlink()

    @staticmethod
    def _append(file: FileIO, line: bytes) -> None:
        end = file.seek(0, os.SEEK_END)
        try:
            # On a disk that gets full, a part may be written; writing the rest says why it fails.
            while line:
                line = line[file.write(line) or 0 :]
            os.fsync(file.fileno())
        except OSError:
            # The next change would continue half a line.
            file.truncate(end)
            raise


def _complete_bytes(path: Path) -> int:
    """Bytes up to the end of the last whole line; a run that was killed may leave half of one."""
    return path.read_bytes().rfind(b"\n") + 1


def check_appendable(path: Path) -> None:
    """Make sure that changes may be appended to a file.

    Raises:
        UndoFileError: it exists and is something else.
    """
    if path.exists():
        changes_in(path)


def changes_in(path: Path) -> list[Change]:
    """Read an undo file, the newest change first.

    Raises:
        UndoFileError: it is missing or is no undo file.
    """
    foreign = gettext("{path} is not an undo file of genre-monitor.").format(path=path)
    try:
        # A pipe would be waited for, perhaps for ever.
        if path.exists() and not path.is_file() and not path.is_dir():
            raise UndoFileError(foreign)
        return list(reversed(list(_parsed(path.read_text("utf-8").splitlines(), path))))
    except FileNotFoundError as error:
        raise UndoFileError(gettext("There is no undo file {path}.").format(path=path)) from error
    except OSError as error:
        raise UndoFileError(
            gettext("Could not read {path}: {reason}.").format(path=path, reason=reason_of(error))
        ) from error
    except (ValueError, TypeError) as error:
        raise UndoFileError(foreign) from error


def _parsed(lines: Sequence[str], path: Path) -> Iterator[Change]:
    for number, line in enumerate(lines):
        try:
            said = json.loads(line)
        except ValueError:
            # A run that was killed may leave half a line, whose file it has not changed.
            if number and number == len(lines) - 1:
                return
            raise
        if not (isinstance(said, dict) and said.keys() == FIELDS and _is_change(**said)):
            raise UndoFileError(
                gettext("{path} is not an undo file of genre-monitor.").format(path=path)
            )
        yield Change(said["file"], tuple(said["before"]), said["written"])


def _is_change(file: object, before: object, written: object) -> bool:
    texts = [file, written, *before] if isinstance(before, list) else [None]
    return all(isinstance(text, str) for text in texts)
