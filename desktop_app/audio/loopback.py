"""What a computer with Windows plays, as a source: WASAPI's loopback, through soundcard.

PortAudio has no loopback, and Linux's sound servers list their own; see ``server_sources``.
"""

from __future__ import annotations

import logging
import sys
import threading
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from desktop_app.audio.replay_clip import KEPT_SECONDS
from desktop_app.audio.server_sources import on_screen
from desktop_app.audio.source import VitalSigns
from desktop_app.audio.source_error import AudioUnavailable, SourceError
from desktop_app.audio.stream_segment import Clock, StreamSegment
from resources.languages import gettext

RATE, CHANNELS, BLOCK_FRAMES = 48_000, 2, 512
"""Windows converts to these from those of the output."""
CLOSING_SECONDS = 1.0

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Loopback:
    """An output that can be listened to.

    Attributes:
        name: the system's name for it.
        key: the system's own identification of it.
    """

    name: str
    key: str


def soundcard_library() -> Any:
    """Import soundcard; None where it isn't needed, or cannot be used."""
    if sys.platform != "win32":
        return None
    try:
        import soundcard
    except Exception:
        # It starts Windows' audio as it is imported.
        log.exception("soundcard cannot be used")
        return None
    return soundcard


def loopbacks() -> list[Loopback]:
    """List the outputs that can be listened to; none but on Windows."""
    library = soundcard_library()
    if library is None:
        return []
    try:
        found = library.all_microphones(include_loopback=True)
        return [Loopback(each.name, each.id) for each in found if each.isloopback]
    except Exception:
        # The library has no exception of its own, and microphones are to be listed anyway.
        log.exception("the outputs could not be listed")
        return []


class LoopbackInput:
    """The sound of an output, as it is played.

    Attributes:
        name: of the input device that stands for it.
        segment: the sound.
    """

    rate = RATE
    channels = CHANNELS
    latency_s = BLOCK_FRAMES / RATE
    overflows = 0
    playback = None
    on_device = True
    on_network = False

    def __init__(self, name: str, key: str, clock: Clock) -> None:
        """Find the output.

        Args:
            name: of the input device that stands for it.
            key: the system's own identification of the output.
            clock: times the sound as it arrives, in seconds.

        Raises:
            AudioUnavailable: it is not connected.
        """
        library = soundcard_library()
        if library is None:
            raise AudioUnavailable(
                gettext("“{name}” needs the package soundcard: pip install soundcard.").format(
                    name=on_screen(name)
                )
            )
        try:
            self._output = library.get_microphone(key, include_loopback=True)
        except Exception as error:
            raise AudioUnavailable(
                gettext("“{name}” is not connected: {error}.").format(
                    name=on_screen(name), error=error
                )
            ) from error
        self.name = name
        self.segment = StreamSegment(RATE, CHANNELS, KEPT_SECONDS, source=name)
        self._clock = clock
        self._ended = False
        self._closing = threading.Event()
        self._stack = ExitStack()
        self._thread = threading.Thread(target=self._run, name="loopback", daemon=True)
        self._recorder: Any = None

    @property
    def vital_signs(self) -> VitalSigns:
        """Whether it stopped on its own, and when it last delivered sound."""
        return VitalSigns(self._ended, self.segment.marked_at)

    def start(self) -> None:
        """Start listening.

        Raises:
            SourceError: the output cannot be listened to.
        """
        try:
            self._recorder = self._stack.enter_context(
                self._output.recorder(RATE, CHANNELS, BLOCK_FRAMES)
            )
        except Exception as error:
            raise SourceError(
                gettext("Could not listen to “{name}”: {error}.").format(
                    name=on_screen(self.name), error=error
                )
            ) from error
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        self._closing.set()
        if self._thread.ident is not None:
            self._thread.join(CLOSING_SECONDS)

    def _run(self) -> None:
        try:
            with self._stack:
                while not self._closing.is_set():
                    # Waits for sound, or makes silence of it if nothing is played.
                    self.segment.ring.write(self._recorder.record())
                    self.segment.mark(self.segment.ring.written, self._clock())
        except Exception:
            log.exception("an output can no longer be listened to")
        self._ended = True
