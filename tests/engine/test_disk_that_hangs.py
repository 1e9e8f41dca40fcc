"""A file on a disk that does not answer: everything else goes on."""

import threading

import numpy as np
import pytest

from desktop_app.audio import opening
from desktop_app.audio.files import AudioFile
from desktop_app.engine.source_status import Activity
from tests.fixtures.files import write
from tests.fixtures.monitor import is_, monitor_of
from tests.fixtures.waiting import until


@pytest.fixture
def disk(monkeypatch):
    """Files named dead… are opened when the event is set; ``closed`` gets those closed again."""
    disk, original, close = threading.Event(), AudioFile.__init__, AudioFile.close
    disk.closed, disk.asked = [], threading.Event()

    def slow(file, path, track=""):
        if path.name.startswith("dead"):
            disk.asked.set()
            disk.wait(30)
        original(file, path, track)

    def noted(file):
        disk.closed.append(file.name)
        close(file)

    monkeypatch.setattr(AudioFile, "__init__", slow)
    monkeypatch.setattr(AudioFile, "close", noted)
    yield disk
    disk.set()


@pytest.fixture
def monitor(machine, disk):
    monitor = monitor_of(machine)
    monitor.start()
    yield monitor
    disk.set()
    monitor.close()


@pytest.fixture
def opening_dead(monitor, disk, tmp_path):
    monitor.play([write(tmp_path / "dead.wav", 5.0)])
    # Overtaken before that, it would never be opened.
    assert disk.asked.wait(20)
    is_(monitor, Activity.OPENING)


def test_another_file_is_played_and_the_late_one_is_closed(monitor, opening_dead, disk, tmp_path):
    monitor.play([write(tmp_path / "good.wav", 5.0)])
    is_(monitor, Activity.PLAYING)
    assert monitor.status().source == "good.wav"
    disk.set()
    until(lambda: disk.closed == ["dead.wav"])
    assert (monitor.status().source, monitor.status().message) == ("good.wav", "")


def test_it_can_be_stopped(monitor, opening_dead):
    monitor.stop()
    is_(monitor, Activity.STOPPED)
    assert monitor.status().message == ""


def test_the_microphone_can_be_listened_to(monitor, opening_dead, machine):
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    machine.opened[0].give(np.full(22050, 0.1))


def test_what_plays_goes_on_until_something_else_is_open(monitor, disk, tmp_path):
    monitor.play([write(tmp_path / "good.wav", 60.0)])
    is_(monitor, Activity.PLAYING)
    monitor.play([write(tmp_path / "dead.wav", 5.0)])
    is_(monitor, Activity.OPENING)
    assert disk.closed.count("good.wav") == 0
    monitor.listen()
    is_(monitor, Activity.LISTENING)


def test_a_next_file_that_does_not_open_is_given_up_too(monitor, tmp_path):
    monitor.play([write(tmp_path / "good.wav", 2.5), write(tmp_path / "dead.wav", 5.0)])
    until(lambda: monitor.status().source == "dead.wav")
    is_(monitor, Activity.OPENING)
    monitor.stop()
    is_(monitor, Activity.STOPPED)


def test_after_a_while_it_is_said_and_the_next_file_plays(monitor, monkeypatch, tmp_path):
    monkeypatch.setattr(opening, "PATIENCE_SECONDS", 0.3)
    monitor.play([write(tmp_path / "dead.wav", 5.0), write(tmp_path / "good.wav", 5.0)])
    is_(monitor, Activity.PLAYING)
    status = monitor.status()
    assert status.source == "good.wav"
    assert status.message == (
        f"Could not read {tmp_path / 'dead.wav'}: its disk has not responded for 0 s."
    )
