"""What was said in the last hour, a point every half second."""

from __future__ import annotations

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
    """What was said at one time.

    Attributes:
        at_s: clock time.
        stream: stretch of sound, see :class:`AnalysisFrame`.
        state: of the sound.
        probabilities: (genres,), averaged; None where no genre was named.
        leading: index of the highest of them; None likewise.
    """

    at_s: float
    stream: int
    state: State
    probabilities: FloatArray | None
    leading: int | None

    def differs(self, other: Point) -> bool:
        """Whether something else was said, or of something else."""
        mine = (self.stream, self.state, self.leading)
        return mine != (other.stream, other.state, other.leading)


class History:
    """Points in order of time.

    Attributes:
        genres: names, in the order of the probabilities.
        points: at most an hour's, oldest first.
    """

    def __init__(self) -> None:
        self.genres: tuple[str, ...] = ()
        self.points: deque[Point] = deque(maxlen=round(KEPT_SECONDS / STEP_SECONDS))

    def begin(self, genres: tuple[str, ...]) -> None:
        """Begin anew with other genres; with the same ones go on."""
        if genres != self.genres:
            self.genres = genres
            self.points.clear()

    def note(self, frame: AnalysisFrame) -> bool:
        """Take what is said now, if it is time for a point.

        Args:
            frame: the newest.

        Returns:
            Whether there is one more.
        """
        if self.points and frame.heard_at < self.points[-1].at_s + STEP_SECONDS:
            return False
        named = frame.network is not None and frame.network.genres == self.genres
        said = frame.smoothed if named else None
        leading = None if said is None else int(said.argmax())
        self.points.append(Point(frame.heard_at, frame.stream, frame.state, said, leading))
        return True

    def changes(self) -> list[Point]:
        """The points at which something else was said than just before."""
        every = list(self.points)
        return [now for before, now in pairwise(every) if now.differs(before)]
