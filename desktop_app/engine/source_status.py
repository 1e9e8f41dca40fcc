"""What the source of the monitor is doing, for whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from desktop_app.audio.clip import Clip
from desktop_app.audio.decoder import Tags


class Activity(Enum):
    """What the source is doing; the value is the word shown."""

    STOPPED = "stopped"
    OPENING = "opening"
    LISTENING = "listening"
    SILENT = "silent"
    """Listening, to nothing but zeros."""
    PLAYING = "playing"
    PAUSED = "paused"
    ENDED = "ended"
    NO_SIGNAL = "no signal"
    RECOVERING = "recovering"
    """The device was lost and is looked for."""
    FAILED = "failed"


@dataclass(frozen=True)
class SourceStatus:
    """A glance at the source.

    Attributes:
        activity: what it is doing.
        source: name of the device or file, empty without one.
        message: one sentence if something is not as expected, else empty.
        rate: sample frames a second, 0 without a source.
        channels: 0 without a source.
        latency_s: the device's own share of the delay from sound to screen, in seconds.
        overflows: blocks before which the device had to drop sound.
        position_s: what is heard now, in seconds into the file; 0 for a device.
        duration_s: the file's length, None for a device.
        first_stream: number of the first stretch of sound of this source; see
            ``analysis.frame.AnalysisFrame``.
        path: of the file, None for a device and for what it gave a moment ago.
        again: opens the file, or what is like one, once more; None for a device.
        tags: what the file says of itself.
        number: which of the files to be played it is, from 1; 0 for a device.
        files: how many these are.
    """

    activity: Activity = Activity.STOPPED
    source: str = ""
    message: str = ""
    rate: int = 0
    channels: int = 0
    latency_s: float = 0.0
    overflows: int = 0
    position_s: float = 0.0
    duration_s: float | None = None
    first_stream: int = 0
    path: Path | None = None
    again: Callable[[], Clip] | None = None
    tags: Tags = field(default_factory=Tags)
    number: int = 0
    files: int = 0

    @property
    def is_file(self) -> bool:
        """Whether the source has a play head."""
        return self.duration_s is not None

    @property
    def is_replay(self) -> bool:
        """Whether it is what a device gave a moment ago."""
        return self.is_file and self.path is None

    @property
    def running(self) -> bool:
        """Whether new sound should be coming."""
        return self.activity in (Activity.LISTENING, Activity.SILENT, Activity.PLAYING)
