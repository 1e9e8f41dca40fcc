"""The columns of the live page, which move to where there is room for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStyle, QVBoxLayout, QWidget

from desktop_app.panels.card import Card
from desktop_app.translation import tr
from desktop_app.ui.arrangement import Arrangement, Widths
from desktop_app.ui.inspector_column import InspectorColumn
from desktop_app.ui.panel_list import Area

GAP = 11
"""Between panels, in pixels; also the width of a splitter's handle."""
LEAST_REST = 44
"""Least height of what scrolls, in pixels."""
SETTLED_MS = 50
"""After this time a panel has its place; each layout around it takes one round of events."""
STATES = ("pictures", "inspectors", "two_columns", "answer")
"""Names of the sizes that are remembered."""


class Columns(QSplitter):
    """The answer, which is always in sight, and the other panels, which scroll up and down."""

    def __init__(self, panels: Mapping[Area, Sequence[Card]]) -> None:
        """Lay the panels out.

        Args:
            panels: of each area, in order.
        """
        super().__init__(Qt.Orientation.Horizontal)
        self._panels = panels
        self._arrangement = Arrangement.COLUMNS
        self._pictures = _vertical(panels[Area.PICTURES])
        self._inspectors = InspectorColumn(panels[Area.INSPECTORS])
        self._middle = QSplitter(Qt.Orientation.Horizontal)
        self._middle.addWidget(self._pictures)
        self._middle.addWidget(self._inspectors)
        # In a large window the weights and sums become readable from afar, too.
        self._middle.setStretchFactor(0, 2)
        self._middle.setStretchFactor(1, 1)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._middle, 1)
        for panel in panels[Area.BELOW]:
            layout.addWidget(panel)
        self._rest = _Rest(content)
        self._answer = _vertical(panels[Area.ANSWER])
        self.addWidget(self._rest)
        self.addWidget(self._answer)
        self.setStretchFactor(0, 1)
        for splitter in (*self._splitters().values(), self._answer):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(GAP)
        self._pictures.setSizes([250, 290, 310])
        self._middle.setSizes([600, 310])
        self.setSizes([920, 330])
        self._side_by_side: Mapping[str, QByteArray] = self._states()
        for panel in (panel for area in panels.values() for panel in area):
            panel.installEventFilter(self)
        self._arrange()

    def bring_forward(self, inspector: Card) -> None:
        """Show an inspector that may be behind another."""
        self._inspectors.bring_forward(inspector)

    @property
    def state(self) -> Mapping[str, QByteArray]:
        """The sizes of the columns side by side, by the names ``STATES``."""
        return self._states() if self._arrangement is Arrangement.COLUMNS else self._side_by_side

    def restore(self, state: Mapping[str, QByteArray]) -> None:
        """Give the columns side by side the sizes of an earlier :attr:`state`.

        Args:
            state: an empty one leaves that splitter as it is.
        """
        known = {name: sizes for name, sizes in state.items() if not sizes.isEmpty()}
        self._side_by_side = {**self._side_by_side, **known}
        if self._arrangement is Arrangement.COLUMNS:
            for name, splitter in self._splitters().items():
                splitter.restoreState(self._side_by_side[name])

    def minimumSizeHint(self) -> QSize:
        """Room for the narrowest arrangement, and for the answer above something else."""
        answer = self._answer.minimumSizeHint().height()
        return QSize(self._widths().least, answer + GAP + LEAST_REST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the columns to where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Move the columns when a panel needs more room than before, or less."""
        known = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return known

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow which panels are shown, and scroll to one that was just opened."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._arrange()
            opened = event.type() == QEvent.Type.ShowToParent and self.isVisible()
            if opened and isinstance(watched, QWidget) and self._rest.isAncestorOf(watched):
                QTimer.singleShot(SETTLED_MS, self, partial(self._rest.reveal, watched))
        return False

    def _splitters(self) -> dict[str, QSplitter]:
        splitters = (self._pictures, self._inspectors.splitter, self._middle, self)
        return dict(zip(STATES, splitters, strict=True))

    def _states(self) -> dict[str, QByteArray]:
        return {name: splitter.saveState() for name, splitter in self._splitters().items()}

    def _widths(self) -> Widths:
        least = {area: _least_width(panels) for area, panels in self._panels.items()}
        return Widths(
            pictures=least[Area.PICTURES],
            inspectors=least[Area.INSPECTORS],
            answer=least[Area.ANSWER],
            below=least[Area.BELOW],
            gap=GAP,
            scroll_bar=self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent),
        )

    def _arrange(self) -> None:
        widths = self._widths()
        self._pictures.setVisible(bool(widths.pictures))
        self._middle.setVisible(bool(widths.pictures or widths.inspectors))
        self._answer.setVisible(bool(widths.answer))
        self._rest.setVisible(bool(widths.pictures or widths.inspectors or widths.below))
        wanted = widths.fitting(self.width())
        if wanted is self._arrangement:
            return
        self._side_by_side, self._arrangement = self.state, wanted
        side_by_side = wanted is Arrangement.COLUMNS
        above = wanted is Arrangement.ANSWER_ABOVE
        self._inspectors.be_roomy(not side_by_side)
        self._middle.setOrientation(
            Qt.Orientation.Horizontal if side_by_side else Qt.Orientation.Vertical
        )
        self.setOrientation(Qt.Orientation.Vertical if above else Qt.Orientation.Horizontal)
        self.insertWidget(0 if above else 1, self._answer)
        if side_by_side:
            self.restore(self._side_by_side)
        elif above:
            self.setSizes([0, self.height()])
        else:
            self.setSizes([self.width(), 0])


def _vertical(panels: Iterable[QWidget]) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Vertical)
    for panel in panels:
        splitter.addWidget(panel)
    return splitter


def _least_width(panels: Iterable[QWidget]) -> int:
    """Width in pixels that all of these need that are shown, 0 if none is."""
    shown = (panel for panel in panels if not panel.isHidden())
    return max(
        (max(panel.minimumSizeHint().width(), panel.minimumWidth()) for panel in shown), default=0
    )


class _Rest(QScrollArea):
    """Scrolls only up and down, because it is always as wide as what it contains."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setAccessibleName(tr("Panels"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)

    def reveal(self, panel: QWidget) -> None:
        """Scroll to a panel: to its heading, if it has no room as a whole."""
        top = panel.mapTo(self._content, QPoint(0, 0)).y()
        bottom = min(top + panel.height(), top + self.viewport().height())
        bar = self.verticalScrollBar()
        bar.setValue(min(top, max(bar.value(), bottom - self.viewport().height())))

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._content.minimumSizeHint().width() + bar, LEAST_REST)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
