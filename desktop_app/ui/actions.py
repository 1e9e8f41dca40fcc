"""The window's actions: one for each menu item, with its button text, tooltip and shortcut."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop_app.bundled import TITLES
from desktop_app.engine.source_status import Activity, SourceStatus
from desktop_app.formatting.text import clock
from desktop_app.translation import QT_TR_NOOP, tr
from desktop_app.ui.menu_actions import MenuActions, choice, set_tip
from desktop_app.ui.panel_list import PANELS, PanelSpec
from desktop_app.ui.theme import THEMES
from resources.languages import gettext

AT_REST = (Activity.STOPPED, Activity.ENDED, Activity.FAILED)
"""Activities in which there is nothing to stop."""
_RECORD_TIP = QT_TR_NOOP("Record the input to a FLAC file")
_STOP_RECORDING_TIP = QT_TR_NOOP("Stop recording and keep the file")


class Actions(MenuActions):
    """Puts the actions into the window's menus; the window connects them.

    Attributes:
        panels: show and hide the panels, by their keys in ``panel_list``.
        export: the menu for copying and saving; :class:`~desktop_app.ui.export.Export` fills it.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__()
        bar = window.menuBar()
        file, self._edit, source, view, help_ = (
            bar.addMenu(title)
            for title in (tr("&File"), tr("&Edit"), tr("&Source"), tr("&View"), tr("&Help"))
        )
        self.preferences = QAction(tr("&Preferences…"), window)
        self.preferences.setShortcut(QKeySequence("Ctrl+,"))
        self.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
        self._add_files(file)
        self._add_sources(source)
        self._add_views(view, window)
        self.manual = self.add(help_, tr("&Manual"), tip=tr("Everything the window can do"))
        self.shortcuts = self.add(help_, tr("&Keyboard shortcuts"), "F1")
        self.model_card = self.add(
            help_,
            tr("M&odel card"),
            tip=tr("What the model was trained on, and how often it is right"),
        )
        self.tour = self.add(help_, tr("&Tour"), tip=tr("A quick tour of the window"))
        self.diagnostics = self.add(
            help_,
            tr("&Copy diagnostics"),
            tip=tr(
                "Copy versions, devices and the end of the log for a bug report; "
                "no audio and no file names"
            ),
        )
        self.about = self.add(help_, tr("&About genre-monitor"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        for menu in (file, source, view, help_):
            menu.setToolTipsVisible(True)

    def _add_files(self, file: QMenu) -> None:
        self.open = self.add(
            file,
            tr("&Open files…"),
            "Ctrl+O",
            picture="open",
            button=tr("Open…"),
            tip=tr("Open audio files, or drop them on the window"),
        )
        self.open_folder = self.add(
            file, tr("Open &folder…"), "Ctrl+Shift+O", tip=tr("Play all audio files in a folder")
        )
        self.open_address = self.add(
            file,
            tr("Open &address…"),
            "Ctrl+U",
            tip=tr("Listen to an internet radio station or another stream"),
        )
        self.open_copied = self.add(
            file,
            tr("Open from clip&board"),
            "Ctrl+V",
            tip=tr("Open an address or files that were copied elsewhere"),
        )
        self.recent = file.addMenu(tr("Open &recent"))
        self.demo = self.add(
            file,
            tr("Play &demo"),
            "Ctrl+D",
            picture="demo",
            button=tr("Demo"),
            tip=tr("Play the music that comes with genre-monitor"),
        )
        self.export = file.addMenu(tr("&Export"))
        self.new_session = self.add(
            file,
            tr("&New session"),
            button=tr("New"),
            tip=tr("Begin an empty session; this one stays on disk"),
        )
        self.open_session = self.add(
            file,
            tr("Open sess&ion…"),
            button=tr("Open…"),
            tip=tr("Open an earlier session and continue it; this one stays on disk"),
        )
        self.save_session = self.add(
            file,
            tr("&Save session…"),
            button=tr("Save…"),
            tip=tr("Save the session as CSV, JSON or Audacity labels"),
        )
        file.addSeparator()
        self.quit = self.add(file, tr("&Quit"), "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _add_sources(self, source: QMenu) -> None:
        self.listen = self.add(source, tr("&Listen to input"), "Ctrl+L", picture="microphone")
        self.refresh = self.add(
            source,
            tr("&Refresh inputs"),
            "F5",
            picture="refresh",
            tip=tr("Look for new input devices"),
        )
        source.addSeparator()
        self.start_stop = self.add(source, tr("&Start"), "Ctrl+Return", picture="start")
        self.play_pause = self.add(source, tr("&Pause"), "Space", picture="pause")
        # The button with the focus needs Space too, so the window handles only what is left over.
        self.play_pause.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.back = self.add(source, tr("Skip &back 5 seconds"), "Ctrl+Left")
        self.forward = self.add(source, tr("Skip &forward 5 seconds"), "Ctrl+Right")
        self.previous = self.add(
            source,
            tr("Pre&vious file"),
            "Ctrl+Shift+Left",
            picture="previous",
            tip=tr("Go to the start of this file, or to the previous file"),
        )
        self.next = self.add(
            source,
            tr("&Next file"),
            "Ctrl+Shift+Right",
            picture="next",
            tip=tr("Go to the next file"),
        )
        self.record = self.add(
            source,
            tr("Re&cord input"),
            "Ctrl+R",
            picture="record",
            button=tr("Record"),
            tip=tr(_RECORD_TIP),
            checkable=True,
        )
        self.recordings_folder = self.add(
            source, tr("Recordings f&older…"), tip=tr("Choose where recordings are saved")
        )
        self.replay = self.add(
            source,
            tr("Repla&y last 30 seconds"),
            "Ctrl+B",
            picture="replay",
            button=tr("Replay 30 s"),
            tip=tr(
                "Replay the last 30 seconds of input, which are kept in memory only, then go "
                "back to listening"
            ),
        )
        source.addSeparator()
        self.freeze = self.add(
            source,
            tr("Free&ze display"),
            "Ctrl+F",
            picture="freeze",
            button=tr("Freeze"),
            tip=tr("Freeze the display and keep listening"),
            checkable=True,
        )

    def _add_views(self, view: QMenu, window: QMainWindow) -> None:
        self.pages = QActionGroup(window)
        self.live = self._page(
            view,
            tr("&Live"),
            "Ctrl+1",
            tr("See the current sound, and how the network classifies it"),
        )
        self.laboratory = self._page(
            view,
            tr("La&boratory"),
            "Ctrl+2",
            tr("Try convolution and pooling by hand, step by step"),
        )
        self.session = self._page(
            view, tr("&Session"), "Ctrl+3", tr("List everything heard in this session")
        )
        self.genre_only = self.add(
            view, tr("Genre onl&y"), "Ctrl+4", tip=tr("A small window with just the genre")
        )
        view.addSeparator()
        self.panels = {spec.key: self._panel(view, spec) for spec in PANELS}
        self.why = self.add(view, tr("Why th&is genre"), "F4", checkable=True)
        view.addSeparator()
        models = view.addMenu(tr("M&odel"))
        models.setToolTipsVisible(True)
        self.models = QActionGroup(window)
        for name, title in TITLES.items():
            choice(models, self.models, gettext(title)).setData(name)
        self.own_model = choice(models, self.models, "")
        self.own_model.setVisible(False)
        models.addSeparator()
        self.open_model = self.add(models, tr("Open &model…"), "Ctrl+M")
        self.full_screen = self.add(view, tr("Full s&creen"), "F11", checkable=True)
        zoom = view.addMenu(tr("&Zoom"))
        self.enlarge = self.add(zoom, tr("&Larger"), "Ctrl++")
        self.enlarge.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.reduce = self.add(zoom, tr("&Smaller"), "Ctrl+-")
        self.usual_size = self.add(zoom, tr("&Normal size"), "Ctrl+0")
        themes = view.addMenu(tr("&Theme"))
        self.themes = QActionGroup(window)
        for theme in THEMES:
            choice(themes, self.themes, tr(theme)).setData(theme)

    def add_undo(self, changes: QUndoGroup) -> None:
        """Add undo and redo of the changes made on the current page."""
        self.undo = changes.createUndoAction(self._edit, tr("&Undo"))
        self.redo = changes.createRedoAction(self._edit, tr("&Redo"))
        for action, keys in ((self.undo, "Ctrl+Z"), (self.redo, "Ctrl+Shift+Z")):
            action.setShortcut(QKeySequence(keys))
            self._edit.addAction(action)
        self._edit.addSeparator()
        self._edit.addAction(self.preferences)

    def show_model(self, name: str | None) -> None:
        """Check the menu item of the model in use.

        Args:
            name: as ``bundled.model_name`` returns it; None if no model is loaded.
        """
        if name is not None and name not in TITLES:
            self.own_model.setText(Path(name).name.replace("&", "&&"))
            self.own_model.setToolTip(name)
            self.own_model.setData(name)
            self.own_model.setVisible(True)
        for model in self.models.actions():
            # This also unchecks a model that was chosen but could not be loaded.
            model.setChecked(name is not None and model.data() == name)

    def follow(self, status: SourceStatus) -> None:
        """Rename and enable the actions to match the source."""
        activity = status.activity
        if activity in AT_REST:
            self.become(
                self.start_stop, tr("&Start"), "start", tr("Start listening or playing again")
            )
        else:
            self.become(self.start_stop, tr("&Stop"), "stop", tr("Stop and release the device"))
        if activity is Activity.PLAYING:
            self.become(self.play_pause, tr("&Pause"), "pause", tr("Pause the file"))
        else:
            self.become(self.play_pause, tr("&Play"), "start", tr("Resume the file"))
        for action in (self.play_pause, self.back, self.forward, self.previous):
            action.setEnabled(status.is_file)
        self.next.setEnabled(status.number < status.files)

    def show_recording(self, running: bool, seconds: float, status: SourceStatus) -> None:
        """Show on the record action whether, and for how long, the input has been recorded."""
        self.record.setChecked(running)
        picture = "recording" if running else "record"
        if self.picture_of(self.record) != picture:
            set_tip(self.record, tr(_STOP_RECORDING_TIP if running else _RECORD_TIP))
            self.draw(self.record, picture)
        self.record.setIconText(clock(seconds) if running else tr("Record"))
        # Recording continues while a lost input is awaited.
        self.record.setEnabled(running or (status.running and not status.is_file))
        self.replay.setEnabled(status.running and not status.is_file and not running)

    def _page(self, view: QMenu, title: str, keys: str, tip: str) -> QAction:
        action = self.add(view, title, keys, tip=tip, checkable=True)
        self.pages.addAction(action)
        return action

    def _panel(self, view: QMenu, spec: PanelSpec) -> QAction:
        action = self.add(view, tr(spec.title), spec.shortcut, checkable=True)
        action.setChecked(spec.shown)
        return action
