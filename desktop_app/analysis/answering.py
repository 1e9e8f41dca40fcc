"""From the windows of live sound to the answer that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.analysis.answer import Answer, Wording
from desktop_app.analysis.piece_tracker import PieceTracker
from desktop_app.analysis.recent_windows import RecentWindows
from desktop_app.analysis.smoothing import Average

if TYPE_CHECKING:
    from model.classifier import Classifier


class Answering:
    """Averages over the recent windows and words the result.

    Attributes:
        average: how to average; may be replaced at any time from any thread.
    """

    def __init__(self) -> None:
        self.average: Average = PieceTracker()
        self._recent = RecentWindows()
        self._wording = Wording()

    def update(
        self, end_sample: int, probabilities: NDArray[np.float32] | None, network: Classifier
    ) -> tuple[Answer | None, float]:
        """Add a window and answer.

        Args:
            end_sample: index of the window's end at 22 050 Hz, higher than for the window before.
            probabilities: (genres,) of the window; None if it is not music.
            network: the one that computed them, the same as for all windows since the last reset.

        Returns:
            The answer, None if no genre is to be shown; and the seconds of sound that it is about,
            0 for the newest window alone.
        """
        self._recent.add(end_sample, probabilities)
        averaged = self.average.over(self._recent, network.piece)
        if averaged is None:
            self._wording.reset()
            return None, 0.0
        threshold = network.sure_threshold
        answer = Answer.of(averaged.probabilities, network.genres, threshold)
        settled = self._wording.settle(end_sample, answer, threshold, averaged.hold_s)
        return settled, averaged.seconds

    def reset(self) -> None:
        """Forget everything, because unrelated sound follows, or another network."""
        self._recent.clear()
        self.average.reset()
        self._wording.reset()
