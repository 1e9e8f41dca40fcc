import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
import soundfile

from desktop_app.audio.files import AudioFile
from desktop_app.audio.recorder import LEAST_FREE_BYTES, Recorder
from tests.fixtures.fake_source import FakeSource

RATE = 8000
PLENTY = 10 * LEAST_FREE_BYTES


class Input:
    """An input that can be taken away, on a disk whose room can be changed."""

    def __init__(self, folder):
        self.folder = folder
        self.free = PLENTY
        self.listening = True
        self.source = self.another()
        self.recorder = Recorder(
            lambda: self.source.feed if self.source else None,
            lambda: self.listening,
            lambda _: self.free,
        )

    @staticmethod
    def another(rate=RATE, channels=2):
        return FakeSource(time.perf_counter, "Mic", rate, channels, 4.0)

    def start(self):
        self.recorder.start(self.folder)
        until(lambda: self.recorder.path is not None or not self.recorder.running)

    def give(self, samples):
        before = self.recorder.seconds
        self.source.give(samples)
        until(lambda: self.recorder.seconds >= before + len(samples) / self.source.rate - 1e-6)

    def files(self):
        self.recorder.close()
        return sorted(self.folder.glob("*.flac"))


@pytest.fixture
def input_(tmp_path):
    found = Input(tmp_path / "recordings")
    yield found
    found.recorder.close()


def until(condition):
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def sound(seconds, seed=0, rate=RATE):
    return 0.5 * np.random.default_rng(seed).uniform(-1, 1, (round(seconds * rate), 2))


def test_what_is_heard_from_the_start_on_is_in_the_file(input_):
    input_.source.give(sound(1.0, 7))
    input_.start()
    assert input_.recorder.running
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
    assert not input_.recorder.running
    assert path == input_.recorder.path


def test_the_last_of_it_is_written_too(input_):
    input_.start()
    input_.give(sound(0.5))
    input_.source.give(sound(0.5, 1))
    (path,) = input_.files()
    assert soundfile.info(path).frames == RATE


def test_what_is_too_loud_is_clipped_and_does_not_turn_over(input_):
    input_.start()
    input_.give(np.array([[1.5, -1.5]] * 800))
    found, _ = soundfile.read(input_.files()[0])
    assert found[:, 0].min() > 0.999
    assert found[:, 1].max() < -0.999


def test_an_input_that_comes_back_gets_a_file_of_its_own(input_):
    input_.start()
    input_.give(sound(0.5))
    lost, input_.source = input_.source, None
    lost.give(sound(0.1, 3))
    time.sleep(0.3)
    assert input_.recorder.running
    input_.source = input_.another(16000, 1)
    input_.source.give(sound(0.25, 1, 16000)[:, :1])
    until(lambda: input_.recorder.seconds >= 0.85)
    found = [soundfile.info(path) for path in input_.files()]
    assert sorted((info.samplerate, info.channels, info.frames) for info in found) == [
        (8000, 2, 4800), (16000, 1, 4000),
    ]  # fmt: skip


def test_it_ends_when_there_is_no_input_any_more(input_):
    input_.start()
    input_.give(sound(0.5))
    input_.listening = False
    until(lambda: not input_.recorder.running)
    assert not input_.recorder.problem
    assert soundfile.info(input_.files()[0]).frames == RATE // 2


