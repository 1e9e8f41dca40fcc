"""A single program is heard, and not the others, on a real sound server."""

import os

import numpy as np
import pytest
import soundfile

from desktop_app.audio import input_devices as devices
from desktop_app.audio import program_input
from desktop_app.audio.microphone import open_device
from desktop_app.audio.server_events import ServerEvents
from desktop_app.audio.source_error import AudioUnavailable
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.source_status import Activity
from tests.fixtures.monitor import is_
from tests.fixtures.virtual_microphone import only_sound_server
from tests.fixtures.waiting import until

NAME = "What Firefox plays"


@pytest.fixture(scope="module")
def server():
    with only_sound_server() as server:
        yield server


@pytest.fixture
def play(server, tmp_path):
    """Lets a program play a tone until the end of the test, or until it is ended."""
    started = []

    def begin(program, hertz, loudspeaker="vmic", shown=""):
        time_s = np.arange(20 * 44_100) / 44_100
        path = tmp_path / f"{hertz}.wav"
        soundfile.write(path, 0.2 * np.sin(2 * np.pi * hertz * time_s), 44_100)
        started.append(server.play(path, loudspeaker, program))
        until(lambda: f"What {shown or program} plays" in names())
        return started[-1]

    yield begin
    for each in started:
        each.kill()
        each.wait()


def names():
    return [device.name for device in devices.input_devices()]


def test_a_program_is_heard_alone_and_is_gone_when_it_stops(play):
    assert NAME not in names()
    play("Other", 2000)
    firefox = play("Firefox", 500)
    found = devices.choose_input("firefox")
    assert found.name == NAME
    assert not found.default
    heard = open_device(NAME, lambda: 3.0)
    heard.start()
    try:
        until(lambda: heard.segment.ring.written > 44_100)
        assert heard.vital_signs.active_at == 3.0
        sound = heard.segment.ring.read(22_050, 44_100)
        spectrum = np.abs(np.fft.rfft(sound[:, 0] * np.hanning(len(sound))))
        assert np.argmax(spectrum) * 2 == pytest.approx(500, abs=2)
        assert spectrum[1000] < spectrum[250] / 1000
        assert not heard.vital_signs.ended
        firefox.kill()
        until(lambda: heard.vital_signs.ended)
    finally:
        heard.close()
    until(lambda: NAME not in names())
    with pytest.raises(AudioUnavailable, match="is not connected"):
        open_device(NAME, lambda: 0.0)


def test_closing_ends_the_recorder(play, server):
    play("Firefox", 500)
    heard = open_device(NAME, lambda: 0.0)
    heard.start()
    until(lambda: heard.segment.ring.written > 0)
    heard.close()
    assert heard._recorder.returncode is not None
    assert server.control("list", "short", "source-outputs") == ""


def test_it_is_waited_for_and_heard_again_when_it_plays_again(play):
    monitor = Monitor()
    events = ServerEvents(monitor.list_inputs)
    monitor.start()
    events.start()
    try:
        firefox = play("Firefox", 500)
        # Without Refresh.
        until(lambda: NAME in [device.name for device in monitor.inputs])
        monitor.listen(NAME)
        is_(monitor, Activity.LISTENING)
        firefox.kill()
        is_(monitor, Activity.RECOVERING)
        until(lambda: NAME not in [device.name for device in monitor.inputs])
        play("Firefox", 600)
        is_(monitor, Activity.LISTENING)
    finally:
        events.close()
        monitor.close()


def test_what_it_plays_last_is_heard(play):
    def heard():
        ring = monitor.state.segment.ring
        sound = ring.read(max(0, ring.written - 4410), ring.written)
        return np.argmax(np.abs(np.fft.rfft(sound[:, 0]))) * 10 if len(sound) == 4410 else 0

    monitor = Monitor()
    events = ServerEvents(monitor.list_inputs)
    monitor.start()
    events.start()
    try:
        play("Firefox", 500)
        until(lambda: NAME in [device.name for device in monitor.inputs])
        monitor.listen(NAME)
        is_(monitor, Activity.LISTENING)
        until(lambda: heard() == 500)
        play("Firefox", 900)
        until(lambda: monitor.state.segment is not None and heard() == 900)
    finally:
        events.close()
        monitor.close()


def test_neither_itself_nor_what_cannot_be_recorded_is_listed(play, monkeypatch):
    firefox = play("Firefox", 500)
    monkeypatch.setattr(os, "getpid", lambda: firefox.pid)
    assert NAME not in names()
    monkeypatch.undo()
    monkeypatch.setattr(program_input.shutil, "which", lambda name: None)
    assert NAME not in names()


def test_a_program_is_heard_at_the_rate_of_its_output_and_by_its_own_name(play, server):
    module = server.control("load-module", "module-null-sink", "sink_name=fine", "rate=96000")
    try:
        play("ALSA plug-in [mpg123]", 500, "fine", shown="mpg123")
        heard = open_device("What mpg123 plays", lambda: 0.0)
        assert heard.rate == 96_000
        heard.start()
        until(lambda: heard.segment.ring.written > 48_000)
        heard.close()
        sound = heard.segment.ring.read(0, 48_000)[:, 0]
        assert np.argmax(np.abs(np.fft.rfft(sound))) * 2 == pytest.approx(500, abs=2)
    finally:
        server.control("unload-module", module)
