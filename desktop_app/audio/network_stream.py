"""A network stream as a source: received ahead, played, and analysed as it is heard."""

from __future__ import annotations

import logging
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.connection import Connection
from desktop_app.audio.output import Output
from desktop_app.audio.played_source import PlayedSource
from desktop_app.audio.playout import Playout
from desktop_app.audio.replay_clip import KEPT_SECONDS
from desktop_app.audio.source import VitalSigns
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock, StreamSegment
from resources.languages import gettext

FIRST_SECONDS = 1.0
"""Sound comes in gusts. So much of it is waited for at the beginning and wherever it ran out."""
AHEAD_SECONDS = 2.0
"""Received ahead at most; the rest waits in the network, so that servers see a listener's pace."""
IDLE_SECONDS = 0.02
CLOSING_SECONDS = 0.2
"""The thread may wait for the network; it is left behind, and disconnects when that has answered
or has been silent for too long."""

log = logging.getLogger(__name__)


class NetworkStream(PlayedSource):
    """Sound of a connection, at the pace of an output.

    What is missing because the network is too slow makes the stream late, not shorter.

    Attributes:
        name: what the stream calls itself, or else its server and path.
        rate: sample frames per second.
        channels: number of channels.
        segment: the sound.
    """

    playback = None
    on_network = True

    def __init__(
        self,
        connection: Connection,
        open_output: Callable[[int, int], Output],
        volume: Callable[[], float],
        clock: Clock,
    ) -> None:
        """Open the output.

        Args:
            connection: an open one, which the stream closes.
            open_output: opens the output that sets the pace, given sample rate in Hz and channels.
            volume: of the output, 0 to 1; what is analysed stays the same.
            clock: of the output.

        Raises:
            SourceError: the output could not be opened; the connection is still open.
        """
        super().__init__(
            open_output(connection.rate, min(connection.channels, 2)),
            "network stream",
            CLOSING_SECONDS,
        )
        self.name = connection.name
        self.rate = connection.rate
        self.channels = connection.channels
        self._connection = connection
        self._volume = volume
        self._clock = clock
        self._why = ""
        self.segment = StreamSegment(self.rate, self.channels, KEPT_SECONDS, source=self.name)
        self._playout = Playout(self.segment, self._output)
        self._dry = True

    @property
    def vital_signs(self) -> VitalSigns:
        """Whether it has been heard to its end, why, and when sound was last heard."""
        segment = self.segment
        ended = segment.complete and self._clock() >= segment.marked_at
        return VitalSigns(ended, segment.marked_at, audible=self._output.audible, why=self._why)

    @property
    def receiving(self) -> bool:
        """Whether the connection is still open; for a while also after :meth:`close`."""
        return self._thread.is_alive()

    def _release(self) -> None:
        self._connection.close()
        self._playout.release()

    # On the output's thread: no locks, no growing buffers.
    def _render(self, out: NDArray[np.float32], heard_at: float) -> None:
        playout = self._playout
        if self._dry and not playout.ended and playout.ahead < self._frames(FIRST_SECONDS):
            out.fill(0.0)
            return
        playout.render(out, heard_at, self._volume())
        self._dry = playout.ahead == 0

    def _frames(self, seconds: float) -> int:
        return int(seconds * self._output.rate)

    # On the receiver's thread.
    def _provide(self) -> None:
        try:
            self._receive()
        except SourceError as error:
            self._why = str(error)
        except Exception as error:
            # Decoders can raise anything.
            log.exception("internal error while receiving a stream")
            self._why = gettext("Could not receive any more of “{name}”: {error!r}.").format(
                name=self.name, error=error
            )
        self._playout.push(np.zeros((0, self.channels), np.float32), last=True)
        self._wait_for_room()
        self._release()

    def _receive(self) -> None:
        for block in self._connection.blocks():
            self._playout.push(block, last=False)
            self._wait_for_room()
            if self._closing.is_set():
                return

    def _wait_for_room(self) -> None:
        playout = self._playout
        while playout.full or playout.ahead > self._frames(AHEAD_SECONDS):
            if self._closing.wait(IDLE_SECONDS):
                return
            playout.flush()
