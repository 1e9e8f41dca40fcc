"""Pictures of every page at every size in both themes, to be looked at after a change of the look.

``python -m tests.benchmarks.screenshots FOLDER`` needs Xvfb, and shows the windows' frames if
openbox is installed. It takes about eight minutes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.bundled import demo_clips
from desktop_app.engine.inspector import MapPixel
from desktop_app.engine.monitor import Monitor
from desktop_app.ui.application import run
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings
from tests.benchmarks.screenshots.virtual_screen import virtual_screen

SETTLING_MS = 900
"""From a change of the window to its picture."""
MUSIC_MS = 5000
"""From the start to the first picture, so that there is an answer."""


@dataclass(frozen=True)
class Case:
    """A screen and how it is used.

    Attributes:
        name: of the pictures.
        screen: its size in pixels.
        scale: of everything, as set in the system.
        zoom: of text and controls, as set in the window.
        maximised: whether the window fills the screen; otherwise it is as at its first start.
    """

    name: str
    screen: str
    scale: float = 1.0
    zoom: float = 1.0
    maximised: bool = False


CASES = (
    Case("1024x600", "1024x600"),
    Case("1280x720", "1280x720"),
    Case("1920x1080", "1920x1080", maximised=True),
    Case("2560x1440", "2560x1440", maximised=True),
    Case("presentation", "1920x1080", zoom=2.0, maximised=True),
    Case("200-percent", "2560x1440", scale=2.0),
    Case("200-percent-small", "1364x800", scale=2.0),
    Case("large-fonts", "1280x720", zoom=1.5),
    Case("large-fonts-1024x600", "1024x600", zoom=1.5),
)


def main() -> int:
    """Take the pictures of all cases, or of one of them."""
    parser = argparse.ArgumentParser(description="Take pictures of every page at every size.")
    parser.add_argument("folder", type=Path, help="folder for the pictures")
    parser.add_argument("--only", choices=[case.name for case in CASES], help="one of the sizes")
    parser.add_argument("--here", metavar="NAME", help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.here:
        return _photograph(options.folder, next(c for c in CASES if c.name == options.here))
    return max(_start(case, options.folder) for case in CASES if options.only in (None, case.name))


def _start(case: Case, folder: Path) -> int:
    """Run one case on a screen of its own; return its exit status."""
    with virtual_screen(case.screen, case.scale, frames=True) as environment:
        command = [sys.executable, "-m", "tests.benchmarks.screenshots"]
        command += [str(folder), "--here", case.name]
        return subprocess.run(command, env=environment, check=False).returncode


def _photograph(folder: Path, case: Case) -> int:
    """Go through all views on the present screen and save a picture of each."""

    def begin(window: MainWindow, _: Monitor) -> None:
        Settings().remember(tour_seen=True)
        window.presentation.zoom.choose(case.zoom)
        views = _views(window)

        if case.maximised:
            QTimer.singleShot(0, window.showMaximized)

        def advance() -> None:
            window.banner.hide()
            view = next(views, None)
            if view is None:
                window.presentation.show_whole()
                window.close()
                return
            QTimer.singleShot(SETTLING_MS, lambda: save(view))

        def save(view: str) -> None:
            picture = QGuiApplication.primaryScreen().grabWindow(0)
            picture.save(str(folder / f"{case.name}-{view}.png"))
            advance()

        QTimer.singleShot(MUSIC_MS, advance)

    return run([demo_clips()[-1]], "", begin)


def _views(window: MainWindow) -> Iterator[str]:
    """Change the window step by step; yield the name of what it then shows."""
    for theme in ("Light", "Dark"):
        window.presentation.use_theme(theme)
        for name, step in _steps(window).items():
            window.presentation.show_whole()
            window.commands.live.trigger()
            step()
            yield f"{name}-{theme.lower()}"
            window.tour.end()
            window.help.reader.close()
            for dialog in QApplication.topLevelWidgets():
                if dialog.isModal():
                    dialog.close()


def _steps(window: MainWindow) -> dict[str, Callable[[], None]]:
    """What is to be seen, and how to get there from the live page."""
    commands, panels = window.commands, window.commands.panels
    usual = ("mfcc", "maps", "genres")

    def show(*keys: str) -> None:
        for key, action in panels.items():
            action.setChecked(key in keys)

    def point() -> None:
        show(*usual, "pixel")
        window.live.maps.grid.pointed.emit(MapPixel(0, 50, 6))

    def experiment(pooling: bool, live: bool) -> None:
        commands.laboratory.trigger()
        page = window.pages.laboratory
        if page is not None:
            page.layers.setCurrentIndex(int(pooling))
            page.image.choice.setCurrentIndex(page.image.choice.count() - 1 if live else 0)
            page.image.choice.activated.emit(page.image.choice.currentIndex())
            page.step.steps.slider.setValue(6)

    def tour() -> None:
        show(*usual)
        commands.tour.trigger()

    def open_session() -> None:
        # Its dialog waits for an answer.
        QTimer.singleShot(0, commands.open_session.trigger)

    return {
        "live": lambda: show(*usual),
        "tour": tour,
        "kernels": lambda: show(*usual, "pixel", "kernels"),
        "sum": point,
        "below": lambda: show(*usual, "history", "architecture"),
        "everything": lambda: show(*panels),
        "laboratory": lambda: experiment(pooling=False, live=False),
        "laboratory-pooling": lambda: experiment(pooling=True, live=False),
        "laboratory-live": lambda: experiment(pooling=False, live=True),
        "session": commands.session.trigger,
        "open-session": open_session,
        "genre-only": commands.genre_only.trigger,
        "preferences": commands.preferences.trigger,
        "manual": commands.manual.trigger,
        "shortcuts": commands.shortcuts.trigger,
        "model-card": commands.model_card.trigger,
    }


if __name__ == "__main__":
    sys.exit(main())
