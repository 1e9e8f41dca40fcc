"""The microphone, or any other input device, as a source."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.input_devices import find_input, portaudio
from desktop_app.audio.replay_clip import REPLAYED_SECONDS
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock, StreamSegment

BLOCK_FRAMES = 512
"""Fixed, because PortAudio's own choice gives irregular blocks of 1 to 190 sample frames."""
MOST_CHANNELS = 2
"""Virtual devices offer up to 128 channels; the first two carry the sound."""
KEPT_SECONDS = REPLAYED_SECONDS + 4.0
"""For replaying; also how long the analysis may stall before sound is lost."""


class Microphone:
    """An input device at its own rate.

    Attributes:
        name: the device's.
        rate: sample frames a second.
        channels: how many are recorded.
        latency_s: the device's own share of the delay, as PortAudio states it.
        overflows: blocks before which PortAudio had to drop sound.
        feed: what it hears.
    """

    def __init__(self, device: str | None, clock: Clock) -> None:
        """
        Args:
            device: its name; None for the system's default.
            clock: gives the times of the feed's marks.

        Raises:
            AudioUnavailable: there is no such device.
            SourceError: it can't be opened.
        """
        sd = portaudio()
        found = find_input(device)
        self.name = found.name
        self.rate = found.rate
        self.channels = min(found.channels, MOST_CHANNELS)
        self.overflows = 0
        self.feed = StreamSegment(self.rate, self.channels, KEPT_SECONDS)
        self._clock = clock
        self._ended = False
        try:
            self._stream = sd.InputStream(
                device=found.index,
                samplerate=self.rate,
                channels=self.channels,
                dtype="float32",
                blocksize=BLOCK_FRAMES,
                latency="low",
                callback=self._hear,
                finished_callback=self._finish,
            )
            self.latency_s = float(self._stream.latency)
        except sd.PortAudioError as error:
            raise SourceError(_refused(found.name, error)) from error

    def start(self) -> None:
        """Begin to listen.

        Raises:
            SourceError: the device refuses.
        """
        sd = portaudio()
        try:
            self._stream.start()
        except sd.PortAudioError as error:
            raise SourceError(_refused(self.name, error)) from error

    def close(self) -> None:
        """Stop listening; aborts, because stopping waits for a server that may hang."""
        self._stream.abort(ignore_errors=True)
        self._stream.close(ignore_errors=True)

    @property
    def ended(self) -> bool:
        """Whether the device stopped by itself."""
        return self._ended

    # On PortAudio's thread: copy, count, nothing else.
    def _hear(self, samples: NDArray[np.float32], frames: int, time: Any, status: Any) -> None:
        if status.input_overflow:
            self.overflows += 1
        ring = self.feed.ring
        ring.write(samples)
        self.feed.mark(ring.written, self._clock())

    def _finish(self) -> None:
        self._ended = True


def _refused(name: str, error: Exception) -> str:
    return (
        f"The input device “{name}” can't be opened ({error}). Another program may be using it: "
        "close that, or choose another device."
    )
