"""The sound system as the monitor uses it: every call on a thread that may hang in it."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.audio.device_thread import DeviceThread
from desktop_app.audio.input_devices import InputDevice
from desktop_app.audio.output import Output, SilentOutput
from desktop_app.audio.player import FilePlayer
from desktop_app.audio.source import Source
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock


class SoundSystem:
    """Lists and opens devices; what hangs is given up, what comes too late is closed.

    Attributes:
        inputs: the input devices as last listed.
        thread: makes the calls.
    """

    def __init__(
        self,
        clock: Clock,
        open_microphone: Callable[[str | None, Clock], Source],
        open_loudspeaker: Callable[[int, int, Clock], Output],
        list_inputs: Callable[[], list[InputDevice]],
        look_again: Callable[[], None],
    ) -> None:
        """
        Args:
            clock: in seconds.
            open_microphone: from a device's name, None for the default.
            open_loudspeaker: from rate and channels.
            list_inputs: the devices as the system has them now.
            look_again: makes it look for them anew; no stream may be open.
        """
        self.inputs: tuple[InputDevice, ...] = ()
        self.thread = DeviceThread()
        self._clock = clock
        self._open_microphone = open_microphone
        self._open_loudspeaker = open_loudspeaker
        self._list_inputs = list_inputs
        self._look_again = look_again

    def list_inputs(self, *, anew: bool) -> None:
        """Bring ``inputs`` up to date.

        Args:
            anew: look at what is plugged in; no stream may be open.

        Raises:
            SourceError: the system doesn't answer; then there are none.
        """
        try:
            if anew:
                self.thread.call(self._look_again)
            self.inputs = tuple(self.thread.call(self._list_inputs))
        except SourceError:
            self.inputs = ()
            raise

    def open_input(self, device: str | None) -> Source:
        """Open an input.

        Raises:
            SourceError: it can't be.
        """
        return self.thread.call(
            lambda: self._open_microphone(device, self._clock), lambda late: late.close()
        )

    def open_output(self, rate: int, channels: int) -> Output:
        """Open the loudspeaker.

        Raises:
            SourceError: it can't be.
        """
        return self.thread.call(
            lambda: self._open_loudspeaker(rate, channels, self._clock), lambda late: late.close()
        )

    def silent_output(self, rate: int, channels: int) -> Output:
        """What takes sound at its natural pace where there is no loudspeaker."""
        return SilentOutput(rate, channels, self._clock)

    def start(self, source: Source) -> None:
        """Let the sound come.

        Raises:
            SourceError: it doesn't; the source is closed.
        """
        try:
            if _on_a_device(source):
                self.thread.call(source.start)
            else:
                source.start()
        except SourceError:
            self.close(source)
            raise

    def close(self, source: Source) -> None:
        """Let go of a source, without waiting for a device."""
        if _on_a_device(source):
            self.thread.send(source.close)
        else:
            source.close()


def _on_a_device(source: Source) -> bool:
    # What plays silently must not wait for a sound system that hangs.
    return not isinstance(source, FilePlayer) or source.audible
