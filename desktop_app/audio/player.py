"""A file as a source: decoded ahead, heard through an output, analysed as it is heard."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import soxr
from numpy.typing import NDArray

from desktop_app.audio.clip import Clip
from desktop_app.audio.output import Output
from desktop_app.audio.ring import RingBuffer
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock, StreamSegment

AHEAD_SECONDS = 0.5
"""How much is decoded before it is needed."""
KEPT_SECONDS = 5.0
"""How long the analysis may stall before sound is lost; much more than AHEAD_SECONDS."""
DECODE_FRAMES = 2048
IDLE_SECONDS = 0.02
LOOP_REACH_SECONDS = 0.5
"""Whoever goes elsewhere behind a loop is not brought back."""


@dataclass
class _Segment:
    """Sound from one place of the file onwards; every seek makes a new one.

    The decoder's thread writes into both rings, the output's thread reads ``playback``.
    """

    feed: StreamSegment
    playback: RingBuffer
    resampler: soxr.ResampleStream | None
    decoded: bool = False
    played: int = field(default=0)


OpenOutput = Callable[[int, int], Output]
"""Rate and channels wished for -> an output."""


class FilePlayer:
    """Plays a file; what the output has made audible is what the feed gives.

    Attributes:
        name: the file's name.
        path: where it is, None for what is only in memory.
        rate, channels: the file's.
        duration_s: its length as the header says.
        audible: whether it can be heard.
        asked_at: clock time at which the output last asked for sound, 0 before the first.
        tags: what the file says of itself.
        again: opens the same sound once more.
        loop: (from, to) in seconds that is played over and over once the play head is in it, or
            None; may be set at any time.
        volume: factor from 0 to 1 for the output alone; may be set at any time.
        fault: one sentence if the file broke off or a place could not be gone to, else empty.
    """

    def __init__(self, sound: Clip, open_output: OpenOutput, clock: Clock) -> None:
        """
        Args:
            sound: open, and the player's from now on.
            open_output: gives the output that sets the pace.
            clock: the output's.

        Raises:
            SourceError: the output can't be opened.
        """
        self._sound = sound
        self.name = sound.name
        self.path = sound.path
        self.rate = sound.rate
        self.channels = sound.channels
        self.duration_s = sound.duration_s
        self.tags = sound.tags
        self.again = sound.again
        self.loop: tuple[float, float] | None = None
        self.volume = 1.0
        self.fault = ""
        self.asked_at = 0.0
        self._clock = clock
        self._output = open_output(self.rate, min(self.channels, 2))
        self.audible = self._output.audible
        self._paused = False
        self._wanted_s: float | None = None
        self._closing = threading.Event()
        self._segment = self._new_segment(0.0)
        self._decoder = threading.Thread(target=self._decode, name="decoder")

    @property
    def feed(self) -> StreamSegment:
        """The stretch of sound since the last seek."""
        return self._segment.feed

    @property
    def overflows(self) -> int:
        """A file loses nothing before the ring."""
        return 0

    @property
    def latency_s(self) -> float:
        """The feed's times are those of the ear already."""
        return 0.0

    @property
    def paused(self) -> bool:
        """Whether it waits for :meth:`resume`."""
        return self._paused

    @property
    def ended(self) -> bool:
        """Whether the last sample has been heard."""
        feed = self._segment.feed
        return feed.complete and self._clock() >= feed.marked_at

    @property
    def position_s(self) -> float:
        """What is heard now, in seconds from the file's beginning."""
        if self._wanted_s is not None:
            return self._wanted_s
        feed = self._segment.feed
        return feed.start_s + feed.heard(self._clock()) / self.rate

    def start(self) -> None:
        """Begin to play.

        Raises:
            SourceError: the output refuses.
        """
        self._decoder.start()
        self._output.start(self._render)

    def pause(self) -> None:
        """Hold the sound where it is."""
        self._paused = True

    def resume(self) -> None:
        """Go on from where it was held."""
        self._paused = False

    def seek(self, seconds: float) -> None:
        """Go on from another place, clipped to the file's length; may be called at any time."""
        self._wanted_s = min(max(0.0, seconds), self.duration_s)

    def close(self) -> None:
        """Stop and let go of file and output."""
        self._closing.set()
        self._output.close()
        if self._decoder.is_alive():
            self._decoder.join()
        self._sound.close()
        # The resampler's library complains of everything that outlives the interpreter.
        self._segment.resampler = None

    def _new_segment(self, start_s: float) -> _Segment:
        output = self._output
        same_rate = output.rate == self.rate
        return _Segment(
            StreamSegment(self.rate, self.channels, KEPT_SECONDS, start_s),
            RingBuffer(int(output.rate * KEPT_SECONDS), output.channels),
            None if same_rate else soxr.ResampleStream(self.rate, output.rate, output.channels),
        )

    # On the output's thread: no lock, nothing that grows.
    def _render(self, out: NDArray[np.float32], heard_at: float) -> None:
        self.asked_at = self._clock()
        segment = self._segment
        feed, playback = segment.feed, segment.playback
        ready = 0 if self._paused else min(len(out), playback.written - segment.played)
        if ready:
            block = playback.read(segment.played, segment.played + ready)
            if block is not None:
                out[:ready] = block if self.volume == 1.0 else block * np.float32(self.volume)
            segment.played += ready
            heard = round(segment.played * self.rate / self._output.rate)
            at = heard_at - (len(out) - ready) / self._output.rate
            feed.mark(min(heard, feed.ring.written), at)
        out[ready:] = 0.0
        if segment.decoded and segment.played == playback.written and not feed.complete:
            feed.mark(feed.ring.written, heard_at)
            feed.complete = True

    def _decode(self) -> None:
        while not self._closing.is_set():
            self._turn_back()
            self._go_where_wanted()
            try:
                busy = self._decode_some()
            except SourceError as error:
                self.fault = str(error)
                self._segment.decoded = True
                busy = False
            if not busy:
                self._closing.wait(IDLE_SECONDS)

    def _turn_back(self) -> None:
        loop, at = self.loop, self.position_s
        if loop is None or self._wanted_s is not None:
            return
        # Before the file's own end, at which it would be over.
        end = min(loop[1], self.duration_s - 2 * IDLE_SECONDS)
        if end <= at < end + LOOP_REACH_SECONDS:
            self._wanted_s = loop[0]

    def _go_where_wanted(self) -> None:
        wanted = self._wanted_s
        if wanted is None:
            return
        try:
            self._segment = self._new_segment(self._sound.seek(wanted))
            self.fault = ""
        except SourceError as error:
            # The sound goes on where it was.
            self.fault = str(error)
        if self._wanted_s == wanted:
            self._wanted_s = None

    def _decode_some(self) -> bool:
        segment = self._segment
        ahead = segment.playback.written - segment.played
        if segment.decoded or ahead > AHEAD_SECONDS * self._output.rate:
            return False
        block = self._sound.read(DECODE_FRAMES)
        last = not len(block)
        segment.feed.ring.write(block)
        audible = _for_output(block, self._output.channels)
        if segment.resampler is not None:
            audible = segment.resampler.resample_chunk(audible, last=last)
        segment.playback.write(audible)
        segment.decoded = last
        self.fault = self.fault or self._sound.fault
        return True


def _for_output(block: NDArray[np.float32], channels: int) -> NDArray[np.float32]:
    if block.shape[1] == channels:
        return block
    return np.repeat(block.mean(axis=1, keepdims=True), channels, axis=1)
