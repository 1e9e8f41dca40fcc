"""Evaluation figures, computed from the predicted probabilities of windows of known genre."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.features import FloatArray

ECE_BINS = 15
"""Equal-width bins of the calibration error."""
RESAMPLES = 1000
"""Bootstrap resamples of the tracks."""
MEAN_TRACKS = 5
"""Genres with fewer tracks are left out of the mean over genres."""


@dataclass(frozen=True)
class Track:
    """A model's predictions for one track.

    Attributes:
        genre: index of the true genre; -1 for non-music, or of another genre.
        probabilities: (windows, genres), at least one window.
        music: (windows,) probability that each window is music.
        hop_frames: frames from one window to the next, above 0.
    """

    genre: int
    probabilities: FloatArray
    music: FloatArray
    hop_frames: float

    @property
    def correct(self) -> NDArray[np.bool_]:
        """Whether the most probable genre of each window is the true one, (windows,)."""
        return np.asarray(self.probabilities.argmax(axis=1) == self.genre)


Judged = dict[str, list[Track]]
"""A model's predictions for held-out tracks, by test condition."""


def report(
    tracks: Sequence[Track],
    pieces: FloatArray,
    genres: Sequence[str],
    sure: NDArray[np.bool_],
    seed: int = 0,
) -> dict[str, Any]:
    """Compute all evaluation figures of a set of tracks.

    Args:
        tracks: at least one, all of them music.
        pieces: (tracks, genres) genre probabilities of each whole track.
        genres: names, in the order of the probabilities.
        sure: (tracks,) whether the answer for each whole track is given as sure.
        seed: of the bootstrap.

    Returns:
        ``window_accuracy`` over all windows; ``track_accuracy``, ``top2_accuracy`` (the true genre
        is among the first two) and ``answered_accuracy`` (of the tracks whose answer is sure) over
        tracks, each with ``..._interval``, the 95 % bootstrap interval over tracks; ``answered``,
        the share of sure answers; ``genre_mean``, the mean recall of the genres with at least
        MEAN_TRACKS tracks, None if there are none; ``ece`` of the whole tracks and ``window_ece``,
        likewise with intervals, and the ``reliability`` bins behind ``ece``, see
        :func:`reliability`; ``coverage``, see :func:`coverage`; ``per_genre``, name ->
        ``precision``, ``recall`` and number of ``tracks``; ``confusion``, rows true and columns
        predicted, in tracks; ``tracks`` and ``windows``, the counts.

    Raises:
        ValueError: if there are no tracks.
    """
    if not tracks:
        raise ValueError("there are no tracks to evaluate")
    true = np.array([track.genre for track in tracks])
    confusion = np.zeros((len(genres), len(genres)), int)
    np.add.at(confusion, (true, pieces.argmax(axis=1)), 1)
    draws = _draws(len(tracks), seed)
    return {
        **_accuracies(tracks, pieces, sure, draws),
        "genre_mean": _genre_mean(confusion),
        **_calibration(tracks, pieces, draws),
        "coverage": coverage(pieces, true),
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
        "windows": sum(len(track.correct) for track in tracks),
    }


def _accuracies(
    tracks: Sequence[Track],
    pieces: FloatArray,
    sure: NDArray[np.bool_],
    draws: NDArray[np.int64],
) -> dict[str, Any]:
    """Figures of :func:`report` that say how much is right, (RESAMPLES, tracks) resamples given."""
    true = np.array([track.genre for track in tracks])
    best = np.argsort(-pieces, axis=1, kind="stable")
    right = best[:, 0] == true
    among_two = right | (best[:, 1] == true)
    sure_and_right = right & sure
    return {
        **_of_windows("window_accuracy", [track.correct for track in tracks], draws),
        "track_accuracy": float(right.mean()),
        "track_accuracy_interval": _interval(right[draws].mean(axis=1)),
        "top2_accuracy": float(among_two.mean()),
        "top2_accuracy_interval": _interval(among_two[draws].mean(axis=1)),
        "answered": float(sure.mean()),
        "answered_accuracy": _ratio(int(sure_and_right.sum()), int(sure.sum())),
        "answered_accuracy_interval": _interval(
            sure_and_right[draws].sum(axis=1) / np.maximum(sure[draws].sum(axis=1), 1)
        ),
    }


def _genre_mean(confusion: NDArray[np.int64]) -> float | None:
    """Mean recall of the genres with enough tracks, (true, predicted) counts given."""
    recalls = [row[at] / row.sum() for at, row in enumerate(confusion) if row.sum() >= MEAN_TRACKS]
    return float(np.mean(recalls)) if recalls else None


