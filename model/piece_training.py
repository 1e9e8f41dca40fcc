"""Learning the head over the windows of a stretch of music, from predictions of unheard music."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from model.features import FloatArray
from model.piece import (
    HIGHEST_DOUBT,
    TEMPERATURE_TERMS,
    PieceHead,
    statistics,
    temperature_terms,
)

PULL = 0.15
"""Weight of the squared distance from the mean log probability, which needs no examples."""
DOUBT_PULL = 0.001
"""Weight of the squared logarithm of the temperature, which otherwise falls to 0 where everything
is right."""
ITERATIONS = 100


@dataclass(frozen=True)
class Example:
    """A stretch of music of known genre.

    Attributes:
        probabilities: (windows, genres) of its windows, by a network that never heard it.
        hop_frames: frames from one window to the next, above 0.
        genre: index of the true one.
        weight: above 0; only the ratio to the weights of other examples matters.
    """

    probabilities: FloatArray
    hop_frames: float
    genre: int
    weight: float


@dataclass(frozen=True)
class _Seen:
    """Examples as tensors: what the head sees, the temperature's terms, genres and weights."""

    statistics: Tensor
    terms: Tensor
    genres: Tensor
    weights: Tensor

    @classmethod
    def of(cls, examples: Sequence[Example]) -> _Seen:
        found = [statistics(e.probabilities) for e in examples]
        terms = [temperature_terms(e.probabilities, e.hop_frames) for e in examples]
        weights = torch.tensor([e.weight for e in examples], dtype=torch.float64)
        return cls(
            torch.from_numpy(np.stack(found)).double(),
            torch.from_numpy(np.stack(terms)).double(),
            torch.tensor([e.genre for e in examples]),
            weights / weights.sum(),
        )

    def loss(self, logits: Tensor, doubt: Tensor) -> Tensor:
        extent = HIGHEST_DOUBT
        scaled = logits / (self.terms @ doubt).clamp(-extent, extent).exp()[:, None]
        likelihood = torch.log_softmax(scaled, dim=1).gather(1, self.genres[:, None])[:, 0]
        return DOUBT_PULL * doubt.square().sum() - (self.weights * likelihood).sum()


def fit_head(folds: Sequence[Sequence[Example]], genres: int) -> PieceHead:
    """Fit a head by regularised maximum likelihood; deterministic.

    The temperature is fitted to what heads trained on the other folds say about each fold, because
    a head is too sure about its own examples.

    Args:
        folds: examples, of which at least one; those of one piece of music in one fold.
        genres: number of genres.

    Returns:
        The head; near the mean log probability where there are few examples.
    """
    used = [examples for examples in folds if examples]
    head = _fitted([example for examples in used for example in examples], genres)
    if len(used) < 2:
        return head
    logits = []
    for number, examples in enumerate(used):
        others = [e for at, other in enumerate(used) if at != number for e in other]
        other_head = _fitted(others, genres)
        seen = np.stack([statistics(example.probabilities) for example in examples])
        logits.append(torch.from_numpy(seen @ other_head.weight.T + other_head.bias).double())
    everything = _Seen.of([example for examples in used for example in examples])
    doubt = torch.from_numpy(head.doubt).double().requires_grad_()
    unheard = torch.cat(logits)
    _minimise([doubt], lambda: everything.loss(unheard, doubt))
    return replace(head, doubt=doubt.detach().float().numpy())


def _fitted(examples: Sequence[Example], genres: int) -> PieceHead:
    plain = PieceHead.mean_log_probability(genres)
    seen = _Seen.of(examples)
    start = torch.from_numpy(plain.weight).double()
    change = torch.zeros_like(start, requires_grad=True)
    bias = torch.zeros(genres, dtype=torch.float64, requires_grad=True)
    doubt = torch.zeros(TEMPERATURE_TERMS, dtype=torch.float64, requires_grad=True)

    def loss() -> Tensor:
        pull = change.square().sum() + bias.square().sum()
        return PULL * pull + seen.loss(seen.statistics @ (start + change).T + bias, doubt)

    _minimise([change, bias, doubt], loss)
    return PieceHead(
        (start + change).detach().float().numpy(),
        bias.detach().float().numpy(),
        doubt.detach().float().numpy(),
    )


def _minimise(parameters: list[Tensor], loss: Callable[[], Tensor]) -> None:
    optimiser = torch.optim.LBFGS(parameters, max_iter=ITERATIONS, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        optimiser.zero_grad()
        value = loss()
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimiser.step(closure)  # type: ignore[no-untyped-call]
