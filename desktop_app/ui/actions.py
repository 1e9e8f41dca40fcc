"""What can be done with the window, once for menus, buttons and keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QColor, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop_app.bundled import TITLES
from desktop_app.engine.source_status import Activity, SourceStatus
from desktop_app.formatting.text import clock
from desktop_app.panels.icons import icon
from desktop_app.ui.theme import THEMES

AT_REST = (Activity.STOPPED, Activity.ENDED, Activity.FAILED)
"""Activities in which there is nothing to stop."""
RECORD = "&Record the input"
RECORD_TIP = "Write what the input gives to a FLAC file (Ctrl+R)"


class Actions:
    """The window's actions, in its menus; the window connects them.

    Attributes:
        export: the menu for copying and saving; see ``export.Export``.
    """

    def __init__(self, window: QMainWindow) -> None:
        bar = window.menuBar()
        file, self._edit, source, view, help_ = (
            bar.addMenu(title) for title in ("&File", "&Edit", "&Source", "&View", "&Help")
        )
        self._icons: dict[QAction, str] = {}
        self._colour = QColor()
        self._scale = 1.0

        self.open = self._add(file, "&Open files …", "Ctrl+O", "open")
        self.open.setIconText("Open …")
        self.open.setToolTip("Play audio files and watch them (Ctrl+O); or drop some on the window")
        self.open_folder = self._add(file, "Open &folder …", "Ctrl+Shift+O")
        self.open_folder.setToolTip("Play all audio files in a folder, one after the other")
        self.recent = file.addMenu("Open &recent")
        self.demo = self._add(file, "Play the &demo", "Ctrl+D", "demo")
        self.demo.setIconText("Demo")
        self.demo.setToolTip("Play the music that comes with the app (Ctrl+D)")
        self.export = file.addMenu("&Export")
        self.save_session = self._add(file, "&Save the session …")
        self.save_session.setIconText("Save …")
        self.save_session.setToolTip("As a table, JSON or labels for Audacity")
        file.addSeparator()
        self.quit = self._add(file, "&Quit", "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

        self._add_sources(source)
        self._add_views(view, window)
        self.tour = self._add(help_, "&Tour")
        self.tour.setToolTip("Five words on the window")
        self.diagnostics = self._add(help_, "&Copy diagnostics")
        self.diagnostics.setToolTip(
            "Versions, devices and the end of the log, for a report of a fault; no sound and no "
            "names of files"
        )
        self.about = self._add(help_, "&About genre-monitor")
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def _add_sources(self, source: QMenu) -> None:
        self.listen = self._add(source, "&Listen to the input", "Ctrl+L", "microphone")
        self.refresh = self._add(source, "&Refresh the list of inputs", "F5", "refresh")
        self.refresh.setToolTip("Look for input devices again (F5)")
        source.addSeparator()
        self.start_stop = self._add(source, "&Start", "Ctrl+Return", "start")
        self.play_pause = self._add(source, "&Pause", "Space", "pause")
        # Space must also press the button that has the focus: the window passes on what is left.
        self.play_pause.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.back = self._add(source, "&Back 5 seconds", "Ctrl+Left")
        self.forward = self._add(source, "&Forward 5 seconds", "Ctrl+Right")
        self.previous = self._add(source, "Pre&vious file", "Ctrl+Shift+Left", "previous")
        self.next = self._add(source, "&Next file", "Ctrl+Shift+Right", "next")
        self.previous.setToolTip("The file before, or this one's beginning (Ctrl+Shift+Left)")
        self.next.setToolTip("The next of the files that were opened (Ctrl+Shift+Right)")
        self.record = self._switch(source, RECORD, "Ctrl+R", "record")
        self.record.setIconText("Record")
        self.record.setToolTip(RECORD_TIP)
        self.recordings_folder = self._add(source, "Recordings f&older …")
        self.recordings_folder.setToolTip("Where recordings go")
        self.replay = self._add(source, "Re&play the last 30 seconds", "Ctrl+B", "replay")
        self.replay.setIconText("Replay 30 s")
        self.replay.setToolTip(
            "Play what the input gave in the last half minute, then listen again (Ctrl+B); it is "
            "kept in memory only"
        )
        source.addSeparator()
        self.freeze = self._switch(source, "Free&ze the picture", "Ctrl+F", "freeze")
        self.freeze.setIconText("Freeze")
        self.freeze.setToolTip("Keep the picture, keep listening (Ctrl+F)")

    def _add_views(self, view: QMenu, window: QMainWindow) -> None:
        self.pages = QActionGroup(window)
        self.live = self._page(view, "&Live", "Ctrl+1", "What is heard now, and what is behind it")
        self.laboratory = self._page(
            view, "La&boratory", "Ctrl+2", "Try convolution and pooling by hand, step by step"
        )
        self.session = self._page(view, "&Session", "Ctrl+3", "What was heard, part by part")
        view.addSeparator()
        self.show_mfcc = self._panel(view, "&MFCC image")
        self.show_maps = self._panel(view, "&Feature maps")
        self.show_genres = self._panel(view, "&Genres")
        self.show_history = self._panel(view, "&History", "F3", shown=False)
        self.show_wave = self._panel(view, "From &wave to image", "F6", shown=False)
        self.show_pixel = self._panel(view, "The &sum behind a pixel", "F7", shown=False)
        self.show_kernels = self._panel(view, "&Kernels: what if …", "F8", shown=False)
        self.why = self._switch(view, "W&hy this genre", "F4")
        self.show_architecture = self._panel(view, "&Architecture", "F9", shown=False)
        view.addSeparator()
        models = view.addMenu("M&odel")
        self.models = QActionGroup(window)
        for name, title in TITLES.items():
            self._choice(models, self.models, title).setData(name)
        self.own_model = self._choice(models, self.models, "")
        self.own_model.setVisible(False)
        models.addSeparator()
        self.open_model = self._add(models, "Open &model …", "Ctrl+M")
        themes = view.addMenu("&Theme")
        self.themes = QActionGroup(window)
        for theme in THEMES:
            self._choice(themes, self.themes, theme)

    def add_undo(self, changes: QUndoGroup) -> None:
        """Offer undo and redo of the changes that are made on the page that is shown."""
        for action, keys in (
            (changes.createUndoAction(self._edit, "&Undo"), "Ctrl+Z"),
            (changes.createRedoAction(self._edit, "&Redo"), "Ctrl+Shift+Z"),
        ):
            action.setShortcut(QKeySequence(keys))
            self._edit.addAction(action)

    def _add(self, menu: QMenu, text: str, keys: str = "", picture: str = "") -> QAction:
        action = menu.addAction(text)
        action.setShortcut(QKeySequence(keys))
        if picture:
            self._icons[action] = picture
        return action

    def _switch(self, menu: QMenu, text: str, keys: str, picture: str = "") -> QAction:
        action = self._add(menu, text, keys, picture)
        action.setCheckable(True)
        return action

    def _page(self, view: QMenu, title: str, keys: str, tip: str) -> QAction:
        action = self._switch(view, title, keys)
        action.setToolTip(f"{tip} ({keys})")
        self.pages.addAction(action)
        return action

    @staticmethod
    def _choice(menu: QMenu, group: QActionGroup, text: str) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        group.addAction(action)
        return action

    @staticmethod
    def _panel(view: QMenu, title: str, keys: str = "", *, shown: bool = True) -> QAction:
        action = view.addAction(title)
        action.setShortcut(QKeySequence(keys))
        action.setCheckable(True)
        action.setChecked(shown)
        return action

    def show_model(self, name: str | None) -> None:
        """Mark the model in use, by its name; see ``bundled.model_name``. None: there is none."""
        if name is not None and name not in TITLES:
            self.own_model.setText(Path(name).name.replace("&", "&&"))
            self.own_model.setToolTip(name)
            self.own_model.setData(name)
            self.own_model.setVisible(True)
        for choice in self.models.actions():
            # A choice that could not be loaded is taken back.
            choice.setChecked(name is not None and choice.data() == name)

    def recolour(self, colour: QColor, scale: float) -> None:
        """Draw all icons in the colour of the text, at the screen's resolution."""
        self._colour, self._scale = colour, scale
        for action, picture in self._icons.items():
            action.setIcon(icon(picture, colour, scale))

    def follow(self, status: SourceStatus) -> None:
        """Name and enable what the source allows now."""
        activity = status.activity
        if activity in AT_REST:
            self._become(self.start_stop, "&Start", "start", "Start listening or playing again")
        else:
            self._become(self.start_stop, "&Stop", "stop", "Stop and let go of the device")
        if activity is Activity.PLAYING:
            self._become(self.play_pause, "&Pause", "pause", "Hold the file where it is")
        else:
            self._become(self.play_pause, "&Play", "start", "Go on with the file")
        for action in (self.play_pause, self.back, self.forward, self.previous):
            action.setEnabled(status.is_file)
        self.next.setEnabled(status.number < status.files)

    def show_recording(self, running: bool, seconds: float, status: SourceStatus) -> None:
        """Name the action by what is recorded."""
        tip = "Recording: stop, and keep the file (Ctrl+R)" if running else RECORD_TIP
        if running != self.record.isChecked() or tip != self.record.toolTip():
            self.record.setChecked(running)
            self.record.setToolTip(tip)
            self._icons[self.record] = "recording" if running else "record"
            self.record.setIcon(icon(self._icons[self.record], self._colour, self._scale))
        self.record.setIconText(clock(seconds) if running else "Record")
        # An input that is waited for goes on being recorded.
        self.record.setEnabled(running or (status.running and not status.is_file))
        self.replay.setEnabled(status.running and not status.is_file and not running)

    def _become(self, action: QAction, text: str, picture: str, tip: str) -> None:
        if action.text() == text:
            return
        action.setText(text)
        action.setToolTip(f"{tip} ({action.shortcut().toString()})")
        self._icons[action] = picture
        action.setIcon(icon(picture, self._colour, self._scale))
