import threading
import time

import numpy as np
import pytest
import soundfile

from desktop_app.audio.recorder import RecordingState
from tests.fixtures.recordings import RATE, sound
from tests.fixtures.waiting import until


def test_all_sound_after_the_start_is_recorded(input_):
    input_.source.give(sound(1.0, 7))
    input_.start()
    assert input_.now.running
    assert not input_.now.saved
    for seed in range(3):
        input_.give(sound(0.8, seed))
    (path,) = input_.files()
    found, rate = soundfile.read(path)
    assert rate == RATE
    np.testing.assert_allclose(
        found, np.concatenate([sound(0.8, seed) for seed in range(3)]), atol=2**-23
    )
    assert soundfile.info(path).subtype == "PCM_24"
    assert not input_.recorder.problem
    assert input_.now == RecordingState(False, True, pytest.approx(2.4), (path,))


def test_the_last_sound_before_stopping_is_recorded(input_):
    input_.start()
    input_.give(sound(0.5))
    input_.source.give(sound(0.5, 1))
    (path,) = input_.files()
    assert soundfile.info(path).frames == RATE


def test_an_input_opened_after_the_start_is_recorded_from_its_beginning(input_):
    source, input_.source = input_.source, None
    input_.recorder.start(input_.folder)
    time.sleep(0.15)
    source.give(sound(0.5))
    input_.source = source
    until(lambda: input_.now.seconds)
    assert soundfile.info(input_.files()[0]).frames == RATE // 2


def test_samples_beyond_full_scale_are_clipped_without_wrapping(input_):
    input_.start()
    input_.give(np.array([[1.5, -1.5]] * 800))
    found, _ = soundfile.read(input_.files()[0])
    assert found[:, 0].min() > 0.999
    assert found[:, 1].max() < -0.999


def test_an_input_that_returns_gets_its_own_file(input_):
    input_.start()
    input_.give(sound(0.5))
    lost, input_.source = input_.source, None
    lost.give(sound(0.1, 3))
    time.sleep(0.3)
    assert input_.now.running
    input_.source = input_.another(16000, 1)
    input_.source.give(sound(0.25, 1, 16000)[:, :1])
    until(lambda: input_.now.seconds >= 0.85)
    found = [soundfile.info(path) for path in input_.files()]
    assert sorted((info.samplerate, info.channels, info.frames) for info in found) == [
        (8000, 2, 4800), (16000, 1, 4000),
    ]  # fmt: skip
    assert input_.now.seconds == pytest.approx(0.85)
    assert [soundfile.info(path).samplerate for path in input_.now.files] == [8000, 16000]


def test_stopping_while_the_input_changes_is_not_an_error(input_, caplog):
    lost = input_.source
    input_.start()
    input_.give(sound(0.5))
    other = input_.another()
    other.give(sound(0.1, 5))
    stopped = threading.Event()

    def returning():
        if threading.current_thread() is not threading.main_thread():
            input_.recorder.stop()
            stopped.set()

    input_.on_asked = returning
    input_.source = other
    assert stopped.wait(20)
    assert not input_.ended()
    assert not caplog.records
    assert lost.segment.ring.written == RATE // 2
    assert input_.now.seconds == pytest.approx(0.6)


def test_recording_ends_when_there_is_no_input_left(input_):
    input_.start()
    input_.give(sound(0.5))
    input_.listening = False
    assert not input_.ended()
    assert not input_.now.running
    assert soundfile.info(input_.files()[0]).frames == RATE // 2


def test_recordings_within_one_second_are_separate_files(input_):
    for _ in range(3):
        input_.start()
        input_.give(sound(0.1))
        input_.recorder.stop()
    assert len(input_.files()) == 3
    assert all(soundfile.info(path).frames == RATE // 10 for path in input_.files())


def test_starting_twice_makes_one_recording(input_):
    input_.start()
    (path,) = input_.now.files
    input_.recorder.start(input_.folder)
    input_.give(sound(0.1))
    assert input_.files() == [path]


def test_a_recording_without_sound_leaves_no_file(input_):
    input_.start()
    assert input_.now.files[0].exists()
    assert input_.files() == []
    assert input_.now == RecordingState()
    assert not input_.recorder.problem


def test_no_recording_starts_after_closing(input_):
    assert input_.recorder.close()
    input_.recorder.start(input_.folder)
    assert input_.now == RecordingState()
