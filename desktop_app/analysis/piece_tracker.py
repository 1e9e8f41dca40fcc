"""The genre of the piece that is being heard, since the music last changed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.analysis.recent_windows import KEPT_SECONDS, RecentWindows
from desktop_app.analysis.segments import floored, most_probable_labels
from desktop_app.analysis.smoothing import Averaged
from model.features import HOP_SAMPLES, SAMPLE_RATE, WINDOW_FRAMES, WINDOW_SAMPLES
from model.piece import HOP_FRAMES, PieceHead

MUSIC_SECONDS = 3.0
"""If more than half of the windows of this time are not music, no genre is shown."""
STEP_SAMPLES = HOP_FRAMES * HOP_SAMPLES
STEP_SECONDS = STEP_SAMPLES / SAMPLE_RATE
HOLD_SHARE = 0.15
"""Of the length of a piece: for so long, words that it contradicts are kept. One that has just
begun is named again soon, and one that has been heard for long does not blink. With MARGIN, it was
chosen by ``tests.benchmarks.steadiness``: changes a minute on pieces of one genre, and the median
of the seconds until a mix is followed.

| | changes | median | within 4 s |
| --- | --- | --- | --- |
| a second for every piece, margin 0.2 | 1.46 | 4.5 | 35 % |
| two seconds, margin 0.2 | 1.20 | 5.5 | 10 % |
| 0.2 of the piece, margin 0.2 | 1.26 | 4.5 | 35 % |
| 0.3 of the piece up to three seconds, margin 0.3 | 0.72 | 5.3 | 20 % |
| 0.15 of the piece, margin 0.25 | 1.08 | 3.9 | 52 % |
| **0.15 of the piece, margin 0.27** | 0.86 | 3.9 | 52 % |
| 0.1 of the piece, margin 0.3 | 0.83 | 3.9 | 53 % |
"""
YOUNG = WINDOW_FRAMES // HOP_FRAMES
"""A piece of fewer windows than these follows every hop; with more of them, a single window that
comes and goes would only make the answer unsteady."""


class PieceTracker:
    """Finds where the music last changed, and combines the windows since then.

    One music window is taken every :data:`HOP_FRAMES` hops, as for the training of the heads that
    combine them. The piece begins with the last stretch of one genre on the most probable path
    through them, the one that also divides files into segments; what came before is forgotten.
    """

    def __init__(self) -> None:
        self._began: int | None = None
        self._due = 0
        self._ends = np.zeros(0, np.int64)
        self._rows = np.zeros((0, 0), np.float32)
        # Of these rows, None before it is asked for.
        self._combined: NDArray[np.float32] | None = None

    def over(self, recent: RecentWindows, combine: PieceHead) -> Averaged | None:
        """Combine the music windows of the piece, at most 30 s.

        Returns:
            None if more than half of the windows of the last three seconds are not music. A piece
            heard after that reaches no further back than these seconds.
        """
        ends, newest = recent.ends, int(recent.ends[-1])
        if not recent.mostly_music(MUSIC_SECONDS):
            self._began, self._due = int(ends[recent.last(MUSIC_SECONDS)][0]), newest
            return None
        if newest >= self._due:
            self._due = newest + STEP_SAMPLES
            self._follow(recent)
        rows, combined = self._rows, self._combined
        if len(rows) < YOUNG and recent.music[-1] and newest != self._ends[-1]:
            rows, combined = np.concatenate([rows, recent.rows[-1:]]), None
        if combined is None:
            combined = combine(rows, HOP_FRAMES)
        # In whole seconds, because it is shown while it grows.
        seconds = round((newest - int(self._ends[0]) + WINDOW_SAMPLES) / SAMPLE_RATE)
        if rows is self._rows:
            self._combined = combined
        seconds = min(seconds, round(KEPT_SECONDS))
        return Averaged(combined, float(seconds), HOLD_SHARE * seconds)

    def _follow(self, recent: RecentWindows) -> None:
        """Find where the piece began and choose its windows."""
        ends = recent.ends[recent.music]
        rows = recent.rows[recent.music]
        began = int(recent.ends[0]) if self._began is None else self._began
        steps = (ends - began) // STEP_SAMPLES
        # The first music window of every step since then.
        chosen = np.flatnonzero(np.diff(steps, prepend=-1) * (steps >= 0))
        labels = most_probable_labels(floored(rows[chosen]), STEP_SECONDS)
        if changes := np.flatnonzero(np.diff(labels)).tolist():
            chosen = chosen[changes[-1] + 1 :]
            began = int(ends[chosen[0]])
        self._began, self._ends, self._rows = began, ends[chosen], rows[chosen]
        self._combined = None

    def reset(self) -> None:
        """Begin a new piece with the next window."""
        self._began, self._due = None, 0
