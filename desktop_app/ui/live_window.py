"""A window that keeps itself up to date: what is heard often, everything else now and then."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer

from desktop_app.analysis.level import Level
from desktop_app.bundled import model_name
from desktop_app.ui.presenter import Display
from desktop_app.ui.window_parts import WindowParts
from model.kernel_edits import KernelEdits

SOUND_MS = 25
STATE_MS = 100
"""For what is only read or pressed: nobody does either faster."""
VITALS_MS = 200
"""Numbers that change faster can't be read, and each lays out the status bar again."""


class LiveWindow(WindowParts):
    """Shows what the presenter decides."""

    def begin(self) -> None:
        """Keep the window up to date from now on."""
        self.commands.freeze.toggled.connect(self._freeze)
        self.live.painted.connect(self._note_painted)
        self.live.kernels_edited.connect(self._edit_kernels)
        self._every(SOUND_MS, self._show_sound).setTimerType(Qt.TimerType.PreciseTimer)
        self._every(STATE_MS, self._show_state)
        self._every(VITALS_MS, self._show_vitals)

    def _every(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.timeout.connect(act)
        timer.start(milliseconds)
        return timer

    def show_latest(self) -> None:
        """Update the window at once."""
        self._show_sound()
        self._show_state()

    # Sound.

    def _show_sound(self) -> None:
        heard = self.presenter.hear(time.perf_counter())
        if heard.stale:
            self.pages.clear()
        if heard.level is not None:
            self._show_level(heard.level)
        if heard.frame is not None and not self.presentation.small.isVisible():
            self.pages.show_frame(heard.frame)
        position_s = self.monitor.state.position_s
        # Hidden until the length of the file is known.
        if position_s is not None and self.transport.isVisible():
            self.transport.overview.show_position(position_s)

    def _show_level(self, level: Level) -> None:
        small = self.presentation.small
        (small if small.isVisible() else self.source_bar).level.show_level(level)

    def _show_answer(self) -> None:
        answered, words = self.presenter.answered, self.presenter.words
        small = self.presentation.small
        if small.isVisible():
            small.show_answer(None if answered is None else answered.answer, words)
        self.live.show_answer(answered, words)
        self.attribution.follow(answered)

    def _note_painted(self) -> None:
        if self.live.frame is not None:
            heard_at = self.live.frame.heard_at - self.monitor.state.latency_s
            self.frame_rate.painted(time.perf_counter(), heard_at)

    def _freeze(self, on: bool) -> None:
        # What is said about the frame on the screen is kept along with it.
        self._show_state()
        self.presenter.frozen = on
        self.live.show_frozen(on)

    # Everything else.

    def _show_state(self) -> None:
        self._show_network()
        display = self.presenter.look(more_problems=self._settings.problem)
        if not display.status.running:
            self._show_level(Level())
        self._show_answer()
        self.live.history.show_history(display.history)
        self.presentation.small.history.show_history(display.history)
        self.pages.session.follow()
        self._show_source(display)
        programs = self.programs
        programs.tell(display.status, self.presenter.newest)
        self.status_line.show_programs(programs.sending.receivers, programs.sending.problems)

    def _show_network(self) -> None:
        network = self.presenter.new_network()
        if network is not None:
            self.live.use_network(network)
            self.attribution.controls.show_genres(network.model.genres)
            self.pages.session.offer_genres(network.model.genres)
            if not network.for_this_run:
                self._settings.remember(model=model_name(network.path))
        current = self.monitor.network.current
        self.commands.show_model(model_name(current.path) if current else None)
        on_live = self.pages.on_live and not self.presentation.small.isVisible()
        self.presenter.request(
            self.live.layers if on_live else (), with_sound=on_live and self.live.with_sound
        )

    def _edit_kernels(self, edits: KernelEdits) -> None:
        self.presenter.edit_kernels(edits)
        self._show_network()
        self.live.show_answer(self.presenter.answered, self.presenter.words)

    def _show_source(self, display: Display) -> None:
        status = display.status
        self.banner.say(display.problems, display.details)
        self.source_bar.show_devices(display.inputs, display.device)
        self.open_address.follow(status)
        self.transport.setVisible(status.is_file or status.on_network)
        if status.is_file or status.on_network:
            self.transport.show_status(status)
            self.transport.show_outline(display.outline)
            self._regions.follow(status)
        self.commands.follow(status)
        self.recording.follow(status)
        self.recent.note(status.path)
        self.setWindowTitle(display.title)

    def _show_vitals(self) -> None:
        now = time.perf_counter()
        updates_per_s = self.frame_rate.updates_per_s(now) if self.pages.on_live else None
        self.status_line.show_vitals(
            self.presenter.vitals(
                self.monitor.status(), updates_per_s, self.frame_rate.delay_s(now)
            )
        )
