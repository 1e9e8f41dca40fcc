import errno
import os
import re
import shutil
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
from desktop_app.audio.recorder import MIN_FREE_BYTES, Recorder, RecordingState
from tests.fixtures.fake_source import FakeSource
from tests.fixtures.waiting import until

RATE = 8000
PLENTY = 10 * MIN_FREE_BYTES


class Input:
    """An input that can be removed, on a disk whose free space can be set."""

    def __init__(self, folder):
        self.folder = folder
        self.free = PLENTY
        self.listening = True
        self.on_asked = lambda: None
        self.disk = threading.Event()
        self.source = self.another()
        self.recorder = Recorder(
            lambda: self.source.segment if self.source else None,
            self.is_listening,
            self.free_bytes,
        )

    def is_listening(self):
        self.on_asked()
        return self.listening

    def free_bytes(self, folder):
        if isinstance(self.free, Exception):
            raise self.free
        return self.free

    @staticmethod
    def another(rate=RATE, channels=2):
        return FakeSource(time.perf_counter, "Mic", rate, channels, 4.0)

    def start(self):
        self.recorder.start(self.folder)
        until(lambda: self.now.files or not self.now.running)

    def give(self, samples):
        before = self.now.seconds
        self.source.give(samples)
        until(lambda: self.now.seconds >= before + len(samples) / self.source.rate - 1e-6)

    @property
    def now(self):
        return self.recorder.recording

    def ended(self):
        until(lambda: self.now.saved)
        return self.recorder.problem

    def files(self):
        assert self.recorder.close()
        return sorted(self.folder.glob("*.flac"))


@pytest.fixture
def input_(tmp_path):
    found = Input(tmp_path / "recordings")
    yield found
    found.disk.set()
    found.recorder.close()


@pytest.fixture
def hanging(input_, monkeypatch):
    """Make the disk hang at the first long block until the test releases it."""
    write = soundfile.SoundFile.write

    def slow(self, block):
        if len(block) == 4000:
            input_.disk.wait(20)
        write(self, block)

    monkeypatch.setattr(soundfile.SoundFile, "write", slow)


def sound(seconds, seed=0, rate=RATE):
    return 0.5 * np.random.default_rng(seed).uniform(-1, 1, (round(seconds * rate), 2))


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


def test_a_nearly_full_disk_is_not_filled(input_):
    input_.free = MIN_FREE_BYTES - 1
    input_.start()
    problem = input_.ended()
    assert "only 200 MB are free on the disk" in problem
    assert f"Could not record to {input_.folder}" in problem
    assert input_.files() == []


def test_recording_stops_before_the_disk_is_full(input_):
    input_.start()
    input_.give(sound(0.5))
    input_.free = 1_000_000
    problem = input_.ended()
    (path,) = input_.files()
    assert "Recording stopped: only 1 MB are free" in problem
    assert problem.endswith(f"0.5 s of sound were saved in {path}.")
    assert soundfile.info(path).frames == RATE // 2


def test_a_folder_that_cannot_be_created_is_named(input_):
    input_.folder.write_text("in the way")
    input_.start()
    problem = input_.ended()
    assert f"Could not record to {input_.folder}: File exists. Nothing was saved." in problem
    assert "Recordings folder" in problem


def test_an_error_closes_the_file_and_states_how_much_was_saved(input_):
    input_.start()
    input_.give(sound(0.5))
    input_.free = OSError(errno.EIO, "Input/output error")
    problem = input_.ended()
    (path,) = input_.now.files
    assert problem == (
        f"Recording stopped: Input/output error. 0.5 s of sound were saved in {path}."
    )
    np.testing.assert_allclose(soundfile.read(path)[0], sound(0.5), atol=2**-23)


def test_an_error_with_two_files_states_the_folder_and_the_total(input_):
    input_.start()
    input_.give(sound(0.5))
    input_.source = input_.another()
    input_.give(sound(0.7))
    input_.free = OSError(errno.EIO, "Input/output error")
    assert input_.ended().endswith(f"1.2 s of sound were saved in 2 files in {input_.folder}.")


