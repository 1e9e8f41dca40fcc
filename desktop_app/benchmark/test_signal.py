"""Plays a test signal through the loudspeaker, for a window that listens to it.

``python -m desktop_app.benchmark.test_signal clicks COUNT`` plays clicks and prints the clock time
of each; ``python -m desktop_app.benchmark.test_signal music`` loops the demo until it is killed.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.files import AudioFile
from desktop_app.audio.output import Loudspeaker
from desktop_app.bundled import demo_clips

INTERVAL_S = 1.0
FIRST_CLICK_S = 1.5
RATE = 44100


def clicks(count: int, report: Callable[[float], None]) -> None:
    """Play clicks one second apart.

    Args:
        count: number of clicks.
        report: called with the clock time at which each click left the loudspeaker.

    Raises:
        SourceError: the loudspeaker could not be opened.
    """
    speaker = Loudspeaker(RATE, 1, time.perf_counter)
    rate = speaker.rate
    due = [round((FIRST_CLICK_S + number * INTERVAL_S) * rate) for number in range(count)]
    played = 0
    times: list[float] = []
    ended = threading.Event()

    def render(out: NDArray[np.float32], heard_at: float) -> None:
        nonlocal played
        out[:] = 0.0
        while due and due[0] < played + len(out):
            offset = due.pop(0) - played
            out[offset] = 0.9
            times.append(heard_at - (len(out) - offset) / rate)
        played += len(out)
        if not due and played > (FIRST_CLICK_S + count * INTERVAL_S) * rate:
            ended.set()

    speaker.start(render)
    ended.wait()
    speaker.close()
    for at in times:
        report(at)


def music() -> None:
    """Loop the demo until the process is killed.

    Raises:
        SourceError: the loudspeaker could not be opened.
    """
    file = AudioFile(demo_clips()[0])
    sound = np.concatenate(list(file.blocks()))
    file.close()
    speaker = Loudspeaker(file.rate, min(2, file.channels), time.perf_counter)
    position = 0

    def render(out: NDArray[np.float32], heard_at: float) -> None:
        nonlocal position
        indices = (position + np.arange(len(out))) % len(sound)
        out[:] = sound[indices, : out.shape[1]]
        position = (position + len(out)) % len(sound)

    speaker.start(render)
    threading.Event().wait()


if __name__ == "__main__":
    if sys.argv[1] == "music":
        music()
    else:
        clicks(int(sys.argv[2]), lambda at: print(at, flush=True))
