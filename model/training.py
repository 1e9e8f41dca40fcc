"""Training a network by a recipe, and measuring the recipe by cross-validation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from model.architecture import Architecture
from model.checkpoint import Checkpoint
from model.dataset import NOT_MUSIC, Recording, made_noise
from model.network import build
from model.recipe import Recipe
from model.sampling import WindowBank, augment, mask, mfcc
from model.standardise import Standardisation

STATISTICS_WINDOWS = 1024
"""From how many windows the standardisation is measured."""

Progress = Callable[[int, float], None]
"""Told after every step: how many are done, and the loss."""


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


def train(
    sources: Sources,
    genres: Sequence[str],
    architecture: Architecture,
    recipe: Recipe,
    progress: Progress,
) -> Checkpoint:
    """Train a network from fresh weights; the same arguments give the same weights.

    Args:
        sources: recordings to learn from.
        genres: names of the outputs; not music becomes one more if the sources know it.
        architecture: layers.
        recipe: everything else.
        progress: told after every step.

    Returns:
        A checkpoint of temperature 1 without notes, and of music threshold 0 if it knows what is
        no music.

    Raises:
        ValueError: a genre has no recording as long as a window.
    """
    torch.manual_seed(recipe.seed)
    random = torch.Generator().manual_seed(recipe.seed)
    numbers = np.random.default_rng(recipe.seed)
    labels, other = tuple(genres), sources.other
    if sources.know_not_music:
        labels, other = (*labels, NOT_MUSIC), (*other, *made_noise(recipe.seed))
    bank = WindowBank(sources.own, other, labels, recipe.other_share)
    sample, _ = bank.draw(STATISTICS_WINDOWS, recipe.stretch, numbers)
    standardisation = Standardisation.measured(mfcc(sample).numpy())
    network = build(architecture, len(labels))
    keep = get_ema_multi_avg_fn(recipe.average_decay)  # type: ignore[no-untyped-call]
    average = AveragedModel(network, multi_avg_fn=keep, use_buffers=True)
    optimiser = torch.optim.AdamW(network.parameters(), weight_decay=recipe.weight_decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, recipe.learning_rate, total_steps=recipe.steps, pct_start=0.2
    )
    network.train()
    for step in range(recipe.steps):
        with torch.no_grad():
            log_mel, drawn = bank.draw(recipe.batch, recipe.stretch, numbers)
            windows = mfcc(augment(log_mel, recipe, random)).numpy()
            images = torch.from_numpy(standardisation(windows))
            images = mask(images, recipe.masked_frames, random)
            images, targets = _mix(images, drawn, len(labels), recipe, numbers)
        logits = network(images)
        loss = functional.cross_entropy(logits, targets, label_smoothing=recipe.label_smoothing)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        schedule.step()
        average.update_parameters(network)
        progress(step + 1, float(loss.detach()))
    weights = {
        name: tensor.numpy().copy()
        for name, tensor in average.module.state_dict().items()
        if tensor.is_floating_point()
    }
    threshold = 0.0 if sources.know_not_music else None
    return Checkpoint(architecture, tuple(genres), 1.0, threshold, standardisation, weights)


def _mix(
    images: Tensor, labels: Tensor, outputs: int, recipe: Recipe, rng: np.random.Generator
) -> tuple[Tensor, Tensor]:
    """Mixup: each image becomes a blend with another, and its target the same blend.

    Source: Zhang et al., *mixup: Beyond Empirical Risk Minimization*, ICLR 2018.
    """
    targets = functional.one_hot(labels, outputs).float()
    share = float(rng.beta(recipe.mixup, recipe.mixup))
    partner = torch.from_numpy(rng.permutation(len(images)))
    return torch.lerp(images[partner], images, share), torch.lerp(targets[partner], targets, share)
