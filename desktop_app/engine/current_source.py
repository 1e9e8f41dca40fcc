"""The one source that is open: an input device, a file of the playlist, or a replay."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from desktop_app.audio.clip import Clip
from desktop_app.audio.files import AudioFile, readable
from desktop_app.audio.input_devices import NO_INPUT
from desktop_app.audio.player import FilePlayer, OpenOutput
from desktop_app.audio.replay_clip import last_heard
from desktop_app.audio.sound_system import SoundSystem
from desktop_app.audio.source import Playback, Source
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock
from desktop_app.bundled import demo_clips
from desktop_app.engine.playlist import Playlist
from desktop_app.engine.source_health import LostSource

log = logging.getLogger(__name__)

PREVIOUS_SECONDS = 3.0
"""Once a file has played for longer, "previous" means its own beginning."""
DEFAULT_INPUT = "the default input"


class CurrentSource:
    """Opens and closes sources on the thread that calls; attributes may be read from any.

    Attributes:
        source: what is open, None for nothing.
        playlist: what is being played; None if an input was opened since, or at first.
        lost: the source that failed and is waited for, None without one.
        failed: whether the last source asked for could not be opened.
        message: one or more sentences if something isn't as it was asked for, else empty.
        opening: name of what is being opened now, else empty.
        opening_input: whether that is an input device.
        begun_at: clock time, in seconds, at which the source was opened.
        device: name of the input device chosen last, None for the system's default.
        loop: the part of the file that is repeated, (start, end) in seconds.
    """

    def __init__(self, clock: Clock, system: SoundSystem, device: str | None) -> None:
        """Open nothing yet.

        Args:
            clock: in seconds.
            system: opens devices.
            device: input device to listen to unless another is chosen.
        """
        self.source: Source | None = None
        self.playlist: Playlist | None = None
        self.lost: LostSource | None = None
        self.failed = False
        self.message = ""
        self.opening = ""
        self.opening_input = False
        self.begun_at = 0.0
        self.device = device
        self.loop: tuple[float, float] | None = None
        self._clock = clock
        self._system = system
        self._open_device = device
        self._input_name = device or DEFAULT_INPUT
        self._last_stream = 0
        self._volume = 1.0

    @property
    def playback(self) -> Playback | None:
        """How to control the file or replay that is open, None for an input or nothing."""
        return None if self.source is None else self.source.playback

    @property
    def replaying(self) -> bool:
        """Whether the source repeats what an input delivered before."""
        playback = self.playback
        return playback is not None and playback.path is None

    @property
    def has_more(self) -> bool:
        """Whether something else comes when the clip that is open has ended."""
        return self.replaying or (self.playlist is not None and bool(self.playlist.upcoming))

    @property
    def on_input(self) -> bool:
        """Whether an input device is open, being opened, or waited for."""
        if self.source is not None and self.playback is None:
            return True
        return self.opening_input or (self.lost is not None and self.lost.is_input)

    @property
    def first_stream(self) -> int:
        """Number of the first stretch of sound that isn't stale; see :class:`SourceStatus`."""
        source = self.source
        if source is None:
            return self._last_stream
        playback = source.playback
        leaving = playback is not None and playback.seeking
        return source.feed.number + leaving

    @property
    def restart_name(self) -> str:
        """Name of what :meth:`restart` opens."""
        if self.playlist is None:
            return self.device or DEFAULT_INPUT
        return readable(self.playlist.current.name)

    # Opening and closing.

    def listen(self, device: str | None, *, or_demo: bool) -> None:
        """Open an input device; see :meth:`Monitor.listen`.

        Raises:
            SourceError: it could not be opened, and nothing else was allowed.
        """
        self.device = device
        try:
            self._open_input(device)
        except SourceError as error:
            if not or_demo:
                raise
            self._listen_or_play_demo(device, error)

    def listen_again(self) -> None:
        """Open the input device that was chosen last.

        Raises:
            SourceError: it could not be opened.
        """
        self._open_input(self.device)

    def _listen_or_play_demo(self, device: str | None, error: SourceError) -> None:
        if device is not None:
            try:
                source = self._open_input(None)
            except SourceError as second:
                error = second
            else:
                self.message = f"{error} Listening to “{source.name}” instead."
                return
        first, *rest = demo_clips()
        self.play(Playlist((), first, tuple(rest)))
        self.message = f"{error} Playing the demo instead."

    def _open_input(self, device: str | None) -> Source:
        with self._opens(device or DEFAULT_INPUT, is_input=True):
            # An input can often be opened only once; a file plays on until the input is open.
            if self.playback is None:
                self.close()
            source = self._system.open_input(device)
            self.close()
            self.playlist = None
            self._begin(source)
            self._open_device, self._input_name = device, source.name
            return source

    def play(self, playlist: Playlist) -> None:
        """Play the first file, from the current one on, that can be opened.

        Raises:
            SourceError: of the last of them, if none can be opened; nothing changes then.
        """
        position: Playlist | None = playlist
        problem = None
        while position is not None:
            with self._opens(readable(position.current.name), is_input=False):
                try:
                    clip = AudioFile(position.current)
                    self.loop = None
                    self._play_clip(clip, self._system.open_output, or_silence=True)
                except SourceError as error:
                    problem, position = error, position.next()
                else:
                    self.playlist = position
                    self.message = self.message or str(problem or "")
                    return
        if problem is not None:
            raise problem

    def next_file(self) -> None:
        """Play the next file of the playlist; nothing at the last.

        If none of the files after the current one can be opened, they leave the playlist.

        Raises:
            SourceError: none of them can be opened.
        """
        playlist = self.playlist
        following = playlist.next() if playlist is not None and self.playback is not None else None
        if playlist is None or following is None:
            return
        try:
            self.play(following)
        except SourceError:
            self.playlist = playlist.without_upcoming()
            raise

    def previous_file(self) -> None:
        """Go to the beginning of the file, or from there to the file before it.

        Raises:
            SourceError: it could not be opened.
        """
        playback = self.playback
        if playback is None:
            return
        before = self.playlist.previous() if self.playlist is not None else None
        if before is None or playback.position_s > PREVIOUS_SECONDS:
            playback.seek(0.0)
        else:
            self.play(before)

    def replay(self) -> None:
        """Play what the input delivered in the last half minute; nothing is listened to meanwhile.

        Raises:
            SourceError: no input is open, or it hasn't been for long enough.
        """
        source = self.source
        if source is None or source.playback is not None:
            raise SourceError("Only an input can be replayed. Listen to one first.")
        self.loop = None
        self._play_clip(last_heard(source), self._system.open_output, or_silence=True)

    def restart(self) -> None:
        """Open what was stopped, or play a playlist that has ended from its start.

        Raises:
            SourceError: it could not be opened.
        """
        playlist = self.playlist
        if playlist is None:
            self.listen_again()
        else:
            self.play(playlist if self.source is None else playlist.from_start())

    def stop(self) -> None:
        """Let go of the source; the playlist keeps its position."""
        self.lost = None
        self.failed = False
        self.close()

    def close(self) -> None:
        """Let go of the source; nothing if there is none."""
        source, self.source = self.source, None
        self.message = ""
        if source is not None:
            self._last_stream = source.feed.number
            self._system.close(source)

    @contextmanager
    def _opens(self, name: str, *, is_input: bool) -> Iterator[None]:
        self.opening, self.opening_input = name, is_input
        try:
            yield
        finally:
            self.opening, self.opening_input = "", False

    def _begin(self, source: Source) -> None:
        self._system.start(source)
        self.begun_at = self._clock()
        self.source = source
        self.lost = None
        self.failed = False

    def _play_clip(self, clip: Clip, open_output: OpenOutput, *, or_silence: bool) -> None:
        # It is open already: if it had been damaged, the previous source would have stayed.
        self.close()
        try:
            self._begin_player(FilePlayer(clip, open_output, self._clock))
        except SourceError as error:
            clip.close()
            if not or_silence:
                raise
            self.message = f"{error} Files play silently."
            self._begin_player(FilePlayer(clip.reopen(), self._system.silent_output, self._clock))

    def _begin_player(self, player: FilePlayer) -> None:
        player.set_volume(self._volume)
        player.set_loop(self.loop)
        self._begin(player)

    # Controlling what plays; nothing for an input.

    def pause(self) -> None:
        """Pause the file."""
        if (playback := self.playback) is not None:
            playback.pause()

    def resume(self) -> None:
        """Continue a paused file."""
        if (playback := self.playback) is not None:
            playback.resume()

    def seek(self, seconds: float) -> None:
        """Go to a position in the file, in seconds."""
        if (playback := self.playback) is not None:
            playback.seek(seconds)

    def skip(self, seconds: float) -> None:
        """Go forward in the file, or back if negative, by so many seconds."""
        if (playback := self.playback) is not None:
            playback.seek(playback.position_s + seconds)

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        """Repeat a part of the file, (start, end) in seconds; None to play on."""
        if (playback := self.playback) is not None:
            self.loop = loop
            playback.set_loop(loop)

    def set_volume(self, volume: float) -> None:
        """Scale the output of this and all files, 0 to 1."""
        self._volume = volume
        if (playback := self.playback) is not None:
            playback.set_volume(volume)

    # Reconnecting.

    def list_inputs(self, *, rescan: bool) -> None:
        """List input devices; a failure is told in ``message``.

        Args:
            rescan: find out what is plugged in now; no device may be open.
        """
        try:
            self._system.list_inputs(rescan=rescan)
        except SourceError as error:
            self.message = str(error)

    def refresh(self) -> None:
        """Look for devices again, for which those that are open are closed for a moment.

        What was open is reopened; a file that plays silently gets its output back.
        """
        source, message = self.source, self.message
        if source is None:
            self.list_inputs(rescan=True)
            return
        is_input = source.playback is None
        with self._opens(source.name, is_input=is_input):
            if source.on_device:
                self._reopen_after_rescan(source)
            else:
                self.list_inputs(rescan=True)
                self._make_audible(source)
        if not is_input and not self._system.inputs:
            self.message = message or NO_INPUT

    def _reopen_after_rescan(self, source: Source) -> None:
        reopen = self.reopener(or_silence=True)
        self.close()
        self.list_inputs(rescan=True)
        if reopen is None:
            return
        try:
            reopen()
        except SourceError as error:
            is_input = source.playback is None
            self.lost = LostSource(source.name, is_input, str(error), reopen, self._clock())

    def _make_audible(self, source: Source) -> None:
        """Move a file that plays silently to the audio output, if there is one again."""
        reopen = self.reopener(or_silence=True)
        if reopen is None:
            return
        try:
            # Before the player is touched: without a device it plays on.
            output = self._system.open_output(source.rate, source.channels)
        except SourceError as error:
            log.debug("still without an audio output: %s", error)
        else:
            self._system.thread.send(output.close)
            reopen()

    def reopener(self, *, or_silence: bool) -> Callable[[], object] | None:
        """What opens the source again and continues where it is now.

        Args:
            or_silence: whether a file may continue without an audio output.

        Returns:
            A function that raises SourceError while that isn't possible; None if there is nothing
            to continue with.
        """
        source, playback, device = self.source, self.playback, self._open_device
        if source is None:
            return None
        if playback is None:
            return lambda: self._open_input(device)
        if source.vital_signs.ended and not self.has_more:
            return None
        position_s, paused, reopen = playback.position_s, playback.paused, playback.reopen

        def reopen_here() -> None:
            self._play_clip(reopen(), self._system.open_output, or_silence=or_silence)
            self.seek(position_s)
            if paused:
                self.pause()

        return reopen_here

    def lose(
        self, why: str, reopen: Callable[[], object] | None, *, of_input: bool = False
    ) -> None:
        """Close the source because it failed, and wait for it.

        Args:
            why: one sentence.
            reopen: see :meth:`reopener`; nothing is lost where there is nothing to reopen.
            of_input: whether what failed is the input behind a replay.
        """
        source = self.source
        if source is None or reopen is None:
            return
        is_input = of_input or source.playback is None
        name = self._input_name if is_input else source.name
        self.lost = LostSource(name, is_input, why, reopen, self._clock())
        self.close()
