"""An input device that hears the demo music, so that pictures of listening need no microphone."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from desktop_app.audio.input_devices import InputDevice
from desktop_app.audio.source import VitalSigns
from desktop_app.audio.stream_segment import Clock, StreamSegment
from desktop_app.bundled import demo_clips

BLOCK = 1024
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


class PlayedMicrophone:
    """Delivers the demo music in real time, over and over."""

    name = NAME
    latency_s = 0.02
    overflows = 0
    playback = None
    on_device = False
    on_network = False
    ended = False

    def __init__(self, device: str | None, clock: Clock) -> None:
        """Prepare the music; nothing is delivered yet."""
        self._music, self.rate = demo_music()
        self.channels = self._music.shape[1]
        self.segment = StreamSegment(self.rate, self.channels, seconds=5.0, source=self.name)
        self._clock = clock
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="microphone", daemon=True)

    @property
    def vital_signs(self) -> VitalSigns:
        """When it last delivered sound."""
        return VitalSigns(self.ended, self.segment.marked_at)

    def start(self) -> None:
        """Begin to deliver sound."""
        self._thread.start()

    def close(self) -> None:
        """Stop."""
        self._closing.set()

    def _run(self) -> None:
        begun, ring = self._clock(), self.segment.ring
        while not self._closing.is_set():
            places = (ring.written + np.arange(BLOCK)) % len(self._music)
            ring.write(self._music[places])
            self.segment.mark(ring.written, self._clock())
            self._closing.wait(max(0.0, begun + ring.written / self.rate - self._clock()))
