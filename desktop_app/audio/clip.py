"""What a player asks of the sound it plays: a file, or what was heard a moment ago."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.decoder import Tags
from model.features import SAMPLE_RATE, WINDOW_SAMPLES

WINDOW_SECONDS = WINDOW_SAMPLES / SAMPLE_RATE
"""Of one look at the sound: nothing shorter can be analysed."""
BLOCK_SECONDS = 1.0
"""What :meth:`Clip.blocks` gives at a time."""


class Clip(Protocol):
    """Sample frames with a beginning and an end, read from one thread.

    Attributes:
        name: as it can be shown.
        path: of the file, None for what is only in memory.
        rate: sample frames a second.
        channels: how many.
        tags: what it says of itself.
    """

    name: str
    rate: int
    channels: int
    tags: Tags

    @property
    def path(self) -> Path | None:
        """See the class."""

    @property
    def fault(self) -> str:
        """One sentence if something of what was read so far is damaged and silent, else empty."""

    @property
    def duration_s(self) -> float:
        """Length in seconds, as far as that is known beforehand."""

    def read(self, frames: int) -> NDArray[np.float32]:
        """The next sample frames: (n, channels), fewer than asked for at the end, then none.

        Raises:
            SourceError: it breaks off here.
        """

    def seek(self, seconds: float) -> float:
        """Go to a place, clipped to the length.

        Returns:
            Where that is, in seconds.

        Raises:
            SourceError: that isn't possible; it stays where it was.
        """

    def blocks(self) -> Iterator[NDArray[np.float32]]:
        """The rest, ``BLOCK_SECONDS`` at a time.

        Raises:
            SourceError: see :meth:`read`.
        """

    def again(self) -> Clip:
        """The same, opened anew at its beginning.

        Raises:
            SourceError: that isn't possible any more.
        """

    def close(self) -> None:
        """Let go of it."""


def in_blocks(sound: Clip) -> Iterator[NDArray[np.float32]]:
    """See :meth:`Clip.blocks`."""
    size = max(1, int(sound.rate * BLOCK_SECONDS))
    while len(block := sound.read(size)):
        yield block
