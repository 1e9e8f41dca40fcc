"""The genre of a stretch of music, from the genre probabilities of many windows of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.features import WINDOW_FRAMES, FloatArray
from model.softmax import softmax

HOP_FRAMES = 20
"""Frames from one window to the next for which heads are trained (0.46 s)."""
STATISTICS = 3
"""Mean, standard deviation and maximum over the windows."""
TEMPERATURE_TERMS = 3
"""Terms of the logarithm of the temperature."""
HIGHEST_DOUBT = 3.0
"""Largest logarithm of the temperature, and of its inverse."""
LEAST_PROBABILITY = 1e-4
"""Lower limit of a window's probabilities, so that no single window rules out a genre."""


@dataclass(frozen=True)
class PieceHead:
    """A linear layer on statistics of the windows' log probabilities, and its calibration.

    Attributes:
        weight: (genres, 3 * genres), applied to mean, standard deviation and maximum of each
            genre's log probability over the windows.
        bias: (genres,).
        doubt: (3,) logarithm of the temperature: a constant, its increase for a stretch of a
            single window, and its increase with the windows' :func:`uncertainty`, which is higher
            through a microphone.
    """

    weight: FloatArray
    bias: FloatArray
    doubt: FloatArray

    @classmethod
    def mean_log_probability(cls, genres: int) -> PieceHead:
        """The head without training: the mean log probability of the windows."""
        weight = np.zeros((genres, STATISTICS * genres), np.float32)
        weight[:, :genres] = np.eye(genres)
        return cls(weight, np.zeros(genres, np.float32), np.zeros(TEMPERATURE_TERMS, np.float32))

    def __call__(self, probabilities: NDArray[np.float32], hop_frames: float) -> FloatArray:
        """Compute the genre probabilities of the whole stretch.

        Args:
            probabilities: (N, genres) of consecutive windows, given that they are music; N >= 1.
            hop_frames: frames from one window to the next, above 0.

        Returns:
            (genres,), summing to 1.

        Raises:
            ValueError: if there is no window, or the number of genres differs.
        """
        if probabilities.ndim != 2 or probabilities.shape[1] != len(self.bias):
            raise ValueError(
                f"probabilities must be (N, {len(self.bias)}), not {probabilities.shape}"
            )
        if not len(probabilities):
            raise ValueError("a stretch needs at least one window")
        logits = self.weight @ statistics(probabilities) + self.bias
        doubt = float(self.doubt @ temperature_terms(probabilities, hop_frames))
        scaled = logits / np.exp(np.clip(doubt, -HIGHEST_DOUBT, HIGHEST_DOUBT))
        return np.asarray(softmax(scaled), np.float32)


def statistics(probabilities: NDArray[np.float32]) -> FloatArray:
    """Compute what a head sees of a stretch.

    Args:
        probabilities: (N, genres) of its windows; N >= 1.

    Returns:
        (3 * genres,): mean, standard deviation and maximum of each genre's log probability.
    """
    logs = np.log(np.maximum(probabilities, LEAST_PROBABILITY))
    parts = [logs.mean(axis=0), logs.std(axis=0), logs.max(axis=0)]
    return np.concatenate(parts).astype(np.float32)


def temperature_terms(probabilities: NDArray[np.float32], hop_frames: float) -> FloatArray:
    """Compute what the temperature of a stretch depends on.

    Args:
        probabilities: (N, genres) of its windows; N >= 1.
        hop_frames: frames from one window to the next, above 0.

    Returns:
        (3,): 1; the length of a window as a fraction of the stretch, 0 to 1; the uncertainty.
    """
    windows = 1.0 + (len(probabilities) - 1) * hop_frames / WINDOW_FRAMES
    return np.array([1.0, 1.0 / windows, uncertainty(probabilities)], np.float32)


def uncertainty(probabilities: NDArray[np.float32]) -> float:
    """Return the mean entropy of the windows, (N, genres), as a fraction of the highest: 0 to 1."""
    logs = np.log(np.maximum(probabilities, LEAST_PROBABILITY))
    entropy = -(probabilities * logs).sum(axis=1).mean()
    return float(entropy) / max(math.log(probabilities.shape[1]), LEAST_PROBABILITY)
