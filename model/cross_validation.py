"""Cross-validation by tracks: what a recipe is worth on music that it has not met."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.architecture import Architecture
from model.augmentation import through_microphone
from model.calibration import temperature, tempered
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
"""Conditions are called after the origin of the recordings, or REST for what is no music, and end
in MICROPHONE where they were heard through one."""
MUSICNN_GENRES = ("blues", "country", "hiphop", "jazz", "metal", "pop", "rock")
"""Those that the tagger musicnn has tags for, with which the network is compared."""
AMONG_MUSICNN = f"{OTHER}, {len(MUSICNN_GENRES)} genres"
"""The condition of that comparison."""
REFUSED_SHARE = 0.02
"""Of the windows of music: what telling music from the rest may cost in use, where a piece that
gets no genre is worse than a noise that gets one."""
COMPARED_SHARE = 0.05
"""The same, for figures to compare by."""


@dataclass(frozen=True)
class Outcome:
    """What cross-validation found.

    Attributes:
        figures: condition -> ``evaluation.report`` of all held-out tracks, with ``folds``, the
            window accuracy of each fold, and their ``mean`` and ``spread`` (standard deviation).
        temperature: makes the probabilities of all held-out windows most likely.
        music_threshold: refuses REFUSED_SHARE of all held-out windows of music; None if there was
            nothing but music to learn from.
        refused: condition, and ``not music`` with and without microphone ->
            ``evaluation.share`` of the held-out windows that are refused, each fold by the
            threshold of the others; empty likewise.
        refused_at_5: the same where COMPARED_SHARE of the music is refused.
        calibration: condition -> ``temperature``, fitted to it alone, and ``ece``, condition ->
            what it would come to with that.
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
    """Train on all folds but one and judge on that one, in turn.

    Args:
        recordings: of one origin, and others; only sure labels are judged by.
        genres: names of the outputs.
        architecture: layers.
        recipe: of the training.
        count: number of folds.
        progress: gives the progress of a fold's training.
        tell: told what a fold's model said of its held-out recordings as soon as it is known.
        judged: the same of the folds that are done already.
        begun: how far the training of the next fold has got already.

    Raises:
        ValueError: a genre is missing from a training part.
    """
    judged = list(judged)
    parts = split(recordings, genres, count, recipe.seed)
    for fold, part in list(enumerate(parts))[len(judged) :]:
        checkpoint = train(part.sources, genres, architecture, recipe, progress(fold), begun)
        begun = None
        judged.append(judge(checkpoint, part.own, part.other, recipe.seed))
        tell(fold, judged[-1])
    knows = any(recording.genre == NOT_MUSIC for recording in recordings)
    scales = [
        temperature([tracks for other in others for tracks in _clean(other)])
        for others in _others(judged)
    ]
    shown = [{**_music(fold), **among_musicnn(fold, genres)} for fold in judged]
    return Outcome(
        {
            name: _pooled([fold.get(name, []) for fold in shown], scales, genres)
            for name in _conditions(shown)
        },
        temperature([tracks for fold in judged for tracks in _clean(fold)]),
        music_threshold(judged) if knows else None,
        _refused(judged, REFUSED_SHARE) if knows else {},
        _refused(judged, COMPARED_SHARE) if knows else {},
        {name: _calibrated_to(name, judged) for name in _conditions(judged)},
    )


def _others(judged: Sequence[Judged]) -> list[list[Judged]]:
    """For each fold all others, from which comes what is not the network's own."""
    return [
        [other for at, other in enumerate(judged) if at != number] or [fold]
        for number, fold in enumerate(judged)
    ]


def among_musicnn(fold: Judged, genres: Sequence[str]) -> Judged:
    """The music of other origin of the genres that musicnn has tags for, judged among these.

    Args:
        fold: what :func:`judge` gave.
        genres: names of the outputs.

    Returns:
        One condition; none if the network doesn't know all of these genres.
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
    """The window accuracy on the music of a fold, by condition."""
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
    """What a model says of held-out recordings, by condition.

    Args:
        checkpoint: of the model.
        own: all of one origin, music and not.
        other: of other origin, likewise.
        seed: of the microphone's noise.
    """
    classifier = Classifier(checkpoint, "fold")

    def tracks(recordings: Sequence[Recording], microphone: bool) -> list[Track]:
        said = []
        for number, recording in enumerate(recordings):
            log_mel = held_out_windows(recording)
            if microphone:
                log_mel = through_microphone(log_mel, seed + number)
            known = recording.genre != NOT_MUSIC
            genre = classifier.genres.index(recording.genre) if known else -1
            said.append(Track(genre, *classifier.judge(mfcc(log_mel).numpy())))
        return said

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
    """The probability of being music below which some of the windows of music lie.

    Args:
        judged: what :func:`judge` gave, by fold; every condition weighs the same.
        share: how many of them, 0 to 1.
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
    return float(np.concatenate([track.right for track in tracks]).mean())


def _calibrated(tracks: Sequence[Track], scale: float) -> list[Track]:
    return [replace(track, probabilities=tempered(track.probabilities, scale)) for track in tracks]


def _pooled(
    folds: Sequence[Sequence[Track]], scales: Sequence[float], genres: Sequence[str]
) -> dict[str, Any]:
    """All folds of one condition, each calibrated by what the other folds say."""
    parts = [_calibrated(fold, scale) for fold, scale in zip(folds, scales, strict=True)]
    accuracies = [_accuracy(tracks) for tracks in parts if tracks]
    return {
        **report([track for tracks in parts for track in tracks], genres),
        "folds": accuracies,
        "mean": float(np.mean(accuracies)),
        "spread": float(np.std(accuracies)),
    }


def _calibrated_to(condition: str, judged: Sequence[Judged]) -> dict[str, Any]:
    scales = [
        temperature([other.get(condition, []) for other in others]) for others in _others(judged)
    ]
    found = {}
    for name in _conditions(judged):
        tracks = [
            track
            for fold, scale in zip(judged, scales, strict=True)
            for track in _calibrated(fold.get(name, []), scale)
        ]
        labels = np.repeat([track.genre for track in tracks], [len(t.right) for t in tracks])
        bins = reliability(np.concatenate([track.probabilities for track in tracks]), labels)
        found[name] = calibration_error(bins)
    return {
        "temperature": temperature([fold.get(condition, []) for fold in judged]),
        "ece": found,
    }
