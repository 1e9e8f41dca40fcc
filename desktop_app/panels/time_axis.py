"""Which part of a file a strip shows, and where on it a moment lies."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

SHORTEST_VIEW_S = 2.0
"""Seconds shown when zoomed in as far as possible."""
STEPS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 36000)
"""Seconds between two marks of a ruler."""


@dataclass(frozen=True)
class TimeAxis:
    """A horizontal axis over a file, or over a part of it.

    Attributes:
        duration_s: length of the file, in seconds.
        start_s: time at the left edge, in seconds.
        shown_s: seconds from the left edge to the right one.
    """

    duration_s: float = 0.0
    start_s: float = 0.0
    shown_s: float = 0.0

    @classmethod
    def whole(cls, duration_s: float) -> TimeAxis:
        """An axis over a whole file."""
        return cls(duration_s, 0.0, duration_s)

    @property
    def end_s(self) -> float:
        """Time at the right edge, in seconds."""
        return self.start_s + self.shown_s

    @property
    def zoomed_in(self) -> bool:
        """Whether a part of the file lies outside the view."""
        return self.shown_s < self.duration_s

    def x(self, seconds: float, width: float) -> float:
        """Distance in pixels from the left edge of a strip of a given width."""
        return width * (seconds - self.start_s) / max(self.shown_s, 1e-9)

    def seconds(self, x: float, width: float) -> float:
        """Time in seconds at a distance in pixels from the left edge, within the file."""
        return self.within(self.start_s + self.shown_s * x / max(1.0, width))

    def marks(self, width: float, apart: float) -> list[int]:
        """Round times in seconds for a ruler.

        Args:
            width: of the strip, in pixels.
            apart: least distance of two marks, in pixels.
        """
        wanted_s = self.shown_s * apart / max(1.0, width)
        step = next(
            (s for s in STEPS_S if s >= wanted_s), STEPS_S[-1] * math.ceil(wanted_s / STEPS_S[-1])
        )
        first = step * math.ceil(self.start_s / step)
        return list(range(first, math.floor(self.end_s) + 1, step))

    def within(self, seconds: float) -> float:
        """The moment of the file nearest to a time in seconds."""
        return min(max(0.0, seconds), self.duration_s)

    def view(self, start_s: float, shown_s: float) -> TimeAxis:
        """The same file from another start and with another span, both cut to fit."""
        shortest = min(SHORTEST_VIEW_S, self.duration_s)
        shown_s = min(max(shown_s, shortest), self.duration_s)
        start_s = min(max(0.0, start_s), self.duration_s - shown_s)
        return replace(self, start_s=start_s, shown_s=shown_s)

    def zoomed(self, factor: float, fixed_s: float) -> TimeAxis:
        """A view shorter by a factor over 1, or longer, with one moment staying in place."""
        shown_s = self.shown_s / factor
        share = (fixed_s - self.start_s) / max(self.shown_s, 1e-9)
        return self.view(fixed_s - share * shown_s, shown_s)
