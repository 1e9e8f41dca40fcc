"""The interface of an open audio decoder, whichever library does the decoding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.sound_tracks import SoundTracks
from desktop_app.formatting.reason import reason_of
from resources.languages import N_

NOT_AUDIO = N_("is not an audio file that genre-monitor can decode: ")
"""Before a library's reason."""
MAX_DAMAGED_PACKETS = 500
"""In a row; nothing worth hearing follows after that many."""


class DecodeError(Exception):
    """A file could not be decoded.

    The message continues a sentence that begins with the file's name, without the full stop.
    """


class HeaderMissing(DecodeError):
    """The file holds raw samples, whose sample rate and format no library can know."""


@contextmanager
def decoding(beginning: str = "", reason: Callable[[Exception], str] = reason_of) -> Iterator[None]:
    """Turn whatever a library raises about a file into a DecodeError.

    Args:
        beginning: of its message, before the library's reason.
        reason: finds the reason in what was raised.

    Raises:
        DecodeError: the block raised anything.
    """
    try:
        yield
    except DecodeError:
        raise
    except Exception as error:
        # Given a damaged file, decoders can raise anything.
        raise DecodeError(beginning + reason(error)) from error


@dataclass(frozen=True)
class Tags:
    """What a file's metadata says; empty where it has none.

    Attributes:
        title: of the piece.
        artist: who plays it.
        genre: one or several.
        recorded: when it was recorded, on the recorder's clock or with an offset from UTC; only
            with the time of day.
    """

    title: str = ""
    artist: str = ""
    genre: str = ""
    recorded: datetime | None = None


class Decoder(Protocol):
    """Decodes sample frames from first to last.

    Attributes:
        rate: sample rate in Hz.
        channels: number of channels.
        frames: length in sample frames, as far as it is known before everything is decoded.
        promised: how many sample frames the file says it holds, so that sound is missing if there
            are fewer; 0 if it does not say.
        tags: the file's metadata.
        tracks: its audio tracks, if there are several.
        damaged: index of the first sample frame of each damaged section read so far; such sections
            are replaced by silence.
    """

    rate: int
    channels: int
    frames: int
    promised: int
    tags: Tags
    tracks: SoundTracks
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
