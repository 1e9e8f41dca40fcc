"""The status of the source, for display."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from desktop_app.audio.decoder import Tags
from desktop_app.audio.sound_tracks import SoundTracks
from desktop_app.engine.playlist import Playlist
from resources.languages import N_


class Activity(Enum):
    """What the source is doing; the value is the word shown."""

    STOPPED = N_("stopped")
    OPENING = N_("opening")
    LISTENING = N_("listening")
    SILENT = N_("silent")
    """Listening to digital silence."""
    PLAYING = N_("playing")
    PAUSED = N_("paused")
    ENDED = N_("ended")
    NO_SIGNAL = N_("no signal")
    RECOVERING = N_("recovering")
    """The device was lost; reconnecting until it returns."""
    FAILED = N_("failed")


@dataclass(frozen=True)
class SourceStatus:
    """The source at one moment.

    Attributes:
        activity: what it is doing.
        source: name of the device, stream or file, empty without one.
        message: one or more sentences if something is not as expected, else empty.
        rate: sample rate in Hz, 0 without a source.
        channels: number of channels, 0 without a source.
        latency_s: the device's own share of the delay from sound to screen, in seconds.
        overflows: number of blocks before which the device had to drop sound.
        first_stream: anything computed from a segment with a smaller number (see
            :class:`StreamSegment`) is stale, because of another source or a seek.
        position_s: position in the file, in seconds; 0 for an input device.
        duration_s: length of the file in seconds, None for an input device.
        on_network: whether it is a network stream, connected or lost.
        path: of the file, None for anything else.
        tags: title, artist and genre as the file states them.
        tracks: the file's audio tracks, if there are several.
        loop: the part that is repeated, (start, end) in seconds, None without one.
        playlist: the one being played, None for an input device and for a replay.
    """

    activity: Activity = Activity.STOPPED
    source: str = ""
    message: str = ""
    rate: int = 0
    channels: int = 0
    latency_s: float = 0.0
    overflows: int = 0
    first_stream: int = 0
    position_s: float = 0.0
    duration_s: float | None = None
    on_network: bool = False
    path: Path | None = None
    tags: Tags = field(default_factory=Tags)
    tracks: SoundTracks = field(default_factory=SoundTracks)
    loop: tuple[float, float] | None = None
    playlist: Playlist | None = None

    @property
    def number(self) -> int:
        """Position of the file in the playlist, from 1; 0 without one."""
        return self.playlist.number if self.playlist else 0

    @property
    def files(self) -> int:
        """Length of the playlist, 0 without one."""
        return self.playlist.count if self.playlist else 0

    @property
    def is_file(self) -> bool:
        """Whether the source has a playback position."""
        return self.duration_s is not None

    @property
    def is_replay(self) -> bool:
        """Whether it is a replay of an input device."""
        return self.is_file and self.path is None

    @property
    def running(self) -> bool:
        """Whether new sound is expected."""
        return self.activity in (Activity.LISTENING, Activity.SILENT, Activity.PLAYING)
