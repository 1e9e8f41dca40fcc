"""Measures the rate of screen updates and their delay after the sound."""

from __future__ import annotations

from collections import deque
from statistics import median

_SECONDS = 2.0


class FrameRate:
    """Screen updates per second, and their delay, over the last two seconds."""

    def __init__(self) -> None:
        self._painted: deque[tuple[float, float]] = deque()

    def painted(self, now: float, heard_at: float) -> None:
        """Count an update, unless it shows old sound, as on a page that is opened after the end.

        Args:
            now: when it was painted, in seconds.
            heard_at: when its newest sound was heard, by the same clock.
        """
        if now - heard_at < _SECONDS:
            self._painted.append((now, now - heard_at))
        self._forget(now)

    def updates_per_s(self, now: float) -> float:
        """Return the screen updates per second."""
        self._forget(now)
        return len(self._painted) / _SECONDS

    def delay_s(self, now: float) -> float | None:
        """Return the median time from sound to screen, in seconds; None without updates."""
        self._forget(now)
        return median(delay for _, delay in self._painted) if self._painted else None

    def _forget(self, now: float) -> None:
        while self._painted and self._painted[0][0] < now - _SECONDS:
            self._painted.popleft()
