"""Which network answers now: the loaded model, or it with edited kernels."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from model.kernel_edits import KernelEdits

if TYPE_CHECKING:
    # ONNX Runtime comes in later, on a thread of its own.
    from model.classifier import Classifier


@dataclass(frozen=True)
class NetworkInUse:
    """The network that answers.

    Attributes:
        generation: grows with every change, from 1.
        path: of the model's file, None for the app's own.
        model: as it is in its file.
        classifier: the one that answers: the model, or it with edited kernels.
        edited: numbers of the kernels that aren't the model's own.
    """

    generation: int
    path: Path | None
    model: Classifier
    classifier: Classifier
    edited: frozenset[int] = frozenset()


class NetworkChoice:
    """The one place that knows which network is in use; everybody else asks.

    Attributes:
        current: None until the first model is loaded.
    """

    def __init__(self) -> None:
        self.current: NetworkInUse | None = None
        self._edited: Classifier | None = None
        self._lock = threading.Lock()

    @property
    def classifier(self) -> Classifier | None:
        """The one that answers, None until the first model is loaded."""
        current = self.current
        return None if current is None else current.classifier

    def use(self, model: Classifier, path: Path | None) -> None:
        """Let a newly loaded model answer.

        Args:
            model: loaded.
            path: of its file, None for the app's own.
        """
        with self._lock:
            self._edited = None
            self.current = NetworkInUse(self._next(), path, model, model)

    def edit(self, edits: KernelEdits) -> None:
        """Let the model answer with these kernels in its first layer.

        Nothing happens without a model, or if they are those of a model that was replaced just now.
        """
        with self._lock:
            current = self.current
            if current is None or not _belong(edits, current.model):
                return
            classifier = current.model
            if edits.changed:
                # A copy of a copy is quick.
                self._edited = (self._edited or current.model).with_kernels(*edits.effective)
                classifier = self._edited
            self.current = NetworkInUse(
                self._next(), current.path, current.model, classifier, edits.changed
            )

    def _next(self) -> int:
        return 1 if self.current is None else self.current.generation + 1


def _belong(edits: KernelEdits, model: Classifier) -> bool:
    own = model.kernels(model.first_conv)
    return np.array_equal(edits.own_weight, own.weight) and np.array_equal(edits.own_bias, own.bias)
