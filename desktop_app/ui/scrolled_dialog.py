"""A dialog whose content scrolls where the screen is too small for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.screen_fit import fitting


class ScrolledDialog(QDialog):
    """Content above buttons, which are always in sight."""

    def __init__(self, parent: QWidget, content: QWidget, buttons: QDialogButtonBox) -> None:
        """Create the dialog, hidden.

        Args:
            parent: the window that it belongs to.
            content: what scrolls.
            buttons: what stays below it.
        """
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.addWidget(_Scrolled(content), 1)
        layout.addWidget(buttons)
        self.fit()

    def fit(self) -> None:
        """Become as large as the content, but not larger than the screen."""
        wished = QRect(self.pos(), self.sizeHint())
        self.resize(fitting(wished, self.screen().availableGeometry()).size())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the app's font, once everything in the dialog has done so."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self.fit)


class _Scrolled(QScrollArea):
    """Wants to be as large as its content."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(content)
        # The fields in it scroll it when they get the focus.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._content.minimumSizeHint().width() + bar, 4 * bar)
