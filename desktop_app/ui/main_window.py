"""The main window: what its parts do, what is remembered of it, and Qt's events."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication

from desktop_app.audio.address import Address
from desktop_app.engine.monitor import Monitor
from desktop_app.panels.transport import LOUDEST
from desktop_app.ui.brought import brought_by
from desktop_app.ui.live_window import LiveWindow
from desktop_app.ui.panel_list import PANELS
from desktop_app.ui.screen_fit import fit_to_screen
from desktop_app.ui.settings import Settings

if TYPE_CHECKING:
    from desktop_app.laboratory.laboratory_page import LaboratoryPage

WAVEFORM_LINES = 34
"""Least height of the window, in lines of text, at which the waveform of a file is shown."""


class MainWindow(LiveWindow):
    """The window of a running monitor."""

    def __init__(self, monitor: Monitor, settings: Settings) -> None:
        """Show everything as it was when the app was last closed.

        Args:
            monitor: the one to show and control.
            settings: what is remembered between runs.
        """
        super().__init__(monitor, settings)
        self._connect()
        self._recall()
        self.begin()

    def _connect(self) -> None:
        commands, live, controller = self.commands, self.live, self.controller
        controller.noticed.connect(self.status_line.notice)
        self.recording.finished.connect(self.status_line.notice)
        self.pages.built.connect(self._furnish)
        self.recent.chosen.connect(lambda path: controller.play([path]))
        commands.quit.triggered.connect(self.close)
        commands.save_session.triggered.connect(lambda: self.export.save(self.pages.session))
        for key, action in commands.panels.items():
            action.toggled.connect(live.panels[key].setVisible)
        self.source_bar.device_chosen.connect(controller.listen)
        self.transport.overview.sought.connect(self.monitor.seek)
        self.transport.overview.loop_changed.connect(self.monitor.set_loop)
        self.transport.tracks.chosen.connect(self.monitor.choose_track)
        self.transport.volume_changed.connect(self.monitor.set_volume)
        self.transport.number.chosen.connect(self.monitor.play_from)
        live.genres.average_changed.connect(controller.average_over)
        live.genres.threshold_changed.connect(controller.silence_below)
        # The controls of the attribution are in the panel of the image.
        commands.why.triggered.connect(lambda: commands.panels["mfcc"].setChecked(True))
        live.architecture.layer_chosen.connect(lambda: commands.panels["maps"].setChecked(True))
        live.kernel_chosen.connect(lambda: commands.panels["kernels"].setChecked(True))

    def _furnish(self, laboratory: LaboratoryPage) -> None:
        self.export.add(laboratory.cards, laboratory)
        laboratory.step.steps.recall(self._settings)

    # Qt's events.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play or pause on Space, unless the widget with the focus has used it."""
        if event.key() == Qt.Key.Key_Space and self.commands.play_pause.isEnabled():
            self.commands.play_pause.trigger()
        elif event.key() != Qt.Key.Key_Escape or not self.presentation.leave_full_screen():
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept only what can be opened."""
        if not brought_by(event.mimeData()).nothing:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.controller.take(event.mimeData())
        event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of a low window to the panels."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        lines = self.height() / self.fontMetrics().lineSpacing()
        self.transport.overview.fold(lines < WAVEFORM_LINES)

    def changeEvent(self, event: QEvent) -> None:
        """Follow changes between light and dark, of the font, and of the window's state."""
        super().changeEvent(event)
        if self.centralWidget() is None:
            return
        if event.type() == QEvent.Type.FontChange:
            self._fold()
        elif event.type() == QEvent.Type.PaletteChange:
            self.presentation.redraw()
        elif event.type() == QEvent.Type.WindowStateChange:
            self.presentation.follow_state()

    def answer_call(self, paths: list[Path], address: Address | None) -> None:
        """Open the files or the stream of another start of the app, and come to the front."""
        self.controller.take_call(paths, address)
        small = self.presentation.small
        front = small if small.isVisible() else self
        front.setWindowState(front.windowState() & ~Qt.WindowState.WindowMinimized)
        front.raise_()
        front.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the settings."""
        alone = self.presentation.small.isVisible()
        self.remember()
        self.presentation.small.hide()
        self.help.reader.close()
        super().closeEvent(event)
        if alone:
            # Qt ends the app when its last window is closed, but not when one is closed that was
            # hidden behind the small one.
            QApplication.quit()

    def remember(self) -> None:
        """Write everything that the user can set to the settings."""
        self.live.remember(self._settings)
        self.attribution.remember(self._settings)
        self.presentation.remember()
        if self.pages.laboratory is not None:
            self._settings.remember(**self.pages.laboratory.step.steps.remember())
        self._settings.remember(
            device=self.monitor.device or "",
            volume=self.transport.volume.value() / LOUDEST,
            geometry=self.saveGeometry(),
            page=self.pages.shown,
            **{f"show_{key}": action.isChecked() for key, action in self.commands.panels.items()},
        )

    def _recall(self) -> None:
        settings = self._settings
        for spec in PANELS:
            action = self.commands.panels[spec.key]
            action.setChecked(settings.flag(f"show_{spec.key}", spec.shown))
            self.live.panels[spec.key].setVisible(action.isChecked())
        self.live.recall(settings)
        self.attribution.recall(settings)
        self.transport.volume.setValue(round(LOUDEST * settings.number("volume", 1.0, 0.0, 1.0)))
        self.restoreGeometry(settings.state("geometry"))
        fit_to_screen(self)
        self.pages.show_page(settings.text("page"))
        self.presentation.recall()
