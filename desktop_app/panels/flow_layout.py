"""A layout that places its items side by side and continues in a new row where they do not fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class FlowLayout(QLayout):
    """Rows of items, filled from the left, each item at its preferred size.

    An item that is hidden takes no room. An item wider than the layout is narrowed to its width.
    """

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._placed = QRect()

    def add_row(self, row: QLayout) -> None:
        """Add widgets that stay together, such as a label and its box."""
        self.addChildLayout(row)
        self.addItem(row)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item of that number, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove the item of that number."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """None: other parts of the layout get the room that is left."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Yes: the narrower, the more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all rows at a width, in pixels."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        if rect != self._placed:
            self._place(rect, move=True)
            self._placed = rect

    def invalidate(self) -> None:
        """Forget what was computed, because an item has changed."""
        super().invalidate()
        self._heights.clear()
        self._placed = QRect()

    def sizeHint(self) -> QSize:
        """The smallest size, because the height depends on the width."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As wide as the widest item can be made, and as high as the highest."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        gap = max(0, self.spacing())
        left, top, height = rect.left(), rect.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(rect.width(), item.minimumSize().width())))
            if height and left + size.width() > rect.left() + rect.width():
                left, top, height = rect.left(), top + height + gap, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + 2 * gap
            height = max(height, size.height())
        return top + height - rect.top()
