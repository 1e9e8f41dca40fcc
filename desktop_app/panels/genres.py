"""The result: the leading genre in large type and every genre's probability as a bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from desktop_app.analysis.frame import Leading
from desktop_app.analysis.gate import DEFAULT_THRESHOLD_DBFS
from desktop_app.analysis.smoothing import DEFAULT_SECONDS, LONGEST_SECONDS
from desktop_app.formatting.array_files import Numbers
from desktop_app.formatting.text import display_name
from desktop_app.panels.card import ElidingLabel
from desktop_app.panels.live_panel import LivePanel, Remembered

if TYPE_CHECKING:
    from model.classifier import Classifier

ROW_HEIGHT = 26
HIGHEST_ROW = 44.0
LONGEST_NAME = 0.5
"""Share of the width for names; longer names are elided."""
LOWEST_THRESHOLD_DBFS = -90.0


class Genres(LivePanel):
    """Shows the smoothed genre probabilities.

    Signals:
        smoothing_changed: averaging time chosen by the user, in seconds.
        threshold_changed: level below which sound counts as silence, in dBFS.
    """

    smoothing_changed = Signal(float)
    threshold_changed = Signal(float)
    file_name = "genres"

    def __init__(self) -> None:
        super().__init__("Genres")
        self.leading = LeadingGenre()
        self.leading.setText("–")
        self.leading.setTextFormat(Qt.TextFormat.PlainText)
        large = QFont(self.font())
        large.setPointSizeF(self.font().pointSizeF() * 3.2)
        large.setBold(True)
        self.leading.setFont(large)
        self.leading.setAccessibleName("Leading genre")
        self.percent = QLabel()
        second = QFont(self.font())
        second.setPointSizeF(self.font().pointSizeF() * 1.8)
        self.percent.setFont(second)
        self.state = QLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.bars = GenreBars()
        self.sorted = QCheckBox("S&ort")
        self.sorted.setToolTip(
            "Most probable genre first. Off: every genre keeps its place and is easy to find."
        )
        self.sorted.toggled.connect(self.bars.set_sorted)
        self.smoothing = QDoubleSpinBox()
        self.smoothing.setRange(0.0, LONGEST_SECONDS)
        self.smoothing.setSingleStep(0.5)
        self.smoothing.setDecimals(1)
        self.smoothing.setSuffix(" s")
        self.smoothing.setValue(DEFAULT_SECONDS)
        self.smoothing.setToolTip(
            "Average the probabilities over this time. A longer time gives a steadier result; 0 "
            "shows each window on its own."
        )
        self.smoothing.valueChanged.connect(self.smoothing_changed)
        self.threshold = QDoubleSpinBox()
        self.threshold.setRange(LOWEST_THRESHOLD_DBFS, 0.0)
        self.threshold.setDecimals(0)
        self.threshold.setSuffix(" dBFS")
        self.threshold.setValue(DEFAULT_THRESHOLD_DBFS)
        self.threshold.setToolTip(
            "Sound below this level for half a second counts as silence and shows no genre. Raise "
            "it if background noise is given a genre."
        )
        self.threshold.valueChanged.connect(self.threshold_changed)

        answer = QHBoxLayout()
        answer.addWidget(self.leading, 1, Qt.AlignmentFlag.AlignBaseline)
        answer.addWidget(self.percent, 0, Qt.AlignmentFlag.AlignBaseline)
        options = QFormLayout()
        options.addRow("Avera&ge over", self.smoothing)
        options.addRow("Silence &below", self.threshold)
        self.add_control(self.sorted)
        self.body.addLayout(answer)
        self.body.addWidget(self.state)
        self.body.addSpacing(6)
        self.body.addWidget(self.bars, 1)
        self.body.addSpacing(6)
        self.body.addLayout(options)

    def show_model(self, model: Classifier) -> None:
        """Show the genres of a newly loaded model."""
        self.bars.show_genres(model.genres)

    def recall(self, remembered: Remembered) -> None:
        """Restore sorting, averaging time and silence threshold."""
        self.sorted.setChecked(remembered.flag("sorted", False))
        self.smoothing.setValue(
            remembered.number("average_s", DEFAULT_SECONDS, 0.0, LONGEST_SECONDS)
        )
        self.threshold.setValue(
            remembered.number("silence_dbfs", DEFAULT_THRESHOLD_DBFS, LOWEST_THRESHOLD_DBFS, 0.0)
        )

    def remember(self) -> Mapping[str, str | float | bool]:
        """Sorting, averaging time and silence threshold."""
        return {
            "sorted": self.sorted.isChecked(),
            "average_s": self.smoothing.value(),
            "silence_dbfs": self.threshold.value(),
        }

    def show_probabilities(self, probabilities: NDArray[np.float32] | None, state: str) -> None:
        """Show a result.

        Args:
            probabilities: (genres,), each 0 to 1, or None when no genre is shown.
            state: text under the leading genre, or in its place.
        """
        self.bars.show_probabilities(probabilities)
        self.state.setText(state)
        if probabilities is None:
            self.leading.setText("–")
            self.percent.clear()
        else:
            leading = Leading.of(probabilities, self.bars.genres)
            self.leading.setText(display_name(leading.genre))
            self.percent.setText(f"{100 * leading.probability:.0f} %")

    @property
    def canvas(self) -> QWidget:
        """The bars, for copying and saving."""
        return self.bars

    def numbers(self) -> Numbers:
        """``genre`` (names) and ``probability`` (averaged, 0 to 1), both (genres,)."""
        return self.bars.numbers()


class LeadingGenre(ElidingLabel):
    """A genre name, written smaller where it is long so that it never widens the panel."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name smaller until it fits; elide it only at the smallest size."""
        font, smallest = QFont(self.font()), QApplication.font().pointSizeF()
        # In steps, because a text's width isn't proportional to its font size.
        while (metrics := QFontMetricsF(font)).horizontalAdvance(self.text()) > self.width():
            if font.pointSizeF() <= smallest:
                break
            font.setPointSizeF(max(smallest, font.pointSizeF() - 0.5))
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)


