"""What a file that is open for decoding offers, whichever library decodes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Undecodable(Exception):
    """What is wrong with a file; goes on from its name to a sentence, without full stop."""


class Headerless(Undecodable):
    """Bare samples, of which no library can know what they are."""


@dataclass(frozen=True)
class Tags:
    """What a file says of itself; empty where it doesn't."""

    title: str = ""
    artist: str = ""
    genre: str = ""


class Decoder(Protocol):
    """Sample frames from first to last.

    Attributes:
        rate: sample frames a second.
        channels: how many.
        frames: sample frames, as far as the file tells.
        tags: what it says of itself.
        damaged: indices of sample frames from which on something couldn't be decoded and is silent,
            of all that was read so far.
    """

    rate: int
    channels: int
    frames: int
    tags: Tags
    damaged: list[int]

    def read(self, frames: int) -> NDArray[np.float32]:
        """The next sample frames: (n, channels), fewer than asked for at the end, then none.

        Raises:
            Undecodable: the file is damaged here.
        """

    def tell(self) -> int:
        """Index of the next sample frame."""

    def seek(self, frame: int) -> int:
        """Go to a sample frame.

        Returns:
            Its index.

        Raises:
            Undecodable: the file doesn't allow it, and stays where it was.
        """

    def close(self) -> None:
        """Let go of the file."""
