"""An editor for the first layer's kernels: change weights, use presets, mute maps."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QUndoCommand,
    QUndoStack,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desktop_app.formatting.array_files import Numbers
from desktop_app.panels.kernel_gallery import SIDE, KernelGallery
from desktop_app.panels.live_panel import LivePanel
from desktop_app.panels.named_combo_box import NamedComboBox
from desktop_app.panels.number_grid import short
from desktop_app.translation import QT_TR_NOOP, tr
from model.kernel_edits import KernelEdits
from model.named_kernels import NAMED
from resources.languages import gettext

if TYPE_CHECKING:
    from model.classifier import Classifier

LARGEST = 100.0
"""Larger weights would leave only the extremes of the colour scale visible."""
REFUSED = QColor(220, 50, 47)
REPLACE_WITH = QT_TR_NOOP("Replace with…")


class KernelsCard(LivePanel):
    """Gallery and editor of the kernels; edits are never written to the model's file.

    Signals:
        changed: the kernels were edited; the new :class:`KernelEdits`.

    Attributes:
        edits: the kernels as they are now; None before the first model.
        undo: every edit.
    """

    changed = Signal(object)
    file_name = "kernels"

    def __init__(self) -> None:
        super().__init__(tr("Kernels: what if…"))
        self.setMinimumWidth(275)
        self.edits: KernelEdits | None = None
        self.undo = QUndoStack(self)
        self.gallery = KernelGallery()
        self.gallery.setToolTip(
            tr(
                "Each kernel is a grid of weights that slides over the image (time to the right, "
                "coefficients upwards). Click one to edit it and watch its map and the genre "
                "change."
            )
        )
        self.gallery.chosen.connect(self._refresh)
        self.named = NamedComboBox(tr("Replacement"))
        self.named.addItem(tr(REPLACE_WITH))
        for name in NAMED:
            self.named.addItem(gettext(name), name)
        self.named.setToolTip(tr("Replace this kernel with a well-known detector"))
        self.named.activated.connect(self._replace)
        self.mute = QCheckBox(tr("Mu&te"))
        self.mute.setToolTip(tr("Set this map to 0 and see what the network says without it"))
        self.mute.clicked.connect(
            lambda on: self._do(tr("mute kernel"), lambda now: now.muting(self.gallery.number, on))
        )
        self.solo = QPushButton(tr("So&lo"))
        self.solo.setToolTip(tr("Mute all other maps; press again to unmute them"))
        self.solo.clicked.connect(
            lambda: self._do(tr("solo kernel"), lambda now: now.solo(self.gallery.number))
        )
        self.restore = QPushButton(tr("Restore"))
        self.restore.setToolTip(tr("Restore this kernel to the model’s own weights"))
        self.restore.clicked.connect(
            lambda: self._do(tr("restore kernel"), lambda now: now.restored(self.gallery.number))
        )
        self.reset = QPushButton(tr("Reset all"))
        self.reset.setToolTip(tr("Restore all kernels to the model’s own weights; can be undone"))
        self.reset.clicked.connect(self.reset_all)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.bias = _cell(tr("Bias"), self._set_bias)
        self._cells: dict[tuple[int, int], QLineEdit] = {}
        self._lay_out()
        self.setEnabled(False)

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setAccessibleName(tr("All kernels"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.gallery)
        self._scroll = scroll
        self.heading = QLabel()
        self._grid = QGridLayout()
        self._grid.setSpacing(2)
        biased = QHBoxLayout()
        biased.addWidget(QLabel(tr("Bias")))
        biased.addWidget(self.bias, 1)
        # Its words are longer than a number.
        biased.addWidget(self.named, 2)
        buttons = QHBoxLayout()
        for button in (self.solo, self.restore, self.reset):
            buttons.addWidget(button)
        chosen = QHBoxLayout()
        chosen.addWidget(self.heading, 1)
        chosen.addWidget(self.mute)
        self.body.addWidget(scroll, 1)
        self.body.addLayout(chosen)
        self.body.addLayout(self._grid)
        self.body.addLayout(biased)
        self.body.addLayout(buttons)
        self.body.addWidget(self.problem)

    @property
    def canvas(self) -> QWidget:
        """The gallery, for copying and saving."""
        return self.gallery

    def numbers(self) -> Numbers:
        """The edited ``kernels`` (kernels, frames, coefficients) and their ``bias`` (kernels,)."""
        if self.edits is None:
            return {}
        weight, bias = self.edits.effective
        return {"kernels": weight[:, 0], "bias": bias}

    def show_model(self, model: Classifier) -> None:
        """Show the kernels of a newly loaded model and discard the edits of the previous one."""
        own = model.kernels(model.first_conv)
        self.undo.clear()
        self.edits = KernelEdits.of(own.weight, own.bias)
        self._make_cells(*self.edits.kernel(0).shape)
        self.gallery.number = 0
        self.setEnabled(True)
        self._refresh()

    def choose(self, number: int) -> None:
        """Show a kernel in the editor."""
        self.gallery.choose(number)

    def reset_all(self) -> None:
        """Restore all kernels to the model's own weights."""
        self._do(tr("reset all kernels"), KernelEdits.reset)

    def show_edits(self, edits: KernelEdits) -> None:
        """Show edited kernels of the model."""
        self.edits = edits
        self._refresh()

    def put(self, edits: KernelEdits) -> None:
        """Set all kernels at once; used by undo and redo."""
        self.show_edits(edits)
        self.changed.emit(edits)

    def _do(self, name: str, change: Callable[[KernelEdits], KernelEdits]) -> None:
        if self.edits is None:
            return
        after = change(self.edits)
        if after.same_as(self.edits):
            self._refresh()
        else:
            self.undo.push(_KernelChange(name, self, self.edits, after))

    def _replace(self) -> None:
        name = self.named.currentData()
        self.named.setCurrentIndex(0)
        if name is not None:
            self._do(
                tr("replace with {name}").format(name=gettext(name)),
                lambda now: now.with_named(self.gallery.number, name),
            )

    def _make_cells(self, rows: int, columns: int) -> None:
        for cell in self._cells.values():
            self._grid.removeWidget(cell)
            cell.deleteLater()
        self._cells = {}
        for row in range(rows):
            for column in range(columns):
                cell = _cell(
                    tr("Weight in row {row}, column {column}").format(
                        row=row + 1, column=column + 1
                    ),
                    partial(self._set_cell, row, column),
                )
                self._cells[row, column] = cell
                self._grid.addWidget(cell, row, column)
        # They are newer than what comes after them.
        for before, after in pairwise((self.mute, *self._cells.values())):
            QWidget.setTabOrder(before, after)

    def _set_cell(self, row: int, column: int) -> None:
        value = self._number(self._cells[row, column])
        if value is not None:
            number = self.gallery.number
            self._do(tr("edit weight"), lambda now: now.with_cell(number, row, column, value))

    def _set_bias(self) -> None:
        value = self._number(self.bias)
        if value is not None:
            self._do(tr("edit bias"), lambda now: now.with_bias(self.gallery.number, value))

    def _number(self, cell: QLineEdit) -> float | None:
        """The typed number; None if the cell was not edited or the text is not accepted."""
        if not cell.isModified():
            return None
        try:
            # float() would read 1_0 as 10.
            typed = cell.text().replace("_", " _ ")
            value = float(typed.replace(",", ".").replace("−", "-"))
        except ValueError:
            value = math.nan
        if not abs(value) <= LARGEST:
            self._refuse(
                cell, tr("“{cell}” is not a number between −100 and 100.").format(cell=cell.text())
            )
            return None
        return value

    def _refuse(self, cell: QLineEdit, sentence: str) -> None:
        self._fill()
        palette = cell.palette()
        palette.setColor(QPalette.ColorRole.Text, REFUSED)
        cell.setPalette(palette)
        self.problem.setText(tr("{sentence} The old value is kept.").format(sentence=sentence))
        self.problem.show()

    def _refresh(self) -> None:
        if self.edits is None:
            return
        number = self.gallery.number
        at = self.gallery.place(number).center()
        self._scroll.ensureVisible(round(at.x()), round(at.y()), 0, round(SIDE))
        changed = self.edits.changed
        self.gallery.show_kernels(self.edits)
        heading = tr("Kernel {number} (changed)") if number in changed else tr("Kernel {number}")
        self.heading.setText(heading.format(number=number + 1))
        self.say(tr("{number} changed").format(number=len(changed)) if changed else "")
        self.problem.hide()
        self._fill()
        with QSignalBlocker(self.mute):
            self.mute.setChecked(number in self.edits.muted)
        self.restore.setEnabled(number in changed)
        self.reset.setEnabled(bool(changed))

    def _fill(self) -> None:
        if self.edits is None:
            return
        number = self.gallery.number
        values = {
            **{self._cells[at]: v for at, v in np.ndenumerate(self.edits.kernel(number))},
            self.bias: self.edits.bias[number],
        }
        for cell, value in values.items():
            cell.setText(short(value))
            cell.setModified(False)
            cell.setPalette(QPalette())


class _KernelChange(QUndoCommand):
    def __init__(
        self, name: str, card: KernelsCard, before: KernelEdits, after: KernelEdits
    ) -> None:
        super().__init__(name)
        self._card, self._before, self._after = card, before, after

    def redo(self) -> None:
        self._card.put(self._after)

    def undo(self) -> None:
        self._card.put(self._before)


class _Field(QLineEdit):
    """Passes Undo and Redo to the page when the field itself has nothing to undo."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isModified()
            if undo or event.matches(QKeySequence.StandardKey.Redo):
                event.ignore()
                return True
        return super().event(event)


def _cell(name: str, done: Callable[[], None]) -> QLineEdit:
    cell = _Field()
    cell.setAccessibleName(name)
    cell.setToolTip(tr("{name}: type a number, then press Enter").format(name=name))
    cell.setAlignment(Qt.AlignmentFlag.AlignRight)
    cell.editingFinished.connect(done)
    return cell
