"""Decoding with libsndfile: wav, flac, ogg and similar formats."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from desktop_app.audio.decoder import DecodeError, HeaderMissing, Tags

OGG_PAGE_MAX_BYTES = 65_307
UNKNOWN_FRAMES = 2**62
"""libsndfile reports at least this many sample frames if a file does not state its length."""


class SndfileDecoder:
    """Decodes through soundfile what libsndfile decodes well.

    It implements :class:`decoder.Decoder`; libsndfile stops at damage, so ``damaged`` stays empty.
    """

    def __init__(self, path: Path) -> None:
        """Open a file.

        Args:
            path: of the file.

        Raises:
            HeaderMissing: the file holds raw samples.
            DecodeError: libsndfile does not support the file, or cannot tell how long it is.
        """
        self._path = path
        self._sound = self._opened()
        self.rate: int = self._sound.samplerate
        self.channels: int = self._sound.channels
        self.frames: int = self._sound.frames
        self.damaged: list[int] = []
        kind = self._sound.format
        # libsndfile estimates the length of an mp3 and reads no further, which can be half of it,
        # and reads only the first stream of an Ogg chain.
        unreliable = kind == "MP3" or (kind == "OGG" and _is_chain(path))
        if unreliable or self.frames >= UNKNOWN_FRAMES:
            self._sound.close()
            raise DecodeError("does not state its length")
        self.tags = Tags(*(getattr(self._sound, name) for name in ("title", "artist", "genre")))

    def _opened(self) -> soundfile.SoundFile:
        # On POSIX a file name is bytes, which need not be valid text.
        name = os.fsencode(self._path) if os.name == "posix" else self._path
        try:
            return _SequentialFile(name)
        except soundfile.LibsndfileError as error:
            raise DecodeError(
                f"is not an audio file that genre-monitor can decode: {_reason(error)}"
            ) from error
        except TypeError as error:
            # soundfile treats the extension .raw in this way.
            raise HeaderMissing(
                "has no header, so its sample rate and format are unknown. Save it as wav"
            ) from error

    def read(self, frames: int) -> NDArray[np.float32]:
        """Decode the next sample frames: (n, channels), fewer at the end, then none.

        Raises:
            DecodeError: the file is damaged here.
        """
        try:
            block: NDArray[np.float32] = self._sound.read(frames, dtype="float32", always_2d=True)
        except soundfile.LibsndfileError as error:
            raise DecodeError(_reason(error)) from error
        return block

    def tell(self) -> int:
        """Index of the next sample frame."""
        return int(self._sound.tell())

    def seek(self, frame: int) -> int:
        """Move to a sample frame and return its index.

        Raises:
            DecodeError: libsndfile could not seek there; the position is unchanged.
        """
        before = self._sound.tell()
        try:
            return int(self._sound.seek(frame))
        except soundfile.LibsndfileError as error:
            # After one failed seek libsndfile fails all later ones too.
            self._sound.close()
            self._sound = self._opened()
            self._sound.seek(before)
            raise DecodeError(_reason(error)) from error

    def close(self) -> None:
        """Close the file."""
        self._sound.close()


class _SequentialFile(soundfile.SoundFile):  # type: ignore[misc]
    """Reads block after block without the seek that soundfile does after each one.

    That seek discards what the codec has decoded beyond the block: of a flac file played in blocks
    of 2048 sample frames, every block would be decoded twice.
    """

    def seekable(self) -> bool:
        """Tell soundfile not to seek after a read; explicit seeks still work."""
        return False


def _is_chain(path: Path) -> bool:
    """Whether an Ogg file ends with another logical stream than it begins with.

    Source: RFC 3533, section 6: a page begins with ``OggS``; its bytes 14 to 17 are the serial
    number of the logical stream.
    """
    with path.open("rb") as file:
        first = file.read(18)
        file.seek(max(0, path.stat().st_size - OGG_PAGE_MAX_BYTES))
        rest = file.read()
    last = rest.rfind(b"OggS")
    return 0 <= last <= len(rest) - 18 and rest[last + 14 : last + 18] != first[14:]


def _reason(error: soundfile.LibsndfileError) -> str:
    return str(error.error_string).rstrip(".")
