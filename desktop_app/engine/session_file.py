"""A session on disk: a file of JSON lines that only grows, so that a crash costs one line at most.

The first line says what the file is. Each further line is an object with the number of a part and
those of its fields that have changed: ``from`` and ``to`` in seconds since 1970, ``source``,
``heard``, ``probability``, ``name``, ``note`` and ``removed``.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.engine.session_collector import Part
from desktop_app.engine.session_entries import Entry

if TYPE_CHECKING:
    from filelock import BaseFileLock

SUFFIX = ".jsonl"
HEADER = {"genre-monitor session": 1}
_DEFAULTS: dict[str, Any] = {"name": "", "note": "", "removed": False}
_LATEST = 2.0**37
"""In seconds since 1970; no platform formats much later times."""
Fields = dict[str, Any]


class SessionFileError(Exception):
    """A session could not be opened; the message is one sentence for the user, and what to do."""


@dataclass(frozen=True)
class StoredSession:
    """What a file contains.

    Attributes:
        entries: those that were not removed, in order of time.
        last_number: highest number of a part, removed or not; 0 for none.
        length: of the whole lines, in bytes.
        torn: whether an incomplete line follows them.
        damaged: number of other lines that could not be read.
    """

    entries: tuple[Entry, ...]
    last_number: int
    length: int
    torn: bool
    damaged: int

    @property
    def remark(self) -> str:
        """One or two sentences on what is missing, else empty."""
        torn = (
            "genre-monitor was interrupted while it kept this session, so its last line was "
            "incomplete and has been left out. Everything before it is here."
        )
        lines = f"{self.damaged} line{'s' if self.damaged > 1 else ''} of this session"
        damaged = f"{lines} could not be read and {'were' if self.damaged > 1 else 'was'} left out."
        return " ".join(said for said in (torn * self.torn, damaged * bool(self.damaged)) if said)


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
                f"Could not open the session {path.stem}: it is open in another window. "
                "Close that window first."
            )
        try:
            known, stored = _parse(_read(path))
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
            data = b"".join(_line({"part": number, **fields}) for number, fields in changes.items())
            self._append(data)
        for number, fields in changes.items():
            self._known[number] = self._known.get(number, _DEFAULTS) | fields
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
            known = self._known.get(number, _DEFAULTS)
            fields = _fields(entry)
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
        return _parse(_read(path))[1]
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
            file.write(_line(HEADER))
    except OSError as error:
        lock.release()
        if isinstance(error, FileExistsError):
            return None
        raise
    return lock


def _line(values: Fields) -> bytes:
    # ASCII, so that a file name that is no valid Unicode survives.
    return json.dumps(values, separators=(",", ":")).encode() + b"\n"


def _fields(entry: Entry) -> Fields:
    part = entry.part
    return {
        "from": round(part.began_at, 3),
        "to": round(part.ended_at, 3),
        "source": part.source,
        "heard": part.heard,
        "probability": None if part.probability is None else round(part.probability, 5),
        "name": entry.name,
        "note": entry.note,
        "removed": False,
    }


def _read(path: Path) -> bytes:
    data = path.read_bytes()
    first = data.split(b"\n", 1)[0]
    try:
        known = json.loads(first) == HEADER
    except ValueError:
        known = False
    if not known:
        raise SessionFileError(
            f"Could not open the session {path.stem}: {path} was not written by this version of "
            "genre-monitor. Use the version that wrote it."
        )
    return data


def _parse(data: bytes) -> tuple[dict[int, Fields], StoredSession]:
    *lines, rest = data.split(b"\n")
    known: dict[int, Fields] = {}
    damaged = 0
    for line in lines[1:]:
        try:
            row = json.loads(line)
            number = row.pop("part")
            changed = known.get(number, _DEFAULTS) | row
            _entry(number, changed)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            damaged += 1
        else:
            known[number] = changed
    entries = sorted(
        (_entry(number, fields) for number, fields in known.items() if not fields["removed"]),
        key=lambda entry: entry.part.number,
    )
    return known, StoredSession(
        tuple(entries), max(known, default=0), len(data) - len(rest), bool(rest), damaged
    )


def _entry(number: int, fields: Fields) -> Entry:
    """Make an entry of what a file says.

    Raises:
        KeyError: a field is missing.
        TypeError: a field is of the wrong type.
        ValueError: a number is out of range.
    """
    probability = fields["probability"]
    words = [fields[name] for name in ("source", "heard", "name", "note")]
    if not isinstance(number, int) or not all(isinstance(word, str) for word in words):
        raise TypeError
    source, heard, name, note = words
    part = Part(
        number,
        _number(fields["from"]),
        _number(fields["to"]),
        source,
        heard,
        None if probability is None else _number(probability),
    )
    return Entry(part, name, note)


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    # False for NaN as well.
    if not 0.0 <= value <= _LATEST:
        raise ValueError
    return float(value)


def _unreadable(path: Path, error: OSError) -> str:
    return (
        f"Could not open the session {path.stem}: {error.strerror or error}. "
        f"Check that you may read and write {path}."
    )


def paths_in(folder: Path) -> Iterable[Path]:
    """The sessions in a folder, the one begun last first; none if there is no folder.

    Raises:
        OSError: the folder could not be read.
    """
    if not folder.is_dir():
        return ()
    return sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: path.name, reverse=True)
