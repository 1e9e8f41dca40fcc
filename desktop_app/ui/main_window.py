"""The main window: its layout, and Qt's events."""

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
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.audio.address import Address
from desktop_app.engine.monitor import Monitor
from desktop_app.panels.banner import Banner
from desktop_app.panels.source_bar import SourceBar
from desktop_app.panels.status_line import StatusLine
from desktop_app.panels.transport import LOUDEST, Transport
from desktop_app.ui.accessibility import describe_widgets
from desktop_app.ui.actions import Actions
from desktop_app.ui.attribution_overlay import AttributionOverlay
from desktop_app.ui.brought import brought_by
from desktop_app.ui.controller import Controller
from desktop_app.ui.export import Export
from desktop_app.ui.first_paint import FirstPaint
from desktop_app.ui.frame_rate import FrameRate
from desktop_app.ui.help import Help
from desktop_app.ui.live_window import LiveWindow
from desktop_app.ui.open_address import OpenAddress
from desktop_app.ui.other_programs import OtherPrograms
from desktop_app.ui.page_stack import PageStack
from desktop_app.ui.panel_list import PANELS
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.presentation import Presentation
from desktop_app.ui.presenter import Presenter
from desktop_app.ui.recent_files import RecentFiles
from desktop_app.ui.recording_controls import RecordingControls
from desktop_app.ui.region_keeper import RegionKeeper
from desktop_app.ui.screen_fit import USUAL_SIZE, fit_to_screen
from desktop_app.ui.settings import Settings
from desktop_app.ui.tour import TourGuide

if TYPE_CHECKING:
    from desktop_app.laboratory.laboratory_page import LaboratoryPage

WAVEFORM_LINES = 34
"""Least height of the window, in lines of text, at which the waveform of a file is shown."""


class MainWindow(LiveWindow):
    """The window of a running monitor.

    Attributes:
        monitor: the one shown and controlled.
        commands: the actions in its menus.
        programs: tells other programs.
        presenter: decides what is shown.
        first_paint: tells when the window has appeared.
        frame_rate: of the screen updates, and their delay.
    """

    def __init__(self, monitor: Monitor, settings: Settings) -> None:
        """Lay everything out as it was when the app was last closed.

        Args:
            monitor: the one to show and control.
            settings: what is remembered between runs.
        """
        super().__init__()
        describe_widgets()
        self.monitor = monitor
        self._settings = settings
        self.frame_rate = FrameRate()
        self.first_paint = FirstPaint(self)
        self.presenter = Presenter(monitor)
        self.commands = Actions(self)
        self.controller = Controller(self, self.commands, monitor, settings)
        self.recording = RecordingControls(self, self.commands, monitor.recorder, settings)
        self.source_bar = SourceBar(
            self.commands.refresh,
            (self.commands.open, self.commands.demo),
            self.commands.record,
            (self.commands.start_stop, self.commands.freeze),
            (self.commands.live, self.commands.laboratory, self.commands.session),
        )
        self.transport = Transport(
            self.commands.previous, self.commands.play_pause, self.commands.next
        )
        self._regions = RegionKeeper(self.transport, settings)
        self.presentation = Presentation(self, self.commands, settings)
        self.banner = Banner()
        self.pages = PageStack(
            self.commands, self.presenter.inspector, monitor.session, monitor.sessions
        )
        self.live = self.pages.live
        self.attribution = AttributionOverlay(
            self.commands.why, monitor.attribution, self.live.mfcc
        )
        self.status_line = StatusLine()
        self.recent = RecentFiles(self.commands.recent, settings)
        self.open_address = OpenAddress(self, self.commands.open_address, monitor, settings)
        self.export = Export(
            self,
            self.commands.export,
            (*self.live.panels.values(), self.pages.session, self.transport),
            settings,
        )
        self.help = Help(self, self.commands, monitor.network)
        self.programs = OtherPrograms(settings)
        self.preferences = Preferences(
            self,
            self.commands.preferences,
            self.presentation,
            self.live.genres,
            self.recording,
            self.programs,
            settings.text("language"),
        )
        self.tour = TourGuide(
            self,
            (self.source_bar, self.live.mfcc, self.live.maps, self.live.genres, self.menuBar()),
            self.commands,
            settings,
        )
        self._lay_out()
        self._connect()
        self._recall()

        self.begin()

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self.setStatusBar(self.status_line)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(10, 8, 10, 4)
        for widget in (self.source_bar, self.transport, self.banner):
            layout.addWidget(widget)
        layout.addWidget(self.pages, 1)
        self.setCentralWidget(middle)
        self.transport.hide()
        self.resize(USUAL_SIZE)

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
        self.remember()
        self.presentation.small.hide()
        self.help.reader.close()
        super().closeEvent(event)

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
