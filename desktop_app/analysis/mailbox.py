"""Slots that pass the newest result from one thread to another, without a growing queue."""

from __future__ import annotations

import math
from collections import deque
from typing import Generic, TypeVar

from desktop_app.analysis.frame import AnalysisFrame

T = TypeVar("T")
TOGETHER_SECONDS = 0.006
"""Longest interval between two frames of one burst."""
FRESH_SECONDS = 0.01
"""No other burst is expected before the next screen update if this one is more recent."""


class Mailbox(Generic[T]):
    """A slot for the newest item; posting replaces an item that was not taken."""

    def __init__(self) -> None:
        self._slot: deque[T] = deque(maxlen=1)

    def post(self, item: T) -> None:
        """Put in the newest item."""
        self._slot.append(item)

    def take(self) -> T | None:
        """Take the newest item since the last call, or None."""
        try:
            return self._slot.popleft()
        except IndexError:
            return None


class FrameMailbox:
    """Frames for a display: the newest one, and the one before it if both came together.

    Resamplers deliver two hops at a time, about 26 times per second. A faster display shows one
    after the other, rather than one of them and then nothing, but only if nothing newer is expected
    before its next update, so that it is as current as possible.
    """

    def __init__(self) -> None:
        self._frames: deque[tuple[float, AnalysisFrame]] = deque(maxlen=2)

    def post(self, frame: AnalysisFrame, now: float) -> None:
        """Put in a frame at a clock time."""
        self._frames.append((now, frame))

    def take(self, now: float = math.inf) -> AnalysisFrame | None:
        """Take the frame to show at a clock time, or the newest; None if there is nothing new."""
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
