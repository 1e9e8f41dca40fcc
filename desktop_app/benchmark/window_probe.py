"""Runs the real window for a while and records its delay, load and screen updates.

REPORT receives one JSON object per line: a sample per second, and finally a summary.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import numpy as np
import psutil
from PySide6.QtCore import QObject, Qt, QTimer

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.benchmark.thread_time import WINDOW, shares, thread_seconds
from desktop_app.engine.inspector import MapPixel
from desktop_app.quick_import import quick_import
from model.features import WINDOW_FRAMES

if TYPE_CHECKING:
    from desktop_app.engine.monitor import Monitor
    from desktop_app.ui.main_window import MainWindow

BLOCK_PROBE_MS = 10
SAMPLE_MS = 1000
SETTLE_S = 5.0
"""Pause after the first whole window, until devices and caches have settled."""
CLICK_COLUMNS, MIN_CLICK_INTERVAL_S = 12, 0.5
CLICK_RISE = 60.0
"""Rise of coefficient 0 over the quietest column before it that counts as a click."""
MAX_DELAY_MS = 5000
PANELS = ("wave", "pixel", "kernels", "architecture", "why", "laboratory")
"""What is closed by default and can be opened for the measurement."""
DEEP_LAYER = "conv3"
"""The layer whose sums have the most terms."""


class WindowProbe(QObject):
    """Measures a window from within the GUI thread.

    A sample holds ``at_s``; ``delay_ms``, median over two seconds from sound to screen;
    ``cpu_share`` of one core; ``rss_mb``, resident memory; ``windows_per_s``; and the totals
    ``skipped`` (windows) and ``lost`` (sample frames).

    The summary holds ``painted_s`` and ``first_genre_s``, counted from the start of the process;
    ``cpu_share`` and ``windows`` per second, means of the samples; the last ``rss_mb``, ``skipped``
    and ``lost``; ``threads``, the share of one core of each thread by its name, and ``cpu_window``,
    that of the GUI thread; ``delay_ms``, with ``p50`` and ``p95`` over all screen updates;
    ``gui_block_ms``, the longest block of the GUI thread, None if that was not watched;
    ``pictures``, screen updates per second; ``source``, its name; and ``clicks``, the clock times
    (painted, captured) of each loud column after quiet ones.
    """

    def __init__(
        self,
        window: MainWindow,
        monitor: Monitor,
        started: float,
        seconds: float,
        report: TextIO,
        panels: Sequence[str],
        *,
        watch_blocks: bool,
    ) -> None:
        """Start to measure.

        Args:
            window: not shown yet.
            monitor: of the window.
            started: start of the process, in seconds since the epoch.
            seconds: length of the measurement after the window has settled; then it is closed.
            report: file for samples and summary.
            panels: names from ``PANELS``, opened as soon as a genre is shown.
            watch_blocks: whether to look for the longest block of the GUI thread.
        """
        super().__init__(window)
        self._window, self._monitor = window, monitor
        self._started, self._seconds, self._report = started, seconds, report
        self._panels = panels
        self._summary: dict[str, Any] = {"clicks": []}
        self._process = psutil.Process()
        self._settled_at = float("inf")
        self._cpu_s, self._sampled_at = self._cpu(), time.perf_counter()
        self._clicked_at = self._probed_at = self._longest_s = 0.0
        self._updates = self._samples = 0
        self._cpu_sum = self._windows_sum = 0.0
        self._threads_s, self._counted_from = thread_seconds(), 0.0
        self._delays = np.zeros(MAX_DELAY_MS + 1, np.int64)
        window.first_paint.appeared.connect(self._note_appeared)
        window.live.painted.connect(self._note_painted)
        self._watch_blocks = watch_blocks
        self._timers = [self._timer(SAMPLE_MS, self._sample)]
        if watch_blocks:
            self._timers.append(self._timer(BLOCK_PROBE_MS, self._probe_blocks))

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(act)
        timer.start(milliseconds)
        return timer

    def _note_appeared(self) -> None:
        self._summary["painted_s"] = time.time() - self._started

    def _note_painted(self) -> None:
        now, frame = time.perf_counter(), self._window.live.frame
        if frame is None:
            return
        if "first_genre_s" not in self._summary and self._window.presenter.answered is not None:
            self._summary["first_genre_s"] = time.time() - self._started
            self._open_panels()
        if len(frame.mfcc) == WINDOW_FRAMES:
            self._settled_at = min(self._settled_at, now + SETTLE_S)
        if now >= self._settled_at:
            self._updates += 1
            delay_s = now - frame.heard_at + self._monitor.state.latency_s
            self._delays[min(MAX_DELAY_MS, max(0, round(1000 * delay_s)))] += 1
        self._detect_click(now, frame)

    def _open_panels(self) -> None:
        commands = self._window.commands
        actions = commands.panels | {"why": commands.why, "laboratory": commands.laboratory}
        for panel in self._panels:
            actions[panel].trigger()
        if "pixel" in self._panels:
            self._window.live.maps.show_layer(DEEP_LAYER)
            self._window.live.maps.grid.pin(MapPixel(0, 10, 0))

    def _detect_click(self, now: float, frame: AnalysisFrame) -> None:
        loudness = frame.mfcc[-CLICK_COLUMNS:, 0]
        if len(loudness) < CLICK_COLUMNS or now - self._clicked_at < MIN_CLICK_INTERVAL_S:
            return
        if loudness[-CLICK_COLUMNS // 2 :].max() - loudness.min() > CLICK_RISE:
            self._clicked_at = now
            self._summary["clicks"].append((now, frame.heard_at))

    def _probe_blocks(self) -> None:
        now = time.perf_counter()
        if self._probed_at > self._settled_at:
            self._longest_s = max(self._longest_s, now - self._probed_at - BLOCK_PROBE_MS / 1000)
        self._probed_at = now

    def _sample(self) -> None:
        now, cpu_s = time.perf_counter(), self._cpu()
        share = (cpu_s - self._cpu_s) / (now - self._sampled_at)
        self._cpu_s, self._sampled_at = cpu_s, now
        if now < self._settled_at + SAMPLE_MS / 1000:
            self._threads_s, self._counted_from = thread_seconds(), now
            return
        frame, delay_s = (
            self._window.live.frame,
            self._window.frame_rate.delay_s(now),
        )
        sample = {
            "at_s": now - self._settled_at,
            "delay_ms": None if delay_s is None else 1000 * delay_s,
            "cpu_share": share,
            "rss_mb": self._process.memory_info().rss / 1e6,
            "windows_per_s": frame.windows_per_s if frame else 0.0,
            "skipped": frame.skipped if frame else 0,
            "lost": frame.lost if frame else 0,
        }
        self._samples += 1
        self._cpu_sum += share
        self._windows_sum += sample["windows_per_s"] or 0.0
        print(json.dumps(sample), file=self._report, flush=True)
        if now > self._settled_at + self._seconds:
            self._finish(now - self._settled_at, sample)

    def _finish(self, seconds: float, sample: dict[str, Any]) -> None:
        for timer in self._timers:
            timer.stop()
        threads = shares(
            self._threads_s, thread_seconds(), time.perf_counter() - self._counted_from
        )
        self._summary |= {
            "rss_mb": sample["rss_mb"],
            "skipped": sample["skipped"],
            "lost": sample["lost"],
            "cpu_share": self._cpu_sum / self._samples,
            "threads": threads,
            "cpu_window": threads[WINDOW],
            "windows": self._windows_sum / self._samples,
            "pictures": self._updates / seconds,
            "gui_block_ms": 1000 * self._longest_s if self._watch_blocks else None,
            "delay_ms": {"p50": self._delay(0.5), "p95": self._delay(0.95)},
            "source": self._monitor.status().source,
        }
        print(json.dumps(self._summary), file=self._report, flush=True)
        self._window.close()

    def _delay(self, share: float) -> int:
        return int(np.searchsorted(self._delays.cumsum(), share * self._delays.sum()))

    def _cpu(self) -> float:
        spent = self._process.cpu_times()
        return float(spent.user + spent.system)


def main(arguments: list[str]) -> int:
    """Run the window with a probe and return its exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "started", type=float, help="start of the process, in seconds since the epoch"
    )
    parser.add_argument("seconds", type=float)
    parser.add_argument("report", type=Path)
    parser.add_argument("--file", type=Path, help="file to play (default: listen)")
    parser.add_argument("--panels", nargs="+", choices=PANELS, default=())
    parser.add_argument(
        "--told", nargs="+", default=(), metavar="KIND=TEXT", help="other programs that are told"
    )
    parser.add_argument(
        "--no-blocks",
        action="store_true",
        help="do not look for blocks of the GUI thread, which takes a hundredth of a core itself",
    )
    options = parser.parse_args(arguments)
    told = dict(one.split("=", 1) for one in options.told)
    # As for a start from the command line, whose time is measured.
    application = quick_import("desktop_app.ui.application")
    settings = quick_import("desktop_app.ui.settings")
    # The tour would cover the window and be painted with it.
    settings.Settings().remember(
        tour_seen=True, **{f"send_{kind}": text for kind, text in told.items()}
    )
    with options.report.open("w", encoding="utf-8") as report:

        def observe(window: MainWindow, monitor: Monitor) -> None:
            # The window is the probe's parent and keeps it alive.
            WindowProbe(
                window, monitor, options.started, options.seconds, report, options.panels,
                watch_blocks=not options.no_blocks,
            )  # fmt: skip

        return int(application.run([options.file] if options.file else [], "", observe))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
