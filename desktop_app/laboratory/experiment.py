"""The laboratory's experiment: a layer with its image and kernels, and the output it computes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from desktop_app.laboratory.presets import (
    IMAGES,
    LECTURE_IMAGE,
    LECTURE_KERNEL,
    LECTURE_POOLING_IMAGE,
    Array,
    centred,
    further_channel,
    further_kernel,
    kernels_of,
    preset_name,
)
from model.convolution import POOLS, Pair, output_length, padded, patch

PoolingKind = Literal["max", "average"]


@dataclass(frozen=True, eq=False)
class SlidingLayer(ABC):
    """A layer that slides over an image and computes one number at each step.

    Attributes:
        image: (channels, rows, columns).
        stride: rows per step down and columns per step to the right, 1 or more.
    """

    image: Array
    stride: Pair

    @property
    @abstractmethod
    def size(self) -> Pair:
        """Rows and columns of the sliding kernel or cell."""

    @property
    def padding(self) -> Pair:
        """Rows and columns of zeros around the image."""
        return (0, 0)

    @property
    @abstractmethod
    def maps(self) -> Array:
        """(maps, rows, columns): the output; (maps, 0, 0) if the image is too small."""

    @cached_property
    def padded_image(self) -> Array:
        """(channels, rows, columns): the image with its padding."""
        return np.asarray(padded(self.image, self.padding), np.float64)

    @property
    def shape(self) -> Pair:
        """Rows and columns of the output; (0, 0) if the padded image is too small."""
        rows, columns = (
            output_length(length, size, stride, padding)
            for length, size, stride, padding in self.sides
        )
        return (rows, columns) if min(rows, columns) > 0 else (0, 0)

    @property
    def sides(self) -> tuple[tuple[int, int, int, int], ...]:
        """Lengths of image, kernel or cell, stride and padding: vertical, then horizontal."""
        return tuple(zip(self.image.shape[-2:], self.size, self.stride, self.padding, strict=True))

    @property
    def step_count(self) -> int:
        """Number of positions of the kernel or cell, 0 or more."""
        return self.shape[0] * self.shape[1]

    def output_cell(self, step: int) -> Pair:
        """Row and column of the output computed at a step, which counts from 0, row by row."""
        return divmod(step, max(1, self.shape[1]))

    def corner(self, step: int) -> Pair:
        """Row and column of the patch's upper left corner in the padded image."""
        row, column = self.output_cell(step)
        return row * self.stride[0], column * self.stride[1]

    def patch_at(self, step: int) -> Array:
        """(channels, rows, columns): the pixels under the kernel or cell at a step."""
        pixels = patch(self.padded_image, self.output_cell(step), self.size, self.stride)
        return np.asarray(pixels, np.float64)

    def _patches(self) -> Array:
        """All patches at once: (channels, output rows, output columns, patch rows, patch columns).

        One by one, as in ``model.convolution``, the live window would take 10 ms per kernel, too
        slow for a moving picture.
        """
        if not self.step_count:
            return np.zeros((len(self.image), 0, 0, *self.size))
        every = sliding_window_view(self.padded_image, self.size, axis=(-2, -1))
        return every[:, :: self.stride[0], :: self.stride[1]]


