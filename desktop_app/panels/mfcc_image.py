"""The network's input as an image: 100 frames x 13 MFCCs, with now at the right edge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.formatting.array_files import Numbers
from desktop_app.formatting.text import signed
from desktop_app.panels.colour_range import SteadyRange
from desktop_app.panels.colours import KERNEL_MAP, MFCC_MAP
from desktop_app.panels.live_panel import LivePanel, Remembered
from desktop_app.panels.mfcc_plot import HOP_SECONDS, MfccPlot
from desktop_app.panels.mfcc_views import NETWORK_LIMIT, TIPS, TITLES, RowRanges, View
from desktop_app.panels.named_combo_box import NamedComboBox
from desktop_app.translation import QT_TR_NOOP, tr
from model.features import COEFFICIENTS, WINDOW_FRAMES
from model.pixel import Rectangle
from resources.languages import gettext

if TYPE_CHECKING:
    from model.classifier import Classifier

LEVEL_LIMIT = 10_000.0
"""Far beyond any MFCC."""
ABOUT = QT_TR_NOOP("the network’s input: {frames} frames × {coefficients} coefficients")
NO_MODEL = QT_TR_NOOP("what the network sees is shown once a model is loaded")


class MfccImage(LivePanel):
    """The rolling MFCC image with axes, colour bar and the value under the cursor.

    Signals:
        painted: the image has been painted.
    """

    painted = Signal()
    file_name = "mfcc"

    def __init__(self) -> None:
        super().__init__(tr("MFCC image"))
        self._window = np.zeros((0, COEFFICIENTS), np.float32)
        self._model: Classifier | None = None
        self._rows = RowRanges(COEFFICIENTS)
        self._fitting = SteadyRange()
        self._common = self._fitting.range
        self._cursor: QPointF | None = None
        self._evidence: NDArray[np.float32] | None = None
        self._evidence_late = 0
        self._field: Rectangle | None = None

        self.view = NamedComboBox(tr("Colours of the image"))
        for view in View:
            self.view.addItem(gettext(TITLES[view]), view)
            row = self.view.count() - 1
            self.view.setItemData(row, gettext(TIPS[view]), Qt.ItemDataRole.ToolTipRole)
        self.view.currentIndexChanged.connect(self._arrange)
        self.hide_c0 = QCheckBox(tr("Hide loudness (c&0)"))
        self.hide_c0.setToolTip(
            tr("Coefficient 0 is the loudness; its values are far outside the range of the others.")
        )
        self.hide_c0.toggled.connect(self._arrange)
        self.automatic = QCheckBox(tr("&Auto levels"))
        self.automatic.setToolTip(
            tr(
                "Fit the colour scale to the values of coefficients 1 to 12. Off: keep it fixed; "
                "drag the handles of the colour bar to change it."
            )
        )
        self.automatic.setChecked(True)
        self.automatic.toggled.connect(self._fit)
        self._plot = MfccPlot(MFCC_MAP)
        self._plot.painted.connect(self.painted)
        self._plot.pointed.connect(self._point)
        self._plot.levels_dragged.connect(self._levels_by_hand)
        for control in (self.view, self.hide_c0, self.automatic):
            self.add_control(control)
        self.body.addWidget(self._plot, 1)
        self._arrange()

    # What is shown.

    @property
    def levels(self) -> tuple[float, float]:
        """Values of the first and the last colour with common levels."""
        return self._common

    @property
    def chosen_view(self) -> View:
        """How the image is coloured."""
        found: View = self.view.currentData()
        return found

    @property
    def field(self) -> Rectangle | None:
        """The receptive field outlined, if any."""
        return self._field

    @property
    def evidence(self) -> NDArray[np.float32] | None:
        """The evidence drawn over the image, (100, 13), if any."""
        return self._evidence

    @property
    def evidence_hops_ago(self) -> int:
        """How many hops ago the frames that the evidence is about ended."""
        return self._evidence_late

    @property
    def evidence_opacity(self) -> float:
        """Opacity of the strongest evidence, 0 to 1."""
        return self._plot.evidence_opacity

    def choose_view(self, view: View) -> None:
        """Colour the image in another way."""
        self.view.setCurrentIndex(self.view.findData(view))

    def fix_levels(self, low: float, high: float) -> None:
        """Switch common levels to fixed ones: the values of the first and the last colour."""
        self.automatic.setChecked(False)
        self._common = (low, high)
        self._colour()

    def show_model(self, model: Classifier) -> None:
        """Use a newly loaded model's way of seeing the image."""
        self._model = model
        self._arrange()

    def show_frame(self, frame: AnalysisFrame) -> None:
        """Draw the window that the frame ends."""
        self.show_window(frame.mfcc)

    def clear(self) -> None:
        """Draw an empty image without a receptive field."""
        self.show_window(np.zeros((0, COEFFICIENTS), np.float32))
        self.show_field(None)

    def recall(self, remembered: Remembered) -> None:
        """Restore the view, levels and the choice to hide coefficient 0."""
        self.hide_c0.setChecked(remembered.flag("hide_c0", False))
        name = remembered.text("mfcc_view")
        self.choose_view(next((view for view in View if view.value == name), View.ROWS))
        if not remembered.flag("auto_levels", True):
            low, high = (
                remembered.number(f"level_{end}", 0.0, -LEVEL_LIMIT, LEVEL_LIMIT)
                for end in ("low", "high")
            )
            if high - low >= 1.0:
                self.fix_levels(low, high)

    def remember(self) -> Mapping[str, str | float | bool]:
        """The view, levels and the choice to hide coefficient 0."""
        low, high = self.levels
        return {
            "mfcc_view": self.chosen_view.value,
            "hide_c0": self.hide_c0.isChecked(),
            "auto_levels": self.automatic.isChecked(),
            "level_low": low,
            "level_high": high,
        }

    def show_window(self, window: NDArray[np.float32]) -> None:
        """Draw a window of MFCCs, (0 to 100 frames, 13), newest last."""
        if not len(self._window):
            self._rows.reset()
        self._window = window
        self._colour()
        if self._cursor is not None:
            self._read_value()

    def show_field(self, field: Rectangle | None) -> None:
        """Outline the receptive field of a map pixel in the window, or no field."""
        self._field = field
        self._plot.outline(field)

    def show_evidence(self, values: NDArray[np.float32] | None, hops_ago: int = 0) -> None:
        """Overlay the evidence for and against a genre on the image, which turns grey.

        Args:
            values: (100, 13), positive where a pixel is evidence for the genre, negative where
                it is evidence against; None for no overlay.
            hops_ago: how many hops ago these 100 frames ended. The overlay is shifted to the left
                by as many columns, onto the sound it explains.
        """
        if values is not self._evidence or hops_ago != self._evidence_late:
            self._evidence, self._evidence_late = values, hops_ago
            self._plot.lay(values, hops_ago)

    def set_evidence_opacity(self, opacity: float) -> None:
        """Set the opacity of the strongest evidence, 0 to 1."""
        self._plot.set_evidence_opacity(opacity)

    @property
    def canvas(self) -> QWidget:
        """The plot, for copying and saving."""
        return self._plot

    def numbers(self) -> Numbers:
        """``mfcc`` (frames, 13), including coefficient 0 while it is hidden.

        As the network sees it, there is ``standardised`` of the same shape as well.
        """
        if not len(self._window):
            return {}
        if self.chosen_view is View.NETWORK and self._model is not None:
            return {"mfcc": self._window, "standardised": self._model.image(self._window)}
        return {"mfcc": self._window}

    # Colours.

    @property
    def _first(self) -> int:
        return 1 if self.hide_c0.isChecked() else 0

    def _arrange(self) -> None:
        view = self.chosen_view
        self.view.setToolTip(gettext(TIPS[view]))
        self.automatic.setVisible(view is View.COMMON)
        match view:
            case View.ROWS:
                self._plot.set_scale(MFCC_MAP, (tr("low"), tr("high")))
            case View.COMMON:
                self._plot.set_scale(MFCC_MAP, adjustable=True)
            case View.NETWORK:
                self._plot.set_scale(KERNEL_MAP)
        self._plot.set_first(self._first)
        self._fit()
        self._plot.lay(self._evidence, self._evidence_late)

    def _fit(self) -> None:
        self._fitting.reset()
        self._rows.reset()
        self._colour()
        self._read_value()

    def _colour(self) -> None:
        self._plot.draw(self._coloured())

    def _coloured(self) -> NDArray[np.float32]:
        """The values to draw, (frames, 13), after setting the levels for them."""
        window, filled = self._window, len(self._window) > 0
        match self.chosen_view:
            case View.ROWS:
                if filled:
                    self._rows.follow(window)
                self._plot.set_levels(0.0, 1.0)
                return self._rows.shares(window)
            case View.COMMON:
                # Coefficient 0 would use up nearly the whole colour scale.
                fitting = filled and self.automatic.isChecked()
                if fitting and self._fitting.follow(window[:, 1:]):
                    self._common = self._fitting.range
                self._plot.set_levels(*self._common)
                return window
            case View.NETWORK:
                self._plot.set_levels(-NETWORK_LIMIT, NETWORK_LIMIT)
                return self._model.image(window) if self._model and filled else window[:0]

    def _levels_by_hand(self) -> None:
        if self.chosen_view is View.COMMON and self._plot.levels != self._common:
            self.fix_levels(*self._plot.levels)

    # The value under the mouse.

    def _point(self, place: QPointF | None) -> None:
        self._cursor = place
        self._read_value()

    def _read_value(self) -> None:
        # In place of the subtitle, so that nothing moves under the mouse.
        waiting = self.chosen_view is View.NETWORK and self._model is None
        about = tr(ABOUT).format(frames=WINDOW_FRAMES, coefficients=COEFFICIENTS)
        self.say(self.value or (tr(NO_MODEL) if waiting else about))

    @property
    def value(self) -> str:
        """The value under the mouse, with its place; empty if there is none."""
        if self._cursor is None:
            return ""
        frame = len(self._window) + int(np.floor(self._cursor.x() / HOP_SECONDS))
        coefficient = int(self._cursor.y())
        if not (0 <= frame < len(self._window) and self._first <= coefficient < COEFFICIENTS):
            return ""
        words = f"c{coefficient} = {signed(self._window[frame, coefficient], 1)}"
        if self.chosen_view is View.NETWORK and self._model is not None:
            seen = self._model.image(self._window)[frame, coefficient]
            words = tr("{mfcc}, standardised {value}").format(mfcc=words, value=signed(seen, 2))
        return f"{signed(self._cursor.x(), 2)} s   {words}"
