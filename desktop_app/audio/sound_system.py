"""The sound system as the engine uses it: every call that may hang is made on its own thread."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.audio.device_thread import TIMEOUT_SECONDS, DeviceThread
from desktop_app.audio.input_devices import InputDevice
from desktop_app.audio.output import Output, SilentOutput
from desktop_app.audio.source import Source
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock

SILENT_MIN_RATE = 1000
"""Hz; below this, an output would request sound so rarely that it would seem to have stopped."""


class SoundSystem:
    """Lists and opens devices; gives up a call that hangs, and closes a device that opens too late.

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
        rescan: Callable[[], None],
        *,
        patience_s: float = TIMEOUT_SECONDS,
    ) -> None:
        """Start without any open device.

        Args:
            clock: in seconds.
            open_microphone: opens an input by its name, None for the system's default.
            open_loudspeaker: opens an audio output, given sample rate in Hz and channels.
            list_inputs: returns the devices as the system listed them last.
            rescan: makes the system list its devices again; no stream may be open.
            patience_s: how long to wait for a call, in seconds.
        """
        self.inputs: tuple[InputDevice, ...] = ()
        self.thread = DeviceThread(patience_s)
        self._clock = clock
        self._open_microphone = open_microphone
        self._open_loudspeaker = open_loudspeaker
        self._list_inputs = list_inputs
        self._rescan = rescan

    def list_inputs(self, *, rescan: bool) -> None:
        """Update ``inputs``.

        Args:
            rescan: find out what is plugged in now; no stream may be open.

        Raises:
            SourceError: the system does not answer; ``inputs`` is then empty.
        """
        try:
            if rescan:
                self.thread.call(self._rescan)
            self.inputs = tuple(self.thread.call(self._list_inputs))
        except SourceError:
            self.inputs = ()
            raise

    def open_input(self, device: str | None) -> Source:
        """Open an input device, None for the system's default.

        Raises:
            SourceError: it could not be opened.
        """
        return self.thread.call(
            lambda: self._open_microphone(device, self._clock), lambda late: late.close()
        )

    def open_output(self, rate: int, channels: int) -> Output:
        """Open the system's default output device.

        Raises:
            SourceError: it could not be opened.
        """
        return self.thread.call(
            lambda: self._open_loudspeaker(rate, channels, self._clock), lambda late: late.close()
        )

    def silent_output(self, rate: int, channels: int) -> Output:
        """Return an output that discards sound in real time."""
        return SilentOutput(max(rate, SILENT_MIN_RATE), channels, self._clock)

    def start(self, source: Source) -> None:
        """Start a source.

        Raises:
            SourceError: it could not be started; it is closed, as after any other exception.
        """
        try:
            if source.on_device:
                self.thread.call(source.start)
            else:
                source.start()
        except Exception:
            self.close(source)
            raise

    def close(self, source: Source) -> None:
        """Close a source, without waiting for a device that hangs."""
        if source.on_device:
            self.thread.send(source.close)
        else:
            source.close()
