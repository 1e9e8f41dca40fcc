"""Averages genre probabilities over a fixed time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.analysis.answer import HOLD_SECONDS
from desktop_app.analysis.recent_windows import RecentWindows
from model.piece import PieceHead

LONGEST_SECONDS = 10.0


@dataclass(frozen=True, eq=False)
class Averaged:
    """The genre probabilities of the last seconds.

    Attributes:
        probabilities: (genres,), summing to 1.
        seconds: how much sound they stand for; 0 for the newest window alone.
        hold_s: for how long words that they contradict are kept, in seconds; see :class:`Wording`.
    """

    probabilities: NDArray[np.float32]
    seconds: float
    hold_s: float


class Average(Protocol):
    """A way to average over the recent windows."""

    def over(self, recent: RecentWindows, combine: PieceHead) -> Averaged | None:
        """Average after each window.

        Args:
            recent: at least one window.
            combine: combines the windows of a piece.

        Returns:
            None if no genre is to be shown.
        """

    def reset(self) -> None:
        """Forget what was found in earlier windows, because unrelated sound follows."""


class Smoother:
    """Mean of the genre probabilities over the music windows of the last seconds.

    Attributes:
        seconds: length of the mean, 0 to 10; 0 passes the newest window through.
    """

    def __init__(self, seconds: float) -> None:
        """Choose a time.

        Args:
            seconds: length of the mean, 0 to 10.
        """
        self.seconds = seconds

    def over(self, recent: RecentWindows, combine: PieceHead) -> Averaged | None:
        """Average over the music windows that ended within the last seconds.

        Returns:
            None if more than half of all windows in that time are not music.
        """
        if not recent.mostly_music(self.seconds):
            return None
        last = recent.last(self.seconds)
        mean = recent.rows[last].sum(axis=0) / np.float32(recent.music[last].sum())
        # Whoever wants to see every window also wants to see it named.
        return Averaged(np.asarray(mean), self.seconds, min(HOLD_SECONDS, self.seconds))

    def reset(self) -> None:
        """Do nothing: all that it uses are the windows."""
