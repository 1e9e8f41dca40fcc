import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from tests.conftest import _start_screen
from tests.fixtures.windows import hear, listening, until


@pytest.fixture
def screen(monkeypatch):
    """An X server that the test may kill."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    for name in ("DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.setenv(name, os.environ[name])
    server = _start_screen()
    yield server
    server.kill()
    server.wait()


@contextmanager
def started(tmp_path):
    """The app in a process of its own, as soon as it opens something."""
    app = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "--new-window"],
        stderr=subprocess.PIPE, text=True,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path)},
    )  # fmt: skip
    try:
        log = tmp_path / "genre-monitor" / "genre-monitor.log"
        deadline = time.monotonic() + 30
        while not (log.exists() and "opening" in log.read_text()):
            assert app.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield app
    finally:
        app.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signal")
def test_closing_the_terminal_closes_the_window_and_keeps_the_settings(tmp_path):
    with started(tmp_path) as app:
        app.send_signal(signal.SIGHUP)
        _, said = app.communicate(timeout=20)
    assert app.returncode == 0
    assert "Traceback" not in said
    kept = tmp_path / "config" / "genre-monitor" / "genre-monitor.ini"
    assert "geometry" in kept.read_text()


def test_losing_the_display_ends_the_app_at_once_and_keeps_the_settings(screen, tmp_path):
    with started(tmp_path) as app:
        # Before the window is on the screen, an X library may exit the process itself.
        time.sleep(1.0)
        screen.kill()
        _, said = app.communicate(timeout=5)
    assert app.returncode == 1
    assert "Traceback" not in said
    assert "QThread" not in said
    kept = tmp_path / "config" / "genre-monitor" / "genre-monitor.ini"
    assert "geometry" in kept.read_text()


def test_a_window_shown_again_shows_the_current_sound(qtbot, window_and_monitor, machine):
    window, _ = window_and_monitor
    listening(qtbot, window)
    hear(machine)
    until(qtbot, lambda: window.live.frame is not None)
    window.hide()
    for _ in range(3):
        hear(machine, 1.0)
        qtbot.wait(100)
    window.show()
    painted = []
    window.live.painted.connect(lambda: painted.append(window.live.frame.end_sample))
    hear(machine, 0.1)
    until(qtbot, lambda: bool(painted) and painted[-1] > 5.5 * 22050)


def test_an_old_picture_that_is_painted_again_does_not_count_as_an_update(
    qtbot, window_and_monitor, machine
):
    window, _ = window_and_monitor
    listening(qtbot, window)
    painted = []
    window.live.painted.connect(lambda: painted.append(window.live.frame))
    hear(machine)
    until(qtbot, lambda: bool(painted) and painted[-1] is window.live.frame)
    qtbot.wait(100)
    before = len(painted)
    window.pages.show_laboratory()
    window.pages.show_live()
    qtbot.wait(100)
    assert len(painted) == before
