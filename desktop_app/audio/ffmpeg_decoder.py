"""Decoding with FFmpeg through PyAV: mp3, m4a, aac, wma and the sound of videos."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.decoder import DecodeError, Tags

log = logging.getLogger(__name__)

CONTAINERS = (
    "3gp", "aac", "ac3", "aiff", "amr", "ape", "asf", "au", "avi", "caf", "dsf", "dts", "eac3",
    "flac", "flv", "m4a", "matroska", "mov", "mp3", "mp4", "mpc", "mpc8", "mpeg", "mpegts", "ogg",
    "tta", "w64", "wav", "webm", "wv",
)  # fmt: skip
"""Containers that hold sound themselves; FFmpeg would follow the URLs in a playlist."""
ESTIMATED_LENGTH = ("aac", "ac3", "amr", "dts", "eac3", "mp3", "mpegts", "mpeg", "ogg", "wav")
"""Containers whose length FFmpeg only estimates, from the bit rate or the last part of a chain."""
VBR_HEADERS = {b"Xing": 8, b"Info": 8, b"VBRI": 14}
"""Marker of an mp3 file's VBR header -> offset of the frame count from the marker."""
MP3_FRAME_SAMPLES = 1152
MAX_COUNTED_BYTES = 50_000_000
"""Counting the packets of an mp3 file of this size takes a quarter of a second."""
MAX_DAMAGED_PACKETS = 500
"""In a row; nothing worth hearing follows after that many."""
PROTECTED_TAGS = ("drms", "enca")
"""Codec tags of MP4 files under DRM."""
PREROLL_SECONDS = 0.2
"""A decoder needs some packets before the seek position."""


