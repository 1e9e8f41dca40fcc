"""The processes that are measured, and those that give them something to hear or disturb them."""

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
    """Run a module in a process of its own: what it prints.

    Args:
        module: its name.
        arguments: for it.
        environment: what differs from this process's.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def watch_window(
    seconds: float, file: Path | None = None, panels: Sequence[str] = ()
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Run the window; see :class:`watched_window.Watch`.

    Args:
        seconds: how long, once it has settled.
        file: to play; None to listen.
        panels: to open, see :class:`watched_window.Watch`.

    Returns:
        The whole, and the samples.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.jsonl"
        # Settings of its own: the user's panels and model would change the figures.
        run_module(
            "desktop_app.benchmark.watched_window", str(time.time()), str(seconds), str(report),
            *(["--file", str(file)] if file else []),
            *(["--panels", *panels] if panels else []),
            environment={"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder},
        )  # fmt: skip
        *samples, whole = map(json.loads, report.read_text(encoding="utf-8").splitlines())
    return whole, samples


@contextmanager
def music() -> Iterator[None]:
    """The demo comes out of the loudspeaker, over and over."""
    with _running([sys.executable, "-m", "desktop_app.benchmark.test_signal", "music"]):
        yield


@contextmanager
def busy_cores() -> Iterator[None]:
    """Every core has other work to do."""
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
        count: how many.
        seconds: how long the window listens.

    Returns:
        Clock times at which they left the loudspeaker, and (painted, captured) of those seen.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "desktop_app.benchmark.test_signal", "clicks", str(count)],
        stdout=subprocess.PIPE, text=True,
    ) as player:  # fmt: skip
        whole, _ = watch_window(seconds)
        said, _ = player.communicate(timeout=60)
    return [float(line) for line in said.split()], whole["clicks"]


@contextmanager
def _running(command: list[str]) -> Iterator[None]:
    process = subprocess.Popen(command)
    try:
        yield
    finally:
        process.terminate()
        process.wait()
