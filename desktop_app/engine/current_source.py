"""The one source that is open: an input, or one of the files played one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop_app.audio.clip import Clip
from desktop_app.audio.files import AudioFile
from desktop_app.audio.input_devices import NO_INPUT
from desktop_app.audio.output import Output
from desktop_app.audio.player import FilePlayer, OpenOutput
from desktop_app.audio.replay_clip import last_heard
from desktop_app.audio.sound_system import SoundSystem
from desktop_app.audio.source import Source
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock
from desktop_app.bundled import demo_clips
from desktop_app.engine.playlist import Playlist

PREVIOUS_SECONDS = 3.0
"""Into a file; from then on, whoever asks for the one before wants this one's beginning."""


class CurrentSource:
    """Opens and closes on the thread that calls; its attributes may be read from any.

    Attributes:
        source: what is open, None for nothing.
        files: those that are played; None if no file ever was or an input was opened since.
        message: one sentence if something isn't as it was asked for, else empty.
        begun_at: clock time at which the source was opened.
        first_stream: see :class:`SourceStatus`.
        input_name: of the input that was opened last, empty before the first.
    """

    def __init__(self, clock: Clock, system: SoundSystem, stream: Callable[[], int]) -> None:
        """
        Args:
            clock: in seconds.
            system: of the devices.
            stream: number of the stretch of sound that is being analysed.
        """
        self.source: Source | None = None
        self.files: Playlist | None = None
        self.message = ""
        self.begun_at = 0.0
        self.first_stream = 0
        self._clock = clock
        self._system = system
        self._stream = stream
        self.input_name = ""
        self._device: str | None = None
        self._volume = 1.0

    @property
    def player(self) -> FilePlayer | None:
        """The file that is open, None for a device or nothing."""
        source = self.source
        return source if isinstance(source, FilePlayer) else None

    def set_volume(self, volume: float) -> None:
        """Play files louder or quieter, from 0 to 1; from any thread."""
        self._volume = volume
        if (player := self.player) is not None:
            player.volume = volume

    def close(self) -> None:
        """Let go of the source; nothing if there is none."""
        source, self.source = self.source, None
        self.message = ""
        if source is not None:
            self._system.close(source)

    # Inputs.

    def listen(self, device: str | None, *, or_demo: bool) -> None:
        """Open an input; see :meth:`Monitor.listen`.

        Raises:
            SourceError: it can't be used, and nothing else was allowed.
        """
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
                self.message = f"{error} Listening to “{source.name}” instead."
                return
        self.play(Playlist.of(demo_clips()))
        self.message = f"{error} The demo is playing instead."

    def _open_input(self, device: str | None) -> Source:
        # An input can often be opened only once; a file goes on until the input is open.
        if self.player is None:
            self.close()
        source = self._system.open_input(device)
        self.close()
        self.files = None
        self._begin(source)
        self._device, self.input_name = device, source.name
        return source

    def list_inputs(self, *, anew: bool) -> None:
        """Look for input devices; what goes wrong is said in ``message``."""
        try:
            self._system.list_inputs(anew=anew)
        except SourceError as error:
            self.message = str(error)

    def refresh(self) -> None:
        """Look for input devices anew, for which all must be let go of.

        Raises:
            SourceError: what was open can't be opened again.
        """
        player, message = self.player, self.message
        if player is not None and not player.audible:
            # It holds no device, so it can go on.
            self.list_inputs(anew=True)
        else:
            take_up = self.taking_up()
            self.close()
            self.list_inputs(anew=True)
            if take_up is not None:
                take_up()
        if player is not None and not self._system.inputs:
            self.message = message or NO_INPUT

    # What an input gave.

    def replay(self) -> None:
        """Play the last half minute of the input; while that is heard, nothing is listened to.

        Raises:
            SourceError: nothing is listened to, or not for long enough.
        """
        source = self.source
        if source is None or self.player is not None:
            raise SourceError("Only what an input gave can be replayed. Listen to one first.")
        self._play_sound(last_heard(source))

    @property
    def replaying(self) -> bool:
        """Whether the source is what an input gave before."""
        return self.player is not None and self.player.path is None

    def listen_again(self) -> None:
        """Go back to the input that was listened to last.

        Raises:
            SourceError: it can't be opened.
        """
        self._open_input(self._device)

    # Files.

    def play(self, files: Playlist) -> None:
        """Play the first from the present one on that can be opened; if none can, nothing changes.

        Raises:
            SourceError: of the last of them.
        """
        tried: Playlist | None = files
        problem = None
        while tried is not None:
            try:
                self._play_sound(AudioFile(tried.current))
            except SourceError as error:
                problem, tried = error, tried.next()
            else:
                self.files = tried
                self.message = self.message or str(problem or "")
                return
        if problem is not None:
            raise problem

    def forward(self) -> Playlist | None:
        """Where to go on to with :meth:`play` after the present file, None at the last.

        What comes after it is tried once: if nothing of it can be opened, this one is the last.
        """
        if self.files is None or self.player is None:
            return None
        after = self.files.next()
        self.files = replace(self.files, upcoming=())
        return after

    def back(self) -> Playlist | None:
        """The same, to the file before; before that, to the present one's beginning, at once."""
        player = self.player
        if player is None:
            return None
        before = self.files.previous() if self.files is not None else None
        if before is None or player.position_s > PREVIOUS_SECONDS:
            player.seek(0.0)
            return None
        return before

    def _play_sound(self, sound: Clip) -> None:
        # It is open already: if it had been no good, what was heard would have gone on.
        self.close()
        try:
            self._begin_player(FilePlayer(sound, self._output, self._clock))
        except SourceError as error:
            silent = self._silent_output(error)
            self._begin_player(FilePlayer(sound.again(), silent, self._clock))

    def _begin_player(self, player: FilePlayer) -> None:
        player.volume = self._volume
        self._begin(player)

    def _output(self, rate: int, channels: int) -> Output:
        try:
            return self._system.open_output(rate, channels)
        except SourceError as error:
            return self._silent_output(error)(rate, channels)

    def _silent_output(self, why: SourceError) -> OpenOutput:
        self.message = f"{why} Files play silently."
        return self._system.silent_output

    # Both.

    def taking_up(self) -> Callable[[], object] | None:
        """What opens the present source anew and goes on where it is, None if there is nothing to
        go on with; raises SourceError where that isn't possible yet.
        """
        source, device, files = self.source, self._device, self.files
        if source is None:
            return None
        if not isinstance(source, FilePlayer):
            return lambda: self._open_input(device)
        if source.ended and not (files is not None and files.upcoming):
            return None
        again, place, paused = source.again, source.position_s, source.paused

        def go_on() -> None:
            self._play_sound(again())
            self.files = files
            if self.player is not None:
                self.player.seek(place)
                if paused:
                    self.player.pause()

        return go_on

    def _begin(self, source: Source) -> None:
        self._system.start(source)
        self.begun_at = self._clock()
        self.first_stream = self._stream() + 1
        self.source = source
