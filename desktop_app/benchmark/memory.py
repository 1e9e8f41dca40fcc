"""Measures peak memory for one file of ten hours, for ten files and for a thousand files.

``python -m desktop_app.benchmark.memory`` runs ``genre-monitor analyze`` on each in a separate
process and prints JSON. It takes some minutes and half a gigabyte of disk space.
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
POLL_SECONDS = 0.02


def main() -> None:
    """Run all measurements and print them as one JSON object."""
    sound, rate = soundfile.read(demo_clips()[0], dtype="float32", always_2d=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        long = folder / "long.flac"
        written = 0.0
        with soundfile.SoundFile(long, "w", rate, sound.shape[1], compression_level=0.0) as file:
            while written < HOURS * 3600.0:
                file.write(sound)
                written += len(sound) / rate
        seconds, long_mb = _analyze(long, folder / "long.json")
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
            found[f"files_{count}_mb"] = _analyze(several, folder / f"{count}.csv")[1]
    print(json.dumps(found))


def _analyze(path: Path, output: Path) -> tuple[float, float]:
    """Run ``genre-monitor analyze``.

    Returns:
        Duration in seconds, and peak resident memory in MB.

    Raises:
        subprocess.CalledProcessError: the command failed.
    """
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "analyze", str(path), "-o", str(output)]
    )
    watched, peak = psutil.Process(process.pid), 0
    while process.poll() is None:
        try:
            peak = max(peak, watched.memory_info().rss)
        except psutil.NoSuchProcess:
            break
        time.sleep(POLL_SECONDS)
    if process.wait():
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return time.perf_counter() - begun, peak / 1e6


if __name__ == "__main__":
    main()
