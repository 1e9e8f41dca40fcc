"""What is left of a recording when its process is killed, or the disk is really full."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from desktop_app.audio.files import AudioFile
from tests.fixtures.recordings import RATE, sound

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
