"""A clip as a source: decoded ahead, heard through an output, analysed as it is heard."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.clip import Clip
from desktop_app.audio.output import Output
from desktop_app.audio.played_source import PlayedSource
from desktop_app.audio.playout import MIN_AHEAD_FRAMES, Playout, longest_wait
from desktop_app.audio.source import VitalSigns
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock, StreamSegment
from desktop_app.formatting.local import local
from resources.languages import gettext

AHEAD_SECONDS = 0.5
"""How far ahead of the output the decoder works."""
DECODE_FRAMES = 2048
IDLE_SECONDS = 0.02
LOOP_REACH_SECONDS = 0.5
"""Seeking further than this past the end of a loop leaves it."""
CLOSING_SECONDS = 1.0
"""Time for the decoder to finish its read; a hung network disk must not hang the program."""

log = logging.getLogger(__name__)

OpenOutput = Callable[[int, int], Output]
"""Opens an output, given the desired sample rate in Hz and number of channels."""


@dataclass(frozen=True)
class _Seek:
    """A requested position, in seconds."""

    target_s: float


class FilePlayer(PlayedSource):
    """Plays a clip; its segment delivers the sound that the output has played.

    It is its own :class:`source.Playback`.

    Attributes:
        name: of the clip.
        path: of the file, None for a replay.
        rate: of the clip, in Hz.
        channels: of the clip.
        duration_s: length in seconds, as the header says.
        tags: title, artist and genre as the file states them.
        tracks: the file's audio tracks, if there are several.
        reopen: opens the same clip again.
        content_key: see :class:`source.Playback`.
    """

    on_network = False

    def __init__(self, clip: Clip, open_output: OpenOutput, clock: Clock) -> None:
        """Open the output.

        Args:
            clip: an open one, which the player closes.
            open_output: opens the output that sets the pace.
            clock: the output's clock.

        Raises:
            SourceError: the output could not be opened.
        """
        super().__init__(open_output(clip.rate, min(clip.channels, 2)), "decoder", CLOSING_SECONDS)
        self._clip = clip
        self.name = clip.name
        self.path = clip.path
        self.rate = clip.rate
        self.channels = clip.channels
        self.duration_s = clip.duration_s
        self.tags, self.tracks = clip.tags, clip.tracks
        self.reopen = clip.reopen
        self.content_key = clip.content_key
        self._loop: tuple[float, float] | None = None
        self._broken_loop: tuple[float, float] | None = None
        self._volume = 1.0
        self._fault = ""
        self._asked_at = 0.0
        self._clock = clock
        self._paused = False
        # Written by the seeking thread and the decoder respectively, so that a seek during another
        # one is never lost, and never undone by a loop.
        self._wanted: _Seek | None = None
        self._done: _Seek | None = None
        self._playout = self._new_playout(0.0)

    # The source.

    @property
    def segment(self) -> StreamSegment:
        """The segment since the last seek."""
        return self._playout.segment

    @property
    def playback(self) -> FilePlayer:
        """The player itself."""
        return self

    @property
    def vital_signs(self) -> VitalSigns:
        """Whether it has ended, is paused, and when the output last requested sound."""
        return VitalSigns(self.ended, self._asked_at, self._paused, self._output.audible)

    @property
    def ended(self) -> bool:
        """Whether the last sample has been heard."""
        if self.seeking:
            return False
        segment = self._playout.segment
        return segment.complete and self._clock() >= segment.marked_at

    @property
    def paused(self) -> bool:
        """Whether playback is paused."""
        return self._paused

    @property
    def seeking(self) -> bool:
        """Whether a seek was requested and hasn't been completed yet."""
        return self._wanted is not self._done

    @property
    def position_s(self) -> float:
        """Playback position in seconds; during a seek, its target."""
        wanted = self._wanted
        if wanted is not None and wanted is not self._done:
            return min(max(0.0, wanted.target_s), self.duration_s)
        segment = self._playout.segment
        return segment.start_s + segment.heard(self._clock()) / self.rate

    @property
    def fault(self) -> str:
        """One sentence if the clip is damaged or a seek failed, else empty."""
        return self._fault

    # Playback controls.

    def pause(self) -> None:
        """Pause playback."""
        self._paused = True

    def resume(self) -> None:
        """Continue from where it was paused."""
        self._paused = False

    def seek(self, seconds: float) -> None:
        """Continue from another position, clipped to the length; returns at once.

        If that position can't be decoded, playing continues where it was and ``fault`` says why.
        """
        self._wanted = _Seek(seconds)

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        """Loop a part once the playback position is in it.

        Args:
            loop: start and end in seconds, None to end the loop.
        """
        self._loop = loop

    def set_volume(self, volume: float) -> None:
        """Scale the output, 0 to 1; what is analysed stays the same."""
        self._volume = volume

    def _release(self) -> None:
        self._clip.close()
        self._playout.release()

    def _new_playout(self, start_s: float) -> Playout:
        segment = StreamSegment(
            self.rate,
            self.channels,
            longest_wait(self._output),
            start_s,
            source=self.name,
            replay=self.path is None,
            recorded=self._clip.recorded,
        )
        return Playout(segment, self._output)

    # On the output's thread: no locks, no growing buffers.
    def _render(self, out: NDArray[np.float32], heard_at: float) -> None:
        self._asked_at = self._clock()
        if self._paused:
            # Not even at its end, which must not lead to the next file yet.
            out.fill(0.0)
        else:
            self._playout.render(out, heard_at, self._volume)

    # On the decoder's thread.
    def _provide(self) -> None:
        while not self._closing.is_set():
            self._carry_out_seek()
            self._repeat_loop()
            try:
                busy = self._decode_some()
            except SourceError as error:
                self._end_with(str(error))
                busy = False
            except Exception as error:
                # Decoders can raise anything; for the user the file ends here.
                log.exception("internal error while decoding a file")
                self._end_with(
                    gettext("Could not decode the rest of “{name}”: {error!r}.").format(
                        name=self.name, error=error
                    )
                )
                busy = False
            if not busy:
                self._closing.wait(IDLE_SECONDS)
        self._release()

    def _end_with(self, fault: str) -> None:
        self._fault = fault
        self._playout.end()

    def _carry_out_seek(self) -> None:
        wanted = self._wanted
        if wanted is None or wanted is self._done:
            return
        self._fault = self._jump(wanted.target_s)
        self._done = wanted

    def _repeat_loop(self) -> None:
        loop, at = self._loop, self.position_s
        if loop is None or loop is self._broken_loop or self.seeking:
            return
        # Before the end of the file, where playback would end.
        end = min(loop[1], self.duration_s - 2 * IDLE_SECONDS)
        if loop[0] < end <= at < end + LOOP_REACH_SECONDS and (fault := self._jump(loop[0])):
            self._fault, self._broken_loop = fault, loop

    def _jump(self, seconds: float) -> str:
        """Continue from another position; if that fails, playback continues where it is.

        Returns:
            One sentence if it failed, else an empty one.
        """
        try:
            self._playout = self._new_playout(self._clip.seek(seconds))
        except SourceError as error:
            return str(error)
        except Exception as error:
            # Decoders can raise anything.
            log.exception("internal error while seeking in a file")
            return gettext("Could not seek to {seconds:.1f} s in “{name}”: {error!r}.").format(
                seconds=local(seconds), name=self.name, error=error
            )
        return ""

    def _decode_some(self) -> bool:
        """Decode a block if the output will need it soon.

        Returns:
            Whether there was anything to do.

        Raises:
            SourceError: the clip is too damaged to continue.
        """
        playout = self._playout
        enough = max(MIN_AHEAD_FRAMES, AHEAD_SECONDS * self._output.rate)
        if playout.ended or playout.ahead > enough:
            return False
        if playout.full:
            playout.flush()
        else:
            self._decode_block(playout)
        return True

    def _decode_block(self, playout: Playout) -> None:
        block = self._clip.read(max(1, min(DECODE_FRAMES, int(AHEAD_SECONDS * self.rate))))
        playout.push(block, last=not len(block))
        self._fault = self._fault or self._clip.fault
