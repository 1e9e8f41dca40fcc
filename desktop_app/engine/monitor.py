"""The running monitor without any window: one source, one analysis, one model."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.analysis.attribution_worker import AttributionWorker
from desktop_app.analysis.file_scan import FileScanner
from desktop_app.analysis.worker import AnalysisWorker
from desktop_app.audio.input_devices import InputDevice, input_devices, refresh
from desktop_app.audio.microphone import Microphone
from desktop_app.audio.output import Loudspeaker, Output
from desktop_app.audio.recorder import Recorder
from desktop_app.audio.sound_system import SoundSystem
from desktop_app.audio.source import Source
from desktop_app.audio.stream_segment import Clock, StreamSegment
from desktop_app.engine.model_loader import ModelLoader
from desktop_app.engine.source_status import SourceStatus
from desktop_app.engine.source_thread import SourceThread


def end_without_sound_system(monitor: Monitor, status: int) -> None:
    """End the process at once if the sound system hangs, where it would hang at exit as well.

    Args:
        monitor: closed.
        status: the exit status.
    """
    if monitor.stuck:
        logging.shutdown()
        sys.stdout.flush()
        os._exit(status)


class Monitor:
    """Owns the threads; everything that shows or steers goes through here.

    Attributes:
        worker: the analysis; its frames are in ``worker.frames``.
        models: loads and keeps the model in use.
        explaining: answers why a window got its genre.
        overview: listens ahead in the file that is played.
        recorder: writes what an input gives to files, when it is asked to.
    """

    def __init__(
        self,
        *,
        clock: Clock = time.perf_counter,
        open_microphone: Callable[[str | None, Clock], Source] = Microphone,
        open_loudspeaker: Callable[[int, int, Clock], Output] = Loudspeaker,
        list_inputs: Callable[[], list[InputDevice]] = input_devices,
        refresh: Callable[[], None] = refresh,
    ) -> None:
        self.worker = AnalysisWorker(self._feed, clock)
        self._system = SoundSystem(clock, open_microphone, open_loudspeaker, list_inputs, refresh)
        self._control = SourceThread(clock, self._system, self.worker)
        self.models = ModelLoader(self.worker.use)
        self.explaining = AttributionWorker()
        self.overview = FileScanner()
        self.recorder = Recorder(self.feed_of_input, lambda: self._control.on_input)

    def start(self) -> None:
        """Start the threads; no source and no model yet."""
        self._control.start()
        self.worker.start()

    def close(self) -> None:
        """End every thread and let go of the source.

        Only a thread that hangs in the sound system is left behind; see :attr:`stuck`.
        """
        # While there is still an input, of which it writes the last.
        self.recorder.close()
        self._control.close()
        self.worker.close()
        self.models.close()
        self.explaining.close()
        self.overview.close()

    @property
    def inputs(self) -> tuple[InputDevice, ...]:
        """The input devices as last listed."""
        return self._system.inputs

    @property
    def stuck(self) -> bool:
        """Whether the sound system hasn't come back from a call; it hangs at exit, too."""
        return self._system.thread.stuck

    def listen(self, device: str | None = None, *, or_demo: bool = False) -> None:
        """Switch to an input device.

        Args:
            device: its name, None for the system's default.
            or_demo: if it can't be used, take the default, and if there is none play the demo,
                and say why.
        """
        self._control.listen(device, or_demo)

    def play(self, paths: Sequence[Path]) -> None:
        """Switch to audio files, one after the other; folders stand for all that is in them."""
        self._control.play(list(paths))

    def next_file(self) -> None:
        """Go to the next of the files to be played; nothing at the last."""
        self._control.next_file()

    def previous_file(self) -> None:
        """Go to the beginning of the file, or if that was just heard, to the file before it."""
        self._control.previous_file()

    def replay(self) -> None:
        """Play what the input gave in the last half minute, then listen again."""
        self._control.replay()

    def stop(self) -> None:
        """Let go of the source; :meth:`restart` takes it up again."""
        self._control.stop()

    def restart(self) -> None:
        """Take up again what was heard last, from its beginning; at first, listen."""
        self._control.restart()

    def refresh_inputs(self) -> None:
        """Look for input devices anew; what was heard is interrupted for a moment."""
        self._control.refresh_inputs()

    def pause(self) -> None:
        """Hold a file where it is; nothing for a device."""
        if (player := self._control.player) is not None:
            player.pause()

    def resume(self) -> None:
        """Go on with a held file; nothing for a device."""
        if (player := self._control.player) is not None:
            player.resume()

    def seek(self, seconds: float) -> None:
        """Go to a place of the file; nothing for a device."""
        if (player := self._control.player) is not None:
            player.seek(seconds)

    def play_over(self, part: tuple[float, float] | None) -> None:
        """Play a part of the file over and over.

        Args:
            part: from and to, in seconds; None to go on behind it.
        """
        if (player := self._control.player) is not None:
            player.loop = part

    def set_volume(self, volume: float) -> None:
        """Play files louder or quieter, from 0 to 1; what is analysed stays the same."""
        self._control.set_volume(volume)

    def status(self) -> SourceStatus:
        """What the source is doing now."""
        return self._control.status(
            self.models.problem, self.worker.fault, self.explaining.fault, self.recorder.problem
        )

    def feed_of_input(self) -> StreamSegment | None:
        """What an input gives, None while nothing is listened to."""
        return self._control.feed_of_input()

    def _feed(self) -> StreamSegment | None:
        return self._control.feed()
