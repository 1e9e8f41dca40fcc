"""A training under way: what its next step depends on, copied, kept and put back."""

from __future__ import annotations

from collections.abc import Mapping
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
from model.standardise import Standardisation


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


class Learner:
    """A network, what trains it, and where the randomness comes from."""

    def __init__(
        self,
        network: nn.Sequential,
        recipe: Recipe,
        random: torch.Generator,
        numbers: np.random.Generator,
    ) -> None:
        """
        Args:
            network: with fresh weights; takes images (N, 1, 100, 13), gives logits (N, labels).
            recipe: of the training.
            random: whatever torch draws for the batches comes from it.
            numbers: whatever numpy draws, likewise.
        """
        keep = get_ema_multi_avg_fn(recipe.average_decay)  # type: ignore[no-untyped-call]
        self._network = network.train()
        self._average = AveragedModel(network, multi_avg_fn=keep, use_buffers=True).eval()
        self._optimiser = torch.optim.AdamW(network.parameters(), weight_decay=recipe.weight_decay)
        self._schedule = torch.optim.lr_scheduler.OneCycleLR(
            self._optimiser, recipe.learning_rate, total_steps=recipe.steps, pct_start=0.2
        )
        self._label_smoothing = recipe.label_smoothing
        self.random, self.numbers = random, numbers

    @property
    def average(self) -> nn.Module:
        """The network with the moving average of the weights, in evaluation mode."""
        return self._average.module

    def averaged(self) -> dict[str, Tensor]:
        """A copy of the weights of :attr:`average`."""
        return deepcopy(_floating(self.average.state_dict()))

    def learn(self, images: Tensor, targets: Tensor) -> float:
        """Do a step.

        Args:
            images: (N, 1, 100, 13).
            targets: (N, labels), each row of sum 1.

        Returns:
            The loss before it.
        """
        logits = self._network(images)
        loss = functional.cross_entropy(logits, targets, label_smoothing=self._label_smoothing)
        self._optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self._optimiser.step()
        self._schedule.step()
        self._average.update_parameters(self._network)
        return float(loss.detach())

    def state(self) -> dict[str, Any]:
        """A copy of everything that the next step depends on, in plain containers."""
        return deepcopy(
            {
                "network": dict(self._network.state_dict()),
                "average": dict(self.average.state_dict()),
                "averaged": int(self._average.n_averaged),
                "optimiser": self._optimiser.state_dict(),
                "schedule": self._schedule.state_dict(),
                "torch": torch.get_rng_state(),
                "random": self.random.get_state(),
                "numbers": self.numbers.bit_generator.state,
            }
        )

    def restore(self, state: Mapping[str, Any]) -> None:
        """Be as :meth:`state` found it; also sets torch's own generator.

        Args:
            state: of a learner of the same network and recipe.
        """
        # The optimiser would go on in the very tensors that it is given.
        state = deepcopy(dict(state))
        self._network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self._average.n_averaged.fill_(state["averaged"])
        self._optimiser.load_state_dict(state["optimiser"])
        self._schedule.load_state_dict(state["schedule"])
        torch.set_rng_state(state["torch"])
        self.random.set_state(state["random"])
        self.numbers.bit_generator.state = state["numbers"]


def _floating(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor for name, tensor in tensors.items() if tensor.is_floating_point()}
