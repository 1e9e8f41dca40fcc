"""Measures the processor time of the window in its default arrangement, thread by thread."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import soundfile

from desktop_app.benchmark.processes import music, probe_window
from desktop_app.benchmark.window_probe import SETTLE_S
from desktop_app.bundled import demo_clips

START_S = 5.0
"""Enough for the window to start and to hear its first window of sound."""
MARGIN_S = 5.0
PLAYING, LISTENING = "playing a file", "listening"


def processor_use(seconds: float) -> Mapping[str, Mapping[str, float]]:
    """Measure while a file is played, and while an input is listened to.

    Args:
        seconds: length of each measurement, after the window has settled.

    Returns:
        ``PLAYING`` and ``LISTENING`` -> thread -> share of one core.

    Raises:
        subprocess.CalledProcessError: the window failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "music.flac"
        _write(file, START_S + SETTLE_S + seconds + MARGIN_S)
        playing, _ = probe_window(seconds, file, watch_blocks=False)
    with music():
        listening, _ = probe_window(seconds, watch_blocks=False)
    return {PLAYING: playing["threads"], LISTENING: listening["threads"]}


def _write(file: Path, seconds: float) -> None:
    """Write the demo's last clip over and over; the clip itself would end too soon."""
    clip, rate = soundfile.read(demo_clips()[-1], dtype="float32", always_2d=True)
    times = int(np.ceil(seconds * rate / len(clip)))
    soundfile.write(file, np.tile(clip, (times, 1)), rate)


def processor_table(use: Mapping[str, Mapping[str, float]]) -> str:
    """Format the shares as a Markdown table, in percent of one core."""
    lines = ["| thread | " + " | ".join(use) + " |", "| --- |" + " --- |" * len(use)]
    names = dict.fromkeys(name for shares in use.values() for name in shares)
    for name in names:
        row = (f"{100 * shares.get(name, 0.0):.1f} %" for shares in use.values())
        lines.append(f"| {name} | " + " | ".join(row) + " |")
    totals = (f"{100 * sum(shares.values()):.1f} %" for shares in use.values())
    lines.append("| all | " + " | ".join(totals) + " |")
    return "\n".join(lines)
