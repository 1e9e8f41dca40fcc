import threading
import time
from types import SimpleNamespace

import numpy as np
import pytest

from desktop_app.audio import output
from desktop_app.audio.output import Loudspeaker, SilentOutput
from desktop_app.audio.source_error import SourceError
from tests.audio.test_input_devices import CallbackAbort, PortAudioError
from tests.fixtures.waiting import until


class Stream:
    """A PortAudio stream whose callback the test calls."""

    latency = 0.05

    def __init__(self, **arguments):
        self.rate = arguments["samplerate"]
        self.channels = arguments["channels"]
        self.ask = arguments["callback"]

    def start(self):
        pass


class PortAudio:
    """A sounddevice module with one output device."""

    PortAudioError = PortAudioError
    CallbackAbort = CallbackAbort

    def __init__(self, accepted, default=48000.0, channels=2):
        self.accepted = accepted
        self.device = {
            "name": "Speaker", "max_output_channels": channels, "default_samplerate": default,
        }  # fmt: skip
        self.stream = Stream

    def query_devices(self, kind):
        if self.device is None:
            raise PortAudioError("Error querying device -1")
        return self.device

    def OutputStream(self, **arguments):  # noqa: N802
        if arguments["samplerate"] not in self.accepted:
            raise PortAudioError("Invalid sample rate [PaErrorCode -9997]")
        self.opened = self.stream(**arguments)
        return self.opened


@pytest.fixture
def machine(monkeypatch):
    """Replaces PortAudio with a simulated one."""

    def put(*arguments, **settings):
        module = PortAudio(*arguments, **settings)
        monkeypatch.setattr(output, "portaudio", lambda: module)
        return module

    return put


class Listener:
    """Counts what a silent output asks for; the test moves its clock."""

    def __init__(self):
        self.ahead = 0.0
        self.blocks = []
        self.failing = None

    def clock(self):
        return time.perf_counter() + self.ahead

    def render(self, out, heard_at):
        self.blocks.append((len(out), heard_at, self.clock()))
        if self.failing:
            raise self.failing

    def frames(self):
        return sum(count for count, _, _ in self.blocks)


@pytest.fixture
def listener():
    return Listener()


@pytest.fixture
def silent(listener):
    """Starts a silent output at some rate."""
    outputs = []

    def start(rate):
        outputs.append(SilentOutput(rate, 2, listener.clock))
        outputs[-1].start(listener.render)
        return outputs[-1]

    yield start
    for found in outputs:
        found.close()


@pytest.mark.parametrize("rate", [410, 8000, 22050, 44100, 192_000, 768_000])
def test_a_silent_output_runs_in_real_time(silent, listener, rate):
    silent(rate)
    until(lambda: len(listener.blocks) >= 30)
    asked = listener.blocks[-1][2] - listener.blocks[0][2]
    late = sum(count for count, _, _ in listener.blocks[1:])
    # On a busy machine the last block may come late.
    assert late / rate == pytest.approx(asked, abs=0.3)
    assert late / rate <= asked + 0.02


@pytest.mark.parametrize("rate", [1, 3, 20])
def test_a_silent_output_handles_very_low_sample_rates(silent, listener, rate):
    silent(rate)
    until(lambda: len(listener.blocks) >= 2)
    (first, _, begun), (second, _, then) = listener.blocks[:2]
    assert first == second == 1
    assert then - begun == pytest.approx(1 / rate, abs=0.25)


def test_closing_does_not_wait_for_the_next_block(silent, listener):
    quiet = silent(1)
    until(lambda: listener.blocks)
    begun = time.monotonic()
    quiet.close()
    assert time.monotonic() - begun < 0.5


def test_a_silent_output_does_not_catch_up_after_a_long_stall(silent, listener):
    silent(22050)
    until(lambda: len(listener.blocks) >= 5)
    before = listener.frames()
    listener.ahead += 60.0
    time.sleep(0.5)
    assert listener.frames() - before < 22050
    until(lambda: listener.blocks[-1][1] > listener.clock() - 0.2)


def test_a_silent_output_catches_up_after_a_short_stall(silent, listener):
    silent(22050)
    until(lambda: len(listener.blocks) >= 5)
    begun = listener.blocks[0][1]
    listener.ahead += 0.3
    until(lambda: listener.blocks[-1][1] > begun + 0.5)
    times = [at for _, at, _ in listener.blocks]
    np.testing.assert_allclose(np.diff(times), listener.blocks[0][0] / 22050, atol=1e-6)


