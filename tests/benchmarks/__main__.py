"""Measures the app in a real window on a virtual screen, hearing music by a virtual microphone."""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from desktop_app.monitor import demo_clips
from tests.benchmarks.driver import PANELS
from tests.conftest import _start_screen
from tests.fixtures.virtual_microphone import VirtualMicrophone

LIMITS = {
    "window_painted_s": "≤ 1.2",
    "listening_s": "≤ 2.5",
    "first_genre_s": "≤ 5",
    "windows_per_s": "43",
    "pictures_per_s": "≥ 25",
    "delay_ms": "",
    "cpu_share": "≤ 0.35",
    "gui_block_start_ms": "",
    "gui_block_ms": "≤ 50",
    "rss_mb": "≤ 500",
    "skipped": "0",
    "lost": "0",
}


COLUMNS = ("windows_per_s", "pictures_per_s", "delay_ms", "cpu_share", "gui_block_ms", "skipped")
"""What is told of the panels."""


def run_once(seconds: float, panels: Sequence[str] = ()) -> dict[str, float]:
    """Start the app, open some panels, let it hear music, and bring back what it cost."""
    with tempfile.TemporaryDirectory() as settings:
        done = subprocess.run(
            [
                *(sys.executable, "-m", "tests.benchmarks.driver"),
                *(str(time.time()), str(seconds), *panels),
            ],
            env={**os.environ, "XDG_CONFIG_HOME": settings},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def keep_playing(microphone: VirtualMicrophone, clips: list[Path], stop: threading.Event) -> None:
    """Play clips in turn until told to stop."""
    while not stop.is_set():
        for clip in clips:
            player = microphone.play(clip)
            while player.poll() is None and not stop.is_set():
                time.sleep(0.05)
            player.terminate()
            player.wait()
            if stop.is_set():
                return


def tell_of_panels(seconds: float) -> None:
    """Print a table: what each panel costs when it is open beside the usual ones."""
    print(f"{'opened':14}" + "".join(f"{name:>15}" for name in COLUMNS))
    on_live = [panel for panel in PANELS if panel != "laboratory"]
    for panels in ([], *([panel] for panel in PANELS), on_live):
        run = run_once(seconds, panels)
        name = "all but it" if panels == on_live else "".join(panels) or "nothing"
        values = "".join(f"{run.get(column, float('nan')):15.2f}" for column in COLUMNS)
        print(f"{name:14}{values}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--seconds", type=float, default=30, help="of steady running, a start")
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument(
        "--panels", action="store_true", help="one start with every panel alone, and with all"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    options = parser.parse_args()
    screen = _start_screen()
    microphone = VirtualMicrophone()
    os.environ.update(microphone.environment)
    os.environ.pop("XDG_RUNTIME_DIR", None)
    stop = threading.Event()
    music = threading.Thread(target=keep_playing, args=(microphone, demo_clips(), stop))
    music.start()
    try:
        run_once(1.0)  # fills the disk cache: a first start after installing is another matter
        if options.panels:
            tell_of_panels(options.seconds)
            return
        runs = [run_once(options.seconds) for _ in range(options.starts)]
    finally:
        stop.set()
        music.join()
        microphone.close()
        if screen is not None:
            screen.terminate()
    if options.format == "json":
        machine = {"cpu": platform.processor(), "cores": os.cpu_count(), "python": sys.version}
        print(json.dumps({"machine": machine, "runs": runs}))
        return
    print(f"{'figure':20} {'median':>9} {'worst':>9}  asked for")
    for name, limit in LIMITS.items():
        values = [run[name] for run in runs if run.get(name) is not None]
        if values:
            worst = min(values) if limit.startswith("≥") else max(values)
            print(f"{name:20} {statistics.median(values):9.3f} {worst:9.3f}  {limit}")


if __name__ == "__main__":
    main()
