"""Runs the measurements in separate processes, with others that play sound or keep cores busy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

BUSY = "while True: pass"


def run_module(module: str, *arguments: str, environment: Mapping[str, str]) -> str:
    """Run a module in a separate process.

    Args:
        module: dotted name.
        arguments: of its command line.
        environment: variables to set, in addition to those of this process.

    Returns:
        Its standard output.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def probe_window(
    seconds: float,
    file: Path | None = None,
    panels: Sequence[str] = (),
    told: Mapping[str, str] | None = None,
    *,
    watch_blocks: bool = True,
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Run the window with a :class:`window_probe.WindowProbe`.

    Args:
        seconds: length of the measurement, after the window has settled.
        file: to play; None to listen.
        panels: names of the panels to open, from :data:`window_probe.PANELS`.
        told: kind -> address of the other programs that are told, as in
            :data:`desktop_app.outputs.sending.KINDS`.
        watch_blocks: whether to look for the longest block of the GUI thread, which takes a
            hundredth of a core itself.

    Returns:
        The summary, and the samples.

    Raises:
        subprocess.CalledProcessError: the window failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.jsonl"
        # With default settings, because the user's panels and model would change the figures.
        run_module(
            "desktop_app.benchmark.window_probe", str(time.time()), str(seconds), str(report),
            *(["--file", str(file)] if file else []),
            *(["--panels", *panels] if panels else []),
            *(["--told", *(f"{kind}={text}" for kind, text in told.items())] if told else []),
            *([] if watch_blocks else ["--no-blocks"]),
            environment={"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder},
        )  # fmt: skip
        *samples, summary = map(json.loads, report.read_text(encoding="utf-8").splitlines())
    return summary, samples


@contextmanager
def music() -> Iterator[None]:
    """Loop the demo through the loudspeaker during the context."""
    with _running([sys.executable, "-m", "desktop_app.benchmark.test_signal", "music"]):
        yield


@contextmanager
def busy_cores() -> Iterator[None]:
    """Keep every core busy with other work during the context."""
    others = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for other in others:
            other.kill()
            other.wait()


def clicks(count: int, seconds: float) -> tuple[list[float], list[tuple[float, float]]]:
    """Play clicks while the window listens.

    Args:
        count: number of clicks.
        seconds: how long the window listens, after it has settled.

    Returns:
        Clock times at which the clicks left the loudspeaker, and the clock times (painted,
        captured) of those that the window showed.

    Raises:
        subprocess.CalledProcessError: the window failed.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "desktop_app.benchmark.test_signal", "clicks", str(count)],
        stdout=subprocess.PIPE, text=True,
    ) as player:  # fmt: skip
        summary, _ = probe_window(seconds)
        printed, _ = player.communicate(timeout=60)
    return [float(line) for line in printed.split()], summary["clicks"]


@contextmanager
def _running(command: list[str]) -> Iterator[None]:
    process = subprocess.Popen(command)
    try:
        yield
    finally:
        process.terminate()
        process.wait()
