"""The live page: its panels and their layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.bundled import model_title
from desktop_app.engine.inspector import Inspector, MapPixel, PixelOrigin
from desktop_app.engine.network_choice import NetworkInUse
from desktop_app.panels.architecture_picture import ArchitecturePicture
from desktop_app.panels.feature_maps import FeatureMaps
from desktop_app.panels.frozen_mark import FrozenMark
from desktop_app.panels.genres import Genres
from desktop_app.panels.history_card import HistoryCard
from desktop_app.panels.kernels import KernelsCard
from desktop_app.panels.live_panel import LivePanel
from desktop_app.panels.mfcc_image import MfccImage
from desktop_app.panels.pixel_card import PixelCard
from desktop_app.panels.status_text import Words
from desktop_app.panels.wave_to_image import WaveToImage
from desktop_app.translation import tr
from desktop_app.ui.columns import STATES, Columns
from desktop_app.ui.panel_list import PANELS, Area
from desktop_app.ui.settings import Settings

if TYPE_CHECKING:
    from model.classifier import Classifier

P = TypeVar("P", bound=LivePanel)

WRITING_MS = 100
"""Between two updates of a written-out sum during sound; nobody reads faster."""


class LivePage(QWidget):
    """The panels of ``panel_list``, which can be resized and hidden.

    Signals:
        painted: the picture of a frame has been painted for the first time.
        kernels_edited: the kernels to use, a KernelEdits.
        kernel_chosen: a kernel was clicked, so its panel should be shown.

    Attributes:
        panels: by their keys in ``panel_list``.
    """

    painted = Signal()
    kernels_edited = Signal(object)
    kernel_chosen = Signal()

    def __init__(self, inspector: Inspector, replay: QAction) -> None:
        """Create the panels; the caller decides which of them are visible.

        Args:
            inspector: provides what the panels show of layers and pixels.
            replay: replays the last seconds of an input.
        """
        super().__init__()
        self.panels = {spec.key: spec.make(replay) for spec in PANELS}
        self.mfcc = self._find(MfccImage)
        self.maps = self._find(FeatureMaps)
        self.genres = self._find(Genres)
        self.pixel = self._find(PixelCard)
        self.kernels = self._find(KernelsCard)
        self.history = self._find(HistoryCard)
        self.wave = self._find(WaveToImage)
        self.architecture = self._find(ArchitecturePicture)
        self._inspector = inspector
        self._model: Classifier | None = None
        self._fresh = False
        self._drawn: AnalysisFrame | None = None
        self._writing = QTimer(self)
        self._writing.setSingleShot(True)
        self._writing.timeout.connect(self._show_pixel)
        self._lay_out()
        self._marks = [FrozenMark(panel, panel.canvas) for panel in self._of(Area.PICTURES)]
        for painted in (self.wave.painted, self.mfcc.painted, self.maps.painted):
            painted.connect(self._note_painted)
        for panel in (self.maps, *self._of(Area.INSPECTORS)):
            panel.installEventFilter(self)
        self.maps.layer_changed.connect(self._change_layer)
        self.maps.reset_asked.connect(self.kernels.reset_all)
        self.maps.grid.pointed.connect(self._point)
        self.maps.grid.kernel_chosen.connect(self._choose_kernel)
        self.kernels.changed.connect(self.kernels_edited)
        self.architecture.layer_chosen.connect(self.maps.show_layer)

    def _find(self, kind: type[P]) -> P:
        return next(panel for panel in self.panels.values() if isinstance(panel, kind))

    def _of(self, area: Area) -> list[LivePanel]:
        return [self.panels[spec.key] for spec in PANELS if spec.area is area]

    def _lay_out(self) -> None:
        self._columns = Columns({area: self._of(area) for area in Area})
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._columns)

    # Display.

    def use_network(self, network: NetworkInUse) -> None:
        """Show the network in use, and its results for the frame on the screen."""
        if network.model is not self._model:
            self._model = network.model
            for panel in self.panels.values():
                panel.show_model(network.model)
            self.genres.say(model_title(network.path))
            if network.edits is not None:
                self.kernels.show_edits(network.edits)
        self.maps.show_kernels(network.classifier, network.edited)
        self._show_maps()

    def show_frame(self, frame: AnalysisFrame) -> None:
        """Draw a frame that the inspector already has."""
        # An old frame that is drawn again says nothing about rate and delay.
        self._fresh = self._fresh or frame is not self._drawn
        self._drawn = frame
        for panel in self.panels.values():
            panel.show_frame(frame)
        self._show_maps()

    def show_answer(self, frame: AnalysisFrame | None, words: Words) -> None:
        """Show the genre.

        Args:
            frame: the one on the screen; None if no genre is shown for it.
            words: what is said about it, or about the lack of one.
        """
        self.genres.show_answer(None if frame is None else frame.answer, words)

    def show_frozen(self, frozen: bool) -> None:
        """Mark the pictures as frozen, or no longer."""
        for mark in self._marks:
            mark.show_frozen(frozen)

    def clear(self) -> None:
        """Clear the panels, because their content is stale."""
        for panel in self.panels.values():
            panel.clear()

    @property
    def frame(self) -> AnalysisFrame | None:
        """The frame on the screen."""
        return self._inspector.frame

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers whose maps are on the screen."""
        return self._inspector.wanted_layers

    @property
    def with_sound(self) -> bool:
        """Whether samples and log-mel are on the screen."""
        return not self.wave.isHidden()

    def recall(self, settings: Settings) -> None:
        """Restore the panels and their sizes as they were when the app was last closed."""
        for panel in self.panels.values():
            panel.recall(settings)
        self._columns.restore({name: settings.state(name) for name in STATES})

    def remember(self, settings: Settings) -> None:
        """Store what the user set in the panels, and their sizes."""
        for panel in self.panels.values():
            settings.remember(**panel.remember())
        settings.remember(**self._columns.state)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow which panels are shown."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._inspector.explains_pixel = not self.pixel.isHidden()
            self._inspector.layer = None if self.maps.isHidden() else self.maps.layer
            self._show_maps()
            self._show_pixel()
        return False

    # Inspection.

    def _show_maps(self) -> None:
        maps = self._inspector.maps()
        self.maps.show_maps(maps)
        if maps is None:
            self._show_no_pixel()

    def _change_layer(self, layer: str) -> None:
        self.architecture.mark(layer)
        self._inspector.layer = None if self.maps.isHidden() else layer
        self._point(None)
        self._show_maps()

    def _point(self, pixel: MapPixel | None) -> None:
        if pixel is None or pixel != self._inspector.pixel:
            self._inspector.pixel = pixel
            self._show_pixel()
        elif not self._writing.isActive():
            self._writing.start(WRITING_MS)

    def _show_pixel(self) -> None:
        self.mfcc.show_field(self._inspector.receptive_field())
        origin = self._inspector.origin()
        if origin is None:
            self.pixel.show_sum(None)
        else:
            self.pixel.show_sum(origin.sum, _where(origin), origin.below, origin.value)

    def _show_no_pixel(self) -> None:
        self.mfcc.show_field(None)
        self.pixel.show_sum(None)

    def _choose_kernel(self, number: int) -> None:
        self.kernel_chosen.emit()
        self._columns.bring_forward(self.kernels)
        self.kernels.choose(number)

    def _note_painted(self) -> None:
        if self._fresh:
            self._fresh = False
            self.painted.emit()


def _where(origin: PixelOrigin) -> str:
    pixel = origin.pixel
    return tr("{layer}, map {number}, frame {frame} of {frames}, coefficient {coefficient}").format(
        layer=origin.layer,
        number=pixel.number + 1,
        frame=pixel.frame + 1,
        frames=origin.frames,
        coefficient=pixel.coefficient,
    )
