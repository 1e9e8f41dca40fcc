"""The main window: puts the parts together, shows what the monitor has, passes on what is asked."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QPaintEvent,
    QPalette,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop_app.analysis.level import Level
from desktop_app.bundled import model_name
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.source_status import Activity, SourceStatus
from desktop_app.panels.banner import Banner
from desktop_app.panels.icons import app_icon
from desktop_app.panels.source_bar import SourceBar
from desktop_app.panels.status_line import StatusLine, vitals_of
from desktop_app.panels.transport import LOUDEST, Transport
from desktop_app.ui.actions import Actions
from desktop_app.ui.attribution_overlay import AttributionOverlay
from desktop_app.ui.controller import Controller
from desktop_app.ui.export import Export
from desktop_app.ui.frame_rate import FrameRate
from desktop_app.ui.page_stack import PageStack
from desktop_app.ui.recent_files import RecentFiles
from desktop_app.ui.recording_controls import RecordingControls
from desktop_app.ui.settings import APPLICATION, Settings
from desktop_app.ui.theme import SYSTEM, THEMES, use_theme
from desktop_app.ui.tour import TourGuide
from model.kernel_edits import KernelEdits

DISPLAY_MS = 25
LONGEST_WAIT_MS = 500


class MainWindow(QMainWindow):
    """The window of a running monitor.

    Signals:
        appeared: the window has been painted after it was shown, or has had time enough for it.
    """

    appeared = Signal()

    def __init__(self, monitor: Monitor, settings: Settings) -> None:
        super().__init__()
        self._monitor = monitor
        self._settings = settings
        self._pace = FrameRate()
        self._generation = 0

        self.commands = Actions(self)
        self.steering = Controller(self, self.commands, monitor, settings)
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
        self.banner = Banner()
        self.pages = PageStack(self.commands, monitor.session)
        self.live = self.pages.live
        self.why = AttributionOverlay(self.commands.why, monitor.attribution, self.live.mfcc)
        self.status_line = StatusLine()
        self.recent = RecentFiles(self.commands.recent, settings)
        self.export = Export(
            self,
            self.commands.export,
            (*self.live.exportable, self.pages.session, self.transport),
            settings,
        )
        self.tour = TourGuide(
            self,
            (self.source_bar, self.live.mfcc, self.live.maps, self.live.genres, self.menuBar()),
            settings,
        )
        self._lay_out()
        self._connect()
        self._recall()

        self._appearing = QTimer(self)
        self._appearing.setSingleShot(True)
        self._appearing.timeout.connect(self.appeared)
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self.show_latest)
        timer.start(DISPLAY_MS)

    def _lay_out(self) -> None:
        self.setWindowIcon(app_icon())
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
        self.resize(1280, 720)

    def _connect(self) -> None:
        commands, live, steering = self.commands, self.live, self.steering
        steering.noticed.connect(self.status_line.notice)
        self.recording.finished.connect(self.status_line.notice)
        self.recent.chosen.connect(lambda path: steering.play([path]))
        commands.quit.triggered.connect(self.close)
        commands.save_session.triggered.connect(lambda: self.export.save(self.pages.session))
        commands.themes.triggered.connect(lambda choice: self._use_theme(choice.text()))
        commands.tour.triggered.connect(self.show_tour)
        for page in (commands.laboratory, commands.session):
            page.triggered.connect(self.tour.end)
        for action, panel, _ in self._panels():
            action.toggled.connect(panel.setVisible)
        self.source_bar.device_chosen.connect(steering.listen)
        self.transport.overview.sought.connect(self._monitor.seek)
        self.transport.overview.loop_changed.connect(self._monitor.set_loop)
        self.transport.volume_changed.connect(self._monitor.set_volume)
        live.genres.smoothing_changed.connect(steering.smooth)
        live.genres.threshold_changed.connect(steering.silence_below)
        live.painted.connect(self._note_painted)
        live.kernels_edited.connect(self._edit_kernels)
        # The controls are in the card of the image.
        commands.why.triggered.connect(lambda: commands.show_mfcc.setChecked(True))
        live.architecture.layer_chosen.connect(lambda: commands.show_maps.setChecked(True))
        live.kernel_chosen.connect(lambda: commands.show_kernels.setChecked(True))

    def _panels(self) -> tuple[tuple[QAction, QWidget, str], ...]:
        """What shows a panel, the panel, and the name under which that is remembered."""
        commands, live = self.commands, self.live
        return (
            (commands.show_mfcc, live.mfcc, "show_mfcc"),
            (commands.show_maps, live.maps, "show_maps"),
            (commands.show_genres, live.genres, "show_genres"),
            (commands.show_history, live.history, "show_history"),
            (commands.show_wave, live.wave, "show_wave"),
            (commands.show_pixel, live.pixel, "show_pixel"),
            (commands.show_kernels, live.kernels, "show_kernels"),
            (commands.show_architecture, live.architecture, "show_architecture"),
        )

    def show_tour(self) -> None:
        """Say in five bubbles what there is."""
        self.pages.show_live()
        self.tour.begin()

    def show_tour_once(self) -> None:
        """The same, unless it was seen or skipped before."""
        if not self.tour.seen:
            self.show_tour()

    # What the monitor has.

    def show_latest(self) -> None:
        """Draw the newest frame and the state of the source."""
        self._show_model()
        status = self._monitor.status()
        frozen = self.commands.freeze.isChecked()
        shown = self.live.frame
        if shown is not None and shown.stream < status.first_stream and not frozen:
            self.pages.clear()
        frame = self._monitor.worker.frames.take(time.perf_counter())
        if frame is not None:
            self.source_bar.level.show_level(frame.level)
            if not frozen and frame.stream >= status.first_stream:
                self.pages.show_frame(frame)
        elif not status.running:
            self.source_bar.level.show_level(Level())
        self.live.history.show_history(self._monitor.history.snapshot())
        self.pages.session.follow()
        if not frozen:
            self.live.show_answer(status, bool(self._monitor.models.problem))
        self.why.follow(self.live.claimed)
        self._show_source(status)
        self._show_vitals(status)

    def _show_model(self) -> None:
        network = self._monitor.network.current
        if network is not None and network.generation != self._generation:
            self._generation = network.generation
            self.live.use_network(network)
            self.why.controls.show_genres(network.model.genres)
            self.pages.session.genres = network.model.genres
            self._settings.remember(model=model_name(network.path))
        self.commands.show_model(model_name(network.path) if network else None)
        on_live = self.pages.on_live
        self._monitor.worker.layers = self.live.layers if on_live else ()
        self._monitor.worker.with_sound = on_live and self.live.with_sound

    def _edit_kernels(self, edits: KernelEdits) -> None:
        self._monitor.network.edit(edits)
        self._show_model()

    def _show_source(self, status: SourceStatus) -> None:
        problems = (self._settings.problem, status.message)
        self.banner.say(" ".join(problem for problem in problems if problem))
        listening = status.activity is not Activity.STOPPED and status.path is None
        self.source_bar.show_devices(
            self._monitor.inputs, (self._monitor.device or "") if listening else None
        )
        self.transport.setVisible(status.is_file)
        if status.duration_s is not None:
            self.transport.show_status(status)
            self.transport.show_outline(self._monitor.outline)
        self.commands.follow(status)
        self.recording.follow(status)
        self.recent.note(status.path)
        recorded = "● " if self.commands.record.isChecked() else ""
        self.setWindowTitle(recorded + " — ".join(filter(None, (status.source, APPLICATION))))

    def _show_vitals(self, status: SourceStatus) -> None:
        now = time.perf_counter()
        pictures_per_s = self._pace.pictures_per_s(now) if self.pages.on_live else None
        frozen = self.commands.freeze.isChecked()
        self.status_line.show_vitals(
            vitals_of(status, self.live.frame, frozen, pictures_per_s, self._pace.delay_s(now))
        )

    @property
    def delay_s(self) -> float | None:
        """Seconds from sound to screen, median over the last two; None while nothing is painted."""
        return self._pace.delay_s(time.perf_counter())

    def _note_painted(self) -> None:
        if self.live.frame is not None:
            latency_s = self._monitor.status().latency_s
            self._pace.painted(time.perf_counter(), self.live.frame.heard_at - latency_s)

    # What Qt tells the window.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays and pauses, unless the widget with the focus had a use for it."""
        if event.key() == Qt.Key.Key_Space and self.commands.play_pause.isEnabled():
            self.commands.play_pause.trigger()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, nothing else."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self.steering.take(event.mimeData())
        event.acceptProposedAction()

    def showEvent(self, event: QShowEvent) -> None:
        """Wait for the first picture; a window that starts minimised has none."""
        super().showEvent(event)
        self._appearing.start(LONGEST_WAIT_MS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Notice the first picture; the timer fires when all of it is on the screen."""
        super().paintEvent(event)
        if self._appearing.isActive():
            self._appearing.start(0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "commands"):
            self._recolour()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how everything stood."""
        self.remember()
        super().closeEvent(event)

    def remember(self) -> None:
        """Keep everything that the user set."""
        self.live.remember(self._settings)
        self.why.remember(self._settings)
        self._settings.remember(
            device=self._monitor.device or "",
            volume=self.transport.volume.value() / LOUDEST,
            geometry=self.saveGeometry(),
            page=self.pages.shown,
            **{name: action.isChecked() for action, _, name in self._panels()},
        )

    def _recall(self) -> None:
        settings = self._settings
        for action, panel, name in self._panels():
            action.setChecked(settings.flag(name, action.isChecked()))
            panel.setVisible(action.isChecked())
        self.live.recall(settings)
        self.why.recall(settings)
        self.transport.volume.setValue(round(LOUDEST * settings.number("volume", 1.0, 0.0, 1.0)))
        self.restoreGeometry(settings.state("geometry"))
        self.pages.show_page(settings.text("page"))
        self._use_theme(settings.choice("theme", THEMES, SYSTEM))
        self._recolour()

    def _use_theme(self, theme: str) -> None:
        for choice in self.commands.themes.actions():
            choice.setChecked(choice.text() == theme)
        use_theme(theme)
        self._settings.remember(theme=theme)

    def _recolour(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        self.commands.recolour(colour, self.devicePixelRatioF())
