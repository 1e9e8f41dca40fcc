"""Slots through which one thread hands another its newest result, without a queue that grows."""

from __future__ import annotations

import math
from collections import deque
from typing import Generic, TypeVar

from desktop_app.analysis.frame import AnalysisFrame

T = TypeVar("T")
TOGETHER_SECONDS = 0.006
"""Between two frames of one burst, at most."""
FRESH_SECONDS = 0.01
"""A burst that is younger is not followed by another before the display's next picture."""


class Mailbox(Generic[T]):
    """A slot for the newest of something: posting replaces what nobody has taken."""

    def __init__(self) -> None:
        self._slot: deque[T] = deque(maxlen=1)

    def post(self, item: T) -> None:
        """Leave the newest."""
        self._slot.append(item)

    def take(self) -> T | None:
        """The newest since the last call, or None."""
        try:
            return self._slot.popleft()
        except IndexError:
            return None


class FrameMailbox:
    """What is left for a display: the newest frame, and the one before it if both came together.

    Resamplers give two hops at a time, some 26 times a second. A display that is quicker shows one
    after the other, rather than one of them and then nothing; but only where nothing newer is to be
    expected until its next picture, so that what it shows is as new as it can be.
    """

    def __init__(self) -> None:
        self._frames: deque[tuple[float, AnalysisFrame]] = deque(maxlen=2)

    def post(self, frame: AnalysisFrame, now: float) -> None:
        """Leave a frame at a clock time."""
        self._frames.append((now, frame))

    def take(self, now: float = math.inf) -> AnalysisFrame | None:
        """The frame to show at a clock time, None for nothing new; the newest without a time."""
        try:
            posted, frame = self._frames.popleft()
        except IndexError:
            return None
        while self._frames:
            later, _ = self._frames[0]
            if later - posted < TOGETHER_SECONDS and now - later < FRESH_SECONDS:
                break
            posted, frame = self._frames.popleft()
        return frame
