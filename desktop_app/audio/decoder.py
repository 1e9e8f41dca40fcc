"""The interface of an open audio decoder, whichever library does the decoding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class DecodeError(Exception):
    """A file could not be decoded.

    The message continues a sentence that begins with the file's name, without the full stop.
    """


class HeaderMissing(DecodeError):
    """The file holds raw samples, whose sample rate and format no library can know."""


@dataclass(frozen=True)
class Tags:
    """Title, artist and genre from a file's metadata; empty where it has none."""

    title: str = ""
    artist: str = ""
    genre: str = ""


class Decoder(Protocol):
    """Decodes sample frames from first to last.

    Attributes:
        rate: sample rate in Hz.
        channels: number of channels.
        frames: length in sample frames, as far as the file states it.
        tags: the file's metadata.
        damaged: index of the first sample frame of each damaged section read so far; such sections
            are replaced by silence.
    """

    rate: int
    channels: int
    frames: int
    tags: Tags
    damaged: list[int]

    def read(self, frames: int) -> NDArray[np.float32]:
        """Decode the next sample frames.

        Args:
            frames: how many.

        Returns:
            (n, channels), full scale at 1; fewer than requested at the end, then none.

        Raises:
            DecodeError: the file is damaged here.
        """

    def tell(self) -> int:
        """Index of the next sample frame."""

    def seek(self, frame: int) -> int:
        """Move to a sample frame.

        Returns:
            Its index.

        Raises:
            DecodeError: the file could not be positioned there; the position is unchanged.
        """

    def close(self) -> None:
        """Close the file."""
