"""The network's input as an image: 100 frames x 13 MFCCs, with now at the right edge."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QGraphicsRectItem, QLabel, QWidget

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.formatting.array_files import Numbers
from desktop_app.panels.attribution_colours import pixels
from desktop_app.panels.colour_range import SteadyRange
from desktop_app.panels.colours import MFCC_MAP
from desktop_app.panels.live_panel import LivePanel, Remembered
from model.features import COEFFICIENTS, HOP_SAMPLES, SAMPLE_RATE, WINDOW_FRAMES
from model.pixel import Rectangle

HOP_SECONDS = HOP_SAMPLES / SAMPLE_RATE
SPAN_SECONDS = WINDOW_FRAMES * HOP_SECONDS
FIELD_COLOUR = "#ff3b8d"
"""Not among the colours of the image."""
TICKS = [(-2.0, "2"), (-1.5, "1.5"), (-1.0, "1"), (-0.5, "0.5"), (0.0, "now")]
LEAST_HEIGHT = 110
LEVEL_LIMIT = 10_000.0
"""Far beyond any MFCC."""


class _Graphics(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    painted = Signal()
    left = Signal()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()


class MfccImage(LivePanel):
    """The rolling MFCC image with axes, colour bar and the value under the cursor.

    Signals:
        painted: the image has been painted.
    """

    painted = Signal()
    file_name = "mfcc"
    _bar: pg.ColorBarItem = None

    def __init__(self) -> None:
        super().__init__("MFCC image")
        self.say(f"the network’s input: {WINDOW_FRAMES} frames × {COEFFICIENTS} coefficients")
        self._window = np.zeros((0, COEFFICIENTS), np.float32)
        self._levels = SteadyRange()
        self._cursor: QPointF | None = None
        self._evidence: NDArray[np.float32] | None = None
        self._evidence_late = 0
        self._field: Rectangle | None = None

        self.value = QLabel()
        self.value.setTextFormat(Qt.TextFormat.PlainText)
        self.hide_c0 = QCheckBox("Hide loudness (c&0)")
        self.hide_c0.setToolTip(
            "Coefficient 0 is the loudness; its values are far outside the range of the others."
        )
        self.hide_c0.toggled.connect(self._arrange)
        self.automatic = QCheckBox("&Auto levels")
        self.automatic.setToolTip(
            "Fit the colour scale to the values of coefficients 1 to 12. Off: keep it fixed; drag "
            "the handles of the colour bar to change it."
        )
        self.automatic.setChecked(True)
        self.automatic.toggled.connect(self._fit)

        self._graphics = _Graphics()
        self._graphics.painted.connect(self.painted)
        self._graphics.scene().sigMouseMoved.connect(self._point)
        self._graphics.left.connect(self._point_nowhere)
        # Without a margin, the topmost number of the colour bar would be cut off.
        self._graphics.ci.setContentsMargins(0, 6, 0, 0)
        self._plot = self._graphics.addPlot()
        self._plot.setMouseEnabled(False, False)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setLabel("bottom", "seconds before now")
        self._plot.getAxis("bottom").setTicks([TICKS])
        # "now" is at the very edge.
        self._plot.getAxis("bottom").setStyle(hideOverlappingLabels=False)
        self._plot.setLabel("left", "MFCC coefficient")
        self._image = pg.ImageItem(axisOrder="col-major")
        self._plot.addItem(self._image)
        self._outline = QGraphicsRectItem()
        self._outline.setZValue(1.0)
        self._outline.hide()
        self._plot.addItem(self._outline)
        self._overlay = pg.ImageItem(axisOrder="col-major")
        self._plot.addItem(self._overlay)
        self._bar = pg.ColorBarItem(
            values=self._levels.range, colorMap=pg.colormap.get(MFCC_MAP), width=14, rounding=1.0
        )
        self._bar.setImageItem(self._image, insert_in=self._plot)
        self._bar.sigLevelsChanged.connect(self._levels_by_hand)

        for control in (self.value, self.hide_c0, self.automatic):
            self.add_control(control)
        # With less height the axes could not be read; the page scrolls instead.
        self._graphics.setMinimumHeight(LEAST_HEIGHT)
        self.body.addWidget(self._graphics, 1)
        self._arrange()
        self._recolour()

    @property
    def levels(self) -> tuple[float, float]:
        """Values of the first and the last colour."""
        low, high = self._bar.levels()
        return float(low), float(high)

    @property
    def field(self) -> Rectangle | None:
        """The receptive field outlined, if any."""
        return self._field

    @property
    def evidence(self) -> NDArray[np.float32] | None:
        """The evidence drawn over the image, (100, 13), if any."""
        return self._evidence

    @property
    def evidence_hops_ago(self) -> int:
        """How many hops ago the frames that the evidence is about ended."""
        return self._evidence_late

    @property
    def evidence_opacity(self) -> float:
        """Opacity of the strongest evidence, 0 to 1."""
        return float(self._overlay.opacity())

    def fix_levels(self, low: float, high: float) -> None:
        """Switch to fixed levels: the values of the first and the last colour."""
        self.automatic.setChecked(False)
        self._bar.setLevels((low, high))

    def show_frame(self, frame: AnalysisFrame) -> None:
        """Draw the window that the frame ends."""
        self.show_window(frame.mfcc)

    def clear(self) -> None:
        """Draw an empty image without a receptive field."""
        self.show_window(np.zeros((0, COEFFICIENTS), np.float32))
        self.show_field(None)

    def recall(self, remembered: Remembered) -> None:
        """Restore levels and the choice to hide coefficient 0."""
        self.hide_c0.setChecked(remembered.flag("hide_c0", False))
        if not remembered.flag("auto_levels", True):
            low, high = (
                remembered.number(f"level_{end}", 0.0, -LEVEL_LIMIT, LEVEL_LIMIT)
                for end in ("low", "high")
            )
            if high - low >= 1.0:
                self.fix_levels(low, high)

    def remember(self) -> Mapping[str, str | float | bool]:
        """Levels and the choice to hide coefficient 0."""
        low, high = self.levels
        return {
            "hide_c0": self.hide_c0.isChecked(),
            "auto_levels": self.automatic.isChecked(),
            "level_low": low,
            "level_high": high,
        }

    def show_window(self, window: NDArray[np.float32]) -> None:
        """Draw a window of MFCCs, (0 to 100 frames, 13), newest last."""
        self._window = window
        self._colour()

    def show_field(self, field: Rectangle | None) -> None:
        """Outline the receptive field of a map pixel in the window, or no field."""
        self._field = field
        self._outline.setVisible(field is not None)
        if field is not None:
            self._outline.setRect(
                QRectF(
                    (field.top - WINDOW_FRAMES) * HOP_SECONDS,
                    field.left,
                    field.height * HOP_SECONDS,
                    field.width,
                )
            )

    def show_evidence(self, values: NDArray[np.float32] | None, hops_ago: int = 0) -> None:
        """Overlay the evidence for and against a genre.

        Args:
            values: (100, 13), positive where a pixel is evidence for the genre, negative where
                it is evidence against; None for no overlay.
            hops_ago: how many hops ago these 100 frames ended. The overlay is shifted to the left
                by as many columns, onto the sound it explains.
        """
        if values is not self._evidence or hops_ago != self._evidence_late:
            self._evidence, self._evidence_late = values, hops_ago
            self._lay_evidence()

    def set_evidence_opacity(self, opacity: float) -> None:
        """Set the opacity of the strongest evidence, 0 to 1."""
        self._overlay.setOpacity(opacity)

    @property
    def canvas(self) -> QWidget:
        """The plot, for copying and saving."""
        return self._graphics

    def numbers(self) -> Numbers:
        """``mfcc`` (frames, 13), including coefficient 0 while it is hidden."""
        return {"mfcc": self._window} if len(self._window) else {}

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark theme."""
        super().changeEvent(event)
        # Qt reports the first palette while the panel is still being built.
        if event.type() == QEvent.Type.PaletteChange and self._bar is not None:
            self._recolour()

    def _recolour(self) -> None:
        palette = self.palette()
        text = palette.color(QPalette.ColorRole.Text)
        self._graphics.setBackground(palette.color(QPalette.ColorRole.Base))
        self._outline.setPen(pg.mkPen(FIELD_COLOUR, width=2))
        for axis in (self._plot.getAxis("bottom"), self._plot.getAxis("left"), self._bar.axis):
            axis.setPen(text)
            axis.setTextPen(text)

    @property
    def _first(self) -> int:
        return 1 if self.hide_c0.isChecked() else 0

    def _arrange(self) -> None:
        first = self._first
        ticks = [(c + 0.5, str(c)) for c in range(first, COEFFICIENTS)]
        self._plot.getAxis("left").setTicks([ticks[:: 2 if first == 0 else 1]])
        self._plot.setRange(xRange=(-SPAN_SECONDS, 0.0), yRange=(first, COEFFICIENTS), padding=0.0)
        self._fit()
        self._lay_evidence()

    def _fit(self) -> None:
        self._levels.reset()
        self._colour()

    def _lay_evidence(self) -> None:
        if self._evidence is None:
            self._overlay.clear()
            return
        # These are colours already, so there are no levels.
        shown = pixels(self._evidence)[:, self._first :]
        self._overlay.setImage(shown, autoLevels=False, levels=None)
        self._overlay.setRect(self._place(len(shown), self._evidence_late))

    def _place(self, frames: int, hops_ago: int = 0) -> QRectF:
        """The plot's rectangle for frames that ended some hops ago."""
        left = -(frames + hops_ago) * HOP_SECONDS
        return QRectF(left, self._first, frames * HOP_SECONDS, COEFFICIENTS - self._first)

    def _colour(self) -> None:
        visible = self._window[:, self._first :]
        if not visible.size:
            self._image.clear()
            self._read_value()
            return
        # Coefficient 0 would use up nearly the whole colour scale.
        if self.automatic.isChecked() and self._levels.follow(self._window[:, 1:]):
            self._bar.setLevels(self._levels.range)
        self._image.setImage(visible, autoLevels=False, levels=self._bar.levels())
        self._image.setRect(self._place(len(visible)))
        self._read_value()

    def _levels_by_hand(self) -> None:
        if self._bar.levels() != self._levels.range:
            self.automatic.setChecked(False)

    def _point(self, position: QPointF) -> None:
        inside = self._plot.vb.sceneBoundingRect().contains(position)
        self._cursor = self._plot.vb.mapSceneToView(position) if inside else None
        self._read_value()

    def _point_nowhere(self) -> None:
        self._cursor = None
        self._read_value()

    def _read_value(self) -> None:
        if self._cursor is None:
            self.value.clear()
            return
        frame = len(self._window) + int(np.floor(self._cursor.x() / HOP_SECONDS))
        coefficient = int(self._cursor.y())
        if 0 <= frame < len(self._window) and self._first <= coefficient < COEFFICIENTS:
            value = self._window[frame, coefficient]
            self.value.setText(f"{self._cursor.x():.2f} s   c{coefficient} = {value:.1f}")
        else:
            self.value.clear()
