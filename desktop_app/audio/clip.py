"""The interface of a clip: sound with a beginning and an end, such as a file or a replay."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.decoder import Tags
from desktop_app.audio.sound_tracks import SoundTracks
from model.features import SAMPLE_RATE, WINDOW_SAMPLES

WINDOW_SECONDS = WINDOW_SAMPLES / SAMPLE_RATE
"""Length of the sound behind one window: nothing shorter can be analysed."""
BLOCK_SECONDS = 1.0
"""Length of the blocks that :meth:`Clip.blocks` yields."""


class Clip(Protocol):
    """Sample frames with a beginning and an end, read from one thread.

    Attributes:
        name: the name to display.
        path: of the file, None for what is only in memory.
        rate: sample frames per second.
        channels: number of channels.
        tags: title, artist and genre as the file states them.
        tracks: the file's audio tracks, if there are several.
        recorded: when the file was recorded; see :attr:`AudioFile.recorded`.
    """

    name: str
    rate: int
    channels: int
    tags: Tags
    tracks: SoundTracks

    @property
    def path(self) -> Path | None:
        """Path of the file, None for what is only in memory."""

    @property
    def recorded(self) -> datetime | None:
        """When the file was recorded, None if that is not known."""

    @property
    def content_key(self) -> Hashable:
        """Identifies the sound; differs after a file was overwritten."""

    @property
    def fault(self) -> str:
        """One sentence if something read so far was damaged and is silent, else empty."""

    @property
    def duration_s(self) -> float:
        """Length in seconds, as known before everything was read."""

    def read(self, frames: int) -> NDArray[np.float32]:
        """Read the next sample frames.

        Args:
            frames: how many at most.

        Returns:
            (n, channels), full scale at 1; fewer than requested at the end, then none.

        Raises:
            SourceError: it could not be decoded any further.
        """

    def seek(self, seconds: float) -> float:
        """Continue from another position, clipped to the length.

        Returns:
            That position, in seconds.

        Raises:
            SourceError: that is not possible; reading continues where it was.
        """

    def blocks(self) -> Iterator[NDArray[np.float32]]:
        """Read the rest in blocks of ``BLOCK_SECONDS``, (n, channels) each.

        Raises:
            SourceError: it could not be decoded any further.
        """

    def reopen(self) -> Clip:
        """Open the same clip again, at its beginning.

        Raises:
            SourceError: it can no longer be opened.
        """

    def close(self) -> None:
        """Close the file, if there is one."""


def in_blocks(clip: Clip) -> Iterator[NDArray[np.float32]]:
    """Read the rest of a clip; the implementation of :meth:`Clip.blocks` in all of them."""
    size = max(1, int(clip.rate * BLOCK_SECONDS))
    while len(block := clip.read(size)):
        yield block
