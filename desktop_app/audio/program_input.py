"""What a single program plays, as a source: recorded by PulseAudio's own tool.

PortAudio can record from a source of the sound server only, not from one program's stream.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.blockwise_input import BLOCK_FRAMES, CHANNELS, BlockwiseInput
from desktop_app.audio.server_sources import pulse_library
from desktop_app.audio.stream_segment import Clock
from desktop_app.formatting.text import visible

RECORDER = "parec"
FRAME_BYTES = 4 * CHANNELS
LATENCY_MS = 20
LONGEST_NAME = 60
THROUGH_ALSA = re.compile(r"(?:ALSA plug-in|PipeWire ALSA) \[(.+)\]")
"""Name of a program that knows no sound server, as that calls it."""


@dataclass(frozen=True)
class PlayingProgram:
    """What a program plays.

    Attributes:
        name: of the program.
        stream: the sound server's number of its sound.
        rate: of the output that plays it, in Hz.
    """

    name: str
    stream: int
    rate: int


def playing_programs() -> list[PlayingProgram]:
    """Ask the sound server which other programs are playing.

    Returns:
        One for each program, in order of their names; of several streams, the newest that isn't
        paused. None where there is no such server, or no recorder.
    """
    pulsectl = pulse_library()
    if pulsectl is None or shutil.which(RECORDER) is None:
        return []
    try:
        with pulsectl.Pulse("genre-monitor", connect=False) as pulse:
            pulse.connect(autospawn=False)
            rates = {sink.index: sink.rate for sink in pulse.sink_list()}
            streams = [each for each in pulse.sink_input_list() if each.sink in rates]
    except (pulsectl.PulseError, pulsectl.PulseDisconnected, OSError):
        return []
    found: dict[str, PlayingProgram] = {}
    for stream in sorted(streams, key=lambda each: (not each.corked, each.index)):
        told = stream.proplist
        called = told.get("application.name", "").strip()
        name = visible(THROUGH_ALSA.sub(r"\1", called))[:LONGEST_NAME]
        if name and told.get("application.process.id") != str(os.getpid()):
            found[name] = PlayingProgram(name, stream.index, rates[stream.sink])
    return [found[name] for name in sorted(found)]


class ProgramInput(BlockwiseInput):
    """The sound of a program, as it plays it."""

    def __init__(self, name: str, stream: int, rate: int, clock: Clock) -> None:
        """Prepare the recorder; :meth:`start` starts it.

        Args:
            name: of the input device that stands for it.
            stream: the sound server's number of what the program plays.
            rate: in Hz; the server converts to it.
            clock: times the sound as it arrives, in seconds.
        """
        super().__init__(name, rate, LATENCY_MS / 1000, clock)
        self._command = (
            RECORDER, "--raw", "--format=float32le", f"--rate={rate}", f"--channels={CHANNELS}",
            f"--latency-msec={LATENCY_MS}", f"--monitor-stream={stream}",
        )  # fmt: skip
        self._recorder: Any = None

    def _open(self) -> None:
        # Of a session of its own, so that Ctrl-C is for this program alone.
        self._recorder = subprocess.Popen(
            self._command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip

    def _blocks(self) -> Iterator[NDArray[np.float32]]:
        with self._recorder:
            while block := self._recorder.stdout.read(BLOCK_FRAMES * FRAME_BYTES):
                whole = len(block) // FRAME_BYTES
                yield np.frombuffer(block, "<f4", whole * CHANNELS).reshape(-1, CHANNELS)

    def _interrupt(self) -> None:
        self._recorder.terminate()
