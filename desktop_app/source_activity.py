"""What a source is doing, told from its signs of life."""

from __future__ import annotations

from desktop_app.audio.player import FilePlayer
from desktop_app.audio.source import Source
from desktop_app.status import Activity

NO_SIGNAL_SECONDS = 1.0
"""A device that is on and gives or takes nothing for longer than this has a fault."""


def activity_of(source: Source, now: float, opened_at: float, more: bool) -> tuple[Activity, str]:
    """What the source is doing, and one sentence if that is a fault, else an empty one.

    Args:
        source: open.
        now: clock time.
        opened_at: clock time at which it was opened.
        more: whether another file comes when this one has ended.
    """
    if isinstance(source, FilePlayer):
        return _of_file(source, now - max(source.asked_at, opened_at), more)
    if source.ended:
        return Activity.FAILED, (
            f"“{source.name}” stopped giving sound. Connect it again and press Start, or choose "
            "another input."
        )
    silent_s = now - max(source.feed.marked_at, opened_at)
    if silent_s > NO_SIGNAL_SECONDS:
        return Activity.NO_SIGNAL, f"No sound from “{source.name}” for {silent_s:.0f} s."
    return Activity.LISTENING, ""


def _of_file(player: FilePlayer, unasked_s: float, more: bool) -> tuple[Activity, str]:
    if player.ended and not more:
        return Activity.ENDED, player.fault
    if unasked_s > NO_SIGNAL_SECONDS:
        return Activity.NO_SIGNAL, (
            f"The loudspeaker takes no sound of “{player.name}” any more. Connect it again, or "
            "choose another in the system's settings; then press Stop and Start."
        )
    return Activity.PAUSED if player.paused else Activity.PLAYING, player.fault
