"""The layers of a network as blocks in rows, each with its drawing and its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)

from desktop_app.panels.block_rows import block_rows
from desktop_app.panels.layer_solid import SOLID_HEIGHT, paint_solid, solid_width
from desktop_app.panels.layer_text import brief
from desktop_app.panels.screen_reader import tell_value
from desktop_app.panels.tooltip_widget import TooltipWidget
from desktop_app.translation import keep_left_to_right, tr
from model.architecture import Shape

SMALL = 0.83
"""Share of the usual font size; the blocks stand close together."""
GAP, BESIDE = 3.0, 6.0
"""Between two blocks, and beside the text in a block, in pixels."""
SPARABLE = 3.0
"""Pixels of a block's width that it can do without before its text is cut."""
MOST_LINES = 7


@dataclass(frozen=True)
class LayerBlock:
    """One layer as it is drawn.

    Attributes:
        layer: name of the layer, as in ``Classifier.layers``.
        title: heading of the block.
        shape: shape of the output, (maps, frames, coefficients) or (units,).
        lines: text under the title.
        learns: whether the layer has trained parameters.
        tooltip: text shown while the mouse is over the block.
    """

    layer: str
    title: str
    shape: Shape
    lines: tuple[str, ...]
    learns: bool
    tooltip: str


class LayerBlocks(TooltipWidget):
    """The blocks in one row, or in several where it is narrow; one can be highlighted.

    Signals:
        chosen(str): name of the layer that was clicked, or chosen with Enter.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._blocks: list[LayerBlock] = []
        self._marked = ""
        self._current = 0
        self._hovered: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Layers of the network"))
        keep_left_to_right(self)
        self.setMinimumSize(self.minimumSizeHint())

    @property
    def layers(self) -> tuple[LayerBlock, ...]:
        """The blocks, in the order of :meth:`places`."""
        return tuple(self._blocks)

    @property
    def marked(self) -> str:
        """Name of the highlighted layer, even if the network doesn't have it."""
        return self._marked

    def show_blocks(self, blocks: list[LayerBlock]) -> None:
        """Draw the blocks of another network."""
        self._blocks = blocks
        self._current = 0
        self._hovered = None
        tell_value(self, blocks[0].tooltip if blocks else "")
        self.setMinimumSize(self.minimumSizeHint())
        self.update()

    def mark(self, layer: str) -> None:
        """Highlight a layer; a name that the network doesn't have highlights none."""
        self._marked = layer
        names = [block.layer for block in self._blocks]
        if layer in names:
            self._current = names.index(layer)
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for every line of the app's own network."""
        return QSize(1200, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """High enough for the drawings and all lines of the blocks."""
        rows, _ = self._arranged()
        lines = QFontMetricsF(self._small()).height() * MOST_LINES
        row = round(lines + SOLID_HEIGHT + 2)
        count = max(1, len(rows))
        return QSize(500, count * row + round(GAP) * (count - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height of as many rows as the width needs."""
        super().resizeEvent(event)
        self.setMinimumSize(self.minimumSizeHint())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the app's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMinimumSize(self.minimumSizeHint())

    def _small(self, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * SMALL)
        font.setBold(bold)
        return font

    def places(self) -> list[QRectF]:
        """The blocks' rectangles: as wide as their text needs, plus a share of the spare width."""
        rows, words = self._arranged()
        needed = self._needed(words)
        height = (self.height() - GAP * (len(rows) - 1)) / max(1, len(rows))
        return list(
            chain.from_iterable(
                self._row([needed[block] for block in row], number * (height + GAP), height)
                for number, row in enumerate(rows)
            )
        )

    def _row(self, needed: list[float], top: float, height: float) -> list[QRectF]:
        """Rectangles of the blocks of a row that need these widths."""
        spare = self.width() - sum(needed) - GAP * (len(needed) - 1) - 1
        # Room to spare is shared in proportion; a lack of room is borne by all in equal parts.
        stretch = 1.0 + max(0.0, spare) / max(1.0, sum(needed))
        found, left = [], 0.0
        for width in (each + min(0.0, spare) / len(needed) for each in needed):
            # Whole pixels keep all edges equally sharp.
            begin, end = round(left), round(left + width * stretch)
            found.append(QRectF(begin, round(top), end - begin, round(height)))
            left += width * stretch + GAP
        return found

    def _needed(self, words: list[tuple[str, ...]]) -> list[float]:
        """Width in pixels that each block needs to write these lines under its title."""
        plain, bold = QFontMetricsF(self._small()), QFontMetricsF(self._small(bold=True))
        return [
            max(
                [
                    solid_width(block.shape),
                    bold.horizontalAdvance(block.title),
                    *map(plain.horizontalAdvance, its),
                ]
            )
            + BESIDE
            for block, its in zip(self._blocks, words, strict=True)
        ]

    def _arranged(self) -> tuple[list[range], list[tuple[str, ...]]]:
        """The blocks of each row, and the lines under each title.

        All lines are shorter where that saves a row.
        """
        whole = [block.lines for block in self._blocks]
        shapes = [(), *(block.shape for block in self._blocks)]
        # A shape is written only where it changes.
        short = [
            brief(each[1:] if now == before else each)
            for each, (before, now) in zip(whole, pairwise(shapes), strict=True)
        ]
        ways = [
            (
                block_rows([w - SPARABLE for w in self._needed(words)], self.width() - 1, GAP),
                words,
            )
            for words in (whole, short)
        ]
        return min(ways, key=lambda way: len(way[0]))

    # Drawing.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all blocks."""
        self.draw(QPainter(self))

    def draw(self, painter: QPainter) -> None:
        """Draw all blocks."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _, written = self._arranged()
        for number, (block, at) in enumerate(zip(self._blocks, self.places(), strict=True)):
            self._paint_surface(painter, number, at)
            solid = QRectF(at.left(), at.top(), at.width(), SOLID_HEIGHT)
            role = QPalette.ColorRole.Highlight if block.learns else QPalette.ColorRole.Dark
            paint_solid(painter, block.shape, solid, self.palette().color(role), self.palette())
            said = (block.title, *written[number])
            self._paint_words(painter, said, at.adjusted(2, solid.height(), -2, -2))

    def _paint_surface(self, painter: QPainter, number: int, at: QRectF) -> None:
        palette = self.palette()
        accent = palette.color(QPalette.ColorRole.Highlight)
        surface = QColor(palette.color(QPalette.ColorRole.Mid))
        chosen = self._blocks[number].layer == self._marked
        surface.setAlpha(80 if number == self._hovered else 35)
        edge = QPen(accent, 2.0) if chosen else QPen(Qt.PenStyle.NoPen)
        painter.setPen(edge)
        painter.setBrush(surface)
        painter.drawRoundedRect(at.adjusted(1, 1, -1, -1), 4, 4)
        if self.hasFocus() and number == self._current:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 1.0, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(at.adjusted(3, 3, -3, -3), 3, 3)

    def _paint_words(self, painter: QPainter, said: tuple[str, ...], area: QRectF) -> None:
        palette = self.palette()
        for number, words in enumerate(said):
            font = self._small(bold=number == 0)
            metrics = QFontMetricsF(font)
            role = QPalette.ColorRole.PlaceholderText if number > 1 else QPalette.ColorRole.Text
            painter.setFont(font)
            painter.setPen(palette.color(role))
            line = QRectF(area.left(), area.top(), area.width(), metrics.height())
            line.translate(0, number * metrics.height())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width() + 2)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, shown)

    # Mouse and keyboard.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the block under the mouse."""
        number = self._at(event.position())
        if number is not None and event.button() is Qt.MouseButton.LeftButton:
            self._current = number
            self.chosen.emit(self._blocks[number].layer)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Brighten the block under the mouse."""
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Brighten no block."""
        super().leaveEvent(event)
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between blocks with ← and →, and choose one with Enter."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and self._blocks:
            moved = self._current + steps[Qt.Key(event.key())]
            self._current = min(max(moved, 0), len(self._blocks) - 1)
            tell_value(self, self._blocks[self._current].tooltip)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._blocks:
            self.chosen.emit(self._blocks[self._current].layer)
        else:
            super().keyPressEvent(event)

    def tooltip_at(self, position: QPointF) -> str:
        """What the layer under the mouse does."""
        number = self._at(position)
        return "" if number is None else self._blocks[number].tooltip

    def _at(self, position: QPointF) -> int | None:
        return next((n for n, at in enumerate(self.places()) if at.contains(position)), None)

    def _hover(self, number: int | None) -> None:
        if number != self._hovered:
            self._hovered = number
            self.setCursor(
                Qt.CursorShape.ArrowCursor if number is None else Qt.CursorShape.PointingHandCursor
            )
            self.update()
