"""What continues, and what ends, when another source is chosen."""

import threading
import time

import numpy as np
import soundfile

from desktop_app.engine.current_source import CurrentSource
from desktop_app.engine.source_status import Activity
from tests.fixtures.fake_source import FakeClassifier
from tests.fixtures.files import write
from tests.fixtures.monitor import activity, is_, monitor_of
from tests.fixtures.sounds import noise
from tests.fixtures.waiting import until


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
