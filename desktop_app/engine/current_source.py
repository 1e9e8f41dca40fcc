"""The one source that is open: an input device, a file of the playlist, or a replay."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from desktop_app.audio.clip import Clip
from desktop_app.audio.files import AudioFile, readable
from desktop_app.audio.opening import Opening
from desktop_app.audio.player import FilePlayer, OpenOutput
from desktop_app.audio.replay_clip import last_heard
from desktop_app.audio.sound_system import SoundSystem
from desktop_app.audio.source import Playback, Source
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock
from desktop_app.bundled import demo_clips
from desktop_app.engine.clip_start import ClipStart
from desktop_app.engine.playlist import Playlist
from desktop_app.engine.source_state import SourceState
from desktop_app.threads.calls import GivenUp

PREVIOUS_SECONDS = 3.0
"""Once a file has played for longer, "previous" means its own beginning."""
DEFAULT_INPUT = "the default input"

log = logging.getLogger(__name__)


class CurrentSource:
    """Opens, controls and closes sources on the calling thread; any thread may read attributes.

    Attributes:
        state: what is open, being opened or reconnected; replaced at every change.
        device: name of the input device chosen last, None for the system's default.
        opening: opens files.
        open_device: name by which the input device was opened last, None for the default.
        input_name: the name that this device goes by.
    """

    def __init__(
        self, clock: Clock, system: SoundSystem, opening: Opening, device: str | None
    ) -> None:
        """Start without a source.

        Args:
            clock: in seconds.
            system: opens devices.
            opening: opens files.
            device: input device to listen to unless another is chosen.
        """
        self.state = SourceState()
        self.device = device
        self.opening = opening
        self._clock = clock
        self._system = system
        self.open_device = device
        self.input_name = device or DEFAULT_INPUT
        self._volume = 1.0

    @property
    def source(self) -> Source | None:
        """What is open, None for nothing."""
        return self.state.source

    @property
    def playback(self) -> Playback | None:
        """How to control the file or replay that is open, None for an input or nothing."""
        return self.state.playback

    @property
    def restart_name(self) -> str:
        """Name of the source that :meth:`restart` opens."""
        playlist = self._restarted()
        return (self.device or DEFAULT_INPUT) if playlist is None else _name(playlist)

    def fail(self, message: str, *, asked_for: bool) -> None:
        """Record that a command failed.

        Args:
            message: one sentence; empty if it is reported elsewhere.
            asked_for: whether the command was to open another source.
        """
        state = self.state
        self.change(
            message=message or state.message,
            failed=state.failed or (asked_for and state.source is None),
        )

    def change(self, **changes: Any) -> None:
        """Replace attributes of the state, all at once."""
        self.state = replace(self.state, **changes)

    # Opening and closing.

    def listen(self, device: str | None, *, or_demo: bool) -> None:
        """Open an input device; see :meth:`Monitor.listen`.

        Raises:
            SourceError: it could not be opened, and nothing else was allowed.
        """
        self.device = device
        try:
            self.open_input(device)
        except SourceError as error:
            if not or_demo:
                raise
            self._listen_or_play_demo(device, error)

    def listen_again(self) -> None:
        """Open the input device that was chosen last.

        Raises:
            SourceError: it could not be opened.
        """
        self.open_input(self.device)

    def _listen_or_play_demo(self, device: str | None, error: SourceError) -> None:
        if device is not None:
            try:
                source = self.open_input(None)
            except SourceError as second:
                error = second
            else:
                self.change(message=f"{error} Listening to “{source.name}” instead.")
                return
        first, *rest = demo_clips()
        self.play(Playlist((), first, tuple(rest)), f"{error} Playing the demo instead.")

    def open_input(self, device: str | None) -> Source:
        """Open an input device, None for the system's default, in place of the current source.

        Raises:
            SourceError: it could not be opened.
        """
        with self.opens(device or DEFAULT_INPUT, is_input=True):
            # An input can often be opened only once; a file plays on until the input is open.
            if self.playback is None:
                self.close()
            source = self._system.open_input(device)
            self.close()
            self._begin(source)
            self.open_device, self.input_name = device, source.name
            return source

    def play(self, playlist: Playlist, message: str = "") -> None:
        """Play the first file that can be opened, starting at the current one.

        Args:
            playlist: at the file to start with.
            message: one or more sentences on why it is played, else empty.

        Raises:
            SourceError: none of them can be opened; this is the error of the last one.
            GivenUp: another source is wanted.
        """
        position: Playlist | None = playlist
        problem: SourceError | None = None
        while position is not None:
            try:
                self._play_file(position, str(problem or message))
            except SourceError as error:
                problem = error
            except GivenUp:
                raise
            except Exception as error:
                # Decoders can raise anything; the files after this one may still play.
                log.exception("internal error while opening a file")
                problem = SourceError(f"Could not open “{_name(position)}”: {error!r}.")
            else:
                return
            position = position.next()
        if problem is not None:
            raise problem

    def _play_file(self, position: Playlist, message: str) -> None:
        with self.opens(_name(position), is_input=False):
            path = position.current
            clip = self.opening.open(lambda: AudioFile(path), readable(path))
            self.play_clip(clip, ClipStart(position, message=message), or_silence=True)

    def next_file(self) -> None:
        """Play the next file of the playlist; no effect at the last one.

        If none of the files after the current one can be opened, they leave the playlist.

        Raises:
            SourceError: none of them can be opened.
        """
        self.play_next("")

    def play_next(self, message: str) -> None:
        """Play the next file as :meth:`next_file` does, and show a message with it.

        Raises:
            SourceError: none of the files after the current one can be opened.
        """
        playlist = self.state.playlist
        following = playlist.next() if playlist is not None and self.playback is not None else None
        if playlist is None or following is None:
            return
        try:
            self.play(following, message)
        except SourceError:
            self.change(playlist=playlist.without_upcoming())
            raise

    def previous_file(self) -> None:
        """Go to the beginning of the file, or from there to the previous file.

        Raises:
            SourceError: it could not be opened.
        """
        playback, playlist = self.playback, self.state.playlist
        if playback is None:
            return
        before = playlist.previous() if playlist is not None else None
        if before is None or playback.position_s > PREVIOUS_SECONDS:
            playback.seek(0.0)
        else:
            self.play(before)

    def replay(self) -> None:
        """Play the last half minute of the input, in place of the input.

        Raises:
            SourceError: no input is open, or it hasn't been open for long enough.
        """
        source = self.source
        if source is None or source.playback is not None:
            raise SourceError("Only an input can be replayed. Listen to one first.")
        self.play_clip(last_heard(source), ClipStart(None), or_silence=True)

    def restart(self) -> None:
        """Reopen the source that was stopped; play a finished playlist from its first file.

        Raises:
            SourceError: it could not be opened.
        """
        playlist = self._restarted()
        if playlist is None:
            self.listen_again()
        else:
            self.play(playlist)

    def _restarted(self) -> Playlist | None:
        state = self.state
        return state.playlist.from_start() if state.playlist and state.over else state.playlist

    def stop(self) -> None:
        """Release the source; the playlist keeps its position."""
        self.close()
        self.change(lost=None, failed=False, message="", silence="", listing="")

    def close(self) -> None:
        """Release the source, if there is one."""
        state = self.state
        if state.source is not None:
            self.change(
                source=None,
                playlist=self._restarted(),
                message="",
                silence="",
                listing="",
                closed_stream=state.first_stream,
            )
            self._system.close(state.source)

    @contextmanager
    def opens(self, name: str, *, is_input: bool) -> Iterator[None]:
        """Show, while the block runs, that a source of this name is being opened."""
        before = self.state
        self.change(opening=name, opening_input=is_input)
        try:
            yield
        finally:
            self.change(opening=before.opening, opening_input=before.opening_input)

    def _begin(self, source: Source, start: ClipStart | None = None, silence: str = "") -> None:
        self._system.start(source)
        self.change(
            source=source,
            playlist=start.playlist if start else None,
            loop=start.loop if start else None,
            lost=None,
            failed=False,
            opening="",
            opening_input=False,
            begun_at=self._clock(),
            message=start.message if start else "",
            silence=silence,
            listing="",
        )

    def play_clip(self, clip: Clip, start: ClipStart, *, or_silence: bool) -> None:
        """Play a clip in place of the current source.

        Args:
            clip: open.
            start: where and how it begins.
            or_silence: whether it plays silently if no audio output can be opened.

        Raises:
            SourceError: the audio output could not be opened.
        """
        # The clip is already open: had it been damaged, the previous source would have stayed.
        self.close()
        try:
            self._begin_player(clip, self._system.open_output, start)
        except SourceError as error:
            if not or_silence:
                raise
            silence = f"{error} Files play silently."
            again = self.opening.open(clip.reopen, clip.name)
            self._begin_player(again, self._system.silent_output, start, silence)

    def _begin_player(
        self, clip: Clip, open_output: OpenOutput, start: ClipStart, silence: str = ""
    ) -> None:
        try:
            player = FilePlayer(clip, open_output, self._clock)
        except Exception:
            clip.close()
            raise
        # Before it starts, so that nothing from another position is heard.
        player.set_volume(self._volume)
        player.set_loop(start.loop)
        if start.paused:
            player.pause()
        if start.position_s is not None:
            player.seek(start.position_s)
        self._begin(player, start, silence)

    # Playback controls; no effect on an input.

    def pause(self) -> None:
        """Pause the file."""
        if (playback := self.playback) is not None:
            playback.pause()

    def resume(self) -> None:
        """Continue a paused file."""
        if (playback := self.playback) is not None:
            playback.resume()

    def seek(self, seconds: float) -> None:
        """Seek to a position in the file, in seconds."""
        if (playback := self.playback) is not None:
            playback.seek(seconds)

    def skip(self, seconds: float) -> None:
        """Seek forward in the file, or back if negative, by this many seconds."""
        if (playback := self.playback) is not None:
            playback.seek(playback.position_s + seconds)

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        """Loop a part of the file, (start, end) in seconds; None ends the loop."""
        if (playback := self.playback) is not None:
            self.change(loop=loop)
            playback.set_loop(loop)

    def set_volume(self, volume: float) -> None:
        """Scale the output of this and all later files, 0 to 1."""
        self._volume = volume
        if (playback := self.playback) is not None:
            playback.set_volume(volume)


def _name(playlist: Playlist) -> str:
    return readable(playlist.current.name)
