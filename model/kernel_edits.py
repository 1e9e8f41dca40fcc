"""What if the first layer had other kernels: edits as values, each a new one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.features import FloatArray
from model.named_kernels import NAMED


@dataclass(frozen=True)
class KernelEdits:
    """Kernels of a first convolution, some of them not the model's own.

    As on the screen, rows run from the highest coefficient down and columns through time.

    Attributes:
        own_weight: (kernels, 1, frames, coefficients) of the model.
        own_bias: (kernels,) of the model.
        weight, bias: as they are now, of the same shapes.
        muted: numbers of kernels whose maps are all 0.
    """

    own_weight: FloatArray
    own_bias: FloatArray
    weight: FloatArray
    bias: FloatArray
    muted: frozenset[int] = frozenset()

    @classmethod
    def of(cls, weight: FloatArray, bias: FloatArray) -> KernelEdits:
        """Nothing changed yet."""
        return cls(weight, bias, weight, bias)

    @property
    def changed(self) -> frozenset[int]:
        """Numbers of the kernels that are not the model's own, or muted."""
        differ = (self.weight != self.own_weight).any(axis=(1, 2, 3)) | (self.bias != self.own_bias)
        return self.muted | {int(number) for number in np.flatnonzero(differ)}

    def same_as(self, other: KernelEdits) -> bool:
        """Whether weights, biases and muted maps are the same."""
        return (
            np.array_equal(self.weight, other.weight)
            and np.array_equal(self.bias, other.bias)
            and self.muted == other.muted
        )

    @property
    def effective(self) -> tuple[FloatArray, FloatArray]:
        """Weight and bias to compute with: a muted kernel's are 0."""
        heard = np.ones(len(self.bias), np.float32)
        heard[list(self.muted)] = 0.0
        return self.weight * heard[:, None, None, None], self.bias * heard

    def kernel(self, number: int) -> FloatArray:
        """One kernel as on the screen, (rows, columns)."""
        return np.asarray(self.weight[number, 0].T[::-1])

    def with_cell(self, number: int, row: int, column: int, value: float) -> KernelEdits:
        """Another value in a cell of a kernel."""
        kernel = self.kernel(number).copy()
        kernel[row, column] = value
        return self.with_kernel(number, kernel)

    def with_kernel(self, number: int, kernel: NDArray[np.floating[Any]]) -> KernelEdits:
        """Another kernel, (rows, columns) as on the screen."""
        weight = self.weight.copy()
        weight[number, 0] = kernel[::-1].T
        return replace(self, weight=weight)

    def with_named(self, number: int, name: str) -> KernelEdits:
        """A kernel out of ``model.named_kernels``, without bias."""
        rows, columns = self.kernel(number).shape
        return self.with_kernel(number, NAMED[name](rows, columns)).with_bias(number, 0.0)

    def with_bias(self, number: int, value: float) -> KernelEdits:
        """Another bias."""
        bias = self.bias.copy()
        bias[number] = value
        return replace(self, bias=bias)

    def muting(self, number: int, muted: bool) -> KernelEdits:
        """A map silenced, or heard again."""
        return replace(self, muted=self.muted | {number} if muted else self.muted - {number})

    def solo(self, number: int) -> KernelEdits:
        """All maps silenced but one; if that is so already, none."""
        others = frozenset(range(len(self.bias))) - {number}
        return replace(self, muted=frozenset() if self.muted == others else others)

    def restored(self, number: int) -> KernelEdits:
        """A kernel as the model has it, and heard."""
        weight, bias = self.weight.copy(), self.bias.copy()
        weight[number], bias[number] = self.own_weight[number], self.own_bias[number]
        return replace(self, weight=weight, bias=bias, muted=self.muted - {number})

    def reset(self) -> KernelEdits:
        """Everything as the model has it."""
        return KernelEdits.of(self.own_weight, self.own_bias)