@dataclass(frozen=True, eq=False)
class Convolution(SlidingLayer):
    """A convolutional layer without bias.

    Attributes:
        kernels: (kernels, channels, rows, columns), rows and columns odd.
        zero_padding: whether the image is surrounded by zeros, half a kernel wide.
        rectified: whether a ReLU follows, which sets negative sums to 0.
    """

    image: Array = field(default_factory=lambda: LECTURE_IMAGE[np.newaxis])
    stride: Pair = (1, 1)
    kernels: Array = field(default_factory=lambda: LECTURE_KERNEL[np.newaxis, np.newaxis])
    zero_padding: bool = False
    rectified: bool = False

    @property
    def size(self) -> Pair:
        """Rows and columns of the kernels."""
        return (self.kernels.shape[-2], self.kernels.shape[-1])

    @property
    def padding(self) -> Pair:
        """Zeros around the image; with stride 1, the output keeps the image's size."""
        return (self.size[0] // 2, self.size[1] // 2) if self.zero_padding else (0, 0)

    @cached_property
    def sums(self) -> Array:
        """(kernels, rows, columns): the sum of each kernel at each step."""
        return np.asarray(np.einsum("drcij,kdij->krc", self._patches(), self.kernels))

    @cached_property
    def maps(self) -> Array:
        """(kernels, rows, columns): one feature map per kernel, after a ReLU if there is one."""
        return np.maximum(self.sums, 0.0) if self.rectified else self.sums

    def products(self, kernel: int, step: int) -> Array:
        """(channels, rows, columns): the patch at a step times the weights, element by element."""
        return np.asarray(self.patch_at(step) * self.kernels[kernel])

    def with_image(self, image: Array) -> Convolution:
        """The same kernels over another image (channels, rows, columns), with depth to match."""
        kept = self.kernels[:, : len(image)]
        more = len(image) - kept.shape[1]
        kernels = np.concatenate([kept, np.repeat(kept[:, :1], more, axis=1)], axis=1)
        return replace(self, image=image, kernels=kernels)

    def with_depth(self, depth: int) -> Convolution:
        """The image with this number of channels, and kernels to match."""
        image = self.image[:depth]
        while len(image) < depth:
            image = further_channel(image)
        return self.with_image(image)

    def with_size(self, size: int) -> Convolution:
        """The same kernels at another size; an odd number of rows and columns."""
        return replace(self, kernels=centred(self.kernels, size))

    def with_count(self, count: int) -> Convolution:
        """The layer with this number of kernels, 1 or more."""
        kernels = list(self.kernels[:count])
        while len(kernels) < count:
            kernels.append(further_kernel(len(kernels), len(self.image), self.size[0]))
        return replace(self, kernels=np.stack(kernels))

    def with_kernel(self, number: int, kernel: Array) -> Convolution:
        """The layer with one kernel, (channels, rows, columns), replaced."""
        kernels = self.kernels.copy()
        kernels[number] = kernel
        return replace(self, kernels=kernels)


@dataclass(frozen=True, eq=False)
class Pooling(SlidingLayer):
    """A pooling layer.

    Attributes:
        cell: rows and columns of a cell.
        kind: whether the maximum or the average of a cell is kept.
    """

    image: Array = field(default_factory=lambda: LECTURE_POOLING_IMAGE[np.newaxis])
    stride: Pair = (2, 2)
    cell: Pair = (2, 2)
    kind: PoolingKind = "max"

    @property
    def size(self) -> Pair:
        """Rows and columns of a cell."""
        return self.cell

    @cached_property
    def maps(self) -> Array:
        """(1, rows, columns): the pooled image."""
        if not self.step_count:
            return np.zeros((len(self.image), 0, 0))
        return np.asarray(POOLS[self.kind](self._patches(), axis=(-2, -1)))

    def winner(self, step: int) -> Pair | None:
        """Row and column of the maximum within the cell; None for average pooling."""
        if self.kind != "max":
            return None
        row, column = np.unravel_index(int(self.patch_at(step)[0].argmax()), self.cell)
        return int(row), int(column)

    def with_image(self, image: Array) -> Pooling:
        """The same layer over another image, of which the first channel is used."""
        return replace(self, image=image[:1])


@dataclass(frozen=True, eq=False)
class Experiment:
    """Everything that the user has set up.

    Attributes:
        convolution: the convolution and its image.
        pooling: the pooling layer and its image.
        is_pooling: whether pooling is shown, rather than convolution.
        live: whether the current MFCC window takes the image's place.
    """

    convolution: Convolution = field(default_factory=Convolution)
    pooling: Pooling = field(default_factory=Pooling)
    is_pooling: bool = False
    live: bool = False

    @property
    def layer(self) -> Convolution | Pooling:
        """The layer shown, with its own image."""
        return self.pooling if self.is_pooling else self.convolution

    @property
    def image_name(self) -> str | None:
        """Name of the lecture's image that is shown; None for any other."""
        return None if self.live else preset_name(self.layer.image, IMAGES)

    def kernel_name(self, number: int) -> str | None:
        """Name of the preset that a kernel equals, with zeros around it; None for any other.

        A deep kernel has a name only if all its channels equal the same preset.
        """
        names = {
            preset_name(channel[np.newaxis], kernels_of(self.convolution.size[0]))
            for channel in self.convolution.kernels[number]
        }
        return names.pop() if len(names) == 1 else None

    def with_layer(self, layer: Convolution | Pooling) -> Experiment:
        """The experiment with its convolution or its pooling layer replaced."""
        if isinstance(layer, Pooling):
            return replace(self, pooling=layer)
        return replace(self, convolution=layer)

    def with_image(self, image: Array) -> Experiment:
        """The experiment with another image, (channels, rows, columns), for the layer shown."""
        return replace(self.with_layer(self.layer.with_image(image)), live=False)

    def on(self, window: Array) -> Convolution | Pooling:
        """The layer shown; if live, over the current window, (rows, columns)."""
        return self.layer.with_image(window[np.newaxis]) if self.live else self.layer
