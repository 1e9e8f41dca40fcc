"""How long the window takes to follow devices of a sound server that appear, go or become default.

    python -m tests.benchmarks.hot_plug pulseaudio|pipewire [--times N]

starts a server of its own and the window, which listens to the default input, on a screen or
offscreen. Times are counted from the command to the server until the window's list has changed,
or until it listens to the new default.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from statistics import median

from PySide6.QtCore import QTimer

from desktop_app.audio.input_devices import refresh
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.source_status import Activity
from desktop_app.ui.application import run
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings
from tests.fixtures import pipewire, virtual_microphone
from tests.fixtures.pipewire import PipeWire
from tests.fixtures.virtual_microphone import VirtualMicrophone

SERVERS = {"pulseaudio": VirtualMicrophone, "pipewire": PipeWire}
MISSING = {"pulseaudio": virtual_microphone.missing, "pipewire": pipewire.missing}
APPEARS, GOES, DEFAULT = "a device appears", "a device goes", "another one becomes the default"
LIMIT_S = 20.0
LOOK_S = 0.005


class HotPlug:
    """Plugs devices in and out while the window runs, and then closes it."""

    def __init__(self, server: VirtualMicrophone | PipeWire, times: int) -> None:
        self._server, self._times = server, times
        self._listed: frozenset[str] = frozenset()
        self.seconds: dict[str, list[float]] = {APPEARS: [], GOES: [], DEFAULT: []}

    def observe(self, window: MainWindow, monitor: Monitor) -> None:
        """Look at the window's list as often as can be told apart."""
        devices = window.source_bar.devices

        def look() -> None:
            self._listed = frozenset(devices.itemText(row) for row in range(devices.count()))
            if not measuring.is_alive():
                window.close()

        measuring = threading.Thread(target=self._measure, args=(monitor,))
        timer = QTimer(window)
        timer.setInterval(round(1000 * LOOK_S))
        timer.timeout.connect(look)
        window.first_paint.appeared.connect(measuring.start)
        window.first_paint.appeared.connect(timer.start)

    def _measure(self, monitor: Monitor) -> None:
        def listens_to(name: str) -> bool:
            status = monitor.status()
            listens = status.activity in (Activity.LISTENING, Activity.SILENT)
            return listens and name in status.source

        def listed(name: str) -> bool:
            return any(name in each for each in self._listed)

        def timed(what: str, condition: Callable[[], bool], *command: str) -> str:
            _pause()
            begun = time.perf_counter()
            answer = self._server.control(*command)
            _wait(condition)
            self.seconds[what].append(time.perf_counter() - begun)
            return answer

        self._server.control(*_device("Desk"))
        for number in range(self._times):
            # Otherwise PipeWire makes the next one the default by itself.
            self._server.control("set-default-source", "Desk.monitor")
            _wait(lambda: listens_to("Desk"))
            name = f"Plugged-{number}"
            module = timed(APPEARS, lambda name=name: listed(name), *_device(name))
            timed(
                DEFAULT,
                lambda name=name: listens_to(name),
                "set-default-source", f"{name}.monitor",
            )  # fmt: skip
            timed(GOES, lambda name=name: not listed(name), "unload-module", module)


def _device(name: str) -> tuple[str, ...]:
    properties = f"sink_properties=device.description={name}"
    return ("load-module", "module-null-sink", f"sink_name={name}", properties)


def _wait(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LIMIT_S
    while not condition():
        if time.monotonic() > deadline:
            raise RuntimeError(f"It did not happen in {LIMIT_S:g} s.")
        time.sleep(LOOK_S)


def _pause() -> None:
    # What collects changes for a while is met at any moment of it.
    time.sleep(random.uniform(0.5, 1.5))


def main() -> int:
    """Measure and print median and worst."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.hot_plug")
    parser.add_argument("server", choices=SERVERS)
    parser.add_argument("--times", type=int, default=30)
    options = parser.parse_args()
    if absent := MISSING[options.server]():
        parser.error(f"install {', '.join(absent)}")
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME"), folder)
        server = SERVERS[options.server]()
        try:
            os.environ |= server.environment
            refresh()
            Settings().remember(tour_seen=True)
            plugging = HotPlug(server, options.times)
            run([], "", plugging.observe)
        finally:
            server.close()
    for what, seconds in plugging.seconds.items():
        if len(seconds) < options.times:
            return 1
        print(
            f"{what}: median {median(seconds):.2f} s, worst {max(seconds):.2f} s of {len(seconds)}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
