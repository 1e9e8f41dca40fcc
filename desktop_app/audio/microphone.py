"""An input device, such as a microphone, as a source."""

from __future__ import annotations

import logging
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.input_devices import InputDevice, find_input, portaudio
from desktop_app.audio.loopback import LoopbackInput
from desktop_app.audio.program_input import ProgramInput
from desktop_app.audio.replay_clip import KEPT_SECONDS
from desktop_app.audio.server_sources import connecting_to, on_screen
from desktop_app.audio.source import Source, VitalSigns
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock, StreamSegment
from resources.languages import gettext

BLOCK_FRAMES = 512
"""Fixed, because PortAudio's own choice is irregular: 1 to 190 sample frames."""
MAX_CHANNELS = 2
"""Virtual devices offer up to 128 channels; the first two carry the sound."""

log = logging.getLogger(__name__)


class Microphone:
    """An input device at its own sample rate.

    Attributes:
        name: the device's name.
        rate: sample frames per second.
        channels: number of channels, 1 or 2.
        latency_s: the device's share of the delay from sound to screen, as PortAudio states it, in
            seconds.
        overflows: number of blocks before which PortAudio had to drop sound.
        segment: the sound.
    """

    playback = None
    on_device = True
    on_network = False

    def __init__(self, found: InputDevice, clock: Clock) -> None:
        """Open an input device.

        Args:
            found: the device.
            clock: times the sound as it arrives, in seconds.

        Raises:
            SourceError: it could not be opened.
        """
        sd = portaudio()
        self.name = found.name
        self.rate = found.rate
        self.channels = min(found.channels, MAX_CHANNELS)
        self.overflows = 0
        self.segment = StreamSegment(self.rate, self.channels, KEPT_SECONDS, source=self.name)
        self._clock = clock
        self._ended = False
        try:
            with connecting_to(found.server_source):
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
        except (sd.PortAudioError, ValueError) as error:
            raise SourceError(_refusal(found.name, error)) from error

    def start(self) -> None:
        """Start listening.

        An exception in the callback is logged and treated like the loss of the device.

        Raises:
            SourceError: the device could not be started.
        """
        sd = portaudio()
        try:
            self._stream.start()
        except sd.PortAudioError as error:
            raise SourceError(_refusal(self.name, error)) from error

    def close(self) -> None:
        """Stop listening, by aborting: a regular stop waits for a server that may hang."""
        self._stream.abort(ignore_errors=True)
        self._stream.close(ignore_errors=True)

    @property
    def vital_signs(self) -> VitalSigns:
        """Whether it stopped on its own, and when it last delivered sound."""
        return VitalSigns(self._ended, self.segment.marked_at)

    # On PortAudio's thread: copy, count, nothing else.
    def _hear(self, samples: NDArray[np.float32], frames: int, time: Any, status: Any) -> None:
        try:
            if status.input_overflow:
                self.overflows += 1
            ring = self.segment.ring
            ring.write(samples)
            self.segment.mark(ring.written, self._clock())
        except Exception as error:
            self._ended = True
            log.exception("internal error in the callback of the input device")
            # sounddevice would print any other exception to the terminal.
            raise portaudio().CallbackAbort from error

    def _finish(self) -> None:
        self._ended = True


def open_device(device: str | None, clock: Clock) -> Source:
    """Open an input device, or what an output or a program plays.

    Args:
        device: its name; None for the system's default.
        clock: times the sound as it arrives, in seconds.

    Raises:
        AudioUnavailable: there is no such device.
        SourceError: it could not be opened.
    """
    found = find_input(device)
    if found.loopback:
        return LoopbackInput(found.name, found.loopback, clock)
    if found.program is not None:
        return ProgramInput(found.name, found.program, found.rate, clock)
    return Microphone(found, clock)


def _refusal(name: str, error: Exception) -> str:
    return gettext(
        "Could not open the input device “{name}”: {error}. If another program is "
        "using it, close that program, or choose another device."
    ).format(name=on_screen(name), error=error)