class GenreBars(QWidget):
    """One row per genre: name, bar, percentage.

    Attributes:
        genres: labels, in the order of the probabilities.
    """

    def __init__(self) -> None:
        super().__init__()
        self.genres: tuple[str, ...] = ()
        self._probabilities: NDArray[np.float32] | None = None
        self._sorted = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_genres(self, genres: Sequence[str]) -> None:
        """Show the genres of a newly loaded model, without probabilities."""
        self.genres = tuple(genres)
        self._probabilities = None
        self.updateGeometry()
        self.update()

    def show_probabilities(self, probabilities: NDArray[np.float32] | None) -> None:
        """Draw probabilities, (genres,), or empty bars."""
        fits = probabilities is not None and len(probabilities) == len(self.genres)
        probabilities = probabilities if fits else None
        if probabilities is self._probabilities:
            # The window redraws more often than results arrive.
            return
        self._probabilities = probabilities
        self.setAccessibleDescription(self._spoken())
        self.update()

    def numbers(self) -> Numbers:
        """``genre`` and ``probability``, both (genres,); empty without a result."""
        if self._probabilities is None:
            return {}
        return {"genre": np.array(self.genres), "probability": self._probabilities}

    def set_sorted(self, sort: bool) -> None:
        """Sort by probability, or keep the model's order."""
        self._sorted = sort
        self.update()

    def sizeHint(self) -> QSize:
        """Room for rows at their natural height."""
        return QSize(300, ROW_HEIGHT * max(len(self.genres), 10))

    def minimumSizeHint(self) -> QSize:
        """Room for rows as high as their text."""
        return QSize(220, self.fontMetrics().height() * max(len(self.genres), 10))

    def _order(self) -> list[int]:
        if self._sorted and self._probabilities is not None:
            return [int(index) for index in np.argsort(-self._probabilities, kind="stable")]
        return list(range(len(self.genres)))

    def _spoken(self) -> str:
        if self._probabilities is None:
            return ""
        shown = zip(self.genres, self._probabilities, strict=True)
        return ", ".join(f"{genre} {100 * share:.0f} %" for genre, share in shown)

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
        accent = palette.color(QPalette.ColorRole.Highlight)
        height = min(HIGHEST_ROW, self.height() / len(self.genres))
        bold = QFont(self.font())
        bold.setBold(True)
        wide = QFontMetricsF(bold)
        longest = max(wide.horizontalAdvance(display_name(genre)) for genre in self.genres)
        names = min(longest, self.width() * LONGEST_NAME) + 10
        numbers = metrics.horizontalAdvance("100 %") + 8
        best = None if self._probabilities is None else int(self._probabilities.argmax())
        for row, index in enumerate(self._order()):
            top = row * height
            line = QRectF(0, top, self.width(), height)
            bar = QRectF(names, top + height * 0.22, self.width() - names - numbers, height * 0.56)
            painter.setFont(bold if index == best else self.font())
            painter.setPen(text)
            middle = Qt.AlignmentFlag.AlignVCenter
            name = display_name(self.genres[index])
            shown = painter.fontMetrics().elidedText(
                name, Qt.TextElideMode.ElideRight, int(names) - 9
            )
            painter.drawText(line, middle, shown)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(track)
            painter.drawRoundedRect(bar, 3, 3)
            if self._probabilities is None:
                continue
            share = float(self._probabilities[index])
            colour = accent if index == best else palette.color(QPalette.ColorRole.Dark)
            painter.setBrush(colour)
            filled = QRectF(bar.x(), bar.y(), bar.width() * share, bar.height())
            painter.drawRoundedRect(filled, 3, 3)
            painter.setPen(text)
            painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, f"{100 * share:.0f} %")
