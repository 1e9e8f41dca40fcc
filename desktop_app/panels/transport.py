"""What is playing: its name and volume; of a file also its position, and the overview."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QSlider, QToolButton, QWidget

from desktop_app.analysis.cue_sheet import cue_of
from desktop_app.analysis.file_scan import FileOutline
from desktop_app.analysis.segments import Segment, labels_of, objects_of
from desktop_app.audio.file_names import readable
from desktop_app.engine.source_status import SourceStatus
from desktop_app.formatting.array_files import Numbers
from desktop_app.formatting.line_names import Unnameable
from desktop_app.formatting.text import clock
from desktop_app.panels.card import Card
from desktop_app.panels.overview_strip import OverviewStrip
from desktop_app.panels.playlist_button import PlaylistButton
from desktop_app.panels.region_button import RegionButton
from desktop_app.panels.regions import Region, Regions
from desktop_app.panels.track_chooser import TrackChooser
from desktop_app.translation import tr

LOUDEST = 100
VOLUME_WIDTH = 110


class Transport(Card):
    """Shown while the source is a file, a replay or a network stream.

    Signals:
        volume_changed: the volume wished for, 0 to 1.
    """

    volume_changed = Signal(float)

    def __init__(self, previous: QAction, play_pause: QAction, following: QAction) -> None:
        super().__init__(tr("File"))
        self.position = QLabel("0:00")
        self.duration = QLabel("0:00")
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, LOUDEST)
        self.volume.setValue(LOUDEST)
        self.volume.setFixedWidth(VOLUME_WIDTH)
        self.volume.setAccessibleName(tr("Volume"))
        self.volume.setToolTip(tr("Playback volume; does not affect the analysis"))
        self.volume.valueChanged.connect(lambda value: self.volume_changed.emit(value / LOUDEST))
        self.overview = OverviewStrip()
        self._status = SourceStatus()
        self.number = PlaylistButton()
        self.parts_button = RegionButton()
        self.parts_button.region_chosen.connect(self._loop_region)
        self.tracks = TrackChooser()
        # What a network stream has no use for.
        self._of_files: list[QWidget] = [self.overview, self.position, self.duration]
        controls: list[QWidget] = []
        for action in (previous, play_pause, following):
            button = QToolButton()
            button.setDefaultAction(action)
            controls.append(button)
        slash = QLabel("/")
        self._of_files += [*controls, slash]
        for place, control in enumerate((*controls, self.number)):
            self.header.insertWidget(2 + place, control)
        for control in (
            self.tracks, self.parts_button, self.position, slash, self.duration,
            QLabel("   " + tr("Volume")), self.volume,
        ):  # fmt: skip
            self.add_control(control)
        self.body.addWidget(self.overview)

    @property
    def file_name(self) -> str:  # type: ignore[override]
        """Suggested name of a saved file, without extension."""
        path = self._status.path
        return tr("{file} genres").format(file=readable(path.stem)) if path else "genres"

    @property
    def canvas(self) -> QWidget:
        """The overview, as a picture."""
        return self.overview

    def numbers(self) -> Numbers:
        """``start`` and ``end`` in seconds, ``label`` and ``probability``, (parts,) each."""
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
        """The parts as Audacity labels, as JSON and, of a file, as a cue sheet."""
        parts = self.overview.parts
        texts = {".txt": labels_of(parts), ".json": json.dumps(objects_of(parts), indent=1) + "\n"}
        return texts | self._cue(parts)

    def _cue(self, parts: Sequence[Segment]) -> dict[str, str]:
        path = self._status.path
        if path is None:
            return {}
        try:
            # By its whole name, because it is not known yet where the cue sheet will be.
            return {".cue": cue_of(path.absolute().as_posix(), self._status.tags, parts)}
        except Unnameable:
            return {}

    def show_status(self, status: SourceStatus) -> None:
        """Show the name, and of a file or replay its position and loop."""
        before, self._status = self._status, status
        if _clip(status) != _clip(before):
            self.retitle(
                tr("Replay")
                if status.is_replay
                else tr("File")
                if status.is_file
                else tr("Network stream")
            )
            self.overview.show_file(status.duration_s or 0.0)
            for widget in self._of_files:
                widget.setVisible(status.is_file)
        self.number.show_playlist(status.playlist)
        self.tracks.show_tracks(status.tracks)
        self.say(titled(status))
        self.duration.setText(clock(status.duration_s or 0.0))
        self.position.setText(clock(status.position_s))
        self.overview.show_position(status.position_s)
        self.overview.show_loop(status.loop)

    def show_regions(self, regions: Regions, loop: tuple[float, float] | None) -> None:
        """Show the parts that the user has named; ``loop`` is the one that could be named now."""
        self.parts_button.show_parts(regions, loop)
        self.overview.show_regions(regions)

    def _loop_region(self, region: Region) -> None:
        self.overview.ask_for_part(region.loop)

    def show_outline(self, outline: FileOutline | None) -> None:
        """Draw what is known of the file so far."""
        self.overview.show_outline(outline)


def _clip(status: SourceStatus) -> tuple[str, Path | None, float | None]:
    """What tells one file, replay or stream from another."""
    return status.source, status.path, status.duration_s


def titled(status: SourceStatus) -> str:
    """Artist and title as the file states them, else its name."""
    tags = status.tags
    title = " – ".join(part for part in (tags.artist, tags.title) if part)
    said = "   " + tr("(tagged {genre})").format(genre=tags.genre) if tags.genre else ""
    return (title or status.source) + said
