"""Audio files, decoded block by block."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.clip import WINDOW_SECONDS, in_blocks
from desktop_app.audio.decoder import Decoder, Headerless, Undecodable
from desktop_app.audio.ffmpeg_decoder import FfmpegDecoder
from desktop_app.audio.sndfile_decoder import SndfileDecoder
from desktop_app.audio.source_error import SourceError

MISSING_SHARE, MISSING_SECONDS = 0.02, 1.0
"""What may lack of the promised length; mp3 files round it."""
EXTENSIONS = (
    ".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aif", ".aiff", ".au", ".caf", ".w64",
    ".m4a", ".m4b", ".mp4", ".aac", ".wma", ".mka", ".mkv", ".webm", ".mov", ".avi", ".ac3", ".ape",
    ".wv", ".3gp",
)  # fmt: skip


class AudioFile:
    """A file open for reading; see :class:`sound.Clip`.

    Attributes:
        path: where it is.
        rate: sample frames a second.
        channels: how many.
        frames: sample frames, as the header says.
        name: the file's name as it can be shown, whatever bytes it is made of.
        tags: what the file says of itself.
    """

    def __init__(self, path: Path) -> None:
        """
        Raises:
            SourceError: it is not there, not readable, not audio, or too short for one window.
        """
        self.path = path
        self.name = readable(path.name)
        self._shown = readable(path)
        try:
            if path.is_dir():
                raise SourceError(f"{self._shown} is a folder, not an audio file.")
            with path.open("rb") as file:
                empty = not file.read(1)
        except FileNotFoundError as error:
            raise SourceError(f"There is no file {self._shown}.") from error
        except OSError as error:
            raise SourceError(f"{self._shown} can't be read: {error.strerror}.") from error
        if empty:
            raise SourceError(f"{self._shown} is empty.")
        self._sound = self._opened()
        self.rate = self._sound.rate
        self.channels = self._sound.channels
        self.frames = self._sound.frames
        self.tags = self._sound.tags
        if self.duration_s < WINDOW_SECONDS:
            self._sound.close()
            raise SourceError(
                f"{self._shown} is too short: {self.duration_s:.2f} s, and one look at the sound "
                f"takes {WINDOW_SECONDS:.2f} s."
            )

    def _opened(self) -> Decoder:
        # On what only looks like mp3, libsndfile's decoder would write to the terminal.
        if self.path.suffix.lower() != ".mp3":
            try:
                return SndfileDecoder(self.path)
            except Headerless as error:
                raise SourceError(f"{self._shown} {error}.") from error
            except Undecodable:
                # What the other one says of it is told.
                pass
        try:
            return FfmpegDecoder(self.path)
        except Undecodable as error:
            raise SourceError(f"{self._shown} {error}.") from error

    @property
    def duration_s(self) -> float:
        """Length in seconds, as the header says."""
        return self.frames / self.rate

    def read(self, frames: int) -> NDArray[np.float32]:
        """The next sample frames: (n, channels), fewer than asked for at the end, then none.

        Raises:
            SourceError: the file is damaged from here on, or ends long before it should.
        """
        at = self._sound.tell() / self.rate
        try:
            block = self._read(frames)
        except Undecodable as error:
            raise SourceError(f"{self._shown} is damaged after {at:.1f} s: {error}.") from error
        missing = self.duration_s - at
        if not len(block) and missing > max(MISSING_SECONDS, MISSING_SHARE * self.duration_s):
            raise SourceError(
                f"{self._shown} breaks off after {at:.1f} s, though it says that it is "
                f"{self.duration_s:.1f} s long."
            )
        return block

    def _read(self, frames: int) -> NDArray[np.float32]:
        at = self._sound.tell()
        try:
            return self._sound.read(frames)
        except Undecodable:
            if not isinstance(self._sound, SndfileDecoder):
                raise
            # The other one finds its way behind what is damaged.
            other = FfmpegDecoder(self.path)
        try:
            other.seek(at)
            block = other.read(frames)
        except Undecodable:
            other.close()
            raise
        self._sound.close()
        self._sound = other
        if not other.damaged:
            other.damaged.append(at)
        return block

    @property
    def fault(self) -> str:
        """See :class:`sound.Clip`."""
        damaged = self._sound.damaged
        if not damaged:
            return ""
        places = f", and in {len(damaged) - 1} places more" if damaged[1:] else ""
        return (
            f"{self._shown} is damaged at {damaged[0] / self.rate:.1f} s{places}: some of it is "
            "missing or silent."
        )

    def seek(self, seconds: float) -> float:
        """Go to a place, clipped to the file's length.

        Returns:
            Where that is, in seconds.

        Raises:
            SourceError: the file doesn't allow it, and stays where it was.
        """
        frame = min(max(0, round(seconds * self.rate)), self.frames)
        try:
            return self._sound.seek(frame) / self.rate
        except Undecodable as error:
            raise SourceError(
                f"{self._shown} can't be played from {seconds:.1f} s: {error}."
            ) from error

    def blocks(self) -> Iterator[NDArray[np.float32]]:
        """The rest of the file, a second at a time.

        Raises:
            SourceError: see :meth:`read`.
        """
        return in_blocks(self)

    def again(self) -> AudioFile:
        """See :class:`sound.Clip`."""
        return AudioFile(self.path)

    def close(self) -> None:
        """Let go of the file."""
        self._sound.close()


def readable(path: Path | str) -> str:
    """A path as it can be shown, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")
