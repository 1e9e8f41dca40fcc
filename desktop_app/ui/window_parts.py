"""The parts of the main window, and their layout."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop_app.engine.monitor import Monitor
from desktop_app.panels.banner import Banner
from desktop_app.panels.source_bar import SourceBar
from desktop_app.panels.status_line import StatusLine
from desktop_app.panels.transport import Transport
from desktop_app.ui.accessibility import describe_widgets
from desktop_app.ui.actions import Actions
from desktop_app.ui.attribution_overlay import AttributionOverlay
from desktop_app.ui.controller import Controller
from desktop_app.ui.export import Export
from desktop_app.ui.first_paint import FirstPaint
from desktop_app.ui.frame_rate import FrameRate
from desktop_app.ui.help import Help
from desktop_app.ui.open_address import OpenAddress
from desktop_app.ui.other_programs import OtherPrograms
from desktop_app.ui.page_stack import PageStack
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.presentation import Presentation
from desktop_app.ui.presenter import Presenter
from desktop_app.ui.recent_files import RecentFiles
from desktop_app.ui.recording_controls import RecordingControls
from desktop_app.ui.region_keeper import RegionKeeper
from desktop_app.ui.screen_fit import USUAL_SIZE
from desktop_app.ui.settings import Settings
from desktop_app.ui.tour import TourGuide


class WindowParts(QMainWindow):
    """A window with all its parts, which neither show nor do anything yet.

    Attributes:
        monitor: the one shown and controlled.
        commands: the actions in its menus.
        programs: tells other programs.
        presenter: decides what is shown.
        first_paint: tells when the window has appeared.
        frame_rate: of the screen updates, and their delay.
    """

    def __init__(self, monitor: Monitor, settings: Settings) -> None:
        """Create the parts.

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
