"""Training a network by a recipe."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from model.architecture import Architecture
from model.checkpoint import Checkpoint
from model.dataset import NOT_MUSIC, Recording, made_noise
from model.network import build
from model.recipe import Recipe
from model.sampling import WindowBank, augment, mask, mfcc, mixup
from model.standardise import Standardisation
from model.training_state import Best, Learner, Stage
from model.validation import Validation, can_check, held_out_groups

STATISTICS_WINDOWS = 1024
"""From how many windows the standardisation is measured."""

Progress = Callable[[Stage, float], None]
"""Told after every step: the training as it is now, and the loss."""


@dataclass(frozen=True)
class Sources:
    """What a batch is drawn from.

    Attributes:
        own: GTZAN's recordings, or whatever the training is about.
        other: recordings of other origin, from which ``Recipe.other_share`` of each genre's windows
            are drawn; may be empty.
    """

    own: Sequence[Recording]
    other: Sequence[Recording]

    @property
    def know_not_music(self) -> bool:
        """Whether there is anything to learn from that has no genre."""
        return any(recording.genre == NOT_MUSIC for recording in (*self.own, *self.other))

    def split(self, groups: frozenset[str]) -> tuple[Sources, Sources]:
        """What is left without these groups, and what there is to check by in them."""
        left, taken = (
            Sources(
                [recording for recording in self.own if (recording.group in groups) == inside],
                [recording for recording in self.other if (recording.group in groups) == inside],
            )
            for inside in (False, True)
        )
        return left, Sources(
            [recording for recording in taken.own if can_check(recording)],
            [recording for recording in taken.other if can_check(recording)],
        )


def train(
    sources: Sources,
    genres: Sequence[str],
    architecture: Architecture,
    recipe: Recipe,
    progress: Progress,
    begun: Stage | None = None,
) -> Checkpoint:
    """Train a network from fresh weights; the same arguments give the same weights.

    A part of the music is held out, see :func:`model.validation.held_out_groups`, and of the
    averaged networks that are checked by it the best is kept; without such a part the last.

    Args:
        sources: recordings to learn from.
        genres: names of the outputs; not music becomes one more if the sources know it.
        architecture: layers.
        recipe: everything else.
        progress: told after every step.
        begun: how far the same training has got already; going on from there gives the same
            weights as if it had never been left.

    Returns:
        See :meth:`model.training_state.Stage.checkpoint`.

    Raises:
        ValueError: a genre has no recording as long as a window.
    """
    torch.manual_seed(recipe.seed)
    random = torch.Generator().manual_seed(recipe.seed)
    numbers = np.random.default_rng(recipe.seed)
    labels = (*genres, NOT_MUSIC) if sources.know_not_music else tuple(genres)
    learnt, held_out = sources.split(
        held_out_groups(sources.own, sources.other, genres, recipe.validation_share, recipe.seed)
    )
    noise = made_noise(recipe.seed) if sources.know_not_music else []
    bank = WindowBank(learnt.own, (*learnt.other, *noise), labels, recipe.other_share)
    sample, _ = bank.draw(STATISTICS_WINDOWS, recipe.stretch, numbers)
    standardisation = Standardisation.measured(mfcc(sample).numpy())
    validation = Validation.of((held_out.own, held_out.other), labels, standardisation)
    learner = Learner(build(architecture, len(labels)), recipe, random, numbers)
    if begun is None:
        stage = Stage(0, labels, standardisation, None, learner.state())
    else:
        stage = begun
        learner.restore(stage.state)
    for step in range(stage.step + 1, recipe.steps + 1):
        loss = learner.learn(*_batch(bank, stage.standardisation, recipe, random, numbers))
        best = stage.best
        if validation.parts and recipe.checks(step):
            error = validation.error(learner.average)
            # Of equals the later: the schedule has brought it further down.
            if best is None or error <= best.error:
                best = Best(error, learner.averaged())
        stage = replace(stage, step=step, best=best, state=learner.state())
        progress(stage, loss)
    return stage.checkpoint(architecture)


def _batch(
    bank: WindowBank,
    standardisation: Standardisation,
    recipe: Recipe,
    random: torch.Generator,
    numbers: np.random.Generator,
) -> tuple[Tensor, Tensor]:
    """Images (batch, 1, 100, 13) and targets (batch, labels)."""
    log_mel, drawn = bank.draw(recipe.batch, recipe.stretch, numbers)
    windows = mfcc(augment(log_mel, recipe, random)).numpy()
    images = torch.from_numpy(standardisation(windows))
    images = mask(images, recipe.masked_frames, random)
    return mixup(images, drawn, bank.outputs, recipe.mixup, numbers)
