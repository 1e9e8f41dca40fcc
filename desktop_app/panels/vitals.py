"""The values shown in the status bar."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.audio.server_sources import on_screen
from desktop_app.engine.source_status import SourceStatus
from desktop_app.panels.status_text import SIGNS
from resources.languages import gettext


@dataclass(frozen=True)
class Vitals:
    """The values shown in the status bar.

    Attributes:
        activity: what the source is doing, with its sign.
        source: name of the device or file, empty without one.
        remark: one sentence about the source, empty for none.
        rate: sample rate of the source, in Hz.
        channels: number of channels of the source.
        windows_per_s: windows analysed per second.
        updates_per_s: screen updates per second; None on pages without a live display, which
            have no delay either.
        delay_s: delay from sound to screen, in seconds; None while nothing is painted.
        device_delay_s: the device's share of the delay, in seconds.
        overflows: number of times that the device dropped sound.
        lost: sample frames overwritten before they were read.
        skipped: windows skipped because the computer was too slow.
    """

    activity: str
    source: str
    remark: str
    rate: int
    channels: int
    windows_per_s: float
    updates_per_s: float | None
    delay_s: float | None
    device_delay_s: float
    overflows: int
    lost: int
    skipped: int


def vitals_of(
    status: SourceStatus,
    remark: str,
    frame: AnalysisFrame | None,
    frozen: bool,
    updates_per_s: float | None,
    delay_s: float | None,
) -> Vitals:
    """Collect the values for the status bar.

    Args:
        status: status of the source.
        remark: one sentence about it, empty for none.
        frame: the frame shown, if any.
        frozen: whether the display is frozen.
        updates_per_s: screen updates per second, None on pages without a live display.
        delay_s: delay from sound to screen, in seconds; None while nothing is painted.
    """
    return Vitals(
        activity=(gettext("{activity}, frozen") if frozen else "{activity}").format(
            activity=f"{SIGNS[status.activity]} {gettext(status.activity.value)}"
        ),
        source=on_screen(status.source),
        remark=remark,
        rate=status.rate,
        channels=status.channels,
        windows_per_s=frame.windows_per_s if frame and status.running else 0.0,
        updates_per_s=updates_per_s,
        delay_s=delay_s,
        device_delay_s=status.latency_s,
        overflows=status.overflows,
        lost=frame.lost if frame else 0,
        skipped=frame.skipped if frame else 0,
    )
