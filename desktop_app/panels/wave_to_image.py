"""From wave to image: how sound becomes the network's input, with the sizes written out."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.formatting.array_files import Numbers
from desktop_app.formatting.text import thousands
from desktop_app.panels.card import ElidingLabel
from desktop_app.panels.live_panel import LivePanel
from desktop_app.panels.wave_rows import BEFORE, WaveRows
from desktop_app.panels.waveform import IMAGE_SAMPLES
from desktop_app.translation import QT_TR_NOOP, tr
from model.features import (
    COEFFICIENTS,
    FRAME_SAMPLES,
    HOP_SAMPLES,
    WINDOW_FRAMES,
    WINDOW_SAMPLES,
)

COUNT = QT_TR_NOOP(
    "{samples} samples ÷ {hop} = {frames} frames, {coefficients} coefficients each: an image of "
    "{frames} × {coefficients} × 1"
)


class WaveToImage(LivePanel):
    """The last 2.3 s as waveform, 128 mel bands and 13 MFCCs.

    Signals:
        painted: the rows have been painted.
    """

    painted = Signal()
    file_name = "wave-to-image"

    def __init__(self) -> None:
        super().__init__(tr("From wave to image"))
        self.say(
            tr(COUNT).format(
                samples=thousands(IMAGE_SAMPLES),
                hop=HOP_SAMPLES,
                frames=WINDOW_FRAMES,
                coefficients=COEFFICIENTS,
            )
        )
        self.rows = WaveRows()
        self.rows.painted.connect(self.painted)
        self.rows.marked.connect(self._explain)
        self.note = ElidingLabel()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.body.addWidget(self.rows, 1)
        self.body.addWidget(self.note)
        self._explain(WINDOW_FRAMES - 1)

    def show_frame(self, frame: AnalysisFrame) -> None:
        """Draw the sound and the spectra of the window that the frame ends."""
        self.rows.show_sound(frame.samples, frame.log_mel, frame.mfcc)

    def clear(self) -> None:
        """Draw empty rows."""
        self.rows.show_sound(None, None, np.zeros((0, COEFFICIENTS), np.float32))

    @property
    def canvas(self) -> QWidget:
        """The three rows, for copying and saving."""
        return self.rows

    def numbers(self) -> Numbers:
        """The arrays drawn, as in :meth:`WaveRows.numbers`."""
        return self.rows.numbers()

    def _explain(self, frame: int) -> None:
        first = frame * HOP_SAMPLES
        self.note.setText(
            tr(
                "Frame {frame} covers {samples} samples, {first} to {last} of "
                "{all}; the first {before} are to the left of the strip."
            ).format(
                frame=frame + 1,
                samples=thousands(FRAME_SAMPLES),
                first=thousands(first + 1),
                last=thousands(first + FRAME_SAMPLES),
                all=thousands(WINDOW_SAMPLES),
                before=thousands(BEFORE),
            )
        )
