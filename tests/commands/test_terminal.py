"""The monitor in the terminal, on a machine without a display."""

import os
import re
import signal
import subprocess
import sys
import time

import pytest

from tests.fixtures.files import bad_files, write

HEADLESS = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
NO_SOUND = {"PULSE_SERVER": "unix:/nowhere", "XDG_RUNTIME_DIR": "/nowhere"}

ANSWER = r"([A-Z][a-z]+( or [A-Z][a-z]+)? +\d+ %|Not sure)"


def start(*arguments, **environment):
    return subprocess.Popen(
        [sys.executable, "-m", "desktop_app", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **HEADLESS, **NO_SOUND, **environment},
    )


@pytest.mark.slow
def test_a_file_plays_to_its_end_in_real_time(tmp_path):
    begun = time.monotonic()
    process = start(write(tmp_path / "x.wav", 8.0, kind="music"))
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert time.monotonic() - begun > 7.5
    assert err.splitlines()[0] == (
        "genre-monitor: There is no display, so no window can open. "
        "Running in the terminal instead; press Ctrl-C to stop."
    )
    assert "Files play silently." in err
    lines = out.splitlines()
    assert 7 <= len(lines) <= 12
    assert re.fullmatch(rf" +0:0\d  ended +Music +{ANSWER}", lines[-1])


@pytest.mark.slow
def test_without_a_microphone_the_demo_runs_until_ctrl_c():
    process = start()
    lines = [process.stdout.readline() for _ in range(6)]
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "Playing the demo instead." in err
    assert "Traceback" not in err
    assert any(re.search(rf"playing +Music +{ANSWER}", line) for line in [*lines, out])


def test_a_stale_wayland_display_is_ignored():
    process = start(WAYLAND_DISPLAY="nope")
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert err.startswith("genre-monitor: There is no display")
    assert process.returncode == 0


def test_a_display_that_does_not_respond_is_named():
    process = start(DISPLAY=":4711")
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert err.startswith("genre-monitor: The display :4711 does not respond")
    assert process.returncode == 0


@pytest.mark.parametrize("name", ["missing", "text", "one sample"])
def test_a_bad_file_is_reported_in_one_sentence(tmp_path, name):
    path, sentence = bad_files(tmp_path)[name]
    process = start(path)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert out == ""
    assert sentence in err
    assert "Traceback" not in err


def test_a_missing_model_is_reported_in_one_sentence(tmp_path):
    process = start(write(tmp_path / "x.wav", 30.0), "--model", tmp_path / "none")
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "There is no model file" in err
