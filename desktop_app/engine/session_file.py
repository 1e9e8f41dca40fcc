"""A session on disk: a file of JSON lines that only grows, so that a crash costs one line at most.

The first line says what the file is. Each further line is an object with the number of a part and
those of its fields that have changed: ``from`` and ``to`` in seconds since 1970, ``source``,
``heard``, ``probability``, ``recorded`` (ISO 8601), ``name``, ``note`` and ``removed``.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.engine.session_entries import Entry
from desktop_app.engine.session_lines import (
    DEFAULTS,
    HEADER,
    Fields,
    StoredSession,
    fields_of,
    line_of,
    parse,
)
from desktop_app.formatting.reason import reason_of
from model.regular_file import check_regular
from resources.languages import gettext

if TYPE_CHECKING:
    from filelock import BaseFileLock

SUFFIX = ".jsonl"


class SessionFileError(Exception):
    """A session could not be opened; the message is one sentence for the user, and what to do."""


class SessionFile:
    """A session's file, open for appending, and locked against other instances.

    Attributes:
        path: of the file.
    """

    def __init__(self, path: Path, lock: BaseFileLock, length: int, known: dict[int, Fields]):
        """Continue an open file; use :meth:`create` or :meth:`reopen`.

        Args:
            path: of the file, which exists.
            lock: held until it is closed.
            length: of its whole lines, in bytes; anything after them is cut off.
            known: what they say.
        """
        self.path = path
        self._lock = lock
        # Unbuffered, so that nothing is left over from a line that could not be written.
        self._file = path.open("r+b", buffering=0)
        self._length = length
        self._known = known
        self._entries: dict[int, Entry] = {}

    @classmethod
    def create(cls, folder: Path, began_at: float) -> SessionFile:
        """Create a file that no other instance uses, named after a time.

        Args:
            folder: for the file; created if it does not exist.
            began_at: seconds since 1970.

        Raises:
            OSError: it could not be created.
        """
        folder.mkdir(parents=True, exist_ok=True)
        name = time.strftime("%Y-%m-%d %H.%M.%S", time.localtime(began_at))
        path, number = folder / f"{name}{SUFFIX}", 1
        while (lock := _locked_new(path)) is None:
            number += 1
            path = folder / f"{name} {number}{SUFFIX}"
        return cls(path, lock, path.stat().st_size, {})

    @classmethod
    def reopen(cls, path: Path) -> tuple[SessionFile, StoredSession]:
        """Open a file to continue it.

        Raises:
            SessionFileError: it could not be read, or another instance uses it.
        """
        lock = locked(path)
        if lock is None:
            raise SessionFileError(
                gettext(
                    "Could not open the session {session}: it is open in another window. "
                    "Close that window first."
                ).format(session=path.stem)
            )
        try:
            known, stored = parse(_read(path))
            return cls(path, lock, stored.length, known), stored
        except OSError as error:
            lock.release()
            raise SessionFileError(_unreadable(path, error)) from error
        except SessionFileError:
            lock.release()
            raise

    def write(self, entries: Sequence[Entry]) -> None:
        """Append what has changed, and wait until it is on the disk.

        Raises:
            OSError: it could not be written; the next call tries again.
        """
        changes = dict(self._changes(entries))
        if changes:
            data = b"".join(
                line_of({"part": number, **fields}) for number, fields in changes.items()
            )
            self._append(data)
        for number, fields in changes.items():
            self._known[number] = self._known.get(number, DEFAULTS) | fields
        self._entries = {entry.part.number: entry for entry in entries}

    def close(self) -> None:
        """Close the file and let other instances open it."""
        self._file.close()
        self._lock.release()

    def _changes(self, entries: Sequence[Entry]) -> Iterator[tuple[int, Fields]]:
        for entry in entries:
            number = entry.part.number
            if self._entries.get(number) is entry:
                continue
            known = self._known.get(number, DEFAULTS)
            fields = fields_of(entry)
            changed = {
                name: value
                for name, value in fields.items()
                if name not in known or known[name] != value
            }
            if changed:
                yield number, changed
        for number in self._known.keys() - {entry.part.number for entry in entries}:
            if not self._known[number]["removed"]:
                yield number, {"removed": True}

    def _append(self, data: bytes) -> None:
        # Cuts off what a failed write or a crash may have left.
        self._file.truncate(self._length)
        self._file.seek(self._length)
        rest = data
        while rest:
            rest = rest[self._file.write(rest) :]
        os.fsync(self._file.fileno())
        self._length += len(data)


def read(path: Path) -> StoredSession:
    """Read a file, whether or not an instance uses it.

    Raises:
        SessionFileError: it could not be read, or is no session.
    """
    try:
        return parse(_read(path))[1]
    except OSError as error:
        raise SessionFileError(_unreadable(path, error)) from error


def locked(path: Path) -> BaseFileLock | None:
    """Lock a session, whose file need not exist; None if another instance has locked it.

    Raises:
        OSError: the folder is not writable.
    """
    # Only here, because it takes longer to import than the rest of the engine.
    from filelock import FileLock, Timeout

    lock = FileLock(lock_path(path), blocking=False, is_singleton=False)
    try:
        lock.acquire()
    except Timeout:
        return None
    return lock


def lock_path(path: Path) -> Path:
    """The hidden file beside a session's file by which it is locked."""
    return path.with_name(f".{path.stem}.lock")


def _locked_new(path: Path) -> BaseFileLock | None:
    """Create and lock a file; None if there is one of this name.

    Raises:
        OSError: it could not be created.
    """
    lock = locked(path)
    if lock is None:
        return None
    try:
        # Fails if the file exists, so that no other session is ever overwritten.
        with path.open("xb") as file:
            file.write(line_of(HEADER))
    except OSError as error:
        lock.release()
        if isinstance(error, FileExistsError):
            return None
        raise
    return lock


def _read(path: Path) -> bytes:
    check_regular(path)
    data = path.read_bytes()
    first = data.split(b"\n", 1)[0]
    try:
        known = json.loads(first) == HEADER
    except ValueError:
        known = False
    if not known:
        raise SessionFileError(
            gettext(
                "Could not open the session {session}: {path} was not written by this "
                "version of genre-monitor. Use the version that wrote it."
            ).format(session=path.stem, path=path)
        )
    return data


def _unreadable(path: Path, error: OSError) -> str:
    return gettext(
        "Could not open the session {session}: {reason}. Check that you may read and write {path}."
    ).format(session=path.stem, reason=reason_of(error), path=path)


def paths_in(folder: Path) -> Iterable[Path]:
    """The sessions in a folder, the one begun last first; none if there is no folder.

    Raises:
        OSError: the folder could not be read.
    """
    if not folder.is_dir():
        return ()
    return sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: path.name, reverse=True)
