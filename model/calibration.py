"""Making probabilities mean what they say: one temperature for all logits."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from model.evaluation import Track
from model.features import FloatArray

TEMPERATURES = np.geomspace(0.5, 3.0, 61)


def temperature(groups: Sequence[Sequence[Track]]) -> float:
    """What to divide the logits by so that the true genres become most likely.

    Args:
        groups: tracks judged at temperature 1; every group that isn't empty weighs the same.

    Returns:
        One of TEMPERATURES; 1 if there are no tracks.

    Source: Guo et al., *On Calibration of Modern Neural Networks*, ICML 2017.
    """
    judged = [group for group in groups if group]
    if not judged:
        return 1.0

    def surprise(scale: float) -> float:
        return float(np.mean([_surprise(group, scale) for group in judged]))

    return float(min(TEMPERATURES, key=surprise))


def tempered(probabilities: FloatArray, scale: float) -> FloatArray:
    """Probabilities (N, genres) as another temperature would have given them."""
    logits = np.log(np.maximum(probabilities, 1e-12)) / scale
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32)


def _surprise(group: Sequence[Track], scale: float) -> float:
    """Mean negative log probability of the true genre over the windows of a group."""
    true = [tempered(track.probabilities, scale)[:, track.genre] for track in group]
    return float(-np.log(np.maximum(np.concatenate(true), 1e-12)).mean())
