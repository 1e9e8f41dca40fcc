"""The monitor, independent of any window: one source, one analysis, one network."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path

from desktop_app.analysis.attribution_worker import AttributionWorker
from desktop_app.analysis.file_scan import FileOutline
from desktop_app.analysis.history import History
from desktop_app.analysis.worker import AnalysisWorker
from desktop_app.audio.address import Address
from desktop_app.audio.connection import Connection, connect
from desktop_app.audio.device_thread import TIMEOUT_SECONDS
from desktop_app.audio.file_names import readable
from desktop_app.audio.input_devices import InputDevice, input_devices, refresh
from desktop_app.audio.microphone import open_device
from desktop_app.audio.opening import Opening
from desktop_app.audio.output import Loudspeaker, Output
from desktop_app.audio.recorder import Recorder
from desktop_app.audio.sound_system import SoundSystem
from desktop_app.audio.source import Source
from desktop_app.audio.stream_segment import Clock
from desktop_app.engine.command_queue import Command, CommandQueue
from desktop_app.engine.current_outline import CurrentOutline
from desktop_app.engine.current_source import CurrentSource
from desktop_app.engine.inputs import DeviceInput, StreamInput
from desktop_app.engine.listening import Listening
from desktop_app.engine.model_loader import ModelLoader
from desktop_app.engine.network_choice import NetworkChoice
from desktop_app.engine.playing import Playing
from desktop_app.engine.playlist import Playlist
from desktop_app.engine.playlist_reader import Found, PlaylistReader
from desktop_app.engine.reconnection import Reconnection
from desktop_app.engine.session import Session
from desktop_app.engine.session_keeper import SessionKeeper
from desktop_app.engine.source_state import SourceState
from desktop_app.engine.source_status import SourceStatus
from desktop_app.engine.source_thread import SourceThread
from desktop_app.threads.background import Background, close_all

RECORDING_SECONDS = 1.0
"""Time for the end of a recording to be written."""
CLOSING_SECONDS = 2.0
"""Time for running work to end; a thread that takes longer is left behind."""


class Monitor:
    """Owns the threads; every display and every control goes through it.

    All methods return at once unless they say otherwise, and may be called from any thread.

    Attributes:
        worker: the analysis; its frames are in ``worker.frames``.
        network: the network in use.
        models: loads models.
        attribution: explains why a window got its genre.
        recorder: records the input to files on request.
        history: what was heard in the last hour.
        session: what was heard, part by part.
        sessions: keeps it on disk, and opens earlier ones.
    """

    def __init__(
        self,
        *,
        device: str | None = None,
        clock: Clock = time.perf_counter,
        wall_clock: Clock = time.time,
        open_microphone: Callable[[str | None, Clock], Source] = open_device,
        open_loudspeaker: Callable[[int, int, Clock], Output] = Loudspeaker,
        list_inputs: Callable[[], list[InputDevice]] = input_devices,
        refresh: Callable[[], None] = refresh,
        open_stream: Callable[[Address], Connection] = connect,
        patience_s: float = TIMEOUT_SECONDS,
        sessions_folder: Path | None = None,
    ) -> None:
        """Create a monitor without a source and a model; :meth:`start` starts it.

        Args:
            device: input device to listen to unless another is chosen, None for the default.
            clock: in seconds.
            wall_clock: seconds since 1970.
            open_microphone: opens an input by its name, None for the system's default.
            open_loudspeaker: opens an audio output, given sample rate in Hz and channels.
            list_inputs: returns the devices as the system listed them last.
            refresh: makes the system list its devices again.
            open_stream: connects to a network stream.
            patience_s: how long to wait for a call to the sound system, in seconds.
            sessions_folder: where sessions are kept; None to keep none.
        """
        self.network = NetworkChoice()
        self.models = ModelLoader(self.network.use)
        self.history = History()
        self.session = Session(clock, wall_clock)
        self.sessions = SessionKeeper(sessions_folder, self.session)
        self.worker = AnalysisWorker(
            lambda: self.state.segment,
            lambda: self.network.classifier,
            clock,
            (self.history, self.session),
        )
        self._system = SoundSystem(
            clock, open_microphone, open_loudspeaker, list_inputs, refresh, patience_s=patience_s
        )
        queue = CommandQueue()
        opening = Opening(lambda: queue.overtaken)
        self._source = CurrentSource(clock, self._system)
        self._playing = Playing(clock, self._system, opening, self._source)
        self._listening = Listening(
            clock, self._system, opening, open_stream, self._source, self._playing, device
        )
        self._outline = CurrentOutline(self._source, self.network)
        self._reconnection = Reconnection(
            clock, self._system, self._source, self._listening, self._playing
        )
        self._thread = SourceThread(
            clock,
            queue,
            self._system,
            opening,
            self._source,
            self._reconnection,
            self.worker,
            self._outline.follow,
        )
        self._playlists = PlaylistReader()
        self.attribution = AttributionWorker()
        self.recorder = Recorder(lambda: self.state.input_segment, lambda: self.on_input)
        self._asking = threading.Lock()
        self._closed = False

    def start(self) -> None:
        """Start the threads."""
        self._thread.start()
        self.worker.start()
        self.sessions.start()

    def close(self) -> None:
        """End all threads and release the source; this takes a few seconds at most.

        Threads that hang, in the sound system or on a network disk, are left behind; see
        :attr:`stuck`.
        """
        # First, while the input is still there, so that its last sound is written.
        self.recorder.close(RECORDING_SECONDS)
        self._thread.close()
        self._closed = True
        close_all(self._background, CLOSING_SECONDS)

    @property
    def _background(self) -> tuple[Background, ...]:
        return (
            self.worker,
            self.models,
            self.attribution,
            self._outline,
            self._playlists,
            self.sessions,
        )

    @property
    def stuck(self) -> bool:
        """Whether a thread hangs in a call; Python would wait for it at exit."""
        if not self._closed:
            return self._thread.stuck
        hung = not all(worker.close(0.0) for worker in self._background)
        # FFmpeg crashes if Python ends while it receives.
        hung = hung or self._listening.receiving
        return hung or self._thread.stuck or not self.recorder.recording.saved

    # State.

    @property
    def inputs(self) -> tuple[InputDevice, ...]:
        """The input devices as last listed."""
        return self._system.inputs

    @property
    def device(self) -> str | None:
        """Name of the input device chosen last, None for the system's default."""
        return self._listening.device

    @property
    def address(self) -> Address | None:
        """Of the network stream chosen last; None if a device was chosen after it."""
        chosen = self._listening.chosen
        return chosen.address if isinstance(chosen, StreamInput) else None

    @property
    def on_input(self) -> bool:
        """Whether an input device or stream is open, being opened, requested or reconnected."""
        return self._thread.on_input

    @property
    def outline(self) -> FileOutline | None:
        """Waveform and genres of the current file, as far as they are known."""
        return self._outline.outline

    @property
    def state(self) -> SourceState:
        """What is open, without judging how it is doing, which takes longer."""
        return self._source.state

    def status(self) -> SourceStatus:
        """What the source is doing now."""
        return self._thread.status(
            self.models.problem,
            self.worker.fault,
            self.attribution.fault,
            self._outline.fault,
            self.recorder.problem,
            self.sessions.fault,
        )

    # Choosing the source.

    def listen(self, device: str | None = None, *, or_demo: bool = False) -> None:
        """Switch to an input device.

        Args:
            device: its name, None for the system's default.
            or_demo: if it can't be opened, use the default, or else play the demo, and say why.
        """
        self._switch(
            lambda: self._listening.listen(device, or_demo=or_demo),
            DeviceInput(device).title,
            to_input=True,
        )

    def listen_again(self) -> None:
        """Switch to the input device that was chosen last."""
        name = DeviceInput(self.device).title
        self._switch(self._listening.listen_to_device_again, name, to_input=True)

    def listen_to_stream(self, address: Address, *, aloud: bool = True) -> None:
        """Switch to a network stream.

        Args:
            address: where it comes from.
            aloud: whether it is played through the audio output, too.
        """
        self._switch(
            lambda: self._listening.listen_to_stream(address, aloud=aloud),
            address.name,
            to_input=True,
        )

    def play(self, paths: Sequence[Path]) -> None:
        """Switch to audio files, played one after the other.

        Args:
            paths: at least one; a folder stands for all audio files in it and its subfolders, a
                list for the files in it or, where there are none, for its first stream.
        """
        found: Future[Found] = Future()
        command = Command(
            lambda: self._open(found.result()),
            switches=True,
            name=readable(paths[0].name),
            ready=found,
        )
        # Otherwise another folder could be read than the one requested last.
        with self._asking:
            self._thread.ask(command)
            self._playlists.ask(paths, found)

    def _open(self, found: Found) -> None:
        if isinstance(found, Playlist):
            self._playing.play(found, found.unread)
        else:
            self._listening.listen_to_listed(found)

    def replay(self) -> None:
        """Play the last half minute of the input, then listen again."""
        self._control(self._playing.replay)

    def stop(self) -> None:
        """Release the source; :meth:`restart` reopens it."""
        self._switch(self._source.stop)

    def restart(self) -> None:
        """Reopen what was stopped; play a finished playlist from its first file; else listen."""
        self._switch(
            self._listening.restart,
            self._listening.restart_name,
            to_input=self._source.state.playlist is None,
        )

    def list_inputs(self) -> None:
        """List the input devices again, as the system knows them now; the sound goes on."""
        self._control(self._reconnection.notice_changes)

    def refresh_inputs(self) -> None:
        """Look for new devices; the sound is interrupted briefly."""
        self._control(self._reconnection.refresh)

    def play_from(self, position: Playlist) -> None:
        """Play a list of files from a position in it."""
        name = readable(position.current.name)
        self._switch(lambda: self._playing.play(position), name)

    # Playback controls; no effect on an input.

    def next_file(self) -> None:
        """Play the next file of the playlist."""
        self._control(self._playing.next_file)

    def previous_file(self) -> None:
        """Go to the beginning of the file, or from there to the previous file."""
        self._control(self._playing.previous_file)

    def pause(self) -> None:
        """Pause the file."""
        self._control(self._playing.pause)

    def resume(self) -> None:
        """Continue a paused file."""
        self._control(self._playing.resume)

    def seek(self, seconds: float) -> None:
        """Seek to a position in the file, in seconds."""
        self._control(lambda: self._playing.seek(seconds))

    def skip(self, seconds: float) -> None:
        """Seek forward in the file, or back if negative, by this many seconds."""
        self._control(lambda: self._playing.skip(seconds))

    def choose_track(self, number: int) -> None:
        """Hear another of the file's audio tracks, from 1."""
        self._control(lambda: self._playing.choose_track(number))

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        """Loop a part of the file, (start, end) in seconds; None ends the loop."""
        self._control(lambda: self._playing.set_loop(loop))

    def set_volume(self, volume: float) -> None:
        """Scale the output of all files, 0 to 1; what is analysed stays the same."""
        self._thread.ask(Command(lambda: self._playing.set_volume(volume), lasting=True))

    def _control(self, work: Callable[[], None]) -> None:
        self._thread.ask(Command(work))

    def _switch(self, work: Callable[[], None], name: str = "", *, to_input: bool = False) -> None:
        self._thread.ask(Command(work, switches=True, name=name, to_input=to_input))
