"""Decoding by FFmpeg, through PyAV: m4a, aac, wma and the sound of videos."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.decoder import Tags, Undecodable

if TYPE_CHECKING:
    import av

CONTAINERS = (
    "3gp", "aac", "ac3", "aiff", "amr", "ape", "asf", "au", "avi", "caf", "dsf", "dts", "eac3",
    "flac", "flv", "m4a", "matroska", "mov", "mp3", "mp4", "mpc", "mpc8", "mpeg", "mpegts", "ogg",
    "tta", "w64", "wav", "webm", "wv",
)  # fmt: skip
"""Those that hold sound themselves: lists of addresses, which FFmpeg would follow, are none."""
COUNTED = ("aac", "ac3", "amr", "dts", "eac3", "mp3", "mpegts", "mpeg", "wav")
"""Of these FFmpeg only estimates the length, from the bit rate."""
PROTECTED = ("drms", "enca")
RUN_UP_SECONDS = 0.2
"""Decoders need some packets before the place that is sought."""


class FfmpegDecoder:
    """See :class:`decoder.Decoder`; a rate that changes on the way is converted to the first."""

    def __init__(self, path: Path) -> None:
        """
        Raises:
            Undecodable: FFmpeg can't, or there is no sound.
        """
        import av

        # A damaged file can send FFmpeg to places that the operating system refuses.
        self._errors, self._converter = (av.FFmpegError, OSError, ValueError), av.AudioResampler
        self._ticks = av.time_base
        # By file object: as a name, one with a colon would be an address.
        self._file = path.open("rb")
        self._container: av.container.InputContainer | Any = None
        try:
            self._open(av)
        except self._errors as error:
            self.close()
            raise Undecodable(
                f"is not an audio file that can be opened: {_reason(error)}"
            ) from error
        except Undecodable:
            self.close()
            raise

    def _open(self, library: Any) -> None:
        self._container = library.open(
            self._file, options={"format_whitelist": ",".join(CONTAINERS)},
            metadata_errors="replace",
        )  # fmt: skip
        stream = self._container.streams.best("audio")
        if stream is None:
            raise Undecodable("holds no sound")
        context: Any = stream.codec_context
        if context is not None and context.codec_tag in PROTECTED:
            raise Undecodable("is protected against copying, so that only its shop's player can")
        if context is None or not context.sample_rate or not context.layout.nb_channels:
            raise Undecodable("holds sound that nothing here can decode")
        self._stream: Any = stream
        self._layout = context.layout.name
        self.rate: int = context.sample_rate
        self.channels: int = context.layout.nb_channels
        self.frames = self._length()
        found = {**self._container.metadata, **stream.metadata}
        known = {name.lower(): words for name, words in found.items()}
        self.tags = Tags(*(known.get(name, "") for name in ("title", "artist", "genre")))
        self._begin(0)

    def _length(self) -> int:
        stream, container = self._stream, self._container
        if not set(container.format.name.split(",")) & set(COUNTED):
            if stream.duration:
                return round(float(stream.duration * stream.time_base) * self.rate)
            if container.duration:
                return round(container.duration / self._ticks * self.rate)
        ticks = sum(packet.duration or 0 for packet in container.demux(stream))
        if not ticks:
            raise Undecodable("doesn't say how long it is")
        container.seek(0)
        return round(float(ticks * stream.time_base) * self.rate)

    def _begin(self, at: int) -> None:
        """Decode from here on; ``at`` is the next sample frame that is wanted."""
        self._at = at
        self._blocks = self._decoded()
        self._rest = np.zeros((0, self.channels), np.float32)

    def _decoded(self) -> Iterator[NDArray[np.float32]]:
        kind, converter, early = None, None, None
        for frame in self._container.decode(self._stream):
            if early is None:
                early = self._at - self._index(frame) if self._at else 0
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

    def _index(self, frame: Any) -> int:
        if frame.pts is None:
            raise Undecodable("the sound doesn't say at what time it belongs")
        start = self._stream.start_time or 0
        return round(float((frame.pts - start) * frame.time_base) * self.rate)

    def _arrays(self, frames: list[Any]) -> Iterator[NDArray[np.float32]]:
        for frame in frames:
            yield frame.to_ndarray().reshape(-1, self.channels)

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
        if self._container is not None:
            self._container.close()
        self._file.close()


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error).rstrip(".")
