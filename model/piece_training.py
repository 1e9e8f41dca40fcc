"""Learning the head over the windows of a stretch of music, from predictions of unheard music."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from model.features import WINDOW_FRAMES, FloatArray
from model.piece import PieceHead, statistics

PULL = 0.05
"""Weight of the squared distance from the mean log probability, which needs no examples."""
ITERATIONS = 200


@dataclass(frozen=True)
class Example:
    """A stretch of music of known genre.

    Attributes:
        probabilities: (windows, genres) of its windows, by a network that never heard it.
        hop_frames: frames from one window to the next, above 0.
        genre: index of the true one.
        weight: above 0; those of all examples should add up to 1.
    """

    probabilities: FloatArray
    hop_frames: float
    genre: int
    weight: float


def fit_head(examples: Sequence[Example], genres: int) -> PieceHead:
    """Fit a head by regularised maximum likelihood; deterministic.

    Args:
        examples: at least one.
        genres: number of genres.

    Returns:
        The head; near the mean log probability where there are few examples.
    """
    plain = PieceHead.mean_log_probability(genres)
    seen = torch.from_numpy(np.stack([statistics(e.probabilities) for e in examples])).double()
    true = torch.tensor([e.genre for e in examples])
    weight = torch.tensor([e.weight for e in examples], dtype=torch.float64)
    spans = [1.0 + (len(e.probabilities) - 1) * e.hop_frames / WINDOW_FRAMES for e in examples]
    brevity = 1.0 / torch.tensor(spans, dtype=torch.float64)
    start = torch.from_numpy(plain.weight).double()
    change = torch.zeros_like(start, requires_grad=True)
    bias = torch.zeros(genres, dtype=torch.float64, requires_grad=True)
    logarithms = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS(
        [change, bias, logarithms], max_iter=ITERATIONS, line_search_fn="strong_wolfe"
    )

    def loss() -> Tensor:
        optimiser.zero_grad()
        long, one = logarithms.exp()
        scale = long + (one - long) * brevity
        logits = (seen @ (start + change).T + bias) / scale[:, None]
        likelihood = torch.log_softmax(logits, dim=1).gather(1, true[:, None])[:, 0]
        pull = PULL * (change.square().sum() + bias.square().sum())
        total = pull - (weight * likelihood).sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimiser.step(loss)  # type: ignore[no-untyped-call]
    long_stretch, one_window = logarithms.detach().exp().tolist()
    return PieceHead(
        (start + change).detach().float().numpy(),
        bias.detach().float().numpy(),
        one_window,
        long_stretch,
    )
