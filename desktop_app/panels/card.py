"""The frame and heading shared by all panels."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.panels.exportable import Exportable

GAP = 6
"""Between title and controls, in pixels."""


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


class Card(Exportable):
    """A framed panel: heading on the left, controls on the right, content below.

    Attributes:
        title: the heading.
        header: layout for the controls.
        body: layout for the content.
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._heading = QLabel(f"<b>{title}</b>")
        self._heading.setTextFormat(Qt.TextFormat.RichText)
        self._subtitle = ElidingLabel()
        self._subtitle.setTextFormat(Qt.TextFormat.PlainText)
        self._subtitle.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._top = _Heading()
        self.header = self._top.line
        self.header.addWidget(self._heading)
        self.header.addSpacing(4)
        self.header.addWidget(self._subtitle, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(10, 7, 10, 8)
        self.body.addWidget(self._top)

    @property
    def subtitle(self) -> str:
        """The text beside the heading."""
        return self._subtitle.text()

    def retitle(self, title: str) -> None:
        """Change the heading."""
        self.title = title
        self.setAccessibleName(title)
        self._heading.setText(f"<b>{title}</b>")

    def say(self, subtitle: str) -> None:
        """Set the subtitle, in a fainter colour beside the heading."""
        if subtitle != self.subtitle:
            self._subtitle.setText(subtitle)
            self._subtitle.setToolTip(subtitle)

    def add_control(self, control: QWidget) -> None:
        """Add a control at the right end of the header."""
        self._top.controls.addWidget(control)


class _Heading(QWidget):
    """Title and controls on one line, or on two where the card is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.controls = QHBoxLayout(), QHBoxLayout()
        self._controls = QWidget()
        self._controls.setLayout(self.controls)
        self.controls.setContentsMargins(0, 0, 0, 0)
        for row in (self.line, self.controls):
            row.setSpacing(GAP)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.addLayout(self.line, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._below: bool | None = None
        self._place(below=False)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longer of the two lines."""
        widths = (self.line.minimumSize().width(), self._controls.minimumSizeHint().width())
        return QSize(max(widths), self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        # A control has become wider or narrower, or another one is shown.
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        wished = self.line.minimumSize().width() + self._controls.sizeHint().width()
        self._place(below=wished + GAP > self.width())

    def _place(self, *, below: bool) -> None:
        if below is self._below:
            return
        self._below = below
        right = Qt.AlignmentFlag.AlignRight
        if below:
            self._grid.addWidget(self._controls, 1, 0, right)
        else:
            self._grid.addWidget(self._controls, 0, 1)
