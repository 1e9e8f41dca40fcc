"""The interface of a source: an input device, a network stream, a file or a replay."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_app.audio.clip import Clip
from desktop_app.audio.decoder import Tags
from desktop_app.audio.sound_tracks import SoundTracks
from desktop_app.audio.stream_segment import StreamSegment


@dataclass(frozen=True)
class VitalSigns:
    """The observations of a source from which its health is judged.

    Attributes:
        ended: an input stopped on its own, or a clip or a network stream has been heard to its end.
        active_at: clock time, in seconds, at which an input last delivered sound, or at which the
            output of a clip last requested some; 0 before the first time.
        paused: a clip is paused.
        audible: whether the device that sets the pace can fail: False for silent playback.
        why: one sentence if a network stream has ended because it was lost, else empty.
    """

    ended: bool
    active_at: float
    paused: bool = False
    audible: bool = True
    why: str = ""


class Playback(Protocol):
    """The controls of a source with a beginning and an end; used from one thread.

    Attributes:
        path: of the file, None for a replay.
        reopen: opens the same clip again at its beginning; raises SourceError.
        content_key: identifies the sound; differs after a file was overwritten.
        tags: title, artist and genre as the file states them.
        tracks: the file's audio tracks, if there are several.
        duration_s: length in seconds, as the header says.
    """

    @property
    def path(self) -> Path | None:
        """Path of the file, None for a replay."""

    @property
    def reopen(self) -> Callable[[], Clip]:
        """Opens the same clip again at its beginning; raises SourceError."""

    @property
    def content_key(self) -> Hashable:
        """Identifies the sound; differs after a file was overwritten."""

    @property
    def tags(self) -> Tags:
        """Title, artist and genre as the file states them."""

    @property
    def tracks(self) -> SoundTracks:
        """The file's audio tracks, if there are several."""

    @property
    def duration_s(self) -> float:
        """Length in seconds, as the header says."""

    @property
    def position_s(self) -> float:
        """Playback position in seconds; during a seek, its target."""

    @property
    def seeking(self) -> bool:
        """Whether a seek was requested and hasn't been completed yet."""

    @property
    def paused(self) -> bool:
        """Whether playback is paused."""

    @property
    def fault(self) -> str:
        """One sentence if the clip is damaged or a seek failed, else empty."""

    def pause(self) -> None:
        """Pause playback."""

    def resume(self) -> None:
        """Continue from where it was paused."""

    def seek(self, seconds: float) -> None:
        """Continue from another position, clipped to the length; returns at once."""

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        """Loop a part, (start, end) in seconds; None ends the loop."""

    def set_volume(self, volume: float) -> None:
        """Scale the output, 0 to 1; what is analysed stays the same."""


class Source(Protocol):
    """An input device, a network stream, a player, or a test's stand-in for them.

    Attributes:
        name: of the device, stream or file.
        rate: sample rate in Hz.
        channels: number of channels.
        latency_s: the device's own share of the delay from sound to screen, in seconds.
        overflows: number of blocks before which the device had to drop sound.
        segment: the current segment; a new object after a seek.
        playback: how to control it; None for a device or stream, which has no position.
        on_device: whether a device is held, so that calls to it may hang.
        on_network: whether its sound comes over a network, which may pause for seconds.
    """

    @property
    def name(self) -> str:
        """Name of the device, stream or file."""

    @property
    def rate(self) -> int:
        """Sample rate in Hz."""

    @property
    def channels(self) -> int:
        """Number of channels."""

    @property
    def latency_s(self) -> float:
        """The device's own share of the delay from sound to screen, in seconds."""

    @property
    def overflows(self) -> int:
        """Number of blocks before which the device had to drop sound."""

    @property
    def segment(self) -> StreamSegment:
        """The current segment; a new object after a seek."""

    @property
    def playback(self) -> Playback | None:
        """How to control it; None for a device or a network stream."""

    @property
    def on_device(self) -> bool:
        """Whether a device is held, so that calls to it may hang."""

    @property
    def on_network(self) -> bool:
        """Whether its sound comes over a network, which may pause for seconds."""

    @property
    def vital_signs(self) -> VitalSigns:
        """How it is doing now."""

    def start(self) -> None:
        """Start delivering sound.

        Raises:
            SourceError: the device could not be started; the source must still be closed.
        """

    def close(self) -> None:
        """Stop and release the device; may block."""
