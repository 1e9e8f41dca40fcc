"""Audio files, decoded block by block by libsndfile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from desktop_app.audio.errors import SourceError
from model.features import SAMPLE_RATE, WINDOW_SAMPLES

BLOCK_SECONDS = 0.25
WINDOW_SECONDS = WINDOW_SAMPLES / SAMPLE_RATE
EXTENSIONS = (".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aif", ".aiff", ".au", ".caf")


class AudioFile:
    """A file open for reading.

    Attributes:
        path: where it is.
        rate: sample frames a second.
        channels: how many.
        frames: sample frames, as the header says.
    """

    def __init__(self, path: Path) -> None:
        """
        Raises:
            SourceError: it is not there, not readable, not audio, or too short for one window.
        """
        self.path = path
        try:
            if path.is_dir():
                raise SourceError(f"{path} is a folder, not an audio file.")
            with path.open("rb") as file:
                empty = not file.read(1)
        except FileNotFoundError as error:
            raise SourceError(f"There is no file {path}.") from error
        except OSError as error:
            raise SourceError(f"{path} can't be read: {error.strerror}.") from error
        if empty:
            raise SourceError(f"{path} is empty.")
        try:
            self._sound = soundfile.SoundFile(path)
        except soundfile.LibsndfileError as error:
            raise SourceError(
                f"{path} is not an audio file that can be opened (wav, flac, ogg, mp3 can): "
                f"{error.error_string.rstrip('.')}."
            ) from error
        self.rate: int = self._sound.samplerate
        self.channels: int = self._sound.channels
        self.frames: int = self._sound.frames
        if self.duration_s < WINDOW_SECONDS:
            self._sound.close()
            raise SourceError(
                f"{path} is too short: {self.duration_s:.2f} s, and one look at the sound takes "
                f"{WINDOW_SECONDS:.2f} s."
            )

    @property
    def duration_s(self) -> float:
        """Length in seconds, as the header says."""
        return self.frames / self.rate

    def read(self, frames: int) -> NDArray[np.float32]:
        """The next sample frames: (n, channels), fewer than asked for at the end, then none.

        Raises:
            SourceError: the file is damaged from here on.
        """
        at = self._sound.tell() / self.rate
        try:
            block: NDArray[np.float32] = self._sound.read(frames, dtype="float32", always_2d=True)
        except soundfile.LibsndfileError as error:
            raise SourceError(
                f"{self.path} is damaged after {at:.1f} s: {error.error_string.rstrip('.')}."
            ) from error
        return block

    def seek(self, seconds: float) -> float:
        """Go to a place, clipped to the file's length.

        Returns:
            Where that is, in seconds.

        Raises:
            SourceError: the file doesn't allow it.
        """
        frame = min(max(0, round(seconds * self.rate)), self.frames)
        try:
            return float(self._sound.seek(frame) / self.rate)
        except soundfile.LibsndfileError as error:
            raise SourceError(
                f"{self.path} can't be played from {seconds:.1f} s: {error.error_string}"
            ) from error

    def blocks(self) -> Iterator[NDArray[np.float32]]:
        """The rest of the file, a quarter of a second at a time.

        Raises:
            SourceError: see :meth:`read`.
        """
        size = max(1, int(self.rate * BLOCK_SECONDS))
        while len(block := self.read(size)):
            yield block

    def close(self) -> None:
        """Let go of the file."""
        self._sound.close()
