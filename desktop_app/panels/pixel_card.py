"""The sum behind a map pixel: patch, kernel, products, bias and result."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop_app.formatting.array_files import Numbers
from desktop_app.formatting.local import local
from desktop_app.panels.colours import KERNEL_MAP, picture
from desktop_app.panels.live_panel import LivePanel
from desktop_app.panels.number_grid import draw_heading, draw_numbers
from desktop_app.translation import QT_TR_NOOP, keep_left_to_right, tr
from model.pixel import PixelSum
from model.standardisation import STANDARDISE

POINT_AT_SOMETHING = QT_TR_NOOP(
    "Point at a pixel of a feature map to see how it is computed. Click a map to enlarge it, then "
    "click a pixel to pin it; the arrow keys move to its neighbours."
)
ROUNDED = QT_TR_NOOP(
    "≈: every number is rounded separately, to two decimals or three digits in the grids and to "
    "four decimals below them. The sum is computed from the exact numbers."
)
GAP, PICTURE = 8.0, 44.0
ROW_LINES = 1.4
"""Height of a row of numbers, in lines of text."""
WIDEST_BESIDE = 3
"""Largest number of columns at which patch, kernel and products fit side by side."""

Matrix = NDArray[np.float64]
Value = TypeVar("Value", bound=np.generic)


class PixelCard(LivePanel):
    """The computation of the pixel pointed at, written out."""

    file_name = "pixel-sum"

    def __init__(self) -> None:
        super().__init__(tr("The sum behind a pixel"))
        self.where = QLabel(tr(POINT_AT_SOMETHING))
        self.where.setWordWrap(True)
        self.where.setTextFormat(Qt.TextFormat.PlainText)
        self.channel = QSpinBox()
        self.channel.setPrefix(tr("channel") + " ")
        self.channel.setMinimum(1)
        self.channel.setWrapping(True)
        self.channel.setToolTip(
            tr(
                "A kernel has one grid of weights per map of the layer below; all their products "
                "are added up. Choose the channel to show."
            )
        )
        self.strongest = QPushButton()
        self.strongest.setToolTip(
            tr("Show the channel that contributes most to the sum, positive or negative")
        )
        self.strongest.clicked.connect(self._show_strongest)
        self.drawing = _Drawing()
        self.drawing.setToolTip(tr(ROUNDED))
        self.channel.valueChanged.connect(self._show_channel)
        self.result = QLabel()
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        self.result.setWordWrap(True)
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.result.setToolTip(tr(ROUNDED))
        scroll = QScrollArea()
        scroll.setAccessibleName(tr("Sum"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._written = QWidget()
        lines = QVBoxLayout(self._written)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.drawing)
        lines.addWidget(self.result)
        lines.addStretch(1)
        scroll.setWidget(self._written)
        channels = QHBoxLayout()
        channels.addWidget(self.channel)
        channels.addWidget(self.strongest, 1)
        self.body.addWidget(self.where)
        self.body.addLayout(channels)
        self.body.addWidget(scroll, 1)
        self.setMinimumWidth(275)
        self.shown: PixelSum | None = None
        self._value = 0.0
        self.show_sum(None)

    @property
    def canvas(self) -> QWidget:
        """The written-out computation, for copying and saving."""
        return self._written

    def numbers(self) -> Numbers:
        """The numbers of all channels; empty while no pixel is pointed at.

        Returns:
            ``patch``, ``kernel`` and ``products`` (channels, frames, coefficients), ``bias`` (1,)
            and ``sum`` (1,) before a ReLU. The ``kernel`` of max pooling is 1 at the maximum.
        """
        found = self.shown
        if found is None:
            return {}
        return {
            "patch": found.patch,
            "kernel": found.weights,
            "products": found.products,
            "bias": np.array([found.bias]),
            "sum": np.array([found.sum]),
        }

    def clear(self) -> None:
        """Show no sum."""
        self.show_sum(None)

    def show_sum(
        self,
        found: PixelSum | None,
        where: str = "",
        below: NDArray[np.float32] | None = None,
        value: float = 0.0,
    ) -> None:
        """Write out the computation of a pixel.

        Args:
            found: the computation; None while no pixel is pointed at.
            where: description of the pixel.
            below: maps of the layer below, (maps, frames, coefficients).
            value: value of the pixel computed by the network.
        """
        self.shown = found
        deep = found is not None and len(found.channels) > 1
        self.channel.setVisible(deep)
        self.strongest.setVisible(deep)
        self.drawing.setVisible(found is not None)
        if found is None or below is None:
            self.where.setText(tr(POINT_AT_SOMETHING))
            self.result.clear()
            return
        if self.channel.maximum() != len(found.channels):
            self.channel.setMaximum(len(found.channels))
            self.channel.setSuffix(" " + tr("of {count}").format(count=len(found.channels)))
        self.where.setText(where)
        self._value = value
        self.drawing.show_sum(found, below)
        self._show_channel()

    def _show_channel(self) -> None:
        if self.shown is None:
            return
        self.strongest.setText(tr("Strongest: {number}").format(number=self._strongest() + 1))
        channel = min(self.channel.value(), len(self.shown.channels)) - 1
        self.drawing.show_channel(channel)
        self.result.setText(in_words(self.shown, self._value, channel))

    def _strongest(self) -> int:
        return 0 if self.shown is None else int(np.abs(self.shown.by_channel).argmax())

    def _show_strongest(self) -> None:
        self.channel.setValue(self._strongest() + 1)


def in_words(found: PixelSum, value: float, channel: int) -> str:
    """Write out sum, bias, ReLU and result, one line each, every number rounded on its own.

    Args:
        found: the computation.
        value: value of the pixel computed by the network.
        channel: channel whose share of the sum is shown, if there are several; from 0.
    """
    products = float(found.products.sum())
    lines = []
    if len(found.channels) > 1:
        lines.append(
            tr("channel {channel}: sum of {count} products ≈ {sum:.4f}").format(
                channel=channel + 1,
                count=found.products[0].size,
                sum=local(found.by_channel[channel]),
            )
        )
    match found.kind:
        case "conv":
            lines += [
                tr("sum of {count} products ≈ {sum:.4f}").format(
                    count=found.products.size, sum=local(products)
                ),
                tr("{products:.4f} + bias {bias:.4f} ≈ {sum:.4f}").format(
                    products=local(products), bias=local(found.bias), sum=local(found.sum)
                ),
            ]
        case "max_pool":
            lines.append(
                tr("maximum of {count} values = {sum:.4f}").format(
                    count=int(found.inside.sum()), sum=local(found.sum)
                )
            )
        case "mean_pool":
            lines.append(
                tr("average of {count} values ≈ {sum:.4f}").format(
                    count=int(found.inside.sum()), sum=local(found.sum)
                )
            )
        case "norm":
            gain = float(found.weights[0, 0, 0])
            lines.append(
                tr("{value:.4f} · gain {gain:.4f} + shift {bias:.4f} ≈ {sum:.4f}").format(
                    value=local(found.patch[0, 0, 0]),
                    gain=local(gain),
                    bias=local(found.bias),
                    sum=local(found.sum),
                )
            )
    if found.rectified:
        lines.append(
            tr("ReLU: max(0, {sum:.4f}) = {value:.4f}").format(
                sum=local(found.sum), value=local(found.value)
            )
        )
    lines.append(tr("in the map: {value:.4f}").format(value=local(value)))
    return "\n".join(lines).replace("-", "−")


class _Drawing(QWidget):
    """The map below with the patch outlined, and the grids of numbers."""

    def __init__(self) -> None:
        super().__init__()
        keep_left_to_right(self)
        self._found: PixelSum | None = None
        self._below: NDArray[np.float32] | None = None
        self._channel = 0

    def show_sum(self, found: PixelSum, below: NDArray[np.float32]) -> None:
        self._found, self._below = found, below
        self.setFixedHeight(round(self._height()))

    def show_channel(self, channel: int) -> None:
        self._channel = channel
        self.update()

    def _beside(self) -> bool:
        return self._found is not None and self._found.area.height <= WIDEST_BESIDE

    def grids(self) -> list[tuple[str, Matrix]]:
        """The heading and the numbers of each grid, as they are drawn."""
        found = self._found
        if found is None:
            return []
        at = self._channel
        shown = [("patch", _upright(found.patch[at]))]
        if found.kind == "conv":
            shown.append((tr("× kernel"), _upright(found.weights[at])))
            shown.append((tr("≈ products"), _upright(found.products[at])))
        return shown

    def _row(self) -> float:
        return ROW_LINES * self.fontMetrics().height()

    def _height(self) -> float:
        grids = self.grids()
        heading = self.fontMetrics().height() + 2.0
        rows = [len(values) * self._row() + heading + GAP for _, values in grids]
        return heading + PICTURE + GAP + (max(rows) if self._beside() else sum(rows))

    def sizeHint(self) -> QSize:
        return QSize(270, round(self._height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        found = self._found
        if found is None or self._below is None:
            return
        painter = QPainter(self)
        palette = self.palette()
        top = self._draw_below(painter, found, self._below)
        heading = self.fontMetrics().height() + 2.0
        grids = self.grids()
        beside = self._beside()
        width = (self.width() - 2 * GAP) / 3 if beside else float(self.width())
        left = 0.0
        for name, values in grids:
            painter.setPen(palette.color(QPalette.ColorRole.WindowText))
            draw_heading(painter, QRectF(left, top, width, heading), name)
            at = QRectF(left, top + heading, width, len(values) * self._row())
            marked = _upright_place(found) if name == "patch" else None
            inside = None if name == "× kernel" else _upright(found.inside)
            draw_numbers(painter, at, values, inside, marked)
            if beside:
                left += width + GAP
            else:
                top = at.bottom() + GAP

    def _draw_below(self, painter: QPainter, found: PixelSum, below: NDArray[np.float32]) -> float:
        """Draw the map that contains the patch; return the y below it, in pixels."""
        number = int(found.channels[self._channel])
        name = (
            tr("the image as the network sees it")
            if found.below == STANDARDISE
            else tr("{below}, map {number}").format(below=found.below, number=number + 1)
        )
        heading = self.fontMetrics().height() + 2.0
        area = found.area
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        draw_heading(
            painter, QRectF(0, 0, self.width(), heading), tr("in {name}:").format(name=name)
        )
        values = below[number]
        strength = max(float(np.abs(values).max()), 1e-9)
        at = QRectF(0, heading, self.width() - 1.0, PICTURE)
        painter.drawImage(at, picture(values.T[::-1], -strength, strength, KERNEL_MAP))
        frames, coefficients = values.shape
        across, up = at.width() / frames, at.height() / coefficients
        lit = QRectF(
            at.left() + area.top * across,
            at.bottom() - (area.left + area.width) * up,
            area.height * across,
            area.width * up,
        )
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        painter.drawRect(lit)
        return at.bottom() + GAP


def _upright(values: NDArray[Value]) -> NDArray[Value]:
    """Turn (frames, coefficients) so that time runs to the right and coefficients upwards."""
    return values.T[::-1]


def _upright_place(found: PixelSum) -> tuple[int, int] | None:
    if found.winner is None:
        return None
    frame, coefficient = found.winner
    return found.area.width - 1 - coefficient, frame
