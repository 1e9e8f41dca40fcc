"""Scaling of library analysis from one cluster worker to two, and the memory of a worker.

    python -m tests.benchmarks.cluster [--songs N]

builds a library of four-minute songs from the demo clip and extrapolates to larger libraries.
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
    """Measure with one and with two workers, and print the results."""
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
                f"{3600 * rates[-1]:.0f} per hour, {SONG_SECONDS * rates[-1]:.0f} times real time; "
                f"{megabytes:.0f} MB per worker",
                flush=True,
            )
    print(f"speed-up by the second worker: {100 * (rates[1] / rates[0] - 1):.0f} %")
    for words, tracks in LIBRARIES.items():
        hours = tracks / rates[0] / 3600
        print(
            f"{words}: {hours:.0f} hours with one worker, or {hours / HOURS:.0f} workers for a day"
        )


def _run(songs: Path, folder: Path, workers: int) -> tuple[float, float]:
    """Return the seconds for all songs at the steady rate, and the peak MB of a worker."""
    with ExitStack() as cluster:
        address = cluster.enter_context(scheduler())[0]
        running = [
            cluster.enter_context(worker(address, folder / f"{workers}-{number}"))
            for number in range(workers)
        ]
        processes = [psutil.Process(process.pid) for process in running]
        if hasattr(psutil.Process, "cpu_affinity"):
            # As on a machine with one worker per core.
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
    # The time of the header and of each worker's first song includes loading the model.
    steady = times[1 + workers :]
    per_song = (steady[-1] - steady[0]) / (len(steady) - 1)
    return per_song * (len(times) - 1), largest


if __name__ == "__main__":
    main()
