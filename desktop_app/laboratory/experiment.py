"""What is on the laboratory's table: a layer, its image, its kernels, and what it makes of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from desktop_app.laboratory.presets import (
    IMAGES,
    KERNELS,
    LECTURE_IMAGE,
    LECTURE_KERNEL,
    LECTURE_POOLING_IMAGE,
    Array,
    centred,
    further_channel,
    further_kernel,
    preset_name,
)
from model.convolution import POOLS, Pair, output_length, padded, patch

Kind = Literal["max", "average"]


@dataclass(frozen=True, eq=False)
class SlidingLayer(ABC):
    """Something that slides over an image and makes a number of what lies under it.

    Attributes:
        image: (channels, rows, columns).
        stride: rows and columns from one stop to the next, 1 or more.
    """

    image: Array
    stride: Pair

    @property
    @abstractmethod
    def size(self) -> Pair:
        """Rows and columns of what slides."""

    @property
    def padding(self) -> Pair:
        """Rows and columns of zeros around the image."""
        return (0, 0)

    @property
    @abstractmethod
    def maps(self) -> Array:
        """(maps, rows, columns): the output; (maps, 0, 0) where there is none."""

    @cached_property
    def around(self) -> Array:
        """(channels, rows, columns): the image with its padding."""
        return np.asarray(padded(self.image, self.padding), np.float64)

    @property
    def shape(self) -> Pair:
        """Rows and columns of the output; (0, 0) where the padded image is too small."""
        rows, columns = (
            output_length(length, size, stride, padding)
            for length, size, stride, padding in self.sides
        )
        return (rows, columns) if min(rows, columns) > 0 else (0, 0)

    @property
    def sides(self) -> tuple[tuple[int, int, int, int], ...]:
        """Image, kernel or cell, stride, padding: their lengths down, then those across."""
        return tuple(zip(self.image.shape[-2:], self.size, self.stride, self.padding, strict=True))

    @property
    def stops(self) -> int:
        """How often it stops, 0 or more."""
        return self.shape[0] * self.shape[1]

    def at(self, stop: int) -> Pair:
        """Row and column of the output that a stop from 0 on fills, row by row."""
        return divmod(stop, max(1, self.shape[1]))

    def corner(self, stop: int) -> Pair:
        """Row and column of the padded image where the upper left corner lies at a stop."""
        row, column = self.at(stop)
        return row * self.stride[0], column * self.stride[1]

    def patch_at(self, stop: int) -> Array:
        """(channels, \\*size): the pixels that lie under it at a stop."""
        pixels = patch(self.around, self.at(stop), self.size, self.stride)
        return np.asarray(pixels, np.float64)

    def _patches(self) -> Array:
        """(channels, \\*shape, \\*size): all patches at once.

        One by one, as ``model.convolution`` goes, the live window takes 10 ms a kernel, which is
        too long for a picture that moves.
        """
        if not self.stops:
            return np.zeros((len(self.image), 0, 0, *self.size))
        every = sliding_window_view(self.around, self.size, axis=(-2, -1))
        return every[:, :: self.stride[0], :: self.stride[1]]


@dataclass(frozen=True, eq=False)
class Convolution(SlidingLayer):
    """A convolutional layer without biases.

    Attributes:
        kernels: (kernels, channels, rows, columns), rows and columns odd.
        zero_padding: whether half a kernel of zeros is laid around the image.
    """

    image: Array = field(default_factory=lambda: LECTURE_IMAGE[np.newaxis])
    stride: Pair = (1, 1)
    kernels: Array = field(default_factory=lambda: LECTURE_KERNEL[np.newaxis, np.newaxis])
    zero_padding: bool = False

    @property
    def size(self) -> Pair:
        """Rows and columns of the kernels."""
        return (self.kernels.shape[-2], self.kernels.shape[-1])

    @property
    def padding(self) -> Pair:
        """As many zeros as keep the output as large as the image if the stride is 1."""
        return (self.size[0] // 2, self.size[1] // 2) if self.zero_padding else (0, 0)

    @cached_property
    def maps(self) -> Array:
        """(kernels, rows, columns): a feature map of each kernel."""
        return np.asarray(np.einsum("drcij,kdij->krc", self._patches(), self.kernels))

    def products(self, kernel: int, stop: int) -> Array:
        """(channels, \\*size): the patch at a stop times the weights, one by one."""
        return np.asarray(self.patch_at(stop) * self.kernels[kernel])

    def with_image(self, image: Array) -> Convolution:
        """The same kernels, as deep as another image of (channels, rows, columns)."""
        kept = self.kernels[:, : len(image)]
        more = len(image) - kept.shape[1]
        kernels = np.concatenate([kept, np.repeat(kept[:, :1], more, axis=1)], axis=1)
        return replace(self, image=image, kernels=kernels)

    def with_depth(self, depth: int) -> Convolution:
        """The image with as many channels, and kernels to fit."""
        image = self.image[:depth]
        while len(image) < depth:
            image = further_channel(image)
        return self.with_image(image)

    def with_size(self, size: int) -> Convolution:
        """Kernels with an odd number of rows and columns."""
        return replace(self, kernels=centred(self.kernels, size))

    def with_count(self, count: int) -> Convolution:
        """As many kernels, 1 or more."""
        kernels = list(self.kernels[:count])
        while len(kernels) < count:
            kernels.append(further_kernel(len(kernels), len(self.image), self.size[0]))
        return replace(self, kernels=np.stack(kernels))

    def with_kernel(self, number: int, kernel: Array) -> Convolution:
        """One kernel of (channels, \\*size) in place of another."""
        kernels = self.kernels.copy()
        kernels[number] = kernel
        return replace(self, kernels=kernels)


@dataclass(frozen=True, eq=False)
class Pooling(SlidingLayer):
    """A pooling layer.

    Attributes:
        cell: rows and columns of the grid's cells.
        kind: what is kept of a cell.
    """

    image: Array = field(default_factory=lambda: LECTURE_POOLING_IMAGE[np.newaxis])
    stride: Pair = (2, 2)
    cell: Pair = (2, 2)
    kind: Kind = "max"

    @property
    def size(self) -> Pair:
        """Rows and columns of a cell."""
        return self.cell

    @cached_property
    def maps(self) -> Array:
        """(1, rows, columns): the image, smaller."""
        if not self.stops:
            return np.zeros((len(self.image), 0, 0))
        return np.asarray(POOLS[self.kind](self._patches(), axis=(-2, -1)))

    def winner(self, stop: int) -> Pair | None:
        """Row and column in the cell of the number that is kept; None: the average is of all."""
        if self.kind != "max":
            return None
        row, column = np.unravel_index(int(self.patch_at(stop)[0].argmax()), self.cell)
        return int(row), int(column)

    def with_image(self, image: Array) -> Pooling:
        """The same grid over another image."""
        return replace(self, image=image[:1])


@dataclass(frozen=True, eq=False)
class Experiment:
    """All that the user has chosen.

    Attributes:
        convolution: and its image.
        pooling: and its image.
        pools: whether pooling is on the table, not convolution.
        live: whether what is heard now takes the image's place.
    """

    convolution: Convolution = field(default_factory=Convolution)
    pooling: Pooling = field(default_factory=Pooling)
    pools: bool = False
    live: bool = False

    @property
    def layer(self) -> Convolution | Pooling:
        """What is on the table, with its own image."""
        return self.pooling if self.pools else self.convolution

    @property
    def image_name(self) -> str | None:
        """The lecture's image that is shown; None: another."""
        return None if self.live else preset_name(self.layer.image, IMAGES)

    def kernel_name(self, number: int) -> str | None:
        """The name of a kernel of the lecture; None: another.

        Of a deep kernel the name counts if every channel has it.
        """
        names = {
            preset_name(channel[np.newaxis], KERNELS)
            for channel in self.convolution.kernels[number]
        }
        return names.pop() if len(names) == 1 else None

    def with_layer(self, layer: Convolution | Pooling) -> Experiment:
        """Another layer of the same sort as the one on the table."""
        if isinstance(layer, Pooling):
            return replace(self, pooling=layer)
        return replace(self, convolution=layer)

    def with_image(self, image: Array) -> Experiment:
        """An image of its own, (channels, rows, columns), for what is on the table."""
        return replace(self.with_layer(self.layer.with_image(image)), live=False)

    def on(self, window: Array) -> Convolution | Pooling:
        """What is on the table, with the live window of (rows, columns) if that is wanted."""
        return self.layer.with_image(window[np.newaxis]) if self.live else self.layer
