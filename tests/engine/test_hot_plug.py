"""Inputs that go while a monitor listens to them, and come back."""

from dataclasses import replace

import pytest

from desktop_app.audio.server_events import ServerEvents
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.source_status import Activity
from tests.fixtures.files import write
from tests.fixtures.machine import DEVICES
from tests.fixtures.monitor import is_
from tests.fixtures.virtual_microphone import only_sound_server
from tests.fixtures.waiting import until

SPEAKERS = "What this computer plays (Living-room)"
SINK = (
    "load-module", "module-null-sink", "sink_name=speakers", "norewinds=1",
    "sink_properties=device.description=Living-room",
)  # fmt: skip
USB = replace(DEVICES[0], name="USB", default=False, server_source="usb")


@pytest.mark.parametrize(("device", "lost"), [("USB", True), (None, False)])
def test_what_the_server_moves_elsewhere_is_lost_if_it_was_chosen(monitor, machine, device, lost):
    machine.devices = [replace(DEVICES[0], server_source="good"), USB]
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
            until(lambda: SPEAKERS in [device.name for device in monitor.inputs])
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
