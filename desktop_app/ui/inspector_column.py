"""The inspectors, one below the other where all are whole, and behind tabs where they are not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop_app.panels.card import Card
from desktop_app.panels.tabs import Tabs
from desktop_app.translation import tr

SHARES = (40, 60)
"""Of the height, at first, for the panels from top to bottom: sum and kernels."""
WHOLE_LINES = 25
"""Height of an inspector of which nothing is cut off, in lines of text."""


class InspectorColumn(QWidget):
    """A column that shows its panels together or, in a low window, one at a time.

    Attributes:
        splitter: between the panels.
        tabs: choose the panel where only one is shown.
    """

    def __init__(self, panels: Sequence[Card]) -> None:
        """Create the column; it is hidden while all of its panels are.

        Args:
            panels: from top to bottom.
        """
        super().__init__()
        self._panels = panels
        self._roomy = False
        self.tabs = Tabs()
        self.tabs.setDocumentMode(True)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(tr("Inspectors"))
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._places: list[QWidget] = []
        for panel in panels:
            self.tabs.addTab(panel.title)
            place = QWidget()
            inside = QVBoxLayout(place)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(panel)
            self.splitter.addWidget(place)
            self._places.append(place)
            panel.installEventFilter(self)
        self.splitter.setSizes(SHARES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.splitter, 1)
        self.tabs.currentChanged.connect(self._show)
        self._show()

    def bring_forward(self, panel: Card) -> None:
        """Show this panel where only one is shown."""
        self.tabs.setCurrentIndex(self._panels.index(panel))

    def be_roomy(self, roomy: bool) -> None:
        """Ask for room for all panels, because the page can be scrolled; or make do."""
        self._roomy = roomy
        self._show()

    def minimumSizeHint(self) -> QSize:
        """Room for the panel at the front, or for all of them."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), self._whole()) if self._roomy else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between all panels and one."""
        super().resizeEvent(event)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow which panels are shown; one just shown comes to the front."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            if event.type() == QEvent.Type.ShowToParent and isinstance(watched, Card):
                self.bring_forward(watched)
            self._show()
        return False

    def _shown(self) -> list[bool]:
        return [not panel.isHidden() for panel in self._panels]

    def _whole(self) -> int:
        return sum(self._shown()) * WHOLE_LINES * self.fontMetrics().lineSpacing()

    def _show(self) -> None:
        shown = self._shown()
        together = self._roomy or sum(shown) < 2 or self.height() >= self._whole()
        for number, is_shown in enumerate(shown):
            self.tabs.setTabVisible(number, is_shown)
        self.tabs.setVisible(not together)
        front = self.tabs.currentIndex()
        for number, place in enumerate(self._places):
            place.setVisible(shown[number] and (together or number == front))
        self.setVisible(any(shown))
        self.updateGeometry()
