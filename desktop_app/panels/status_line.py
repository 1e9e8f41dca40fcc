"""The status bar: source, sample rate, rates of analysis and display, delay, lost sound."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from desktop_app.formatting.local import local
from desktop_app.panels.card import ElidingLabel
from desktop_app.panels.vitals import Vitals
from desktop_app.translation import tr
from resources.languages import ngettext

NOTICE_MS = 5000
SEPARATOR = " · "


class StatusLine(QStatusBar):
    """The status bar: source on the left, numbers at fixed places on the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 2)
        # A long name must not push the numbers out of the window.
        self.source = ElidingLabel()
        self.source.setTextFormat(Qt.TextFormat.PlainText)
        self.windows = self._number(tr("Windows analysed per second; full speed is 43"))
        self.updates = self._number(tr("Screen updates per second"))
        self.delay = self._number(tr("Delay from the sound to its display on screen"))
        self.losses = self._number(
            tr("Sound lost before analysis, and windows skipped because the computer was too slow")
        )
        self.programs = QLabel()
        self.programs.hide()
        self.addWidget(self.source, 1)
        numbers = QWidget()
        row = QHBoxLayout(numbers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for label in (self.programs, self.windows, self.updates, self.delay, self.losses):
            row.addWidget(label)
        self.addPermanentWidget(numbers)

    def notice(self, sentence: str) -> None:
        """Show a sentence for a few seconds in place of the source."""
        self.showMessage(sentence, NOTICE_MS)

    def show_programs(self, names: Sequence[str], problems: Sequence[str]) -> None:
        """Show which other programs are told, and which of them cannot be reached."""
        self.programs.setVisible(bool(names))
        number = ngettext("{number} program", "{number} programs", len(names)).format(
            number=len(names)
        )
        failing = tr(", {number} not reached").format(number=len(problems)) if problems else ""
        self.programs.setText(
            tr("Sending to {programs}{failing}").format(programs=number, failing=failing)
            + SEPARATOR
        )
        self.programs.setToolTip("\n".join(problems or names))

    def show_vitals(self, vitals: Vitals) -> None:
        """Show new values."""
        parts = [vitals.activity]
        if vitals.source:
            parts.append(vitals.source)
        if vitals.rate:
            kind = {1: tr("mono"), 2: tr("stereo")}.get(
                vitals.channels, tr("{number} channels").format(number=vitals.channels)
            )
            parts.append(
                tr("{rate:g} kHz {kind}").format(rate=local(vitals.rate / 1000), kind=kind)
            )
        if vitals.remark:
            parts.append(vitals.remark)
        if (said := SEPARATOR.join(parts)) != self.source.text():
            self.source.setText(said)
            # In a small window the end has no room.
            self.source.setToolTip(said)
        self.windows.setText(
            tr("{number:.0f} windows/s").format(number=local(vitals.windows_per_s))
        )
        self.updates.setVisible(vitals.updates_per_s is not None)
        self.updates.setText(
            SEPARATOR
            + tr("{number:.0f} updates/s").format(number=local(vitals.updates_per_s or 0.0))
        )
        self.delay.setVisible(vitals.updates_per_s is not None and vitals.delay_s is not None)
        if vitals.delay_s is not None:
            self.delay.setText(
                SEPARATOR + tr("{delay} ms delay").format(delay=f"{1000 * vitals.delay_s:.0f}")
            )
            self.delay.setToolTip(
                tr(
                    "Delay from the sound to its display on screen, {delay:.0f} "
                    "ms of it in the input device"
                ).format(delay=local(1000 * vitals.device_delay_s))
            )
        lost = vitals.overflows + vitals.lost
        losses = [tr("{number} lost").format(number=lost)] if lost else []
        if vitals.skipped:
            losses.append(tr("{number} skipped").format(number=vitals.skipped))
        self.losses.setVisible(bool(losses))
        self.losses.setText("".join(SEPARATOR + words for words in losses))
        self.losses.setToolTip(
            tr(
                "{overflows} device overflows, {lost} sample frames lost before "
                "analysis, {skipped} windows skipped because the computer was too slow"
            ).format(overflows=vitals.overflows, lost=vitals.lost, skipped=vitals.skipped)
        )

    def _number(self, tip: str) -> QLabel:
        label = QLabel()
        label.setToolTip(tip)
        return label