def _calibration(
    tracks: Sequence[Track], pieces: FloatArray, draws: NDArray[np.int64]
) -> dict[str, Any]:
    """Figures of :func:`report` that compare probabilities with how often they are right."""
    windows = np.array([len(track.correct) for track in tracks])
    bins = reliability(pieces, np.array([track.genre for track in tracks]))
    times = np.stack([np.bincount(draw, minlength=len(tracks)) for draw in draws])
    whole = [replace(t, probabilities=p[None]) for t, p in zip(tracks, pieces, strict=True)]
    of_windows, of_pieces = _gaps(tracks), _gaps(whole)
    return {
        "ece": calibration_error(bins),
        "ece_interval": _interval(np.abs(times @ of_pieces).sum(1) / len(tracks)),
        "window_ece": float(np.abs(of_windows.sum(0)).sum() / windows.sum()),
        "window_ece_interval": _interval(np.abs(times @ of_windows).sum(1) / windows[draws].sum(1)),
        "reliability": bins,
    }


def coverage(pieces: FloatArray, labels: NDArray[np.int64]) -> list[dict[str, float]]:
    """Compute how accuracy falls as more answers are given, the surest first.

    Args:
        pieces: (tracks, genres) genre probabilities.
        labels: (tracks,) indices of the true genres.

    Returns:
        For 5 %, 10 %, ... 100 % of the tracks: their ``share``, the ``threshold``, which is the
        lowest probability among their answers, and their ``accuracy``.
    """
    confidence = pieces.max(axis=1)
    order = np.argsort(-confidence, kind="stable")
    right = (pieces.argmax(axis=1) == labels)[order]
    counts = [max(1, round(share * len(labels))) for share in np.linspace(0.05, 1.0, 20)]
    return [
        {
            "share": count / len(labels),
            "threshold": float(confidence[order[count - 1]]),
            "accuracy": float(right[:count].mean()),
        }
        for count in dict.fromkeys(counts)
    ]


def reliability(
    probabilities: FloatArray, labels: NDArray[np.int64]
) -> list[dict[str, float | int]]:
    """Compute the reliability diagram of answers: accuracy by confidence.

    Args:
        probabilities: (N, genres).
        labels: (N,) indices of the true genres.

    Returns:
        For each non-empty one of 15 equal-width bins of the highest probability: its mean
        ``confidence``, its ``accuracy`` and the number of ``answers`` in it.
    """
    confidence = probabilities.max(axis=1).astype(np.float64)
    correct = probabilities.argmax(axis=1) == labels
    number = _bin(confidence)
    return [
        {
            "confidence": float(confidence[number == index].mean()),
            "accuracy": float(correct[number == index].mean()),
            "answers": int((number == index).sum()),
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
    gaps = [abs(part["accuracy"] - part["confidence"]) * part["answers"] for part in bins]
    return sum(gaps) / sum(part["answers"] for part in bins)


def calibration_error_by_chance(bins: Sequence[Mapping[str, float | int]]) -> float:
    """Compute the calibration error to expect of answers that are exactly as often right as said.

    So few answers are in each bin that their accuracy differs from their confidence by chance.

    Source: the mean absolute deviation of the binomial distribution by de Moivre, see Diaconis and
    Zabell, *Closed Form Summation for Classical Distributions*, Statistical Science 6, 1991.

    Args:
        bins: as returned by :func:`reliability`.

    Returns:
        The expected error, 0 to 1.
    """
    gaps = [_mean_deviation(int(part["answers"]), part["confidence"]) for part in bins]
    return sum(gaps) / sum(part["answers"] for part in bins)


def _mean_deviation(draws: int, probability: float) -> float:
    above = math.floor(draws * probability) + 1
    if not 0.0 < probability < 1.0 or above > draws:
        return 0.0
    logarithm = (
        math.lgamma(draws + 1) - math.lgamma(above + 1) - math.lgamma(draws - above + 1)
        + above * math.log(probability) + (draws - above + 1) * math.log1p(-probability)
    )  # fmt: skip
    return 2.0 * above * math.exp(logarithm)


def share(parts: Sequence[NDArray[np.bool_]], seed: int = 0) -> dict[str, Any]:
    """Compute the share of windows for which something holds.

    Args:
        parts: for each track, (windows,) whether it holds.
        seed: of the bootstrap over tracks.

    Returns:
        ``share``, 0 to 1, and ``share_interval``, its 95 % bootstrap interval.
    """
    return _of_windows("share", parts, _draws(len(parts), seed))


def _draws(tracks: int, seed: int) -> NDArray[np.int64]:
    """Bootstrap: (RESAMPLES, tracks) numbers of tracks, drawn with replacement."""
    return np.random.default_rng(seed).integers(tracks, size=(RESAMPLES, tracks))


def _of_windows(
    name: str, parts: Sequence[NDArray[np.bool_]], draws: NDArray[np.int64]
) -> dict[str, Any]:
    """The share of all windows for which something holds, and its interval over tracks."""
    holds = np.array([part.sum() for part in parts])
    windows = np.array([len(part) for part in parts])
    return {
        name: float(holds.sum() / windows.sum()),
        f"{name}_interval": _interval(holds[draws].sum(1) / windows[draws].sum(1)),
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
