"""The laboratory page: the lecture's examples with editable numbers and written-out sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QShowEvent, QUndoStack
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.formatting.array_files import Numbers
from desktop_app.laboratory.convolution_card import ConvolutionCard
from desktop_app.laboratory.experiment import Experiment
from desktop_app.laboratory.experiment_view import ExperimentView
from desktop_app.laboratory.image_card import ImageCard
from desktop_app.laboratory.output_card import OutputCard
from desktop_app.laboratory.pooling_card import PoolingCard
from desktop_app.laboratory.step_card import StepCard
from desktop_app.laboratory.undo import ExperimentChange, UndoButtons
from desktop_app.panels.exportable import Exportable
from desktop_app.panels.tabs import Tabs
from desktop_app.translation import QT_TR_NOOP, tr

LIVE_MS = 100
"""Interval between updates of the live window, long enough to read the numbers."""
NO_SOUND = np.zeros((13, 100))
LIVE_DECIMALS = 1
"""Few enough for every sum of the live window to be written out exactly."""
WIDTH_LINES, HEIGHT_LINES = 80, 37
"""Size of the page, in lines of text, from which the written sums grow with it."""
LEAST_LINES = 4
"""Least height, in lines of text, of what scrolls."""
LARGEST_SCALE = 2.5
"""Largest font of the written sums, as a multiple of the app's."""
LAYERS = (
    (QT_TR_NOOP("Conv&olution"), QT_TR_NOOP("Slide kernels over an image and add up the products")),
    (QT_TR_NOOP("Poolin&g"), QT_TR_NOOP("Shrink an image: keep one number per cell")),
)


