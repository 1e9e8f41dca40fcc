"""Starting again after stopping."""

import threading
import time

import pytest

from desktop_app.audio.files import AudioFile
from desktop_app.engine.source_status import Activity
from tests.fixtures.files import write
from tests.fixtures.monitor import activity, is_
from tests.fixtures.waiting import until


def test_restart_continues_with_the_file_that_was_stopped(monitor, tmp_path):
    monitor.play([write(tmp_path / f"{n}.wav", 9.0) for n in range(1, 5)])
    for _ in range(2):
        monitor.next_file()
    until(lambda: monitor.status().source == "3.wav")
    is_(monitor, Activity.PLAYING)
    monitor.stop()
    is_(monitor, Activity.STOPPED)
    monitor.restart()
    is_(monitor, Activity.PLAYING)
    assert (monitor.status().source, monitor.status().number) == ("3.wav", 3)


@pytest.mark.parametrize("between", [None, "stop", "refresh_inputs"])
def test_restart_plays_a_finished_playlist_from_its_first_file(monitor, tmp_path, between):
    monitor.play([write(tmp_path / f"{n}.wav", 9.0) for n in range(1, 4)])
    for _ in range(2):
        monitor.next_file()
    until(lambda: monitor.status().source == "3.wav")
    monitor.seek(9.0)
    is_(monitor, Activity.ENDED)
    if between is not None:
        getattr(monitor, between)()
        is_(monitor, Activity.STOPPED)
    monitor.restart()
    is_(monitor, Activity.PLAYING)
    assert (monitor.status().source, monitor.status().number) == ("1.wav", 1)


@pytest.mark.parametrize("what", ["input", "file"])
def test_restart_shows_which_source_is_being_opened(monitor, machine, tmp_path, monkeypatch, what):
    if what == "input":
        monitor.listen("USB")
        is_(monitor, Activity.LISTENING)
    else:
        monitor.play([write(tmp_path / "x.wav", 9.0)])
        is_(monitor, Activity.PLAYING)
    monitor.stop()
    is_(monitor, Activity.STOPPED)
    held, open_one = threading.Event(), machine.open_microphone
    machine.open_microphone = lambda *asked: held.wait(10) and open_one(*asked)
    monkeypatch.setattr(
        "desktop_app.audio.files.AudioFile",
        lambda *asked: held.wait(10) and AudioFile(*asked),
    )
    monitor.restart()
    seen = set()
    for _ in range(50):
        seen.add((activity(monitor), monitor.status().source))
        time.sleep(0.002)
    assert seen == {(Activity.OPENING, "USB" if what == "input" else "x.wav")}
    held.set()
    is_(monitor, Activity.LISTENING if what == "input" else Activity.PLAYING)
