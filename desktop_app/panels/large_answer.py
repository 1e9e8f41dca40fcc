"""The answer in large type: its words, and the probability beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.analysis.answer import Answer
from desktop_app.formatting.text import screen_name
from desktop_app.panels.large_label import LargeLabel
from desktop_app.panels.screen_reader import GenreAnnouncer
from desktop_app.panels.status_text import Words

BETWEEN = 16
"""Least distance in pixels between word and probability, which must not read as one."""


class LargeAnswer(QHBoxLayout):
    """Two labels, side by side; a change of the genre is announced to screen readers.

    Attributes:
        word: the genres named, or why none is.
        percent: their probability, empty without them.
    """

    def __init__(self, word_times: float, percent_times: float) -> None:
        """Create the labels, without a text.

        Args:
            word_times: how many times as large as other text the word is.
            percent_times: likewise the probability.
        """
        super().__init__()
        self.setSpacing(BETWEEN)
        self.word = LargeLabel(word_times, bold=True)
        self.percent = LargeLabel(percent_times, whole=True)
        self._announcer = GenreAnnouncer(self.word)
        self.addWidget(self.word, 1, Qt.AlignmentFlag.AlignBaseline)
        self.addWidget(self.percent, 0, Qt.AlignmentFlag.AlignBaseline)

    def show_answer(self, answer: Answer | None, words: Words) -> None:
        """Show a result.

        Args:
            answer: None when no genre is shown.
            words: what is said in its place.
        """
        self.word.setText(words.instead if answer is None else screen_name(answer.label))
        self.word.be_faint(answer is None)
        self._announcer.follow(answer)
        share = None if answer is None else answer.share
        self.percent.setText("" if share is None else f"{100 * share:.0f} %")
