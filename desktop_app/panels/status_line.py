"""The line at the bottom: device, rate, analyses and pictures a second, delay, losses."""

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
    """What the line says.

    Attributes:
        activity: the word for what the source is doing.
        source: name of the device or file, empty without one.
        rate: of the source, Hz.
        channels: of the source.
        windows_per_s: analysed.
        pictures_per_s: painted; None on a page that isn't live, of which delay says nothing too.
        delay_s: from sound to screen, None while nothing is painted.
        device_delay_s: the device's share of it.
        overflows: blocks before which the device dropped sound.
        lost: sample frames overwritten unread.
        skipped: windows left out because the machine was late.
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
    """Put together what the line says.

    Args:
        status: of the source.
        frame: that is on the screen, None for none.
        frozen: whether it stays there.
        pictures_per_s, delay_s: see :class:`Vitals`.
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
    """Words first, numbers in places that don't move."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 2)
        self.source = QLabel()
        self.source.setTextFormat(Qt.TextFormat.PlainText)
        # A long name must not push the numbers out of the window.
        self.source.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.windows = self._number("Windows analysed a second; the sound gives 43 of them")
        self.pictures = self._number("Pictures painted a second")
        self.delay = self._number("Time from the sound to its picture on the screen")
        self.losses = self._number(
            "Sound lost before the analysis, and windows left out because the machine was busy"
        )
        self.addWidget(self.source, 1)
        for label in (self.windows, self.pictures, self.delay, self.losses):
            self.addPermanentWidget(label)

    def notice(self, sentence: str) -> None:
        """Say something for some seconds, in place of everything else."""
        self.showMessage(sentence, NOTICE_MS)

    def show_vitals(self, vitals: Vitals) -> None:
        """Write the line anew."""
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
        self.pictures.setText(f"{vitals.pictures_per_s or 0.0:.0f} pictures/s  ·")
        if vitals.delay_s is None:
            self.delay.setText("– ms delay  ·")
        else:
            self.delay.setText(f"{1000 * vitals.delay_s:.0f} ms delay  ·")
            self.delay.setToolTip(
                "Time from the sound to its picture on the screen, "
                f"{1000 * vitals.device_delay_s:.0f} ms of it in the device"
            )
        lost = vitals.overflows + vitals.lost
        self.losses.setText(f"{lost} lost · {vitals.skipped} skipped")
        self.losses.setToolTip(
            f"{vitals.overflows} overflows of the device, {vitals.lost} sample frames overwritten "
            f"unread, {vitals.skipped} windows skipped because the machine was busy"
        )

    def _number(self, tip: str) -> QLabel:
        label = QLabel()
        label.setToolTip(tip)
        return label
