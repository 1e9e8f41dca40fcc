"""The laboratory page: the lecture's examples with editable numbers and written-out sums."""

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

from desktop_app.laboratory.convolution_card import ConvolutionCard
from desktop_app.laboratory.experiment import Experiment
from desktop_app.laboratory.experiment_view import ExperimentView
from desktop_app.laboratory.formula_text import slide_error_text, sum_text
from desktop_app.laboratory.image_card import ImageCard
from desktop_app.laboratory.output_card import OutputCard
from desktop_app.laboratory.pooling_card import PoolingCard
from desktop_app.laboratory.step_controls import StepControls
from desktop_app.panels.card import Card

LIVE_MS = 100
"""Interval between updates of the live window, long enough to read the numbers."""
NO_SOUND = np.zeros((13, 100))
LEAST_WIDTH, LEAST_HEIGHT = 1200, 540
SUM_LINES = 4
LAYERS = (
    ("Conv&olution", "Slide kernels over an image and add up the products"),
    ("Poolin&g", "Shrink an image: keep one number per cell"),
)


class LaboratoryPage(QWidget):
    """Image, layer and output side by side, and the sum of the current step below them.

    Attributes:
        undo_stack: the changes to the experiment.
    """

    def __init__(self) -> None:
        super().__init__()
        self._view = ExperimentView(Experiment(), NO_SOUND)
        self.undo_stack = QUndoStack(self)
        self.image, self.kernel, self.pool = ImageCard(), ConvolutionCard(), PoolingCard()
        self.output, self.steps = OutputCard(), StepControls()
        self.layers = QTabBar()
        self.reset = QPushButton("Reset")
        self.reset.setToolTip("Back to the lecture’s example; can be undone")
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
        self.sum.setAccessibleName("Sum of this step")
        self.sum.setToolTip("How the highlighted output number is computed, product by product")
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
        bottom = Card("This step")
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
        stack = self.undo_stack
        undo, redo = _undo_button("undo", "&Undo"), _undo_button("redo", "Redo")
        undo.setToolTip("Undo the last change")
        redo.setToolTip("Redo the change that was undone last")
        undo.clicked.connect(stack.undo)
        redo.clicked.connect(stack.redo)
        stack.canUndoChanged.connect(undo.setEnabled)
        stack.canRedoChanged.connect(redo.setEnabled)
        stack.undoTextChanged.connect(lambda name: undo.setText(_with_name("&Undo", name)))
        stack.redoTextChanged.connect(lambda name: redo.setText(_with_name("Redo", name)))
        return [undo, redo]

    def _connect(self) -> None:
        for card in (self.image, self.kernel, self.pool):
            card.changed.connect(self.change)
        for card in (self.image, self.kernel):
            card.refused.connect(self.note.setText)
        self.kernel.kernel_chosen.connect(lambda number: self._look(kernel=number))
        self.output.map_chosen.connect(lambda number: self._look(kernel=number))
        self.image.channel_chosen.connect(lambda number: self._look(channel=number))
        self.steps.moved.connect(lambda step: self._look(step=step))
        self.reset.clicked.connect(self._reset)
        self.layers.currentChanged.connect(self._change_layer)

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
        self.undo_stack.push(_ExperimentChange(self, experiment, name))

    def _reset(self) -> None:
        self.change(replace(Experiment(), is_pooling=self.experiment.is_pooling), "reset")
        self._look(step=0)

    def clear(self) -> None:
        """Clear the live window, because a new source begins."""
        self._view = replace(self._view, window=NO_SOUND)
        if self.experiment.live and self.isVisible():
            self._show()

    def _change_layer(self, number: int) -> None:
        name = "switch to pooling" if number else "switch to convolution"
        self.change(replace(self.experiment, is_pooling=bool(number)), name)

    def put(self, experiment: Experiment) -> None:
        """Show an experiment, at its first step if the shape of its output changes."""
        same = experiment.layer.shape == self.experiment.layer.shape
        same = same and experiment.live == self.experiment.live
        self._look(experiment=experiment, step=self._view.current_step if same else 0)

    def show_window(self, window: NDArray[np.float32]) -> None:
        """Take the current window; it is drawn while the page is visible and the image is live.

        Args:
            window: (frames, 13) MFCCs, finite. The image has time to the right and coefficients
                upwards, so the laboratory's kernels slide over 13 rows.
        """
        if not len(window):
            return
        self._view = replace(self._view, window=window.T[::-1].astype(np.float64))
        if self.experiment.live and self.isVisible() and not self._live.isActive():
            self._live.start(LIVE_MS)

    def _look(self, **changes: object) -> None:
        for grid in (self.image.grid, self.kernel.grid):
            grid.clear_rejection()
        self._view = replace(self._view, **changes)  # type: ignore[arg-type]
        self._show()
        self.note.setText(slide_error_text(self.experiment, self._view.shown_kernel))

    def _show(self) -> None:
        view = self._view
        layer, is_pooling = view.layer, view.experiment.is_pooling
        self.layers.blockSignals(True)
        self.layers.setCurrentIndex(int(is_pooling))
        self.layers.blockSignals(False)
        self.kernel.setVisible(not is_pooling)
        self.pool.setVisible(is_pooling)
        for card in (self.image, self.kernel, self.pool, self.output):
            card.show_view(view)
        self.steps.show_step(view.current_step, layer.step_count)
        text = sum_text(layer, view.shown_map, view.current_step) if layer.step_count else ""
        if text != self.sum.toPlainText():
            # Otherwise the text would jump back to its start while someone reads it.
            place = self.sum.verticalScrollBar().value()
            self.sum.setPlainText(text)
            self.sum.verticalScrollBar().setValue(place)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the live window, which is not drawn while the page is hidden."""
        super().showEvent(event)
        if self.experiment.live:
            self._show()

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
                self.steps.move_by(-1)
            case Qt.Key.Key_Right:
                self.steps.move_by(1)
            case Qt.Key.Key_Space:
                self.steps.play_or_pause()
            case _:
                return False
        return True


_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space)


def _plain(event: QKeyEvent) -> bool:
    # On macOS every arrow key has the keypad modifier.
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def _undo_button(name: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setText(text)
    button.setEnabled(False)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _with_name(action: str, name: str) -> str:
    return f"{action}: {name}" if name else action


class _ExperimentChange(QUndoCommand):
    def __init__(self, page: LaboratoryPage, after: Experiment, name: str) -> None:
        super().__init__(name)
        self._page = page
        self._before, self._after = page.experiment, after

    def redo(self) -> None:
        self._page.put(self._after)

    def undo(self) -> None:
        self._page.put(self._before)
