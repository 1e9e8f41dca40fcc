"""What the monitor asks of anything that gives sound."""

from __future__ import annotations

from typing import Protocol

from desktop_app.audio.stream_segment import StreamSegment


class Source(Protocol):
    """A microphone, a player, or a test's stand-in for them.

    Attributes:
        name: of the device or file.
        rate: sample frames a second.
        channels: how many.
        latency_s: the device's own share of the delay from sound to screen, in seconds.
        overflows: blocks before which the device had to drop sound.
        feed: the present stretch of sound; a new object after a jump.
        ended: nothing more will come, because the file is over or the device has gone.
    """

    @property
    def name(self) -> str:
        """See the class."""

    @property
    def rate(self) -> int:
        """See the class."""

    @property
    def channels(self) -> int:
        """See the class."""

    @property
    def latency_s(self) -> float:
        """See the class."""

    @property
    def overflows(self) -> int:
        """See the class."""

    @property
    def feed(self) -> StreamSegment:
        """See the class."""

    @property
    def ended(self) -> bool:
        """See the class."""

    def start(self) -> None:
        """Begin to give sound.

        Raises:
            SourceError: the device refuses; the source must still be closed.
        """

    def close(self) -> None:
        """Stop and let go of the device; may block."""
