"""The maps of one layer in a grid, or one of them enlarged; reports the pixel pointed at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)

from desktop_app.engine.inspector import MapPixel
from desktop_app.formatting.array_files import Numbers
from desktop_app.panels.kept_picture import KeptPicture
from desktop_app.panels.map_drawing import Marks, draw_maps, draw_marks
from desktop_app.panels.map_images import MapStack, kernel_images, stacked_maps_image
from desktop_app.panels.map_layout import LEAST_CELL, Cell, best_columns, cells, large_cell
from desktop_app.panels.map_strengths import MapStrengths
from desktop_app.panels.map_text import kernel_tooltip, map_in_words, pixel_in_words, pixel_tooltip
from desktop_app.panels.screen_reader import tell_value
from desktop_app.panels.tooltip_widget import TooltipWidget
from desktop_app.translation import keep_left_to_right, tr

POINTED_COLOUR = QColor(0, 229, 255)
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
"""Change of frame and coefficient for each arrow key."""


class MapGrid(TooltipWidget):
    """Draws maps with time to the right and coefficients upwards.

    Signals:
        painted: the maps have been painted.
        pointed: the pixel pointed at, a :class:`MapPixel`, or None.
        enlarged: a map was enlarged, or all maps are shown again.
        kernel_chosen: a kernel was clicked; its number, from 0.
    """

    painted = Signal()
    pointed = Signal(object)
    enlarged = Signal()
    kernel_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.large: int | None = None
        self.pinned = False
        self._shape = (0, 100, 13)
        self._signed = False
        self._kernels: MapStack | None = None
        self._kernel_images: tuple[QImage, ...] = ()
        self._marks = KeptPicture()
        self._changed: frozenset[int] = frozenset()
        self._maps: MapStack | None = None
        self._strengths = MapStrengths(0, by_energy=False)
        self._own_levels = False
        self._at: MapPixel | None = None
        self._current = 0
        self.setMouseTracking(True)
        # With a ground of its own, what is behind it isn't painted again with every frame.
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setAccessibleName(tr("Maps"))
        keep_left_to_right(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize((LEAST_CELL * 4).toSize())

    # Content.

    @property
    def at(self) -> MapPixel | None:
        """The pixel pointed at, if any."""
        return self._at

    @property
    def maps(self) -> MapStack | None:
        """The maps shown, (maps, frames, coefficients)."""
        return self._maps

    @property
    def changed_kernels(self) -> frozenset[int]:
        """Numbers of the kernels marked as changed, from 0."""
        return self._changed

    def show_layer(
        self, shape: tuple[int, int, int], kernels: MapStack | None, *, signed: bool
    ) -> None:
        """Prepare for the maps of a layer.

        Args:
            shape: numbers of maps, frames and coefficients.
            kernels: (maps, frames, coefficients) to draw beside the maps, if they can be drawn.
            signed: whether values can be negative.
        """
        self._shape, self._signed = shape, signed
        self._strengths = MapStrengths(shape[0], by_energy=self._strengths.by_energy)
        self._current = 0
        self._tell()
        self.show_kernels(kernels)
        # A pixel of the previous layer may not exist in this one.
        self.point_at(None)
        self.enlarge(None)
        self.show_maps(None)

    def show_kernels(self, kernels: MapStack | None, changed: frozenset[int] = frozenset()) -> None:
        """Draw these kernels, (maps, frames, coefficients), and mark the changed ones."""
        self._kernels, self._changed = kernels, changed
        # While frozen, only one frame may come with the changed kernels.
        self._strengths.forget()
        self._draw_kernels()
        self.update()

    def show_maps(self, maps: MapStack | None) -> None:
        """Draw maps of the shape passed to :meth:`show_layer`; others are ignored."""
        # Maps of the previous layer may still arrive.
        fits = maps is not None and maps.shape == self._shape
        self._maps = maps if fits else None
        if self._maps is not None:
            self._strengths.follow(self._maps)
            if self._at is not None:
                self.pointed.emit(self._at)
        self.update()

    def set_own_levels(self, own: bool) -> None:
        """Use one colour scale per map, or one for all."""
        self._own_levels = own
        self._draw_kernels()
        self.update()

    def set_by_energy(self, by_energy: bool) -> None:
        """Sort the maps by energy, or keep their order."""
        self._strengths.sort_by_energy(by_energy)
        self.update()

    def enlarge(self, number: int | None) -> None:
        """Show one map alone, or all of them (None)."""
        if number != self.large:
            self.large = number
            self.point_at(None)
            self.enlarged.emit()
            self.update()

    def numbers(self) -> Numbers:
        """``maps`` and, for a first layer, ``kernels``, both (maps, frames, coefficients)."""
        named = {"maps": self._maps, "kernels": self._kernels}
        return {name: values for name, values in named.items() if values is not None}

    # Geometry.

    def cells(self) -> tuple[Cell, ...]:
        """The cells of the maps shown."""
        size = (float(self.width()), float(self.height()))
        with_kernels = self._kernels is not None
        if self.large is not None:
            return (large_cell(self.large, size, with_kernels),)
        return cells(tuple(self._strengths.order), self._shape, size, with_kernels)

    def pixel_at(self, position: QPointF) -> MapPixel | None:
        """The map pixel at a position in the widget."""
        if self._maps is None:
            return None
        _, frames, coefficients = self._shape
        for cell in self.cells():
            at = cell.map
            if at.contains(position):
                frame = int((position.x() - at.x()) / at.width() * frames)
                up = 1.0 - (position.y() - at.y()) / at.height()
                return MapPixel(
                    cell.number,
                    min(frame, frames - 1),
                    min(max(int(up * coefficients), 0), coefficients - 1),
                )
        return None

    def _kernel_at(self, position: QPointF) -> int | None:
        found = (cell.number for cell in self.cells() if cell.kernel.contains(position))
        return next(found, None)

    # Mouse and keyboard.

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the pixel under the mouse unless one is pinned."""
        if not self.pinned:
            self.point_at(self.pixel_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Stop pointing unless a pixel is pinned."""
        super().leaveEvent(event)
        if not self.pinned:
            self.point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a kernel, enlarge a map, or pin or unpin a pixel of the enlarged map."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        kernel, pixel = self._kernel_at(event.position()), self.pixel_at(event.position())
        if kernel is not None:
            self.kernel_chosen.emit(kernel)
        elif pixel is not None and self.large is None:
            self._current = pixel.number
            self.enlarge(pixel.number)
        elif pixel is not None:
            self.pinned = not (self.pinned and pixel == self._at)
            self.point_at(pixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between maps with the arrow keys, or between pixels of an enlarged map."""
        key = Qt.Key(event.key())
        if key in STEPS and self._maps is not None:
            self._step(*STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._shape[0]:
            if self.large is None:
                self.enlarge(self._current)
                self._step(0, 0)
            else:
                self.pinned = not self.pinned and self._at is not None
                self.update()
        elif key is Qt.Key.Key_Escape and self.large is not None:
            self.enlarge(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which map has the keyboard focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the keyboard focus."""
        super().focusOutEvent(event)
        self.update()

    def _step(self, right: int, up: int) -> None:
        count, frames, coefficients = self._shape
        if self.large is None:
            columns = best_columns(self._shape, QSizeF(self.size()), self._kernels is not None)
            order = self._strengths.order
            place = order.index(self._current) + right - up * columns
            if 0 <= place < count:
                self._current = order[place]
                self._tell()
                self.update()
            return
        at = self._at or MapPixel(self.large, frames // 2, coefficients // 2)
        self.pin(
            MapPixel(
                self.large,
                min(max(at.frame + right, 0), frames - 1),
                min(max(at.coefficient + up, 0), coefficients - 1),
            )
        )

    def _tell(self) -> None:
        at = self._at
        words = map_in_words(self._current, self._shape[0]) if at is None else pixel_in_words(at)
        tell_value(self, words)

    def point_at(self, at: MapPixel | None) -> None:
        """Point at a pixel, or at none."""
        if at is None:
            self.pinned = False
        if at != self._at:
            self._at = at
            self._tell()
            self.pointed.emit(at)
        self.update()

    def pin(self, at: MapPixel) -> None:
        """Point at a pixel even when the mouse leaves."""
        self.pinned = True
        self.point_at(at)

    # Drawing.

    def _draw_kernels(self) -> None:
        self._kernel_images = kernel_images(self._kernels, own_levels=self._own_levels)

    def _picture(self) -> QImage:
        """One image of all maps, stacked vertically."""
        peaks = self._strengths.peaks
        highest = peaks if self._own_levels else peaks.max(keepdims=True, initial=0.0)
        return stacked_maps_image(self._maps, self._shape[0], highest, signed=self._signed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every map, its number and its kernel."""
        painter = QPainter(self)
        placed = self.cells()
        draw_maps(painter, placed, self._picture(), self._shape[0])
        focused = self.hasFocus() and self.large is None
        current = self._current if focused else None
        marks = Marks(placed, self._kernel_images, self._changed, current)
        self._marks.draw(
            painter, self, marks, lambda layer: draw_marks(layer, self.palette(), marks)
        )
        for cell in placed:
            if self._at is not None and self._at.number == cell.number and self._maps is not None:
                self._mark(painter, cell.map, self._at)
        self.painted.emit()

    def _mark(self, painter: QPainter, map_at: QRectF, at: MapPixel) -> None:
        _, frames, coefficients = self._shape
        width, height = map_at.width() / frames, map_at.height() / coefficients
        left = map_at.left() + at.frame * width
        top = map_at.bottom() - (at.coefficient + 1) * height
        painter.setPen(QPen(POINTED_COLOUR, 2 if self.pinned else 1))
        painter.drawRect(QRectF(left, top, width, height))

    def tooltip_at(self, position: QPointF) -> str:
        """The kernel's weights or the map's value at a position in the widget."""
        number = self._kernel_at(position)
        if number is not None and self._kernels is not None:
            return kernel_tooltip(number, self._kernels[number])
        at = self.pixel_at(position)
        if at is None or self._maps is None:
            return ""
        return pixel_tooltip(at, self._maps[at.number])

    def subject_at(self, position: QPointF) -> QRectF:
        """The kernel or the map at a position in the widget."""
        places = [at for cell in self.cells() for at in (cell.kernel, cell.map)]
        return next((at for at in places if at.contains(position)), QRectF(self.rect()))

    def sizeHint(self) -> QSize:
        """Room for 16 maps."""
        return QSize(800, 280)
