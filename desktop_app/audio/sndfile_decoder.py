"""Decoding by libsndfile: wav, flac, ogg and their like."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from desktop_app.audio.decoder import Headerless, Tags, Undecodable

LARGEST_PAGE_BYTES = 65_307
"""Of Ogg."""
LONGEST_FRAMES = 2**62
"""libsndfile's way to say that a file doesn't tell its length."""


class SndfileDecoder:
    """See :class:`decoder.Decoder`."""

    def __init__(self, path: Path) -> None:
        """
        Raises:
            Undecodable: libsndfile can't, or not well: it doesn't know how long the file is.
        """
        self._path = path
        self._sound = self._opened()
        self.rate: int = self._sound.samplerate
        self.channels: int = self._sound.channels
        self.frames: int = self._sound.frames
        self.damaged: list[int] = []
        kind = self._sound.format
        # Of mp3 it reads no more than it guesses, which can be half; of a chain only the first.
        badly = kind == "MP3" or (kind == "OGG" and _is_chain(path))
        if badly or self.frames >= LONGEST_FRAMES:
            self._sound.close()
            raise Undecodable("doesn't say how long it is")
        self.tags = Tags(*(getattr(self._sound, name) for name in ("title", "artist", "genre")))

    def _opened(self) -> soundfile.SoundFile:
        # As bytes where names are bytes: they need not be text.
        name = os.fsencode(self._path) if os.name == "posix" else self._path
        try:
            return _ReadOn(name)
        except soundfile.LibsndfileError as error:
            raise Undecodable(
                f"is not an audio file that can be opened: {_reason(error)}"
            ) from error
        except TypeError as error:
            # What soundfile makes of the ending .raw.
            raise Headerless(
                "is sound without a header, so its rate and format are unknown. Save it as wav"
            ) from error

    def read(self, frames: int) -> NDArray[np.float32]:
        """See :class:`decoder.Decoder`."""
        try:
            block: NDArray[np.float32] = self._sound.read(frames, dtype="float32", always_2d=True)
        except soundfile.LibsndfileError as error:
            raise Undecodable(_reason(error)) from error
        return block

    def tell(self) -> int:
        """See :class:`decoder.Decoder`."""
        return int(self._sound.tell())

    def seek(self, frame: int) -> int:
        """See :class:`decoder.Decoder`."""
        before = self._sound.tell()
        try:
            return int(self._sound.seek(frame))
        except soundfile.LibsndfileError as error:
            # After a failed seek libsndfile fails every other, too.
            self._sound.close()
            self._sound = self._opened()
            self._sound.seek(before)
            raise Undecodable(_reason(error)) from error

    def close(self) -> None:
        """See :class:`decoder.Decoder`."""
        self._sound.close()


class _ReadOn(soundfile.SoundFile):  # type: ignore[misc]
    """Reads on from where it is; soundfile itself seeks there after each block.

    What a codec had decoded beyond the block would be decoded anew: of a flac file, played in
    blocks of 2048 sample frames, every block twice.
    """

    def seekable(self) -> bool:
        """Only soundfile asks; libsndfile's own seek works all the same."""
        return False


def _is_chain(path: Path) -> bool:
    """Whether the last page of an Ogg file belongs to another stream than the first.

    Source: RFC 3533, section 6: a page begins with ``OggS``; bytes 14 to 18 number its stream.
    """
    with path.open("rb") as file:
        first = file.read(18)
        file.seek(max(0, path.stat().st_size - LARGEST_PAGE_BYTES))
        rest = file.read()
    last = rest.rfind(b"OggS")
    return 0 <= last <= len(rest) - 18 and rest[last + 14 : last + 18] != first[14:]


def _reason(error: soundfile.LibsndfileError) -> str:
    return str(error.error_string).rstrip(".")
