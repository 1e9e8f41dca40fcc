"""The running monitor without any window: one source, one analysis, one network."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Protocol

from desktop_app.analysis.attribution_worker import AttributionWorker
from desktop_app.analysis.file_scan import FileOutline, FileScanner
from desktop_app.analysis.history import History
from desktop_app.analysis.worker import AnalysisWorker
from desktop_app.audio.files import readable
from desktop_app.audio.input_devices import InputDevice, input_devices, refresh
from desktop_app.audio.microphone import Microphone
from desktop_app.audio.output import Loudspeaker, Output
from desktop_app.audio.recorder import Recorder
from desktop_app.audio.sound_system import SoundSystem
from desktop_app.audio.source import Source
from desktop_app.audio.stream_segment import Clock, StreamSegment
from desktop_app.engine.command_queue import Command
from desktop_app.engine.current_source import DEFAULT_INPUT, CurrentSource
from desktop_app.engine.model_loader import ModelLoader
from desktop_app.engine.network_choice import NetworkChoice
from desktop_app.engine.playlist import Playlist
from desktop_app.engine.reconnection import Reconnection
from desktop_app.engine.session import Session
from desktop_app.engine.source_status import SourceStatus
from desktop_app.engine.source_thread import SourceThread
from desktop_app.threads.newest_request import NewestRequest, Ticket

RECORDING_SECONDS = 1.0
"""For the end of a recording to be written."""
CLOSING_SECONDS = 2.0
"""For what is still computed or read; whatever takes longer is left behind."""


class _Part(Protocol):
    """What runs on threads of its own."""

    def close(self, timeout_s: float) -> bool:
        """End the threads.

        Args:
            timeout_s: how long to wait for them, in seconds.

        Returns:
            Whether they have ended.
        """


def end_if_stuck(monitor: Monitor, status: int) -> None:
    """End the process at once if a thread hangs, where Python would hang at exit as well.

    Args:
        monitor: closed.
        status: the exit status.
    """
    if monitor.stuck:
        logging.shutdown()
        sys.stdout.flush()
        os._exit(status)


class Monitor:
    """Owns the threads; everything that shows or controls goes through here.

    All methods return at once unless they say otherwise, and may be called from any thread.

    Attributes:
        worker: the analysis; its frames are in ``worker.frames``.
        network: which network answers.
        models: loads models.
        attribution: answers why a window got its genre.
        recorder: writes what an input delivers to files while it is asked to.
        history: what was heard in the last hour.
        session: what was heard since the start, part by part.
    """

    def __init__(
        self,
        *,
        device: str | None = None,
        clock: Clock = time.perf_counter,
        open_microphone: Callable[[str | None, Clock], Source] = Microphone,
        open_loudspeaker: Callable[[int, int, Clock], Output] = Loudspeaker,
        list_inputs: Callable[[], list[InputDevice]] = input_devices,
        refresh: Callable[[], None] = refresh,
    ) -> None:
        """Not started yet: no source and no model.

        Args:
            device: input device to listen to unless another is chosen, None for the default.
            clock: in seconds.
            open_microphone: from a device's name, None for the system's default.
            open_loudspeaker: from a sample rate in Hz and a number of channels.
            list_inputs: the devices as the system listed them last.
            refresh: makes the system list its devices again.
        """
        self.network = NetworkChoice()
        self.models = ModelLoader(self.network.use)
        self.history = History()
        self.session = Session(clock)
        self.worker = AnalysisWorker(
            self._segment, lambda: self.network.classifier, clock, (self.history, self.session)
        )
        self._system = SoundSystem(clock, open_microphone, open_loudspeaker, list_inputs, refresh)
        self._source = CurrentSource(clock, self._system, device)
        self._reconnection = Reconnection(clock, self._system, self._source)
        self._thread = SourceThread(
            clock,
            self._system,
            self._source,
            self._reconnection,
            self.worker,
            self._scan_current_file,
        )
        self._folders = NewestRequest("folder scan", "reading the folder", self._find_files)
        self._scanner = FileScanner()
        self.attribution = AttributionWorker()
        self.recorder = Recorder(self.input_segment, lambda: self._thread.on_input)
        self._asking = threading.Lock()
        self._closed = False

    def start(self) -> None:
        """Start the threads."""
        self._thread.start()
        self.worker.start()

    def close(self) -> None:
        """End every thread and let go of the source; waits a few seconds at most.

        Threads that hang, in the sound system or on a network disk, are left behind; see
        :attr:`stuck`.
        """
        # While there is still an input, of which it writes the last.
        self.recorder.close(RECORDING_SECONDS)
        self._thread.close()
        self._closed = True
        deadline = time.monotonic() + CLOSING_SECONDS
        for part in self._parts:
            part.close(0.0)
        # All of them are ending by now.
        for part in self._parts:
            part.close(max(0.0, deadline - time.monotonic()))

    @property
    def _parts(self) -> tuple[_Part, ...]:
        return (self.worker, self.models, self.attribution, self._scanner, self._folders)

    @property
    def stuck(self) -> bool:
        """Whether a thread hasn't come back from a call; Python would wait for it at exit."""
        if not self._closed:
            return self._thread.stuck
        hung = not all(part.close(0.0) for part in self._parts)
        return hung or self._thread.stuck or not self.recorder.recording.saved

    # What there is.

    @property
    def inputs(self) -> tuple[InputDevice, ...]:
        """The input devices as last listed."""
        return self._system.inputs

    @property
    def device(self) -> str | None:
        """Name of the input device chosen last, None for the system's default."""
        return self._source.device

    @property
    def outline(self) -> FileOutline | None:
        """Waveform and genres of the file that is played, as far as they are known."""
        return self._scanner.outline

    def status(self) -> SourceStatus:
        """What the source is doing now."""
        return self._thread.status(
            self.models.problem,
            self.worker.fault,
            self.attribution.fault,
            self._scanner.fault,
            self.recorder.problem,
        )

    # Which source.

    def listen(self, device: str | None = None, *, or_demo: bool = False) -> None:
        """Switch to an input device.

        Args:
            device: its name, None for the system's default.
            or_demo: if it can't be opened, take the default, and if there is none play the demo,
                and say why.
        """
        self._switch(
            lambda: self._source.listen(device, or_demo=or_demo),
            device or DEFAULT_INPUT,
            to_input=True,
        )

    def listen_again(self) -> None:
        """Switch to the input device that was chosen last."""
        self._switch(self._source.listen_again, self.device or DEFAULT_INPUT, to_input=True)

    def play(self, paths: Sequence[Path]) -> None:
        """Switch to audio files, one after the other.

        Args:
            paths: at least one; a folder stands for all audio files in it and its subfolders.
        """
        playlist: Future[Playlist] = Future()
        command = Command(
            lambda: self._source.play(playlist.result()),
            switches=True,
            name=readable(paths[0].name),
            ready=playlist,
        )
        # Otherwise the folder that is read could be another than the one asked for last.
        with self._asking:
            self._thread.ask(command)
            self._folders.ask((tuple(paths), playlist))

    def replay(self) -> None:
        """Play what the input delivered in the last half minute, then listen again."""
        self._control(self._source.replay)

    def stop(self) -> None:
        """Let go of the source; :meth:`restart` opens it again."""
        self._switch(self._source.stop)

    def restart(self) -> None:
        """Open again what was stopped; play files that have ended from the first; else listen."""
        self._switch(
            self._source.restart,
            self._source.restart_name,
            to_input=self._source.state.playlist is None,
        )

    def refresh_inputs(self) -> None:
        """Look for devices again; what is heard is interrupted for a moment."""
        self._control(self._reconnection.refresh)

    # Controlling files; nothing for an input.

    def next_file(self) -> None:
        """Play the next file of the playlist."""
        self._control(self._source.next_file)

    def previous_file(self) -> None:
        """Go to the beginning of the file, or from there to the file before it."""
        self._control(self._source.previous_file)

    def pause(self) -> None:
        """Pause the file."""
        self._control(self._source.pause)

    def resume(self) -> None:
        """Continue a paused file."""
        self._control(self._source.resume)

    def seek(self, seconds: float) -> None:
        """Go to a position in the file, in seconds."""
        self._control(lambda: self._source.seek(seconds))

    def skip(self, seconds: float) -> None:
        """Go forward in the file, or back if negative, by so many seconds."""
        self._control(lambda: self._source.skip(seconds))

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        """Repeat a part of the file, (start, end) in seconds; None to play on."""
        self._control(lambda: self._source.set_loop(loop))

    def set_volume(self, volume: float) -> None:
        """Scale the output of all files, 0 to 1; what is analysed stays the same."""
        self._thread.ask(Command(lambda: self._source.set_volume(volume), lasting=True))

    def _control(self, work: Callable[[], None]) -> None:
        self._thread.ask(Command(work))

    def _switch(self, work: Callable[[], None], name: str = "", *, to_input: bool = False) -> None:
        self._thread.ask(Command(work, switches=True, name=name, to_input=to_input))

    # What the threads ask.

    def input_segment(self) -> StreamSegment | None:
        """The sound of the input device, None while none is open."""
        source = self._source.source
        return source.segment if source is not None and source.playback is None else None

    def _segment(self) -> StreamSegment | None:
        source = self._source.source
        return None if source is None else source.segment

    def _find_files(
        self, request: tuple[tuple[Path, ...], Future[Playlist]], ticket: Ticket
    ) -> None:
        paths, playlist = request
        try:
            found = Playlist.of(paths, ticket.superseded.is_set)
        except Exception as error:
            playlist.set_exception(error)
        else:
            if found is None:
                playlist.cancel()
            else:
                playlist.set_result(found)

    def _scan_current_file(self) -> None:
        """Keep the outline that of the file that is played, by the model in use."""
        state, network = self._source.state, self.network.current
        playback = state.playback
        if playback is None:
            if state.lost is None and not state.opening:
                self._scanner.forget()
        elif network is not None:
            # By the model itself: edited kernels are tried on what is heard, not on whole files.
            key = (playback.content_key, network.model)
            self._scanner.scan(key, playback.reopen, network.model)
