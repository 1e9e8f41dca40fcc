import threading
import time

import numpy as np
import pytest
import soundfile

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


def test_the_outline_equals_an_analysis_of_the_file(overview, classifier, tmp_path):
    path = write(tmp_path / "x.wav", 12.0, kind="music")
    overview.scan(path, lambda: AudioFile(path), classifier)
    outline = done(overview)
    file = AudioFile(path)
    every = list(moments(file.blocks(), file.rate, classifier, SilenceGate()))
    file.close()
    assert outline.segments == segments(every, classifier.genres, 12.0)
    assert (outline.duration_s, outline.reached_s, outline.problem) == (12.0, 12.0, "")


def test_channels_that_cancel_have_peaks(overview, classifier, tmp_path):
    sound = 0.5 * np.sin(2 * np.pi * 440 * np.arange(4 * 22050) / 22050)
    soundfile.write(tmp_path / "x.wav", np.stack([sound, -sound], axis=1), 22050)
    overview.scan(1, lambda: AudioFile(tmp_path / "x.wav"), classifier)
    peaks = done(overview).peaks
    assert np.abs(peaks[len(peaks) // 2 :]).min() > 0.4


def test_peaks_are_where_the_sound_is_loud(overview, classifier, tmp_path):
    path = tmp_path / "x.wav"
    sound = np.zeros(22050 * 8, np.float32)
    sound[22050 * 4 + 100 : 22050 * 4 + 200] = 0.5
    sound[22050 * 6 : 22050 * 6 + 10] = -0.25
    soundfile.write(path, sound, 22050)
    overview.scan(path, lambda: AudioFile(path), classifier)
    outline = done(overview)
    loud = np.flatnonzero(outline.peaks[:, 1] > 0.4) * outline.peak_s
    assert loud == pytest.approx([4.0], abs=0.1)
    deep = np.flatnonzero(outline.peaks[:, 0] < -0.2) * outline.peak_s
    assert deep == pytest.approx([6.0], abs=0.1)
    assert len(outline.peaks) * outline.peak_s == pytest.approx(8.0, abs=0.3)


def test_the_outline_fills_from_the_left(overview, classifier, tmp_path):
    path = write(tmp_path / "x.wav", 200.0, kind="tones")
    overview.scan(path, lambda: AudioFile(path), classifier)
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


def test_only_the_newest_file_is_scanned_to_its_end(overview, classifier, tmp_path):
    long = write(tmp_path / "long.wav", 300.0)
    short = write(tmp_path / "short.wav", 4.0)
    overview.scan(long, lambda: AudioFile(long), classifier)
    overview.scan(short, lambda: AudioFile(short), classifier)
    assert done(overview).duration_s == 4.0


def test_the_readable_part_of_a_truncated_file_is_shown(overview, classifier, tmp_path):
    path = write(tmp_path / "x.flac", 12.0, kind="noise")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    overview.scan(path, lambda: AudioFile(path), classifier)
    outline = done(overview)
    assert "ends after" in outline.problem
    assert 4.0 < outline.reached_s < 8.0


def test_a_missing_file_is_reported_by_its_player_not_by_the_scan(overview, classifier, tmp_path):
    overview.scan(tmp_path / "nowhere.wav", lambda: AudioFile(tmp_path / "nowhere.wav"), classifier)
    overview.close()
    assert overview.outline is None


def test_scanning_another_file_does_not_wait_for_a_hung_one(
    overview, classifier, tmp_path, monkeypatch
):
    hanging = threading.Event()
    opened = AudioFile.__init__

    def slow(self, path):
        if path.name == "slow.wav":
            hanging.wait()
        opened(self, path)

    monkeypatch.setattr(AudioFile, "__init__", slow)
    slow_one = write(tmp_path / "slow.wav", 4.0)
    quick = write(tmp_path / "quick.wav", 5.0)
    overview.scan(slow_one, lambda: AudioFile(slow_one), classifier)
    begun = time.monotonic()
    overview.scan(quick, lambda: AudioFile(quick), classifier)
    assert time.monotonic() - begun < 0.5
    found = done(overview)
    assert found.duration_s == 5.0
    hanging.set()
    overview.close()
    assert overview.outline is found


def test_an_overwritten_file_is_scanned_again(overview, classifier, tmp_path):
    path = write(tmp_path / "x.wav", 4.0)
    first = AudioFile(path)
    overview.scan(first.content_key, first.reopen, classifier)
    assert done(overview).duration_s == 4.0
    first.close()
    write(path, 6.0)
    second = AudioFile(path)
    overview.scan(second.content_key, second.reopen, classifier)
    second.close()
    assert done(overview).duration_s == 6.0


def test_the_same_file_is_scanned_once(overview, classifier, tmp_path):
    path = write(tmp_path / "x.wav", 4.0)
    overview.scan("x", lambda: AudioFile(path), classifier)
    found = done(overview)
    overview.scan("x", lambda: AudioFile(path), classifier)
    assert overview.outline is found


def test_an_unexpected_exception_is_reported_and_the_next_file_is_scanned(
    overview, classifier, tmp_path, monkeypatch
):
    path = write(tmp_path / "x.wav", 4.0)
    with monkeypatch.context() as patch:
        patch.setattr(AudioFile, "blocks", lambda self: 1 / 0)
        overview.scan(1, lambda: AudioFile(path), classifier)
        assert "Internal error" in done(overview).problem
    assert "Internal error while scanning the file" in overview.fault
    overview.scan(2, lambda: AudioFile(path), classifier)
    assert done(overview).problem == ""
    assert overview.fault == ""


def test_a_late_outline_is_not_shown_for_the_next_file(classifier, tmp_path):
    scanner = FileScanner()
    first, second = write(tmp_path / "1.wav", 4.0), write(tmp_path / "2.wav", 5.0)
    ask, late = scanner._requests.ask, []

    def ask_after_the_first_is_done(request):
        # The first file's scan ends just before the second one is asked for.
        if late:
            late.pop()()
        ask(request)

    def begin(self):
        late.append(lambda: self.tell(done=True))
        hanging.wait(10)

    hanging = threading.Event()
    scanner._requests.ask = ask_after_the_first_is_done
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop_app.analysis.file_scan._Scan.run", begin)
        scanner.scan(1, lambda: AudioFile(first), classifier)
        deadline = time.monotonic() + 5.0
        while not late:
            assert time.monotonic() < deadline
            time.sleep(0.005)
        scanner.scan(2, lambda: AudioFile(second), classifier)
        assert scanner.outline is None
    hanging.set()
    assert scanner.close(5.0)


def test_the_error_is_cleared_with_the_file(classifier, tmp_path):
    scanner = FileScanner()
    path = write(tmp_path / "x.wav", 4.0)

    def refuse():
        raise RuntimeError("unforeseen")

    scanner.scan(1, refuse, classifier)
    deadline = time.monotonic() + 5.0
    while not scanner.fault:
        assert time.monotonic() < deadline
        time.sleep(0.005)
    scanner.forget()
    assert scanner.fault == ""
    scanner.scan(2, lambda: AudioFile(path), classifier)
    assert done(scanner).problem == ""
    assert scanner.close(5.0)
