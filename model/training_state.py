"""A training under way: what its next step depends on, copied, kept and put back."""

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
"""Of what a network makes of a sound that came through a microphone."""


@dataclass(frozen=True)
class Best:
    """The averaged network that validation liked best.

    Attributes:
        error: share of the windows that it names wrongly.
        weights: tensor name -> values.
    """

    error: float
    weights: Mapping[str, Tensor]


@dataclass(frozen=True)
class Stage:
    """A training after a whole step; going on with the training changes nothing in it.

    Attributes:
        step: how many are done.
        labels: names of the outputs, the last of them NOT_MUSIC if that is learnt.
        standardisation: of the windows.
        best: None before the first check, and without validation.
        state: of the :class:`Learner`: tensors, numbers and text in plain containers.
    """

    step: int
    labels: tuple[str, ...]
    standardisation: Standardisation
    best: Best | None
    state: Mapping[str, Any]

    def checkpoint(self, architecture: Architecture) -> Checkpoint:
        """The best network so far; without one, the average of the weights as it is now.

        Args:
            architecture: that of the training.

        Returns:
            Of temperature 1 without notes, and of music threshold 0 if it knows what is no music.
        """
        average = self.state["average"] if self.best is None else self.best.weights
        weights = {name: tensor.numpy().copy() for name, tensor in _floating(average).items()}
        genres = tuple(label for label in self.labels if label != NOT_MUSIC)
        threshold = 0.0 if NOT_MUSIC in self.labels else None
        return Checkpoint(architecture, genres, 1.0, threshold, self.standardisation, weights)

    def plain(self) -> dict[str, Any]:
        """The same as tensors, numbers and text in plain containers."""
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
        """What :meth:`plain` gave.

        Raises:
            KeyError: a part is missing.
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
    """What the networks of a :class:`Learner` are shown in a step.

    Attributes:
        images: for each network the same sounds, (N, 1, 100, 13), changed each in its own way.
        clean: for each network (N,), how far each sound comes without a microphone, 0 to 1.
        targets: (N, labels), each row of sum 1.
    """

    images: Sequence[Tensor]
    clean: Sequence[Tensor]
    targets: Tensor


class Learner:
    """Networks that learn side by side, and where the randomness comes from.

    Each learns from the labels and from what those that hear a sound without a microphone make of
    it on average. So one network comes to know what several would have found out together, and
    that a sound is the same through any room and microphone.

    Source: after Zhang et al., *Deep Mutual Learning*, CVPR 2018.

    Attributes:
        random: whatever torch draws for the batches comes from it.
        numbers: whatever numpy draws, likewise.
    """

    def __init__(
        self,
        networks: Sequence[nn.Sequential],
        recipe: Recipe,
        random: torch.Generator,
        numbers: np.random.Generator,
    ) -> None:
        """
        Args:
            networks: alike, with fresh weights of their own; each takes images (N, 1, 100, 13) and
                gives logits (N, labels). The first is the one to keep.
            recipe: of the training.
            random, numbers: see above.
        """
        keep = get_ema_multi_avg_fn(recipe.average_decay)  # type: ignore[no-untyped-call]
        # Faster on a CPU, for the same numbers.
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
        # A rise that is over by the first step is a division by zero.
        rise = min(0.9, max(0.2, 1.5 / recipe.steps))
        self._schedules = [
            torch.optim.lr_scheduler.OneCycleLR(
                optimiser, recipe.learning_rate, total_steps=recipe.steps, pct_start=rise
            )
            for optimiser in self._optimisers
        ]
        self._label_smoothing = recipe.label_smoothing
        # Where the processor has bfloat16, a step takes two thirds of the time with it.
        self._halved = torch.cpu._is_avx512_bf16_supported()
        self.random, self.numbers = random, numbers

    @property
    def average(self) -> nn.Module:
        """The first network with the moving average of its weights, in evaluation mode."""
        return self._average.module

    def averaged(self) -> dict[str, Tensor]:
        """A copy of the weights of :attr:`average`."""
        return deepcopy(_floating(self.average.state_dict()))

    def learn(self, batch: Batch, peers_say: float) -> float:
        """Do a step.

        Args:
            batch: an image of each sound for each of the networks.
            peers_say: how much the networks count beside the targets, 0 to 1.

        Returns:
            The first network's loss before it.
        """
        with torch.autocast("cpu", torch.bfloat16, enabled=self._halved):
            logits = [
                network(images).float()
                for network, images in zip(self._networks, batch.images, strict=True)
            ]
        said_together = together(logits, batch.clean)
        losses = [
            (1.0 - peers_say)
            * functional.cross_entropy(said, batch.targets, label_smoothing=self._label_smoothing)
            + peers_say * functional.cross_entropy(said, said_together)
            for said in logits
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
        """A copy of everything that the next step depends on, in plain containers."""
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
        """Be as :meth:`state` found it; also sets torch's own generator.

        Args:
            state: of a learner of the same networks and recipe.
        """
        # The optimisers would go on in the very tensors that they are given.
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


def together(logits: Sequence[Tensor], clean: Sequence[Tensor]) -> Tensor:
    """What several networks make of the same sounds.

    Args:
        logits: of each network, (N, labels).
        clean: for each network, how far each sound came without a microphone, (N,) of 0 to 1.

    Returns:
        (N, labels), each row of sum 1: the mean of the probabilities of those that heard the sound
        without a microphone; of all, if none did.
    """
    weights = torch.stack(list(clean)).clamp_min(LEAST_WEIGHT)[..., None]
    said = torch.stack([part.detach().softmax(dim=1) for part in logits])
    return (weights * said).sum(dim=0) / weights.sum(dim=0)


def _floating(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor for name, tensor in tensors.items() if tensor.is_floating_point()}
