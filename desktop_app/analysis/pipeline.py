"""The one road from sample frames to windows, the same for the live worker and for whole files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.analysis.gate import SilenceGate, State
from desktop_app.analysis.level import dbfs_of
from desktop_app.audio.conditioning import Conditioner
from model.features import HOP_SAMPLES, WINDOW_HOPS, FloatArray
from model.streaming import Rolling, RollingWindow, StreamingLogMel


@dataclass(frozen=True)
class Hop:
    """One step of the road.

    Attributes:
        end_sample: samples at 22 050 Hz up to and with this hop.
        state: what may be claimed of the window that ends here.
        newer: hops that follow it already.
    """

    end_sample: int
    state: State
    newer: int


class Pipeline:
    """Conditions sound, keeps the rolling window and the gate.

    Attributes:
        window: the last 100 frames as of the hop given last.
    """

    def __init__(self, rate: int, gate: SilenceGate) -> None:
        self.window = RollingWindow()
        self._sound = Rolling(WINDOW_HOPS, HOP_SAMPLES)
        self._conditioner = Conditioner(rate)
        self._stream = StreamingLogMel()
        self._gate = gate
        self._end_sample = 0

    def sound(self) -> FloatArray:
        """What the window's frames heard, conditioned: (n,) at 22 050 Hz, oldest first.

        Returns:
            The hops so far, at most the 52 736 samples that 100 frames touch.
        """
        return self._sound.last().reshape(-1)

    def push(self, samples: NDArray[np.float32], last: bool = False) -> Iterator[Hop]:
        """Take the next sample frames and walk through the hops that they complete.

        Run the iterator to its end before the next call; at each step ``window`` and
        :meth:`sound` are those of the hop.

        Args:
            samples: (n, channels) at the source's rate; n may be 0.
            last: nothing follows.
        """
        hops = self._conditioner.push(samples, last)
        frames = self._stream.push(hops.reshape(-1))
        levels = dbfs_of(np.sqrt(np.square(hops, dtype=np.float64).mean(axis=1))).tolist()
        self._sound.extend(hops)
        self.window.extend(frames)
        # The stream's first hops complete no frame; from then on each completes one.
        without_frame = len(hops) - len(frames)
        for number, level in enumerate(levels):
            newer = len(levels) - 1 - number
            self._sound.newer, self.window.newer = newer, min(newer, len(frames))
            self._end_sample += HOP_SAMPLES
            state = self._gate.update(level, int(number >= without_frame))
            yield Hop(self._end_sample, state, newer)
