"""The thread that opens, watches, takes up again and closes the one source there is.

Opening and closing devices can take seconds, so it happens here: whatever is asked for returns at
once, and the outcome shows in :meth:`Control.status`.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.analysis.worker import AnalysisWorker
from desktop_app.audio.decoder import Tags
from desktop_app.audio.devices import NO_INPUT
from desktop_app.audio.errors import SourceError
from desktop_app.audio.feed import Clock, Feed
from desktop_app.audio.files import AudioFile, readable
from desktop_app.audio.output import Output
from desktop_app.audio.player import FilePlayer, OpenOutput
from desktop_app.audio.sound_system import SoundSystem
from desktop_app.audio.source import Source
from desktop_app.demo import demo_clips
from desktop_app.library.finding import audio_files
from desktop_app.recovery import Lost
from desktop_app.source_activity import activity_of_file, activity_of_input, signs_of
from desktop_app.status import Activity, Status

TICK_SECONDS = 0.05
ASLEEP_SECONDS = 1.0
"""Ticks further apart: the computer slept, and no device can be blamed for the time between."""
CLOSING_SECONDS = 0.7
PREVIOUS_SECONDS = 3.0
"""Into a file; from then on, whoever asks for the one before wants this one's beginning."""

log = logging.getLogger(__name__)


