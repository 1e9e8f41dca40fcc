"""What turns a network's predictions into answers, fitted to held-out music."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.conditions import OTHER, is_clean, microphone_of, names
from model.evaluation import Judged, Track
from model.features import FloatArray
from model.piece import PieceHead
from model.piece_training import Example, fit_head
from model.softmax import softmax

TEMPERATURES = np.geomspace(0.5, 3.0, 61)
"""The candidates."""
UNSURE_SHARE = 1 / 3
"""Fraction of the music without microphone whose answer may be *not sure*."""
REFUSED_SHARE = 0.006
"""Fraction of music windows that the threshold in use may reject as not music. It is low because
music without a genre is worse than noise with one."""
STRETCHES = (1, 6, None)
"""Numbers of windows, in stretches from a track's beginning, that the head is fitted to; None for
all of them."""


@dataclass(frozen=True)
class Calibration:
    """What turns a network's predictions into answers.

    Attributes:
        temperature: of the windows' genre probabilities, above 0.
        head: combines the windows of a stretch of music.
        sure_threshold: answers with a lower probability are *not sure*, 0 to 1.
        music_threshold: windows whose probability of being music is lower are rejected, 0 to 1;
            None if the network cannot recognise non-music.
    """

    temperature: float
    head: PieceHead
    sure_threshold: float
    music_threshold: float | None

    def piece(self, track: Track) -> FloatArray:
        """Return the genre probabilities of a whole track, (genres,)."""
        return self.head(apply_temperature(track.probabilities, self.temperature), track.hop_frames)

    def windows(self, track: Track) -> Track:
        """Return the track with calibrated probabilities of its windows."""
        return replace(
            track, probabilities=apply_temperature(track.probabilities, self.temperature)
        )


def calibrate(
    folds: Sequence[Judged], genres: int, other_share: float, *, rejects: bool
) -> Calibration:
    """Fit everything to held-out music.

    Args:
        folds: predictions at temperature 1, by condition.
        genres: number of genres.
        other_share: weight of the music of other origins, if there is any, 0 to 1.
        rejects: whether the network can recognise non-music.

    Returns:
        The calibration; without any music, one that changes nothing.
    """
    pooled = {name: [t for fold in folds for t in fold.get(name, [])] for name in names(folds)}
    if not pooled:
        head = PieceHead.mean_log_probability(genres)
        return Calibration(1.0, head, 0.0, 0.0 if rejects else None)
    weights = _weights(list(pooled), other_share)
    temperature = fit_temperature(pooled, weights)
    examples = [
        [
            Example(
                apply_temperature(track.probabilities[:count], temperature),
                track.hop_frames,
                track.genre,
                weights[name] / len(pooled[name]),
            )
            for name in pooled
            for track in fold.get(name, [])
            for count in STRETCHES
        ]
        for fold in folds
    ]
    fitted = Calibration(temperature, fit_head(examples, genres), 0.0, None)
    return replace(
        fitted,
        sure_threshold=_sure_threshold(fitted, pooled),
        music_threshold=music_threshold(folds) if rejects else None,
    )


def _weights(conditions: Sequence[str], other_share: float) -> dict[str, float]:
    of_other = [name for name in conditions if name.startswith(OTHER)]
    of_own = [name for name in conditions if not name.startswith(OTHER)]
    share = other_share if of_own and of_other else float(bool(of_other))
    return {name: share / len(of_other) for name in of_other} | {
        name: (1.0 - share) / len(of_own) for name in of_own
    }


def _sure_threshold(fitted: Calibration, pooled: Mapping[str, Sequence[Track]]) -> float:
    clean = [name for name in pooled if is_clean(name)]
    judged = pooled[OTHER] if OTHER in clean else [t for name in clean for t in pooled[name]]
    highest = [float(fitted.piece(track).max()) for track in judged]
    return float(np.quantile(highest, UNSURE_SHARE)) if highest else 0.0


def music_threshold(
    folds: Sequence[Judged], share: float = REFUSED_SHARE, microphone: str | None = None
) -> float:
    """Find the probability of being music that a given fraction of music windows falls below.

    Args:
        folds: predictions, by condition; every condition of music weighs the same.
        share: fraction of music windows to reject, 0 to 1.
        microphone: the only one that counts, empty for music without one; None for all.

    Returns:
        The threshold, 0 to 1.
    """
    pooled = [
        np.concatenate([track.music for fold in folds for track in fold.get(name, [])])
        for name in names(folds)
        if microphone in (None, microphone_of(name))
    ]
    weights = np.concatenate([np.full(len(part), 1.0 / len(part)) for part in pooled])
    values = np.concatenate(pooled)
    return float(np.quantile(values, share, weights=weights, method="inverted_cdf"))


def fit_temperature(
    conditions: Mapping[str, Sequence[Track]], weights: Mapping[str, float]
) -> float:
    """Find the temperature that maximises the likelihood of the true genres of windows.

    Source: Guo et al., *On Calibration of Modern Neural Networks*, ICML 2017.

    Args:
        conditions: tracks predicted at temperature 1, at least one per condition.
        weights: of the conditions.

    Returns:
        One of TEMPERATURES.
    """

    def loss(temperature: float) -> float:
        return sum(weights[name] * _loss(of, temperature) for name, of in conditions.items())

    return float(min(TEMPERATURES, key=loss))


def apply_temperature(probabilities: FloatArray, temperature: float) -> FloatArray:
    """Rescale probabilities (N, genres) from temperature 1 to another temperature."""
    logits = np.log(np.maximum(probabilities, 1e-12)) / temperature
    return np.asarray(softmax(logits), np.float32)


def _loss(group: Sequence[Track], temperature: float) -> float:
    """Return the mean negative log-likelihood over the windows of a group."""
    true = [apply_temperature(track.probabilities, temperature)[:, track.genre] for track in group]
    return float(-np.log(np.maximum(np.concatenate(true), 1e-12)).mean())


def sure(calibration: Calibration, pieces: FloatArray) -> NDArray[np.bool_]:
    """Return which of the answers, (tracks, genres), are sure: (tracks,)."""
    return np.asarray(pieces.max(axis=1) >= calibration.sure_threshold)
