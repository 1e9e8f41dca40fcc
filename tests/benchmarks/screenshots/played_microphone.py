"""An input device that hears the demo music, so that pictures of listening need no microphone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from desktop_app.audio.blockwise_input import BlockwiseInput
from desktop_app.audio.input_devices import InputDevice
from desktop_app.audio.stream_segment import Clock
from desktop_app.bundled import demo_clips

BLOCK = 1024
LATENCY_S = 0.02
NAME = "Built-in microphone"


def demo_music() -> tuple[NDArray[np.float32], int]:
    """All demo clips one after the other, (n, channels), and their rate in Hz."""
    clips = [soundfile.read(clip, dtype="float32", always_2d=True) for clip in demo_clips()]
    (rate,) = {rate for _, rate in clips}
    return np.concatenate([samples for samples, _ in clips]), rate


def write_mix(path: Path) -> Path:
    """Write the demo clips as one file; return its path."""
    soundfile.write(path, *demo_music())
    return path


def listed() -> list[InputDevice]:
    """What the system would list."""
    _, rate = demo_music()
    return [InputDevice(0, NAME, "ALSA", 2, rate, default=True)]


class PlayedMicrophone(BlockwiseInput):
    """Delivers the demo music in real time, over and over."""

    on_device = False

    def __init__(self, device: str | None, clock: Clock) -> None:
        """Prepare the music; nothing is delivered yet."""
        self._music, rate = demo_music()
        super().__init__(NAME, rate, LATENCY_S, clock)

    def _open(self) -> None:
        """Nothing needs to be opened."""

    def _blocks(self) -> Iterator[NDArray[np.float32]]:
        begun, sent = self._clock(), 0
        while not self._closing.is_set():
            yield self._music[(sent + np.arange(BLOCK)) % len(self._music)]
            sent += BLOCK
            self._closing.wait(max(0.0, begun + sent / self.rate - self._clock()))
