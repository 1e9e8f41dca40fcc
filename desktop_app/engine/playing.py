"""Playing files of a playlist and replays, and the controls for them."""

from __future__ import annotations

import logging

from desktop_app.audio.clip import Clip
from desktop_app.audio.file_names import readable
from desktop_app.audio.opening import Opening
from desktop_app.audio.player import FilePlayer, OpenOutput
from desktop_app.audio.replay_clip import last_heard
from desktop_app.audio.sound_system import SoundSystem
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock
from desktop_app.engine.clip_start import ClipStart
from desktop_app.engine.current_source import CurrentSource
from desktop_app.engine.playlist import Playlist
from desktop_app.threads.calls import GivenUp
from resources.languages import gettext

PREVIOUS_SECONDS = 3.0
"""Once a file has played for longer, "previous" means its own beginning."""

log = logging.getLogger(__name__)


class Playing:
    """Opens clips as the current source, and controls them, on the calling thread.

    Attributes:
        opening: opens files.
        volume: of the output, 0 to 1.
    """

    def __init__(
        self, clock: Clock, system: SoundSystem, opening: Opening, current: CurrentSource
    ) -> None:
        """Play nothing yet.

        Args:
            clock: in seconds.
            system: opens audio outputs.
            opening: opens files.
            current: the source that a clip takes the place of.
        """
        self.opening = opening
        self._clock = clock
        self._system = system
        self._current = current
        self.volume = 1.0

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
                problem = SourceError(
                    gettext("Could not open “{name}”: {error!r}.").format(
                        name=name_of(position), error=error
                    )
                )
            else:
                return
            position = position.next()
        if problem is not None:
            raise problem

    def _play_file(self, position: Playlist, message: str) -> None:
        with self._current.opens(name_of(position), is_input=False):
            path = position.current
            clip = self.opening.open_file(path)
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
        playlist = self._current.state.playlist
        following = (
            playlist.next() if playlist is not None and self._current.playback is not None else None
        )
        if playlist is None or following is None:
            return
        try:
            self.play(following, message)
        except SourceError:
            self._current.change(playlist=playlist.without_upcoming())
            raise

    def previous_file(self) -> None:
        """Go to the beginning of the file, or from there to the previous file.

        Raises:
            SourceError: it could not be opened.
        """
        playback, playlist = self._current.playback, self._current.state.playlist
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
        source = self._current.source
        if source is None or source.playback is not None:
            raise SourceError(gettext("Only an input can be replayed. Listen to one first."))
        self.play_clip(last_heard(source), ClipStart(None), or_silence=True)

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
        self._current.close()
        try:
            self._begin_player(clip, self._system.open_output, start)
        except SourceError as error:
            if not or_silence:
                raise
            silence = gettext("{error} Files play silently.").format(error=error)
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
        player.set_volume(self.volume)
        player.set_loop(start.loop)
        if start.paused:
            player.pause()
        if start.position_s is not None:
            player.seek(start.position_s)
        self._current.begin(player, start, silence)

    # Playback controls; no effect on an input.

    def pause(self) -> None:
        """Pause the file."""
        if (playback := self._current.playback) is not None:
            playback.pause()

    def resume(self) -> None:
        """Continue a paused file."""
        if (playback := self._current.playback) is not None:
            playback.resume()

    def seek(self, seconds: float) -> None:
        """Seek to a position in the file, in seconds."""
        if (playback := self._current.playback) is not None:
            playback.seek(seconds)

    def skip(self, seconds: float) -> None:
        """Seek forward in the file, or back if negative, by this many seconds."""
        if (playback := self._current.playback) is not None:
            playback.seek(playback.position_s + seconds)

    def choose_track(self, number: int) -> None:
        """Continue the file with another of its audio tracks, from 1, where it is.

        Raises:
            SourceError: the file could not be opened again.
        """
        state, playback = self._current.state, self._current.playback
        path = None if playback is None else playback.path
        if playback is None or path is None:
            return
        start = ClipStart(state.playlist, playback.position_s, playback.paused, state.loop)
        clip = self.opening.open_file(path, str(number))
        self.play_clip(clip, start, or_silence=True)

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        """Loop a part of the file, (start, end) in seconds; None ends the loop."""
        if (playback := self._current.playback) is not None:
            self._current.change(loop=loop)
            playback.set_loop(loop)

    def set_volume(self, volume: float) -> None:
        """Scale the output of this and all later files and streams, 0 to 1."""
        self.volume = volume
        if (playback := self._current.playback) is not None:
            playback.set_volume(volume)


def name_of(playlist: Playlist) -> str:
    """Name of the current file of a playlist, for people."""
    return readable(playlist.current.name)
