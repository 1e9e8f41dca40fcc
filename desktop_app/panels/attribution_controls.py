"""The controls of the “why this genre?” overlay: method, genre and opacity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSlider, QWidget

from desktop_app.formatting.text import screen_name
from desktop_app.translation import QT_TR_NOOP, tr

if TYPE_CHECKING:
    from model.attribution import Method

METHODS: dict[Method, tuple[str, str]] = {
    "grad-cam": (
        QT_TR_NOOP("Grad-CAM"),
        QT_TR_NOOP(
            "Where the feature maps that raise the genre’s score are active: coarse, and shows "
            "only evidence for the genre"
        ),
    ),
    "integrated gradients": (
        QT_TR_NOOP("Integrated gradients"),
        QT_TR_NOOP(
            "How much each pixel raises or lowers the genre’s score, compared with average music"
        ),
    ),
}
LEADING = QT_TR_NOOP("Leading genre")
DEFAULT_OPACITY = 80


class AttributionControls(QWidget):
    """Lets the user choose what to explain and how; draws nothing itself.

    Attributes:
        genre: label of the chosen genre, empty for the leading one; the model may not know it.
        opacity: slider from 10 to 100 percent.

    Signals:
        opacity_changed: opacity chosen by the user, 0.1 to 1.
    """

    opacity_changed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.methods = QComboBox()
        for method, (name, sentence) in METHODS.items():
            self.methods.addItem(tr(name), method)
            row = self.methods.count() - 1
            self.methods.setItemData(row, tr(sentence), Qt.ItemDataRole.ToolTipRole)
        self.methods.currentIndexChanged.connect(self._explain_method)
        self._explain_method(0)
        self.genres = QComboBox()
        self.genres.activated.connect(self._choose_genre)
        self.genre = ""
        self.genres.setToolTip(tr("Genre to explain: the leading one, or always the same"))
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(10, 100)
        self.opacity.setValue(DEFAULT_OPACITY)
        self.opacity.setFixedWidth(90)
        self.opacity.setToolTip(tr("Opacity of the evidence over the MFCC image"))
        self.opacity.valueChanged.connect(lambda percent: self.opacity_changed.emit(percent / 100))
        self.words = QLabel()
        self.words.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for title, control in (
            (tr("&Why"), self.methods),
            (tr("fo&r"), self.genres),
            (tr("Opacit&y"), self.opacity),
        ):
            label = QLabel(title)
            label.setBuddy(control)
            layout.addWidget(label)
            layout.addWidget(control)
        layout.addSpacing(6)
        layout.addWidget(self.words, 1)
        self.show_genres(())

    @property
    def method(self) -> Method:
        """The chosen attribution method."""
        found: Method = self.methods.currentData()
        return found

    def choose(self, method: str, genre: str) -> None:
        """Choose a method and a genre; an unknown method selects the first."""
        self.methods.setCurrentIndex(max(self.methods.findData(method), 0))
        self.genre = genre
        self._mark_genre()

    def show_genres(self, genres: Sequence[str]) -> None:
        """Offer the genres of a newly loaded model."""
        self.genres.clear()
        self.genres.addItem(tr(LEADING), "")
        for genre in genres:
            self.genres.addItem(screen_name(genre), genre)
        self._mark_genre()

    def say(self, words: str) -> None:
        """Show the legend or the progress, as HTML."""
        self.words.setText(words)

    def _choose_genre(self, row: int) -> None:
        self.genre = str(self.genres.itemData(row))

    def _mark_genre(self) -> None:
        # For a model without the chosen genre, its leading genre is explained.
        self.genres.setCurrentIndex(max(self.genres.findData(self.genre), 0))

    def _explain_method(self, row: int) -> None:
        self.methods.setToolTip(self.methods.itemData(row, Qt.ItemDataRole.ToolTipRole))
