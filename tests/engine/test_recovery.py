"""Devices that are lost and return: what is shown meanwhile, and automatic reconnection."""

import logging
import threading
import time

import numpy as np
import pytest

from desktop_app.engine.source_status import Activity
from tests.fixtures.fake_source import FakeClassifier, FakeSource
from tests.fixtures.files import write
from tests.fixtures.monitor import activity, is_, monitor_of
from tests.fixtures.waiting import until


class Clock:
    """The real clock, which can be set forward."""

    def __init__(self):
        self.ahead = 0.0

    def __call__(self):
        return time.perf_counter() + self.ahead


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def monitor(machine, clock):
    monitor = monitor_of(machine, clock=clock, patience_s=0.3)
    monitor.start()
    yield monitor
    monitor.close()


def listen(monitor, machine, device="USB"):
    monitor.listen(device)
    is_(monitor, Activity.LISTENING)
    return machine.opened[-1]


def keep_sounding(source, stop):
    while not stop.wait(0.02):
        source.give(np.full(441, 0.1))


def test_a_device_plugged_back_in_reconnects_within_three_seconds(monitor, machine):
    listen(monitor, machine).ended = True
    del machine.microphones["USB"]
    is_(monitor, Activity.RECOVERING)
    status = monitor.status()
    assert status.source == "USB"
    assert "“USB” stopped responding" in status.message
    time.sleep(1.2)
    assert activity(monitor) is Activity.RECOVERING
    assert machine.opened[0].closed
    machine.microphones["USB"] = "USB"
    begun = time.monotonic()
    is_(monitor, Activity.LISTENING)
    assert time.monotonic() - begun < 3.0
    assert monitor.status().source == "USB"
    assert monitor.status().message == ""
    assert len(machine.opened) == 2
    # A device list from before its return would lack it.
    assert machine.looked >= 2


def test_a_device_may_return_with_another_sample_rate(monitor, machine, monkeypatch):
    first = listen(monitor, machine)
    open_one = machine.open_microphone

    def with_another_rate(device, clock):
        source = open_one(device, clock)
        source.__init__(clock, source.name, rate=48000, channels=8)
        return source

    machine.open_microphone = with_another_rate
    monitor.network.use(FakeClassifier(), None)
    first.ended = True
    until(lambda: monitor.status().rate == 48000)
    machine.opened[-1].give(np.full((48000 * 3, 8), 0.1))
    until(lambda: (frame := monitor.worker.frames.take()) and len(frame.mfcc) == 100)


def test_a_lost_default_device_is_replaced_by_the_new_default(monitor, machine):
    listen(monitor, machine, None).ended = True
    machine.microphones[None] = "Built-in"
    until(lambda: monitor.status().source == "Built-in")


def test_a_hung_device_is_reported_and_reopened(monitor, machine):
    listen(monitor, machine)
    is_(monitor, Activity.NO_SIGNAL)
    assert "No sound from “USB” for 1 s." in monitor.status().message
    del machine.microphones["USB"]
    is_(monitor, Activity.RECOVERING)
    assert "No sound from “USB” for 2 s." in monitor.status().message
    machine.microphones["USB"] = "USB"
    until(lambda: len(machine.opened) == 2)


def test_a_hung_sound_system_is_retried_in_the_background(monitor, machine):
    hanging = threading.Event()
    source = listen(monitor, machine)
    source.close = hanging.wait
    begun = time.monotonic()
    source.ended = True
    is_(monitor, Activity.RECOVERING)
    time.sleep(1.5)
    assert activity(monitor) is Activity.RECOVERING
    assert "The sound system is not responding" in monitor.status().message
    assert len(machine.opened) == 1
    assert time.monotonic() - begun < 3.0
    hanging.set()
    is_(monitor, Activity.LISTENING)
    assert monitor.status().message == ""


def test_files_can_be_played_while_the_sound_system_hangs(monitor, machine, tmp_path):
    hanging = threading.Event()
    source = listen(monitor, machine)
    machine.look_again = hanging.wait
    source.ended = True
    until(lambda: "The sound system is not responding" in monitor.status().message)
    monitor.play([write(tmp_path / "x.wav", 30.0)])
    is_(monitor, Activity.PLAYING)
    assert "Files play silently" in monitor.status().message
    monitor.stop()
    is_(monitor, Activity.STOPPED)
    hanging.set()


