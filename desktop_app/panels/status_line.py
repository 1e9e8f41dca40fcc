"""The status bar: source, sample rate, rates of analysis and display, delay, lost sound."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar

from desktop_app.panels.vitals import Vitals

NOTICE_MS = 5000


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
        self.updates = self._number("Screen updates per second")
        self.delay = self._number("Delay from the sound to its display on screen")
        self.losses = self._number(
            "Sound lost before analysis, and windows skipped because the computer was too slow"
        )
        self.programs = QLabel()
        self.programs.hide()
        self.addWidget(self.source, 1)
        for label in (self.programs, self.windows, self.updates, self.delay, self.losses):
            self.addPermanentWidget(label)

    def notice(self, sentence: str) -> None:
        """Show a sentence for a few seconds in place of the source."""
        self.showMessage(sentence, NOTICE_MS)

    def show_programs(self, names: Sequence[str], problems: Sequence[str]) -> None:
        """Show which other programs are told, and which of them cannot be reached."""
        self.programs.setVisible(bool(names))
        number = "1 program" if len(names) == 1 else f"{len(names)} programs"
        failing = f", {len(problems)} not reached" if problems else ""
        self.programs.setText(f"Sending to {number}{failing}  ·")
        self.programs.setToolTip("\n".join(problems or names))

    def show_vitals(self, vitals: Vitals) -> None:
        """Show new values."""
        parts = [vitals.activity]
        if vitals.source:
            parts.append(vitals.source)
        if vitals.rate:
            kind = {1: "mono", 2: "stereo"}.get(vitals.channels, f"{vitals.channels} channels")
            parts.append(f"{vitals.rate / 1000:g} kHz {kind}")
        self.source.setText(" · ".join(parts))
        self.windows.setText(f"{vitals.windows_per_s:.0f} windows/s")
        for label in (self.updates, self.delay):
            label.setVisible(vitals.updates_per_s is not None)
        self.updates.setText(f"·  {vitals.updates_per_s or 0.0:.0f} updates/s")
        if vitals.delay_s is None:
            self.delay.setText("·  – ms delay")
        else:
            self.delay.setText(f"·  {1000 * vitals.delay_s:.0f} ms delay")
            self.delay.setToolTip(
                "Delay from the sound to its display on screen, "
                f"{1000 * vitals.device_delay_s:.0f} ms of it in the input device"
            )
        lost = vitals.overflows + vitals.lost
        self.losses.setVisible(bool(lost or vitals.skipped))
        self.losses.setText(f"·  {lost} lost · {vitals.skipped} skipped")
        self.losses.setToolTip(
            f"{vitals.overflows} device overflows, {vitals.lost} sample frames lost before "
            f"analysis, {vitals.skipped} windows skipped because the computer was too slow"
        )

    def _number(self, tip: str) -> QLabel:
        label = QLabel()
        label.setToolTip(tip)
        return label
