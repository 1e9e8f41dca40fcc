"""Decoding by FFmpeg, through PyAV: mp3, m4a, aac, wma and the sound of videos."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.decoder import Tags, Undecodable

log = logging.getLogger(__name__)

CONTAINERS = (
    "3gp", "aac", "ac3", "aiff", "amr", "ape", "asf", "au", "avi", "caf", "dsf", "dts", "eac3",
    "flac", "flv", "m4a", "matroska", "mov", "mp3", "mp4", "mpc", "mpc8", "mpeg", "mpegts", "ogg",
    "tta", "w64", "wav", "webm", "wv",
)  # fmt: skip
"""Those that hold sound themselves: lists of addresses, which FFmpeg would follow, are none."""
COUNTED = ("aac", "ac3", "amr", "dts", "eac3", "mp3", "mpegts", "mpeg", "ogg", "wav")
"""Of these FFmpeg only estimates the length, from the bit rate or from the last part of a chain."""
MP3_NOTES = {b"Xing": 8, b"Info": 8, b"VBRI": 14}
"""With what the note begins in which an mp3 file tells how many frames it has, and where in it."""
MP3_FRAME_SAMPLES = 1152
QUICKLY_COUNTED_BYTES = 50_000_000
"""Of mp3, in a quarter of a second."""
MOST_DAMAGED = 500
"""Packets one after the other; nothing worth hearing comes after that."""
PROTECTED = ("drms", "enca")
RUN_UP_SECONDS = 0.2
"""Decoders need some packets before the place that is sought."""


class FfmpegDecoder:
    """See :class:`decoder.Decoder`; a rate that changes on the way is converted to the first.

    In place of what can't be decoded there is silence for as long as it would have lasted.
    """

    def __init__(self, path: Path) -> None:
        """
        Raises:
            Undecodable: FFmpeg can't, or there is no sound.
        """
        import av

        # A damaged file can send FFmpeg to places that the operating system refuses.
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
            self.frames = self._told_length() or self._counted(av)
            self.tags = self._tags()
            self._begin(0)
        except self._errors as error:
            self.close()
            raise Undecodable(
                f"is not an audio file that can be opened: {_reason(error)}"
            ) from error
        except Undecodable:
            self.close()
            raise

    def _open(self, library: Any) -> None:
        # By file object: as a name, one with a colon would be an address.
        self._file = self._path.open("rb")
        self._container = library.open(
            self._file, options={"format_whitelist": ",".join(CONTAINERS)},
            metadata_errors="replace",
        )  # fmt: skip

    def _sound_stream(self) -> Any:
        stream = self._container.streams.best("audio")
        if stream is None:
            raise Undecodable("holds no sound")
        context: Any = stream.codec_context
        if context is not None and context.codec_tag in PROTECTED:
            raise Undecodable("is protected against copying, so that only its shop's player can")
        if context is None or not context.sample_rate or not context.layout.nb_channels:
            raise Undecodable("holds sound that nothing here can decode")
        return stream

    def _tags(self) -> Tags:
        found = {**self._container.metadata, **self._stream.metadata}
        known = {name.lower(): words for name, words in found.items()}
        return Tags(*(known.get(name, "") for name in ("title", "artist", "genre")))

    def _told_length(self) -> int:
        """In sample frames; 0 where it isn't told, or not to be believed."""
        stream, container = self._stream, self._container
        if container.format.name == "mp3":
            # Too much to be counted.
            many = self._path.stat().st_size > QUICKLY_COUNTED_BYTES
            return self._noted_length() if many else 0
        if set(container.format.name.split(",")) & set(COUNTED):
            return 0
        if stream.duration:
            return round(float(stream.duration * stream.time_base) * self.rate)
        return round((container.duration or 0) / self._ticks * self.rate)

    def _noted_length(self) -> int:
        """What an mp3 file itself says, 0 if nothing."""
        frames = _mp3_frames(self._path)
        return frames * (self._stream.codec_context.frame_size or MP3_FRAME_SAMPLES)

    def _counted(self, library: Any) -> int:
        stream, ticks = self._stream, 0
        try:
            for packet in self._container.demux(stream):
                ticks += packet.duration or 0
        except self._errors as error:
            # Whoever reads that far is told.
            log.debug("not counted to the end: %s", error)
        if not ticks:
            raise Undecodable("doesn't say how long it is")
        length = round(float(ticks * stream.time_base) * self.rate)
        if self._container.format.name == "mp3":
            # More is promised where the end is missing, less where another file follows.
            length = max(length, self._noted_length())
        # Of a chain no place before the last part is found again.
        self.close()
        self._open(library)
        self._stream = self._sound_stream()
        return length

    def _begin(self, at: int) -> None:
        """Decode from here on; ``at`` is the next sample frame that is wanted."""
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
        """Frames as they are decoded, each with how many sample frames before it couldn't be."""
        before, failed = None, 0
        for packet in self._container.demux(self._stream):
            try:
                decoded = packet.decode()
            except self._invalid:
                failed += 1
                if failed > MOST_DAMAGED:
                    raise
                continue
            for frame in decoded:
                silence = 0
                if failed and before is not None and frame.pts is not None:
                    expected = self._index(before) + round(before.samples * self.rate / before.rate)
                    # A time that is damaged itself must not become hours of silence.
                    left = max(0, self.frames - expected)
                    silence = min(max(0, self._index(frame) - expected), left)
                    self.damaged.append(expected)
                if frame.pts is not None:
                    before = frame
                failed = 0
                yield frame, silence

    def _index(self, frame: Any) -> int:
        if frame.pts is None:
            raise Undecodable("the sound doesn't say at what time it belongs")
        start = self._stream.start_time or 0
        return round(float((frame.pts - start) * frame.time_base) * self.rate)

    def _arrays(self, frames: list[Any]) -> Iterator[NDArray[np.float32]]:
        for frame in frames:
            # What lies behind the samples is padding.
            flat = np.frombuffer(frame.planes[0], np.float32, frame.samples * self.channels)
            yield flat.reshape(-1, self.channels)

    def read(self, frames: int) -> NDArray[np.float32]:
        """See :class:`decoder.Decoder`."""
        parts, missing = [self._rest], frames - len(self._rest)
        try:
            while missing > 0 and (block := next(self._blocks, None)) is not None:
                parts.append(block)
                missing -= len(block)
        except self._errors as error:
            raise Undecodable(_reason(error)) from error
        sound = np.concatenate(parts)
        self._rest = sound[frames:]
        self._at += len(sound[:frames])
        return sound[:frames]

    def tell(self) -> int:
        """See :class:`decoder.Decoder`."""
        return self._at

    def seek(self, frame: int) -> int:
        """See :class:`decoder.Decoder`."""
        start = self._stream.start_time or 0
        seconds = max(0.0, frame / self.rate - RUN_UP_SECONDS)
        ticks = start + round(seconds / float(self._stream.time_base))
        try:
            self._container.seek(ticks, stream=self._stream, backward=True)
        except self._errors as error:
            raise Undecodable(_reason(error)) from error
        self._begin(frame)
        return frame

    def close(self) -> None:
        """See :class:`decoder.Decoder`."""
        for opened in (self._container, self._file):
            if opened is not None:
                opened.close()


def _mp3_frames(path: Path) -> int:
    """How many frames an mp3 file says that it has, 0 if it doesn't.

    Source: Gabriel Bouvigne, *MP3 VBR-Tag specifications*; Fraunhofer's VBRI likewise.
    """
    with path.open("rb") as file:
        head = file.read(10)
        # Seven bits of each byte of the tag's size count.
        size = sum(byte << 7 * place for place, byte in enumerate(reversed(head[6:])))
        file.seek(10 + size if head.startswith(b"ID3") else 0)
        first = file.read(512)
    for name, offset in MP3_NOTES.items():
        at = first.find(name)
        if at >= 0:
            return int.from_bytes(first[at + offset : at + offset + 4], "big")
    return 0


def _reason(error: Exception) -> str:
    said = str(getattr(error, "strerror", None) or error).rstrip(".")
    return "what follows is of a kind that nothing here can decode" if "patches" in said else said
