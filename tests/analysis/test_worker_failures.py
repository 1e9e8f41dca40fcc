"""What the analysis does about exceptions, and about sound that comes faster than it can follow."""

import pytest

from desktop_app.analysis.gate import State
from desktop_app.analysis.worker import AnalysisWorker
from tests.fixtures.analysis import Chosen, live
from tests.fixtures.fake_source import FakeClassifier, FakeSource
from tests.fixtures.sounds import noise
from tests.fixtures.waiting import until


def test_a_slow_machine_skips_to_the_newest_window_and_counts_the_others(
    worker, source, clock, network
):
    classifier = FakeClassifier()
    network.classifier = classifier
    live(worker, source, clock, noise(512 * 110, 1))
    seen = len(classifier.windows)
    clock.now += 1.0
    source.give(noise(512 * 43, 2))
    worker.step()
    frame = worker.frames.take()
    assert frame.end_sample == 512 * 153
    assert len(classifier.windows) - seen <= 5
    assert frame.skipped == 43 - (len(classifier.windows) - seen)
    assert frame.lost == 0


def test_lost_sound_is_counted_and_no_window_spans_a_gap(worker, source, clock):
    live(worker, source, clock, noise(512 * 110, 1))
    clock.now += 60.0
    for _ in range(60):
        source.give(noise(22050, 2))
    worker.step()
    frames = live(worker, source, clock, noise(512 * 3, 1))
    assert frames[-1].lost == pytest.approx(55 * 22050, abs=512 * 4)
    assert frames[-1].end_sample == pytest.approx(512 * 113 + 60 * 22050, abs=512)
    assert len(frames[-1].mfcc) == 100


def test_after_a_long_stall_the_newest_sound_is_shown_and_the_loss_counted(worker, source, clock):
    live(worker, source, clock, noise(512 * 120, 3))
    for second in range(10):
        clock.now += 1.0
        source.give(noise(22050, 10 + second))
    worker.step()
    frames = live(worker, source, clock, noise(512 * 120, 4))
    assert frames[-1].lost == pytest.approx(5 * 22050, abs=1024)
    assert frames[-1].skipped > 100
    assert frames[-1].state is State.MUSIC
    assert clock.now - frames[-1].heard_at < 0.05


def test_an_exception_in_the_pipeline_is_reported_and_analysis_continues(
    source, clock, monkeypatch
):
    worker = AnalysisWorker(lambda: source.segment, Chosen(FakeClassifier()), clock)
    worker.start()
    try:
        with monkeypatch.context() as patch:
            patch.setattr("desktop_app.analysis.pipeline.Pipeline.push", lambda *_, **__: 1 / 0)
            source.give(noise(512 * 10, 1))
            until(lambda: "Internal error while analysing the sound" in worker.fault)
        source.give(noise(512 * 110, 1))
        until(lambda: (frame := worker.frames.take()) and frame.answer is not None)
    finally:
        worker.close()


class Recording:
    """A listener that records the frames, or fails if the test says so."""

    def __init__(self):
        self.frames, self.pauses, self.failing = [], 0, None

    def note(self, frame):
        self.frames.append(frame)
        if self.failing:
            raise self.failing

    def pause(self):
        self.pauses += 1
        if self.failing:
            raise self.failing


def test_a_failing_listener_stops_neither_the_others_nor_the_analysis(
    source, network, clock, caplog
):
    listeners = [Recording(), Recording(), Recording()]
    worker = AnalysisWorker(lambda: source.segment, network, clock, listeners)
    listeners[0].failing = RuntimeError("full disk")
    listeners[2].failing = ValueError("odd")
    frames = live(worker, source, clock, noise(512 * 110, 1))
    assert frames[-1].answer is not None
    assert all(len(listener.frames) == 110 for listener in listeners)
    assert worker.fault == "Internal error while storing results: RuntimeError('full disk')."
    # Each is logged once although they alternate.
    assert [record.levelname for record in caplog.records] == ["ERROR", "ERROR"]
    listeners[0].failing = listeners[2].failing = None
    source.segment = FakeSource(clock).segment
    live(worker, source, clock, noise(512 * 3, 1))
    assert worker.fault == ""


def test_a_listener_that_fails_without_a_source_is_reported(network, clock):
    listeners = [Recording(), Recording()]
    worker = AnalysisWorker(lambda: None, network, clock, listeners)
    listeners[0].failing = RuntimeError("full disk")
    assert not worker.step()
    assert [listener.pauses for listener in listeners] == [1, 1]
    assert "full disk" in worker.fault


def test_an_exception_does_not_shift_later_positions(worker, source, clock, monkeypatch):
    live(worker, source, clock, noise(512 * 50, 1))
    with monkeypatch.context() as patch:
        patch.setattr("desktop_app.analysis.pipeline.Pipeline.push", lambda *_, **__: 1 / 0)
        source.give(noise(512 * 10, 1))
        with pytest.raises(ZeroDivisionError):
            worker._guarded_step()
    frame = live(worker, source, clock, noise(512 * 20, 1))[-1]
    assert frame.end_sample == 512 * 80
    assert frame.lost == 0
    assert len(frame.mfcc) == 17
