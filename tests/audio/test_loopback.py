"""What a computer with Windows plays, by a stand-in for the library that listens to it."""

import queue
import sys
from types import SimpleNamespace

import numpy as np
import pytest

from desktop_app.audio import input_devices as devices
from desktop_app.audio.loopback import LoopbackInput
from desktop_app.audio.microphone import open_device
from desktop_app.audio.source_error import AudioUnavailable, SourceError
from tests.audio.test_input_devices import fake
from tests.fixtures.waiting import until

NAME = "What this computer plays (Speakers)"


class Recorder:
    def __init__(self, sounds):
        self.sounds, self.open = sounds, False

    def __enter__(self):
        self.open = True
        return self

    def __exit__(self, *about):
        self.open = False

    def record(self):
        sound = self.sounds.get()
        if isinstance(sound, Exception):
            raise sound
        return sound


class Library:
    """Stands in for soundcard on a computer with a microphone and speakers."""

    def __init__(self):
        self.sounds = queue.Queue()
        self.recorder = Recorder(self.sounds)
        self.refusal = None
        self.asked = None
        speakers = SimpleNamespace(
            name="Speakers", id="{1}", isloopback=True, recorder=self._opened
        )
        mic = SimpleNamespace(name="Mic", id="{2}", isloopback=False)
        self.found = [mic, speakers]

    def _opened(self, rate, channels, block):
        if self.refusal is not None:
            raise self.refusal
        self.asked = (rate, channels, block)
        return self.recorder

    def all_microphones(self, include_loopback):
        assert include_loopback
        return self.found

    def get_microphone(self, key, include_loopback):
        assert include_loopback
        return next(each for each in self.found if each.id == key)


@pytest.fixture
def windows(monkeypatch):
    library = Library()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "soundcard", library)
    monkeypatch.setattr(devices, "portaudio", lambda: fake([("Mic", 0)]))
    return library


def test_outputs_are_listed_after_the_microphones_and_the_default_stays(windows):
    found = devices.input_devices()
    assert [device.name for device in found] == ["Mic", NAME]
    assert [device.default for device in found] == [True, False]
    assert devices.choose_input("speakers").name == NAME


def test_a_library_that_fails_leaves_the_microphones(windows, caplog):
    windows.all_microphones = None
    assert [device.name for device in devices.input_devices()] == ["Mic"]
    assert "the outputs could not be listed" in caplog.text


def test_elsewhere_the_library_is_not_imported(windows, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(devices, "server_sources", list)
    assert [device.name for device in devices.input_devices()] == ["Mic"]


def test_what_is_played_is_delivered_until_it_is_closed(windows):
    heard = open_device(NAME, lambda: 7.0)
    assert isinstance(heard, LoopbackInput)
    assert heard.name == NAME
    heard.start()
    assert windows.asked == (heard.rate, heard.channels, 512)
    sound = np.linspace(-1.0, 1.0, 1024, dtype=np.float32).reshape(512, 2)
    windows.sounds.put(sound)
    until(lambda: heard.segment.ring.written == 512)
    until(lambda: heard.vital_signs.active_at == 7.0)
    np.testing.assert_array_equal(heard.segment.read(8.0).samples, sound)
    windows.sounds.put(sound)
    heard._closing.set()
    windows.sounds.put(sound)
    heard.close()
    assert not windows.recorder.open


def test_an_output_that_goes_is_lost(windows, caplog):
    heard = open_device(NAME, lambda: 0.0)
    heard.start()
    windows.sounds.put(RuntimeError("Error 0x88890004"))
    until(lambda: heard.vital_signs.ended)
    until(lambda: not windows.recorder.open)
    heard.close()


def test_one_that_cannot_be_listened_to_is_said(windows):
    windows.refusal = RuntimeError("Error 0x8889000a")
    heard = open_device(NAME, lambda: 0.0)
    with pytest.raises(SourceError, match="Could not listen to “What this computer plays"):
        heard.start()
    heard.close()
    windows.found.pop()
    with pytest.raises(AudioUnavailable, match="is not connected"):
        open_device(NAME, lambda: 0.0)
