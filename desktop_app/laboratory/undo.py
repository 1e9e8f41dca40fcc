"""Changes of the experiment that can be undone, and the two buttons that undo and redo them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop_app.laboratory.experiment import Experiment
from desktop_app.translation import tr


class ExperimentChange(QUndoCommand):
    """The step from one experiment to another."""

    def __init__(
        self, put: Callable[[Experiment], None], before: Experiment, after: Experiment, name: str
    ) -> None:
        """Name the step.

        Args:
            put: shows an experiment.
            before: the experiment shown before.
            after: the experiment to show.
            name: what is changed, as an imperative.
        """
        super().__init__(name)
        self._put, self._before, self._after = put, before, after

    def redo(self) -> None:
        """Show the later experiment."""
        self._put(self._after)

    def undo(self) -> None:
        """Show the earlier experiment."""
        self._put(self._before)


class UndoButtons(QWidget):
    """Undo and redo for one stack of changes, each with the name of the change it concerns."""

    def __init__(self, stack: QUndoStack) -> None:
        super().__init__()
        undo, redo = _button("undo", tr("&Undo")), _button("redo", tr("Redo"))
        undo.setToolTip(tr("Undo the last change"))
        redo.setToolTip(tr("Redo the change that was undone last"))
        undo.clicked.connect(stack.undo)
        redo.clicked.connect(stack.redo)
        stack.canUndoChanged.connect(undo.setEnabled)
        stack.canRedoChanged.connect(redo.setEnabled)
        stack.undoTextChanged.connect(lambda name: undo.setText(_with_name(tr("&Undo"), name)))
        stack.redoTextChanged.connect(lambda name: redo.setText(_with_name(tr("Redo"), name)))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(undo)
        layout.addWidget(redo)


def _button(name: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setText(text)
    button.setEnabled(False)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _with_name(action: str, name: str) -> str:
    return f"{action}: {name}" if name else action
