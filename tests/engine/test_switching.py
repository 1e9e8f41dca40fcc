"""Switching between sources: what the status says meanwhile, and what continues."""

import os
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
import soundfile

from desktop_app.audio.files import AudioFile
from desktop_app.engine.current_source import CurrentSource
from desktop_app.engine.source_health import LostSource
from desktop_app.engine.source_status import Activity
from tests.fixtures.fake_source import FakeClassifier
from tests.fixtures.files import write
from tests.fixtures.monitor import activity, is_, monitor_of, until


def noise(count):
    return np.random.default_rng(0).normal(0.0, 0.1, count)


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


def test_switching_devices_twice_does_not_end_a_recording(monitor, machine, tmp_path):
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    monitor.recorder.start(tmp_path)
    machine.opened[0].give(noise(4410))
    until(lambda: monitor.recorder.recording.seconds > 0.0)
    open_one = machine.open_microphone

    def slowly(device, clock):
        # Longer than the recorder's polling interval.
        time.sleep(0.3)
        return open_one(device, clock)

    machine.open_microphone = slowly
    monitor.listen("USB")
    monitor.listen(None)
    until(lambda: len(machine.opened) == 3)
    is_(monitor, Activity.LISTENING)
    assert monitor.recorder.recording.running
    machine.opened[2].give(noise(22050))
    until(lambda: monitor.recorder.recording.seconds > 1.0)
    monitor.recorder.stop()
    until(lambda: monitor.recorder.recording.saved)
    assert monitor.recorder.problem == ""
    files = monitor.recorder.recording.files
    assert sum(soundfile.info(path).frames for path in files) == 4410 + 22050


def test_a_failed_device_choice_does_not_end_the_recording(monitor, machine, tmp_path, monkeypatch):
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    monitor.recorder.start(tmp_path)
    held, open_one, looks = threading.Event(), machine.open_microphone, []
    close = CurrentSource.fail

    def fail(self, message, *, asked_for):
        # Between the two choices, nothing is open, being opened or waited for.
        close(self, message, asked_for=asked_for)
        assert held.wait(10)
        looks.append(monitor.on_input)

    monkeypatch.setattr(CurrentSource, "fail", fail)
    machine.open_microphone = lambda *asked: held.wait(10) and open_one(*asked)
    monitor.listen("Gone")
    monitor.listen("USB")
    held.set()
    until(lambda: len(machine.opened) == 2)
    is_(monitor, Activity.LISTENING)
    assert looks == [True]
    assert monitor.recorder.recording.running


