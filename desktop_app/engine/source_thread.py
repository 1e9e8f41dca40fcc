"""The thread on which the source is opened, watched, taken up again and closed.

Opening and closing devices can take seconds, so it happens here: whatever is asked for returns at
once, and the outcome shows in :meth:`SourceThread.status`.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from pathlib import Path

from desktop_app.analysis.worker import AnalysisWorker
from desktop_app.audio.decoder import Tags
from desktop_app.audio.files import readable
from desktop_app.audio.player import FilePlayer
from desktop_app.audio.sound_system import SoundSystem
from desktop_app.audio.source import Source
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock, StreamSegment
from desktop_app.engine.current_source import CurrentSource
from desktop_app.engine.lost_source import Lost
from desktop_app.engine.playlist import Playlist
from desktop_app.engine.source_health import activity_of_file, activity_of_input, signs_of
from desktop_app.engine.source_status import Activity, SourceStatus

TICK_SECONDS = 0.05
ASLEEP_SECONDS = 1.0
"""Ticks further apart: the computer slept, and no device can be blamed for the time between."""
CLOSING_SECONDS = 0.7

log = logging.getLogger(__name__)


class SourceThread:
    """Has at most one source, which the analysis reads through :meth:`feed`."""

    def __init__(self, clock: Clock, system: SoundSystem, worker: AnalysisWorker) -> None:
        """
        Args:
            clock: in seconds.
            system: of the devices.
            worker: knows what has become of the sound.
        """
        self._clock = clock
        self._system = system
        self._worker = worker
        self._deck = CurrentSource(clock, system, lambda: worker.stream)
        self._woke_at = 0.0
        self._ticked_at = 0.0
        self._lost: Lost | None = None
        self._refused = False
        self._told: tuple[Activity, str] | None = None
        self._opening = ""
        self._last: Callable[[], None] | None = None
        self._commands: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="control")

    def start(self) -> None:
        """Start the thread; no source yet."""
        self._thread.start()

    def close(self) -> None:
        """Let go of the source and end the threads; what hangs is left behind."""
        self._commands.put(None)
        if self._thread.is_alive():
            self._thread.join(CLOSING_SECONDS)
            self._system.thread.give_up()
            self._thread.join()
        self._system.thread.close()

    def listen(self, device: str | None, or_demo: bool) -> None:
        """See :meth:`Monitor.listen`."""
        self._ask(device or "the default input", lambda: self._deck.listen(device, or_demo=or_demo))

    def play(self, paths: list[Path]) -> None:
        """See :meth:`Monitor.play`."""
        self._ask(readable(paths[0].name), lambda: self._deck.play(Playlist.of(paths)))

    def next_file(self) -> None:
        """See :meth:`Monitor.next_file`."""
        self._commands.put(lambda: self._turn_to(self._deck.forward()))

    def previous_file(self) -> None:
        """See :meth:`Monitor.previous_file`."""
        self._commands.put(lambda: self._turn_to(self._deck.back()))

    def replay(self) -> None:
        """See :meth:`Monitor.replay`."""
        self._commands.put(self._deck.replay)

    def stop(self) -> None:
        """See :meth:`Monitor.stop`."""
        self._commands.put(self._stop_for_good)

    def restart(self) -> None:
        """See :meth:`Monitor.restart`."""
        if self._last is None:
            self.listen(None, or_demo=False)
        else:
            self._commands.put(self._last)

    def set_volume(self, volume: float) -> None:
        """See :meth:`Monitor.set_volume`."""
        self._deck.set_volume(volume)

    def refresh_inputs(self) -> None:
        """See :meth:`Monitor.refresh_inputs`."""
        self._commands.put(self._refresh)

    @property
    def player(self) -> FilePlayer | None:
        """The file that is open, None for a device or nothing."""
        return self._deck.player

    def feed(self) -> StreamSegment | None:
        """What the source gives, None without one."""
        source = self._deck.source
        return None if source is None else source.feed

    def feed_of_input(self) -> StreamSegment | None:
        """What an input gives, None without one."""
        return self.feed() if self.player is None else None

    @property
    def on_input(self) -> bool:
        """Whether an input is listened to, opened or waited for."""
        if self.player is not None:
            return False
        waiting = self._lost is not None and not self._lost.is_file
        return self._deck.source is not None or waiting or bool(self._opening)

    def status(self, *problems: str) -> SourceStatus:
        """What the source is doing now.

        Args:
            problems: of others than the source, a sentence each.
        """

        def say(fault: str) -> str:
            return " ".join(every for every in (fault, self._deck.message, *problems) if every)

        deck = self._deck
        source, files = deck.source, deck.files
        if self._opening:
            return SourceStatus(Activity.OPENING, self._opening, say(""))
        if self._lost is not None:
            return self._lost.status(say, deck.first_stream)
        if source is None:
            activity = Activity.FAILED if self._refused else Activity.STOPPED
            return SourceStatus(activity, message=say(""))
        activity, fault = self._activity(source)
        player = source if isinstance(source, FilePlayer) else None
        return SourceStatus(
            activity=activity,
            source=source.name,
            message=say(fault),
            rate=source.rate,
            channels=source.channels,
            latency_s=source.latency_s,
            overflows=source.overflows,
            position_s=player.position_s if player else 0.0,
            duration_s=player.duration_s if player else None,
            first_stream=deck.first_stream,
            path=player.path if player else None,
            again=player.again if player else None,
            tags=player.tags if player else Tags(),
            number=files.number if player and files else 0,
            files=files.count if player and files else 0,
        )

    def _activity(self, source: Source) -> tuple[Activity, str]:
        files, blamed_since = self._deck.files, max(self._deck.begun_at, self._woke_at)
        more = self._deck.replaying or (files is not None and bool(files.upcoming))
        signs = signs_of(source, self._ticked_at, blamed_since, self._worker.zeros_s, more)
        if isinstance(source, FilePlayer):
            activity, fault = activity_of_file(source.name, signs)
            return activity, fault or source.fault
        return activity_of_input(source.name, signs)

    def _ask(self, name: str, switch: Callable[[], None]) -> None:
        def command() -> None:
            try:
                switch()
                self._last, self._refused, self._lost = command, False, None
            except SourceError:
                self._refused = True
                raise
            finally:
                self._opening = ""

        self._opening = name
        self._commands.put(command)

    # Everything below runs on the control thread.

    def _run(self) -> None:
        self._deck.list_inputs(anew=False)
        while True:
            self._tick()
            try:
                command = self._commands.get(timeout=TICK_SECONDS)
            except queue.Empty:
                command = self._look_after
            if command is None:
                break
            try:
                command()
            except SourceError as error:
                self._deck.message = str(error)
            except Exception as error:
                # This thread alone can let go of a device, so it must live on.
                log.exception("the control thread met a fault of the program")
                self._deck.message = f"A fault inside genre-monitor: {error!r}."
        self._deck.close()

    def _tick(self) -> None:
        now = self._clock()
        if now - self._ticked_at > ASLEEP_SECONDS:
            self._woke_at = now
        self._ticked_at = now
        told = (self.status().activity, self._public_name())
        if told != self._told:
            self._told = told
            log.info("%s: %s", told[0].value, told[1])

    def _public_name(self) -> str:
        """What the log may call the source: the names of files are nobody's business."""
        source, lost = self._deck.source, self._lost
        if self._opening:
            return "a source"
        if isinstance(source, FilePlayer) or (lost is not None and lost.is_file):
            return "a file"
        if lost is not None:
            return lost.name
        return "no source" if source is None else source.name

    def _look_after(self) -> None:
        if self._lost is not None:
            if self._clock() >= self._lost.next_try:
                self._recover(self._lost)
            return
        source = self._deck.source
        if source is not None:
            activity, why = self._activity(source)
            take_up = self._deck.taking_up()
            if activity is Activity.RECOVERING and take_up is not None:
                self._lost = Lost(
                    source.name, isinstance(source, FilePlayer), why, take_up, self._clock()
                )
                self._deck.close()
                return
        self._go_on_after_the_end()

    def _recover(self, lost: Lost) -> None:
        deck = self._deck
        deck.message = ""
        deck.list_inputs(anew=True)
        problem = deck.message
        try:
            lost.take_up()
        except SourceError as error:
            log.debug("not back yet: %s", error)
            # That the device isn't there is said already; that nothing answers is news.
            deck.message = problem
            lost.tried(self._clock())
        else:
            self._lost = None

    def _go_on_after_the_end(self) -> None:
        player = self._deck.player
        if player is None or not player.ended:
            return
        if self._deck.replaying:
            self._listen_again()
            return
        message = self._deck.message
        self._turn_to(self._deck.forward())
        self._deck.message = self._deck.message or message

    def _listen_again(self) -> None:
        try:
            self._deck.listen_again()
        except SourceError as error:
            now = self._clock()
            name = self._deck.input_name
            self._lost = Lost(name, False, str(error), self._deck.listen_again, now)
            self._lost.tried(now)
            self._deck.close()

    def _turn_to(self, files: Playlist | None) -> None:
        if files is None:
            return
        self._opening = readable(files.current.name)
        try:
            self._deck.play(files)
        finally:
            self._opening = ""

    def _refresh(self) -> None:
        # What listens along must know that it comes back.
        source = self._deck.source
        self._opening = "" if source is None or self.player is not None else source.name
        try:
            self._deck.refresh()
        finally:
            self._opening = ""

    def _stop_for_good(self) -> None:
        self._lost = None
        self._refused = False
        self._deck.close()
