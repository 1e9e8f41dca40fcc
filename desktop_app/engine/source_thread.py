"""The thread on which the source is opened, watched, reconnected and closed.

Opening and closing devices can take seconds, so it happens here: every request returns at once, and
its outcome appears in :meth:`SourceThread.status`.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from desktop_app.analysis.worker import AnalysisWorker
from desktop_app.audio.decoder import Tags
from desktop_app.audio.opening import Opening
from desktop_app.audio.sound_system import SoundSystem
from desktop_app.audio.sound_tracks import SoundTracks
from desktop_app.audio.source import Source
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock
from desktop_app.engine.command_queue import Command, CommandQueue
from desktop_app.engine.current_source import CurrentSource
from desktop_app.engine.reconnection import Reconnection
from desktop_app.engine.source_health import Health, health_of
from desktop_app.engine.source_state import SourceState
from desktop_app.engine.source_status import Activity, SourceStatus
from desktop_app.threads.calls import GivenUp
from desktop_app.threads.guard import Guard
from resources.languages import N_, gettext

TICK_SECONDS = 0.05
ASLEEP_SECONDS = 1.0
"""Ticks further apart mean that the computer slept, which is no device's fault."""
STREAM = N_("a network stream")
CLOSING_SECONDS = 0.7
"""Time for a device to be opened or closed; after that it is left behind."""

log = logging.getLogger(__name__)


