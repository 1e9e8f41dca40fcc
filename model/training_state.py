"""The state of a training: the networks and optimisers, and snapshots to resume from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from model.architecture import Architecture
from model.checkpoint import Checkpoint
from model.dataset import NOT_MUSIC
from model.recipe import Recipe
from model.standardisation import Standardisation

LEAST_WEIGHT = 0.01
"""Weight of a network's prediction for a sound passed through a microphone, relative to 1."""


@dataclass(frozen=True)
class Best:
    """The averaged network with the lowest validation error so far.

    Attributes:
        error: fraction of windows classified wrongly, 0 to 1.
        weights: tensor name -> values.
    """

    error: float
    weights: Mapping[str, Tensor]


@dataclass(frozen=True)
class Stage:
    """An independent snapshot of a training after a step.

    Attributes:
        step: number of steps done.
        labels: names of the outputs, NOT_MUSIC last if it is learned.
        standardisation: of the windows.
        best: None before the first validation, and without one.
        state: of the :class:`Learner`, as plain containers of tensors, numbers and text.
    """

    step: int
    labels: tuple[str, ...]
    standardisation: Standardisation
    best: Best | None
    state: Mapping[str, Any]

    def checkpoint(self, architecture: Architecture) -> Checkpoint:
        """Return the best network so far or, without validation, the current averaged network.

        Args:
            architecture: that of the training.

        Returns:
            With temperature 1, no notes and, if NOT_MUSIC is learned, a music threshold of 0.
        """
        average = self.state["average"] if self.best is None else self.best.weights
        weights = {name: tensor.numpy().copy() for name, tensor in _floating(average).items()}
        genres = tuple(label for label in self.labels if label != NOT_MUSIC)
        threshold = 0.0 if NOT_MUSIC in self.labels else None
        return Checkpoint(architecture, genres, 1.0, threshold, self.standardisation, weights)

    def plain(self) -> dict[str, Any]:
        """Convert to plain containers of tensors, numbers and text."""
        best = self.best and {"error": self.best.error, "weights": dict(self.best.weights)}
        return {
            "step": self.step,
            "labels": list(self.labels),
            "mean": torch.from_numpy(self.standardisation.mean),
            "scale": torch.from_numpy(self.standardisation.scale),
            "best": best,
            "state": dict(self.state),
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Stage:
        """Rebuild a snapshot from the output of :meth:`plain`.

        Raises:
            KeyError: if a part is missing.
        """
        best = plain["best"]
        return cls(
            plain["step"],
            tuple(plain["labels"]),
            Standardisation(plain["mean"].numpy(), plain["scale"].numpy()),
            None if best is None else Best(best["error"], best["weights"]),
            plain["state"],
        )


@dataclass(frozen=True)
class Batch:
    """The input of one step of a :class:`Learner`.

    Attributes:
        images: per network, (N, 1, 100, 13): the same sounds, augmented independently.
        clean: per network, (N,) from 0 for sounds passed through a microphone to 1 for clean ones.
        targets: (N, labels), each row summing to 1.
    """

    images: Sequence[Tensor]
    clean: Sequence[Tensor]
    targets: Tensor


class Learner:
    """Peer networks trained together by mutual learning, with their optimisers.

    Each network learns from the labels and from the mean prediction of the peers that get a sound
    without a microphone. A single network thus approaches the accuracy of an ensemble, and becomes
    invariant to rooms and microphones.

    Source: after Zhang et al., *Deep Mutual Learning*, CVPR 2018.

    Attributes:
        random: source of torch's random numbers for the batches.
        numbers: source of numpy's random numbers for the batches.
    """

    def __init__(
        self,
        networks: Sequence[nn.Sequential],
        recipe: Recipe,
        random: torch.Generator,
        numbers: np.random.Generator,
    ) -> None:
        """Create optimisers, schedules and the moving average.

        Args:
            networks: of the same architecture with different initial weights, mapping images
                (N, 1, 100, 13) to logits (N, labels). The first one is to be kept.
            recipe: hyperparameters.
            random: source of torch's random numbers for the batches.
            numbers: source of numpy's random numbers for the batches.
        """
        keep = get_ema_multi_avg_fn(recipe.average_decay)  # type: ignore[no-untyped-call]
        # Faster on a CPU, with the same results.
        self._networks = [
            network.to(memory_format=torch.channels_last).train()  # type: ignore[call-overload]
            for network in networks
        ]
        first = self._networks[0]
        self._average = AveragedModel(first, multi_avg_fn=keep, use_buffers=True).eval()
        self._optimisers = [
            torch.optim.AdamW(network.parameters(), weight_decay=recipe.weight_decay)
            for network in self._networks
        ]
        # OneCycleLR divides by zero if the warm-up ends within the first step.
        warm_up = min(0.9, max(0.2, 1.5 / recipe.steps))
        self._schedules = [
            torch.optim.lr_scheduler.OneCycleLR(
                optimiser, recipe.learning_rate, total_steps=recipe.steps, pct_start=warm_up
            )
            for optimiser in self._optimisers
        ]
        self._label_smoothing = recipe.label_smoothing
        # On processors with native bfloat16, a step takes two thirds of the time.
        self._bfloat16 = torch.cpu._is_avx512_bf16_supported()
        self.random, self.numbers = random, numbers

    @property
    def average(self) -> nn.Module:
        """First network with the moving average of its weights, in evaluation mode."""
        return self._average.module

    def averaged(self) -> dict[str, Tensor]:
        """Return a copy of the weights of :attr:`average`."""
        return deepcopy(_floating(self.average.state_dict()))

    def learn(self, batch: Batch, peer_weight: float) -> float:
        """Perform one optimiser step.

        Args:
            batch: images of the same sounds for each of the networks.
            peer_weight: weight of the peers' prediction in the target, 0 to 1.

        Returns:
            The first network's loss before the step.
        """
        with torch.autocast("cpu", torch.bfloat16, enabled=self._bfloat16):
            logits = [
                network(images).float()
                for network, images in zip(self._networks, batch.images, strict=True)
            ]
        consensus = joint_prediction(logits, batch.clean)
        losses = [
            (1.0 - peer_weight)
            * functional.cross_entropy(own, batch.targets, label_smoothing=self._label_smoothing)
            + peer_weight * functional.cross_entropy(own, consensus)
            for own in logits
        ]
        for loss, optimiser, schedule in zip(
            losses, self._optimisers, self._schedules, strict=True
        ):
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            schedule.step()
        self._average.update_parameters(self._networks[0])
        return float(losses[0].detach())

    def state(self) -> dict[str, Any]:
        """Return a copy of everything that the next step depends on, in plain containers."""
        return deepcopy(
            {
                "networks": [dict(network.state_dict()) for network in self._networks],
                "average": dict(self.average.state_dict()),
                "averaged": int(self._average.n_averaged),
                "optimisers": [optimiser.state_dict() for optimiser in self._optimisers],
                "schedules": [schedule.state_dict() for schedule in self._schedules],
                "torch": torch.get_rng_state(),
                "random": self.random.get_state(),
                "numbers": self.numbers.bit_generator.state,
            }
        )

    def restore(self, state: Mapping[str, Any]) -> None:
        """Restore a state returned by :meth:`state`, including torch's global generator.

        Args:
            state: of a learner with the same networks and recipe.
        """
        # Optimisers would modify the tensors they are given in place.
        state = deepcopy(dict(state))
        for mine, kept in (
            (self._networks, state["networks"]),
            (self._optimisers, state["optimisers"]),
            (self._schedules, state["schedules"]),
        ):
            for part, values in zip(mine, kept, strict=True):
                part.load_state_dict(values)
        self.average.load_state_dict(state["average"])
        self._average.n_averaged.fill_(state["averaged"])
        torch.set_rng_state(state["torch"])
        self.random.set_state(state["random"])
        self.numbers.bit_generator.state = state["numbers"]


def joint_prediction(logits: Sequence[Tensor], clean: Sequence[Tensor]) -> Tensor:
    """Average the predictions of several networks for the same sounds.

    Args:
        logits: per network, (N, labels).
        clean: per network, (N,) from 0 for sounds passed through a microphone to 1 for clean ones.

    Returns:
        (N, labels), each row summing to 1: the mean probabilities of the networks that got the
        sound clean, or of all if none did.
    """
    weights = torch.stack(list(clean)).clamp_min(LEAST_WEIGHT)[..., None]
    probabilities = torch.stack([part.detach().softmax(dim=1) for part in logits])
    return (weights * probabilities).sum(dim=0) / weights.sum(dim=0)


def _floating(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor for name, tensor in tensors.items() if tensor.is_floating_point()}
