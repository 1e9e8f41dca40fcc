"""A folder that takes long to read holds up nothing else."""

import os
import threading
import time
from pathlib import Path

import pytest

from desktop_app.engine.source_status import Activity
from tests.fixtures.files import write
from tests.fixtures.monitor import is_
from tests.fixtures.sounds import noise
from tests.fixtures.waiting import until


def slow_folder(monkeypatch, name="slow"):
    """Make reading the folder ``slow`` hang until the returned event is set."""
    held, scandir = threading.Event(), os.scandir

    def slow(folder):
        assert Path(folder).name != name or held.wait(20)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", slow)
    return held


@pytest.fixture
def slow(tmp_path):
    folder = tmp_path / "slow"
    folder.mkdir()
    write(folder / "x.wav", 30.0)
    return folder


def test_the_microphone_is_analysed_while_a_folder_is_read(monitor, machine, slow, monkeypatch):
    held = slow_folder(monkeypatch)
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    monitor.play([slow])
    is_(monitor, Activity.OPENING)
    for _ in range(3):
        known = len(monitor.history.snapshot().points)
        time.sleep(0.5)
        machine.opened[0].give(noise(11025))
        until(lambda known=known: len(monitor.history.snapshot().points) > known)
    assert not machine.opened[0].closed
    held.set()
    until(lambda: monitor.status().source == "x.wav" and monitor.status().is_file)


@pytest.mark.parametrize("newer", ["file", "input", "stop"])
def test_a_newer_choice_overtakes_a_folder_that_is_slow_to_read(
    monitor, slow, tmp_path, monkeypatch, newer
):
    held = slow_folder(monkeypatch)
    monitor.play([slow])
    is_(monitor, Activity.OPENING)
    begun = time.monotonic()
    if newer == "file":
        monitor.play([write(tmp_path / "quick.wav", 30.0)])
        until(lambda: monitor.status().source == "quick.wav" and monitor.status().is_file)
    elif newer == "input":
        monitor.listen()
        is_(monitor, Activity.LISTENING)
    else:
        monitor.stop()
        is_(monitor, Activity.STOPPED)
    assert time.monotonic() - begun < 2.0
    before = monitor.status().source
    held.set()
    time.sleep(0.2)
    assert monitor.status().source == before
