"""What a source is doing, told from its signs of life."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from desktop_app.audio.player import FilePlayer
from desktop_app.audio.source import Source
from desktop_app.engine.source_status import Activity

NO_SIGNAL_SECONDS = 1.0
"""A device that is on and gives or takes nothing for longer than this has a fault."""
LOST_SECONDS = 2.0
"""After so long it is let go of and opened again."""
ZERO_SECONDS = 3.0
"""A microphone that is not blocked gives some noise sooner than this."""
WHERE_TO_ALLOW = {
    "darwin": "System Settings → Privacy & Security → Microphone",
    "win32": "Settings → Privacy & security → Microphone",
    "linux": "the system's sound settings, where the input may be muted, and the permissions of "
    "the Flatpak or Snap, if this is one",
}


@dataclass(frozen=True)
class Signs:
    """What can be seen of a source from outside.

    Attributes:
        ended: an input stopped by itself, or a file has been heard to its end.
        unheard_s: seconds since it last gave sound, or since a loudspeaker last asked for some.
        zeros_s: seconds for which an input has given nothing but zeros.
        paused: a file waits.
        audible: a file is played to a loudspeaker.
        more: another file comes when this one has ended.
    """

    ended: bool = False
    unheard_s: float = 0.0
    zeros_s: float = 0.0
    paused: bool = False
    audible: bool = False
    more: bool = False


def signs_of(source: Source, now: float, since: float, zeros_s: float, more: bool) -> Signs:
    """Look at a source.

    Args:
        source: open.
        now: clock time.
        since: clock time from which on it can be blamed for giving nothing.
        zeros_s: see :class:`Signs`.
        more: see :class:`Signs`.
    """
    if isinstance(source, FilePlayer):
        return Signs(
            source.ended, now - max(source.asked_at, since), 0.0,
            source.paused, source.audible, more,
        )  # fmt: skip
    return Signs(source.ended, now - max(source.feed.marked_at, since), zeros_s)


def activity_of_input(
    name: str, signs: Signs, platform: str = sys.platform
) -> tuple[Activity, str]:
    """What an input device is doing, and one sentence if that is not as expected, else none.

    Args:
        name: of the device.
        signs: of life.
        platform: as ``sys.platform``; decides where a microphone can be allowed.
    """
    if signs.ended:
        return (
            Activity.RECOVERING,
            f"“{name}” stopped giving sound; it is taken up again as soon as it is back.",
        )
    if signs.unheard_s > NO_SIGNAL_SECONDS:
        lost = signs.unheard_s > LOST_SECONDS
        activity = Activity.RECOVERING if lost else Activity.NO_SIGNAL
        return activity, f"No sound from “{name}” for {signs.unheard_s:.0f} s."
    if signs.zeros_s > ZERO_SECONDS:
        where = WHERE_TO_ALLOW.get(platform, WHERE_TO_ALLOW["linux"])
        return Activity.SILENT, (
            f"“{name}” gives nothing but zeros: either nothing plays there, or the system may be "
            f"blocking the microphone. Look in {where}."
        )
    return Activity.LISTENING, ""


def activity_of_file(name: str, signs: Signs) -> tuple[Activity, str]:
    """The same of a file that is played."""
    if signs.ended and not signs.more:
        return Activity.ENDED, ""
    if signs.unheard_s > NO_SIGNAL_SECONDS:
        lost = signs.unheard_s > LOST_SECONDS and signs.audible
        activity = Activity.RECOVERING if lost else Activity.NO_SIGNAL
        return activity, f"The loudspeaker takes no sound of “{name}” any more."
    return Activity.PAUSED if signs.paused else Activity.PLAYING, ""
