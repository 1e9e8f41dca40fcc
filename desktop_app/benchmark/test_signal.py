"""Plays clicks, or music for ever, to the loudspeaker; for a program that listens to it.

``python -m desktop_app.benchmark.test_signal clicks COUNT`` prints the clock time of each click;
``python -m desktop_app.benchmark.test_signal music`` plays the demo until it is ended.
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

APART_S = 1.0
FIRST_S = 1.5
RATE = 44100


def clicks(count: int, tell: Callable[[float], None]) -> None:
    """Play clicks a second apart.

    Args:
        count: how many.
        tell: told the clock time at which each will leave the loudspeaker.
    """
    speaker = Loudspeaker(RATE, 1, time.perf_counter)
    rate = speaker.rate
    due = [round((FIRST_S + number * APART_S) * rate) for number in range(count)]
    played = 0
    times: list[float] = []
    ended = threading.Event()

    def render(out: NDArray[np.float32], heard_at: float) -> None:
        nonlocal played
        out[:] = 0.0
        while due and due[0] < played + len(out):
            place = due.pop(0) - played
            out[place] = 0.9
            times.append(heard_at - (len(out) - place) / rate)
        played += len(out)
        if not due and played > (FIRST_S + count * APART_S) * rate:
            ended.set()

    speaker.start(render)
    ended.wait()
    speaker.close()
    for at in times:
        tell(at)


def music() -> None:
    """Play the demo, over and over, until the process is ended."""
    file = AudioFile(demo_clips()[0])
    sound = np.concatenate(list(file.blocks()))
    file.close()
    speaker = Loudspeaker(file.rate, min(2, file.channels), time.perf_counter)
    place = 0

    def render(out: NDArray[np.float32], heard_at: float) -> None:
        nonlocal place
        taken = (place + np.arange(len(out))) % len(sound)
        out[:] = sound[taken, : out.shape[1]]
        place = (place + len(out)) % len(sound)

    speaker.start(render)
    threading.Event().wait()


if __name__ == "__main__":
    if sys.argv[1] == "music":
        music()
    else:
        clicks(int(sys.argv[2]), lambda at: print(at, flush=True))
