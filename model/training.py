"""Training a network by a recipe."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from model.architecture import Architecture
from model.checkpoint import Checkpoint
from model.dataset import NOT_MUSIC, Recording, made_noise
from model.network import build
from model.recipe import Recipe
from model.sampling import WindowBank, augment, mask, mfcc, mixup
from model.standardisation import Standardisation
from model.training_state import Batch, Best, Learner, Stage
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
    others = (*learnt.other, *noise)
    bank = WindowBank(learnt.own, others, labels, recipe.other_share, recipe.not_music_weight)
    sample, _ = bank.draw(STATISTICS_WINDOWS, recipe.stretch, numbers)
    standardisation = Standardisation.measured(mfcc(sample).numpy())
    validation = Validation.of((held_out.own, held_out.other), labels, standardisation)
    networks = [build(architecture, len(labels)) for _ in range(recipe.peers)]
    learner = Learner(networks, recipe, random, numbers)
    if begun is None:
        stage = Stage(0, labels, standardisation, None, learner.state())
    else:
        stage = begun
        learner.restore(stage.state)

    def image(log_mel: Tensor) -> Tensor:
        return torch.from_numpy(stage.standardisation(mfcc(log_mel).numpy()))

    for step in range(stage.step + 1, recipe.steps + 1):
        drawn = batch(bank, image, recipe, random, numbers)
        loss = learner.learn(drawn, recipe.peers_say(step))
        best = stage.best
        if validation.parts and recipe.checks(step):
            error = validation.error(learner.average)
            # Of equals the later: the schedule has brought it further down.
            if best is None or error <= best.error:
                best = Best(error, learner.averaged())
        stage = replace(stage, step=step, best=best, state=learner.state())
        progress(stage, loss)
    return stage.checkpoint(architecture)


def batch(
    bank: WindowBank,
    image: Callable[[Tensor], Tensor],
    recipe: Recipe,
    random: torch.Generator,
    numbers: np.random.Generator,
) -> Batch:
    """Draw sounds and change them, for each network in another way.

    Args:
        bank: to draw from.
        image: log-mel (N, 100, 128) dB -> (N, 1, 100, values), so standardised that 0 says nothing.
        recipe: how much to change, and for how many networks.
        random, numbers: where the draws come from.
    """
    log_mel, drawn = bank.draw(recipe.batch, recipe.stretch, numbers)
    targets = functional.one_hot(drawn, bank.outputs).float()
    images, clean = [], []
    for _ in range(recipe.peers):
        changed, unchanged = augment(log_mel, recipe, random)
        images.append(mask(image(changed), recipe.masked_frames, random))
        clean.append(unchanged.float())
    targets, *blended = mixup([targets, *images, *clean], recipe.mixup, numbers)
    return Batch(blended[: recipe.peers], blended[recipe.peers :], targets)