@pytest.fixture
def hurried():
    """Make threads switch as often as possible, to provoke races."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def watched(look, busy):
    """Everything that ``look`` returns while ``busy`` runs."""
    seen, over = set(), threading.Event()

    def watch():
        while not over.is_set():
            seen.add(look())

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        busy()
    finally:
        over.set()
        watching.join()
    return seen


def test_there_is_always_an_input_while_switching_between_inputs(monitor, machine, hurried):
    def lose_and_switch():
        for number in range(40):
            count = len(machine.opened)
            if number % 3 == 2:
                machine.opened[-1].ended = True
            else:
                monitor.listen("USB" if number % 2 else None)
            if number % 8 == 7:
                monitor.refresh_inputs()
            until(lambda count=count: len(machine.opened) > count)

    monitor.listen()
    is_(monitor, Activity.LISTENING)
    assert watched(lambda: monitor.on_input, lose_and_switch) == {True}


def test_an_input_is_still_awaited_after_a_failed_refresh(monitor, machine, hurried):
    def refresh():
        for _ in range(10):
            del machine.microphones[None]
            monitor.refresh_inputs()
            is_(monitor, Activity.RECOVERING)
            count = len(machine.opened)
            machine.microphones[None] = "Good"
            # Refresh doesn't wait for the next attempt.
            monitor.listen()
            until(lambda count=count: len(machine.opened) > count)
            is_(monitor, Activity.LISTENING)

    monitor.listen()
    is_(monitor, Activity.LISTENING)
    assert watched(lambda: monitor.on_input, refresh) == {True}


def test_an_input_counts_as_open_until_a_failed_refresh_reconnects_it(
    monitor, machine, monkeypatch
):
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    looks = []

    def look_before_waiting(*arguments):
        looks.append(monitor.on_input)
        return LostSource(*arguments)

    monkeypatch.setattr("desktop_app.engine.reconnection.LostSource", look_before_waiting)
    machine.microphones.clear()
    monitor.refresh_inputs()
    is_(monitor, Activity.RECOVERING)
    assert looks == [True]


def test_the_status_never_mixes_two_sources(monitor, machine, tmp_path, hurried):
    files = [write(tmp_path / f"{n}.wav", 3.0 + n) for n in range(3)]
    told = {"Good": (None, 0, 0), "USB": (None, 0, 0)}
    told |= {f"{n}.wav": (3.0 + n, n + 1, 3) for n in range(3)}

    def wrong():
        status = monitor.status()
        if status.activity is Activity.OPENING:
            return ""
        facts = (status.duration_s, status.number, status.files)
        if status.activity not in (Activity.LISTENING, Activity.PLAYING):
            return f"{status.activity}"
        return "" if facts == told[status.source] else f"{status.source}: {facts}"

    def switch():
        for number in range(12):
            monitor.play(files)
            until(lambda: monitor.status().source == "0.wav" and monitor.status().is_file)
            monitor.next_file()
            monitor.next_file()
            until(lambda: monitor.status().source == "2.wav" and monitor.status().is_file)
            name = "USB" if number % 2 else "Good"
            monitor.listen(None if name == "Good" else name)
            until(lambda name=name: monitor.status().source == name)
            is_(monitor, Activity.LISTENING)

    monitor.listen()
    is_(monitor, Activity.LISTENING)
    assert watched(wrong, switch) == {""}


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
        "desktop_app.engine.playing.AudioFile",
        lambda path: held.wait(10) and AudioFile(path),
    )
    monitor.restart()
    seen = set()
    for _ in range(50):
        seen.add((activity(monitor), monitor.status().source))
        time.sleep(0.002)
    assert seen == {(Activity.OPENING, "USB" if what == "input" else "x.wav")}
    held.set()
    is_(monitor, Activity.LISTENING if what == "input" else Activity.PLAYING)


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


def test_files_chosen_simultaneously_still_play(monitor, tmp_path):
    files = [write(tmp_path / f"{n}.wav", 30.0) for n in range(6)]
    for _ in range(5):
        together = threading.Barrier(len(files))

        def choose(path, together=together):
            together.wait()
            monitor.play([path])

        threads = [threading.Thread(target=choose, args=(path,)) for path in files]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        # Whichever it is, one of them is played.
        is_(monitor, Activity.PLAYING)
        monitor.stop()
        is_(monitor, Activity.STOPPED)


def test_a_seek_while_stopping_changes_nothing(monitor, tmp_path):
    monitor.play([write(tmp_path / "x.wav", 30.0)])
    is_(monitor, Activity.PLAYING)
    for command in (lambda: monitor.seek(5.0), monitor.stop, lambda: monitor.seek(9.0)):
        command()
    for command in (monitor.resume, monitor.next_file, monitor.previous_file):
        command()
    is_(monitor, Activity.STOPPED)
    assert monitor.status().message == ""


def test_a_replay_requested_while_switching_uses_the_new_input(monitor, machine):
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    machine.opened[0].give(noise(3 * 22050))
    monitor.listen("USB")
    monitor.replay()
    until(lambda: "“USB” has delivered only 0.0 s" in monitor.status().message)
    assert activity(monitor) is Activity.LISTENING


def test_errors_of_one_source_are_not_shown_for_the_next(monitor, machine, tmp_path):
    monitor.listen("Gone")
    is_(monitor, Activity.FAILED)
    assert monitor.status().message == "No Gone."
    monitor.listen("USB")
    is_(monitor, Activity.LISTENING)
    assert monitor.status().message == ""
    monitor.replay()
    until(lambda: "has delivered only" in monitor.status().message)
    monitor.play([write(tmp_path / "x.wav", 30.0)])
    is_(monitor, Activity.PLAYING)
    assert monitor.status().message == ""
    monitor.replay()
    until(lambda: "Only an input can be replayed" in monitor.status().message)
    monitor.stop()
    is_(monitor, Activity.STOPPED)
    assert monitor.status().message == ""


def test_an_overwritten_file_is_scanned_again(machine, tmp_path):
    monitor = monitor_of(machine)
    monitor.network.use(FakeClassifier(), None)
    monitor.start()
    path = tmp_path / "x.wav"

    def loudest(level):
        soundfile.write(path, np.full(22050 * 4, level), 22050)
        monitor.play([path])

        def scanned():
            outline = monitor.outline
            return outline is not None and outline.done and outline.peaks.max() == level

        until(scanned)

    try:
        # The same size: only the modification time differs.
        loudest(0.25)
        loudest(0.5)
        # An unchanged file isn't scanned again.
        outline = monitor.outline
        monitor.play([path])
        is_(monitor, Activity.PLAYING)
        monitor.seek(1.0)
        assert monitor.outline is outline
    finally:
        monitor.close()


def test_digital_silence_of_one_input_is_not_reported_for_the_next(monitor, machine, monkeypatch):
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    deadline = time.monotonic() + 20
    while activity(monitor) is not Activity.SILENT:
        machine.opened[0].give(np.zeros(22050))
        assert time.monotonic() < deadline
        time.sleep(0.02)
    # The analysis is held up, so that it has not seen the next input yet.
    held, holding, note = threading.Event(), threading.Event(), monitor.history.note

    def hold(frame):
        holding.set()
        assert held.wait(10)
        note(frame)

    monkeypatch.setattr(monitor.history, "note", hold)
    machine.opened[0].give(np.zeros(22050))
    assert holding.wait(10)
    monitor.listen("USB")
    until(lambda: len(machine.opened) == 2 and activity(monitor) is not Activity.OPENING)
    assert activity(monitor) is Activity.LISTENING
    held.set()
