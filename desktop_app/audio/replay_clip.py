"""The last seconds of an input, kept in memory and played like a file."""

from __future__ import annotations

import time
from collections.abc import Hashable

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.clip import WINDOW_SECONDS, in_blocks
from desktop_app.audio.decoder import Tags
from desktop_app.audio.sound_tracks import SoundTracks
from desktop_app.audio.source import Source
from desktop_app.audio.source_error import SourceError
from desktop_app.formatting.local import local
from resources.languages import gettext

REPLAYED_SECONDS = 30.0
KEPT_SECONDS = REPLAYED_SECONDS + 4.0
"""What an input keeps for it; also how long the analysis may stall before sound is lost."""


class ReplayClip:
    """A :class:`clip.Clip` of sample frames in memory."""

    path = None
    fault = ""
    tags = Tags()
    tracks = SoundTracks()
    recorded = None

    def __init__(self, name: str, rate: int, samples: NDArray[np.float32]) -> None:
        """Start at the first sample frame.

        Args:
            name: the name to display.
            rate: sample frames per second.
            samples: (n, channels); never written to.
        """
        self.name = name
        self.rate = rate
        self.channels = samples.shape[1]
        self._samples = samples
        self._at = 0

    @property
    def content_key(self) -> Hashable:
        """The identity of the sample frames."""
        return id(self._samples)

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return len(self._samples) / self.rate

    def read(self, frames: int) -> NDArray[np.float32]:
        """Read the next sample frames: (n, channels), none at the end."""
        block = self._samples[self._at : self._at + frames]
        self._at += len(block)
        return block

    def seek(self, seconds: float) -> float:
        """Continue from another position, clipped to the length; returns it, in seconds."""
        self._at = min(max(0, round(seconds * self.rate)), len(self._samples))
        return self._at / self.rate

    blocks = in_blocks

    def reopen(self) -> ReplayClip:
        """Return a clip of the same sample frames, at its beginning."""
        return ReplayClip(self.name, self.rate, self._samples)

    def close(self) -> None:
        """Do nothing, because nothing is open."""


def last_heard(source: Source) -> ReplayClip:
    """Copy what an input delivered in the last half minute, or since it was opened.

    Args:
        source: an input device; it may keep writing meanwhile.

    Raises:
        SourceError: that is shorter than one window.
    """
    ring = source.segment.ring
    stop = ring.written
    # Sound that is being written now may overwrite the oldest.
    spare = ring.capacity // 16
    start = max(0, stop - round(REPLAYED_SECONDS * source.rate), stop - ring.capacity + spare)
    seconds = (stop - start) / source.rate
    if seconds < WINDOW_SECONDS:
        raise SourceError(
            gettext(
                "“{name}” has delivered only {seconds:.1f} s so far. A replay needs at least "
                "{least:.1f} s. Try again in a moment."
            ).format(name=source.name, seconds=local(seconds), least=local(WINDOW_SECONDS))
        )
    samples = ring.read(start, stop)
    if samples is None:
        raise SourceError(
            gettext("Could not copy the last sound of “{name}”. Try again.").format(
                name=source.name
            )
        )
    name = gettext("{name}, the {seconds:.0f} s before {time}").format(
        name=source.name, seconds=local(seconds), time=time.strftime("%H:%M:%S")
    )
    return ReplayClip(name, source.rate, samples)
