"""A file that is played: what it is, where it is, how loud, and its overview to go elsewhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QSlider, QToolButton, QWidget

from desktop_app.analysis.file_scan import FileScanner
from desktop_app.analysis.segments import labels_of, objects_of
from desktop_app.audio.files import readable
from desktop_app.engine.source_status import SourceStatus
from desktop_app.formatting.array_files import Numbers
from desktop_app.formatting.text import clock
from desktop_app.panels.exportable import Exportable
from desktop_app.panels.overview_strip import OverviewStrip

if TYPE_CHECKING:
    from model.classifier import Classifier

LOUDEST = 100
VOLUME_WIDTH = 110


class Transport(Exportable):
    """Shown while the source is a file.

    Signals:
        volume_changed: factor from 0 to 1 by which the file is to be played quieter.
    """

    volume_changed = Signal(float)

    def __init__(self, previous: QAction, play_pause: QAction, following: QAction) -> None:
        super().__init__("File")
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
        self._shown: tuple[str, Path | None, int] = ("", None, 0)
        self._scanned: tuple[str, Path | None, Classifier] | None = None
        self.number = QLabel()
        controls: list[QWidget] = []
        for action in (previous, play_pause, following):
            button = QToolButton()
            button.setDefaultAction(action)
            controls.append(button)
        for place, control in enumerate((*controls, self.number)):
            self.header.insertWidget(2 + place, control)
        for control in (
            self.position, QLabel("/"), self.duration, QLabel("   Volume"), self.volume,
        ):  # fmt: skip
            self.add_control(control)
        self.body.addWidget(self.overview)

    @property
    def file_name(self) -> str:  # type: ignore[override]
        """See :class:`Exportable`."""
        path = self._shown[1]
        return f"{readable(path.stem)} genres" if path else "genres"

    @property
    def canvas(self) -> QWidget:
        """The picture; see :class:`Exportable`."""
        return self.overview

    def numbers(self) -> Numbers:
        """``start``, ``end`` in seconds, ``label``, ``probability``: one of each a part."""
        parts = self.overview.parts
        if not parts:
            return {}
        return {
            "start": np.array([part.start_s for part in parts]),
            "end": np.array([part.end_s for part in parts]),
            "label": np.array([part.label for part in parts]),
            "probability": np.array([part.probability for part in parts]),
        }

    def texts(self) -> Mapping[str, str]:
        """Audacity's labels, and the parts as JSON."""
        parts = self.overview.parts
        return {".txt": labels_of(parts), ".json": json.dumps(objects_of(parts), indent=1) + "\n"}

    def show_status(self, status: SourceStatus) -> None:
        """Draw what is played and the play head."""
        shown = (status.source, status.path, status.first_stream)
        if shown != self._shown:
            self._shown = shown
            self.retitle("Replay" if status.is_replay else "File")
            self.overview.show_file(status.duration_s or 0.0)
        self.number.setVisible(status.files > 1)
        self.number.setText(f"{status.number} of {status.files}")
        self.say(titled(status))
        self.duration.setText(clock(status.duration_s or 0.0))
        self.position.setText(clock(status.position_s))
        self.overview.show_position(status.position_s)

    def listen_ahead(
        self, status: SourceStatus, overview: FileScanner, classifier: Classifier | None
    ) -> None:
        """Let the file be looked through, once for each model, and draw what is known by now."""
        if status.again is None or classifier is None:
            return
        wanted = (status.source, status.path, classifier)
        if wanted != self._scanned:
            self._scanned = wanted
            overview.scan(status.again, classifier)
        self.overview.show_outline(overview.outline)


def titled(status: SourceStatus) -> str:
    """What a file says of itself, else its name."""
    tags = status.tags
    title = " – ".join(part for part in (tags.artist, tags.title) if part)
    said = f"   (tagged {tags.genre})" if tags.genre else ""
    return (title or status.source) + said
