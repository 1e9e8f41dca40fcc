"""Cross-validation by tracks: how well a recipe does on music that it was not trained on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.architecture import Architecture
from model.augmentation import through_microphone
from model.calibration import apply_temperature, fit_temperature
from model.checkpoint import Checkpoint
from model.classifier import Classifier
from model.dataset import NOT_MUSIC, Recording
from model.evaluation import Judged, Track, calibration_error, reliability, report, share
from model.features import FloatArray
from model.recipe import Recipe
from model.sampling import held_out_windows, mfcc
from model.splits import split
from model.training import Progress, train
from model.training_state import Stage

OTHER, REST, MICROPHONE = "other", "not music", " microphone"
"""Names of test conditions: the origin of the recordings, or REST for what is not music; followed
by MICROPHONE if they are passed through a simulated one."""
MUSICNN_GENRES = ("blues", "country", "hiphop", "jazz", "metal", "pop", "rock")
"""Genres for which the tagger musicnn, with which the network is compared, has tags."""
AMONG_MUSICNN = f"{OTHER}, {len(MUSICNN_GENRES)} genres"
"""Condition of that comparison."""
REFUSED_SHARE = 0.02
"""Fraction of music windows that the threshold in use may reject as not music. It is low because
music without a genre is worse than noise with one."""
COMPARED_SHARE = 0.05
"""The same, for comparing recipes."""


@dataclass(frozen=True)
class Outcome:
    """Results of cross-validation.

    Attributes:
        figures: condition -> ``evaluation.report`` of all held-out tracks, plus ``folds``, the
            window accuracy of each fold, and their ``mean`` and ``spread`` (standard deviation).
        temperature: maximises the likelihood of all held-out windows.
        music_threshold: rejects REFUSED_SHARE of all held-out music windows; None if the training
            data was all music.
        refused: condition, including ``not music`` with and without microphone ->
            ``evaluation.share`` of held-out windows that are rejected, each fold by the threshold
            from the other folds; empty if the training data was all music.
        refused_at_5: the same where COMPARED_SHARE of the music is rejected.
        calibration: condition -> ``temperature`` fitted to it alone, and ``ece``, condition ->
            expected calibration error at a temperature fitted that way.
    """

    figures: dict[str, dict[str, Any]]
    temperature: float
    music_threshold: float | None
    refused: dict[str, dict[str, Any]]
    refused_at_5: dict[str, dict[str, Any]]
    calibration: dict[str, dict[str, Any]]


def cross_validate(
    recordings: Sequence[Recording],
    genres: Sequence[str],
    architecture: Architecture,
    recipe: Recipe,
    count: int,
    progress: Callable[[int], Progress],
    tell: Callable[[int, Judged], None],
    judged: Sequence[Judged] = (),
    begun: Stage | None = None,
) -> Outcome:
    """Train on all folds but one and evaluate on that one, for each fold in turn.

    Args:
        recordings: of one or more origins, the main one first; only those with reliable labels
            are evaluated on.
        genres: names of the outputs.
        architecture: layers.
        recipe: hyperparameters.
        count: number of folds.
        progress: returns the progress callback of a fold's training.
        tell: called with the number and the predictions of each fold when it is done.
        judged: predictions of folds that are already done.
        begun: state of the next fold's training, if it was already started.

    Returns:
        The results.

    Raises:
        ValueError: if a genre is missing from the training part of a fold.
    """
    judged = list(judged)
    parts = split(recordings, genres, count, recipe.seed)
    for fold, part in list(enumerate(parts))[len(judged) :]:
        checkpoint = train(part.sources, genres, architecture, recipe, progress(fold), begun)
        begun = None
        judged.append(judge(checkpoint, part.own, part.other, recipe.seed))
        tell(fold, judged[-1])
    includes_not_music = any(recording.genre == NOT_MUSIC for recording in recordings)
    temperatures = [
        fit_temperature([tracks for other in others for tracks in _clean(other)])
        for others in _others(judged)
    ]
    shown = [{**_music(fold), **among_musicnn(fold, genres)} for fold in judged]
    return Outcome(
        {
            name: _pooled([fold.get(name, []) for fold in shown], temperatures, genres)
            for name in _conditions(shown)
        },
        fit_temperature([tracks for fold in judged for tracks in _clean(fold)]),
        music_threshold(judged) if includes_not_music else None,
        _refused(judged, REFUSED_SHARE) if includes_not_music else {},
        _refused(judged, COMPARED_SHARE) if includes_not_music else {},
        {name: _calibrated_to(name, judged) for name in _conditions(judged)},
    )


def _others(judged: Sequence[Judged]) -> list[list[Judged]]:
    """Return, for each fold, all other folds, on which thresholds and temperatures are fitted."""
    return [
        [other for at, other in enumerate(judged) if at != number] or [fold]
        for number, fold in enumerate(judged)
    ]


def among_musicnn(fold: Judged, genres: Sequence[str]) -> Judged:
    """Restrict the music of other origin, and the predictions, to musicnn's genres.

    Args:
        fold: predictions returned by :func:`judge`.
        genres: names of the outputs.

    Returns:
        One condition, AMONG_MUSICNN; none if the network lacks any of these genres.
    """
    known = np.isin(genres, MUSICNN_GENRES)
    if known.sum() < len(MUSICNN_GENRES) or OTHER not in fold:
        return {}
    kept = [
        replace(
            track,
            probabilities=track.probabilities
            * known
            / (track.probabilities * known).sum(axis=1, keepdims=True),
        )
        for track in fold[OTHER]
        if known[track.genre]
    ]
    return {AMONG_MUSICNN: kept}


def accuracies(fold: Judged) -> dict[str, float]:
    """Return the window accuracy on the music of a fold, by condition."""
    return {name: _accuracy(tracks) for name, tracks in _music(fold).items()}


def _music(fold: Judged) -> Judged:
    return {name: tracks for name, tracks in fold.items() if tracks and not name.startswith(REST)}


def _conditions(judged: Sequence[Judged]) -> list[str]:
    return list(dict.fromkeys(name for fold in judged for name in _music(fold)))


def _clean(fold: Judged) -> list[list[Track]]:
    return [tracks for name, tracks in _music(fold).items() if not name.endswith(MICROPHONE)]


def judge(
    checkpoint: Checkpoint, own: Sequence[Recording], other: Sequence[Recording], seed: int
) -> Judged:
    """Predict held-out recordings under all test conditions.

    Args:
        checkpoint: the model.
        own: recordings of the main origin, music and not.
        other: recordings of other origins, likewise.
        seed: of the simulated microphone's noise.

    Returns:
        Condition -> the predictions for each recording.
    """
    classifier = Classifier(checkpoint, "fold")

    def tracks(recordings: Sequence[Recording], microphone: bool) -> list[Track]:
        predictions = []
        for number, recording in enumerate(recordings):
            log_mel = held_out_windows(recording)
            if microphone:
                log_mel = through_microphone(log_mel, seed + number)
            is_music = recording.genre != NOT_MUSIC
            genre = classifier.genres.index(recording.genre) if is_music else -1
            predictions.append(Track(genre, *classifier.judge(mfcc(log_mel).numpy())))
        return predictions

    parts: dict[str, list[Recording]] = {}
    for recording in (*own, *other):
        name = REST if recording.genre == NOT_MUSIC else recording.origin
        parts.setdefault(name, []).append(recording)
    return {
        name + suffix: tracks(recordings, bool(suffix))
        for name, recordings in parts.items()
        for suffix in ("", MICROPHONE)
    }


def music_threshold(judged: Sequence[Judged], share: float = REFUSED_SHARE) -> float:
    """Find the probability of being music that a given fraction of music windows falls below.

    Args:
        judged: predictions returned by :func:`judge`, per fold; every condition weighs the same.
        share: fraction of music windows to reject, 0 to 1.

    Returns:
        The threshold, 0 to 1.
    """
    found: dict[str, list[FloatArray]] = {}
    for fold in judged:
        for name, tracks in _music(fold).items():
            found.setdefault(name, []).extend(track.music for track in tracks)
    pooled = [np.concatenate(parts) for parts in found.values()]
    weights = np.concatenate([np.full(len(part), 1.0 / len(part)) for part in pooled])
    values = np.concatenate(pooled)
    return float(np.quantile(values, share, weights=weights, method="inverted_cdf"))


def _refused(judged: Sequence[Judged], allowed: float) -> dict[str, dict[str, Any]]:
    refused: dict[str, list[NDArray[np.bool_]]] = {}
    for fold, others in zip(judged, _others(judged), strict=True):
        threshold = music_threshold(others, allowed)
        for name, tracks in fold.items():
            refused.setdefault(name, []).extend(track.music < threshold for track in tracks)
    return {name: share(parts) for name, parts in refused.items() if parts}


def _accuracy(tracks: Sequence[Track]) -> float:
    return float(np.concatenate([track.correct for track in tracks]).mean())


def _calibrated(tracks: Sequence[Track], temperature: float) -> list[Track]:
    return [
        replace(track, probabilities=apply_temperature(track.probabilities, temperature))
        for track in tracks
    ]


def _pooled(
    folds: Sequence[Sequence[Track]], temperatures: Sequence[float], genres: Sequence[str]
) -> dict[str, Any]:
    """Pool the folds of one condition, each calibrated on the other folds."""
    parts = [_calibrated(*fold) for fold in zip(folds, temperatures, strict=True)]
    accuracies = [_accuracy(tracks) for tracks in parts if tracks]
    return {
        **report([track for tracks in parts for track in tracks], genres),
        "folds": accuracies,
        "mean": float(np.mean(accuracies)),
        "spread": float(np.std(accuracies)),
    }


def _calibrated_to(condition: str, judged: Sequence[Judged]) -> dict[str, Any]:
    temperatures = [
        fit_temperature([other.get(condition, []) for other in others])
        for others in _others(judged)
    ]
    found = {}
    for name in _conditions(judged):
        tracks = [
            track
            for fold, temperature in zip(judged, temperatures, strict=True)
            for track in _calibrated(fold.get(name, []), temperature)
        ]
        labels = np.repeat([track.genre for track in tracks], [len(t.correct) for t in tracks])
        bins = reliability(np.concatenate([track.probabilities for track in tracks]), labels)
        found[name] = calibration_error(bins)
    return {
        "temperature": fit_temperature([fold.get(condition, []) for fold in judged]),
        "ece": found,
    }
