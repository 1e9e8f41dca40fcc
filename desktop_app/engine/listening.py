"""Listening to an input device, the chosen one or what takes its place, or a network stream."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.audio.address import Address
from desktop_app.audio.connection import Connection
from desktop_app.audio.network_stream import NetworkStream
from desktop_app.audio.opening import Opening
from desktop_app.audio.player import OpenOutput
from desktop_app.audio.server_sources import on_screen
from desktop_app.audio.sound_system import SoundSystem
from desktop_app.audio.source import Source
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock
from desktop_app.bundled import demo_clips
from desktop_app.engine.current_source import CurrentSource
from desktop_app.engine.inputs import DeviceInput, Input, StreamInput
from desktop_app.engine.playing import Playing, name_of
from desktop_app.engine.playlist import Playlist
from desktop_app.engine.playlist_reader import ListedStream
from resources.languages import gettext


class Listening:
    """Opens inputs as the current source, on the calling thread; any thread may read attributes.

    Attributes:
        device: name of the input device chosen last, None for the system's default.
        chosen: the input chosen last, which may be a stream.
        opened: the input opened last: the default, if the device chosen could not be opened.
        input_name: the name that this one goes by.
    """

    def __init__(
        self,
        clock: Clock,
        system: SoundSystem,
        opening: Opening,
        open_stream: Callable[[Address], Connection],
        current: CurrentSource,
        playing: Playing,
        device: str | None,
    ) -> None:
        """Listen to nothing yet.

        Args:
            clock: in seconds.
            system: opens devices.
            opening: opens streams.
            open_stream: connects to one; raises SourceError.
            current: the source that an input takes the place of.
            playing: plays the demo where there is no input; knows the volume.
            device: input device to listen to unless another is chosen.
        """
        self.device = device
        self.chosen: Input = DeviceInput(device)
        self.opened: Input = self.chosen
        self.input_name = self.chosen.title
        self._clock = clock
        self._system = system
        self._opening = opening
        self._open_stream = open_stream
        self._current = current
        self._playing = playing
        self._streams: list[NetworkStream] = []

    @property
    def receiving(self) -> bool:
        """Whether a connection to a stream is still open; for a while also after it was closed."""
        return any(stream.receiving for stream in self._streams)

    @property
    def restart_name(self) -> str:
        """Name of the source that :meth:`restart` opens."""
        playlist = self._current.state.restarted
        return self.chosen.title if playlist is None else name_of(playlist)

    def listen(self, device: str | None, *, or_demo: bool) -> None:
        """Open an input device; see :meth:`Monitor.listen`.

        Raises:
            SourceError: it could not be opened, and nothing else was allowed.
        """
        self.device = device
        self.chosen = DeviceInput(device)
        try:
            self.open_input(self.chosen)
        except SourceError as error:
            if not or_demo:
                raise
            self._listen_or_play_demo(device, error)

    def listen_to_stream(self, address: Address, *, aloud: bool) -> None:
        """Open a network stream; see :meth:`Monitor.listen_to_stream`.

        Raises:
            SourceError: it could not be opened.
            GivenUp: another source is wanted.
        """
        before, self.chosen = self.chosen, StreamInput(address, aloud)
        try:
            self.open_input(self.chosen)
        except SourceError:
            # What was heard before is still open, or else Start is to try this again.
            if self._current.source is not None:
                self.chosen = before
            raise

    def listen_to_listed(self, listed: ListedStream) -> None:
        """Open the first stream of a list, and say so if there are more.

        Raises:
            SourceError: it could not be opened.
            GivenUp: another source is wanted.
        """
        self.listen_to_stream(listed.address, aloud=True)
        if listed.count > 1:
            more = gettext("This is the first of {number} streams in the list.")
            self._current.change(message=more.format(number=listed.count))

    def listen_to_device_again(self) -> None:
        """Open the input device that was chosen last.

        Raises:
            SourceError: it could not be opened.
        """
        self.listen(self.device, or_demo=False)

    def listen_again(self) -> None:
        """Open the input that was chosen last.

        Raises:
            SourceError: it could not be opened.
            GivenUp: another source is wanted.
        """
        self.open_input(self.chosen)

    def _listen_or_play_demo(self, device: str | None, error: SourceError) -> None:
        if device is not None:
            try:
                source = self.open_input(DeviceInput(None))
            except SourceError as second:
                error = second
            else:
                self._current.change(
                    message=gettext("{error} Listening to “{name}” instead.").format(
                        error=error, name=on_screen(source.name)
                    )
                )
                return
        first, *rest = demo_clips()
        self._playing.play(
            Playlist((), first, tuple(rest)),
            gettext("{error} Playing the demo instead.").format(error=error),
        )

    def open_input(self, wanted: Input) -> Source:
        """Open an input in place of the current source.

        Raises:
            SourceError: it could not be opened.
            GivenUp: it is a stream, and another source is wanted.
        """
        with self._current.opens(wanted.title, is_input=True):
            if isinstance(wanted, StreamInput):
                source = self._begin_stream(wanted)
            else:
                source = self._begin_device(wanted.device)
            self.opened, self.input_name = wanted, source.name
            return source

    def _begin_device(self, device: str | None) -> Source:
        # A device can often be opened only once; anything else is heard until it is open.
        if (before := self._current.source) is not None and before.playback is None:
            self._current.close()
        source = self._system.open_input(device)
        self._current.close()
        self._current.begin(source)
        return source

    def _begin_stream(self, wanted: StreamInput) -> Source:
        connection = self._opening.connect(
            lambda: self._open_stream(wanted.address), wanted.address.name
        )
        self._current.close()
        source, silence = self._stream(connection, aloud=wanted.aloud)
        self._streams = [*(each for each in self._streams if each.receiving), source]
        self._current.begin(source, silence=silence)
        return source

    def _stream(self, connection: Connection, *, aloud: bool) -> tuple[NetworkStream, str]:
        def through(open_output: OpenOutput) -> NetworkStream:
            return NetworkStream(connection, open_output, lambda: self._playing.volume, self._clock)

        problem = ""
        if aloud:
            try:
                return through(self._system.open_output), ""
            except SourceError as error:
                problem = gettext("{error} The stream is analysed, but not played.").format(
                    error=error
                )
        return through(self._system.silent_output), problem

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
