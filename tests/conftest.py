"""For every test: its own screen and settings, and a check that no thread is left behind."""

import gc
import os
import shutil
import subprocess
import threading
import time
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtCore import QSettings

from tests.fixtures.certificates import authority
from tests.fixtures.command_line import cli, doubtful, refusing
from tests.fixtures.machine import machine
from tests.fixtures.monitor import monitor
from tests.fixtures.own_music import music, own_music
from tests.fixtures.windows import open_window, window_and_monitor

__all__ = [
    "authority", "cli", "doubtful", "machine", "monitor", "music", "open_window", "own_music",
    "refusing", "window_and_monitor",
]  # fmt: skip

# A machine that is busy with other work is no failure.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")

# The texts that tests expect, whatever the language of the machine.
os.environ["LANGUAGE"] = "en"

SHARED_DATA = Path(__file__).parents[2] / "shared" / "data"


def _start_screen() -> subprocess.Popen[bytes] | None:
    """Start a virtual X server, so that windows are real; without Xvfb, Qt draws offscreen."""
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return None
    read, write = os.pipe()
    server = subprocess.Popen(
        [xvfb, "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    os.environ["DISPLAY"] = f":{number}"
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    os.environ.pop("WAYLAND_DISPLAY", None)
    return server


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_screen] = _start_screen()
    # Otherwise any thread may look for garbage and delete the widgets of earlier tests, which ends
    # in a crash, or in two threads that wait for each other.
    gc.disable()


def pytest_unconfigure(config: pytest.Config) -> None:
    server = config.stash.get(_screen, None)
    if server is not None:
        server.terminate()
        server.wait()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that start a sound server; in parallel runs, start with the slow files.

    The files with sound come last, when no other test competes with real time for the processor.
    """
    for item in items:
        if isinstance(item, pytest.Function) and "only_sound_server" in vars(item.module):
            item.add_marker(pytest.mark.audio)
    if "PYTEST_XDIST_WORKER" in os.environ:
        slow = {item.path for item in items if item.get_closest_marker("slow")}
        items.sort(
            key=lambda item: (item.get_closest_marker("audio") is not None, item.path not in slow)
        )


_screen = pytest.StashKey[subprocess.Popen[bytes] | None]()


@pytest.fixture(autouse=True)
def own_settings(tmp_path, monkeypatch):
    """Keep the settings of each test apart from those of other tests and the developer's."""
    folder = str(tmp_path / "config")
    monkeypatch.setenv("XDG_CONFIG_HOME", folder)
    # Qt reads the variable once, when the process first asks for settings.
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)


@pytest.fixture(autouse=True)
def garbage_is_collected_here():
    """Look for garbage on the thread of the tests, after each of them."""
    yield
    gc.collect(1)


@pytest.fixture(autouse=True, scope="module")
def all_garbage_is_collected_here():
    """Look through everything that was created since, after each file of tests."""
    gc.freeze()
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def no_thread_left_behind():
    """Fails a test that leaves a thread running."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 2.0
    while left := [t for t in threading.enumerate() if t not in before and not t.daemon]:
        if time.monotonic() > deadline:
            pytest.fail(f"threads left behind: {', '.join(thread.name for thread in left)}")
        time.sleep(0.01)


@pytest.fixture(scope="session")
def clips() -> Path:
    """Real music, one folder per genre; skips where the training data is missing."""
    folder = SHARED_DATA / "clips"
    if not folder.is_dir():
        pytest.skip("the training data, whose clips are played here, is not on this machine")
    return folder
