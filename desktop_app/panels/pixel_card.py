"""The sum behind a map pixel: patch, kernel, products, bias and result."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
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
from desktop_app.panels.live_panel import LivePanel
from desktop_app.panels.pixel_drawing import PixelDrawing
from desktop_app.panels.pixel_words import in_words
from desktop_app.translation import QT_TR_NOOP, tr
from model.pixel import PixelSum

POINT_AT_SOMETHING = QT_TR_NOOP(
    "Point at a pixel of a feature map to see how it is computed. Click a map to enlarge it, then "
    "click a pixel to pin it; the arrow keys move to its neighbours."
)
ROUNDED = QT_TR_NOOP(
    "≈: every number is rounded separately, to two decimals or three digits in the grids and to "
    "four decimals below them. The sum is computed from the exact numbers."
)


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
        self.drawing = PixelDrawing()
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
