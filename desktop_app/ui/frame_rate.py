"""How many pictures a second reach the screen, and how old the sound in them is."""

from __future__ import annotations

from collections import deque
from statistics import median

SECONDS = 2.0


class FrameRate:
    """Counts pictures over the last two seconds."""

    def __init__(self) -> None:
        self._painted: deque[tuple[float, float]] = deque()

    def painted(self, now: float, heard_at: float) -> None:
        """Note a picture, painted ``now``, of sound heard at ``heard_at``; both clock times."""
        self._painted.append((now, now - heard_at))
        self._forget(now)

    def pictures_per_s(self, now: float) -> float:
        """Pictures a second."""
        self._forget(now)
        return len(self._painted) / SECONDS

    def delay_s(self, now: float) -> float | None:
        """Median age of the newest sound in a picture when it was painted; None without any."""
        self._forget(now)
        return median(delay for _, delay in self._painted) if self._painted else None

    def _forget(self, now: float) -> None:
        while self._painted and self._painted[0][0] < now - SECONDS:
            self._painted.popleft()
