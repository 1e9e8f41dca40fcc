"""Where a file is played to: a loudspeaker, or nowhere at the same pace."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.input_devices import portaudio
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock

Render = Callable[[NDArray[np.float32], float], None]
"""Fills (frames, channels) with what comes next; told when the last of it will be heard."""
LATENCY_SECONDS = 0.1
"""Asked of the loudspeaker: safe from gaps, and still shorter than a seek that feels slow."""
LONGEST_LATENCY_SECONDS = 2.0
"""A driver that states more is not believed."""
SILENT_BLOCK_FRAMES = 512


class Output(Protocol):
    """Something that asks for sound at its own pace.

    Attributes:
        rate: sample frames a second.
        channels: 1 or 2.
        audible: whether anybody can hear it.
    """

    rate: int
    channels: int
    audible: bool

    def start(self, render: Render) -> None:
        """Begin to ask for sound, on a thread of its own."""

    def close(self) -> None:
        """Stop asking."""


class Loudspeaker:
    """The system's default output device."""

    audible = True

    def __init__(self, rate: int, channels: int, clock: Clock) -> None:
        """
        Args:
            rate: wished for; the device's own is used where it refuses this one.
            channels: wished for, 1 or 2.
            clock: gives the times of rendering.

        Raises:
            SourceError: there is no output device, or it can't be opened.
        """
        sd = portaudio()
        self._clock = clock
        self._render: Render | None = None
        try:
            device = sd.query_devices(kind="output")
            self.channels = min(channels, device["max_output_channels"])
            self.rate = rate
            try:
                sd.check_output_settings(samplerate=rate, channels=self.channels, dtype="float32")
            except sd.PortAudioError:
                self.rate = round(device["default_samplerate"])
            self._stream: Any = sd.OutputStream(
                samplerate=self.rate,
                channels=self.channels,
                dtype="float32",
                latency=LATENCY_SECONDS,
                callback=self._ask,
            )
        except (sd.PortAudioError, ValueError) as error:
            raise SourceError(f"There is no loudspeaker that can be opened ({error}).") from error
        self._stated_s = min(float(self._stream.latency), LONGEST_LATENCY_SECONDS)

    def start(self, render: Render) -> None:
        """
        Raises:
            SourceError: the device refuses.
        """
        self._render = render
        try:
            self._stream.start()
        except portaudio().PortAudioError as error:
            raise SourceError(f"The loudspeaker does not start ({error}).") from error

    def close(self) -> None:
        """Stop at once."""
        self._stream.abort(ignore_errors=True)
        self._stream.close(ignore_errors=True)

    # On PortAudio's thread.
    def _ask(self, out: NDArray[np.float32], frames: int, time: Any, status: Any) -> None:
        ahead = time.outputBufferDacTime - time.currentTime
        if not 0.0 < ahead < LONGEST_LATENCY_SECONDS:
            ahead = self._stated_s
        if self._render is not None:
            self._render(out, self._clock() + ahead + frames / self.rate)


class SilentOutput:
    """Asks for sound at its natural pace and drops it."""

    audible = False

    def __init__(self, rate: int, channels: int, clock: Clock) -> None:
        self.rate = rate
        self.channels = channels
        self._clock = clock
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, render: Render) -> None:
        """Begin to ask for sound."""
        self._thread = threading.Thread(target=self._run, args=(render,), name="silent output")
        self._thread.start()

    def close(self) -> None:
        """Stop asking; returns when the thread has ended."""
        self._closing.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self, render: Render) -> None:
        out = np.zeros((SILENT_BLOCK_FRAMES, self.channels), np.float32)
        due = self._clock()
        while not self._closing.wait(max(0.0, due - self._clock())):
            render(out, due)
            due += SILENT_BLOCK_FRAMES / self.rate
