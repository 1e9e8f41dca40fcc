"""The sources of a real sound server: two outputs, of which one is the default microphone."""

import os
import subprocess
import sys
import time

import numpy as np
import pytest
import soundfile

from desktop_app.audio import input_devices as devices
from desktop_app.audio.microphone import open_device
from desktop_app.audio.server_events import ServerEvents
from desktop_app.audio.server_sources import connecting_to
from desktop_app.audio.source_error import AudioUnavailable
from tests.fixtures.files import write
from tests.fixtures.virtual_microphone import only_sound_server
from tests.fixtures.waiting import until

SPEAKERS = "What this computer plays (Living-room)"


@pytest.fixture(scope="module")
def server():
    with only_sound_server() as server:
        yield server


@pytest.fixture
def speakers(server):
    """A second output, beside the one that the default microphone hears; its module's number."""
    module = server.control(
        "load-module", "module-null-sink", "sink_name=speakers", "norewinds=1",
        "sink_properties=device.description=Living-room",
    )  # fmt: skip
    yield module
    if SPEAKERS in names():
        server.control("unload-module", module)


def names():
    return [device.name for device in devices.input_devices()]


def test_outputs_are_listed_by_what_they_are_and_nothing_twice(server, speakers):
    found = devices.input_devices()
    assert [device.name for device in found] == ["What this computer plays (Null Output)", SPEAKERS]
    assert [device.default for device in found] == [True, False]
    assert devices.choose_input("living").name == SPEAKERS


@pytest.mark.parametrize("missing", [False, True])
def test_the_servers_library_is_found_without_a_compiler_or_is_missing(missing):
    program = f"""
import ctypes, sys
load = ctypes.CDLL
def cdll(name, *rest, **options):
    if {missing} and "libpulse" in str(name):
        raise OSError(name)
    return load(name, *rest, **options)
ctypes.CDLL = cdll
started = []
sys.addaudithook(lambda event, _: started.append(event) if event == "subprocess.Popen" else None)
from desktop_app.audio.server_sources import server_sources
server_sources()
print(started)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=20
    )
    assert done.stdout == "[]\n"


def heard(microphone, server, path, loudspeaker):
    microphone.start()
    playing = server.play(path, loudspeaker)
    try:
        playing.wait(timeout=15)
        ring = microphone.segment.ring
        return np.abs(ring.read(max(0, ring.written - microphone.rate), ring.written)).max()
    finally:
        microphone.close()


def test_what_is_chosen_is_heard_and_nothing_else(server, speakers, tmp_path):
    sound = write(tmp_path / "x.wav", 2.0)
    for played, loud in (("speakers", True), ("vmic", False)):
        microphone = open_device(SPEAKERS, lambda: 0.0)
        assert microphone.name == SPEAKERS
        assert microphone.channels == 2
        level = heard(microphone, server, sound, played)
        assert (level > 0.05) == loud


@pytest.mark.parametrize("rate", [44_100, 48_000, 96_000])
def test_a_source_is_heard_at_its_own_rate_bit_by_bit(server, rate, tmp_path):
    module = server.control(
        "load-module", "module-null-sink", "sink_name=own", "norewinds=1", f"rate={rate}",
        "sink_properties=device.description=Own",
    )  # fmt: skip
    try:
        microphone = open_device("What this computer plays (Own)", lambda: 0.0)
        assert microphone.rate == rate
        noise = np.random.default_rng(1).integers(-9000, 9000, (rate // 2, 2)).astype(np.int16)
        noise[0] = 9000
        soundfile.write(tmp_path / "x.wav", noise, rate)
        microphone.start()
        server.play(tmp_path / "x.wav", "own").wait(timeout=15)
        ring = microphone.segment.ring
        until(lambda: ring.read(ring.written - 512, ring.written).any() == 0)
        microphone.close()
        heard = ring.read(ring.oldest(), ring.written) * 32_768
        first = np.flatnonzero(heard[:, 0])[0]
        np.testing.assert_array_equal(heard[first:][: len(noise)], noise)
    finally:
        server.control("unload-module", module)


def test_a_source_that_is_gone_is_named_and_found_again(server, speakers):
    server.control("unload-module", speakers)
    assert SPEAKERS not in names()
    with pytest.raises(AudioUnavailable, match=r"Living-room.*is not connected"):
        devices.find_input(SPEAKERS)


def test_a_source_chosen_by_the_user_elsewhere_is_kept(monkeypatch):
    monkeypatch.setenv("PULSE_SOURCE", "mine")
    with connecting_to("other"):
        assert os.environ["PULSE_SOURCE"] == "other"
    assert os.environ["PULSE_SOURCE"] == "mine"
    with connecting_to(""):
        assert os.environ["PULSE_SOURCE"] == "mine"
    monkeypatch.delenv("PULSE_SOURCE")
    with connecting_to("other"):
        assert os.environ["PULSE_SOURCE"] == "other"
    assert "PULSE_SOURCE" not in os.environ


def test_changes_are_noticed_within_a_second_and_after_a_restart_of_the_server(server):
    lists = []
    events = ServerEvents(lambda: lists.append(names()))
    events.start()
    try:
        until(lambda: lists)
        begun = time.monotonic()
        module = server.control(
            "load-module", "module-null-sink", "sink_name=new",
            "sink_properties=device.description=New",
        )  # fmt: skip
        until(lambda: any("(New)" in name for name in lists[-1]))
        assert time.monotonic() - begun < 1.0
        server.control("unload-module", module)
        until(lambda: not any("(New)" in name for name in lists[-1]))
        server.kill()
        count = len(lists)
        server.restart()
        until(lambda: len(lists) > count)
    finally:
        events.close()
