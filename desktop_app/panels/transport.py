"""A file that is played: what it is, where it is, how loud, and its overview to go elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QVBoxLayout, QWidget

from desktop_app.analysis.overview import Overview
from desktop_app.panels.card import ElidingLabel
from desktop_app.panels.overview import OverviewStrip
from desktop_app.status import Status
from desktop_app.words import clock

if TYPE_CHECKING:
    from model.classifier import Classifier

LOUDEST = 100
VOLUME_WIDTH = 110


class Transport(QWidget):
    """Shown while the source is a file.

    Signals:
        volume_changed: factor from 0 to 1 by which the file is to be played quieter.
    """

    volume_changed = Signal(float)

    def __init__(self, previous: QAction, play_pause: QAction, following: QAction) -> None:
        super().__init__()
        self.name = ElidingLabel()
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.position = QLabel("0:00")
        self.duration = QLabel("0:00")
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, LOUDEST)
        self.volume.setValue(LOUDEST)
        self.volume.setFixedWidth(VOLUME_WIDTH)
        self.volume.setAccessibleName("Volume")
        self.volume.setToolTip("How loud the file is played; what is analysed stays the same")
        self.volume.valueChanged.connect(lambda value: self.volume_changed.emit(value / LOUDEST))
        self.overview = OverviewStrip()
        self._shown: tuple[Path | None, int] = (None, 0)
        self._scanned: tuple[Path, Classifier] | None = None
        self.number = QLabel()
        row = QHBoxLayout()
        for action in (previous, play_pause, following):
            button = QToolButton()
            button.setDefaultAction(action)
            row.addWidget(button)
        row.addWidget(self.number)
        row.addWidget(self.name, 1)
        for widget in (self.position, QLabel("/"), self.duration):
            row.addWidget(widget)
        row.addSpacing(12)
        row.addWidget(QLabel("Volume"))
        row.addWidget(self.volume)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.overview)

    def show_status(self, status: Status) -> None:
        """Draw what is played and the play head."""
        if (status.path, status.first_stream) != self._shown:
            self._shown = (status.path, status.first_stream)
            self.overview.show_file(status.duration_s or 0.0)
        self.number.setVisible(status.files > 1)
        self.number.setText(f"{status.number} of {status.files}")
        self.name.setText(titled(status))
        self.name.setToolTip(status.source)
        self.duration.setText(clock(status.duration_s or 0.0))
        self.position.setText(clock(status.position_s))
        self.overview.show_position(status.position_s)

    def listen_ahead(self, overview: Overview, classifier: Classifier | None) -> None:
        """Let the file be looked through, once for each model, and draw what is known by now."""
        path = self._shown[0]
        if path is None or classifier is None:
            return
        if (path, classifier) != self._scanned:
            self._scanned = (path, classifier)
            overview.scan(path, classifier)
        self.overview.show_outline(overview.outline)


def titled(status: Status) -> str:
    """What a file says of itself, else its name."""
    tags = status.tags
    title = " – ".join(part for part in (tags.artist, tags.title) if part)
    said = f"   (tagged {tags.genre})" if tags.genre else ""
    return (title or status.source) + said
