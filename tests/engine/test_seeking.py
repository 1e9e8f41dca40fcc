"""Seeking through the monitor: what is shown meanwhile, and which file a seek applies to."""

import os
import threading
from pathlib import Path

import numpy as np
import pytest
import soundfile

from desktop_app.audio.files import AudioFile
from desktop_app.engine.source_status import Activity
from tests.fixtures.files import write
from tests.fixtures.monitor import is_
from tests.fixtures.waiting import until


@pytest.fixture
def truncated(tmp_path):
    """A file of 20 s whose second half is missing."""
    path = write(tmp_path / "x.flac", 20.0, kind="noise")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


def constant(path, levels):
    """Write a file of one level per second."""
    soundfile.write(path, np.repeat(levels, 22050), 22050)
    return path


def loudest(machine):
    """The loudest sample that the newest output was given."""
    return max(block.max() for block in tuple(machine.outputs[-1].blocks))


def fresh_frame(monitor):
    """Whether there is a new frame that isn't stale."""
    frame = monitor.worker.frames.take()
    return frame is not None and frame.stream >= monitor.status().first_stream


def at(monitor, seconds):
    until(lambda: monitor.status().position_s == pytest.approx(seconds, abs=0.5))


def test_a_failed_seek_is_reported_and_keeps_the_frames_fresh(monitor, truncated):
    monitor.play([truncated])
    is_(monitor, Activity.PLAYING)
    until(lambda: fresh_frame(monitor))
    before = monitor.status().first_stream
    monitor.seek(17.0)
    until(lambda: "Could not seek to 17.0 s" in monitor.status().message)
    until(lambda: monitor.status().first_stream == before)
    status = monitor.status()
    assert (status.activity, status.first_stream) == (Activity.PLAYING, before)
    assert status.position_s < 8.0
    # Frames and position continue as before.
    for _ in range(3):
        until(lambda: fresh_frame(monitor))
    until(lambda: monitor.status().position_s > status.position_s + 0.2)
    assert monitor.status().first_stream == before
    monitor.seek(5.0)
    until(lambda: monitor.status().message == "")
    until(lambda: fresh_frame(monitor))
    assert monitor.status().first_stream > before


def test_frames_are_stale_until_a_seek_is_complete(monitor, tmp_path, monkeypatch):
    monitor.play([write(tmp_path / "x.wav", 20.0)])
    is_(monitor, Activity.PLAYING)
    until(lambda: fresh_frame(monitor))
    held, seek = threading.Event(), AudioFile.seek
    monkeypatch.setattr(AudioFile, "seek", lambda self, s: held.wait(10) and seek(self, s))
    before = monitor.status().first_stream
    monitor.seek(12.0)
    until(lambda: monitor.status().first_stream > before)
    assert monitor.status().position_s == 12.0
    held.set()
    until(lambda: fresh_frame(monitor))
    at(monitor, 12.0)


def test_stale_frames_stay_stale_after_stopping(monitor, tmp_path, monkeypatch):
    monitor.play([write(tmp_path / "x.wav", 20.0)])
    is_(monitor, Activity.PLAYING)
    held = threading.Event()
    monkeypatch.setattr(AudioFile, "seek", lambda self, _: held.wait(10) and 0.0)
    before = monitor.status().first_stream
    monitor.seek(12.0)
    until(lambda: monitor.status().first_stream > before)
    monitor.stop()
    is_(monitor, Activity.STOPPED)
    assert monitor.status().first_stream > before
    held.set()


def test_a_seek_applies_to_the_file_just_opened(monitor, tmp_path):
    monitor.play([write(tmp_path / "x.wav", 60.0)])
    monitor.seek(30.0)
    at(monitor, 30.0)


def test_a_seek_applies_to_the_newest_of_two_files(monitor, tmp_path):
    for name, seconds in (("a.wav", 90.0), ("b.wav", 60.0)):
        monitor.play([write(tmp_path / name, seconds)])
    monitor.seek(40.0)
    until(lambda: monitor.status().source == "b.wav")
    at(monitor, 40.0)
    assert monitor.status().duration_s == 60.0


def test_commands_wait_for_a_folder_that_is_slow_to_read(monitor, machine, tmp_path, monkeypatch):
    (tmp_path / "slow").mkdir()
    constant(tmp_path / "slow" / "x.wav", [0.5] * 60)
    # Louder where the seek would lead.
    playing = constant(tmp_path / "a.wav", [0.5] * 20 + [0.75] * 40)
    held, scandir = threading.Event(), os.scandir

    def slow(folder):
        assert Path(folder).name != "slow" or held.wait(10)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", slow)
    monitor.play([playing])
    until(lambda: monitor.status().source == "a.wav" and monitor.status().is_file)
    monitor.play([tmp_path / "slow"])
    monitor.seek(30.0)
    monitor.set_loop((29.0, 40.0))
    monitor.pause()
    monitor.set_volume(0.25)
    is_(monitor, Activity.OPENING)
    # Only the volume applies to the file that is still playing.
    output = machine.outputs[0]
    until(lambda: output.blocks[-1].max() == 0.125)
    output.blocks.clear()
    asked = output.asked
    until(lambda: output.asked > asked + 30)
    assert {block.max() for block in output.blocks} == {0.125}
    held.set()
    until(lambda: monitor.status().source == "x.wav")
    is_(monitor, Activity.PAUSED)
    status = monitor.status()
    assert (status.position_s, status.loop) == (pytest.approx(30.0), (29.0, 40.0))
    monitor.resume()
    until(lambda: machine.outputs[-1].blocks[-1].max() > 0.0)
    assert loudest(machine) == 0.125


def test_the_volume_applies_to_later_files(monitor, machine, tmp_path):
    monitor.set_volume(0.5)
    monitor.play([constant(tmp_path / "x.wav", [0.5] * 5)])
    is_(monitor, Activity.PLAYING)
    until(lambda: loudest(machine) > 0.0)
    assert loudest(machine) == 0.25


def test_the_next_file_does_not_start_while_paused(monitor, machine, tmp_path, monkeypatch):
    sought, seek = [], AudioFile.seek

    def seek_and_note(self, seconds):
        reached = seek(self, seconds)
        sought.append(reached)
        return reached

    monkeypatch.setattr(AudioFile, "seek", seek_and_note)
    monitor.play([write(tmp_path / f"{n}.wav", 10.0) for n in range(2)])
    is_(monitor, Activity.PLAYING)
    monitor.pause()
    monitor.seek(10.0)
    until(lambda: monitor.status().position_s == 10.0)
    until(lambda: sought == [10.0])
    output = machine.outputs[-1]
    asked = output.asked
    # The output requests a hundred blocks per second.
    until(lambda: output.asked > asked + 30)
    assert (monitor.status().source, monitor.status().activity) == ("0.wav", Activity.PAUSED)
    monitor.resume()
    until(lambda: monitor.status().source == "1.wav")
