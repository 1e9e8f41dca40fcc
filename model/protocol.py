"""Cross-validation by tracks: what a recipe is worth on music that it has not met."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from torch import Tensor

from model.architecture import Architecture
from model.checkpoint import Checkpoint
from model.classifier import Classifier
from model.dataset import Recording, folds
from model.evaluation import Track, report
from model.features import WINDOW_FRAMES, FloatArray
from model.recipe import Recipe
from model.sampling import mfcc
from model.sound_changes import through_microphone
from model.training import Progress, Sources, train

SHORT_STEP, LONG_STEP = 13, 50
"""Frames between two windows of a 3-second excerpt and of longer ones."""
SHORT_FRAMES = 2 * WINDOW_FRAMES
CONDITIONS = ("gtzan", "gtzan microphone", "other", "other microphone")
TEMPERATURES = np.geomspace(0.5, 3.0, 61)


@dataclass(frozen=True)
class Outcome:
    """What cross-validation found.

    Attributes:
        figures: condition -> ``evaluation.report`` of all held-out tracks, with ``folds``, the
            window accuracy of each fold, and their ``mean`` and ``spread`` (standard deviation).
        temperature: makes the probabilities of all held-out windows most likely.
    """

    figures: dict[str, dict[str, Any]]
    temperature: float


def cross_validate(
    recordings: Sequence[Recording],
    genres: Sequence[str],
    architecture: Architecture,
    recipe: Recipe,
    count: int,
    progress: Callable[[int], Progress],
    tell: Callable[[int, dict[str, float]], None],
) -> Outcome:
    """Train on all folds but one and judge on that one, in turn.

    Args:
        recordings: GTZAN's and others; only sure labels are judged by.
        genres: names of the outputs.
        architecture: layers.
        recipe: of the training.
        count: number of folds.
        progress: gives the progress of a fold's training.
        tell: told the window accuracy of a fold by condition as soon as it is known.

    Raises:
        ValueError: a genre is missing from a training part.
    """
    own, other = by_origin(recordings, genres)
    own_fold = folds(own, count, recipe.seed)
    other_fold = folds(other, count, recipe.seed) if other else np.zeros(0, int)
    judged: list[dict[str, list[Track]]] = []
    for fold in range(count):
        sources = Sources(
            [recording for recording, at in zip(own, own_fold, strict=True) if at != fold],
            [recording for recording, at in zip(other, other_fold, strict=True) if at != fold],
        )
        checkpoint = train(sources, genres, architecture, recipe, progress(fold))
        held_own = [recording for recording, at in zip(own, own_fold, strict=True) if at == fold]
        held_other = [
            recording
            for recording, at in zip(other, other_fold, strict=True)
            if at == fold and recording.sure
        ]
        judged.append(judge(checkpoint, held_own, held_other, recipe.seed))
        tell(fold, {name: _accuracy(tracks) for name, tracks in judged[-1].items() if tracks})
    return Outcome(
        {name: _pooled(judged, name, genres) for name in CONDITIONS if judged[0][name]},
        temperature([tracks for fold in judged for tracks in (fold["gtzan"], fold["other"])]),
    )


def by_origin(
    recordings: Sequence[Recording], genres: Sequence[str]
) -> tuple[list[Recording], list[Recording]]:
    """GTZAN's recordings and the others, of these genres only."""
    known = [recording for recording in recordings if recording.genre in genres]
    return (
        [recording for recording in known if recording.origin == "gtzan"],
        [recording for recording in known if recording.origin != "gtzan"],
    )


def judge(
    checkpoint: Checkpoint, own: Sequence[Recording], other: Sequence[Recording], seed: int
) -> dict[str, list[Track]]:
    """What a model says of held-out recordings, by condition.

    Args:
        checkpoint: of the model.
        own: GTZAN's.
        other: of other origin.
        seed: of the microphone's noise.
    """
    classifier = Classifier(checkpoint, "fold")

    def tracks(recordings: Sequence[Recording], microphone: bool) -> list[Track]:
        said = []
        for number, recording in enumerate(recordings):
            log_mel = held_out_windows(recording)
            if microphone:
                log_mel = through_microphone(log_mel, seed + number)
            probabilities = classifier.predict(mfcc(log_mel).numpy())
            said.append(Track(classifier.genres.index(recording.genre), probabilities))
        return said

    return {
        "gtzan": tracks(own, microphone=False),
        "gtzan microphone": tracks(own, microphone=True),
        "other": tracks(other, microphone=False),
        "other microphone": tracks(other, microphone=True),
    }


def held_out_windows(recording: Recording) -> Tensor:
    """The windows that a recording is judged by: (N, 100, 128) dB of its first excerpt."""
    piece = torch.from_numpy(recording.pieces[0].astype(np.float32))
    step = SHORT_STEP if len(piece) < SHORT_FRAMES else LONG_STEP
    return piece.unfold(0, WINDOW_FRAMES, step).transpose(1, 2).contiguous()


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


def _surprise(group: Sequence[Track], scale: float) -> float:
    """Mean negative log probability of the true genre over the windows of a group."""
    true = [tempered(track.probabilities, scale)[:, track.genre] for track in group]
    return float(-np.log(np.maximum(np.concatenate(true), 1e-12)).mean())


def _accuracy(tracks: Sequence[Track]) -> float:
    return float(np.concatenate([track.right for track in tracks]).mean())


def _pooled(
    judged: Sequence[dict[str, list[Track]]], name: str, genres: Sequence[str]
) -> dict[str, Any]:
    """All folds of one condition, each calibrated by what the other folds say."""
    tracks: list[Track] = []
    accuracies: list[float] = []
    for number, fold in enumerate(judged):
        others = [other for at, other in enumerate(judged) if at != number] or [fold]
        scale = temperature([part for other in others for part in (other["gtzan"], other["other"])])
        calibrated = [
            replace(track, probabilities=tempered(track.probabilities, scale))
            for track in fold[name]
        ]
        tracks += calibrated
        accuracies.append(_accuracy(calibrated))
    return {
        **report(tracks, genres),
        "folds": accuracies,
        "mean": float(np.mean(accuracies)),
        "spread": float(np.std(accuracies)),
    }