class LaboratoryPage(Exportable):
    """Image, layer and output side by side; below them, always visible, the sum of this step.

    Attributes:
        undo_stack: the changes to the experiment.
        cards: the parts of the page that can be exported on their own.
        scroll_area: what of the page scrolls where it is low.
    """

    file_name = "laboratory"

    def __init__(self) -> None:
        super().__init__()
        self.title = tr("Laboratory")
        self._view = ExperimentView(Experiment(), NO_SOUND)
        self._newest = NO_SOUND
        self.undo_stack = QUndoStack(self)
        self.image, self.kernel, self.pool = ImageCard(), ConvolutionCard(), PoolingCard()
        self.output, self.step = OutputCard(), StepCard()
        self.cards = (self.image, self.kernel, self.pool, self.output, self.step)
        self.layers = Tabs()
        self.relu = QCheckBox(tr("followed by ReLU"))
        self.relu.setToolTip(tr("A ReLU sets negative sums to 0"))
        self.reset = QPushButton(tr("Reset"))
        self.reset.setToolTip(tr("Back to the lecture’s example; can be undone"))
        for button in (self.relu, self.reset):
            # A click must not take Space away from playing.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._upper, self._scrolled = QWidget(), QWidget()
        self.scroll_area = QScrollArea()
        self._live = QTimer(self)
        self._live.setSingleShot(True)
        self._live.timeout.connect(self._follow)
        self._lay_out()
        self._connect()
        self._look()

    def _lay_out(self) -> None:
        self.layers.setAccessibleName(tr("Layer"))
        self.layers.setDrawBase(False)
        for name, tip in LAYERS:
            self.layers.setTabToolTip(self.layers.addTab(tr(name)), tr(tip))
        self.step.sum.installEventFilter(self)
        top = QHBoxLayout()
        top.addWidget(self.layers)
        top.addWidget(self.relu)
        top.addStretch(1)
        for widget in (UndoButtons(self.undo_stack), self.reset):
            top.addWidget(widget)
        cards = QHBoxLayout(self._upper)
        cards.setContentsMargins(0, 0, 0, 0)
        for card in (self.image, self.kernel, self.pool, self.output):
            card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            cards.addWidget(card, 1)
        rows = QVBoxLayout(self._scrolled)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(top)
        rows.addWidget(self._upper, 1)
        scroll = self.scroll_area
        scroll.setAccessibleName(tr("Laboratory"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._scrolled)
        # The widgets on it scroll it when they get the focus.
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.installEventFilter(self)
        # The sum gets the height that it needs first.
        scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        scroll.setMinimumHeight(LEAST_LINES * self.fontMetrics().height())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        # Below what scrolls, so that the sum stays visible in a low window.
        layout.addWidget(self.step)
        self.setFocusProxy(self.step.steps.slider)

    def _connect(self) -> None:
        for card in (self.image, self.kernel, self.pool):
            card.changed.connect(self.change)
        for card in (self.image, self.kernel):
            card.refused.connect(self.step.note.setText)
        self.image.let_go.connect(lambda: self._look(frozen=False, window=self._newest))
        self.kernel.kernel_chosen.connect(lambda number: self._look(kernel=number))
        self.output.map_chosen.connect(lambda number: self._look(kernel=number))
        self.image.channel_chosen.connect(lambda number: self._look(channel=number))
        # A sum that changes while it is checked teaches nothing.
        self.step.steps.moved.connect(self._step)
        self.reset.clicked.connect(self._reset)
        self.layers.currentChanged.connect(self._change_layer)
        self.relu.clicked.connect(self._rectify)

    def _step(self, step: int) -> None:
        self._look(step=step, frozen=self.experiment.live)
        # In a low window, nothing else shows which numbers are added up.
        grid = self.image.grid
        patch, sheet = grid.patch_place(), self._scrolled
        at = grid.viewport().mapTo(sheet, patch.center())
        self.scroll_area.ensureVisible(
            at.x(), at.y(), patch.width() // 2 + 1, patch.height() // 2 + 1
        )

    @property
    def experiment(self) -> Experiment:
        """The experiment that the user has set up."""
        return self._view.experiment

    def change(self, experiment: Experiment, name: str) -> None:
        """Change the experiment as an undoable step.

        Args:
            experiment: the new experiment.
            name: what is changed, as an imperative such as “change stride”.
        """
        self.undo_stack.push(ExperimentChange(self.put, self.experiment, experiment, name))

    def _reset(self) -> None:
        self.change(replace(Experiment(), is_pooling=self.experiment.is_pooling), tr("reset"))
        self._look(step=0)

    def clear(self) -> None:
        """Clear the live window, because a new source begins."""
        self._newest = NO_SOUND
        if self.isVisible():
            self._follow()

    def _change_layer(self, number: int) -> None:
        name = tr("switch to pooling") if number else tr("switch to convolution")
        self.change(replace(self.experiment, is_pooling=bool(number)), name)

    def _rectify(self, wanted: bool) -> None:
        layer = replace(self.experiment.convolution, rectified=wanted)
        name = tr("add ReLU") if wanted else tr("remove ReLU")
        self.change(self.experiment.with_layer(layer), name)

    def put(self, experiment: Experiment) -> None:
        """Show an experiment, at its first step if the shape of its output changes."""
        if experiment.live != self.experiment.live:
            self._look(experiment=experiment, step=0, frozen=False, window=self._newest)
        else:
            same = experiment.layer.shape == self.experiment.layer.shape
            self._look(experiment=experiment, step=self._view.current_step if same else 0)

    def show_window(self, window: NDArray[np.float32]) -> None:
        """Take the current window; it is drawn while the page is visible and the image follows it.

        Args:
            window: (frames, 13) MFCCs, finite. The image has time to the right and coefficients
                upwards, so the laboratory's kernels slide over 13 rows.
        """
        if not len(window):
            return
        self._newest = window.T[::-1].astype(np.float64).round(LIVE_DECIMALS)
        if self._follows and self.isVisible() and not self._live.isActive():
            self._live.start(LIVE_MS)

    @property
    def _follows(self) -> bool:
        return self.experiment.live and not self._view.frozen

    def _follow(self) -> None:
        if self._follows:
            self._view = replace(self._view, window=self._newest)
            self._show()

    def _look(self, **changes: object) -> None:
        for grid in (self.image.grid, self.kernel.grid):
            grid.clear_rejection()
        self._view = replace(self._view, **changes)  # type: ignore[arg-type]
        self._show()
        self.step.remark()

    def _show(self) -> None:
        view = self._view
        is_pooling = view.experiment.is_pooling
        with QSignalBlocker(self.layers):
            self.layers.setCurrentIndex(int(is_pooling))
        self.relu.setVisible(not is_pooling)
        self.relu.setChecked(view.experiment.convolution.rectified)
        self.kernel.setVisible(not is_pooling)
        self.pool.setVisible(is_pooling)
        for card in self.cards:
            card.show_view(view)

    @property
    def canvases(self) -> Sequence[QWidget]:
        """All cards, those above the step also as far as they are scrolled away."""
        return self._upper, self.step

    def numbers(self) -> Numbers:
        """All numbers on the page; see ``ExperimentView.numbers``."""
        return self._view.numbers()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the live window, which is not drawn while the page is hidden."""
        super().showEvent(event)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the written sums grow with the page, as the cells do."""
        super().resizeEvent(event)
        self._fit_text()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the app's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_text()

    def _fit_text(self) -> None:
        line = self.fontMetrics().height()
        scale = min(self.width() / WIDTH_LINES, self.height() / HEIGHT_LINES) / line
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * max(1.0, min(LARGEST_SCALE, scale)))
        for card in self.cards:
            for text in card.texts_shown:
                text.setFont(font)

    def event(self, event: QEvent) -> bool:
        """Claim the keys for stepping and playing before the window's shortcuts get them."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in _KEYS
            and _plain(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Use arrow keys that no widget has handled before they scroll the page."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrow keys and play with Space, unless the focused widget needs them."""
        if not self._press(event):
            super().keyPressEvent(event)

    def _press(self, event: QKeyEvent) -> bool:
        match event.key() if _plain(event) else None:
            case Qt.Key.Key_Left:
                self.step.steps.move_by(-1)
            case Qt.Key.Key_Right:
                self.step.steps.move_by(1)
            case Qt.Key.Key_Space:
                self.step.steps.play_or_pause()
            case _:
                return False
        return True


_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space)


def _plain(event: QKeyEvent) -> bool:
    # On macOS every arrow key has the keypad modifier.
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
