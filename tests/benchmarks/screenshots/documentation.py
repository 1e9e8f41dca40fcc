"""Takes the pictures in README and manual again, with the demo music.

``make screenshots``, or ``python -m tests.benchmarks.screenshots.documentation``, needs Xvfb, takes
about three minutes, and replaces the pictures in ``resources/screenshots``. Look at them
afterwards, and at the captions: a new model may hear other genres.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_app import APPLICATION
from desktop_app.bundled import OWN
from desktop_app.engine.inspector import MapPixel
from desktop_app.engine.monitor import Monitor
from desktop_app.panels.icons import app_icon
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings
from resources import resource
from tests.benchmarks.screenshots.played_microphone import PlayedMicrophone, listed, write_mix
from tests.benchmarks.screenshots.virtual_screen import virtual_screen

SIZE = (1280, 720)
TAKEN = "--taken-here"
KERNEL = 4
"""The kernel that is replaced; a pixel of its map is explained."""
SETTLING_MS = 200
"""From the last change of the window to the picture."""
LATE_S = 124.0
"""When the history has all of the demo music twice."""
Step = tuple[str, float]
"""Name of the picture to take, or empty, and seconds to wait before it."""


def main() -> int:
    """Take all pictures on a virtual screen."""
    if TAKEN in sys.argv:
        return _take()
    with virtual_screen(f"{SIZE[0]}x{SIZE[1]}", frames=False) as environment:
        command = [sys.executable, "-m", __spec__.name, TAKEN]
        return subprocess.run(command, env=environment, check=False).returncode


def _take() -> int:
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APPLICATION)
    app.setWindowIcon(app_icon())
    settings = Settings()
    settings.remember(tour_seen=True, theme="Light")
    with tempfile.TemporaryDirectory() as folder:
        monitor = Monitor(
            open_microphone=PlayedMicrophone,
            list_inputs=listed,
            refresh=lambda: None,
            sessions_folder=Path(folder),
        )
        window = MainWindow(monitor, settings)
        monitor.start()
        monitor.listen(None)
        window.controller.use_model(OWN)
        window.resize(*SIZE)
        window.move(0, 0)
        window.show()
        steps = _steps(window, Path(folder))

        def advance() -> None:
            step = next(steps, None)
            if step is None:
                window.close()
                return
            QTimer.singleShot(round(1000 * step[1]), lambda: save(step[0]))

        def save(name: str) -> None:
            # Neither a missing audio output nor this machine's folders concern the reader.
            window.banner.hide()
            window.status_line.clearMessage()
            QTimer.singleShot(SETTLING_MS, lambda: grab(name))

        def grab(name: str) -> None:
            if name:
                window.grab().save(str(resource("screenshots") / f"{name}.png"))
            advance()

        advance()
        status = app.exec()
        monitor.close()
    return status


def _steps(window: MainWindow, folder: Path) -> Iterator[Step]:
    """Lead the window from one picture to the next."""
    commands, live = window.commands, window.live

    def show(*keys: str) -> None:
        for key, action in commands.panels.items():
            action.setChecked(key in keys)

    usual = ("mfcc", "maps", "genres")
    show(*usual)
    yield "listening", 14.0

    show(*usual, "pixel")
    live.maps.grid.enlarge(KERNEL)
    yield "", 1.0
    commands.freeze.setChecked(True)
    live.maps.grid.pin(_brightest(live.maps.grid.maps))
    yield "sum", 1.0
    commands.freeze.setChecked(False)
    live.maps.grid.enlarge(None)

    show(*usual, "architecture")
    commands.why.trigger()
    yield "why", 12.0
    commands.why.trigger()

    show(*usual, "history")
    yield "", LATE_S - 28.0
    yield "history", 0.1

    commands.record.trigger()
    commands.session.trigger()
    yield "session", 12.0
    commands.record.trigger()

    commands.live.trigger()
    show(*usual, "wave", "kernels")
    live.kernels.choose(KERNEL)
    choice = live.kernels.named
    choice.setCurrentText("vertical line")
    choice.activated.emit(choice.currentIndex())
    yield "kernels", 5.0
    live.kernels.reset_all()

    commands.laboratory.trigger()
    assert window.pages.laboratory is not None
    window.pages.laboratory.step.steps.slider.setValue(6)
    yield "laboratory", 1.0

    commands.live.trigger()
    show(*usual)
    window.presentation.use_theme("Dark")
    window.controller.play([write_mix(folder / "mix.flac")])
    yield "file-dark", 14.0


def _brightest(maps: NDArray[np.float32] | None) -> MapPixel:
    """The pixel of the kernel's map with the largest value, apart from the edges."""
    assert maps is not None
    inner = maps[KERNEL, 30:70, 3:10]
    frame, coefficient = np.unravel_index(int(inner.argmax()), inner.shape)
    return MapPixel(KERNEL, 30 + int(frame), 3 + int(coefficient))


if __name__ == "__main__":
    sys.exit(main())
