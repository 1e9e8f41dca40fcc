"""Judges the health of a source by its vital signs, and describes a lost source."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop_app.audio.server_sources import is_loopback, on_screen, program_of
from desktop_app.audio.source import Source, VitalSigns
from desktop_app.audio.source_error import SourceError
from desktop_app.engine.source_status import Activity
from desktop_app.formatting.local import local
from resources.languages import N_, gettext

NO_SIGNAL_SECONDS = 1.0
"""An open device that neither delivers nor requests sound for longer than this has a fault."""
LOST_SECONDS = 2.0
"""After this long it is closed and reopened."""
GUST_SECONDS = 3.0
"""A network stream that has run dry for longer than this is said to be silent."""
STREAM_LOST_SECONDS = 15.0
"""After this long it is closed and reopened; its connection usually gives up before."""
ZERO_SECONDS = 3.0
"""A microphone that is not blocked delivers some noise sooner than this."""
RETRY_SECONDS = 1.0
"""Between two attempts to reconnect; looking for devices takes about 50 ms of processor time."""
LONGEST_PAUSE_SECONDS = 30.0
"""Between two attempts to reconnect to a stream; they double up to this, for the server's sake."""
STEADY_SECONDS = 30.0
"""A stream that lasted for longer is reconnected as soon as at first."""
WHERE_TO_ALLOW = {
    "darwin": N_("System Settings → Privacy & Security → Microphone"),
    "win32": N_("Settings → Privacy & security → Microphone"),
    "linux": N_("the system’s sound settings and, in a Flatpak or Snap, its permissions"),
}
ON_A_MAC = N_(
    "To hear what this Mac plays, install the virtual device BlackHole, make it the output or a "
    "part of it, and choose it here."
)

Health = tuple[Activity, str]
"""What a source is doing, and one sentence if that is not as expected, else an empty one."""


def health_of(
    source: Source, now: float, blamed_since: float, zeros_s: float, more: bool
) -> Health:
    """Judge how a source is doing.

    Args:
        source: open.
        now: clock time in seconds.
        blamed_since: clock time since which a lack of sound counts as a fault.
        zeros_s: seconds of digital silence so far.
        more: whether more follows when a clip has ended.
    """
    signs = source.vital_signs
    quiet_s = now - max(signs.active_at, blamed_since)
    playback = source.playback
    if source.on_network:
        return stream_health(source.name, signs, quiet_s)
    if playback is None:
        return input_health(source.name, signs, quiet_s, zeros_s)
    activity, problem = playback_health(source.name, signs, quiet_s, more)
    return activity, problem or playback.fault


def input_health(name: str, signs: VitalSigns, quiet_s: float, zeros_s: float) -> Health:
    """Judge an input device.

    Args:
        name: of the device.
        signs: its vital signs.
        quiet_s: seconds since it last delivered sound.
        zeros_s: seconds of digital silence so far.
    """
    if signs.ended:
        stopped = gettext("“{name}” stopped responding. Reconnecting when it returns.")
        return Activity.RECOVERING, not_playing(name) or stopped.format(name=on_screen(name))
    if quiet_s > NO_SIGNAL_SECONDS:
        silent = gettext("No sound from “{name}” for {seconds:.0f} s.").format(
            name=on_screen(name), seconds=local(quiet_s)
        )
        if quiet_s > LOST_SECONDS:
            return Activity.RECOVERING, gettext("{silent} Reconnecting.").format(silent=silent)
        return Activity.NO_SIGNAL, silent
    if zeros_s > ZERO_SECONDS:
        if is_loopback(name) or program_of(name):
            # Nothing is played, or it is paused: that is no fault.
            return Activity.SILENT, ""
        return Activity.SILENT, (
            gettext(
                "No sound from “{name}”. Is it muted or blocked in the system’s privacy settings?"
            ).format(name=on_screen(name))
        )
    return Activity.LISTENING, ""


