"""The memory that much sound takes, as JSON: one file of ten hours, ten files, a thousand.

``python -m desktop_app.benchmark.memory``: each is given to ``genre-monitor analyze`` in a process
of its own; it takes some minutes and half a gigabyte of disk.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import psutil
import soundfile

from desktop_app.bundled import demo_clips

HOURS = 10.0
FILE_SECONDS = 30.0
FEW, MANY = 10, 1000
LOOK_SECONDS = 0.02


def main() -> None:
    """See the module."""
    sound, rate = soundfile.read(demo_clips()[0], dtype="float32", always_2d=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        long = folder / "long.flac"
        written = 0.0
        with soundfile.SoundFile(long, "w", rate, sound.shape[1], compression_level=0.0) as file:
            while written < HOURS * 3600.0:
                file.write(sound)
                written += len(sound) / rate
        seconds, long_mb = _analyzed(long, folder / "long.json")
        found = {
            "long_hours": HOURS,
            "long_mb": long_mb,
            "long_ratio": written / seconds,
        }
        long.unlink()
        short = folder / "short.flac"
        soundfile.write(short, np.resize(sound, (round(FILE_SECONDS * rate), sound.shape[1])), rate)
        for count in (FEW, MANY):
            several = folder / str(count)
            several.mkdir()
            for number in range(count):
                os.link(short, several / f"{number:04}.flac")
            found[f"files_{count}_mb"] = _analyzed(several, folder / f"{count}.csv")[1]
    print(json.dumps(found))


def _analyzed(place: Path, output: Path) -> tuple[float, float]:
    """Seconds it took, and the most memory that was resident at a time, in MB."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "analyze", str(place), "-o", str(output)]
    )
    watched, most = psutil.Process(process.pid), 0
    while process.poll() is None:
        try:
            most = max(most, watched.memory_info().rss)
        except psutil.NoSuchProcess:
            break
        time.sleep(LOOK_SECONDS)
    if process.wait():
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return time.perf_counter() - begun, most / 1e6


if __name__ == "__main__":
    main()
