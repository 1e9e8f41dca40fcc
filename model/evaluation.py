"""Evaluation figures, computed from the predicted probabilities of windows of known genre."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.features import FloatArray

ECE_BINS = 15
"""Equal-width bins of the calibration error."""
RESAMPLES = 1000
"""Bootstrap resamples of the tracks."""


@dataclass(frozen=True)
class Track:
    """A model's predictions for one track.

    Attributes:
        genre: index of the true genre; -1 for what is not music.
        probabilities: (windows, genres), at least one window.
        music: (windows,) probability that each window is music.
    """

    genre: int
    probabilities: FloatArray
    music: FloatArray

    @property
    def predicted(self) -> int:
        """Index of the genre with the highest mean log probability over the windows."""
        return int(np.log(np.maximum(self.probabilities, 1e-12)).mean(axis=0).argmax())

    @property
    def correct(self) -> NDArray[np.bool_]:
        """Whether the most probable genre of each window is the true one, (windows,)."""
        return np.asarray(self.probabilities.argmax(axis=1) == self.genre)


Judged = dict[str, list[Track]]
"""A model's predictions for held-out tracks, by test condition."""


def report(tracks: Sequence[Track], genres: Sequence[str], seed: int = 0) -> dict[str, Any]:
    """Compute all evaluation figures of a set of tracks.

    Args:
        tracks: at least one, all of them music.
        genres: names, in the order of the probabilities.
        seed: of the bootstrap.

    Returns:
        ``window_accuracy`` over all windows and ``track_accuracy``, each with ``..._interval``,
        the 95 % bootstrap interval over tracks; ``ece`` of the windows, likewise, and the
        ``reliability`` bins behind it, see :func:`reliability`; ``per_genre``, name ->
        ``precision``, ``recall`` and number of ``tracks``, by track; ``confusion``, rows true and
        columns predicted, in tracks; ``tracks`` and ``windows``, the counts.

    Raises:
        ValueError: if there are no tracks.
    """
    if not tracks:
        raise ValueError("there are no tracks to evaluate")
    correct = np.array([track.correct.sum() for track in tracks])
    windows = np.array([len(track.correct) for track in tracks])
    predicted = np.array([track.predicted for track in tracks])
    true = np.array([track.genre for track in tracks])
    bins = reliability(
        np.concatenate([track.probabilities for track in tracks]), np.repeat(true, windows)
    )
    gaps = _gaps(tracks)
    draws = np.random.default_rng(seed).integers(len(tracks), size=(RESAMPLES, len(tracks)))
    times = np.stack([np.bincount(draw, minlength=len(tracks)) for draw in draws])
    confusion = np.zeros((len(genres), len(genres)), int)
    np.add.at(confusion, (true, predicted), 1)
    return {
        "window_accuracy": float(correct.sum() / windows.sum()),
        "window_accuracy_interval": _interval(correct[draws].sum(1) / windows[draws].sum(1)),
        "track_accuracy": float((predicted == true).mean()),
        "track_accuracy_interval": _interval((predicted == true)[draws].mean(axis=1)),
        "ece": calibration_error(bins),
        "ece_interval": _interval(np.abs(times @ gaps).sum(1) / windows[draws].sum(1)),
        "reliability": bins,
        "per_genre": {
            genre: {
                "precision": _ratio(confusion[index, index], confusion[:, index].sum()),
                "recall": _ratio(confusion[index, index], confusion[index].sum()),
                "tracks": int(confusion[index].sum()),
            }
            for index, genre in enumerate(genres)
        },
        "confusion": confusion.tolist(),
        "tracks": len(tracks),
        "windows": int(windows.sum()),
    }


def reliability(
    probabilities: FloatArray, labels: NDArray[np.int64]
) -> list[dict[str, float | int]]:
    """Compute the reliability diagram: accuracy by confidence.

    Args:
        probabilities: (N, genres).
        labels: (N,) indices of the true genres.

    Returns:
        For each non-empty one of 15 equal-width bins of the highest probability: its mean
        ``confidence``, its ``accuracy`` and the number of ``windows`` in it.
    """
    confidence = probabilities.max(axis=1).astype(np.float64)
    correct = probabilities.argmax(axis=1) == labels
    number = _bin(confidence)
    return [
        {
            "confidence": float(confidence[number == index].mean()),
            "accuracy": float(correct[number == index].mean()),
            "windows": int((number == index).sum()),
        }
        for index in np.unique(number)
    ]


def calibration_error(bins: Sequence[Mapping[str, float | int]]) -> float:
    """Compute the expected calibration error: the mean gap between confidence and accuracy.

    Source: Guo et al., *On Calibration of Modern Neural Networks*, ICML 2017; 15 equal-width bins.

    Args:
        bins: as returned by :func:`reliability`.

    Returns:
        The error, 0 to 1.
    """
    gaps = [abs(part["accuracy"] - part["confidence"]) * part["windows"] for part in bins]
    return sum(gaps) / sum(part["windows"] for part in bins)


def share(parts: Sequence[NDArray[np.bool_]], seed: int = 0) -> dict[str, Any]:
    """Compute the share of windows for which something holds.

    Args:
        parts: for each track, (windows,) whether it holds.
        seed: of the bootstrap over tracks.

    Returns:
        ``share``, 0 to 1, and ``share_interval``, its 95 % bootstrap interval.
    """
    holds = np.array([part.sum() for part in parts])
    windows = np.array([len(part) for part in parts])
    draws = np.random.default_rng(seed).integers(len(parts), size=(RESAMPLES, len(parts)))
    return {
        "share": float(holds.sum() / windows.sum()),
        "share_interval": _interval(holds[draws].sum(1) / windows[draws].sum(1)),
    }


def _gaps(tracks: Sequence[Track]) -> NDArray[np.float64]:
    """Sum accuracy minus confidence over the windows of each track and bin: (tracks, bins)."""
    gaps = np.zeros((len(tracks), ECE_BINS))
    for row, track in zip(gaps, tracks, strict=True):
        confidence = track.probabilities.max(axis=1).astype(np.float64)
        np.add.at(row, _bin(confidence), track.correct - confidence)
    return gaps


def _bin(confidence: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.minimum((confidence * ECE_BINS).astype(np.int64), ECE_BINS - 1)


def _interval(draws: NDArray[np.float64]) -> list[float]:
    low, high = np.percentile(draws, (2.5, 97.5))
    return [float(low), float(high)]


def _ratio(part: int, whole: int) -> float | None:
    return float(part / whole) if whole else None
