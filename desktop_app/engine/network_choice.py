"""The network in use: the loaded model, or a copy with edited kernels."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from model.kernel_edits import KernelEdits

if TYPE_CHECKING:
    # ONNX Runtime is imported later, on another thread.
    from model.classifier import Classifier


@dataclass(frozen=True)
class NetworkInUse:
    """The network in use.

    Attributes:
        generation: grows with every change, from 1.
        path: of the model's file, None for the app's own.
        model: as it is in its file.
        classifier: the one in use: the model, or a copy with edited kernels.
        edits: of the kernels of its first layer; None for none.
        for_this_run: whether the app is not to start with it again.
    """

    generation: int
    path: Path | None
    model: Classifier
    classifier: Classifier
    edits: KernelEdits | None = None
    for_this_run: bool = False

    @property
    def edited(self) -> frozenset[int]:
        """Numbers of the kernels that aren't the model's own."""
        return frozenset() if self.edits is None else self.edits.changed


class NetworkChoice:
    """Keeps track of the network in use.

    Attributes:
        current: the network in use; None until the first model is loaded.
    """

    def __init__(self) -> None:
        self.current: NetworkInUse | None = None
        self._edited: Classifier | None = None
        self._lock = threading.Lock()

    @property
    def classifier(self) -> Classifier | None:
        """The classifier in use, None until the first model is loaded."""
        current = self.current
        return None if current is None else current.classifier

    def use(self, model: Classifier, path: Path | None, for_this_run: bool = False) -> None:
        """Use a newly loaded model.

        Args:
            model: the model.
            path: of its file, None for the app's own.
            for_this_run: whether the app is not to start with it again.
        """
        with self._lock:
            self._edited = None
            self.current = NetworkInUse(self._next(), path, model, model, for_this_run=for_this_run)

    def edit(self, edits: KernelEdits) -> None:
        """Use these kernels in the model's first layer.

        No effect without a model, or if the edits belong to a model that was just replaced.
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
            self.current = replace(
                current, generation=self._next(), classifier=classifier, edits=edits
            )

    def _next(self) -> int:
        return 1 if self.current is None else self.current.generation + 1


def _belong(edits: KernelEdits, model: Classifier) -> bool:
    own = model.kernels(model.first_conv)
    return np.array_equal(edits.own_weight, own.weight) and np.array_equal(edits.own_bias, own.bias)
