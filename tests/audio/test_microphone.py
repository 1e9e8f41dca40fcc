from types import SimpleNamespace

import numpy as np
import pytest

from desktop_app.audio import input_devices as devices
from desktop_app.audio import microphone
from desktop_app.audio.microphone import open_device
from desktop_app.audio.source_error import SourceError
from tests.audio.test_input_devices import CallbackAbort, PortAudioError, fake

BLOCK = np.linspace(-1.0, 1.0, 1024, dtype=np.float32).reshape(512, 2)


class Stream:
    """A PortAudio stream whose callback the test calls."""

    latency = 0.01

    def __init__(self, **arguments):
        self.hear = arguments["callback"]
        self.finish = arguments["finished_callback"]
        self.done = []

    def start(self):
        self.done.append("start")

    def abort(self, ignore_errors):
        self.done.append("abort")

    def close(self, ignore_errors):
        self.done.append("close")


@pytest.fixture
def opened(monkeypatch):
    """A microphone whose clock stands still, and its stream."""
    return open_one(monkeypatch, lambda: 12.0)


def open_one(monkeypatch, clock):
    streams = []
    module = fake([("Mic", 0)])
    module.InputStream = lambda **arguments: streams.append(Stream(**arguments)) or streams[-1]
    for where in (devices, microphone):
        monkeypatch.setattr(where, "portaudio", lambda: module)
    return open_device(None, clock), streams[0]


def test_dropped_blocks_are_counted_and_the_others_delivered(opened):
    mic, stream = opened
    for overflow in (False, True, False, True):
        stream.hear(BLOCK, 512, None, SimpleNamespace(input_overflow=overflow))
    assert mic.overflows == 2
    heard = mic.segment.read(12.5)
    np.testing.assert_array_equal(heard.samples, np.tile(BLOCK, (4, 1)))
    assert heard.lost == 0
    assert heard.heard_at == 12.0


def test_a_device_that_stops_has_ended(opened):
    mic, stream = opened
    assert not mic.vital_signs.ended
    stream.finish()
    assert mic.vital_signs.ended


def test_an_exception_in_the_callback_is_logged_and_counts_as_a_lost_device(monkeypatch, caplog):
    def fail():
        raise ValueError("broken")

    mic, stream = open_one(monkeypatch, fail)
    with pytest.raises(CallbackAbort):
        stream.hear(BLOCK, 512, None, SimpleNamespace(input_overflow=False))
    assert mic.vital_signs.ended
    assert [record.message for record in caplog.records] == [
        "internal error in the callback of the input device"
    ]
    assert "broken" in caplog.text


def test_closing_does_not_wait_for_the_device(opened):
    mic, stream = opened
    mic.start()
    mic.close()
    assert stream.done == ["start", "abort", "close"]


@pytest.mark.parametrize("error", [PortAudioError, ValueError])
def test_a_device_that_cannot_be_opened_is_named_with_advice(monkeypatch, error):
    module = fake([("Mic", 0)])

    def refuse(**arguments):
        raise error("busy")

    module.InputStream = refuse
    for where in (devices, microphone):
        monkeypatch.setattr(where, "portaudio", lambda: module)
    with pytest.raises(SourceError, match=r"“Mic”: busy\..*close that program, or choose"):
        open_device(None, lambda: 0.0)