class SourceThread:
    """Carries out commands one by one, and in between watches over the source."""

    def __init__(
        self,
        clock: Clock,
        queue: CommandQueue,
        system: SoundSystem,
        opening: Opening,
        source: CurrentSource,
        reconnection: Reconnection,
        worker: AnalysisWorker,
        on_tick: Callable[[], None],
    ) -> None:
        """Create the thread; :meth:`start` starts it.

        Args:
            clock: in seconds.
            queue: of the commands that it carries out.
            system: opens devices.
            opening: opens files.
            source: the source; from now on opened and closed on this thread only.
            reconnection: reopens it when it was lost.
            worker: measures digital silence.
            on_tick: called on this thread after each check of the source.
        """
        self._clock = clock
        self._system = system
        self._opening = opening
        self._current = source
        self._reconnection = reconnection
        self._worker = worker
        self._on_tick = on_tick
        self._woke_at = 0.0
        self._ticked_at = 0.0
        self._logged: tuple[Activity, str] | None = None
        self._queue = queue
        self._guard = Guard(log, N_("controlling the source"))
        # A daemon, so that it can be left behind in a call that never returns.
        self._thread = threading.Thread(target=self._run, name="source", daemon=True)

    def start(self) -> None:
        """Start the thread; no source yet."""
        self._thread.start()

    def ask(self, command: Command) -> None:
        """Queue a command; return at once."""
        self._queue.put(command)

    def close(self) -> None:
        """Release the source and end the thread; a call that hangs is left behind."""
        self._queue.close()
        if self._thread.is_alive():
            self._thread.join(CLOSING_SECONDS)
            self._system.thread.give_up()
            self._thread.join(CLOSING_SECONDS)
        self._system.thread.close()

    @property
    def stuck(self) -> bool:
        """Whether a call to a device or disk hasn't returned although the thread was closed."""
        hung = self._system.thread.stuck or self._opening.stuck
        return self._queue.closed and (hung or self._thread.is_alive())

    @property
    def on_input(self) -> bool:
        """Whether an input device is open, being opened, requested or reconnected."""
        # The queue is read first: a command that has left it is already in the state.
        return self._queue.switching_to_input or self._current.state.on_input

    @property
    def fault(self) -> str:
        """One sentence about the last unexpected exception on this thread, else empty."""
        return self._guard.fault

    def status(self, *problems: str) -> SourceStatus:
        """Return what the source is doing now; can be called from any thread.

        Args:
            problems: messages from elsewhere, one sentence each.
        """
        # The queue is read first: a command that has left it is already in the state.
        switching_to = self._queue.switching_to
        state = self._current.state
        source, lost = state.source, state.lost
        first_stream = state.first_stream

        def sentences(*others: str) -> str:
            # The same may keep the inputs from being listed and from being opened.
            found = dict.fromkeys((*others, *state.sentences, self.fault, *problems))
            return " ".join(sentence for sentence in found if sentence)

        if lost is not None and not switching_to:
            return SourceStatus(
                Activity.RECOVERING,
                lost.name,
                sentences(lost.why),
                first_stream=first_stream,
                on_network=lost.on_network,
            )
        if opening := switching_to or (state.opening and state.opening.name):
            return SourceStatus(Activity.OPENING, opening, sentences(), first_stream=first_stream)
        if source is None:
            activity = Activity.FAILED if state.failed else Activity.STOPPED
            return SourceStatus(activity, message=sentences(), first_stream=first_stream)
        activity, problem = self._health(source, state)
        playback = source.playback
        return SourceStatus(
            activity=activity,
            source=source.name,
            message=sentences(problem),
            rate=source.rate,
            channels=source.channels,
            latency_s=source.latency_s,
            overflows=source.overflows,
            first_stream=first_stream,
            position_s=playback.position_s if playback else 0.0,
            duration_s=playback.duration_s if playback else None,
            on_network=source.on_network,
            path=playback.path if playback else None,
            tags=playback.tags if playback else Tags(),
            tracks=playback.tracks if playback else SoundTracks(),
            loop=state.loop,
            playlist=state.playlist,
        )

    def _health(self, source: Source, state: SourceState) -> Health:
        blamed_since = max(state.begun_at, self._woke_at)
        zeros_s = self._worker.zeros_s(source.segment)
        return health_of(source, self._ticked_at, blamed_since, zeros_s, state.has_more)

    # Everything below runs on the thread itself.

    def _run(self) -> None:
        with self._guard:
            self._reconnection.list_inputs()
        while not self._queue.closed:
            with self._guard:
                self._tick()
            command = self._queue.head(TICK_SECONDS)
            if command is not None:
                self._carry_out(command)
        with self._guard:
            self._current.close()

    def _carry_out(self, command: Command) -> None:
        if command.switches:
            self._guard.clear()
        try:
            with self._guard:
                self._run_work(command)
        finally:
            self._queue.done(command)

    def _run_work(self, command: Command) -> None:
        asked_for = command.switches or self._current.source is not None
        try:
            command.work()
        except GivenUp:
            log.info("a file or stream was given up while it was being opened")
        except SourceError as error:
            self._current.fail(str(error), asked_for=asked_for)
        except Exception:
            self._current.fail("", asked_for=asked_for)
            raise

    def _tick(self) -> None:
        now = self._clock()
        if now - self._ticked_at > ASLEEP_SECONDS:
            self._woke_at = now
        self._ticked_at = now
        try:
            self._look_after()
        except GivenUp:
            log.info("a file or stream was given up while it was being opened")
        except SourceError as error:
            self._current.fail(str(error), asked_for=True)
        self._log_changes()
        self._on_tick()

    def _log_changes(self) -> None:
        now = (self.status().activity, self._public_name())
        if now != self._logged:
            self._logged = now
            log.info("%s: %s", now[0].value, now[1])

    def _public_name(self) -> str:
        """What the log may call the source: the names of files and stations are private."""
        state = self._current.state
        source, lost = state.source, state.lost
        if self._queue.switching_to:
            return gettext("a source")
        if lost is not None:
            named = lost.name if lost.is_input else gettext("a file")
            return gettext(STREAM) if lost.on_network else named
        if source is None:
            return gettext("no source")
        if source.on_network:
            return gettext(STREAM)
        return source.name if source.playback is None else gettext("a file")

    def _look_after(self) -> None:
        current = self._current
        if current.state.lost is not None:
            self._reconnection.reconnect()
            return
        source = current.source
        if source is None:
            return
        activity, why = self._health(source, current.state)
        if activity is Activity.RECOVERING:
            self._reconnection.lose(why)
        elif source.playback is not None and source.vital_signs.ended:
            self._reconnection.continue_after_end()
