"""What was heard in the last hour, one point every half second."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.analysis.gate import State
from model.features import FloatArray

KEPT_SECONDS = 3600.0
STEP_SECONDS = 0.5


@dataclass(frozen=True)
class Point:
    """What was heard at one time.

    Attributes:
        at_s: clock time in seconds.
        stream: number of the segment; see :class:`AnalysisFrame`.
        state: what was heard; see :attr:`AnalysisFrame.state`.
        probabilities: (genres,), averaged; None where no genre was shown.
        leading: number of the leading genre, sure or not; None likewise.
    """

    at_s: float
    stream: int
    state: State
    probabilities: FloatArray | None
    leading: int | None

    def differs(self, other: Point) -> bool:
        """Whether the segment or the leading genre differs, or the state where none is shown."""
        return (self.stream, self._heard) != (other.stream, other._heard)

    @property
    def _heard(self) -> int | State:
        return self.state if self.leading is None else self.leading


@dataclass(frozen=True)
class HistorySnapshot:
    """The history at one moment.

    Attributes:
        genres: names, in the order of the probabilities.
        points: at most an hour of them, oldest first.
    """

    genres: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()

    def changes(self) -> list[Point]:
        """The points that differ from the one before."""
        return [now for before, now in pairwise(self.points) if now.differs(before)]


class History:
    """Collects points on the analysis thread; any thread may take a snapshot."""

    def __init__(self) -> None:
        self._genres: tuple[str, ...] = ()
        self._points: deque[Point] = deque(maxlen=round(KEPT_SECONDS / STEP_SECONDS))
        self._snapshot: HistorySnapshot | None = None
        self._lock = threading.Lock()

    def note(self, frame: AnalysisFrame) -> None:
        """Add a point for a frame, if it is time for one.

        A model with other genres starts a new history.
        """
        genres = self._genres if frame.network is None else tuple(frame.network.genres)
        if (
            genres == self._genres
            and self._points
            and frame.heard_at < self._points[-1].at_s + STEP_SECONDS
        ):
            return
        answer = frame.answer
        point = Point(
            frame.heard_at,
            frame.stream,
            frame.state,
            answer.probabilities if answer else None,
            answer.number if answer else None,
        )
        with self._lock:
            if self._genres and genres != self._genres:
                self._points.clear()
            self._genres = genres
            self._points.append(point)
            self._snapshot = None

    def pause(self) -> None:
        """Do nothing: without sound there are no points."""

    def snapshot(self) -> HistorySnapshot:
        """Return the history now, the same object until there is another point."""
        with self._lock:
            if self._snapshot is None:
                self._snapshot = HistorySnapshot(self._genres, tuple(self._points))
            return self._snapshot
