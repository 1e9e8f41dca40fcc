import threading
import time

import numpy as np
import pytest

from desktop_app.analysis.file_scan import FileScanner
from desktop_app.analysis.gate import SilenceGate
from desktop_app.analysis.offline import moments
from desktop_app.analysis.segments import segments
from desktop_app.audio.files import AudioFile
from model.classifier import load_classifier
from tests.fixtures.files import write


@pytest.fixture
def overview():
    overview = FileScanner()
    yield overview
    overview.close()


@pytest.fixture(scope="module")
def classifier():
    return load_classifier()


def done(overview):
    deadline = time.monotonic() + 20
    while overview.outline is None or not overview.outline.done:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return overview.outline


def test_it_says_what_analysing_the_file_says(overview, classifier, tmp_path):
    path = write(tmp_path / "x.wav", 12.0, kind="music")
    overview.scan(lambda: AudioFile(path), classifier)
    outline = done(overview)
    file = AudioFile(path)
    every = list(moments(file.blocks(), file.rate, classifier, SilenceGate()))
    file.close()
    assert outline.segments == segments(every, classifier.genres, 12.0)
    assert (outline.duration_s, outline.reached_s, outline.problem) == (12.0, 12.0, "")


def test_peaks_lie_where_the_sound_is_loud(overview, classifier, tmp_path):
    path = tmp_path / "x.wav"
    import soundfile

    sound = np.zeros(22050 * 8, np.float32)
    sound[22050 * 4 + 100 : 22050 * 4 + 200] = 0.5
    sound[22050 * 6 : 22050 * 6 + 10] = -0.25
    soundfile.write(path, sound, 22050)
    overview.scan(lambda: AudioFile(path), classifier)
    outline = done(overview)
    loud = np.flatnonzero(outline.peaks[:, 1] > 0.4) * outline.peak_s
    assert loud == pytest.approx([4.0], abs=0.1)
    deep = np.flatnonzero(outline.peaks[:, 0] < -0.2) * outline.peak_s
    assert deep == pytest.approx([6.0], abs=0.1)
    assert len(outline.peaks) * outline.peak_s == pytest.approx(8.0, abs=0.3)


def test_it_fills_from_the_left(overview, classifier, tmp_path):
    path = write(tmp_path / "x.wav", 200.0, kind="tones")
    overview.scan(lambda: AudioFile(path), classifier)
    seen = []
    while not (seen and seen[-1].done):
        if overview.outline is not None and (not seen or overview.outline is not seen[-1]):
            seen.append(overview.outline)
        time.sleep(0.001)
    reached = [outline.reached_s for outline in seen]
    assert len(seen) > 3
    assert reached == sorted(reached)
    for outline in seen:
        assert outline.segments[-1].end_s == outline.reached_s


def test_the_file_asked_for_last_wins(overview, classifier, tmp_path):
    long = write(tmp_path / "long.wav", 300.0)
    short = write(tmp_path / "short.wav", 4.0)
    overview.scan(lambda: AudioFile(long), classifier)
    overview.scan(lambda: AudioFile(short), classifier)
    assert done(overview).duration_s == 4.0


def test_of_a_truncated_file_the_rest_is_shown(overview, classifier, tmp_path):
    path = write(tmp_path / "x.flac", 12.0, kind="noise")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    overview.scan(lambda: AudioFile(path), classifier)
    outline = done(overview)
    assert "ends after" in outline.problem
    assert 4.0 < outline.reached_s < 8.0


def test_a_file_that_is_gone_is_nobodys_concern_here(overview, classifier, tmp_path):
    overview.scan(lambda: AudioFile(tmp_path / "nowhere.wav"), classifier)
    overview.close()
    assert overview.outline is None


def test_asking_for_another_file_waits_for_nothing(overview, classifier, tmp_path, monkeypatch):
    hanging = threading.Event()
    opened = AudioFile.__init__

    def slow(self, path):
        if path.name == "slow.wav":
            hanging.wait()
        opened(self, path)

    monkeypatch.setattr(AudioFile, "__init__", slow)
    slow_one = write(tmp_path / "slow.wav", 4.0)
    quick = write(tmp_path / "quick.wav", 5.0)
    overview.scan(lambda: AudioFile(slow_one), classifier)
    begun = time.monotonic()
    overview.scan(lambda: AudioFile(quick), classifier)
    assert time.monotonic() - begun < 0.5
    found = done(overview)
    assert found.duration_s == 5.0
    hanging.set()
    overview.close()
    assert overview.outline is found
