"""The plot of the MFCC image: axes, colour bar, the outline of a receptive field, evidence."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette

from desktop_app.formatting.local import local
from desktop_app.formatting.text import signed
from desktop_app.panels.kept_picture import KeptPicture
from desktop_app.panels.window_picture import WindowPicture
from desktop_app.translation import keep_left_to_right, tr
from model.features import COEFFICIENTS, HOP_SAMPLES, SAMPLE_RATE, WINDOW_FRAMES
from model.pixel import Rectangle

HOP_SECONDS = HOP_SAMPLES / SAMPLE_RATE
SPAN_SECONDS = WINDOW_FRAMES * HOP_SECONDS
TICKS = (-2.0, -1.5, -1.0, -0.5, 0.0)
BESIDE_AXIS = 100
"""Pixels by which a number may stand out beyond the end of its axis, with the largest font."""
LONGEST_LEVEL, BESIDE_BAR = "−1000", 10
"""At the colour bar, and pixels beside it."""
LEAST_MARGIN = 6
"""Above the image, in pixels."""
LEAST_LINES = 8
"""Least height in lines of text: with less, the axes could not be read."""
UNDER_EVIDENCE = "CET-L1"
"""Greys, so that the evidence is all that has a colour."""


def tick_name(at_s: float) -> str:
    """What stands at a tick of the time axis, in seconds before now: 2, 0.5 or *now*."""
    return f"{local(-at_s):g}" if at_s else tr("now")


class MfccPlot(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """Draws frames x coefficients, with now at the right edge.

    Signals:
        painted: the plot has been painted.
        pointed: place under the mouse, a QPointF in seconds and coefficients, or None.
        levels_dragged: the user changed the levels with the handles of the colour bar.
    """

    painted = Signal()
    pointed = Signal(object)
    levels_dragged = Signal()
    _bar: pg.ColorBarItem = None

    def __init__(self, colours: str) -> None:
        """Draw nothing yet.

        Args:
            colours: name of the first colour map.
        """
        super().__init__()
        self.setAccessibleName(tr("MFCC image"))
        keep_left_to_right(self)
        # There is nothing to do in it with the keyboard.
        for pane in (self, self.viewport()):
            pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._picture = WindowPicture()
        self._colours = colours
        self._words: tuple[str, str] | None = None
        self._fit()
        self._plot = self.addPlot()
        self._plot.setMouseEnabled(False, False)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setLabel("bottom", tr("seconds before now"))
        self._plot.getAxis("bottom").setTicks([[(at, tick_name(at)) for at in TICKS]])
        # "now" is at the very edge.
        self._plot.getAxis("bottom").setStyle(hideOverlappingLabels=BESIDE_AXIS)
        self._plot.setLabel("left", tr("coefficient"))
        self._bar = pg.ColorBarItem(
            values=(0.0, 1.0), colorMap=pg.colormap.get(colours), width=14, rounding=1.0
        )
        # The image is not an item of the plot.
        self._bar.setImageItem([], insert_in=self._plot)
        self._bar.axis.setStyle(hideOverlappingLabels=BESIDE_AXIS)
        self._bar.sigLevelsChanged.connect(self._report_levels)
        self.scene().sigMouseMoved.connect(self._point)
        self._under = KeptPicture()
        self._changes = 0
        self._area: QRectF | None = None
        self.scene().changed.connect(self._note_change)
        # Qt fills it already.
        self.setBackground(None)
        self._recolour()

    @property
    def levels(self) -> tuple[float, float]:
        """Values of the first and the last colour."""
        low, high = self._bar.levels()
        return float(low), float(high)

    def set_levels(self, low: float, high: float) -> None:
        """Set the values of the first and the last colour."""
        if (low, high) != self.levels:
            self._bar.setLevels((low, high))
            self._show_ticks()

    def set_scale(
        self, colours: str, words: tuple[str, str] | None = None, *, adjustable: bool = False
    ) -> None:
        """Choose the colours and how the colour bar looks.

        Args:
            colours: name of the colour map.
            words: for levels of 0 and 1, in place of numbers.
            adjustable: whether the bar has handles to drag the levels with.
        """
        self._colours, self._words = colours, words
        self._widen_bar()
        self._show_ticks()
        self._bar.region.setVisible(adjustable)
        self._show_colours()

    def set_first(self, first: int) -> None:
        """Set the lowest coefficient to show."""
        self._picture.first = first
        ticks = [(c + 0.5, str(c)) for c in range(first, COEFFICIENTS)]
        # The second half is named only where there is room.
        self._plot.getAxis("left").setTicks([ticks[::4], ticks[2::4]])
        self._plot.setRange(xRange=(-SPAN_SECONDS, 0.0), yRange=(first, COEFFICIENTS), padding=0.0)

    def draw(self, values: NDArray[np.float32]) -> None:
        """Draw values, (frames, 13), newest last, or nothing if there are none."""
        self._picture.values = values
        self._paint_image()

    def outline(self, field: Rectangle | None) -> None:
        """Outline a receptive field in the window, or none."""
        if field != self._picture.field:
            self._picture.field = field
            self._paint_image()

    def lay(self, evidence: NDArray[np.float32] | None, hops_ago: int) -> None:
        """Lay evidence, (100, 13), over the image, shifted to the left by so many hops; or none."""
        self._picture.evidence, self._picture.hops_ago = evidence, hops_ago
        self._show_colours()
        self._paint_image()

    @property
    def evidence_opacity(self) -> float:
        """Opacity of the strongest evidence, 0 to 1."""
        return self._picture.opacity

    def set_evidence_opacity(self, opacity: float) -> None:
        """Set the opacity of the strongest evidence, 0 to 1."""
        self._picture.opacity = opacity
        self._paint_image()

    @property
    def area(self) -> QRectF:
        """Where the image of 100 frames is, in pixels."""
        if self._area is None:
            self._area = self.viewportTransform().mapRect(self._plot.vb.sceneBoundingRect())
        return self._area

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark theme, and of the size of text."""
        super().changeEvent(event)
        # Qt reports the first palette while the plot is still being built.
        if self._bar is None:
            return
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()
        elif event.type() == QEvent.Type.FontChange:
            self._resize_labels()

    def leaveEvent(self, event: QEvent) -> None:
        """Report that the mouse points nowhere."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plot, which hardly ever changes, and the image over it, and report it."""
        painter = QPainter(self.viewport())
        self._under.draw(painter, self.viewport(), self._changes, self._draw_plot)
        self._picture.levels = self.levels
        self._picture.colours = self._bar.colorMap().name
        self._picture.draw(painter, self.area)
        painter.end()
        self.painted.emit()

    def _draw_plot(self, painter: QPainter) -> None:
        whole = self.viewport().rect()
        self.render(painter, QRectF(whole), whole)

    def _note_change(self) -> None:
        self._changes += 1
        self._area = None

    def _paint_image(self) -> None:
        self.viewport().update(self.area.toAlignedRect())

    def _recolour(self) -> None:
        palette = self.palette()
        text = palette.color(QPalette.ColorRole.Text)
        for axis in (self._plot.getAxis("bottom"), self._plot.getAxis("left"), self._bar.axis):
            axis.setPen(text)
            axis.setTextPen(text)

    def _fit(self) -> None:
        height = self.fontMetrics().height()
        self.setMinimumHeight(LEAST_LINES * height)
        # Without a margin, the topmost number of the colour bar would be cut off.
        self.ci.setContentsMargins(0, max(LEAST_MARGIN, height / 2), 0, 0)

    def _resize_labels(self) -> None:
        self._fit()
        bottom, left = (self._plot.getAxis(side) for side in ("bottom", "left"))
        for axis in (bottom, left):
            axis.label.setFont(self.font())
        bottom.setHeight()
        left.setWidth()
        self._widen_bar()

    def _widen_bar(self) -> None:
        """Give what is written beside the colour bar the width that it needs at most."""
        words = self._words or (LONGEST_LEVEL,)
        width = max(map(self.fontMetrics().horizontalAdvance, words)) + BESIDE_BAR
        self._bar.axis.setWidth(width)

    def _show_ticks(self) -> None:
        low, high = self.levels
        values = (low, round((low + high) / 2.0), high)
        numbers = [(value, signed(value, 0)) for value in values]
        words = None if self._words is None else zip((0.0, 1.0), self._words, strict=True)
        self._bar.axis.setTicks([numbers if words is None else list(words)])

    def _show_colours(self) -> None:
        colours = self._colours if self._picture.evidence is None else UNDER_EVIDENCE
        if self._bar.colorMap().name != colours:
            self._bar.setColorMap(pg.colormap.get(colours))

    def _report_levels(self) -> None:
        self._show_ticks()
        self.levels_dragged.emit()

    def _point(self, position: QPointF) -> None:
        inside = self._plot.vb.sceneBoundingRect().contains(position)
        self.pointed.emit(self._plot.vb.mapSceneToView(position) if inside else None)
