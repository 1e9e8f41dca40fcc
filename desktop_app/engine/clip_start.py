"""Where and how a clip begins to play."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.engine.playlist import Playlist


@dataclass(frozen=True)
class ClipStart:
    """The beginning of a clip.

    Attributes:
        position_s: in seconds, None for its beginning.
        paused: whether it starts paused.
        loop: the part that is repeated, (start, end) in seconds.
        playlist: the one it belongs to, None for a replay.
        message: one or more sentences on why this clip is played, else empty.
    """

    playlist: Playlist | None
    position_s: float | None = None
    paused: bool = False
    loop: tuple[float, float] | None = None
    message: str = ""
