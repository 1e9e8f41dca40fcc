"""A line of text several times as large as other text."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

MARGIN = 2
"""Around the text, in pixels."""


class LargeLabel(QLabel):
    """Large text that is written smaller where it is long, so that it need not widen its panel."""

    def __init__(self, times: float, *, bold: bool = False, whole: bool = False) -> None:
        """Create the label without a text.

        Args:
            times: how many times as large as other text.
            bold: whether the text is bold.
            whole: whether it always gets the width that it needs.
        """
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._times, self._bold = times, bold
        self._whole = whole
        if not whole:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Write another text."""
        if text != self.text():
            super().setText(text)
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the size of other text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        # Otherwise every number would have the whole window laid out again.
        if self._whole:
            self.setFixedSize(self.sizeHint())

    def enlarge(self, times: float) -> None:
        """Write the text this many times as large as other text."""
        self._times = times
        self._fit()
        self.updateGeometry()
        self.update()

    def be_faint(self, faint: bool) -> None:
        """Write the text in a fainter colour, or as other text."""
        role = QPalette.ColorRole.PlaceholderText if faint else QPalette.ColorRole.WindowText
        # Otherwise the label would be painted again each time.
        if role != self.foregroundRole():
            self.setForegroundRole(role)

    @property
    def large_font(self) -> QFont:
        """The font of the text where there is room for it; it follows that of other text."""
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * self._times)
        font.setBold(self._bold)
        return font

    def sizeHint(self) -> QSize:
        """Room for the text at its full size, whichever its digits are."""
        metrics = QFontMetricsF(self.large_font)
        width = metrics.horizontalAdvance(re.sub(r"\d", "0", self.text()))
        return QSize(round(width), round(metrics.height())) + QSize(2 * MARGIN, 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def arrangement(self) -> tuple[QFont, tuple[str, ...]]:
        """The font in which the text is written now, and its lines.

        Where one line would have to be smaller, the text is broken into two at the space that lets
        them be largest.
        """
        text = self.text()
        breaks = [place for place, sign in enumerate(text) if sign == " "]
        ways = [(text,), *((text[:place], text[place + 1 :]) for place in breaks)]
        fitted = [(self._fitted(lines), lines) for lines in ways]
        return max(fitted, key=lambda way: way[0].pointSizeF())

    def _fitted(self, lines: tuple[str, ...]) -> QFont:
        """The largest font in which these lines fit, not smaller than that of other text."""
        font, smallest = self.large_font, self.font().pointSizeF()
        font.setPointSizeF(max(smallest, font.pointSizeF() / len(lines)))
        # In steps, because a text's width isn't proportional to its font size.
        while font.pointSizeF() > smallest:
            metrics = QFontMetricsF(font)
            if max(map(metrics.horizontalAdvance, lines)) <= self.width():
                break
            font.setPointSizeF(max(smallest, font.pointSizeF() - 0.5))
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text smaller until it fits; elide it only at the size of other text."""
        font, lines = self.arrangement()
        metrics = QFontMetricsF(font)
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(self.palette().color(self.foregroundRole()))
        elide = Qt.TextElideMode.ElideRight
        shown = "\n".join(metrics.elidedText(line, elide, self.width()) for line in lines)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