def test_nothing_is_reported_as_saved_if_the_folder_was_deleted(input_):
    input_.start()
    input_.give(sound(0.5))
    shutil.rmtree(input_.folder)
    input_.free = FileNotFoundError(errno.ENOENT, "No such file or directory")
    problem = input_.ended()
    assert f"Could not record to {input_.folder}: No such file or directory." in problem
    assert "Nothing was saved." in problem
    assert input_.now == RecordingState()
    assert not input_.recorder._take._files[0]._file


def test_a_deleted_file_is_not_reported_as_saved(input_):
    input_.start()
    input_.give(sound(0.5))
    input_.now.files[0].unlink()
    input_.recorder.stop()
    assert "the file was deleted or moved. Nothing was saved." in input_.ended()
    assert input_.now == RecordingState()


def test_an_internal_error_is_reported_and_the_file_is_closed(input_, caplog):
    input_.start()
    input_.give(sound(0.5))
    input_.free = ValueError("broken")
    problem = input_.ended()
    (path,) = input_.now.files
    assert "Recording stopped: internal error: ValueError('broken'). 0.5 s" in problem
    assert soundfile.info(path).frames == RATE // 2
    until(lambda: "internal error while recording" in caplog.text)
    input_.free = PLENTY
    input_.start()
    input_.give(sound(0.5))
    assert not input_.recorder.problem
    assert len(input_.files()) == 2


def test_a_rate_that_flac_does_not_support_is_named(input_):
    input_.source = input_.another(768_000)
    input_.start()
    assert "FLAC does not support 2 channels at 768000 Hz" in input_.ended()
    assert input_.files() == []


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


RECORD = """
import resource, sys, time
from pathlib import Path
import numpy as np
from desktop_app.audio.recorder import Recorder
from tests.fixtures.fake_source import FakeSource

if len(sys.argv) > 2:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
source = FakeSource(time.perf_counter, "Mic", 8000, 2, 4.0)
recorder = Recorder(lambda: source.segment, lambda: True, lambda _: 10**12)
recorder.start(Path(sys.argv[1]))
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 400
while not recorder.recording.files:
    time.sleep(0.01)
seed = 0
while recorder.recording.running and seed < rounds:
    source.give(0.5 * np.random.default_rng(seed).uniform(-1, 1, (800, 2)))
    seed += 1
    while recorder.recording.running and recorder.recording.seconds < seed * 0.1 - 1e-6:
        time.sleep(0.001)
    print(recorder.recording.seconds, flush=True)
    if len(sys.argv) <= 2:
        time.sleep(0.02)
recorder.close()
print(recorder.problem, flush=True)
"""


def recording(folder, *arguments):
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", RECORD, str(folder), *arguments],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip


def test_killing_the_program_leaves_a_readable_file(tmp_path):
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
def test_a_full_disk_keeps_what_was_written(tmp_path):
    said, _ = recording(tmp_path, "120000").communicate(timeout=60)
    (path,) = tmp_path.glob("*.flac")
    assert "Recording stopped: the disk accepts no more data." in said
    assert "Traceback" not in said
    stated = float(re.search(rf"([\d.]+) s of sound were saved in {path}", said)[1])
    file = AudioFile(path)
    readable = sum(map(len, file.blocks())) / RATE
    file.close()
    assert 2.0 < readable - 0.15 < stated < readable + 0.1


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_disk_that_rejects_the_last_block_is_noticed(tmp_path):
    whole = tmp_path / "whole.flac"
    heard = np.concatenate([sound(0.1, seed) for seed in range(30)])
    soundfile.write(whole, heard, RATE, "PCM_24")
    said, _ = recording(tmp_path / "limited", str(whole.stat().st_size - 20), "30").communicate(
        timeout=60
    )
    assert "Recording stopped: the disk accepts no more data." in said
    assert "2.5 s of sound were saved in" in said
