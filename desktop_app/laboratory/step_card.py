"""The current step: its controls, its sum written out, and what is remarkable about it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.formatting.array_files import Numbers
from desktop_app.laboratory.experiment import Convolution
from desktop_app.laboratory.experiment_view import ExperimentView
from desktop_app.laboratory.formula_text import slide_error_text, sum_text
from desktop_app.laboratory.step_controls import StepControls
from desktop_app.laboratory.written_sum import WrittenSum
from desktop_app.panels.card import Card
from desktop_app.translation import QT_TR_NOOP, tr

ROUNDED = QT_TR_NOOP(
    "The live window is rounded to one decimal before anything is computed from it."
)
FROZEN = QT_TR_NOOP("It is frozen while you step; “Continue live” resumes it.")


class StepCard(Card):
    """What happens at the current step.

    Attributes:
        steps: move the kernel.
        sum: how the output of the step is computed.
        note: a remark on the experiment, or why an input was rejected.
    """

    file_name = "laboratory-step"

    def __init__(self) -> None:
        super().__init__(tr("This step"))
        self.steps, self.sum, self.note = StepControls(), WrittenSum(), QLabel()
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self._written = QWidget()
        lines = QVBoxLayout(self._written)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.sum)
        lines.addWidget(self.note)
        self.header.addWidget(self.steps, 20)
        self.body.addWidget(self._written)
        self._view: ExperimentView | None = None

    @property
    def texts_shown(self) -> tuple[QWidget, ...]:
        """The widgets whose text grows with the page."""
        return self.sum, self.note

    @property
    def canvas(self) -> QWidget:
        """The written sum with its note."""
        return self._written

    def numbers(self) -> Numbers:
        """Every term of the step's sum, in the order in which they are added.

        Returns:
            Of a convolution ``channel``, ``row`` and ``column`` in the kernel, ``pixel``,
            ``weight``, ``product`` and ``running_sum``, each (n,); of pooling the first four. Empty
            if there is no step.
        """
        if self._view is None or not self._view.layer.step_count:
            return {}
        layer, step = self._view.layer, self._view.current_step
        pixels = layer.patch_at(step)
        places = np.indices(pixels.shape).reshape(3, -1)
        terms: dict[str, NDArray[Any]] = dict(
            zip(("channel", "row", "column"), places, strict=True)
        )
        terms["pixel"] = pixels.ravel()
        if isinstance(layer, Convolution):
            terms["weight"] = layer.kernels[self._view.shown_kernel].ravel()
            terms["product"] = terms["pixel"] * terms["weight"]
            terms["running_sum"] = terms["product"].cumsum()
        return terms

    def show_view(self, view: ExperimentView) -> None:
        """Write out the current step of a view."""
        same = self._view is not None and self._view.experiment is view.experiment
        self._view = view
        layer = view.layer
        self.steps.show_step(view.current_step, layer.step_count)
        text = sum_text(layer, view.shown_map, view.current_step) if layer.step_count else ""
        self.sum.show_text(text)
        if not same:
            self.sum.shrink()

    def remark(self) -> None:
        """Write what is remarkable about the experiment in place of an earlier note."""
        if self._view is None:
            return
        experiment = self._view.experiment
        if experiment.live:
            notes = (ROUNDED, FROZEN) if self._view.frozen else (ROUNDED,)
            self.note.setText(" ".join(map(tr, notes)))
        else:
            self.note.setText(slide_error_text(experiment, self._view.shown_kernel))
