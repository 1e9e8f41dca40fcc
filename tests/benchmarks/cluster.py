"""How a library's analysis scales from one worker of a cluster to two, and what a worker needs.

    python -m tests.benchmarks.cluster [--songs N]

makes a library of songs of four minutes out of the demo, and works out what follows for others.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import psutil
import soundfile

from desktop_app.bundled import demo_clips
from tests.fixtures.cluster import scheduler, worker

SONG_SECONDS = 240
LIBRARIES = {"a million tracks": 1e6, "a hundred million tracks": 1e8}
HOURS = 24


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.cluster", description=__doc__)
    parser.add_argument("--songs", type=int, default=60)
    options = parser.parse_args()
    os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    with tempfile.TemporaryDirectory() as folder:
        songs = Path(folder) / "songs"
        songs.mkdir()
        sound, rate = soundfile.read(demo_clips()[0], dtype="float32")
        whole = np.concatenate([sound] * (SONG_SECONDS * rate // len(sound) + 1))
        first = songs / "0.flac"
        soundfile.write(first, whole[: SONG_SECONDS * rate], rate)
        for number in range(1, options.songs):
            os.link(first, songs / f"{number}.flac")
        rates = []
        for workers in (1, 2):
            seconds, megabytes = _run(songs, Path(folder), workers)
            rates.append(options.songs / seconds)
            print(
                f"{workers} worker(s): {options.songs} songs in {seconds:.1f} s, "
                f"{3600 * rates[-1]:.0f} an hour, {SONG_SECONDS * rates[-1]:.0f} times real time; "
                f"a worker takes {megabytes:.0f} MB",
                flush=True,
            )
    print(f"the second worker brings {100 * (rates[1] / rates[0] - 1):.0f} %")
    for words, tracks in LIBRARIES.items():
        hours = tracks / rates[0] / 3600
        print(f"{words}: {hours:.0f} hours of one worker, {hours / HOURS:.0f} workers for a day")


def _run(songs: Path, folder: Path, workers: int) -> tuple[float, float]:
    """Seconds from the first result on, scaled to all songs, and the largest worker's memory."""
    with ExitStack() as cluster:
        address = cluster.enter_context(scheduler())[0]
        running = [
            cluster.enter_context(worker(address, folder / f"{workers}-{number}"))
            for number in range(workers)
        ]
        processes = [psutil.Process(process.pid) for process in running]
        if hasattr(psutil.Process, "cpu_affinity"):
            # As on a machine of which every core has a worker of its own.
            for number, process in enumerate(processes):
                process.cpu_affinity([number % psutil.cpu_count()])
        largest = 0.0
        stopping = threading.Event()

        def watch() -> None:
            nonlocal largest
            while not stopping.wait(0.2):
                largest = max(largest, *(p.memory_info().rss / 1e6 for p in processes))

        watching = threading.Thread(target=watch)
        watching.start()
        command = [
            sys.executable, "-m", "desktop_app", "analyze", str(songs), "--format", "csv",
            "--scheduler", address,
        ]  # fmt: skip
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as analyze:
            assert analyze.stdout is not None
            times = [time.monotonic() for _ in analyze.stdout]
        stopping.set()
        watching.join()
    # The header and each worker's first song come with the loading of the model.
    steady = times[1 + workers :]
    per_song = (steady[-1] - steady[0]) / (len(steady) - 1)
    return per_song * (len(times) - 1), largest


if __name__ == "__main__":
    main()
