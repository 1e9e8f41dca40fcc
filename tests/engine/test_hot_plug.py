"""Inputs that go while a monitor listens to them, and come back."""

import json
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from desktop_app.audio.input_devices import input_devices
from desktop_app.audio.server_events import ServerEvents
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.source_status import Activity
from tests.fixtures.files import write
from tests.fixtures.machine import DEVICES
from tests.fixtures.monitor import is_
from tests.fixtures.virtual_microphone import only_sound_server
from tests.fixtures.waiting import until

HEARD = "vmic.monitor"
SPEAKERS = "What this computer plays (Living-room)"
SINK = (
    "load-module", "module-null-sink", "sink_name=speakers", "norewinds=1",
    "sink_properties=device.description=Living-room",
)  # fmt: skip
USB = replace(DEVICES[0], name="USB", default=False, server_source="usb")
PROGRAM = replace(USB, server_source="", program=7)


def names(inputs):
    return [device.name for device in inputs]


@pytest.mark.parametrize(
    ("device", "usb", "lost"), [("USB", USB, True), ("USB", PROGRAM, True), (None, USB, False)]
)
def test_what_the_server_moves_elsewhere_is_lost_if_it_was_chosen(
    monitor, machine, device, usb, lost
):
    machine.devices = [replace(DEVICES[0], server_source="good"), usb]
    monitor.list_inputs()
    monitor.listen(device)
    is_(monitor, Activity.LISTENING)
    del machine.microphones["USB"]
    machine.devices = machine.devices[:1]
    monitor.list_inputs()
    until(lambda: len(monitor.inputs) == 1)
    if lost:
        is_(monitor, Activity.RECOVERING)
        assert monitor.status().message == "“USB” is no longer connected."
        assert machine.opened[-1].closed
    else:
        assert monitor.status().activity is Activity.LISTENING


def test_a_file_played_where_the_computer_is_listened_to_is_analysed_once_and_said(tmp_path):
    """No feedback: the input is closed for as long as the file plays."""
    with only_sound_server() as server:
        monitor = Monitor()
        monitor.start()
        try:
            until(lambda: bool(monitor.inputs))
            (loopback,) = [device.name for device in monitor.inputs if device.server_source]
            monitor.listen(loopback)
            until(lambda: monitor.status().activity in (Activity.LISTENING, Activity.SILENT))
            assert server.control("list", "short", "source-outputs")
            monitor.play([write(tmp_path / "song.wav", 5.0, 44_100, 1)])
            is_(monitor, Activity.PLAYING)
            assert monitor.status().source == "song.wav"
            until(lambda: not server.control("list", "short", "source-outputs"))
            assert server.control("list", "short", "sink-inputs")
            first = monitor.status().first_stream
            until(lambda: (frame := monitor.worker.frames.take()) and frame.stream >= first)
            assert monitor.state.segment.source == "song.wav"
            monitor.replay()
            until(lambda: "Only an input can be replayed" in monitor.status().message)
            monitor.listen_again()
            until(lambda: monitor.status().source == loopback)
        finally:
            monitor.close()


def test_an_output_that_is_removed_is_not_replaced_by_the_microphone_and_taken_up_again():
    with only_sound_server() as server:
        monitor = Monitor()
        events = ServerEvents(monitor.list_inputs)
        monitor.start()
        events.start()
        try:
            module = server.control(*SINK)
            until(lambda: SPEAKERS in names(monitor.inputs))
            monitor.listen(SPEAKERS)
            until(lambda: monitor.status().rate > 0)
            server.control("unload-module", module)
            # The server goes on sending sound, of the microphone.
            is_(monitor, Activity.RECOVERING)
            assert monitor.status().message == f"“{SPEAKERS}” is no longer connected."
            server.control(*SINK)
            until(lambda: monitor.status().activity is not Activity.RECOVERING)
            assert monitor.status().source == SPEAKERS
        finally:
            events.close()
            monitor.close()


@pytest.mark.parametrize("chosen", [SPEAKERS, "What Firefox plays"])
def test_what_was_chosen_is_heard_again_after_the_server_was_killed(tmp_path, chosen):
    song = write(tmp_path / "song.wav", 20.0, 44_100)

    def begin():
        server.control(*SINK)
        return server.play(song, "speakers", "Firefox")

    def is_heard():
        frame = monitor.worker.frames.take()
        return frame is not None and frame.source == chosen and frame.level.rms_dbfs > -40.0

    with only_sound_server() as server:
        monitor = Monitor()
        events = ServerEvents(monitor.list_inputs)
        monitor.start()
        events.start()
        try:
            firefox = begin()
            until(lambda: chosen in names(monitor.inputs))
            monitor.listen(chosen)
            until(is_heard)
            server.kill()
            firefox.wait(10)
            is_(monitor, Activity.RECOVERING)
            # What was heard before.
            monitor.worker.frames.take()
            server.restart()
            firefox = begin()
            until(is_heard)
            assert monitor.status().message == ""
            # What appears is listed as before, too.
            server.another_default()
            until(lambda: "What this computer plays (Second)" in names(monitor.inputs))
            firefox.terminate()
            firefox.wait(10)
        finally:
            events.close()
            monitor.close()


def test_a_second_program_beside_it_hears_the_same_and_leaves_it_alone(tmp_path):
    with only_sound_server() as server:
        # Neither listens to it only because it is the default.
        server.another_default()
        (loopback,) = names(each for each in input_devices() if each.server_source == HEARD)
        monitor = Monitor()
        monitor.start()
        song = server.play(write(tmp_path / "song.wav", 30.0, 44_100))
        try:
            monitor.listen(loopback)
            is_(monitor, Activity.LISTENING)
            beside = subprocess.Popen(
                [sys.executable, "-m", "desktop_app", "listen", "--device", loopback[5:]],
                stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
            first = json.loads(beside.stdout.readline())
            assert first["activity"] == "listening"
            sources = server.control("list", "short", "sources").splitlines()
            numbers = {name: number for number, name, *_ in map(str.split, sources)}
            listening = server.control("list", "short", "source-outputs").splitlines()
            # The second column is what is listened to.
            assert [line.split()[1] for line in listening] == [numbers[HEARD]] * 2
            segment = monitor.state.segment
            beside.kill()
            beside.communicate()
            written = segment.ring.written
            until(lambda: segment.ring.written > written + 22_050)
            assert np.abs(segment.ring.read(written, written + 22_050)).max() > 0.01
            assert monitor.state.segment is segment
            assert monitor.status().overflows == 0
        finally:
            song.kill()
            song.wait()
            monitor.close()