def test_two_recordings_of_one_second_are_two_files(input_):
    for _ in range(3):
        input_.start()
        input_.give(sound(0.1))
        input_.recorder.stop()
    assert len(input_.files()) == 3
    assert all(soundfile.info(path).frames == RATE // 10 for path in input_.files())


def test_where_nothing_was_heard_no_file_is_left(input_):
    input_.start()
    assert input_.recorder.path.exists()
    assert input_.files() == []
    assert input_.recorder.path is None
    assert not input_.recorder.problem


def test_a_disk_that_is_nearly_full_is_not_filled(input_):
    input_.free = LEAST_FREE_BYTES - 1
    input_.start()
    until(lambda: not input_.recorder.running)
    assert "only 200 MB are free there" in input_.recorder.problem
    assert str(input_.folder) in input_.recorder.problem
    assert input_.files() == []


def test_recording_stops_before_the_disk_is_full(input_):
    input_.start()
    input_.give(sound(0.5))
    input_.free = 1_000_000
    until(lambda: not input_.recorder.running)
    (path,) = input_.files()
    assert "Recording stopped: only 1 MB are free" in input_.recorder.problem
    assert str(path) in input_.recorder.problem
    assert soundfile.info(path).frames == RATE // 2


def test_a_folder_that_cannot_be_made_is_named(input_, tmp_path):
    input_.folder.write_text("in the way")
    input_.start()
    until(lambda: not input_.recorder.running)
    assert f"Nothing is recorded in {input_.folder}: File exists." in input_.recorder.problem
    assert "Recordings folder" in input_.recorder.problem


def test_a_disk_that_is_too_slow_costs_silence_not_time(input_, monkeypatch):
    hanging = threading.Event()
    written = soundfile.SoundFile.write

    def slow(self, block):
        if len(block) == 4000:
            hanging.wait()
        written(self, block)

    monkeypatch.setattr(soundfile.SoundFile, "write", slow)
    input_.start()
    input_.source.give(sound(0.5))
    time.sleep(0.3)
    for seed in range(1, 7):
        input_.source.give(sound(1.0, seed))
    hanging.set()
    until(lambda: input_.recorder.seconds >= 6.5)
    assert "2.0 s are missing" in input_.recorder.problem
    found, _ = soundfile.read(input_.files()[0])
    assert len(found) == 6.5 * RATE
    np.testing.assert_allclose(found[: RATE // 2], sound(0.5), atol=2**-23)
    assert not found[RATE // 2 : 2 * RATE + RATE // 2].any()
    np.testing.assert_allclose(found[-RATE:], sound(1.0, 6), atol=2**-23)


RECORD = """
import resource, sys, time
from pathlib import Path
import numpy as np
from desktop_app.audio.recorder import Recorder
from tests.fixtures.fake_source import FakeSource

if len(sys.argv) > 2:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
source = FakeSource(time.perf_counter, "Mic", 8000, 2, 4.0)
recorder = Recorder(lambda: source.feed, lambda: True, lambda _: 10**12)
recorder.start(Path(sys.argv[1]))
while recorder.path is None:
    time.sleep(0.01)
seed = 0
while recorder.running and seed < 400:
    source.give(0.5 * np.random.default_rng(seed).uniform(-1, 1, (800, 2)))
    seed += 1
    while recorder.running and recorder.seconds < seed * 0.1 - 1e-6:
        time.sleep(0.001)
    print(recorder.seconds, flush=True)
    if len(sys.argv) <= 2:
        time.sleep(0.02)
print(recorder.problem, flush=True)
recorder.close()
"""


def recording(folder, *arguments):
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", RECORD, str(folder), *arguments],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip


def test_a_program_that_is_killed_leaves_what_was_heard(tmp_path):
    process = recording(tmp_path)
    heard = 0.0
    while heard < 3.0:
        heard = float(process.stdout.readline())
    process.send_signal(signal.SIGKILL)
    process.communicate()
    (path,) = tmp_path.glob("*.flac")
    file = AudioFile(path)
    found = np.concatenate(list(file.blocks()))
    file.close()
    assert len(found) / RATE > heard - 0.6
    np.testing.assert_allclose(found[:800], sound(0.1), atol=2**-23)
    assert file.duration_s == pytest.approx(len(found) / RATE, abs=0.6)


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_disk_that_refuses_more_leaves_what_was_written(tmp_path):
    said, _ = recording(tmp_path, "120000").communicate(timeout=60)
    (path,) = tmp_path.glob("*.flac")
    assert "Recording stopped: the disk takes no more." in said
    assert str(path) in said
    assert "Traceback" not in said
    file = AudioFile(path)
    assert sum(map(len, file.blocks())) > 2 * RATE
    file.close()