def not_playing(name: str) -> str:
    """One sentence if an input that has gone is what a program plays, else empty."""
    said = gettext("{program} plays nothing now. It will be heard when it plays again.")
    program = program_of(name)
    return said.format(program=program) if program else ""


def stream_health(name: str, signs: VitalSigns, quiet_s: float) -> Health:
    """Judge a network stream.

    Args:
        name: of the stream.
        signs: its vital signs.
        quiet_s: seconds since sound of it was last heard.
    """
    if signs.ended:
        if not signs.why:
            return Activity.ENDED, gettext("“{name}” has ended.").format(name=name)
        return Activity.RECOVERING, gettext("{why} Reconnecting.").format(why=signs.why)
    if quiet_s > GUST_SECONDS:
        # Without the seconds, because each message is a line where there is no window.
        silent = gettext("“{name}” no longer delivers any sound.").format(name=name)
        if quiet_s > STREAM_LOST_SECONDS:
            return Activity.RECOVERING, gettext("{silent} Reconnecting.").format(silent=silent)
        return Activity.NO_SIGNAL, gettext("{silent} Waiting for the network.").format(
            silent=silent
        )
    return Activity.LISTENING, ""


def details_of(activity: Activity, platform: str = sys.platform) -> str:
    """Say more about what a source is doing, for those who ask; empty if there is no more.

    Args:
        activity: what it is doing.
        platform: as ``sys.platform``; decides where access to a microphone is granted.
    """
    if activity is not Activity.SILENT:
        return ""
    where = gettext(WHERE_TO_ALLOW.get(platform, WHERE_TO_ALLOW["linux"]))
    return gettext(
        "The input is open but delivers digital silence, which no microphone does by "
        "itself. Check its switch or cable, and {where}. If it is another program’s "
        "output, nothing is playing there."
    ).format(where=where)


def how_to_hear_the_computer(platform: str = sys.platform) -> str:
    """One sentence where that needs more than choosing it from the list, else empty.

    Args:
        platform: as ``sys.platform``.
    """
    return gettext(ON_A_MAC) if platform == "darwin" else ""


def playback_health(name: str, signs: VitalSigns, quiet_s: float, more: bool) -> Health:
    """Judge the playback of a file or replay.

    Args:
        name: of the file or replay.
        signs: its vital signs.
        quiet_s: seconds since its output last requested sound.
        more: whether more follows when it has ended.
    """
    if signs.ended and not more:
        return Activity.ENDED, ""
    if quiet_s > NO_SIGNAL_SECONDS:
        stopped = gettext("The audio output stopped while playing “{name}”.").format(name=name)
        if quiet_s > LOST_SECONDS and signs.audible:
            return Activity.RECOVERING, gettext(
                "{stopped} Playback continues when it returns."
            ).format(stopped=stopped)
        return Activity.NO_SIGNAL, stopped
    return Activity.PAUSED if signs.paused else Activity.PLAYING, ""


class FileGone(SourceError):
    """A file that was lost with its output can no longer be opened."""


@dataclass(frozen=True)
class LostSource:
    """A source that failed and is being reconnected.

    Attributes:
        name: of the device, stream or file.
        is_input: whether it is an input device or a stream.
        why: one sentence.
        reopen: reopens it where it was; raises SourceError while that isn't possible, and FileGone
            if it never will be.
        next_try: clock time of the next attempt.
        on_network: whether it is a network stream.
        pause_s: seconds between the next attempt and the one after it, which is longer for a
            network stream.
    """

    name: str
    is_input: bool
    why: str
    reopen: Callable[[], object]
    next_try: float
    on_network: bool = False
    pause_s: float = RETRY_SECONDS

    def postponed(self, now: float) -> LostSource:
        """The same with its next attempt after one that was made at clock time ``now``."""
        longest_s = LONGEST_PAUSE_SECONDS if self.on_network else RETRY_SECONDS
        pause_s = min(2 * self.pause_s, longest_s)
        return replace(self, next_try=now + pause_s, pause_s=pause_s)
