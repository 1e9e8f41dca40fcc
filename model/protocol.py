"""Cross-validation by tracks: what a recipe is worth on music that it has not met."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.architecture import Architecture
from model.checkpoint import Checkpoint
from model.classifier import Classifier
from model.dataset import NOT_MUSIC, Recording, folds
from model.evaluation import Judged, Track, report
from model.features import FloatArray
from model.recipe import Recipe
from model.sampling import held_out_windows, mfcc
from model.sound_changes import through_microphone
from model.training import Progress, Sources, train
from model.training_state import Stage

OTHER, REST, MICROPHONE = "other", "not music", " microphone"
"""Conditions are called after the origin of the recordings, or REST for what is no music, and end
in MICROPHONE where they were heard through one."""
REFUSED_SHARE = 0.05
"""Of the windows of music: what telling music from the rest may cost."""
TEMPERATURES = np.geomspace(0.5, 3.0, 61)


@dataclass(frozen=True)
class Outcome:
    """What cross-validation found.

    Attributes:
        figures: condition -> ``evaluation.report`` of all held-out tracks, with ``folds``, the
            window accuracy of each fold, and their ``mean`` and ``spread`` (standard deviation).
        temperature: makes the probabilities of all held-out windows most likely.
        music_threshold: refuses 5 % of all held-out windows of music; None if there was nothing
            but music to learn from.
        refused: condition, and ``not music`` with and without microphone -> share of the held-out
            windows that are refused, each fold by the threshold of the others; empty likewise.
    """

    figures: dict[str, dict[str, Any]]
    temperature: float
    music_threshold: float | None
    refused: dict[str, float]


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
    own, other = by_origin(recordings, genres)
    own_fold = folds(own, count, recipe.seed)
    other_fold = folds(other, count, recipe.seed) if other else np.zeros(0, int)
    judged = list(judged)
    for fold in range(len(judged), count):
        sources = Sources(
            [recording for recording, at in zip(own, own_fold, strict=True) if at != fold],
            [recording for recording, at in zip(other, other_fold, strict=True) if at != fold],
        )
        checkpoint = train(sources, genres, architecture, recipe, progress(fold), begun)
        begun = None
        held_own = [recording for recording, at in zip(own, own_fold, strict=True) if at == fold]
        held_other = [
            recording
            for recording, at in zip(other, other_fold, strict=True)
            if at == fold and recording.sure
        ]
        judged.append(judge(checkpoint, held_own, held_other, recipe.seed))
        tell(fold, judged[-1])
    knows = any(recording.genre == NOT_MUSIC for recording in (*own, *other))
    return Outcome(
        {name: _pooled(judged, name, genres) for name in _conditions(judged)},
        temperature([tracks for fold in judged for tracks in _clean(fold)]),
        music_threshold(judged) if knows else None,
        _refused(judged) if knows else {},
    )


def accuracies(fold: Judged) -> dict[str, float]:
    """The window accuracy on the music of a fold, by condition."""
    return {name: _accuracy(tracks) for name, tracks in _music(fold).items()}


def _music(fold: Judged) -> Judged:
    return {name: tracks for name, tracks in fold.items() if tracks and not name.startswith(REST)}


def _conditions(judged: Sequence[Judged]) -> list[str]:
    return list(dict.fromkeys(name for fold in judged for name in _music(fold)))


def _clean(fold: Judged) -> list[list[Track]]:
    return [tracks for name, tracks in _music(fold).items() if not name.endswith(MICROPHONE)]


def by_origin(
    recordings: Sequence[Recording], genres: Sequence[str]
) -> tuple[list[Recording], list[Recording]]:
    """The recordings that the training is about and the others, of these genres and of no music."""
    known = [recording for recording in recordings if recording.genre in (*genres, NOT_MUSIC)]
    return (
        [recording for recording in known if recording.origin != OTHER],
        [recording for recording in known if recording.origin == OTHER],
    )


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


def temperature(groups: Sequence[Sequence[Track]]) -> float:
    """What to divide the logits by so that the true genres become most likely.

    Args:
        groups: tracks judged at temperature 1; every group that isn't empty weighs the same.

    Source: Guo et al., *On Calibration of Modern Neural Networks*, ICML 2017.
    """

    def surprise(scale: float) -> float:
        return float(np.mean([_surprise(group, scale) for group in groups if group]))

    return float(min(TEMPERATURES, key=surprise))


def tempered(probabilities: FloatArray, scale: float) -> FloatArray:
    """Probabilities (N, genres) as another temperature would have given them."""
    logits = np.log(np.maximum(probabilities, 1e-12)) / scale
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32)


def music_threshold(judged: Sequence[Judged]) -> float:
    """The probability of being music below which 5 % of the windows of music lie.

    Args:
        judged: what :func:`judge` gave, by fold; every condition weighs the same.
    """
    found: dict[str, list[FloatArray]] = {}
    for fold in judged:
        for name, tracks in _music(fold).items():
            found.setdefault(name, []).extend(track.music for track in tracks)
    pooled = [np.concatenate(parts) for parts in found.values()]
    weights = np.concatenate([np.full(len(part), 1.0 / len(part)) for part in pooled])
    values = np.concatenate(pooled)
    return float(np.quantile(values, REFUSED_SHARE, weights=weights, method="inverted_cdf"))


def _refused(judged: Sequence[Judged]) -> dict[str, float]:
    refused: dict[str, list[NDArray[np.bool_]]] = {}
    for number, fold in enumerate(judged):
        threshold = music_threshold([other for at, other in enumerate(judged) if at != number])
        for name, tracks in fold.items():
            refused.setdefault(name, []).extend(track.music < threshold for track in tracks)
    return {name: float(np.concatenate(parts).mean()) for name, parts in refused.items() if parts}


def _surprise(group: Sequence[Track], scale: float) -> float:
    """Mean negative log probability of the true genre over the windows of a group."""
    true = [tempered(track.probabilities, scale)[:, track.genre] for track in group]
    return float(-np.log(np.maximum(np.concatenate(true), 1e-12)).mean())


def _accuracy(tracks: Sequence[Track]) -> float:
    return float(np.concatenate([track.right for track in tracks]).mean())


def _pooled(judged: Sequence[Judged], name: str, genres: Sequence[str]) -> dict[str, Any]:
    """All folds of one condition, each calibrated by what the other folds say."""
    tracks: list[Track] = []
    accuracies: list[float] = []
    for number, fold in enumerate(judged):
        others = [other for at, other in enumerate(judged) if at != number] or [fold]
        scale = temperature([part for other in others for part in _clean(other)])
        calibrated = [
            replace(track, probabilities=tempered(track.probabilities, scale))
            for track in fold.get(name, [])
        ]
        tracks += calibrated
        if calibrated:
            accuracies.append(_accuracy(calibrated))
    return {
        **report(tracks, genres),
        "folds": accuracies,
        "mean": float(np.mean(accuracies)),
        "spread": float(np.std(accuracies)),
    }
