"""Outputs for playback: the system's audio output, or a silent one that keeps real time."""

from __future__ import annotations

import logging
import math
import threading
from collections.abc import Callable
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.input_devices import portaudio
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock
from desktop_app.formatting.local import local
from desktop_app.threads.guard import Guard
from resources.languages import N_, gettext

Render = Callable[[NDArray[np.float32], float], None]
"""Fills (frames, channels) with the next sound, given the time when its end will be heard."""
LATENCY_SECONDS = 0.1
"""Requested of the audio output: long enough to avoid dropouts, short enough for seeking."""
MAX_LATENCY_SECONDS = 2.0
"""Larger values reported by a driver are ignored."""
SILENT_BLOCK_SECONDS = 0.01
MAX_STALL_SECONDS = 0.5
"""After a longer stall, for instance while the computer slept, playback does not catch up."""

log = logging.getLogger(__name__)


class Output(Protocol):
    """Something that requests sound at its own pace.

    Attributes:
        rate: sample frames per second.
        channels: 1 or 2.
        audible: whether anybody can hear it.
    """

    rate: int
    channels: int
    audible: bool

    def start(self, render: Render) -> None:
        """Start requesting sound, on another thread."""

    def close(self) -> None:
        """Stop requesting sound."""


class Loudspeaker:
    """The system's default audio output.

    Attributes:
        rate: sample frames per second.
        channels: 1 or 2.
    """

    audible = True

    def __init__(self, rate: int, channels: int, clock: Clock) -> None:
        """Open the audio output.

        Args:
            rate: desired sample rate in Hz; the device's default is used if it refuses this one.
            channels: 1 or 2; fewer if the device has fewer.
            clock: times the rendering, in seconds.

        Raises:
            SourceError: there is no audio output, or it could not be opened.
        """
        sd = portaudio()
        self._clock = clock
        self._render: Render | None = None
        try:
            device = sd.query_devices(kind="output")
        except (sd.PortAudioError, ValueError) as error:
            raise SourceError(
                gettext("No audio output could be opened: {error}.").format(error=error)
            ) from error
        self.channels = min(channels, device["max_output_channels"])
        self.rate, self._stream = self._opened(sd, rate, device)
        stated = float(self._stream.latency)
        self._stated_s = min(stated, MAX_LATENCY_SECONDS) if stated >= 0.0 else LATENCY_SECONDS

    def _opened(self, sd: Any, rate: int, device: dict[str, Any]) -> tuple[int, Any]:
        default = device["default_samplerate"]
        rates = {rate: gettext("{rate} Hz").format(rate=rate)}
        if 1.0 <= default < math.inf:
            rates.setdefault(
                round(default), gettext("at its default, {rate:.0f} Hz").format(rate=local(default))
            )
        for attempt in rates:
            try:
                return attempt, sd.OutputStream(
                    samplerate=attempt,
                    channels=self.channels,
                    dtype="float32",
                    latency=LATENCY_SECONDS,
                    callback=self._ask,
                )
            except (sd.PortAudioError, ValueError) as error:
                refusal = error
        raise SourceError(
            gettext("Could not open the audio output “{device}” at {rates}: {refusal}.").format(
                device=device["name"], rates=gettext(" or ").join(rates.values()), refusal=refusal
            )
        ) from refusal

    def start(self, render: Render) -> None:
        """Start requesting sound, on PortAudio's thread.

        An exception in ``render`` is logged and treated like the loss of the device.

        Args:
            render: must be quick.

        Raises:
            SourceError: the device could not be started.
        """
        self._render = render
        try:
            self._stream.start()
        except portaudio().PortAudioError as error:
            raise SourceError(
                gettext("Could not start the audio output: {error}.").format(error=error)
            ) from error

    def close(self) -> None:
        """Stop at once."""
        self._stream.abort(ignore_errors=True)
        self._stream.close(ignore_errors=True)

    # On PortAudio's thread.
    def _ask(self, out: NDArray[np.float32], frames: int, time: Any, status: Any) -> None:
        try:
            ahead = time.outputBufferDacTime - time.currentTime
            if not 0.0 < ahead < MAX_LATENCY_SECONDS:
                ahead = self._stated_s
            if self._render is None:
                out.fill(0.0)
            else:
                self._render(out, self._clock() + ahead + frames / self.rate)
        except Exception as error:
            out.fill(0.0)
            log.exception("internal error in the callback of the audio output")
            # sounddevice would print any other exception to the terminal.
            raise portaudio().CallbackAbort from error


class SilentOutput:
    """Requests sound in real time and discards it.

    Attributes:
        rate: sample frames per second, at least 1.
        channels: 1 or 2.
    """

    audible = False

    def __init__(self, rate: int, channels: int, clock: Clock) -> None:
        """Create it; :meth:`start` starts it.

        Args:
            rate: sample rate in Hz.
            channels: 1 or 2.
            clock: sets the pace, in seconds.
        """
        self.rate = rate
        self.channels = channels
        self._clock = clock
        self._guard = Guard(log, N_("playing without an audio output"))
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, render: Render) -> None:
        """Start requesting sound; an exception in ``render`` is logged, and requests continue."""
        self._thread = threading.Thread(target=self._run, args=(render,), name="silent output")
        self._thread.start()

    def close(self) -> None:
        """Stop requesting sound; return when the thread has ended."""
        self._closing.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self, render: Render) -> None:
        frames = max(1, round(SILENT_BLOCK_SECONDS * self.rate))
        out = np.zeros((frames, self.channels), np.float32)
        due = self._clock()
        while not self._closing.wait(max(0.0, due - self._clock())):
            now = self._clock()
            if now - due > MAX_STALL_SECONDS:
                due = now
            with self._guard:
                render(out, due)
            due += frames / self.rate
