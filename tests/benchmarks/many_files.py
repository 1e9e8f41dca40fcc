"""How ``genre-monitor analyze`` fares with a hundred thousand files.

    python -m tests.benchmarks.many_files [--files N] [--analyze M] [--jobs J] [--format csv|json]

makes a tree of N short files, most of them hard links, analyses the first M of them, stops with
Ctrl-C, pretends that all but the last hundred are done, resumes, and checks that each file is in
the output once. Printed are times, and the memory of the command and of its workers.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import soundfile

from desktop_app.bundled import demo_clips

SECONDS, RATE = 2.5, 8000
"""Just longer than one window, so that each file takes the whole way to its genre."""
ORIGINALS = 500
"""Files of their own; file systems limit the number of links to each."""
IN_A_FOLDER = 100
LEFT = 100
POINTS = 10
"""How often memory is measured during the analysis."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.many_files")
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--analyze", type=int, default=20_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--format", choices=("csv", "json"), default="csv")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        tree, output = Path(name, "tree"), Path(name, f"genres.{options.format}")
        begun = time.perf_counter()
        _make(tree, options.files)
        print(f"{options.files} files made in {time.perf_counter() - begun:.1f} s", flush=True)
        command = [
            sys.executable, "-m", "desktop_app", "analyze", str(tree), "--recursive",
            "--jobs", str(options.jobs), "-o", str(output),
        ]  # fmt: skip
        _analyze(command, output, options.analyze)
        _pretend(output, sorted(map(str, tree.rglob("*.wav")))[:-LEFT])
        _resume(command, output)
        times = Counter(_names(output))
        print(f"in the output: {len(times)} files, each at most {max(times.values())} time(s)")


def _make(tree: Path, count: int) -> None:
    sound, rate = soundfile.read(demo_clips()[0], dtype="float32", always_2d=True)
    mono = sound[:, 0][:: rate // RATE]
    length = int(SECONDS * RATE)
    starts = np.linspace(0, len(mono) - length - 1, min(ORIGINALS, count)).astype(int)
    paths = [tree / f"{n // IN_A_FOLDER:05}" / f"{n % IN_A_FOLDER:02}.wav" for n in range(count)]
    for folder in {path.parent for path in paths}:
        folder.mkdir(parents=True)
    for number, path in enumerate(paths):
        if number < len(starts):
            part = mono[starts[number] : starts[number] + length]
            soundfile.write(path, part, RATE, "PCM_U8")
        else:
            path.hardlink_to(paths[number % len(starts)])


def _analyze(command: list[str], output: Path, count: int) -> None:
    """Analyse so many files, print the memory meanwhile, and stop with Ctrl-C."""
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        begun = time.perf_counter()
        first = 0.0
        records = _new_records(process, output)
        for done in records:
            now = time.perf_counter() - begun
            if not first:
                first = now
                print(f"first result after {first:.1f} s", flush=True)
            if done % max(count // POINTS, 1) == 0:
                rate = done / (now - first) if now > first else 0.0
                print(f"{done:7} files, {rate:5.0f} per second; {_memory(process)}", flush=True)
            if done >= count:
                break
        process.send_signal(signal.SIGINT)
        stopped = time.perf_counter()
        _, said = process.communicate()
        print(f"stopped after {time.perf_counter() - stopped:.2f} s: {said.strip()}", flush=True)


def _resume(command: list[str], output: Path) -> None:
    size = output.stat().st_size / 1e6
    with subprocess.Popen([*command, "--resume"]) as process:
        begun = time.perf_counter()
        largest = 0
        first = None
        for _ in _new_records(process, output):
            first = first or time.perf_counter() - begun
            largest = max(largest, psutil.Process(process.pid).memory_info().rss)
        print(
            f"resume of {size:.0f} MB: first new result after {first or 0.0:.1f} s, finished with "
            f"{process.wait()} after {time.perf_counter() - begun:.1f} s; "
            f"peak memory of the command {largest / 1e6:.0f} MB",
            flush=True,
        )


def _new_records(process: subprocess.Popen[str], output: Path) -> Iterator[int]:
    """Yield the number of each record that is added to the output, as long as the process runs."""
    while not output.exists() and process.poll() is None:
        time.sleep(0.01)
    done = -1 if output.suffix == ".csv" and not output.stat().st_size else 0
    with output.open("rb") as file:
        file.seek(0, os.SEEK_END)
        running = True
        while running:
            running = process.poll() is None
            for _ in range(file.read().count(b"\n")):
                done += 1
                if done > 0:
                    yield done
            time.sleep(0.01)


def _memory(process: subprocess.Popen[str]) -> str:
    command = psutil.Process(process.pid)
    parts = [("command", command), *(("worker", child) for child in command.children())]
    return ", ".join(f"{name} {of.memory_info().rss / 1e6:.1f} MB" for name, of in parts)


def _pretend(output: Path, names: list[str]) -> None:
    """Add records of all these files, as if they had been analysed."""
    done = set(_names(output))
    with output.open("a", encoding="utf-8", newline="") as file:
        lines = output.read_text(encoding="utf-8").splitlines(keepends=True)
        like = next(reversed(lines))
        found = next(name for name in done if name in like)
        for name in names:
            if name not in done:
                file.write(like.replace(found, name))


def _names(output: Path) -> Iterator[str]:
    with output.open(encoding="utf-8", newline="") as file:
        for number, line in enumerate(file):
            if output.suffix == ".json":
                yield json.loads(line)["file"]
            elif number:
                yield line.partition(",")[0]


if __name__ == "__main__":
    main()
