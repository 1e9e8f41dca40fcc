"""The page that shows what is heard now: MFCC image, feature maps and genres side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.analysis.gate import DEFAULT_THRESHOLD_DBFS
from desktop_app.analysis.smoothing import DEFAULT_SECONDS
from desktop_app.panels.feature_maps import FeatureMaps
from desktop_app.panels.genres import Genres
from desktop_app.panels.mfcc_image import MfccImage
from desktop_app.settings import Settings
from desktop_app.status import Status
from desktop_app.words import MODEL_LOADING, NO_MODEL, WITH_ANSWER, explain
from model.features import COEFFICIENTS

if TYPE_CHECKING:
    from model.classifier import Classifier


class LivePage(QWidget):
    """Three panels that can be resized and hidden.

    Signals:
        painted: the picture of ``frame`` is on the screen.
    """

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.frame: AnalysisFrame | None = None
        self._model: Classifier | None = None
        self.mfcc = MfccImage()
        self.maps = FeatureMaps()
        self.genres = Genres()
        self._fresh = False
        for painted in (self.mfcc.painted, self.maps.painted):
            painted.connect(self._note_painted)
        self._pictures = QSplitter(Qt.Orientation.Vertical)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        for splitter in (self._pictures, self._columns):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(11)
        self._pictures.addWidget(self.mfcc)
        self._pictures.addWidget(self.maps)
        self._columns.addWidget(self._pictures)
        self._columns.addWidget(self.genres)
        self._columns.setStretchFactor(0, 1)
        self._pictures.setSizes([290, 310])
        self._columns.setSizes([910, 330])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._columns)

    def use_model(self, model: Classifier) -> None:
        """Show the kernels and genre names of a newly loaded model."""
        self._model = model
        self._drop_answer_of_another()
        self.maps.show_kernels(model.kernels(model.first_conv).weight)
        self.genres.show_genres(model.genres)

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers whose maps are visible: no others need to be worked out."""
        if self._model is None or self.maps.isHidden():
            return ()
        return (self._model.first_maps,)

    def show_frame(self, frame: AnalysisFrame) -> None:
        """Draw the pictures of a frame."""
        self.frame = frame
        self._drop_answer_of_another()
        self._fresh = True
        self.mfcc.show_window(frame.mfcc)
        self.maps.show_maps(next(iter(self.frame.activations.values()), None))

    def show_answer(self, status: Status, model_failed: bool) -> None:
        """Draw genre and words for the frame shown last, as far as the source allows it.

        Args:
            status: of the source.
            model_failed: whether the model last asked for can't be loaded.
        """
        claimed = self.frame is not None and status.activity in WITH_ANSWER
        probabilities = self.frame.smoothed if self.frame is not None and claimed else None
        average = self.genres.smoothing.value()
        no_model = "" if self._model else NO_MODEL if model_failed else MODEL_LOADING
        words = explain(status, self.frame, no_model, average)
        self.genres.show_probabilities(probabilities, words)

    def _drop_answer_of_another(self) -> None:
        frame = self.frame
        if frame is not None and frame.network not in (None, self._model):
            # Its genres and maps are not those on the screen.
            self.frame = replace(frame, smoothed=None, activations={}, network=None)

    def clear(self) -> None:
        """Forget what was heard: what comes next is from elsewhere."""
        self.frame = None
        self.mfcc.show_window(np.zeros((0, COEFFICIENTS), np.float32))
        self.maps.show_maps(None)

    def recall(self, settings: Settings) -> None:
        """Set everything up as it was when the app was last closed."""
        self.mfcc.hide_c0.setChecked(settings.flag("hide_c0", False))
        if not settings.flag("auto_levels", True):
            low, high = (settings.number(f"level_{end}", 0.0) for end in ("low", "high"))
            if low < high:
                self.mfcc.fix_levels(low, high)
        self.maps.own_levels.setChecked(settings.flag("levels_per_map", False))
        self.genres.sorted.setChecked(settings.flag("sorted", False))
        self.genres.smoothing.setValue(settings.number("average_s", DEFAULT_SECONDS))
        self.genres.threshold.setValue(settings.number("silence_dbfs", DEFAULT_THRESHOLD_DBFS))
        self._pictures.restoreState(settings.state("pictures"))
        self._columns.restoreState(settings.state("columns"))

    def remember(self, settings: Settings) -> None:
        """Keep everything that the user set."""
        low, high = self.mfcc.levels
        settings.remember(
            level_low=low,
            level_high=high,
            hide_c0=self.mfcc.hide_c0.isChecked(),
            auto_levels=self.mfcc.automatic.isChecked(),
            levels_per_map=self.maps.own_levels.isChecked(),
            sorted=self.genres.sorted.isChecked(),
            average_s=self.genres.smoothing.value(),
            silence_dbfs=self.genres.threshold.value(),
            pictures=self._pictures.saveState(),
            columns=self._columns.saveState(),
        )

    def _note_painted(self) -> None:
        if self._fresh:
            self._fresh = False
            self.painted.emit()
