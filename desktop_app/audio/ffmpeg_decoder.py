"""Decoding with FFmpeg through PyAV: mp3, m4a, aac, wma and the sound of videos."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.container_times import GAP_SECONDS
from desktop_app.audio.decoder import MAX_DAMAGED_PACKETS, DecodeError, decoding
from desktop_app.audio.packet_count import follower_of, packets_of
from desktop_app.audio.sound_container import SoundContainer, reason_in_words
from resources.languages import gettext

log = logging.getLogger(__name__)

FLOAT_FORMATS = {"flt": 64, "fltp": 7}
"""FFmpeg's names of all channels in one plane, and each in its own; with how many channels their
frames need no conversion. PyAV miscounts the planes of eight or more."""
PREROLL_SECONDS = 0.2
"""A decoder needs some packets before the seek position."""


class FfmpegDecoder:
    """Decodes through PyAV whatever FFmpeg supports; implements :class:`decoder.Decoder`.

    A sample rate that changes within the file is converted to the first one. Damaged packets are
    replaced by silence of the same length, and so is what is missing between them.
    """

    def __init__(self, path: Path, track: str = "") -> None:
        """Open a file.

        Args:
            path: of the file.
            track: which of several audio tracks; see :class:`sound_container.SoundContainer`.

        Raises:
            DecodeError: FFmpeg does not support the file, or it holds no such sound.
        """
        self._opened = SoundContainer(path, track)
        self._library: Any = self._opened.library
        self.rate, self.channels = self._opened.rate, self._opened.channels
        self.frames, self.promised = self._opened.frames, self._opened.promised
        self.tags, self.tracks = self._opened.tags, self._opened.tracks
        self.damaged: list[int] = []
        # Sample frames in one of the stream's ticks, which are those of its frames too. Multiplying
        # fractions would take a tenth of the time of decoding an mp3 file.
        tick_s: Fraction = self._opened.stream.time_base
        self._per_tick = tick_s.numerator * self.rate, tick_s.denominator
        self._begin(0)

    def _begin(self, at: int) -> None:
        """Decode from the current packet; ``at`` is the first sample frame to deliver."""
        self._at = at
        self._blocks = self._decoded()
        self._rest = np.zeros((0, self.channels), np.float32)

    def _decoded(self) -> Iterator[NDArray[np.float32]]:
        kind, converter, early = None, None, None
        for frame, silence in self._frames():
            if early is None:
                early = self._at - self._index(frame) if self._at else 0
            if silence:
                early = 0
                yield from self._silence(silence)
            if kind != (found := (frame.format.name, frame.layout.name, frame.rate)):
                if converter is not None:
                    yield from self._arrays(converter.resample(None))
                kind, converter = found, self._converter(*found)
            for block in self._arrays([frame] if converter is None else converter.resample(frame)):
                dropped = min(max(0, early), len(block))
                early -= dropped
                yield block[dropped:]
        if converter is not None:
            yield from self._arrays(converter.resample(None))

    def _converter(self, sample_format: str, layout: str, rate: int) -> Any:
        """What frames of a kind are converted by; None if they are as wanted, which is faster."""
        wanted = (layout, rate) == (self._opened.layout, self.rate)
        if wanted and self.channels <= FLOAT_FORMATS.get(sample_format, 0):
            return None
        return self._library.AudioResampler(
            format="flt", layout=self._opened.layout, rate=self.rate
        )

    def _silence(self, frames: int) -> Iterator[NDArray[np.float32]]:
        while frames > 0:
            part = min(frames, self.rate)
            frames -= part
            yield np.zeros((part, self.channels), np.float32)

    def _frames(self) -> Iterator[tuple[Any, int]]:
        """Decoded frames, each with the number of missing sample frames just before it."""
        gap_frames = round(GAP_SECONDS * self.rate)
        # Where the sound is expected to continue: by the timestamps, and by what was delivered.
        expected, delivered, first = self._at, self._at, True
        origin = self._opened.times.origin
        for frame, lost, failed in self._packets_decoded():
            stamp = frame.pts
            index = expected if stamp is None else self._sample_frames(stamp - origin)
            if first:
                # The decoder needs some frames before a seek position.
                expected, delivered, first = min(expected, index), min(delivered, index), False
            apart = max(0, index - expected)
            by_time = self._opened.times.gap_s(apart / self.rate) > 0.0
            by_time = by_time and index - delivered > gap_frames / 2
            silence = max(lost, apart if by_time or failed else 0)
            if silence <= gap_frames and not failed:
                silence = 0
            if failed or (silence and (lost or (delivered and self._opened.without_gaps))):
                self.damaged.append(delivered)
            # A damaged timestamp must not become hours of silence.
            silence = min(silence, max(0, self.frames - delivered))
            length = round(frame.samples * self.rate / frame.rate)
            expected, delivered = index + length, delivered + silence + length
            yield frame, silence

    def _packets_decoded(self) -> Iterator[tuple[Any, int, int]]:
        """Decoded frames, the sample frames lost before each, and the packets that failed."""
        container, stream = self._opened.container, self._opened.stream
        follower = follower_of(container, stream)
        failed, lost, behind_seek = 0, 0, self._at > 0
        for packet in packets_of(self._library, container, stream):
            if packet is None:
                failed += 1
                continue
            missing = follower.lost_before(packet)
            if missing is None:
                continue
            if missing:
                lost += self._sample_frames(missing)
            try:
                decoded = packet.decode()
            except self._library.FFmpegError:
                # Parsers have numbers of their own for data that is invalid.
                failed += 1
                if failed > MAX_DAMAGED_PACKETS:
                    raise
                continue
            for frame in decoded:
                if behind_seek:
                    # The first packets may be parts of what came before.
                    lost, failed, behind_seek = 0, 0, False
                yield frame, lost, failed
                lost = failed = 0

    def _index(self, frame: Any) -> int:
        if frame.pts is None:
            raise DecodeError(gettext("the audio has no timestamps"))
        return self._sample_frames(frame.pts - self._opened.times.origin)

    def _sample_frames(self, ticks: int) -> int:
        return round(ticks * self._per_tick[0] / self._per_tick[1])

    def _arrays(self, frames: list[Any]) -> Iterator[NDArray[np.float32]]:
        for frame in frames:
            # A plane may be longer than the samples, by padding.
            count, planes = frame.samples, frame.planes
            if len(planes) == 1:
                flat = np.frombuffer(planes[0], np.float32, count * self.channels)
                yield flat.reshape(-1, self.channels)
                continue
            block = np.empty((count, self.channels), np.float32)
            for channel, plane in enumerate(planes):
                block[:, channel] = np.frombuffer(plane, np.float32, count)
            yield block

    def read(self, frames: int) -> NDArray[np.float32]:
        """Decode the next sample frames: (n, channels), fewer at the end, then none.

        Raises:
            DecodeError: everything from here is damaged.
        """
        sound, filled = np.empty((frames, self.channels), np.float32), 0
        with decoding(reason=reason_in_words):
            while filled < frames:
                if not len(self._rest):
                    block = next(self._blocks, None)
                    if block is None:
                        break
                    self._rest = block
                part = self._rest[: frames - filled]
                sound[filled : filled + len(part)] = part
                self._rest = self._rest[len(part) :]
                filled += len(part)
        self._at += filled
        return sound[:filled]

    def tell(self) -> int:
        """Index of the next sample frame."""
        return self._at

    def seek(self, frame: int) -> int:
        """Move to a sample frame and return its index; some formats are decoded up to there.

        Raises:
            DecodeError: the file could not be opened again.
        """
        if not self._opened.positionable:
            return self._decoded_to(frame)
        seconds = max(0.0, frame / self.rate - PREROLL_SECONDS)
        ticks = self._opened.times.origin + round(seconds / float(self._opened.stream.time_base))
        try:
            with decoding(reason=reason_in_words):
                self._opened.container.seek(ticks, stream=self._opened.stream, backward=True)
        except DecodeError as error:
            log.debug("decoded up to %.1f s, because it cannot be positioned: %s", seconds, error)
            return self._decoded_to(frame)
        self._begin(frame)
        return frame

    def _decoded_to(self, frame: int) -> int:
        if frame < self._at or self._opened.positionable:
            with decoding():
                self._opened.reopen()
            self._begin(0)
        while self._at < frame and len(self.read(min(self.rate, frame - self._at))):
            pass
        return self._at

    def close(self) -> None:
        """Close the file."""
        self._opened.close()
