"""What a computer with Windows plays, as a source: WASAPI's loopback, through soundcard.

PortAudio has no loopback, and Linux's sound servers list their own; see ``server_sources``.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.blockwise_input import BLOCK_FRAMES, CHANNELS, BlockwiseInput
from desktop_app.audio.server_sources import on_screen
from desktop_app.audio.source_error import AudioUnavailable
from desktop_app.audio.stream_segment import Clock
from resources.languages import gettext

RATE = 48_000
"""Windows converts to it, and to two channels, from those of the output."""

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


class LoopbackInput(BlockwiseInput):
    """The sound of an output, as it is played."""

    def __init__(self, name: str, key: str, clock: Clock) -> None:
        """Find the output.

        Args:
            name: of the input device that stands for it.
            key: the system's own identification of the output.
            clock: times the sound as it arrives, in seconds.

        Raises:
            AudioUnavailable: it is not connected.
        """
        super().__init__(name, RATE, BLOCK_FRAMES / RATE, clock)
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
        self._stack = ExitStack()
        self._recorder: Any = None

    def _open(self) -> None:
        self._recorder = self._stack.enter_context(
            self._output.recorder(RATE, CHANNELS, BLOCK_FRAMES)
        )

    def _blocks(self) -> Iterator[NDArray[np.float32]]:
        with self._stack:
            while not self._closing.is_set():
                # Waits for sound, or makes silence of it if nothing is played.
                yield self._recorder.record()
