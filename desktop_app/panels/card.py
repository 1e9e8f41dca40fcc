"""The frame and heading shared by all panels."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget


class ElidingLabel(QLabel):
    """A line of text that is cut short when its neighbours need the room."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)


class Card(QFrame):
    """A framed panel: heading on the left, controls on the right, content below.

    Attributes:
        title: the heading.
        header: layout for the controls.
        body: layout for the content.
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._heading = QLabel(f"<b>{title}</b>")
        self._heading.setTextFormat(Qt.TextFormat.RichText)
        self._subtitle = ElidingLabel()
        self._subtitle.setTextFormat(Qt.TextFormat.PlainText)
        self._subtitle.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.header = QHBoxLayout()
        self.header.addWidget(self._heading)
        self.header.addSpacing(4)
        self.header.addWidget(self._subtitle, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(10, 7, 10, 8)
        self.body.addLayout(self.header)

    @property
    def subtitle(self) -> str:
        """The text beside the heading."""
        return self._subtitle.text()

    def retitle(self, title: str) -> None:
        """Change the heading."""
        self.title = title
        self._heading.setText(f"<b>{title}</b>")

    def say(self, subtitle: str) -> None:
        """Set the subtitle, in a fainter colour beside the heading."""
        self._subtitle.setText(subtitle)
        self._subtitle.setToolTip(subtitle)

    def add_control(self, control: QWidget) -> None:
        """Add a control at the right end of the header."""
        self.header.addWidget(control)
