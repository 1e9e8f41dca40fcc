"""The status bar: source, sample rate, rates of analysis and display, delay, lost sound."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.engine.source_status import SourceStatus
from desktop_app.panels.status_text import SIGNS

NOTICE_MS = 5000


@dataclass(frozen=True)
class Vitals:
    """The values shown in the status bar.

    Attributes:
        activity: what the source is doing, with its sign.
        source: name of the device or file, empty without one.
        rate: sample rate of the source, in Hz.
        channels: number of channels of the source.
        windows_per_s: windows analysed per second.
        pictures_per_s: screen updates per second; None on pages without a live display, which
            have no delay either.
        delay_s: delay from sound to screen, in seconds; None while nothing is painted.
        device_delay_s: the device's share of the delay, in seconds.
        overflows: number of times that the device dropped sound.
        lost: sample frames overwritten before they were read.
        skipped: windows skipped because the computer was too slow.
    """

    activity: str
    source: str
    rate: int
    channels: int
    windows_per_s: float
    pictures_per_s: float | None
    delay_s: float | None
    device_delay_s: float
    overflows: int
    lost: int
    skipped: int


def vitals_of(
    status: SourceStatus,
    frame: AnalysisFrame | None,
    frozen: bool,
    pictures_per_s: float | None,
    delay_s: float | None,
) -> Vitals:
    """Collect the values for the status bar.

    Args:
        status: status of the source.
        frame: the frame shown, if any.
        frozen: whether the display is frozen.
        pictures_per_s: screen updates per second, None on pages without a live display.
        delay_s: delay from sound to screen, in seconds; None while nothing is painted.
    """
    return Vitals(
        activity=f"{SIGNS[status.activity]} {status.activity.value}{', frozen' if frozen else ''}",
        source=status.source,
        rate=status.rate,
        channels=status.channels,
        windows_per_s=frame.windows_per_s if frame and status.running else 0.0,
        pictures_per_s=pictures_per_s,
        delay_s=delay_s,
        device_delay_s=status.latency_s,
        overflows=status.overflows,
        lost=frame.lost if frame else 0,
        skipped=frame.skipped if frame else 0,
    )


class StatusLine(QStatusBar):
    """The status bar: source on the left, numbers at fixed places on the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 2)
        self.source = QLabel()
        self.source.setTextFormat(Qt.TextFormat.PlainText)
        # A long name must not push the numbers out of the window.
        self.source.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.windows = self._number("Windows analysed per second; full speed is 43")
        self.pictures = self._number("Screen updates per second")
        self.delay = self._number("Delay from the sound to its display on screen")
        self.losses = self._number(
            "Sound lost before analysis, and windows skipped because the computer was too slow"
        )
        self.addWidget(self.source, 1)
        for label in (self.windows, self.pictures, self.delay, self.losses):
            self.addPermanentWidget(label)

    def notice(self, sentence: str) -> None:
        """Show a sentence for a few seconds in place of the source."""
        self.showMessage(sentence, NOTICE_MS)

    def show_vitals(self, vitals: Vitals) -> None:
        """Show new values."""
        parts = [vitals.activity]
        if vitals.source:
            parts.append(vitals.source)
        if vitals.rate:
            kind = {1: "mono", 2: "stereo"}.get(vitals.channels, f"{vitals.channels} channels")
            parts.append(f"{vitals.rate / 1000:g} kHz {kind}")
        self.source.setText(" · ".join(parts))
        self.windows.setText(f"{vitals.windows_per_s:.0f} windows/s  ·")
        for label in (self.pictures, self.delay):
            label.setVisible(vitals.pictures_per_s is not None)
        self.pictures.setText(f"{vitals.pictures_per_s or 0.0:.0f} updates/s  ·")
        if vitals.delay_s is None:
            self.delay.setText("– ms delay  ·")
        else:
            self.delay.setText(f"{1000 * vitals.delay_s:.0f} ms delay  ·")
            self.delay.setToolTip(
                "Delay from the sound to its display on screen, "
                f"{1000 * vitals.device_delay_s:.0f} ms of it in the input device"
            )
        lost = vitals.overflows + vitals.lost
        self.losses.setText(f"{lost} lost · {vitals.skipped} skipped")
        self.losses.setToolTip(
            f"{vitals.overflows} device overflows, {vitals.lost} sample frames lost before "
            f"analysis, {vitals.skipped} windows skipped because the computer was too slow"
        )

    def _number(self, tip: str) -> QLabel:
        label = QLabel()
        label.setToolTip(tip)
        return label
