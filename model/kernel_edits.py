"""Edits of the first layer's kernels as immutable values: every edit returns a new one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.features import FloatArray
from model.named_kernels import NAMED


@dataclass(frozen=True)
class KernelEdits:
    """Kernels of the first convolution, some of them edited.

    Kernels are addressed as drawn on screen: rows run from the highest coefficient down, columns
    through time. Kernel, row and column numbers start at 0.

    Attributes:
        own_weight: (kernels, 1, frames, coefficients), the model's.
        own_bias: (kernels,), the model's.
        weight: with the edits, of the same shape.
        bias: likewise.
        muted: numbers of the kernels whose maps are set to 0.
    """

    own_weight: FloatArray
    own_bias: FloatArray
    weight: FloatArray
    bias: FloatArray
    muted: frozenset[int] = frozenset()

    @classmethod
    def of(cls, weight: FloatArray, bias: FloatArray) -> KernelEdits:
        """Start from the model's kernels, with nothing edited."""
        return cls(weight, bias, weight, bias)

    @property
    def changed(self) -> frozenset[int]:
        """Numbers of the kernels that are edited or muted."""
        differ = (self.weight != self.own_weight).any(axis=(1, 2, 3)) | (self.bias != self.own_bias)
        return self.muted | {int(number) for number in np.flatnonzero(differ)}

    def same_as(self, other: KernelEdits) -> bool:
        """Return whether weights, biases and muted kernels are equal."""
        return (
            np.array_equal(self.weight, other.weight)
            and np.array_equal(self.bias, other.bias)
            and self.muted == other.muted
        )

    @property
    def effective(self) -> tuple[FloatArray, FloatArray]:
        """Weight and bias to compute with; those of muted kernels are 0."""
        gain = np.ones(len(self.bias), np.float32)
        gain[list(self.muted)] = 0.0
        return self.weight * gain[:, None, None, None], self.bias * gain

    def kernel(self, number: int) -> FloatArray:
        """Return one kernel as drawn on screen, (rows, columns)."""
        return np.asarray(self.weight[number, 0].T[::-1])

    def with_cell(self, number: int, row: int, column: int, value: float) -> KernelEdits:
        """Replace one weight of a kernel."""
        kernel = self.kernel(number).copy()
        kernel[row, column] = value
        return self.with_kernel(number, kernel)

    def with_kernel(self, number: int, kernel: NDArray[np.floating[Any]]) -> KernelEdits:
        """Replace a kernel by one given as drawn on screen, (rows, columns)."""
        weight = self.weight.copy()
        weight[number, 0] = kernel[::-1].T
        return replace(self, weight=weight)

    def with_named(self, number: int, name: str) -> KernelEdits:
        """Replace a kernel by a preset of ``model.named_kernels`` with bias 0."""
        rows, columns = self.kernel(number).shape
        return self.with_kernel(number, NAMED[name](rows, columns)).with_bias(number, 0.0)

    def with_bias(self, number: int, value: float) -> KernelEdits:
        """Replace the bias of a kernel."""
        bias = self.bias.copy()
        bias[number] = value
        return replace(self, bias=bias)

    def muting(self, number: int, muted: bool) -> KernelEdits:
        """Mute or unmute a kernel."""
        return replace(self, muted=self.muted | {number} if muted else self.muted - {number})

    def solo(self, number: int) -> KernelEdits:
        """Mute all kernels but one; if they already are, unmute all."""
        others = frozenset(range(len(self.bias))) - {number}
        return replace(self, muted=frozenset() if self.muted == others else others)

    def restored(self, number: int) -> KernelEdits:
        """Restore one kernel to the model's and unmute it."""
        weight, bias = self.weight.copy(), self.bias.copy()
        weight[number], bias[number] = self.own_weight[number], self.own_bias[number]
        return replace(self, weight=weight, bias=bias, muted=self.muted - {number})

    def reset(self) -> KernelEdits:
        """Restore all kernels to the model's."""
        return KernelEdits.of(self.own_weight, self.own_bias)