def test_an_exception_is_logged_once_and_a_silent_output_continues(silent, listener, caplog):
    listener.failing = ValueError("broken")
    silent(22050)
    until(lambda: len(listener.blocks) >= 5)
    assert [record.message for record in caplog.records] == [
        "internal error while playing without an audio output"
    ]
    assert "broken" in caplog.text


def test_the_files_sample_rate_is_used_if_the_device_accepts_it(machine):
    machine([44100, 48000])
    speaker = Loudspeaker(44100, 2, time.perf_counter)
    assert (speaker.rate, speaker.channels) == (44100, 2)


def test_otherwise_the_devices_own_sample_rate_is_used(machine):
    machine([48000], channels=1)
    speaker = Loudspeaker(7, 2, time.perf_counter)
    assert (speaker.rate, speaker.channels) == (48000, 1)


@pytest.mark.parametrize("rate", [7, 44100, 10**9])
def test_a_device_that_refuses_every_rate_is_named_with_both(machine, rate):
    machine([])
    with pytest.raises(
        SourceError,
        match=rf"^Could not open the audio output “Speaker” at {rate} Hz or at its default, "
        r"48000 Hz: Invalid sample rate",
    ):
        Loudspeaker(rate, 2, time.perf_counter)


def test_a_device_that_refuses_its_own_rate_is_named_with_it(machine):
    machine([])
    with pytest.raises(SourceError, match="“Speaker” at 48000 Hz: Invalid"):
        Loudspeaker(48000, 2, time.perf_counter)


@pytest.mark.parametrize("default", [0.0, -1.0, float("nan"), float("inf")])
def test_a_device_without_a_default_rate_is_reported_in_one_sentence(machine, default):
    machine([], default=default)
    with pytest.raises(SourceError, match="“Speaker” at 7 Hz: Invalid"):
        Loudspeaker(7, 2, time.perf_counter)


def test_a_machine_without_an_output_is_reported_in_one_sentence(machine):
    machine([]).device = None
    with pytest.raises(SourceError, match=r"^No audio output could be opened: Error querying"):
        Loudspeaker(44100, 2, time.perf_counter)


def times(ahead):
    return SimpleNamespace(outputBufferDacTime=5.0 + ahead, currentTime=5.0)


def test_the_audio_output_reports_when_each_block_ends_at_the_ear(machine):
    module = machine([1000])
    speaker = Loudspeaker(1000, 2, lambda: 10.0)
    told = []
    speaker.start(lambda out, heard_at: told.append(heard_at))
    for ahead in (0.02, -1.0, 99.0, float("nan")):
        module.opened.ask(np.zeros((100, 2), np.float32), 100, times(ahead), None)
    assert told == pytest.approx([10.12, 10.15, 10.15, 10.15])


def test_an_exception_in_the_callback_is_logged_and_ends_in_silence(machine, caplog):
    module = machine([1000])
    speaker = Loudspeaker(1000, 2, lambda: 10.0)
    out = np.ones((100, 2), np.float32)

    def fail(out, heard_at):
        raise ValueError("broken")

    speaker.start(fail)
    with pytest.raises(CallbackAbort):
        module.opened.ask(out, 100, times(0.02), None)
    assert not out.any()
    assert [record.message for record in caplog.records] == [
        "internal error in the callback of the audio output"
    ]
    assert "broken" in caplog.text


def test_the_callback_of_a_stream_that_failed_to_start_renders_silence(machine):
    module = machine([1000])
    Loudspeaker(1000, 2, lambda: 10.0)
    out = np.ones((100, 2), np.float32)
    module.opened.ask(out, 100, times(0.02), None)
    assert not out.any()


def test_a_device_that_does_not_start_is_reported_in_one_sentence(machine):
    module = machine([1000])

    class Dead(Stream):
        def start(self):
            raise PortAudioError("Unanticipated host error")

    module.stream = Dead
    speaker = Loudspeaker(1000, 2, lambda: 10.0)
    with pytest.raises(SourceError, match=r"^Could not start the audio output: Unanticipated"):
        speaker.start(lambda out, heard_at: None)


def test_an_output_that_never_started_leaves_no_thread():
    SilentOutput(44100, 2, time.perf_counter).close()
    assert not [thread for thread in threading.enumerate() if thread.name == "silent output"]
