"""Tells screen readers what widgets are: panels are groups, and what is painted are pictures."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QGraphicsView, QScrollArea, QWidget

from desktop_app.panels.card import Card


@cache
def describe_widgets() -> None:
    """Begin to describe widgets; once per process."""
    QAccessible.installFactory(_interface_of)


class _Group(QAccessibleWidget):
    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Grouping)


class _Picture(QAccessibleWidget):
    """Its value is what it shows, in words."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Graphic)
        self._widget = widget

    def text(self, kind: QAccessible.Text) -> str:
        match kind:
            case QAccessible.Text.Value:
                return self._widget.accessibleDescription()
            case QAccessible.Text.Description:
                return self._widget.toolTip()
        return super().text(kind)


def _interface_of(_name: str, described: QObject) -> QAccessibleInterface | None:
    if isinstance(described, Card | QScrollArea):
        return _Group(described)
    if isinstance(described, QWidget) and described.accessibleName() and _painted(described):
        return _Picture(described)
    return None


def _painted(widget: QWidget) -> bool:
    """Whether it draws itself, in place of being one of Qt's controls."""
    qt = next(kind for kind in type(widget).__mro__ if kind.__module__.startswith("PySide6."))
    return qt in (QWidget, QGraphicsView) and qt is not type(widget)
