"""The window's pages: live, laboratory and session."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QUndoGroup
from PySide6.QtWidgets import QStackedWidget

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.engine.inspector import Inspector
from desktop_app.engine.session import Session
from desktop_app.engine.session_keeper import SessionKeeper
from desktop_app.session.session_page import SessionPage
from desktop_app.ui.actions import Actions
from desktop_app.ui.live_page import LivePage

if TYPE_CHECKING:
    from desktop_app.laboratory.laboratory_page import LaboratoryPage


class PageStack(QStackedWidget):
    """Shows one page, draws only that page, and switches undo along with it.

    Attributes:
        live: the first page.
        laboratory: the second, None until it is first shown.
        session: the third.

    Signals:
        built: the laboratory was created; the page.
    """

    built = Signal(object)

    def __init__(
        self, commands: Actions, inspector: Inspector, session: Session, keeper: SessionKeeper
    ) -> None:
        """Create all pages except the laboratory.

        Args:
            commands: the window's actions.
            inspector: provides the frame on the screen.
            session: listed on the session's page.
            keeper: keeps it on disk.
        """
        super().__init__()
        self._inspector = inspector
        self.live = LivePage(inspector, commands.replay)
        self.laboratory: LaboratoryPage | None = None
        self.session = SessionPage(
            (commands.new_session, commands.open_session, commands.save_session), session, keeper
        )
        self._commands = commands
        self._undo = QUndoGroup(self)
        self._undo.addStack(self.live.kernels.undo)
        self.addWidget(self.live)
        self.addWidget(self.session)
        self._undo.addStack(self.session.undo_stack)
        commands.add_undo(self._undo)
        self._named: dict[str, tuple[QAction, Callable[[], None]]] = {
            "live": (commands.live, self.show_live),
            "laboratory": (commands.laboratory, self.show_laboratory),
            "session": (commands.session, self.show_session),
        }
        for action, show in self._named.values():
            action.triggered.connect(show)

    @property
    def on_live(self) -> bool:
        """Whether the live page is shown."""
        return self.currentWidget() is self.live

    @property
    def shown(self) -> str:
        """Name of the page shown, for :meth:`show_page`."""
        pages = {"live": self.live, "laboratory": self.laboratory, "session": self.session}
        return next(name for name, page in pages.items() if page is self.currentWidget())

    def show_page(self, name: str) -> None:
        """Go to a page by its name, or to the live page if there is none of that name."""
        self._named.get(name, self._named["live"])[1]()

    def show_live(self) -> None:
        """Go to the live page."""
        self._commands.live.setChecked(True)
        self.setCurrentIndex(0)
        self._undo.setActiveStack(self.live.kernels.undo)
        self._draw_again()

    def make_laboratory(self) -> LaboratoryPage:
        """Create the laboratory, unless there is one already."""
        if self.laboratory is None:
            from desktop_app.laboratory.laboratory_page import LaboratoryPage

            self.laboratory = LaboratoryPage()
            self.addWidget(self.laboratory)
            self._undo.addStack(self.laboratory.undo_stack)
            self.built.emit(self.laboratory)
        return self.laboratory

    def show_laboratory(self) -> None:
        """Go to the laboratory, which is created on first use: so the window appears quickly."""
        page = self.make_laboratory()
        self._commands.laboratory.setChecked(True)
        self.setCurrentWidget(page)
        self._undo.setActiveStack(page.undo_stack)
        page.setFocus()
        self._draw_again()

    def show_session(self) -> None:
        """Go to the session."""
        self._commands.session.setChecked(True)
        self.setCurrentWidget(self.session)
        self._undo.setActiveStack(self.session.undo_stack)
        self.session.view.setFocus()

    def show_frame(self, frame: AnalysisFrame) -> None:
        """Draw a frame on the page that is shown."""
        if self.on_live:
            self.live.show_frame(frame)
        elif self.laboratory is not None and self.shown == "laboratory":
            self.laboratory.show_window(frame.mfcc)

    def clear(self) -> None:
        """Clear the pages, because their content is stale."""
        self.live.clear()
        if self.laboratory is not None:
            self.laboratory.clear()

    def _draw_again(self) -> None:
        if self._inspector.frame is not None:
            self.show_frame(self._inspector.frame)
