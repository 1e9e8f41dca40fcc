"""The size of all text and controls, chosen by the user for each screen."""

from __future__ import annotations

import json

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QFontDatabase, QScreen
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from desktop_app.ui.settings import Settings

STEPS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
USUAL = 1.0


class Zoom(QObject):
    """Makes everything in the application larger and smaller, and remembers how large.

    Signals:
        changed: the factor is another one.
    """

    changed = Signal()

    def __init__(self, window: QWidget, settings: Settings) -> None:
        """Start with the size that was chosen for the screen of a window.

        Args:
            window: the one whose screen counts.
            settings: remember the factors.
        """
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._chosen = _factors(settings.text("zoom"))
        self.factor = USUAL
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window to another screen."""
        if event.type() == QEvent.Type.Move:
            self.follow_screen()
        return False

    def follow_screen(self) -> None:
        """Use the factor that was chosen for the screen on which the window is now."""
        self._use(self._chosen.get(_name(self._window.screen()), USUAL))

    def enlarge(self) -> None:
        """Use the next larger factor."""
        self.choose(next((step for step in STEPS if step > self.factor), STEPS[-1]))

    def reduce(self) -> None:
        """Use the next smaller factor."""
        self.choose(next((step for step in reversed(STEPS) if step < self.factor), STEPS[0]))

    def reset(self) -> None:
        """Use the system's size."""
        self.choose(USUAL)

    def choose(self, factor: float) -> None:
        """Use one of the ``STEPS`` on the window's screen, now and whenever it is there."""
        """Use one of the ``STEPS`` on the window's present screen, now and later."""
        self._chosen[_name(self._window.screen())] = factor
        self._settings.remember(zoom=json.dumps(self._chosen))
        self._use(factor)

    def _use(self, factor: float) -> None:
        if factor == self.factor:
            return
        self.factor = factor
        font = QApplication.font()
        usual = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        font.setPointSizeF(usual.pointSizeF() * factor)
        QApplication.setFont(font)
        self.changed.emit()


def fit_controls(window: QWidget, side: int) -> None:
    """Let all controls of a window follow the size of text.

    Args:
        window: contains the controls.
        side: of an icon, in logical pixels.
    """
    for widget in window.findChildren(QWidget):
        if widget.styleSheet():
            # Otherwise it would keep the font and the colours with which it was first drawn.
            widget.setStyleSheet(widget.styleSheet())
    for button in window.findChildren(QToolButton):
        button.setIconSize(QSize(side, side))


def _name(screen: QScreen) -> str:
    return " ".join(filter(None, (screen.name(), screen.model(), screen.serialNumber())))


def _factors(text: str) -> dict[str, float]:
    """Screen -> factor, of a remembered text; whatever is not one of the steps is left out."""
    try:
        stored = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(stored, dict):
        return {}
    return {
        name: factor
        for name, factor in stored.items()
        if isinstance(factor, float) and factor in STEPS
    }
