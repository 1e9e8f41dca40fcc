"""The laboratory: the lecture's slides, with numbers that can be changed and sums written out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent, QUndoCommand, QUndoStack
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.laboratory.experiment import Experiment
from desktop_app.laboratory.image_card import ImageCard
from desktop_app.laboratory.kernel_card import KernelCard
from desktop_app.laboratory.output_card import OutputCard
from desktop_app.laboratory.pool_card import PoolCard
from desktop_app.laboratory.steps import Steps
from desktop_app.laboratory.view import View
from desktop_app.laboratory.writing import slip, sum_at
from desktop_app.panels.card import Card

LIVE_MS = 100
"""From one picture of the live window to the next: fast enough to see, slow enough to read."""
NOTHING_HEARD = np.zeros((13, 100))
LEAST_WIDTH, LEAST_HEIGHT = 1200, 540
SUM_LINES = 4
LAYERS = (
    ("Conv&olution", "Slide kernels over an image and add up the products."),
    ("Poolin&g", "Make an image smaller: keep one number of each cell of a grid."),
)


class LaboratoryPage(QWidget):
    """Image, kernel or pool, and output beside one another; below them the sum of this stop.

    Attributes:
        undo_stack: every change to the experiment.
    """

    def __init__(self) -> None:
        super().__init__()
        self._view = View(Experiment(), NOTHING_HEARD)
        self.undo_stack = QUndoStack(self)
        self.image, self.kernel, self.pool = ImageCard(), KernelCard(), PoolCard()
        self.output, self.steps = OutputCard(), Steps()
        self.layers = QTabBar()
        self.reset = QPushButton("Reset")
        self.reset.setToolTip("Back to the lecture’s example; Undo takes it back.")
        self.sum = QPlainTextEdit()
        self.note = QLabel()
        self._live = QTimer(self)
        self._live.setSingleShot(True)
        self._live.timeout.connect(self._show)
        self._lay_out()
        self._connect()
        self._look()

    def _lay_out(self) -> None:
        self.layers.setAccessibleName("Layer")
        self.layers.setDrawBase(False)
        for name, tip in LAYERS:
            self.layers.setTabToolTip(self.layers.addTab(name), tip)
        self.sum.setReadOnly(True)
        self.sum.installEventFilter(self)
        self.sum.setFrameShape(QFrame.Shape.NoFrame)
        self.sum.setTabChangesFocus(True)
        self.sum.setAccessibleName("Sum at this stop")
        self.sum.setToolTip("How the marked number of the output comes about, product by product.")
        self.sum.setFixedHeight(SUM_LINES * self.fontMetrics().lineSpacing() + 10)
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        top = QHBoxLayout()
        top.addWidget(self.layers)
        top.addStretch(1)
        for button in (*self._undo_buttons(), self.reset):
            top.addWidget(button)
        cards = QHBoxLayout()
        for card in (self.image, self.kernel, self.pool, self.output):
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            cards.addWidget(card, 1)
        bottom = Card("At this stop")
        bottom.header.addWidget(self.steps, 20)
        bottom.body.addWidget(self.sum)
        bottom.body.addWidget(self.note)
        whole = QWidget()
        whole.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(top)
        rows.addLayout(cards, 1)
        rows.addWidget(bottom)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(whole)
        scroll.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self.setFocusProxy(self.steps.slider)

    def _undo_buttons(self) -> list[QToolButton]:
        buttons = []
        for name, action in (
            ("undo", self.undo_stack.createUndoAction(self, "&Undo")),
            ("redo", self.undo_stack.createRedoAction(self, "Redo")),
        ):
            button = QToolButton()
            button.setObjectName(name)
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.append(button)
        return buttons

    def _connect(self) -> None:
        for card in (self.image, self.kernel, self.pool):
            card.changed.connect(self.change)
        for card in (self.image, self.kernel):
            card.refused.connect(self.note.setText)
        self.kernel.kernel_chosen.connect(lambda number: self._look(kernel=number))
        self.output.map_chosen.connect(lambda number: self._look(kernel=number))
        self.image.channel_chosen.connect(lambda number: self._look(channel=number))
        self.steps.moved.connect(lambda stop: self._look(stop=stop))
        self.reset.clicked.connect(self._reset)
        self.layers.currentChanged.connect(self._change_layer)

    @property
    def experiment(self) -> Experiment:
        """What the user has chosen."""
        return self._view.experiment

    def change(self, experiment: Experiment, words: str) -> None:
        """Put another experiment on the table, so that it can be undone.

        Args:
            experiment: as it is from now on.
            words: what of it is changed.
        """
        self.undo_stack.push(_ExperimentChange(self, experiment, words))

    def _reset(self) -> None:
        self.change(replace(Experiment(), pools=self.experiment.pools), "reset")
        self._look(stop=0)

    def clear(self) -> None:
        """Forget what was heard: what comes next is from elsewhere."""
        self._view = replace(self._view, window=NOTHING_HEARD)
        if self.experiment.live and self.isVisible():
            self._show()

    def _change_layer(self, number: int) -> None:
        self.change(replace(self.experiment, pools=bool(number)), "layer")

    def put(self, experiment: Experiment) -> None:
        """Put another experiment on the table, at its first stop if the output's shape is new."""
        same = experiment.layer.shape == self.experiment.layer.shape
        same = same and experiment.live == self.experiment.live
        self._look(experiment=experiment, stop=self._view.here if same else 0)

    def show_window(self, window: NDArray[np.float32]) -> None:
        """Take what is heard now; it is drawn if it is asked for and the page is to be seen.

        Args:
            window: (frames, 13) MFCC, finite. Its picture has time to the right and coefficients
                upwards, so the laboratory's kernels slide over 13 rows.
        """
        if not len(window):
            return
        self._view = replace(self._view, window=window.T[::-1].astype(np.float64))
        if self.experiment.live and self.isVisible() and not self._live.isActive():
            self._live.start(LIVE_MS)

    def _look(self, **changes: object) -> None:
        for grid in (self.image.grid, self.kernel.grid):
            grid.forgive()
        self._view = replace(self._view, **changes)  # type: ignore[arg-type]
        self._show()
        self.note.setText(slip(self.experiment, self._view.shown_kernel))

    def _show(self) -> None:
        view = self._view
        layer, pools = view.layer, view.experiment.pools
        self.layers.blockSignals(True)
        self.layers.setCurrentIndex(int(pools))
        self.layers.blockSignals(False)
        self.kernel.setVisible(not pools)
        self.pool.setVisible(pools)
        for card in (self.image, self.kernel, self.pool, self.output):
            card.show_view(view)
        self.steps.show_stop(view.here, layer.stops)
        words = sum_at(layer, view.shown_map, view.here) if layer.stops else ""
        if words != self.sum.toPlainText():
            # Else nobody could read on while the numbers change.
            place = self.sum.verticalScrollBar().value()
            self.sum.setPlainText(words)
            self.sum.verticalScrollBar().setValue(place)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was heard while nobody looked."""
        super().showEvent(event)
        if self.experiment.live:
            self._show()

    def event(self, event: QEvent) -> bool:
        """Claim the keys that step and play before a shortcut of the window gets them."""
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
        """Take the arrows that no widget had a use for before they scroll the page."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step and Space plays, unless the widget with the focus had a use for them."""
        if not self._press(event):
            super().keyPressEvent(event)

    def _press(self, event: QKeyEvent) -> bool:
        match event.key() if _plain(event) else None:
            case Qt.Key.Key_Left:
                self.steps.step(-1)
            case Qt.Key.Key_Right:
                self.steps.step(1)
            case Qt.Key.Key_Space:
                self.steps.play_or_pause()
            case _:
                return False
        return True


_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space)


def _plain(event: QKeyEvent) -> bool:
    # On a Mac every arrow counts as one of the keypad.
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


class _ExperimentChange(QUndoCommand):
    def __init__(self, page: LaboratoryPage, after: Experiment, words: str) -> None:
        super().__init__(words)
        self._page = page
        self._before, self._after = page.experiment, after

    def redo(self) -> None:
        self._page.put(self._after)

    def undo(self) -> None:
        self._page.put(self._before)
