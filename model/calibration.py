"""Temperature scaling: calibrating probabilities by one temperature for all logits.

Source: Guo et al., *On Calibration of Modern Neural Networks*, ICML 2017.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from model.evaluation import Track
from model.features import FloatArray

TEMPERATURES = np.geomspace(0.5, 3.0, 61)
"""The candidates."""


def fit_temperature(groups: Sequence[Sequence[Track]]) -> float:
    """Find the temperature that maximises the likelihood of the true genres.

    Args:
        groups: tracks predicted at temperature 1; all groups that are not empty weigh the same.

    Returns:
        One of TEMPERATURES; 1 if there are no tracks.
    """
    judged = [group for group in groups if group]
    if not judged:
        return 1.0

    def loss(temperature: float) -> float:
        return float(np.mean([_loss(group, temperature) for group in judged]))

    return float(min(TEMPERATURES, key=loss))


def apply_temperature(probabilities: FloatArray, temperature: float) -> FloatArray:
    """Rescale probabilities (N, genres) from temperature 1 to another temperature."""
    logits = np.log(np.maximum(probabilities, 1e-12)) / temperature
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32)


def _loss(group: Sequence[Track], temperature: float) -> float:
    """Return the mean negative log-likelihood over the windows of a group."""
    true = [apply_temperature(track.probabilities, temperature)[:, track.genre] for track in group]
    return float(-np.log(np.maximum(np.concatenate(true), 1e-12)).mean())
