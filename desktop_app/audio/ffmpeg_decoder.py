"""Decoding with FFmpeg through PyAV: mp3, m4a, aac, wma and the sound of videos."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.container_times import GAP_SECONDS, TICKS, times_of
from desktop_app.audio.decoder import DecodeError, Tags, decoding, reason_of
from desktop_app.audio.mp3_frames import Mp3Frames
from desktop_app.audio.tame_file import TameFile
from desktop_app.audio.vbr_header import vbr_header

log = logging.getLogger(__name__)

CONTAINERS = (
    "3gp", "aac", "ac3", "aiff", "amr", "ape", "asf", "au", "avi", "caf", "dsf", "dts", "eac3",
    "flac", "flv", "m4a", "matroska", "mov", "mp3", "mp4", "mpc", "mpc8", "mpeg", "mpegts", "ogg",
    "tta", "w64", "wav", "webm", "wv",
)  # fmt: skip
"""Containers that hold sound themselves; FFmpeg would follow the URLs in a playlist."""
ESTIMATED_LENGTH = ("aac", "ac3", "amr", "dts", "eac3", "mp3", "mpegts", "mpeg", "ogg", "wav")
"""Containers whose length FFmpeg only estimates, from the bit rate or the last part of a chain."""
WITHOUT_GAPS = ("flac", "ogg")
"""Containers in which a gap between timestamps means that something is missing."""
IGNORE_LENGTH = "ignore_length"
"""FFmpeg's option for wav files: read on to the end of the file."""
LEAST_BYTES_PER_S = 30
"""Of any sound, even of silence: a file that says it lasts longer than its size allows lies."""
MP3_FRAME_SAMPLES = 1152
MAX_COUNTED_BYTES = 50_000_000
"""Counting the packets of an mp3 file of this size takes a quarter of a second."""
MAX_DAMAGED_PACKETS = 500
"""In a row; nothing worth hearing follows after that many."""
PROTECTED_TAGS = ("drms", "enca")
"""Codec tags of MP4 files under DRM."""
PREROLL_SECONDS = 0.2
"""A decoder needs some packets before the seek position."""
NOT_AUDIO = "is not an audio file that genre-monitor can decode: "


