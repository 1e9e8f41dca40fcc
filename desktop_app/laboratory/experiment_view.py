"""What the page shows of an experiment: which step, which kernel, which channel."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from desktop_app.formatting.array_files import Numbers
from desktop_app.laboratory.experiment import Convolution, Experiment, Pooling
from desktop_app.laboratory.presets import Array


@dataclass(frozen=True, eq=False)
class ExperimentView:
    """An experiment as shown on the page.

    Attributes:
        experiment: what the user has set up.
        window: an MFCC window, (rows, columns), for a live experiment.
        frozen: whether that window is kept although newer ones have come.
        step: requested position of the kernel, from 0; too large a number means the last step.
        kernel: requested kernel, from 0; too large a number means the last kernel.
        channel: requested channel, from 0; too large a number means the last channel.
    """

    experiment: Experiment
    window: Array
    frozen: bool = False
    step: int = 0
    kernel: int = 0
    channel: int = 0

    @cached_property
    def layer(self) -> Convolution | Pooling:
        """The layer shown, with the image shown."""
        return self.experiment.on(self.window)

    @property
    def current_step(self) -> int:
        """The step shown, within the layer's steps; 0 if there are none."""
        return max(0, min(self.step, self.layer.step_count - 1))

    @property
    def shown_kernel(self) -> int:
        """The kernel shown, within the layer's kernels."""
        return min(self.kernel, len(self.experiment.convolution.kernels) - 1)

    @property
    def shown_map(self) -> int:
        """The map shown: that of the kernel, or the only one of pooling."""
        return 0 if self.experiment.is_pooling else self.shown_kernel

    @property
    def shown_channel(self) -> int:
        """The channel shown, within the image's channels."""
        return min(self.channel, len(self.layer.image) - 1)

    @cached_property
    def maps(self) -> Array:
        """(maps, rows, columns): the output up to the current step, NaN after it."""
        maps = self.layer.maps.copy()
        maps.reshape(len(maps), -1)[:, self.current_step + 1 :] = np.nan
        return maps

    def numbers(self) -> Numbers:
        """Image, kernels and output up to the current step.

        Returns:
            One row per number, each column (n,): the ``grid`` it belongs to, its ``channel``,
            ``row`` and ``column`` there, and its ``value``; then the grids themselves, all of them
            (channels, rows, columns): ``image``, ``kernel_1`` … and ``output_1`` …, NaN after the
            current step.
        """
        grids = {"image": self.layer.image}
        if isinstance(self.layer, Convolution):
            grids |= {f"kernel_{n}": kernel for n, kernel in enumerate(self.layer.kernels, 1)}
        grids |= {f"output_{n}": values[np.newaxis] for n, values in enumerate(self.maps, 1)}
        places = [np.indices(grid.shape).reshape(3, -1) for grid in grids.values()]
        columns = dict(zip(("channel", "row", "column"), np.concatenate(places, 1), strict=True))
        return {
            "grid": np.repeat(list(grids), [grid.size for grid in grids.values()]),
            **columns,
            "value": np.concatenate([grid.ravel() for grid in grids.values()]),
            **grids,
        }
