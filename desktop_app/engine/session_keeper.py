"""Keeps the session on disk while it grows, and opens earlier ones."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.engine.session import Session
from desktop_app.engine.session_entries import Entry, totals_of
from desktop_app.engine.session_file import (
    SessionFile,
    SessionFileError,
    lock_path,
    locked,
    paths_in,
    read,
)
from desktop_app.formatting.reason import reason_of
from desktop_app.threads.guard import Guard
from resources.languages import N_, gettext

EVERY_SECONDS = 5.0
"""What a crash may cost. Changes by the user are written at once."""
CLOSING_SECONDS = 2.0

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class KeptSession:
    """A session on disk at a glance.

    Attributes:
        path: of its file.
        began_at: of its first part, in seconds since 1970.
        ended_at: of its last part, likewise.
        parts: how many there are, at least one.
        labels: of its parts, those heard for longest first.
        in_use: whether another instance is writing to it.
    """

    path: Path
    began_at: float
    ended_at: float
    parts: int
    labels: tuple[str, ...]
    in_use: bool

    @classmethod
    def of(cls, path: Path, entries: tuple[Entry, ...], *, in_use: bool) -> KeptSession:
        """Summarise a session.

        Args:
            path: of its file.
            entries: at least one, in order of time.
            in_use: whether another instance is writing to it.
        """
        labels = tuple(totals_of(entries))
        first, last = entries[0].part, entries[-1].part
        return cls(path, first.began_at, last.ended_at, len(entries), labels, in_use)


class SessionKeeper:
    """Writes the session on a thread of its own, which also reads earlier sessions.

    A session has a file of its own, created with its first part. Methods return at once; any
    thread may read attributes.

    Attributes:
        folder: in which sessions are kept; None to keep none.
        last: the newest earlier session, offered until one is opened or :meth:`dismiss`.
        earlier: all sessions but this one, newest first, as of the last :meth:`look`; None until
            they are known.
        remark: sentences about the session opened last, else empty.
        problem: one sentence if the session can't be kept, else empty.
    """

    def __init__(self, folder: Path | None, session: Session) -> None:
        """Keep nothing until :meth:`start`.

        Args:
            folder: for the files; created when it is needed. None: nothing is kept.
            session: the one to keep.
        """
        self.folder = folder
        self.last: KeptSession | None = None
        self.earlier: tuple[KeptSession, ...] | None = None
        self.remark = ""
        self.problem = ""
        self._session = session
        self._file: SessionFile | None = None
        self._asked: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._guard = Guard(log, N_("keeping the session"))
        self._thread = threading.Thread(target=self._run, name="session", daemon=True)

    @property
    def fault(self) -> str:
        """What is wrong, in one or two sentences, else empty."""
        return " ".join(said for said in (self.problem, self._guard.fault) if said)

    def start(self) -> None:
        """Begin to keep the session, and find the one to offer."""
        if self.folder is not None:
            self._session.on_edited = lambda: self._asked.put(self._write)
            self._asked.put(self._find_last)
            self._thread.start()

    def close(self, timeout_s: float = CLOSING_SECONDS) -> bool:
        """Write the rest and end the thread.

        Args:
            timeout_s: how long to wait for that, in seconds.

        Returns:
            Whether it has ended.
        """
        self._asked.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def open(self, path: Path) -> None:
        """Show and continue an earlier session; the current one stays on disk."""
        self._asked.put(lambda: self._open(path))

    def begin(self) -> None:
        """Begin an empty session; the current one stays on disk."""
        self._asked.put(self._begin)

    def look(self) -> None:
        """Bring ``earlier`` up to date."""
        self.earlier = None
        self._asked.put(self._look)

    def delete(self, path: Path) -> None:
        """Delete an earlier session from the disk, unless another instance uses it."""
        self._asked.put(lambda: self._delete(path))

    def dismiss(self) -> None:
        """Drop the remark, or else offer no earlier session any more; it stays on disk."""
        if self.remark:
            self.remark = ""
        else:
            self.last = None

    # On the thread.

    def _run(self) -> None:
        going = True
        while going:
            try:
                work = self._asked.get(timeout=EVERY_SECONDS)
            except queue.Empty:
                work = self._write
            going = work is not None
            with self._guard:
                (work or self._write)()
        with self._guard:
            self._let_go()

    def _write(self) -> None:
        self._keep(self._session.entries)

    def _keep(self, entries: tuple[Entry, ...]) -> None:
        folder = self.folder
        if folder is None or (self._file is None and not entries):
            return
        try:
            if self._file is None:
                self._file = SessionFile.create(folder, entries[0].part.began_at)
            self._file.write(entries)
        except OSError as error:
            self.problem = gettext(
                "Could not keep the session in {folder}: {reason}. Save it with "
                "File ▸ Save session…"
            ).format(folder=folder, reason=reason_of(error))
        else:
            self.problem = ""

    def _open(self, path: Path) -> None:
        if self._file is not None and path == self._file.path:
            return
        if not self._safe():
            return
        try:
            file, stored = SessionFile.reopen(path)
        except SessionFileError as error:
            self.remark = str(error)
            return
        self._leave(stored.entries, stored.last_number)
        self._file, self.remark = file, stored.remark

    def _begin(self) -> None:
        if self._safe():
            self._leave((), 0)
            self.remark = ""

    def _safe(self) -> bool:
        """Whether the current session is on disk, so that another may take its place."""
        self._write()
        if self.problem:
            self.remark = gettext("{problem} Until then, no other session can be opened.").format(
                problem=self.problem
            )
        return not self.problem

    def _leave(self, entries: tuple[Entry, ...], last_number: int) -> None:
        # What was heard since the last line belongs to the session that is left.
        self._keep(self._session.replace(entries, last_number))
        self._let_go()
        self.last = None

    def _let_go(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _find_last(self) -> None:
        for path in self._others():
            kept = self._glance(path)
            if kept is not None and not kept.in_use:
                self.last = kept
                return

    def _look(self) -> None:
        found = [self._glance(path) for path in self._others()]
        self.earlier = tuple(kept for kept in found if kept is not None)

    def _others(self) -> list[Path]:
        if self.folder is None:
            return []
        own = None if self._file is None else self._file.path
        return [path for path in paths_in(self.folder) if path != own]

    def _glance(self, path: Path) -> KeptSession | None:
        try:
            entries = read(path).entries
            lock = locked(path) if entries else None
        except (SessionFileError, OSError) as error:
            log.warning("could not read an earlier session: %s", error)
            return None
        if lock is not None:
            lock.release()
        return KeptSession.of(path, entries, in_use=lock is None) if entries else None

    def _delete(self, path: Path) -> None:
        lock = locked(path)
        if lock is not None and (self._file is None or path != self._file.path):
            path.unlink(missing_ok=True)
            lock.release()
            lock_path(path).unlink(missing_ok=True)
        self._look()
