"""Runs the app in this process and prints the times of its start and its running costs as JSON.

Times are in seconds since the launch of the process was requested.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from statistics import median

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.panels.map_grid import Pointed

GUI_TICK_MS = 4
SETTLE_SECONDS = 3.0
PANELS = {
    "wave": "show_wave",
    "pixel": "show_pixel",
    "kernels": "show_kernels",
    "architecture": "show_architecture",
    "why": "why",
    "laboratory": "laboratory",
}
"""Panels that are closed at first, and the actions that open them."""
DEEP_LAYER = "conv3"
"""The layer whose sums have the most terms."""


class Watch:
    """Samples the window every few milliseconds on the GUI thread."""

    def __init__(self, window, asked_for, seconds, panels):
        self.found = {}
        self.longest = {"start": 0.0, "steady": 0.0}
        self.samples = {"windows_per_s": [], "pictures_per_s": [], "delay_ms": []}
        self._window = window
        self._asked_for = asked_for
        self._seconds = seconds
        self._panels = panels
        self._phase = "start"
        self._last_tick = time.perf_counter()
        self._cpu = self._steady_since = 0.0
        self._skipped_before = 0
        window.live.mfcc.painted.connect(lambda: self._note("window_painted_s"))
        self._timer = QTimer(window)
        self._timer.timeout.connect(self._tick)
        self._timer.start(GUI_TICK_MS)

    def _note(self, name):
        self.found.setdefault(name, time.time() - self._asked_for)

    def _tick(self):
        now = time.perf_counter()
        if "window_painted_s" in self.found:
            gap = now - self._last_tick - GUI_TICK_MS / 1000
            self.longest[self._phase] = max(self.longest[self._phase], gap)
        self._last_tick = now
        if self._window._monitor.status().running:
            self._note("listening_s")
        if "first_genre_s" not in self.found and self._window.live.genres.leading.text() != "–":
            self._note("first_genre_s")
            self._open_panels()
            QTimer.singleShot(int(1000 * SETTLE_SECONDS), self._begin_steady)
            QTimer.singleShot(int(1000 * (SETTLE_SECONDS + self._seconds)), QApplication.quit)
        if self._phase == "steady":
            self._sample(now)

    def _open_panels(self):
        for panel in self._panels:
            getattr(self._window.commands, PANELS[panel]).trigger()
        if "pixel" in self._panels:
            self._window.live.maps.show_layer(DEEP_LAYER)
            self._window.live.maps.grid.point_at(Pointed(0, 10, 0))

    def _begin_steady(self):
        self._phase = "steady"
        self._cpu, self._steady_since = time.process_time(), time.perf_counter()
        self._skipped_before = self._window.live.frame.skipped

    def _sample(self, now):
        frame, pace = self._window.live.frame, self._window._pace
        self.samples["windows_per_s"].append(frame.windows_per_s)
        self.samples["pictures_per_s"].append(pace.pictures_per_s(now))
        delay = pace.delay_s(now)
        if delay is not None:
            self.samples["delay_ms"].append(1000 * delay)

    def figures(self):
        frame = self._window.live.frame
        spent = time.perf_counter() - self._steady_since
        return {
            **self.found,
            **{name: median(values) for name, values in self.samples.items() if values},
            "cpu_share": (time.process_time() - self._cpu) / spent,
            "gui_block_start_ms": 1000 * self.longest["start"],
            "gui_block_ms": 1000 * self.longest["steady"],
            "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "skipped": frame.skipped - self._skipped_before,
            "lost": frame.lost,
        }


def main():
    asked_for, seconds, panels = float(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]

    from desktop_app.ui import application

    # The tour is for people.
    application.Settings().remember(tour_seen=True)

    watches = []
    built = application.MainWindow.__init__

    def build(window, *arguments):
        built(window, *arguments)
        watches.append(Watch(window, asked_for, seconds, panels))
        application.QApplication.instance().aboutToQuit.connect(
            lambda: print(json.dumps(watches[0].figures()))
        )

    application.MainWindow.__init__ = build
    application.run(None, "")


if __name__ == "__main__":
    main()
