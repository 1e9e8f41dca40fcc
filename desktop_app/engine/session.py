"""The session: everything heard, part by part, with the user's names and notes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.engine.session_collector import Collector, Heard, Part
from desktop_app.engine.session_entries import Entry


class Session:
    """Collects parts on the analysis thread; any thread may read and edit the entries.

    Attributes:
        revision: grows with every change.
        generation: grows when other entries take the place of all.
        on_edited: called after every change that the user made, on the thread that made it.
    """

    def __init__(
        self, clock: Callable[[], float], wall_clock: Callable[[], float] = time.time
    ) -> None:
        """Begin an empty session.

        Args:
            clock: that of ``AnalysisFrame.heard_at``, in seconds.
            wall_clock: seconds since 1970.
        """
        self.revision = self.generation = 0
        self.on_edited: Callable[[], None] = lambda: None
        self._clock, self._wall_clock = clock, wall_clock
        self._collector = Collector()
        self._entries: dict[int, Entry] = {}
        self._removed: set[int] = set()
        self._lock = threading.Lock()

    # On the analysis thread.

    def note(self, frame: AnalysisFrame) -> None:
        """Take a frame; a replay was already listed when it was heard first."""
        if frame.replay:
            return
        # The wall clock can be changed, and the other one stops while the computer sleeps.
        at = self._wall_clock() - (self._clock() - frame.heard_at)
        with self._lock:
            parts = self._collector.note(_heard(at, frame))
            if parts:
                self._update(parts)

    def pause(self) -> None:
        """End the current part, because there is no source."""
        with self._lock:
            if parts := self._collector.end():
                self._update(parts)

    def _update(self, parts: Iterable[Part]) -> None:
        for part in parts:
            known = self._entries.get(part.number)
            self._entries[part.number] = Entry(part) if known is None else replace(known, part=part)
        self.revision += 1

    # On any thread.

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that haven't been removed, in order of time."""
        with self._lock:
            return self._visible()

    def _visible(self) -> tuple[Entry, ...]:
        return tuple(
            entry for number, entry in self._entries.items() if number not in self._removed
        )

    def replace(self, entries: Sequence[Entry], last_number: int) -> tuple[Entry, ...]:
        """Put other entries in place of all; what is heard from now on is a new part of theirs.

        Args:
            entries: in order of time.
            last_number: at least the highest number of a part among them.

        Returns:
            The entries until now.
        """
        with self._lock:
            before = self._visible()
            self._entries = {entry.part.number: entry for entry in entries}
            self._removed = set()
            self._collector = Collector(last_number)
            self.revision += 1
            self.generation += 1
            return before

    def describe(self, number: int, *, name: str | None = None, note: str | None = None) -> None:
        """Set the user's name and note for a part.

        Args:
            number: of the part.
            name: shown in place of what was heard; empty removes it, None leaves it unchanged.
            note: free text; None leaves it unchanged.

        Raises:
            KeyError: there is no such part.
        """
        with self._lock:
            entry = self._entries[number]
            self._entries[number] = replace(
                entry,
                name=entry.name if name is None else name,
                note=entry.note if note is None else note,
            )
            self.revision += 1
        self.on_edited()

    def remove(self, numbers: Iterable[int]) -> None:
        """Remove parts by their numbers."""
        with self._lock:
            self._removed.update(numbers)
            self.revision += 1
        self.on_edited()

    def restore(self, numbers: Iterable[int]) -> None:
        """Put removed parts back."""
        with self._lock:
            self._removed.difference_update(numbers)
            self.revision += 1
        self.on_edited()


def _heard(at: float, frame: AnalysisFrame) -> Heard:
    share = None if frame.answer is None else frame.answer.share
    return Heard(at, frame.source, frame.heard, share, frame.recorded)