class FfmpegDecoder:
    """Decodes through PyAV whatever FFmpeg supports; implements :class:`decoder.Decoder`.

    A sample rate that changes within the file is converted to the first one. Damaged packets are
    replaced by silence of the same length.
    """

    def __init__(self, path: Path) -> None:
        """Open a file.

        Args:
            path: of the file.

        Raises:
            DecodeError: FFmpeg does not support the file, or it holds no sound.
        """
        import av

        # A damaged file can make FFmpeg seek to offsets that the operating system rejects.
        self._errors, self._converter = (av.FFmpegError, OSError, ValueError), av.AudioResampler
        self._ticks, self._invalid = av.time_base, av.InvalidDataError
        self._path = path
        self.damaged: list[int] = []
        self._file: Any = None
        self._container: Any = None
        try:
            self._open(av)
            self._stream = self._sound_stream()
            context = self._stream.codec_context
            self._layout = context.layout.name
            self.rate: int = context.sample_rate
            self.channels: int = context.layout.nb_channels
            self.frames = self._stated_length() or self._counted_length(av)
            self.tags = self._tags()
            self._begin(0)
        except self._errors as error:
            self.close()
            raise DecodeError(
                f"is not an audio file that genre-monitor can decode: {_reason(error)}"
            ) from error
        except DecodeError:
            self.close()
            raise

    def _open(self, library: Any) -> None:
        # As a file object, because FFmpeg would take a name with a colon for a URL.
        self._file = self._path.open("rb")
        self._container = library.open(
            self._file, options={"format_whitelist": ",".join(CONTAINERS)},
            metadata_errors="replace",
        )  # fmt: skip

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

    def _stated_length(self) -> int:
        """Length that the file states, in sample frames; 0 if it is missing or unreliable."""
        stream, container = self._stream, self._container
        if container.format.name == "mp3":
            slow_to_count = self._path.stat().st_size > MAX_COUNTED_BYTES
            return self._vbr_header_length() if slow_to_count else 0
        if set(container.format.name.split(",")) & set(ESTIMATED_LENGTH):
            return 0
        if stream.duration:
            return round(float(stream.duration * stream.time_base) * self.rate)
        return round((container.duration or 0) / self._ticks * self.rate)

    def _vbr_header_length(self) -> int:
        """Length from an mp3 file's VBR header in sample frames, 0 without one."""
        frames = _mp3_frames(self._path)
        return frames * (self._stream.codec_context.frame_size or MP3_FRAME_SAMPLES)

    def _counted_length(self, library: Any) -> int:
        """Length in sample frames, summed over all packets; rewinds the file.

        Raises:
            DecodeError: no packet has a duration.
        """
        stream, ticks = self._stream, 0
        try:
            for packet in self._container.demux(stream):
                ticks += packet.duration or 0
        except self._errors as error:
            # Reading that far reports the damage.
            log.debug("packets not counted to the end: %s", error)
        if not ticks:
            raise DecodeError("does not state its length")
        length = round(float(ticks * stream.time_base) * self.rate)
        if self._container.format.name == "mp3":
            # The header states more if the end is missing, less if another file was appended.
            length = max(length, self._vbr_header_length())
        # Opened again because FFmpeg cannot seek back before the last part of a chain.
        self.close()
        self._open(library)
        self._stream = self._sound_stream()
        return length

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
                yield np.zeros((silence, self.channels), np.float32)
            if converter is None or kind != (frame.format.name, frame.layout.name, frame.rate):
                if converter is not None:
                    yield from self._arrays(converter.resample(None))
                kind = (frame.format.name, frame.layout.name, frame.rate)
                converter = self._converter(format="flt", layout=self._layout, rate=self.rate)
            for block in self._arrays(converter.resample(frame)):
                dropped = min(max(0, early), len(block))
                early -= dropped
                yield block[dropped:]
        if converter is not None:
            yield from self._arrays(converter.resample(None))

    def _frames(self) -> Iterator[tuple[Any, int]]:
        """Decoded frames, each with the number of damaged sample frames just before it."""
        before, failed = None, 0
        for packet in self._container.demux(self._stream):
            try:
                decoded = packet.decode()
            except self._invalid:
                failed += 1
                if failed > MAX_DAMAGED_PACKETS:
                    raise
                continue
            for frame in decoded:
                silence = 0
                if failed and before is not None and frame.pts is not None:
                    expected = self._index(before) + round(before.samples * self.rate / before.rate)
                    # A damaged timestamp must not become hours of silence.
                    left = max(0, self.frames - expected)
                    silence = min(max(0, self._index(frame) - expected), left)
                    self.damaged.append(expected)
                if frame.pts is not None:
                    before = frame
                failed = 0
                yield frame, silence

    def _index(self, frame: Any) -> int:
        if frame.pts is None:
            raise DecodeError("the audio has no timestamps")
        start = self._stream.start_time or 0
        return round(float((frame.pts - start) * frame.time_base) * self.rate)

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
        try:
            while missing > 0 and (block := next(self._blocks, None)) is not None:
                parts.append(block)
                missing -= len(block)
        except self._errors as error:
            raise DecodeError(_reason(error)) from error
        sound = np.concatenate(parts)
        self._rest = sound[frames:]
        self._at += len(sound[:frames])
        return sound[:frames]

    def tell(self) -> int:
        """Index of the next sample frame."""
        return self._at

    def seek(self, frame: int) -> int:
        """Move to a sample frame and return its index.

        Raises:
            DecodeError: FFmpeg could not seek there.
        """
        start = self._stream.start_time or 0
        seconds = max(0.0, frame / self.rate - PREROLL_SECONDS)
        ticks = start + round(seconds / float(self._stream.time_base))
        try:
            self._container.seek(ticks, stream=self._stream, backward=True)
        except self._errors as error:
            raise DecodeError(_reason(error)) from error
        self._begin(frame)
        return frame

    def close(self) -> None:
        """Close the file."""
        for opened in (self._container, self._file):
            if opened is not None:
                opened.close()


def _mp3_frames(path: Path) -> int:
    """Number of frames in an mp3 file's VBR header, 0 without one.

    Source: Gabriel Bouvigne, *MP3 VBR-Tag specifications* (Xing, Info); Fraunhofer's VBRI.
    """
    with path.open("rb") as file:
        head = file.read(10)
        # An ID3 tag's size has seven bits per byte.
        size = sum(byte << 7 * place for place, byte in enumerate(reversed(head[6:])))
        file.seek(10 + size if head.startswith(b"ID3") else 0)
        first = file.read(512)
    for name, offset in VBR_HEADERS.items():
        at = first.find(name)
        if at >= 0:
            return int.from_bytes(first[at + offset : at + offset + 4], "big")
    return 0


def _reason(error: Exception) -> str:
    if getattr(error, "errno", None) == errno.EPERM:
        # FFmpeg's parsers return −1, which is also the number of this error.
        return "the data is invalid"
    reason = str(getattr(error, "strerror", None) or error).rstrip(".")
    # FFmpeg asks for patches where a format is not implemented.
    return "the rest is in an unsupported format" if "patches" in reason else reason
