"""The main window: puts the parts together, shows what the monitor has, passes on what is asked."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QPaintEvent,
    QPalette,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop_app.actions import AT_REST, Actions
from desktop_app.analysis.level import Level
from desktop_app.demo import demo_clips
from desktop_app.diagnostics import diagnostics
from desktop_app.dialogs import choose_audio, choose_folder, choose_model, show_about
from desktop_app.export import Export
from desktop_app.log_file import log_path
from desktop_app.models import MODEL_EXTENSION, model_name, model_path
from desktop_app.monitor import Monitor
from desktop_app.pace import Pace
from desktop_app.pages import Pages
from desktop_app.panels.banner import Banner
from desktop_app.panels.icons import app_icon
from desktop_app.panels.source_bar import SourceBar
from desktop_app.panels.status_line import StatusLine, Vitals
from desktop_app.panels.transport import LOUDEST, Transport
from desktop_app.recent_files import RecentFiles
from desktop_app.settings import Settings
from desktop_app.status import Activity, Status
from desktop_app.theme import SYSTEM, use_theme
from desktop_app.tour import Stop, Tour
from desktop_app.why import WhyThisGenre
from desktop_app.words import SIGNS, TOUR

DISPLAY_MS = 30
SKIP_SECONDS = 5.0
LONGEST_WAIT_MS = 500
NOTICE_MS = 5000


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
        self._pace = Pace()
        self._device = settings.text("device")
        self._classifier: object = None
        self._left_stream = 0
        self._tour: Tour | None = None

        self.commands = Actions(self)
        self.source_bar = SourceBar(
            self.commands.refresh,
            (self.commands.open, self.commands.demo),
            (self.commands.start_stop, self.commands.freeze),
            (self.commands.live, self.commands.laboratory),
        )
        self.transport = Transport(
            self.commands.previous, self.commands.play_pause, self.commands.next
        )
        self.banner = Banner()
        self.pages = Pages(self.commands)
        self.live = self.pages.live
        self.why = WhyThisGenre(self.commands.why, monitor.explaining, self.live.mfcc)
        self.status_line = StatusLine()
        self.recent = RecentFiles(self.commands.recent, settings)
        self.export = Export(
            self, self.commands.export, (*self.live.exportable, self.transport), settings
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
        commands, live = self.commands, self.live
        commands.open.triggered.connect(self.choose_files)
        commands.open_folder.triggered.connect(self.choose_folder)
        self.recent.chosen.connect(lambda path: self.play([path]))
        commands.previous.triggered.connect(self._monitor.previous_file)
        commands.next.triggered.connect(self._monitor.next_file)
        commands.demo.triggered.connect(lambda: self.play(demo_clips()))
        commands.quit.triggered.connect(self.close)
        commands.listen.triggered.connect(lambda: self.listen(self._device))
        commands.refresh.triggered.connect(self._monitor.refresh_inputs)
        commands.start_stop.triggered.connect(self._start_or_stop)
        commands.play_pause.triggered.connect(self._play_or_pause)
        commands.back.triggered.connect(lambda: self._skip(-SKIP_SECONDS))
        commands.forward.triggered.connect(lambda: self._skip(SKIP_SECONDS))
        commands.themes.triggered.connect(lambda choice: self._use_theme(choice.text()))
        commands.models.triggered.connect(lambda choice: self.use_model(choice.data()))
        commands.open_model.triggered.connect(self.choose_model)
        commands.tour.triggered.connect(self.show_tour)
        commands.diagnostics.triggered.connect(self.copy_diagnostics)
        commands.about.triggered.connect(lambda: show_about(self, self._monitor.models.classifier))
        for action, panel, _ in self._panels():
            action.toggled.connect(panel.setVisible)
        self.source_bar.device_chosen.connect(self.listen)
        self.transport.overview.sought.connect(self._seek)
        self.transport.overview.loop_changed.connect(self._monitor.play_over)
        self.transport.volume_changed.connect(self._monitor.set_volume)
        live.genres.smoothing_changed.connect(self._smooth)
        live.genres.threshold_changed.connect(self._silence_below)
        live.painted.connect(self._note_painted)
        live.network_changed.connect(self._monitor.worker.use)
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

    # What the user asks for.

    def listen(self, device: str) -> None:
        """Listen to an input device, empty for the system's default."""
        self._device = device
        self._monitor.listen(device or None)

    def play(self, paths: list[Path]) -> None:
        """Play audio files one after the other."""
        self._monitor.play(paths)

    def use_model(self, name: str, *, or_own: bool = False) -> None:
        """Load a model, by the name of one that comes with the app or by its path.

        Args:
            name: see ``models.model_path``.
            or_own: if it can't be loaded, take the app's own, and say why.
        """
        self._monitor.models.load(model_path(name), or_own=or_own)

    def choose_model(self) -> None:
        """Let the user choose a model file and load it."""
        if name := choose_model(self, self._settings):
            self.use_model(name)

    def choose_files(self) -> None:
        """Let the user choose files and play them."""
        if paths := choose_audio(self, self._settings):
            self.play(paths)

    def choose_folder(self) -> None:
        """Let the user choose a folder and play what is in it."""
        if path := choose_folder(self, self._settings):
            self.play([path])

    def copy_diagnostics(self) -> None:
        """Put what helps to find a fault on the clipboard."""
        text = diagnostics(self._monitor.inputs, self._monitor.status(), log_path())
        QGuiApplication.clipboard().setText(text)
        self.status_line.showMessage("Diagnostics copied: paste them into your report.", NOTICE_MS)

    def show_tour(self) -> None:
        """Say in five bubbles what there is."""
        self.pages.show_live()
        if self._tour is not None:
            self._tour.end()
        at = (
            self.source_bar,
            self.live.mfcc,
            self.live.maps,
            self.live.genres,
            self.menuBar(),
        )
        tour = Tour(self, [Stop(*stop) for stop in zip(at, TOUR, strict=True)])
        self._tour = tour
        tour.ended.connect(self._forget_tour)
        self.commands.laboratory.triggered.connect(tour.end)
        tour.ended.connect(lambda: self._settings.remember(tour_seen=True))
        tour.begin()

    def _forget_tour(self) -> None:
        self._tour = None

    def show_tour_once(self) -> None:
        """The same, unless it was seen or skipped before."""
        if not self._settings.flag("tour_seen", False):
            self.show_tour()

    def _start_or_stop(self) -> None:
        if self._monitor.status().activity in AT_REST:
            self._monitor.restart()
        else:
            self._monitor.stop()

    def _play_or_pause(self) -> None:
        match self._monitor.status().activity:
            case Activity.PLAYING:
                self._monitor.pause()
            case Activity.PAUSED:
                self._monitor.resume()
            case Activity.ENDED:
                self._monitor.restart()

    def _skip(self, seconds: float) -> None:
        self._seek(self._monitor.status().position_s + seconds)

    def _seek(self, seconds: float) -> None:
        # What is on the screen, or on its way there, was heard elsewhere.
        self._left_stream = self._monitor.worker.stream
        self._monitor.seek(seconds)

    def _smooth(self, seconds: float) -> None:
        self._monitor.worker.smoother.seconds = seconds

    def _silence_below(self, dbfs: float) -> None:
        self._monitor.worker.threshold_dbfs = dbfs

    # What the monitor has.

    def show_latest(self) -> None:
        """Draw the newest frame and the state of the source."""
        self._show_model()
        status = self._monitor.status()
        frozen = self.commands.freeze.isChecked()
        self._left_stream = max(self._left_stream, status.first_stream - 1)
        shown = self.live.frame
        if shown is not None and shown.stream <= self._left_stream and not frozen:
            self.pages.clear()
        frame = self._monitor.worker.frames.take()
        if frame is not None:
            self.source_bar.level.show_level(frame.level)
            self.live.history.note(frame)
            if not frozen and frame.stream > self._left_stream:
                self.pages.show_frame(frame)
        elif not status.running:
            self.source_bar.level.show_level(Level())
        if not frozen:
            self.live.show_answer(status, bool(self._monitor.models.problem))
        self.why.follow(self.live.claimed)
        self._show_source(status)
        self._show_vitals(status)

    def _show_model(self) -> None:
        models = self._monitor.models
        if models.classifier is not None and models.classifier is not self._classifier:
            self._classifier = models.classifier
            # A kernel that was changed a moment ago may have asked for the old one again.
            self._monitor.worker.use(models.classifier)
            self.live.use_model(models.classifier)
            self.why.controls.show_genres(models.classifier.genres)
            self._settings.remember(model=model_name(models.path))
        self.commands.show_model(model_name(models.path) if models.classifier else None)
        on_live = self.pages.on_live
        self._monitor.worker.layers = self.live.layers if on_live else ()
        self._monitor.worker.with_sound = on_live and self.live.with_sound

    def _show_source(self, status: Status) -> None:
        problems = (self._settings.problem, status.message)
        self.banner.say(" ".join(problem for problem in problems if problem))
        listening = status.activity is not Activity.STOPPED and not status.is_file
        self.source_bar.show_devices(self._monitor.inputs, self._device if listening else None)
        self.transport.setVisible(status.is_file)
        if status.duration_s is not None:
            self.transport.show_status(status)
            self.transport.listen_ahead(self._monitor.overview, self._monitor.models.classifier)
        self.commands.follow(status)
        self.recent.note(status.path)
        self.setWindowTitle(
            f"{status.source} — genre-monitor" if status.source else "genre-monitor"
        )

    def _show_vitals(self, status: Status) -> None:
        frame, now = self.live.frame, time.perf_counter()
        frozen = ", frozen" if self.commands.freeze.isChecked() else ""
        self.status_line.show_vitals(
            Vitals(
                activity=f"{SIGNS[status.activity]} {status.activity.value}{frozen}",
                source=status.source,
                rate=status.rate,
                channels=status.channels,
                windows_per_s=frame.windows_per_s if frame and status.running else 0.0,
                pictures_per_s=self._pace.pictures_per_s(now) if self.pages.on_live else None,
                delay_s=self._pace.delay_s(now),
                device_delay_s=status.latency_s,
                overflows=status.overflows,
                lost=frame.lost if frame else 0,
                skipped=frame.skipped if frame else 0,
            )
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
        """Play the files that were dropped; a model is loaded."""
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        models = [path for path in paths if path.suffix == MODEL_EXTENSION]
        music = [path for path in paths if path.suffix != MODEL_EXTENSION]
        if models:
            self.use_model(str(models[-1]))
        if music:
            self.play(music)
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
            device=self._device,
            volume=self.transport.volume.value() / LOUDEST,
            geometry=self.saveGeometry(),
            laboratory=not self.pages.on_live,
            **{name: action.isChecked() for action, _, name in self._panels()},
        )

    def _recall(self) -> None:
        settings = self._settings
        for action, panel, name in self._panels():
            action.setChecked(settings.flag(name, action.isChecked()))
            panel.setVisible(action.isChecked())
        self.live.recall(settings)
        self.why.recall(settings)
        self.transport.volume.setValue(round(LOUDEST * settings.number("volume", 1.0)))
        self.restoreGeometry(settings.state("geometry"))
        if settings.flag("laboratory", False):
            self.pages.show_laboratory()
        else:
            self.pages.show_live()
        self._use_theme(settings.text("theme", SYSTEM))
        self._recolour()

    def _use_theme(self, theme: str) -> None:
        for choice in self.commands.themes.actions():
            choice.setChecked(choice.text() == theme)
        use_theme(theme)
        self._settings.remember(theme=theme)

    def _recolour(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        self.commands.recolour(colour, self.devicePixelRatioF())