class FfmpegDecoder:
    """Decodes through PyAV whatever FFmpeg supports; implements :class:`decoder.Decoder`.

    A sample rate that changes within the file is converted to the first one. Damaged packets are
    replaced by silence of the same length, and so is what is missing between them.
    """

    def __init__(self, path: Path) -> None:
        """Open a file.

        Args:
            path: of the file.

        Raises:
            DecodeError: FFmpeg does not support the file, or it holds no sound.
        """
        import av

        self._library: Any = av
        self._path = path
        self._options = {"format_whitelist": ",".join(CONTAINERS)}
        self.damaged: list[int] = []
        self._file: Any = None
        self._container: Any = None
        try:
            with decoding(NOT_AUDIO, _reason):
                self._open()
                context = self._stream.codec_context
                self._layout = context.layout.name
                self.rate: int = context.sample_rate
                self.channels: int = context.layout.nb_channels
                self.tags = self._tags()
                self._measure()
                self._begin(0)
        except DecodeError:
            self.close()
            raise

    def _open(self) -> None:
        # As a file object, because FFmpeg would take a name with a colon for a URL.
        self._file = TameFile(self._path)
        self._container = self._library.open(
            self._file, options=self._options, metadata_errors="replace"
        )
        self._stream = self._sound_stream()
        self._kind = set(self._container.format.name.split(","))
        self._times = times_of(self._container, self._stream)

    def _sound_stream(self) -> Any:
        stream = self._container.streams.best("audio")
        if stream is None:
            raise DecodeError("contains no audio")
        context: Any = stream.codec_context
        if context is not None and context.codec_tag in PROTECTED_TAGS:
            raise DecodeError(
                "is copy-protected (DRM) and can only be played by its vendor's player"
            )
        if context is None or not context.sample_rate or not context.layout.nb_channels:
            raise DecodeError("contains audio in an unsupported format")
        return stream

    def _tags(self) -> Tags:
        found = {**self._container.metadata, **self._stream.metadata}
        known = {name.lower(): words for name, words in found.items()}
        return Tags(*(known.get(name, "") for name in ("title", "artist", "genre")))

    def _measure(self) -> None:
        """Set ``frames`` and ``promised``."""
        if "mp3" in self._kind:
            self._measure_mp3()
            return
        stated = 0 if self._kind & set(ESTIMATED_LENGTH) else self._times.duration_s
        longest_s = self._path.stat().st_size / LEAST_BYTES_PER_S
        if stated > longest_s:
            stated = 0
        frames = round(stated * self.rate) or self._counted_length()
        self.frames = self.promised = min(frames, round(longest_s * self.rate))

    def _measure_mp3(self) -> None:
        header, size = vbr_header(self._path), self._path.stat().st_size
        samples = header.frames * (self._stream.codec_context.frame_size or MP3_FRAME_SAMPLES)
        missing = header.believable and header.bytes > size
        if header.believable and size > MAX_COUNTED_BYTES:
            self.frames = round(samples * size / header.bytes) if missing else samples
        else:
            self.frames = self._counted_length()
        # The header says less than there is if another file was appended.
        self.promised = max(self.frames, samples) if missing else self.frames

    def _counted_length(self) -> int:
        """Length in sample frames, summed over all packets; rewinds the file.

        Raises:
            DecodeError: no packet has a duration.
        """
        stream, ticks, ends = self._stream, 0, 0
        mp3 = Mp3Frames(self._container.format.name)
        try:
            for packet in self._container.demux(stream):
                lost = mp3.lost_before(packet)
                if lost is not None:
                    ticks += lost + (packet.duration or 0)
                    ends = max(ends, (packet.pts or 0) + (packet.duration or 0))
        except Exception as error:
            # Reading that far reports the damage.
            log.debug("packets not counted to the end: %s", error)
        if not ticks:
            if "wav" not in self._kind or IGNORE_LENGTH in self._options:
                raise DecodeError("does not state its length")
            # Some kinds of wav from a recorder that was killed say that they hold nothing.
            self._options[IGNORE_LENGTH] = "1"
            self._reopen()
            return self._counted_length()
        ticks += max(0, (stream.start_time or 0) - self._times.origin)
        if self._kind & set(WITHOUT_GAPS):
            ticks = max(ticks, ends - self._times.origin)
        length = round(float(ticks * stream.time_base) * self.rate)
        # Opened again because FFmpeg cannot seek back before the last part of a chain.
        self._reopen()
        return length

    def _reopen(self) -> None:
        self.close()
        self._open()

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
            if converter is None or kind != (frame.format.name, frame.layout.name, frame.rate):
                if converter is not None:
                    yield from self._arrays(converter.resample(None))
                kind = (frame.format.name, frame.layout.name, frame.rate)
                converter = self._library.AudioResampler(
                    format="flt", layout=self._layout, rate=self.rate
                )
            for block in self._arrays(converter.resample(frame)):
                dropped = min(max(0, early), len(block))
                early -= dropped
                yield block[dropped:]
        if converter is not None:
            yield from self._arrays(converter.resample(None))

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
        for frame, lost, failed in self._packets_decoded():
            index = self._index(frame) if frame.pts is not None else expected
            if first:
                # The decoder needs some frames before a seek position.
                expected, delivered, first = min(expected, index), min(delivered, index), False
            apart = max(0, index - expected)
            by_time = apart > gap_frames and index - delivered > gap_frames / 2
            silence = max(lost, apart if by_time or failed else 0)
            if silence <= gap_frames and not failed:
                silence = 0
            if failed or (silence and (lost or self._kind & set(WITHOUT_GAPS))):
                self.damaged.append(delivered)
            # A damaged timestamp must not become hours of silence.
            silence = min(silence, max(0, self.frames - delivered))
            length = round(frame.samples * self.rate / frame.rate)
            expected, delivered = index + length, delivered + silence + length
            yield frame, silence

    def _packets_decoded(self) -> Iterator[tuple[Any, int, int]]:
        """Decoded frames, the sample frames lost before each, and the packets that failed."""
        mp3, failed, lost = Mp3Frames(self._container.format.name), 0, 0
        for packet in self._packets():
            missing = mp3.lost_before(packet)
            if missing is None:
                continue
            lost += round(float(missing * self._stream.time_base) * self.rate)
            try:
                decoded = packet.decode()
            except self._library.InvalidDataError:
                failed += 1
                if failed > MAX_DAMAGED_PACKETS:
                    raise
                continue
            for frame in decoded:
                yield frame, lost, failed
                lost = failed = 0

    def _packets(self) -> Iterator[Any]:
        """Packets of the sound; at the end, find out whether the container is whole."""
        if self._times.of_sound or not self.promised:
            yield from self._container.demux(self._stream)
            return
        last_s, first_s = 0.0, (self._container.start_time or 0) / TICKS
        for packet in self._container.demux():
            if packet.pts is not None:
                end = packet.pts + (packet.duration or 0)
                last_s = max(last_s, float(end * packet.time_base) - first_s)
            if packet.stream.index == self._stream.index:
                yield packet
        if last_s >= 0.98 * (self._container.duration or 0) / TICKS - 1.0:
            # The picture is there to its end, so the sound ends before it.
            self.promised = 0

    def _index(self, frame: Any) -> int:
        if frame.pts is None:
            raise DecodeError("the audio has no timestamps")
        return round(float((frame.pts - self._times.origin) * frame.time_base) * self.rate)

    def _arrays(self, frames: list[Any]) -> Iterator[NDArray[np.float32]]:
        for frame in frames:
            # The plane may be longer than the samples, by padding.
            flat = np.frombuffer(frame.planes[0], np.float32, frame.samples * self.channels)
            yield flat.reshape(-1, self.channels)

    def read(self, frames: int) -> NDArray[np.float32]:
        """Decode the next sample frames: (n, channels), fewer at the end, then none.

        Raises:
            DecodeError: everything from here is damaged.
        """
        parts, missing = [self._rest], frames - len(self._rest)
        with decoding(reason=_reason):
            while missing > 0 and (block := next(self._blocks, None)) is not None:
                parts.append(block)
                missing -= len(block)
        sound = np.concatenate(parts)
        self._rest = sound[frames:]
        self._at += len(sound[:frames])
        return sound[:frames]

    def tell(self) -> int:
        """Index of the next sample frame."""
        return self._at

    def seek(self, frame: int) -> int:
        """Move to a sample frame and return its index; some formats are decoded up to there.

        Raises:
            DecodeError: the file could not be opened again.
        """
        seconds = max(0.0, frame / self.rate - PREROLL_SECONDS)
        ticks = self._times.origin + round(seconds / float(self._stream.time_base))
        try:
            with decoding(reason=_reason):
                self._container.seek(ticks, stream=self._stream, backward=True)
        except DecodeError as error:
            log.debug("decoded up to %.1f s, because it cannot be positioned: %s", seconds, error)
            return self._decoded_to(frame)
        self._begin(frame)
        return frame

    def _decoded_to(self, frame: int) -> int:
        with decoding():
            self._reopen()
        self._begin(0)
        while self._at < frame and len(self.read(min(self.rate, frame - self._at))):
            pass
        return self._at

    def close(self) -> None:
        """Close the file."""
        for opened in (self._container, self._file):
            if opened is not None:
                opened.close()


def _reason(error: Exception) -> str:
    if getattr(error, "errno", None) == errno.EPERM:
        # FFmpeg's parsers return −1, which is also the number of this error.
        return "the data is invalid"
    reason = reason_of(error)
    # FFmpeg asks for patches where a format is not implemented.
    return "the rest is in an unsupported format" if "patches" in reason else reason
