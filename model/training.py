"""Training of a network by a recipe."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from model.architecture import Architecture
from model.checkpoint import Checkpoint
from model.dataset import NOT_MUSIC, Recording, synthetic_noise
from model.network import build
from model.recipe import Recipe
from model.sampling import augment, mask, mfcc, mixup
from model.standardisation import Standardisation
from model.training_state import Best, Learner, Stage
from model.validation import Validation, can_validate, held_out_groups
from model.window_bank import WindowBank

STATISTICS_WINDOWS = 1024
"""Number of windows from which the standardisation is measured."""

Progress = Callable[[Stage, float], None]
"""Called after every step with the state of the training and the loss."""


@dataclass(frozen=True)
class Sources:
    """Recordings from which batches are drawn.

    Attributes:
        own: recordings of the main origin.
        other: recordings of other origins, from which ``Recipe.other_share`` of the music is
            drawn; may be empty.
    """

    own: Sequence[Recording]
    other: Sequence[Recording]

    @property
    def include_not_music(self) -> bool:
        """Whether any recording is not music."""
        return any(recording.genre == NOT_MUSIC for recording in (*self.own, *self.other))

    def split(self, groups: frozenset[str]) -> tuple[Sources, Sources]:
        """Split off the recordings of some groups for validation.

        Args:
            groups: to hold out.

        Returns:
            The recordings of all other groups, and those of the groups that can be validated on.
        """
        remaining, held_out = (
            Sources(
                [recording for recording in self.own if (recording.group in groups) == inside],
                [recording for recording in self.other if (recording.group in groups) == inside],
            )
            for inside in (False, True)
        )
        return remaining, Sources(
            [recording for recording in held_out.own if can_validate(recording)],
            [recording for recording in held_out.other if can_validate(recording)],
        )


def train(
    sources: Sources,
    genres: Sequence[str],
    architecture: Architecture,
    recipe: Recipe,
    progress: Progress,
    begun: Stage | None = None,
) -> Checkpoint:
    """Train a network; deterministic for the same arguments.

    Part of the music is held out for validation, see :func:`model.validation.held_out_groups`. Of
    the averaged networks that are validated the best is kept; without validation, the last.

    Args:
        sources: training recordings.
        genres: names of the outputs; if the sources include non-music, there is one more.
        architecture: layers.
        recipe: hyperparameters.
        progress: called after every step.
        begun: state from which to resume the same training; the resulting weights are the same as
            without the interruption.

    Returns:
        The kept network at temperature 1, without notes, see
        :meth:`model.training_state.Stage.checkpoint`.

    Raises:
        ValueError: if a genre has no recording longer than a window.
    """
    torch.manual_seed(recipe.seed)
    random = torch.Generator().manual_seed(recipe.seed)
    numbers = np.random.default_rng(recipe.seed)
    labels = (*genres, NOT_MUSIC) if sources.include_not_music else tuple(genres)
    learned, held_out = sources.split(
        held_out_groups(sources.own, sources.other, genres, recipe.validation_share, recipe.seed)
    )
    noise = synthetic_noise(recipe.seed) if sources.include_not_music else []
    others = (*learned.other, *noise)
    bank = WindowBank(learned.own, others, labels, recipe)
    sample, _ = bank.draw(STATISTICS_WINDOWS, recipe.stretch, numbers)
    standardisation = Standardisation.measured(mfcc(sample).numpy())
    validation = Validation.of((held_out.own, held_out.other), labels, standardisation)
    learner = Learner(build(architecture, len(labels)), recipe, random, numbers)
    if begun is None:
        stage = Stage(0, labels, standardisation, None, learner.state())
    else:
        stage = begun
        learner.restore(stage.state)

    def image(log_mel: Tensor) -> Tensor:
        return torch.from_numpy(stage.standardisation(mfcc(log_mel).numpy()))

    for step in range(stage.step + 1, recipe.steps + 1):
        loss = learner.learn(*batch(bank, image, recipe, random, numbers))
        best = stage.best
        if validation.parts and recipe.validates_after(step):
            error = validation.error(learner.average)
            # Of equally good networks the later one has had more of the learning-rate schedule.
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
) -> tuple[Tensor, Tensor]:
    """Draw a batch of windows and augment them.

    Args:
        bank: to draw from.
        image: converts log-mel (N, 100, 128) dB to standardised images (N, 1, 100, values).
        recipe: batch size and augmentation.
        random: source of torch's random numbers.
        numbers: source of numpy's random numbers.

    Returns:
        Images (N, 1, 100, values) and targets (N, labels), each row summing to 1.
    """
    log_mel, drawn = bank.draw(recipe.batch, recipe.stretch, numbers)
    targets = functional.one_hot(drawn, bank.outputs).float()
    images = mask(image(augment(log_mel, recipe, random)), recipe.masked_frames, random)
    images, targets = mixup([images, targets], recipe.mixup, numbers)
    return images, targets
