"""The state of a training: the network and its optimiser, and snapshots to resume from."""

from __future__ import annotations

import io
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
from model.standardisation import Standardisation


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

    def to_bytes(self) -> bytes:
        """Serialise the snapshot."""
        content = io.BytesIO()
        torch.save(self.plain(), content)
        return content.getvalue()

    @classmethod
    def from_bytes(cls, content: bytes) -> Stage:
        """Rebuild a snapshot from the output of :meth:`to_bytes`; executes no code."""
        return cls.from_plain(torch.load(io.BytesIO(content), weights_only=True))


class Learner:
    """A network in training, its optimiser, and the moving average of its weights.

    Attributes:
        random: source of torch's random numbers for the batches.
        numbers: source of numpy's random numbers for the batches.
    """

    def __init__(
        self,
        network: nn.Sequential,
        recipe: Recipe,
        random: torch.Generator,
        numbers: np.random.Generator,
    ) -> None:
        """Create optimiser, schedule and moving average.

        Args:
            network: maps images (N, 1, 100, 13) to logits (N, labels).
            recipe: hyperparameters.
            random: source of torch's random numbers for the batches.
            numbers: source of numpy's random numbers for the batches.
        """
        keep = get_ema_multi_avg_fn(recipe.average_decay)  # type: ignore[no-untyped-call]
        # Faster on a CPU, with the same results.
        self._network = network.to(memory_format=torch.channels_last).train()  # type: ignore[call-overload]
        self._average = AveragedModel(self._network, multi_avg_fn=keep, use_buffers=True).eval()
        self._optimiser = torch.optim.AdamW(
            self._network.parameters(), weight_decay=recipe.weight_decay
        )
        # OneCycleLR divides by zero if the warm-up ends within the first step.
        warm_up = min(0.9, max(0.2, 1.5 / recipe.steps))
        self._schedule = torch.optim.lr_scheduler.OneCycleLR(
            self._optimiser, recipe.learning_rate, total_steps=recipe.steps, pct_start=warm_up
        )
        self._label_smoothing = recipe.label_smoothing
        # On processors with native bfloat16, a step takes two thirds of the time.
        self._bfloat16 = torch.cpu._is_avx512_bf16_supported()
        self.random, self.numbers = random, numbers

    @property
    def average(self) -> nn.Module:
        """The network with the moving average of its weights, in evaluation mode."""
        return self._average.module

    def averaged(self) -> dict[str, Tensor]:
        """Return a copy of the weights of :attr:`average`."""
        return deepcopy(_floating(self.average.state_dict()))

    def learn(self, images: Tensor, targets: Tensor) -> float:
        """Perform one optimiser step.

        Args:
            images: (N, 1, 100, 13).
            targets: (N, labels), each row summing to 1.

        Returns:
            The loss before the step.
        """
        with torch.autocast("cpu", torch.bfloat16, enabled=self._bfloat16):
            logits = self._network(images).float()
        loss = functional.cross_entropy(logits, targets, label_smoothing=self._label_smoothing)
        self._optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self._optimiser.step()
        self._schedule.step()
        self._average.update_parameters(self._network)
        return float(loss.detach())

    def state(self) -> dict[str, Any]:
        """Return a copy of everything that the next step depends on, in plain containers."""
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
        """Restore a state returned by :meth:`state`, including torch's global generator.

        Args:
            state: of a learner with the same network and recipe.
        """
        # Optimisers would modify the tensors they are given in place.
        state = deepcopy(dict(state))
        self._network.load_state_dict(state["network"])
        self._optimiser.load_state_dict(state["optimiser"])
        self._schedule.load_state_dict(state["schedule"])
        self.average.load_state_dict(state["average"])
        self._average.n_averaged.fill_(state["averaged"])
        torch.set_rng_state(state["torch"])
        self.random.set_state(state["random"])
        self.numbers.bit_generator.state = state["numbers"]


def _floating(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor for name, tensor in tensors.items() if tensor.is_floating_point()}
