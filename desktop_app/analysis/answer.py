"""What is said about the genre: one genre, one of two, or that it is not sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.formatting.text import display_name, either
from model.features import SAMPLE_RATE

NOT_SURE = "not sure"
HOLD_SECONDS = 1.0
SECOND_SHARE = 1 / 3
MARGIN = 0.27
"""How far a probability may pass a threshold before the words change."""


@dataclass(frozen=True, eq=False)
class Answer:
    """The genre as it is named.

    Attributes:
        probabilities: (genres,), summing to 1.
        genres: their names, as the model spells them.
        named: numbers of the genres that are named, the most probable first: one genre if the
            answer is sure, two if it is one of them, none if it is not sure.
        leaning: number of the genre that will be named if an answer that is not sure stays as
            probable as it is now; None for none.
    """

    probabilities: NDArray[np.float32]
    genres: tuple[str, ...]
    named: tuple[int, ...]
    leaning: int | None = None

    @classmethod
    def of(
        cls, probabilities: NDArray[np.float32], genres: Sequence[str], sure_threshold: float
    ) -> Answer:
        """Name as few genres as together reach the threshold, but no more than two.

        A second genre is only named if it is at least SECOND_SHARE as probable as the first.

        Args:
            probabilities: (genres,), summing to 1.
            genres: their names.
            sure_threshold: probability from which an answer is sure, 0 to 1; 0 for always.
        """
        best = np.argsort(-probabilities, kind="stable")[:2].tolist()
        if probabilities[best[-1]] < SECOND_SHARE * probabilities[best[0]]:
            best = best[:1]
        for count in range(1, len(best) + 1):
            if probabilities[best[:count]].sum() >= sure_threshold:
                return cls(probabilities, tuple(genres), tuple(best[:count]))
        return cls(probabilities, tuple(genres), ())

    @property
    def sure(self) -> bool:
        """Whether one genre is named."""
        return len(self.named) == 1

    @property
    def number(self) -> int:
        """Number of the leading genre: the first one named, or else the most probable."""
        return self.named[0] if self.named else int(self.probabilities.argmax())

    @property
    def genre(self) -> str:
        """The leading genre, as the model spells it."""
        return self.genres[self.number]

    @property
    def probability(self) -> float:
        """Probability of the leading genre."""
        return float(self.probabilities[self.number])

    @property
    def share(self) -> float | None:
        """Probability that it is one of the genres named; None if none is."""
        return float(self.probabilities[list(self.named)].sum()) if self.named else None

    @property
    def label(self) -> str:
        """``pop``, ``pop or rock`` or ``not sure``, with the genres as the model spells them."""
        return either([self.genres[number] for number in self.named]) or NOT_SURE

    @property
    def words(self) -> str:
        """The label for display: ``Pop``, ``Pop or Rock`` or ``Not sure``."""
        return display_name(self.label)


class Wording:
    """Keeps the words steady while the probabilities hover around a threshold.

    The same genres stay named until that has been wrong by more than a margin for a while; only
    then the words change, to what is true at that time.
    """

    def __init__(self) -> None:
        self._named: tuple[int, ...] | None = None
        self._true_until = 0

    def settle(
        self,
        end_sample: int,
        answer: Answer,
        sure_threshold: float,
        hold_s: float = HOLD_SECONDS,
    ) -> Answer:
        """Return an answer with the genres that are to be named now.

        Args:
            end_sample: when it was found, at 22 050 Hz.
            answer: as it would be without those before.
            sure_threshold: probability from which it was sure, 0 to 1.
            hold_s: for how long words are kept that are no longer true, in seconds; 0 for words
                that follow every change at once.
        """
        margin = MARGIN if hold_s > 0.0 else 0.0
        if self._named is None or answer.named == self._named:
            self._named, self._true_until = answer.named, end_sample
        elif margin and _still_true(self._named, answer, sure_threshold, margin):
            self._true_until = end_sample
        elif end_sample - self._true_until > hold_s * SAMPLE_RATE:
            self._named, self._true_until = answer.named, end_sample
        leaning = answer.named[0] if answer.sure and not self._named else None
        return replace(answer, named=self._named, leaning=leaning)

    def reset(self) -> None:
        """Take the next answer as it is, because no genre is shown before it."""
        self._named = None


def _still_true(
    named: tuple[int, ...], answer: Answer, sure_threshold: float, margin: float
) -> bool:
    """Return whether the genres named are wrong by no more than a margin."""
    probabilities = answer.probabilities
    if not named:
        return bool(np.sort(probabilities)[-2:].sum() < sure_threshold + margin)
    leads = int(probabilities.argmax()) in named
    # Either of two genres is no longer said once one of them is clearly sure.
    undecided = len(named) == 1 or bool(probabilities.max() < sure_threshold + margin)
    enough = bool(probabilities[list(named)].sum() >= sure_threshold - margin)
    return leads and undecided and enough
