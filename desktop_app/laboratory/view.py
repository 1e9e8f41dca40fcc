"""What of an experiment is looked at: which stop, which kernel, which channel."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from desktop_app.laboratory.experiment import Convolution, Experiment, Pooling
from desktop_app.laboratory.presets import Array


@dataclass(frozen=True, eq=False)
class View:
    """An experiment as it stands on the screen.

    Attributes:
        experiment: what the user has chosen.
        window: what is heard now, (rows, columns), for an experiment that is live.
        stop: where the kernel is, from 0; what is too much counts as the last.
        kernel: the one that is shown, from 0; what is too much counts as the last.
        channel: the one that is shown, from 0; likewise.
    """

    experiment: Experiment
    window: Array
    stop: int = 0
    kernel: int = 0
    channel: int = 0

    @cached_property
    def layer(self) -> Convolution | Pooling:
        """What is on the table, with the image that is shown."""
        return self.experiment.on(self.window)

    @property
    def here(self) -> int:
        """The stop, one that there is; 0 if there is none."""
        return max(0, min(self.stop, self.layer.stops - 1))

    @property
    def shown_kernel(self) -> int:
        """The kernel shown, one that there is."""
        return min(self.kernel, len(self.experiment.convolution.kernels) - 1)

    @property
    def shown_map(self) -> int:
        """The map shown: that of the kernel; a pool makes but one."""
        return 0 if self.experiment.pools else self.shown_kernel

    @property
    def shown_channel(self) -> int:
        """The channel shown, one that the image has."""
        return min(self.channel, len(self.layer.image) - 1)

    @cached_property
    def maps(self) -> Array:
        """(maps, rows, columns): the output so far; nan is still to come."""
        maps = self.layer.maps.copy()
        maps.reshape(len(maps), -1)[:, self.here + 1 :] = np.nan
        return maps
