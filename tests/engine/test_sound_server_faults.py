"""A real sound server that dies, returns or hangs while a monitor uses it."""

import os
import signal
import subprocess
import sys
import time

import pytest

from desktop_app.audio.server_events import ServerEvents
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.source_status import Activity
from tests.fixtures.files import write
from tests.fixtures.virtual_microphone import only_sound_server
from tests.fixtures.waiting import until

LISTENING = """
import sys
from PySide6.QtCore import QTimer
from desktop_app.ui.application import run

def observe(window, monitor):
    def look():
        print(monitor.status().activity.value, flush=True)
    timer = QTimer(window)
    timer.timeout.connect(look)
    timer.start(100)

sys.exit(run([], "", observe))
"""


@pytest.fixture
def server():
    with only_sound_server() as server:
        yield server


@pytest.fixture
def monitor(server):
    monitor = Monitor()
    monitor.start()
    monitor.listen()
    is_(monitor, Activity.LISTENING, Activity.SILENT)
    yield monitor
    server.resume()
    monitor.close()
    # PortAudio does not support two callers at once.
    deadline = time.monotonic() + 30
    while monitor.stuck and time.monotonic() < deadline:
        time.sleep(0.1)


def is_(monitor, *wanted, seconds=20.0):
    deadline = time.monotonic() + seconds
    while monitor.status().activity not in wanted:
        assert time.monotonic() < deadline, monitor.status()
        time.sleep(0.01)


def test_listening_resumes_after_the_sound_server_is_restarted(monitor, server):
    server.kill()
    is_(monitor, Activity.RECOVERING)
    assert "stopped responding" in monitor.status().message
    time.sleep(1.5)
    assert "No sound server or sound card is responding" in monitor.status().message
    server.restart()
    begun = time.monotonic()
    is_(monitor, Activity.LISTENING, Activity.SILENT)
    assert time.monotonic() - begun < 3.0
    assert monitor.status().source


def test_listening_resumes_after_the_sound_server_hung(monitor, server):
    server.hang()
    is_(monitor, Activity.NO_SIGNAL)
    is_(monitor, Activity.RECOVERING)
    assert "for 2 s" in monitor.status().message
    longest = 0.0
    for _ in range(300):
        begun = time.monotonic()
        monitor.status()
        longest = max(longest, time.monotonic() - begun)
        time.sleep(0.01)
    assert longest < 0.05
    server.resume()
    is_(monitor, Activity.LISTENING, Activity.SILENT, seconds=40.0)


def test_a_new_system_default_is_followed_and_named(monitor, server, tmp_path):
    events = ServerEvents(monitor.list_inputs)
    events.start()
    before = monitor.status().source
    loudspeaker = server.another_default()
    begun = time.monotonic()
    until(lambda: monitor.status().source not in (before, "the default input"))
    assert time.monotonic() - begun < 2.0
    is_(monitor, Activity.LISTENING, Activity.SILENT)
    assert monitor.status().rate == 48_000
    player = server.play(write(tmp_path / "x.wav", 20.0, 44100), loudspeaker)
    deadline = time.monotonic() + 10.0
    while not ((frame := monitor.worker.frames.take()) and frame.level.rms_dbfs > -40.0):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    player.terminate()
    player.wait()
    events.close()


def listening_window(tmp_path):
    places = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    window = subprocess.Popen(
        [sys.executable, "-c", LISTENING], env={**os.environ, **places},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    return window


def wait_for(window, word):
    for line in window.stdout:
        if line.strip() == word:
            return
    raise AssertionError(f"never {word}: {window.stderr.read()}")


@pytest.mark.parametrize("hung", [False, True])
def test_closing_takes_less_than_two_seconds(server, tmp_path, hung):
    window = listening_window(tmp_path)
    wait_for(window, "listening")
    if hung:
        server.hang()
        wait_for(window, "recovering")
    begun = time.monotonic()
    window.send_signal(signal.SIGTERM)
    _, errors = window.communicate(timeout=30)
    assert time.monotonic() - begun < 2.5
    assert window.returncode == 0
    assert "QThread" not in errors
    assert "Traceback" not in errors
