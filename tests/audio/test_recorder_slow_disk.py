"""Recording to a disk that is slow or hangs."""

import time
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.fixtures.recordings import RATE, sound
from tests.fixtures.waiting import until


@pytest.fixture
def hanging(input_, monkeypatch):
    """Make the disk hang at the first long block until the test releases it."""
    write = soundfile.SoundFile.write

    def slow(self, block):
        if len(block) == 4000:
            input_.disk.wait(20)
        write(self, block)

    monkeypatch.setattr(soundfile.SoundFile, "write", slow)


def test_sound_is_recorded_even_while_the_folder_is_being_created(input_, monkeypatch):
    mkdir = Path.mkdir

    def slow(*arguments, **settings):
        input_.disk.wait(20)
        mkdir(*arguments, **settings)

    monkeypatch.setattr(Path, "mkdir", slow)
    input_.source.give(sound(1.0, 7))
    input_.recorder.start(input_.folder)
    input_.source.give(sound(0.5))
    input_.recorder.stop()
    input_.source.give(sound(0.5, 8))
    assert not input_.now.running
    assert not input_.now.saved
    input_.disk.set()
    (path,) = input_.files()
    np.testing.assert_allclose(soundfile.read(path)[0], sound(0.5), atol=2**-23)


def test_a_hung_disk_does_not_block_closing(input_, hanging, caplog):
    input_.start()
    input_.source.give(sound(0.5))
    time.sleep(0.2)
    begun = time.monotonic()
    assert not input_.recorder.close(0.1)
    assert time.monotonic() - begun < 2.0
    assert "was not written within 0.1 s" in caplog.text
    assert not input_.now.saved
    input_.disk.set()
    (path,) = input_.files()
    assert soundfile.info(path).frames == RATE // 2
    assert input_.now.saved


def test_a_slow_disk_leaves_silent_gaps_but_keeps_the_timing(input_, hanging):
    input_.start()
    input_.source.give(sound(0.5))
    time.sleep(0.3)
    for seed in range(1, 7):
        input_.source.give(sound(1.0, seed))
    input_.disk.set()
    until(lambda: input_.now.seconds >= 6.5)
    assert "2.0 s of the recording were replaced" in input_.recorder.problem
    found, _ = soundfile.read(input_.files()[0])
    assert len(found) == 6.5 * RATE
    np.testing.assert_allclose(found[: RATE // 2], sound(0.5), atol=2**-23)
    assert not found[RATE // 2 : 2 * RATE + RATE // 2].any()
    np.testing.assert_allclose(found[-RATE:], sound(1.0, 6), atol=2**-23)


def test_a_slow_disk_adds_no_silence_after_stopping(input_, hanging):
    input_.start()
    input_.source.give(sound(0.5))
    time.sleep(0.3)
    input_.source.give(sound(1.0, 1))
    input_.recorder.stop()
    for seed in range(2, 10):
        input_.source.give(sound(1.0, seed))
    input_.disk.set()
    assert soundfile.info(input_.files()[0]).frames == 1.5 * RATE
