"""How the window is presented: its theme, its zoom, on the full screen, or the genre alone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QMainWindow

from desktop_app.panels.icons import SIDE
from desktop_app.ui.actions import Actions
from desktop_app.ui.genre_window import GenreWindow
from desktop_app.ui.settings import Settings
from desktop_app.ui.theme import SYSTEM, THEMES, use_theme
from desktop_app.ui.zoom import Zoom, fit_controls


class Presentation(QObject):
    """Follows the actions in the View menu that change the look of the whole application.

    Attributes:
        small: the window with the genre alone; while it is shown, the whole window is hidden.
        zoom: the size of text and controls.
    """

    def __init__(self, window: QMainWindow, commands: Actions, settings: Settings) -> None:
        """Connect the actions.

        Args:
            window: the whole window.
            commands: its actions.
            settings: remember the choices.
        """
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._settings = settings
        self.zoom = Zoom(window, settings)
        self.zoom.changed.connect(self.redraw)
        here_too = (
            commands.quit,
            commands.start_stop,
            commands.freeze,
            commands.record,
            commands.previous,
            commands.next,
            commands.back,
            commands.forward,
            commands.enlarge,
            commands.reduce,
            commands.usual_size,
        )
        self.small = GenreWindow(here_too)
        self.small.left.connect(self.show_whole)
        self.small.space_pressed.connect(commands.play_pause.trigger)
        commands.genre_only.triggered.connect(self.show_genre_only)
        commands.full_screen.triggered.connect(self._fill_screen)
        commands.enlarge.triggered.connect(self.zoom.enlarge)
        commands.reduce.triggered.connect(self.zoom.reduce)
        commands.usual_size.triggered.connect(self.zoom.reset)
        commands.themes.triggered.connect(lambda choice: self.use_theme(choice.data()))

    def recall(self) -> None:
        """Restore theme, zoom and the small window; the whole window has its place already."""
        settings = self._settings
        self.use_theme(settings.choice("theme", THEMES, SYSTEM))
        self.small.on_top.setChecked(settings.flag("always_on_top", False))
        self.small.restoreGeometry(settings.state("small_geometry"))
        # A window that fills the screen hides how to make it smaller.
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)
        self.zoom.follow_screen()
        self.redraw()

    def remember(self) -> None:
        """Store the small window's place, and whether it stays on top."""
        self._settings.remember(
            always_on_top=self.small.on_top.isChecked(), small_geometry=self.small.saveGeometry()
        )

    def show_genre_only(self) -> None:
        """Replace the whole window by the small one."""
        self._window.hide()
        self.small.show()

    def show_whole(self) -> None:
        """Replace the small window by the whole one."""
        self.small.hide()
        self._window.show()
        self._window.activateWindow()

    def leave_full_screen(self) -> bool:
        """Give the screen back; return whether the window filled it."""
        full = self._window.isFullScreen()
        if full:
            self._fill_screen()
        return full

    def follow_state(self) -> None:
        """Follow a change of the window's state, which its frame can change too."""
        self._commands.full_screen.setChecked(self._window.isFullScreen())

    def redraw(self) -> None:
        """Draw icons and buttons again in the present colours and size."""
        window, side = self._window, round(SIDE * self.zoom.factor)
        colour = window.palette().color(QPalette.ColorRole.WindowText)
        self._commands.redraw(colour, side, window.devicePixelRatioF())
        fit_controls(window, side)

    def _fill_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    @property
    def theme(self) -> str:
        """The theme in use, one of ``THEMES``."""
        theme: str = self._commands.themes.checkedAction().data()
        return theme

    def use_theme(self, theme: str) -> None:
        """Use one of the ``THEMES``, now and later."""
        for choice in self._commands.themes.actions():
            choice.setChecked(choice.data() == theme)
        use_theme(theme)
        self._settings.remember(theme=theme)
