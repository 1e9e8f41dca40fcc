"""The page that shows what is heard now and what is behind it: picture, maps, sums, genres."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.analysis.gate import DEFAULT_THRESHOLD_DBFS
from desktop_app.analysis.smoothing import DEFAULT_SECONDS, LONGEST_SECONDS
from desktop_app.engine.network_choice import NetworkInUse
from desktop_app.engine.source_status import SourceStatus
from desktop_app.panels.architecture_picture import ArchitecturePicture
from desktop_app.panels.exportable import Exportable
from desktop_app.panels.feature_maps import FeatureMaps
from desktop_app.panels.genres import LOWEST_THRESHOLD_DBFS, Genres
from desktop_app.panels.history_card import HistoryCard
from desktop_app.panels.kernels import KernelsCard
from desktop_app.panels.map_grid import Pointed
from desktop_app.panels.mfcc_image import MfccImage
from desktop_app.panels.pixel_card import PixelCard
from desktop_app.panels.status_text import MODEL_LOADING, NO_MODEL, WITH_ANSWER, explain
from desktop_app.panels.wave_strip import WaveStrip
from desktop_app.ui.settings import Settings
from model.features import COEFFICIENTS, FloatArray
from model.pixel import below, pixel_sum, receptive_field

if TYPE_CHECKING:
    from model.classifier import Classifier


WRITING_MS = 100
"""From one writing out of a sum to the next while the sound goes on: nobody reads faster."""
LEVEL_LIMIT = 10_000.0
"""Far beyond any MFCC."""


class LivePage(QWidget):
    """Panels that can be resized and hidden.

    Signals:
        painted: the picture of ``frame`` is on the screen.
        kernels_edited: a KernelEdits; the network is to answer with these.
        kernel_chosen: a kernel was clicked, so its panel is wanted.
    """

    painted = Signal()
    kernels_edited = Signal(object)
    kernel_chosen = Signal()

    def __init__(self, replay: QAction) -> None:
        """
        Args:
            replay: plays again what was heard last.
        """
        super().__init__()
        self.frame: AnalysisFrame | None = None
        self._model: Classifier | None = None
        self._network: Classifier | None = None
        self._words = ""
        self._pointed: Pointed | None = None
        self._writing = QTimer(self)
        self._writing.setSingleShot(True)
        self._writing.timeout.connect(self._show_pixel)
        self.wave = WaveStrip()
        self.mfcc = MfccImage()
        self.maps = FeatureMaps()
        self.genres = Genres()
        self.pixel = PixelCard()
        self.kernels = KernelsCard()
        self.history = HistoryCard(replay)
        self.architecture = ArchitecturePicture()
        self._fresh = self._claims = False
        for painted in (self.wave.painted, self.mfcc.painted, self.maps.painted):
            painted.connect(self._note_painted)
        self._pictures = QSplitter(Qt.Orientation.Vertical)
        self._inspectors = QSplitter(Qt.Orientation.Vertical)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        for splitter in (self._pictures, self._inspectors, self._columns):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(11)
        self._pictures.addWidget(self.wave)
        self._pictures.addWidget(self.mfcc)
        self._pictures.addWidget(self.maps)
        self._inspectors.addWidget(self.pixel)
        self._inspectors.addWidget(self.kernels)
        for panel in (self.maps, self.pixel, self.kernels):
            panel.installEventFilter(self)
        self._columns.addWidget(self._pictures)
        self._columns.addWidget(self._inspectors)
        self._columns.addWidget(self.genres)
        self._columns.setStretchFactor(0, 1)
        self._pictures.setSizes([250, 290, 310])
        self._columns.setSizes([600, 310, 330])
        self.maps.layer_changed.connect(self._change_layer)
        self.maps.reset_asked.connect(self.kernels.reset_all)
        self.maps.grid.pointed.connect(self._point)
        self.maps.grid.kernel_chosen.connect(self._choose_kernel)
        self.kernels.changed.connect(self.kernels_edited)
        self.architecture.layer_chosen.connect(self.maps.show_layer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(11)
        layout.addWidget(self._columns, 1)
        layout.addWidget(self.history)
        layout.addWidget(self.architecture)

    def use_network(self, network: NetworkInUse) -> None:
        """Show the network that answers now, and its answer to the frame on the screen."""
        answered = self.frame if self.frame is not None and self.frame.network else None
        model, classifier = network.model, network.classifier
        new_model = model is not self._model
        self._model, self._network = model, classifier
        if new_model:
            self._drop_answer_of_another()
            self.architecture.show_model(model)
            self.maps.show_model(model)
            self.kernels.show_model(model)
            self.genres.show_genres(model.genres)
        else:
            self.maps.show_kernels(classifier, network.edited)
        if answered is not None:
            self._ask_again(named=answered.smoothed is not None)

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers whose maps are visible: no others need to be worked out."""
        if self._network is None or self.maps.layer is None or self.maps.isHidden():
            return ()
        if self.pixel.isHidden() or self.maps.grid.at is None:
            return (self.maps.layer,)
        return (self.maps.layer, below(self._network.places, self.maps.layer))

    @property
    def exportable(self) -> tuple[Exportable, ...]:
        """The panels whose pictures and numbers can be saved."""
        return (
            self.mfcc,
            self.maps,
            self.genres,
            self.pixel,
            self.kernels,
            self.wave,
            self.history,
            self.architecture,
        )

    @property
    def with_sound(self) -> bool:
        """Whether samples and log-mel are visible."""
        return not self.wave.isHidden()

    def show_frame(self, frame: AnalysisFrame) -> None:
        """Draw the pictures of a frame."""
        self.keep(frame)
        self._fresh = True
        self.wave.show_sound(frame.samples, frame.log_mel, frame.mfcc)
        self.mfcc.show_window(frame.mfcc)
        self._show_maps()

    def keep(self, frame: AnalysisFrame) -> None:
        """Take a frame without drawing it, for a page that can't be seen."""
        self.frame = frame
        self._drop_answer_of_another()

    def show_answer(self, status: SourceStatus, model_failed: bool) -> None:
        """Draw genre and words for the frame shown last, as far as the source allows it.

        Args:
            status: of the source.
            model_failed: whether the model last asked for can't be loaded.
        """
        self._claims = status.activity in WITH_ANSWER
        average = self.genres.smoothing.value()
        no_model = "" if self._model else NO_MODEL if model_failed else MODEL_LOADING
        self._words = explain(status, self.frame, no_model, average)
        self._show_genre()

    def _show_genre(self) -> None:
        probabilities = self.claimed.smoothed if self.claimed is not None else None
        self.genres.show_probabilities(probabilities, self._words)

    @property
    def claimed(self) -> AnalysisFrame | None:
        """The frame on the screen, None if no genre is named there."""
        named = self.frame is not None and self.frame.smoothed is not None
        return self.frame if self._claims and named else None

    def _drop_answer_of_another(self) -> None:
        frame = self.frame
        if frame is not None and frame.network not in (None, self._network):
            # Its genres and maps are not those on the screen.
            self.frame = replace(frame, smoothed=None, activations={}, network=None)

    def clear(self) -> None:
        """Forget what was heard: what comes next is from elsewhere."""
        self.frame = None
        nothing = np.zeros((0, COEFFICIENTS), np.float32)
        self.wave.show_sound(None, None, nothing)
        self.mfcc.show_window(nothing)
        self.maps.show_maps(None)
        self._show_no_pixel()

    def recall(self, settings: Settings) -> None:
        """Set everything up as it was when the app was last closed."""
        self.mfcc.hide_c0.setChecked(settings.flag("hide_c0", False))
        if not settings.flag("auto_levels", True):
            low, high = (
                settings.number(f"level_{end}", 0.0, -LEVEL_LIMIT, LEVEL_LIMIT)
                for end in ("low", "high")
            )
            if high - low >= 1.0:
                self.mfcc.fix_levels(low, high)
        self.maps.own_levels.setChecked(settings.flag("levels_per_map", False))
        self.maps.show_layer(settings.text("layer"))
        self.maps.by_energy.setChecked(settings.flag("maps_by_energy", False))
        self._inspectors.restoreState(settings.state("inspectors"))
        self.genres.sorted.setChecked(settings.flag("sorted", False))
        self.genres.smoothing.setValue(
            settings.number("average_s", DEFAULT_SECONDS, 0.0, LONGEST_SECONDS)
        )
        self.genres.threshold.setValue(
            settings.number("silence_dbfs", DEFAULT_THRESHOLD_DBFS, LOWEST_THRESHOLD_DBFS, 0.0)
        )
        self._pictures.restoreState(settings.state("pictures"))
        self._columns.restoreState(settings.state("three_columns"))

    def remember(self, settings: Settings) -> None:
        """Keep everything that the user set."""
        low, high = self.mfcc.levels
        settings.remember(
            level_low=low,
            level_high=high,
            hide_c0=self.mfcc.hide_c0.isChecked(),
            auto_levels=self.mfcc.automatic.isChecked(),
            levels_per_map=self.maps.own_levels.isChecked(),
            layer=self.maps.remembered_layer,
            maps_by_energy=self.maps.by_energy.isChecked(),
            inspectors=self._inspectors.saveState(),
            sorted=self.genres.sorted.isChecked(),
            average_s=self.genres.smoothing.value(),
            silence_dbfs=self.genres.threshold.value(),
            pictures=self._pictures.saveState(),
            three_columns=self._columns.saveState(),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw what is shown anew; without inspectors there is no column for them."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            hidden = self.pixel.isHidden() and self.kernels.isHidden()
            self._inspectors.setVisible(not hidden)
            self._show_maps()
            self._show_pixel()
        return False

    # Looking inside.

    def _activation(self, layer: str) -> FloatArray | None:
        """Maps of a layer for the frame on the screen, worked out now if it came without them."""
        frame = self.frame
        if frame is None or frame.network is None:
            return None
        if layer not in frame.activations:
            found = frame.network.activations(frame.mfcc, [layer])
            self.frame = replace(frame, activations={**frame.activations, **found})
            return found[layer]
        return frame.activations[layer]

    def _show_maps(self) -> None:
        layer = None if self.maps.isHidden() else self.maps.layer
        maps = None if layer is None else self._activation(layer)
        self.maps.show_maps(maps)
        if maps is None:
            self._show_no_pixel()

    def _change_layer(self, layer: str) -> None:
        self.architecture.mark(layer)
        self._point(None)
        self._show_maps()

    def _point(self, at: Pointed | None) -> None:
        if at is None or at != self._pointed:
            self._pointed = at
            self._show_pixel()
        elif not self._writing.isActive():
            self._writing.start(WRITING_MS)

    def _show_pixel(self) -> None:
        at = self._pointed
        network, layer = self._network, self.maps.layer
        if at is None or network is None or layer is None or self.pixel.isHidden():
            self._show_no_pixel()
            return
        place = (at.frame, at.coefficient)
        self.mfcc.show_field(receptive_field(network.places, layer, place))
        source = self._activation(below(network.places, layer))
        maps = self._activation(layer)
        if source is None or maps is None:
            self._show_no_pixel()
            return
        found = pixel_sum(network.places, network.weights, layer, at.number, place, source)
        _, frames, _ = maps.shape
        where = (
            f"{layer}, map {at.number + 1}, frame {at.frame + 1} of {frames}, "
            f"coefficient {at.coefficient}"
        )
        self.pixel.show_sum(found, where, source, float(maps[at.number][place]))

    def _show_no_pixel(self) -> None:
        self.mfcc.show_field(None)
        self.pixel.show_sum(None)

    def _choose_kernel(self, number: int) -> None:
        self.kernel_chosen.emit()
        self.kernels.choose(number)

    def _ask_again(self, *, named: bool) -> None:
        """What the network as it is now makes of the frame on the screen, live or frozen."""
        frame, network = self.frame, self._network
        if frame is None or network is None:
            return
        look = network.look(frame.mfcc, self.layers)
        self.frame = replace(
            frame,
            probabilities=look.probabilities,
            smoothed=look.probabilities if named else None,
            activations=look.activations,
            network=network,
        )
        self._show_maps()
        self._show_genre()

    def _note_painted(self) -> None:
        if self._fresh:
            self._fresh = False
            self.painted.emit()
