"""What is open, being opened or reconnected, as one value that is replaced as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.audio.source import Playback, Source
from desktop_app.audio.stream_segment import StreamSegment
from desktop_app.engine.playlist import Playlist
from desktop_app.engine.source_health import LostSource


@dataclass(frozen=True)
class BeingOpened:
    """A source that is being opened.

    Attributes:
        name: of the device, stream or file, for people.
        is_input: whether it is an input device or a stream.
    """

    name: str
    is_input: bool


@dataclass(frozen=True)
class SourceState:
    """The source at one moment.

    Other threads read one such value, because two attributes read one after the other could belong
    to two different sources.

    Attributes:
        source: what is open, None for nothing.
        playlist: the current one; None at first, and after an input was opened.
        loop: the part of the file that is repeated, (start, end) in seconds.
        lost: the source that failed and is being reconnected, None without one.
        failed: whether nothing is open because the source requested last could not be opened.
        opening: what is being opened now, None for nothing.
        begun_at: clock time, in seconds, at which the source was opened.
        message: one or more sentences if something isn't as requested, else empty.
        silence: one sentence if a file plays without an audio output, else empty.
        listing: one sentence if the input devices could not be listed, else empty.
        closed_stream: ``first_stream`` of the source that was closed last.
    """

    source: Source | None = None
    playlist: Playlist | None = None
    loop: tuple[float, float] | None = None
    lost: LostSource | None = None
    failed: bool = False
    opening: BeingOpened | None = None
    begun_at: float = 0.0
    message: str = ""
    silence: str = ""
    listing: str = ""
    closed_stream: int = 0

    @property
    def playback(self) -> Playback | None:
        """How to control the file or replay that is open, None for an input or nothing."""
        return None if self.source is None else self.source.playback

    @property
    def segment(self) -> StreamSegment | None:
        """What is heard of the source, None for nothing."""
        return None if self.source is None else self.source.segment

    @property
    def input_segment(self) -> StreamSegment | None:
        """What is heard of an input device, None while none is open."""
        return self.segment if self.playback is None else None

    @property
    def latency_s(self) -> float:
        """The device's own share of the delay from sound to screen, in seconds."""
        return 0.0 if self.source is None else self.source.latency_s

    @property
    def position_s(self) -> float | None:
        """Position in the file or replay, in seconds; None if none is open."""
        return None if self.playback is None else self.playback.position_s

    @property
    def replaying(self) -> bool:
        """Whether the source repeats what an input delivered before."""
        playback = self.playback
        return playback is not None and playback.path is None

    @property
    def has_more(self) -> bool:
        """Whether more follows when the current clip has ended."""
        return self.replaying or (self.playlist is not None and bool(self.playlist.upcoming))

    @property
    def over(self) -> bool:
        """Whether the playlist has been played to its end."""
        source = self.source
        if source is None or self.playlist is None or self.has_more:
            return False
        return source.vital_signs.ended

    @property
    def restarted(self) -> Playlist | None:
        """Where the playlist continues once it was stopped: at its first file if it is over."""
        return self.playlist.from_start() if self.playlist and self.over else self.playlist

    @property
    def on_input(self) -> bool:
        """Whether an input device is open, being opened or reconnected."""
        if self.source is not None and self.playback is None:
            return True
        return any(each is not None and each.is_input for each in (self.opening, self.lost))

    @property
    def first_stream(self) -> int:
        """Number of the first segment that isn't stale; see :class:`SourceStatus`."""
        if self.source is None:
            return self.closed_stream
        # Read first, because a seek may be completed between the two reads.
        number = self.source.segment.number
        playback = self.playback
        if playback is not None and playback.seeking:
            return number + 1
        return self.source.segment.number

    @property
    def sentences(self) -> tuple[str, ...]:
        """Messages for the user; some may be empty."""
        return (self.message, self.silence, self.listing)
