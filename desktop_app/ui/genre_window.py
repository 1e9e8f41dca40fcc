"""A small window with nothing but the genre, the level and the last minutes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app import APPLICATION
from desktop_app.analysis.answer import Answer
from desktop_app.panels.folding_column import FoldingColumn
from desktop_app.panels.history_card import HistoryStrip
from desktop_app.panels.large_answer import LargeAnswer
from desktop_app.panels.level_meter import LevelMeterWidget
from desktop_app.panels.status_text import Words
from desktop_app.translation import tr

WORD_SHARE = 0.22
"""Height of the word's letters as a share of the window's."""
LEAST_TIMES, MOST_TIMES = 2.0, 12.0
PERCENT_SHARE = 0.6
"""Size of the probability as a share of the word's."""


class GenreWindow(QWidget):
    """Shows the genre as large as the window allows.

    Signals:
        left: the user wants the whole window back.
        space_pressed: nothing in the window had a use for Space.
    """

    left = Signal()
    space_pressed = Signal()

    def __init__(self, actions: Sequence[QAction]) -> None:
        """Create the window, hidden.

        Args:
            actions: those whose shortcuts work here too.
        """
        super().__init__()
        self.addActions(actions)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._large = LargeAnswer(LEAST_TIMES, LEAST_TIMES)
        self.word, self.percent = self._large.word, self._large.percent
        self.below = QLabel()
        self.below.setTextFormat(Qt.TextFormat.PlainText)
        self.level = LevelMeterWidget()
        self.history = HistoryStrip()
        self.on_top = QCheckBox(tr("&Always on top"))
        self.on_top.setToolTip(tr("Keep this window in front of all others"))
        self.on_top.toggled.connect(self._stay_on_top)
        self.whole = QPushButton(tr("&Whole window"))
        self.whole.setToolTip(tr("Show everything again (Esc)"))
        self.whole.clicked.connect(self.left)
        state = QHBoxLayout()
        state.addWidget(self.below, 1)
        state.addWidget(self.level)
        bottom = QWidget()
        controls = QHBoxLayout(bottom)
        controls.setContentsMargins(0, 0, 0, 0)
        controls.addWidget(self.on_top)
        controls.addStretch(1)
        controls.addWidget(self.whole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addLayout(self._large)
        layout.addLayout(state)
        layout.addWidget(FoldingColumn(self.history, bottom), 1)
        # Otherwise the history would get the focus, and Space would go to the buttons.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        self.resize(420, 300)

    def show_answer(self, answer: Answer | None, words: Words) -> None:
        """Show the genre.

        Args:
            answer: None when no genre is shown.
            words: what is said under the answer, or in its place.
        """
        self._large.show_answer(answer, words)
        self.below.setText(words.below)
        self.setWindowTitle(f"{self.word.text()} — {APPLICATION}")

    def _stay_on_top(self, on: bool) -> None:
        shown = self.isVisible()
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, on)
        if shown:
            # A change of its flags hides a window.
            self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write as large as there is room."""
        super().resizeEvent(event)
        times = WORD_SHARE * self.height() / max(1, self.fontMetrics().ascent())
        times = min(max(LEAST_TIMES, times), MOST_TIMES)
        self.word.enlarge(times)
        self.percent.enlarge(PERCENT_SHARE * times)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc; pass on Space."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.space_pressed.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Return to the whole window, as long as that is not what is being closed."""
        if event.spontaneous():
            event.ignore()
            self.left.emit()
        else:
            super().closeEvent(event)
