"""The result: the answer in large type and every genre's probability as a bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from desktop_app.analysis.answer import Answer
from desktop_app.analysis.gate import DEFAULT_THRESHOLD_DBFS
from desktop_app.analysis.smoothing import LONGEST_SECONDS
from desktop_app.formatting.array_files import Numbers
from desktop_app.formatting.local import listed
from desktop_app.formatting.text import screen_name
from desktop_app.panels.folding_column import FoldingColumn
from desktop_app.panels.genre_colours import colour_of
from desktop_app.panels.large_answer import LargeAnswer
from desktop_app.panels.live_panel import LivePanel, Remembered
from desktop_app.panels.minus_spin_box import MinusSpinBox
from desktop_app.panels.status_text import Words
from desktop_app.translation import keep_left_to_right, tr

if TYPE_CHECKING:
    from model.classifier import Classifier

LEAST_ROWS = 3
HIGHEST_ROW = 44.0
EDGE, NAMED_EDGE = 0.5, 2.0
"""Widths in pixels of the outlines of the bars."""
LONGEST_NAME = 0.5
"""Share of the width for names; longer names are elided."""
STEPS_DRAWN = 200
"""Bars differ if their lengths do by one of these steps, of about a pixel."""
LOWEST_THRESHOLD_DBFS = -90.0
STEP_SECONDS = 0.5
AUTOMATIC = -STEP_SECONDS
"""Value of the averaging time, one step below the shortest, that stands for *Automatic*."""


class Genres(LivePanel):
    """Shows the answer and its genre probabilities.

    Signals:
        average_changed: averaging time chosen by the user, in seconds; None for automatic.
        threshold_changed: level below which sound counts as silence, in dBFS.
    """

    average_changed = Signal(object)
    threshold_changed = Signal(float)
    file_name = "genres"

    def __init__(self) -> None:
        super().__init__(tr("Genres"))
        self._large = LargeAnswer(3.2, 1.8)
        self._large.setSpacing(10)
        self.answer, self.percent = self._large.word, self._large.percent
        self.state = QLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.bars = GenreBars()
        self.sorted = QCheckBox(tr("S&ort"))
        self.sorted.setToolTip(
            tr("Most probable genre first. Off: every genre keeps its place and is easy to find.")
        )
        self.sorted.toggled.connect(self.bars.set_sorted)
        self.average = average_box()
        self.average.valueChanged.connect(lambda: self.average_changed.emit(self.average_s))
        self.threshold = threshold_box()
        self.threshold.valueChanged.connect(self.threshold_changed)

        options = QWidget()
        rows = QFormLayout(options)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addRow(tr("Avera&ge over"), self.average)
        rows.addRow(tr("Silence &below"), self.threshold)
        self.add_control(self.sorted)
        self.body.addLayout(self._large)
        self.body.addWidget(self.state)
        self.body.addSpacing(6)
        self.body.addWidget(FoldingColumn(self.bars, options), 1)

    def show_model(self, model: Classifier) -> None:
        """Show the genres of a newly loaded model."""
        self.bars.show_genres(model.genres)

    def recall(self, remembered: Remembered) -> None:
        """Restore sorting, averaging time and silence threshold."""
        self.sorted.setChecked(remembered.flag("sorted", False))
        self.average.setValue(remembered.number("average_seconds", AUTOMATIC, 0.0, LONGEST_SECONDS))
        self.threshold.setValue(
            remembered.number("silence_dbfs", DEFAULT_THRESHOLD_DBFS, LOWEST_THRESHOLD_DBFS, 0.0)
        )

    def remember(self) -> Mapping[str, str | float | bool]:
        """Sorting, averaging time and silence threshold."""
        return {
            "sorted": self.sorted.isChecked(),
            "average_seconds": "automatic" if self.average_s is None else self.average_s,
            "silence_dbfs": self.threshold.value(),
        }

    @property
    def average_s(self) -> float | None:
        """Averaging time chosen, in seconds; None for automatic."""
        seconds = self.average.value()
        return None if seconds == AUTOMATIC else seconds

    def show_answer(self, answer: Answer | None, words: Words) -> None:
        """Show a result.

        Args:
            answer: None when no genre is shown.
            words: what is said under the answer, or in its place.
        """
        self.bars.show_answer(answer)
        self.state.setText(words.below)
        self._large.show_answer(answer, words)

    @property
    def canvas(self) -> QWidget:
        """The bars, for copying and saving."""
        return self.bars

    def numbers(self) -> Numbers:
        """``genre`` (names) and ``probability`` (averaged, 0 to 1), both (genres,)."""
        return self.bars.numbers()


def average_box() -> QDoubleSpinBox:
    """A field for the averaging time in seconds, at *Automatic*."""
    box = QDoubleSpinBox()
    box.setRange(AUTOMATIC, LONGEST_SECONDS)
    box.setSpecialValueText(tr("Automatic"))
    box.setSingleStep(STEP_SECONDS)
    box.setDecimals(1)
    box.setSuffix(" s")
    box.setValue(AUTOMATIC)
    box.setToolTip(
        tr(
            "Automatic: the genre of the piece, from everything since the music last changed, at "
            "most 30 s. Or average over a fixed time; 0 shows each window on its own."
        )
    )
    return box


def threshold_box() -> QDoubleSpinBox:
    """A field for the silence threshold in dBFS, at its default."""
    box = MinusSpinBox()
    box.setRange(LOWEST_THRESHOLD_DBFS, 0.0)
    box.setDecimals(0)
    box.setSuffix(tr(" dBFS"))
    box.setValue(DEFAULT_THRESHOLD_DBFS)
    box.setToolTip(
        tr(
            "Sound that stays below this level for half a second counts as silence, and no "
            "genre is shown. Raise it if background noise gets a genre."
        )
    )
    return box


class GenreBars(QWidget):
    """One row per genre: name, bar, percentage; the genres named stand out.

    Attributes:
        genres: labels, in the order of the probabilities.
    """

    def __init__(self) -> None:
        super().__init__()
        self.genres: tuple[str, ...] = ()
        self._answer: Answer | None = None
        self._sorted = False
        self.setAccessibleName(tr("Probabilities of the genres"))
        keep_left_to_right(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_genres(self, genres: Sequence[str]) -> None:
        """Show the genres of a newly loaded model, without probabilities."""
        self.genres = tuple(genres)
        self._answer = None
        self.updateGeometry()
        self.update()

    def show_answer(self, answer: Answer | None) -> None:
        """Draw the probabilities of an answer, or empty bars for None or another model's."""
        if answer is not None and answer.genres != self.genres:
            answer = None
        before, self._answer = self._answer, answer
        # Results arrive far more often than one looks different from the last.
        if _drawn(answer) != _drawn(before):
            self.setAccessibleDescription(self._spoken())
            self.update()

    def numbers(self) -> Numbers:
        """``genre`` and ``probability``, both (genres,); empty without a result."""
        if self._answer is None:
            return {}
        return {"genre": np.array(self.genres), "probability": self._answer.probabilities}

    def set_sorted(self, sort: bool) -> None:
        """Sort by probability, or keep the model's order."""
        self._sorted = sort
        self.update()

    @property
    def shown(self) -> list[str]:
        """The genres drawn, from top to bottom."""
        return [self.genres[number] for number in self._order()]

    def sizeHint(self) -> QSize:
        """Room for all rows, as high as their text."""
        return QSize(300, self.fontMetrics().height() * max(len(self.genres), 10))

    def minimumSizeHint(self) -> QSize:
        """Room for a few rows, as high as their text."""
        return QSize(200, self.fontMetrics().height() * LEAST_ROWS)

    def _order(self) -> list[int]:
        """The genres to draw, from top to bottom: where there isn't room for all, the likeliest."""
        fitting = max(1, self.height() // self.fontMetrics().height())
        if self._answer is None:
            return list(range(len(self.genres)))[:fitting]
        likeliest = np.argsort(-self._answer.probabilities, kind="stable")[:fitting].tolist()
        return likeliest if self._sorted else sorted(likeliest)

    def _spoken(self) -> str:
        if self._answer is None:
            return ""
        shown = zip(self.genres, self._answer.probabilities, strict=True)
        return listed(f"{screen_name(genre)} {100 * share:.0f} %" for genre, share in shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one row per genre."""
        if not self.genres:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, metrics = self.palette(), self.fontMetrics()
        text = palette.color(QPalette.ColorRole.WindowText)
        track = palette.color(QPalette.ColorRole.Mid)
        track.setAlpha(70)
        order = self._order()
        height = min(HIGHEST_ROW, self.height() / len(order))
        bold = QFont(self.font())
        bold.setBold(True)
        wide = QFontMetricsF(bold)
        longest = max(wide.horizontalAdvance(screen_name(genre)) for genre in self.genres)
        names = min(longest, self.width() * LONGEST_NAME) + 10
        numbers = metrics.horizontalAdvance("100 %") + 8
        named = () if self._answer is None else self._answer.named
        for row, index in enumerate(order):
            top = row * height
            line = QRectF(0, top, self.width(), height)
            bar = QRectF(names, top + height * 0.22, self.width() - names - numbers, height * 0.56)
            painter.setFont(bold if index in named else self.font())
            painter.setPen(text)
            middle = Qt.AlignmentFlag.AlignVCenter
            name = screen_name(self.genres[index])
            shown = painter.fontMetrics().elidedText(
                name, Qt.TextElideMode.ElideRight, int(names) - 9
            )
            painter.drawText(line, middle, shown)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(track)
            painter.drawRoundedRect(bar, 3, 3)
            if self._answer is None:
                continue
            share = float(self._answer.probabilities[index])
            filled = QRectF(bar.x(), bar.y(), bar.width() * share, bar.height())
            if filled.width() >= 1.0:
                # The outline shows where a bar ends whose colour is near the background's.
                painter.setPen(QPen(text, NAMED_EDGE if index in named else EDGE))
                painter.setBrush(colour_of(self.genres[index]))
                painter.drawRoundedRect(filled, 3, 3)
            painter.setPen(text)
            painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, f"{100 * share:.0f} %")


def _drawn(answer: Answer | None) -> tuple[tuple[int, ...], list[float]] | None:
    """What of an answer makes a difference on the screen."""
    if answer is None:
        return None
    return answer.named, np.rint(STEPS_DRAWN * answer.probabilities).tolist()
