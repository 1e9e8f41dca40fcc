"""Chooses which of a video's audio tracks is heard."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from desktop_app.audio.sound_tracks import SoundTracks
from desktop_app.panels.named_combo_box import NamedComboBox
from desktop_app.translation import tr


class TrackChooser(NamedComboBox):
    """Hidden unless there are several.

    Signals:
        chosen: the number, from 1, of the track that the user wants to hear.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(tr("Audio track"))
        self.setToolTip(tr("Audio track of the video"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._shown = SoundTracks()
        self.activated.connect(lambda index: self.chosen.emit(index + 1))
        self.hide()

    def show_tracks(self, tracks: SoundTracks) -> None:
        """Offer these tracks."""
        if tracks == self._shown:
            return
        if tracks.tracks != self._shown.tracks:
            self.clear()
            self.addItems([track.words for track in tracks.tracks])
        self._shown = tracks
        self.setCurrentIndex(tracks.heard - 1)
        self.setVisible(bool(tracks.tracks))