class Control:
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
        self._source: Source | None = None
        self._device: str | None = None
        self._blamed_since = 0.0
        self._ticked_at = 0.0
        self._lost: Lost | None = None
        self._refused = False
        self._told: tuple[Activity, str] | None = None
        self._first_stream = 0
        self._opening = ""
        self._message = ""
        self._playlist: list[Path] = []
        self._played: list[Path] = []
        self._volume = 1.0
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
        self._ask(device or "the default input", lambda: self._listen(device, or_demo))

    def play(self, paths: list[Path]) -> None:
        """See :meth:`Monitor.play`."""
        self._ask(readable(paths[0].name), lambda: self._play(_files_of(paths)))

    def next_file(self) -> None:
        """See :meth:`Monitor.next_file`."""
        self._commands.put(self._next)

    def previous_file(self) -> None:
        """See :meth:`Monitor.previous_file`."""
        self._commands.put(self._previous)

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
        self._volume = volume
        if self.player is not None:
            self.player.volume = volume

    def refresh_inputs(self) -> None:
        """See :meth:`Monitor.refresh_inputs`."""
        self._commands.put(self._refresh)

    @property
    def player(self) -> FilePlayer | None:
        """The file that is open, None for a device or nothing."""
        source = self._source
        return source if isinstance(source, FilePlayer) else None

    def feed(self) -> Feed | None:
        """What the source gives, None without one."""
        source = self._source
        return None if source is None else source.feed

    def status(self, *problems: str) -> Status:
        """What the source is doing now.

        Args:
            problems: of others than the source, a sentence each.
        """

        def say(fault: str) -> str:
            return " ".join(every for every in (fault, self._message, *problems) if every)

        source = self._source
        if self._opening:
            return Status(Activity.OPENING, self._opening, say(""))
        if self._lost is not None:
            return self._lost.status(say, self._first_stream)
        if source is None:
            activity = Activity.FAILED if self._refused else Activity.STOPPED
            return Status(activity, message=say(""))
        activity, fault = self._activity(source)
        player = source if isinstance(source, FilePlayer) else None
        return Status(
            activity=activity,
            source=source.name,
            message=say(fault),
            rate=source.rate,
            channels=source.channels,
            latency_s=source.latency_s,
            overflows=source.overflows,
            position_s=player.position_s if player else 0.0,
            duration_s=player.duration_s if player else None,
            first_stream=self._first_stream,
            path=player.path if player else None,
            tags=player.tags if player else Tags(),
            number=len(self._played) + 1 if player else 0,
            files=len(self._played) + 1 + len(self._playlist) if player else 0,
        )

    def _activity(self, source: Source) -> tuple[Activity, str]:
        more = bool(self._playlist)
        signs = signs_of(source, self._ticked_at, self._blamed_since, self._worker.zeros_s, more)
        if isinstance(source, FilePlayer):
            activity, fault = activity_of_file(source.name, signs)
            return activity, fault or source.fault
        return activity_of_input(source.name, signs)

    def _ask(self, name: str, switch: Callable[[], None]) -> None:
        def command() -> None:
            try:
                switch()
                self._last, self._refused = command, False
            except SourceError:
                self._refused = True
                raise
            finally:
                self._opening = ""

        self._opening = name
        self._commands.put(command)

    # Everything below runs on the control thread.

    def _run(self) -> None:
        self._list(anew=False)
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
                self._message = str(error)
            except Exception as error:
                # This thread alone can let go of a device, so it must live on.
                log.exception("the control thread met a fault of the program")
                self._message = f"A fault inside genre-monitor: {error!r}."
        self._stop()

    def _list(self, *, anew: bool) -> None:
        try:
            self._system.list_inputs(anew=anew)
        except SourceError as error:
            self._message = str(error)

    def _tick(self) -> None:
        now = self._clock()
        if now - self._ticked_at > ASLEEP_SECONDS:
            self._blamed_since = now
        self._ticked_at = now
        told = (self.status().activity, self._public_name())
        if told != self._told:
            self._told = told
            log.info("%s: %s", told[0].value, told[1])

    def _public_name(self) -> str:
        """What the log may call the source: the names of files are nobody's business."""
        source, lost = self._source, self._lost
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
        source = self._source
        if source is not None:
            activity, why = self._activity(source)
            take_up = self._taking_up()
            if activity is Activity.RECOVERING and take_up is not None:
                self._lost = Lost(
                    source.name, isinstance(source, FilePlayer), why, take_up, self._clock()
                )
                self._stop()
                return
        self._next_when_ended()

    def _recover(self, lost: Lost) -> None:
        self._message = ""
        self._list(anew=True)
        problem = self._message
        try:
            lost.take_up()
        except SourceError as error:
            log.debug("not back yet: %s", error)
            # That the device isn't there is said already; that nothing answers is news.
            self._message = problem
            lost.tried(self._clock())

    def _taking_up(self) -> Callable[[], object] | None:
        """What goes on with the present source where it is, None if there is nothing to go on."""
        source, device, playlist = self._source, self._device, self._playlist
        if source is None:
            return None
        if not isinstance(source, FilePlayer):
            return lambda: self._open_input(device)
        if source.ended and not playlist:
            return None
        path, place, paused = source.path, source.position_s, source.paused

        def go_on() -> None:
            self._open_file(path)
            self._playlist = playlist
            if self.player is not None:
                self.player.seek(place)
                if paused:
                    self.player.pause()

        return go_on

    def _refresh(self) -> None:
        player, message = self.player, self._message
        if player is not None and not player.audible:
            # It holds no device, so it can go on.
            self._list(anew=True)
        else:
            take_up = self._taking_up()
            self._stop()
            self._list(anew=True)
            if take_up is not None:
                take_up()
        if player is not None and not self._system.inputs:
            self._message = message or NO_INPUT

    def _listen(self, device: str | None, or_demo: bool) -> None:
        try:
            self._open_input(device)
        except SourceError as error:
            if not or_demo:
                raise
            self._listen_to_something(device, error)

    def _listen_to_something(self, device: str | None, error: SourceError) -> None:
        if device is not None:
            try:
                source = self._open_input(None)
            except SourceError as second:
                error = second
            else:
                self._message = f"{error} Listening to “{source.name}” instead."
                return
        self._play(demo_clips())
        self._message = f"{error} The demo is playing instead."

    def _open_input(self, device: str | None) -> Source:
        # An input can often be opened only once; a file goes on until the input is open.
        if self.player is None:
            self._stop()
        source = self._system.open_input(device)
        self._stop()
        self._playlist, self._played = [], []
        self._begin(source)
        self._device = device
        return source

    def _play(self, paths: Sequence[Path], played: Sequence[Path] = ()) -> None:
        """Play the first that can be opened, the rest after it; if none can, nothing changes."""
        problem = SourceError("There is no file to play.")
        for number, path in enumerate(paths, 1):
            try:
                self._open_file(path)
            except SourceError as error:
                problem = error
            else:
                self._playlist = list(paths[number:])
                self._played = [*played, *paths[: number - 1]]
                self._message = self._message or ("" if number == 1 else str(problem))
                return
        raise problem

    def _next_when_ended(self) -> None:
        if self._playlist and self.player is not None and self.player.ended:
            message = self._message
            self._next()
            self._message = self._message or message

    def _next(self) -> None:
        if self._playlist and self.player is not None:
            paths, self._playlist = self._playlist, []
            self._turn_to(paths, [*self._played, self.player.path])

    def _previous(self) -> None:
        player = self.player
        if player is None:
            return
        if not self._played or player.position_s > PREVIOUS_SECONDS:
            player.seek(0.0)
        else:
            paths = [self._played[-1], player.path, *self._playlist]
            self._turn_to(paths, self._played[:-1])

    def _turn_to(self, paths: Sequence[Path], played: Sequence[Path]) -> None:
        self._opening = readable(paths[0].name)
        try:
            self._play(paths, played)
        finally:
            self._opening = ""

    def _open_file(self, path: Path) -> None:
        # Opened first: if the file is no good, what was heard goes on.
        file = AudioFile(path)
        self._stop()
        try:
            self._begin_file(FilePlayer(file, self._output, self._clock))
        except SourceError as error:
            silent = self._silent_output(error)
            self._begin_file(FilePlayer(AudioFile(path), silent, self._clock))

    def _begin_file(self, player: FilePlayer) -> None:
        player.volume = self._volume
        self._begin(player)

    def _output(self, rate: int, channels: int) -> Output:
        try:
            return self._system.open_output(rate, channels)
        except SourceError as error:
            return self._silent_output(error)(rate, channels)

    def _silent_output(self, why: SourceError) -> OpenOutput:
        self._message = f"{why} Files play silently."
        return self._system.silent_output

    def _begin(self, source: Source) -> None:
        self._system.start(source)
        self._blamed_since = self._clock()
        self._first_stream = self._worker.stream + 1
        self._source = source
        self._lost = None
        self._refused = False

    def _stop_for_good(self) -> None:
        self._lost = None
        self._refused = False
        self._stop()

    def _stop(self) -> None:
        source, self._source = self._source, None
        self._message = ""
        if source is not None:
            self._system.close(source)


def _files_of(paths: Sequence[Path]) -> list[Path]:
    try:
        return list(audio_files(paths, recursive=True))
    except OSError as error:
        raise SourceError(f"{error.filename} can't be read: {error.strerror}.") from error
