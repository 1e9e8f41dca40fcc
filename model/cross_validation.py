"""The results of a cross-validation: how well a recipe does on music not trained on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.calibration import Calibration, calibrate, music_threshold, sure
from model.conditions import OTHER, is_clean, microphone_of, names
from model.evaluation import Judged, Track, report, share
from model.features import HOP_SAMPLES, SAMPLE_RATE, WINDOW_FRAMES
from model.piece import PieceHead

MUSICNN_GENRES = ("blues", "country", "hiphop", "jazz", "metal", "pop", "rock")
"""Genres for which the tagger musicnn, with which the network is compared, has tags."""
AMONG_MUSICNN = f"{OTHER}, {len(MUSICNN_GENRES)} genres"
"""Condition of that comparison."""
STRETCHES_S = (3.0, 10.0, 20.0)
"""Lengths of stretches, in seconds, after which the answers are compared."""
COMPARED_SHARE = 0.05
"""Fraction of music windows that may be rejected as not music, for comparing recipes."""
REJECTED_TRACK = 0.5
"""A track gets no genre if more than this fraction of its windows is rejected."""


@dataclass(frozen=True)
class Outcome:
    """Results of cross-validation.

    Attributes:
        figures: condition -> ``evaluation.report`` of all held-out tracks, plus ``folds``, the
            window accuracy of each fold, and their ``mean`` and ``spread`` (standard deviation);
            ``after``, seconds heard -> fraction of the tracks correct by the mean log probability
            of the windows, and by the head.
            Each fold is calibrated on the other folds.
        calibration: fitted to all held-out tracks.
        refused: condition, including those of non-music -> ``evaluation.share`` of
            held-out windows that are rejected, each fold by the threshold from the other folds, and
            ``tracks``, the number of tracks that get no genre; empty if the training data was all
            music.
        refused_at_5: the same where COMPARED_SHARE of the music through the same microphone is
            rejected.
    """

    figures: dict[str, dict[str, Any]]
    calibration: Calibration
    refused: dict[str, dict[str, Any]]
    refused_at_5: dict[str, dict[str, Any]]


def outcome_of(
    judged: Sequence[Judged], genres: Sequence[str], other_share: float, *, rejects: bool
) -> Outcome:
    """Calibrate on all folds, and compute the figures of each with a calibration on the others.

    Args:
        judged: predictions of each fold, by a network that was trained on the other folds.
        genres: names of the outputs.
        other_share: fraction of the music that was drawn from recordings of other origin.
        rejects: whether the networks have learned to recognise non-music.

    Returns:
        The results.
    """

    def fitted(folds: Sequence[Judged]) -> Calibration:
        return calibrate(folds, len(genres), other_share, rejects=rejects)

    return Outcome(
        figures(judged, [fitted(others) for others in _others(judged)], genres),
        fitted(judged),
        _refused(judged) if rejects else {},
        _refused_at_5(judged) if rejects else {},
    )


def figures(
    judged: Sequence[Judged], calibrations: Sequence[Calibration], genres: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Compute the figures of all conditions.

    Args:
        judged: predictions of each fold.
        calibrations: for each fold, fitted to music outside it.
        genres: names of the outputs.

    Returns:
        As :attr:`Outcome.figures`.
    """
    shown = [{**fold, **among_musicnn(fold, genres)} for fold in judged]
    known = np.isin(genres, MUSICNN_GENRES)
    found = {}
    for name in names(shown):
        tracks, pieces, certain, accuracies = [], [], [], []
        for fold, calibration in zip(shown, calibrations, strict=True):
            if part := fold.get(name):
                answers = np.stack([calibration.piece(track) for track in part])
                certain.append(sure(calibration, answers))
                pieces.append(restricted(answers, known) if name == AMONG_MUSICNN else answers)
                tracks += [calibration.windows(track) for track in part]
                accuracies.append(float(np.concatenate([t.correct for t in part]).mean()))
        found[name] = {
            **report(tracks, np.concatenate(pieces), genres, np.concatenate(certain)),
            "after": _after(shown, calibrations, name),
            "folds": accuracies,
            "mean": float(np.mean(accuracies)),
            "spread": float(np.std(accuracies)),
        }
    return found


