"""Listening to an input device, the chosen one or what takes its place."""

from __future__ import annotations

from desktop_app.audio.sound_system import SoundSystem
from desktop_app.audio.source import Source
from desktop_app.audio.source_error import SourceError
from desktop_app.bundled import demo_clips
from desktop_app.engine.current_source import CurrentSource
from desktop_app.engine.playing import Playing, name_of
from desktop_app.engine.playlist import Playlist

DEFAULT_INPUT = "the default input"


class Listening:
    """Opens inputs as the current source, on the calling thread; any thread may read attributes.

    Attributes:
        device: name of the input device chosen last, None for the system's default.
        open_device: name by which the input device was opened last, None for the default.
        input_name: the name that this device goes by.
    """

    def __init__(
        self, system: SoundSystem, current: CurrentSource, playing: Playing, device: str | None
    ) -> None:
        """Listen to nothing yet.

        Args:
            system: opens devices.
            current: the source that an input takes the place of.
            playing: plays the demo where there is no input.
            device: input device to listen to unless another is chosen.
        """
        self.device = device
        self.open_device = device
        self.input_name = device or DEFAULT_INPUT
        self._system = system
        self._current = current
        self._playing = playing

    @property
    def restart_name(self) -> str:
        """Name of the source that :meth:`restart` opens."""
        playlist = self._current.state.restarted
        return (self.device or DEFAULT_INPUT) if playlist is None else name_of(playlist)

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
                self._current.change(message=f"{error} Listening to “{source.name}” instead.")
                return
        first, *rest = demo_clips()
        self._playing.play(Playlist((), first, tuple(rest)), f"{error} Playing the demo instead.")

    def open_input(self, device: str | None) -> Source:
        """Open an input device, None for the system's default, in place of the current source.

        Raises:
            SourceError: it could not be opened.
        """
        with self._current.opens(device or DEFAULT_INPUT, is_input=True):
            # An input can often be opened only once; a file plays on until the input is open.
            if self._current.playback is None:
                self._current.close()
            source = self._system.open_input(device)
            self._current.close()
            self._current.begin(source)
            self.open_device, self.input_name = device, source.name
            return source

    def restart(self) -> None:
        """Reopen the source that was stopped; play a finished playlist from its first file.

        Raises:
            SourceError: it could not be opened.
        """
        playlist = self._current.state.restarted
        if playlist is None:
            self.listen_again()
        else:
            self._playing.play(playlist)
