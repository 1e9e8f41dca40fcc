"""Decides what the window shows, from the state of the monitor; independent of Qt."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app import APPLICATION
from desktop_app.analysis.file_scan import FileOutline
from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.analysis.history import HistorySnapshot
from desktop_app.analysis.level import Level
from desktop_app.audio.input_devices import InputDevice
from desktop_app.audio.server_sources import is_loopback, on_screen
from desktop_app.engine.inspector import Inspector
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.network_choice import NetworkInUse
from desktop_app.engine.source_health import details_of
from desktop_app.engine.source_status import Activity, SourceStatus
from desktop_app.panels.status_text import (
    MODEL_LOADING,
    NO_MODEL,
    WITH_ANSWER,
    Words,
    explain,
)
from desktop_app.panels.vitals import Vitals, vitals_of
from model.kernel_edits import KernelEdits
from resources.languages import N_, gettext

FILE_INSTEAD = N_("The file is analysed, not what this computer plays.")


@dataclass(frozen=True)
class Heard:
    """What is new in the sound.

    Attributes:
        stale: whether the frame on the screen is stale and must be cleared.
        frame: the frame to draw; None for nothing new.
        level: of the sound; None to leave the meter as it is.
    """

    stale: bool
    frame: AnalysisFrame | None
    level: Level | None


@dataclass(frozen=True)
class Display:
    """What the window shows apart from the sound itself.

    Attributes:
        status: of the source.
        title: of the window.
        problems: sentences for the banner, empty for none.
        details: more about them, for those who ask.
        inputs: the available input devices.
        device: name of the one listened to, empty for the system's default; None for none.
        outline: of the current file.
        history: of the last hour.
    """

    status: SourceStatus
    title: str
    problems: str
    details: str
    inputs: tuple[InputDevice, ...]
    device: str | None
    outline: FileOutline | None
    history: HistorySnapshot


class Presenter:
    """Reads the monitor, and decides what the window shows.

    :meth:`hear` is called for every picture, :meth:`look` less often.

    Attributes:
        inspector: the frame on the screen, and what is inspected in it.
        frozen: whether the display is kept while listening continues.
        words: what is said about the result, or about the lack of one.
        newest: the newest frame of the analysis, also while the display is frozen.
    """

    def __init__(self, monitor: Monitor) -> None:
        """Start with an empty display.

        Args:
            monitor: the one to show.
        """
        self.inspector = Inspector()
        self.frozen = False
        self._monitor = monitor
        self._generation = 0
        self._status = SourceStatus()
        self.words = Words("", "")
        self.newest: AnalysisFrame | None = None
        # The newest frame, until it is on the screen or stale.
        self._waiting: AnalysisFrame | None = None

    def new_network(self) -> NetworkInUse | None:
        """Return the network in use if it has changed since the last call."""
        network = self._monitor.network.current
        if network is None or network.generation == self._generation:
            return None
        self._generation = network.generation
        self.inspector.use_network(network)
        return network

    def edit_kernels(self, edits: KernelEdits) -> None:
        """Use edited kernels."""
        self._monitor.network.edit(edits)

    def request(self, layers: tuple[str, ...], *, with_sound: bool) -> None:
        """Set what the frames must contain.

        Args:
            layers: whose maps are on the screen.
            with_sound: whether samples and log-mel are.
        """
        self._monitor.worker.layers = layers
        self._monitor.worker.with_sound = with_sound

    def hear(self, now: float) -> Heard:
        """Return what is new in the sound at a clock time, in seconds."""
        monitor, inspector = self._monitor, self.inspector
        first, shown = monitor.state.first_stream, inspector.frame
        stale = shown is not None and shown.stream < first and not self.frozen
        if stale:
            inspector.clear()
        newest = monitor.worker.frames.take(now)
        self.newest = newest or self.newest
        waiting = newest or self._waiting
        if waiting is not None and waiting.stream < first:
            waiting = None
        # Without sound, nothing newer follows what came while the display was frozen.
        self._waiting = waiting if self.frozen else None
        fresh = waiting is not None and not self.frozen
        if waiting is not None and fresh:
            inspector.show(waiting)
        return Heard(stale, inspector.frame if fresh else None, newest.level if newest else None)

    def look(self, *, more_problems: str = "") -> Display:
        """Return what else to show now.

        Args:
            more_problems: further sentences for the banner.
        """
        monitor = self._monitor
        status = monitor.status()
        stopped = status.activity is Activity.STOPPED
        listening = not (stopped or status.on_network or status.path)
        if not self.frozen:
            self._status = status
            self.words = self._explain()
        return Display(
            status=status,
            title=_title(status, recording=monitor.recorder.recording.running),
            problems=" ".join(filter(None, (more_problems, status.message))),
            details=details_of(status.activity),
            inputs=monitor.inputs,
            device=(monitor.device or "") if listening else None,
            outline=monitor.outline,
            history=monitor.history.snapshot(),
        )

    def vitals(
        self, status: SourceStatus, updates_per_s: float | None, delay_s: float | None
    ) -> Vitals:
        """Return the values of the status bar.

        Args:
            status: of the source.
            updates_per_s: screen updates per second, None on pages without a live display.
            delay_s: from sound to screen, in seconds; None while nothing is painted.
        """
        remark = gettext(FILE_INSTEAD) if self._file_instead(status) else ""
        return vitals_of(status, remark, self.inspector.frame, self.frozen, updates_per_s, delay_s)

    def _file_instead(self, status: SourceStatus) -> bool:
        """Whether a file is heard where the computer was to be, which would hear it, too."""
        monitor = self._monitor
        default = next((each.name for each in monitor.inputs if each.default), "")
        listening = monitor.address is None and is_loopback(monitor.device or default)
        return status.path is not None and listening

    @property
    def answered(self) -> AnalysisFrame | None:
        """The frame on the screen, None if no genre is shown for it."""
        frame = self.inspector.frame
        named = frame is not None and frame.answer is not None
        return frame if named and self._status.activity in WITH_ANSWER else None

    def _explain(self) -> Words:
        monitor = self._monitor
        no_model = ""
        if monitor.network.current is None:
            no_model = NO_MODEL if monitor.models.problem else MODEL_LOADING
        return explain(self._status, self.inspector.frame, no_model)


def _title(status: SourceStatus, *, recording: bool) -> str:
    mark = "● " if recording else ""
    return mark + " — ".join(filter(None, (on_screen(status.source), APPLICATION)))
