"""How good a model is: figures from the probabilities of windows of known genre."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.features import FloatArray

ECE_BINS = 15
RESAMPLES = 1000
"""Of the bootstrap over tracks."""


@dataclass(frozen=True)
class Track:
    """What a model said of one track.

    Attributes:
        genre: index of the true one; -1 for what is no music.
        probabilities: (windows, genres), at least one window.
        music: (windows,) probability that each is music.
    """

    genre: int
    probabilities: FloatArray
    music: FloatArray

    @property
    def named(self) -> int:
        """Index of the genre with the highest mean log probability over the windows."""
        return int(np.log(np.maximum(self.probabilities, 1e-12)).mean(axis=0).argmax())

    @property
    def right(self) -> NDArray[np.bool_]:
        """Per window, whether its leading genre is the true one."""
        return np.asarray(self.probabilities.argmax(axis=1) == self.genre)


Judged = dict[str, list[Track]]
"""What a model said of held-out tracks, by condition."""


def report(tracks: Sequence[Track], genres: Sequence[str], seed: int = 0) -> dict[str, Any]:
    """All figures of a set of tracks.

    Args:
        tracks: at least one, all of music.
        genres: their names.
        seed: of the bootstrap.

    Returns:
        ``window_accuracy`` over all windows, ``track_accuracy``, each with ``..._interval``, the
        95 % interval from resampling tracks; ``ece`` of the windows, likewise, and the
        ``reliability`` behind it, see :func:`reliability`; ``per_genre``, name ->
        ``precision``, ``recall`` and number of ``tracks``, by track; ``confusion``, rows true and
        columns named, in tracks; ``tracks`` and ``windows``, how many.

    Raises:
        ValueError: there are no tracks.
    """
    if not tracks:
        raise ValueError("there are no tracks to judge by")
    right = np.array([track.right.sum() for track in tracks])
    windows = np.array([len(track.right) for track in tracks])
    named = np.array([track.named for track in tracks])
    true = np.array([track.genre for track in tracks])
    bins = reliability(
        np.concatenate([track.probabilities for track in tracks]), np.repeat(true, windows)
    )
    gaps = _gaps(tracks)
    draws = np.random.default_rng(seed).integers(len(tracks), size=(RESAMPLES, len(tracks)))
    times = np.stack([np.bincount(draw, minlength=len(tracks)) for draw in draws])
    confusion = np.zeros((len(genres), len(genres)), int)
    np.add.at(confusion, (true, named), 1)
    return {
        "window_accuracy": float(right.sum() / windows.sum()),
        "window_accuracy_interval": _interval(right[draws].sum(1) / windows[draws].sum(1)),
        "track_accuracy": float((named == true).mean()),
        "track_accuracy_interval": _interval((named == true)[draws].mean(axis=1)),
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
    """How often the leading genre is right, by how sure the model is of it.

    Args:
        probabilities: (N, genres).
        labels: (N,) true genres.

    Returns:
        For each of 15 equal bins of the leading probability that isn't empty: its mean
        ``confidence``, its ``accuracy`` and how many ``windows`` it holds.
    """
    confidence = probabilities.max(axis=1).astype(np.float64)
    right = probabilities.argmax(axis=1) == labels
    number = _bin(confidence)
    return [
        {
            "confidence": float(confidence[number == index].mean()),
            "accuracy": float(right[number == index].mean()),
            "windows": int((number == index).sum()),
        }
        for index in np.unique(number)
    ]


def calibration_error(bins: Sequence[Mapping[str, float | int]]) -> float:
    """Expected calibration error: how far confidence and accuracy lie apart, 0 to 1.

    Args:
        bins: of :func:`reliability`.

    Source: Guo et al., *On Calibration of Modern Neural Networks*, ICML 2017; 15 equal bins.
    """
    gaps = [abs(part["accuracy"] - part["confidence"]) * part["windows"] for part in bins]
    return sum(gaps) / sum(part["windows"] for part in bins)


def share(parts: Sequence[NDArray[np.bool_]], seed: int = 0) -> dict[str, Any]:
    """How many of the windows of some tracks something holds for.

    Args:
        parts: for each track, (windows,).
        seed: of the bootstrap over tracks.

    Returns:
        ``share`` and ``share_interval``, at 95 %.
    """
    holds = np.array([part.sum() for part in parts])
    windows = np.array([len(part) for part in parts])
    draws = np.random.default_rng(seed).integers(len(parts), size=(RESAMPLES, len(parts)))
    return {
        "share": float(holds.sum() / windows.sum()),
        "share_interval": _interval(holds[draws].sum(1) / windows[draws].sum(1)),
    }


def _gaps(tracks: Sequence[Track]) -> NDArray[np.float64]:
    """How many more windows of each track are right than the model is sure of: (tracks, bins)."""
    gaps = np.zeros((len(tracks), ECE_BINS))
    for row, track in zip(gaps, tracks, strict=True):
        confidence = track.probabilities.max(axis=1).astype(np.float64)
        np.add.at(row, _bin(confidence), track.right - confidence)
    return gaps


def _bin(confidence: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.minimum((confidence * ECE_BINS).astype(np.int64), ECE_BINS - 1)


def _interval(draws: NDArray[np.float64]) -> list[float]:
    low, high = np.percentile(draws, (2.5, 97.5))
    return [float(low), float(high)]


def _ratio(part: int, whole: int) -> float | None:
    return float(part / whole) if whole else None
