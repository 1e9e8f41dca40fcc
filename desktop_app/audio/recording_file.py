"""A FLAC file that sound is recorded into, and how much of it can be read back."""

from __future__ import annotations

import contextlib
import errno
import time
from pathlib import Path
from typing import Any

import soundfile
from numpy.typing import NDArray

from desktop_app.audio.sndfile_decoder import UNKNOWN_FRAMES, file_name
from resources.languages import N_, gettext

COUNTED_FRAMES = 512
"""Counting the frames of a file without a stated length misses up to one such block."""
REFUSED = N_("the disk accepts no more data")
"""libsndfile does not pass on the system's reason."""


class RecordingFile:
    """A new file of 24 bits per sample.

    Attributes:
        path: of the file.
        frames: sample frames written to it; once it is closed, those that can be read back.
    """

    def __init__(self, folder: Path, rate: int, channels: int) -> None:
        """Create a file named after the current date and time.

        Args:
            folder: to create it in; must exist.
            rate: sample rate in Hz, up to 655 350.
            channels: 1 to 8.

        Raises:
            OSError: it could not be created; ``strerror`` says why.
        """
        self.frames = 0
        self.path = _new_path(folder)
        self._rate = rate
        try:
            self._file: Any = soundfile.SoundFile(
                file_name(self.path),
                "w",
                rate,
                channels,
                subtype="PCM_24",
                format="FLAC",
            )
        except soundfile.LibsndfileError as error:
            self.path.unlink(missing_ok=True)
            reason = gettext("FLAC does not support {channels} channels at {rate} Hz").format(
                channels=channels, rate=rate
            )
            raise OSError(errno.EINVAL, reason) from error

    @property
    def seconds(self) -> float:
        """Length of the sound in it, in seconds."""
        return self.frames / self._rate

    @property
    def kept(self) -> bool:
        """Whether the file is kept: it is still being written, or it contains sound."""
        return self._file is not None or self.frames > 0

    def write(self, block: NDArray[Any]) -> None:
        """Append a block of sound.

        Args:
            block: (n, channels); what exceeds full scale at 1 is clipped.

        Raises:
            OSError: the disk does not accept it.
        """
        try:
            self._file.write(block)
        except soundfile.LibsndfileError as error:
            raise OSError(errno.EIO, gettext(REFUSED)) from error
        self.frames += len(block)

    def flush(self) -> None:
        """Write buffered sound to the disk, as far as FLAC's blocks allow."""
        self._file.flush()

    def close(self) -> None:
        """Close the file, and delete it if there is no sound in it.

        Raises:
            OSError: not everything that was written is in it.
        """
        if self._file is None:
            return
        file, self._file = self._file, None
        # libsndfile may not say that FLAC's last block was refused; what can be read back shows it.
        with contextlib.suppress(soundfile.LibsndfileError):
            file.close()
        written, self.frames = self.frames, min(self.frames, _readable_frames(self.path))
        if written and not self.path.exists():
            raise OSError(errno.ENOENT, gettext("the file was deleted or moved"))
        if not self.frames:
            self.path.unlink(missing_ok=True)
        if self.frames < written:
            raise OSError(errno.EIO, gettext(REFUSED))


def _new_path(folder: Path) -> Path:
    name = time.strftime("genre-monitor %Y-%m-%d %H.%M.%S")
    number = 1
    while True:
        path = folder / (f"{name}.flac" if number == 1 else f"{name} {number}.flac")
        try:
            # Of two programs that record into one folder, neither may overwrite the other's file.
            path.open("xb").close()
        except FileExistsError:
            number += 1
        else:
            return path


def _readable_frames(path: Path) -> int:
    count = 0
    try:
        with soundfile.SoundFile(file_name(path)) as file:
            # The header of a file that could not be finished states no length.
            if file.frames < UNKNOWN_FRAMES:
                return int(file.frames)
            while block := len(file.read(COUNTED_FRAMES)):
                count += block
    except soundfile.LibsndfileError:
        pass
    return count