def _after(
    judged: Sequence[Judged], calibrations: Sequence[Calibration], name: str
) -> dict[str, list[float]]:
    found = {}
    for seconds in STRETCHES_S:
        right = []
        for fold, calibration in zip(judged, calibrations, strict=True):
            plain = PieceHead.mean_log_probability(len(calibration.head.bias))
            for track in fold.get(name, []):
                hops = (seconds * SAMPLE_RATE / HOP_SAMPLES - WINDOW_FRAMES) / track.hop_frames
                stretch = calibration.windows(track).probabilities[: 1 + round(hops)]
                answers = (head(stretch, track.hop_frames) for head in (plain, calibration.head))
                right.append([int(answer.argmax()) == track.genre for answer in answers])
        found[f"{seconds:g}"] = [float(share) for share in np.mean(right, axis=0)]
    return found


def among_musicnn(fold: Judged, genres: Sequence[str]) -> Judged:
    """Select the music of other origin that is of musicnn's genres.

    Args:
        fold: predictions of held-out recordings.
        genres: names of the outputs.

    Returns:
        One condition, AMONG_MUSICNN; none if the network lacks any of these genres.
    """
    known = np.isin(genres, MUSICNN_GENRES)
    if known.sum() < len(MUSICNN_GENRES) or OTHER not in fold:
        return {}
    return {
        AMONG_MUSICNN: [
            replace(track, probabilities=restricted(track.probabilities, known))
            for track in fold[OTHER]
            if known[track.genre]
        ]
    }


def restricted(probabilities: NDArray[np.float32], known: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Restrict probabilities (N, genres) to some genres, each row summing to 1 again."""
    kept = probabilities * known
    return np.asarray(kept / kept.sum(axis=1, keepdims=True), np.float32)


def unanswered(tracks: Sequence[Track], calibration: Calibration) -> dict[str, Any]:
    """Compute how often music of unknown genres gets no sure answer.

    Args:
        tracks: predictions at temperature 1.
        calibration: of the network that made them.

    Returns:
        ``not_sure`` and ``refused``, the shares of tracks that are *not sure* or rejected as not
        music; ``share`` of either, with its 95 % bootstrap interval, and ``tracks``, the count.
    """
    pieces = np.stack([calibration.piece(track) for track in tracks])
    threshold = calibration.music_threshold or 0.0
    refused = np.array([(track.music < threshold).mean() > REJECTED_TRACK for track in tracks])
    not_sure = ~sure(calibration, pieces)
    return {
        "not_sure": float((not_sure & ~refused).mean()),
        "refused": float(refused.mean()),
        **share([either[None] for either in not_sure | refused]),
        "tracks": len(tracks),
    }


def accuracies(fold: Judged) -> dict[str, float]:
    """Return the window accuracy on the music of a fold without microphone, by part."""
    return {
        name: float(np.concatenate([track.correct for track in fold[name]]).mean())
        for name in names([fold])
        if is_clean(name)
    }


def _others(judged: Sequence[Judged]) -> list[list[Judged]]:
    """Return, for each fold, all other folds, which it is calibrated on."""
    return [
        [other for at, other in enumerate(judged) if at != number] or [fold]
        for number, fold in enumerate(judged)
    ]


def _refused(judged: Sequence[Judged]) -> dict[str, dict[str, Any]]:
    """Return the shares rejected by the threshold in use."""
    return _rejected(judged, lambda others, _: music_threshold(others))


def _refused_at_5(judged: Sequence[Judged]) -> dict[str, dict[str, Any]]:
    """Return the shares rejected where COMPARED_SHARE of the music through the same microphone is.

    Otherwise a microphone that makes everything sound like noise would decide for all.
    """
    return _rejected(
        judged,
        lambda others, name: music_threshold(others, COMPARED_SHARE, microphone_of(name)),
    )


def _rejected(
    judged: Sequence[Judged], threshold: Callable[[Sequence[Judged], str], float]
) -> dict[str, dict[str, Any]]:
    rejected: dict[str, list[NDArray[np.bool_]]] = {}
    for fold, others in zip(judged, _others(judged), strict=True):
        for name, tracks in fold.items():
            limit = threshold(others, name)
            rejected.setdefault(name, []).extend(track.music < limit for track in tracks)
    return {
        name: {
            **share(parts),
            "tracks": sum(float(part.mean()) > REJECTED_TRACK for part in parts),
            "of_tracks": len(parts),
        }
        for name, parts in rejected.items()
        if parts
    }