@pytest.mark.parametrize("hangs", ["opening", "closing", "listing"])
def test_closing_takes_less_than_two_seconds_while_the_sound_system_hangs(machine, hangs):
    hanging = threading.Event()
    monitor = monitor_of(machine)
    monitor.start()
    if hangs == "opening":
        late = FakeSource(time.perf_counter)
        begun_opening = threading.Event()

        def open_late(device, clock):
            begun_opening.set()
            hanging.wait()
            return late

        machine.open_microphone = open_late
        monitor.listen()
        begun_opening.wait()
        is_(monitor, Activity.OPENING)
    else:
        monitor.listen()
        is_(monitor, Activity.LISTENING)
        if hangs == "closing":
            machine.opened[0].close = hanging.wait
        else:
            machine.look_again = hanging.wait
            monitor.refresh_inputs()
            time.sleep(0.1)
    begun = time.monotonic()
    monitor.close()
    assert time.monotonic() - begun < 2.0
    assert monitor.stuck
    hanging.set()
    if hangs == "opening":
        until(lambda: late.closed)


def test_no_device_is_blamed_after_the_computer_slept(monitor, machine, clock):
    source = listen(monitor, machine)
    source.give(np.full(441, 0.1))
    clock.ahead = 3600.0
    # A device may take a moment to wake up, too.
    seen = states_for(monitor, 0.5)
    stop = threading.Event()
    sounding = threading.Thread(target=keep_sounding, args=(source, stop))
    sounding.start()
    seen |= states_for(monitor, 0.8)
    stop.set()
    sounding.join()
    assert seen == {Activity.LISTENING}
    assert len(machine.opened) == 1


def states_for(monitor, seconds):
    seen = set()
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        seen.add(activity(monitor))
        time.sleep(0.001)
    return seen


def test_digital_silence_is_reported_with_advice(monitor, machine):
    source = listen(monitor, machine)
    deadline = time.monotonic() + 20
    while activity(monitor) is not Activity.SILENT:
        source.give(np.zeros(2205))
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert "Is it muted or blocked" in monitor.status().message
    source.give(np.full(2205, 0.001))
    is_(monitor, Activity.LISTENING)
    assert monitor.status().message == ""


def test_stopping_ends_the_reconnection(monitor, machine):
    listen(monitor, machine).ended = True
    machine.microphones.clear()
    is_(monitor, Activity.RECOVERING)
    monitor.stop()
    is_(monitor, Activity.STOPPED)
    assert not monitor.status().message


def test_another_source_ends_the_reconnection(monitor, machine, tmp_path):
    listen(monitor, machine).ended = True
    del machine.microphones["USB"]
    is_(monitor, Activity.RECOVERING)
    monitor.play([write(tmp_path / "x.wav", 30.0)])
    is_(monitor, Activity.PLAYING)
    machine.microphones["USB"] = "USB"
    time.sleep(1.3)
    assert activity(monitor) is Activity.PLAYING


def test_a_file_continues_where_its_output_was_lost(monitor, machine, tmp_path):
    monitor.play([write(tmp_path / "x.wav", 60.0)])
    is_(monitor, Activity.PLAYING)
    monitor.seek(30.0)
    until(lambda: monitor.status().position_s > 30.2)
    machine.outputs[0].close()
    until(lambda: len(machine.outputs) == 2)
    is_(monitor, Activity.PLAYING)
    assert 30.0 < monitor.status().position_s < 35.0


def test_every_change_is_logged_once_without_file_names(monitor, machine, tmp_path, caplog):
    caplog.set_level(logging.INFO)
    listen(monitor, machine).ended = True
    until(lambda: len(machine.opened) == 2)
    is_(monitor, Activity.LISTENING)
    monitor.play([write(tmp_path / "secret.wav", 3.0)])
    is_(monitor, Activity.ENDED)
    monitor.play([write(tmp_path / "secret.wav", 30.0)])
    is_(monitor, Activity.PLAYING)
    machine.outputs[-1].close()
    is_(monitor, Activity.RECOVERING)
    is_(monitor, Activity.PLAYING)
    lines = [r.getMessage() for r in caplog.records if r.name == "desktop_app.engine.source_thread"]
    for line in ("recovering: USB", "ended: a file", "no signal: a file"):
        assert lines.count(line) == 1
    assert not any("secret" in line for line in lines)
