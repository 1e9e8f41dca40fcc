import threading
import time
from datetime import datetime, timedelta

import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view

from desktop_app.analysis.gate import SilenceGate, State
from desktop_app.analysis.mailbox import FrameMailbox, Mailbox
from desktop_app.analysis.pipeline import Pipeline
from desktop_app.analysis.smoothing import Smoother
from desktop_app.analysis.worker import POLL_SECONDS, AnalysisWorker
from desktop_app.audio.stream_segment import StreamSegment
from model.features import SAMPLE_RATE, WINDOW_SAMPLES, log_mel, mfcc
from tests.fixtures.fake_source import FakeClassifier, FakeSource
from tests.fixtures.outputs import ManualClock
from tests.model.test_features import librosa_mfcc


def music(count, seed):
    """Noise at -20 dBFS, far above the silence threshold."""
    return 0.1 * np.random.default_rng(seed).standard_normal(count).astype(np.float32)


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def source(clock):
    return FakeSource(clock)


class Chosen:
    """Returns the network that the test has chosen."""

    def __init__(self, classifier=None):
        self.classifier = classifier

    def __call__(self):
        return self.classifier


@pytest.fixture
def network():
    return Chosen(FakeClassifier())


@pytest.fixture
def worker(source, network, clock):
    worker = AnalysisWorker(lambda: source.segment, network, clock)
    worker.layers = ("relu1",)
    return worker


def live(worker, source, clock, samples, hop=512):
    """Deliver sound hop by hop, as in real time; return the frames."""
    frames = []
    for at in range(0, len(samples), hop):
        clock.now += hop / source.rate
        source.give(samples[at : at + hop])
        worker.step()
        frame = worker.frames.take()
        if frame is not None:
            frames.append(frame)
    return frames


def test_every_hop_yields_a_frame_and_every_full_window_a_genre(worker, source, clock):
    samples = music(512 * 150, 1)
    frames = live(worker, source, clock, samples)
    assert len(frames) == 150
    assert [frame.state for frame in frames[:102]] == [State.FILLING] * 102
    assert [frame.state for frame in frames[102:]] == [State.MUSIC] * 48
    assert frames[101].smoothed is None
    assert frames[-1].smoothed == pytest.approx([0.5, 0.3, 0.2])
    assert frames[-1].activations["relu1"].shape == (4, 100, 13)
    assert frames[-1].end_sample == len(samples)
    assert frames[-1].heard_at == pytest.approx(clock.now)
    assert frames[-1].windows_per_s == pytest.approx(43, abs=1)
    assert (frames[-1].skipped, frames[-1].lost) == (0, 0)


def test_the_frame_shows_the_mfcc_of_its_window(worker, source, clock):
    samples = music(512 * 140, 2)
    frame = live(worker, source, clock, samples)[-1]
    expected = librosa_mfcc(samples[len(samples) - WINDOW_SAMPLES :])
    # The removal of DC, which librosa doesn't know, is the whole difference.
    np.testing.assert_allclose(frame.mfcc, expected, atol=0.5)
    assert frame.mfcc.shape == (100, 13)


def test_sound_and_log_mel_are_included_only_on_request(worker, source, clock):
    samples = music(512 * 140, 2)
    frame = live(worker, source, clock, samples[: 512 * 110])[-1]
    assert frame.samples is None
    assert frame.log_mel is None
    worker.with_sound = True
    frame = live(worker, source, clock, samples[512 * 110 :])[-1]
    road = Pipeline(source.rate, SilenceGate())
    for _ in road.push(samples[:, None], last=True):
        pass
    np.testing.assert_array_equal(frame.samples, road.sound())
    np.testing.assert_allclose(frame.log_mel, road.window.log_mel(), atol=1e-4)
    assert frame.samples.shape == (WINDOW_SAMPLES,)
    assert frame.samples.dtype == np.float32
    # The removal of DC is the whole difference.
    np.testing.assert_allclose(frame.samples, samples[-WINDOW_SAMPLES:], atol=0.02)
    np.testing.assert_array_equal(frame.mfcc, mfcc(frame.log_mel))


def test_a_filling_window_contains_exactly_the_sound_of_its_frames(worker, source, clock):
    worker.with_sound = True
    frame = live(worker, source, clock, music(512 * 13, 2))[-1]
    assert len(frame.log_mel) == len(frame.mfcc) == 10
    assert len(frame.samples) == 13 * 512
    heard = sliding_window_view(frame.samples, 2048)[::512]
    np.testing.assert_allclose(frame.log_mel, log_mel(heard), atol=1e-3)


def test_silence_has_no_genre_and_music_after_it_fills_a_new_window(worker, source, clock):
    frames = live(worker, source, clock, music(512 * 120, 1))
    assert frames[-1].smoothed is not None
    frames = live(worker, source, clock, np.zeros(512 * 60))
    assert frames[-1].state is State.SILENCE
    assert frames[-1].probabilities is None
    assert frames[-1].smoothed is None
    frames = live(worker, source, clock, music(512 * 120, 1))
    assert frames[98].state is State.FILLING
    assert frames[110].state is State.MUSIC


def test_nan_infinity_and_dc_do_not_reach_the_network(worker, source, clock):
    samples = music(512 * 120, 1)
    samples[::37], samples[1::37], samples[2::37] = np.nan, np.inf, -np.inf
    frames = live(worker, source, clock, samples + np.float32(0.5))
    assert frames[-1].state is State.MUSIC
    assert all(np.isfinite(frame.mfcc).all() for frame in frames)


def test_dc_alone_is_silence(worker, source, clock):
    frames = live(worker, source, clock, np.full(512 * 60, 0.5))
    assert frames[-1].state is State.SILENCE


def test_a_slow_machine_skips_to_the_newest_window_and_counts_the_others(
    worker, source, clock, network
):
    classifier = FakeClassifier()
    network.classifier = classifier
    live(worker, source, clock, music(512 * 110, 1))
    seen = len(classifier.windows)
    clock.now += 1.0
    source.give(music(512 * 43, 2))
    worker.step()
    frame = worker.frames.take()
    assert frame.end_sample == 512 * 153
    assert len(classifier.windows) - seen <= 5
    assert frame.skipped == 43 - (len(classifier.windows) - seen)
    assert frame.lost == 0


def test_lost_sound_is_counted_and_no_window_spans_a_gap(worker, source, clock):
    live(worker, source, clock, music(512 * 110, 1))
    clock.now += 60.0
    for _ in range(60):
        source.give(music(22050, 2))
    worker.step()
    frames = live(worker, source, clock, music(512 * 3, 1))
    assert frames[-1].lost == pytest.approx(55 * 22050, abs=512 * 4)
    assert frames[-1].end_sample == pytest.approx(512 * 113 + 60 * 22050, abs=512)
    assert len(frames[-1].mfcc) == 100


def test_a_new_segment_starts_with_an_empty_window(worker, source, clock):
    live(worker, source, clock, music(512 * 110, 1))
    source.segment = FakeSource(clock).segment
    source.segment.start_s, source.segment.recorded = 30.0, datetime(2025, 11, 27, 18, 30)
    frames = live(worker, source, clock, music(512 * 10, 1))
    assert frames[-1].stream == source.segment.number
    assert frames[-1].state is State.FILLING
    assert len(frames[-1].mfcc) == 7
    assert frames[-1].position_s == pytest.approx(30 + 5120 / 22050)
    assert frames[-1].recorded == datetime(2025, 11, 27, 18, 30) + timedelta(
        seconds=frames[-1].position_s
    )


def test_the_mfcc_image_needs_no_model(source, clock):
    worker = AnalysisWorker(lambda: source.segment, Chosen(), clock)
    frames = live(worker, source, clock, music(512 * 110, 1))
    assert frames[-1].state is State.MUSIC
    assert frames[-1].smoothed is None
    assert len(frames[-1].mfcc) == 100


def test_the_mfcc_image_survives_a_failing_network_which_is_named_and_logged_once(
    worker, source, clock, network, caplog
):
    failing = FakeClassifier()
    failing.failing = RuntimeError("no weights")
    network.classifier = failing
    frames = live(worker, source, clock, music(512 * 110, 1))
    assert frames[-1].smoothed is None
    assert worker.fault == "The model “fake” failed: no weights. Choose another model."
    (record,) = caplog.records
    assert "no weights" in record.exc_text
    network.classifier = FakeClassifier()
    assert live(worker, source, clock, music(512, 1))[-1].smoothed is not None
    assert worker.fault == ""


def test_the_end_of_a_file_is_analysed_too(source, clock):
    source = FakeSource(clock, rate=44100)
    worker = AnalysisWorker(lambda: source.segment, Chosen(FakeClassifier()), clock)
    live(worker, source, clock, music(2 * WINDOW_SAMPLES, 1), hop=1024)
    assert worker.frames.take() is None
    source.segment.complete = True
    while worker.step():
        frame = worker.frames.take()
    assert frame.end_sample == WINDOW_SAMPLES // 512 * 512
    assert frame.state is State.MUSIC


def test_the_mailbox_delivers_the_newest_item_once():
    mailbox = Mailbox()
    assert mailbox.take() is None
    mailbox.post(1)
    mailbox.post(2)
    assert mailbox.take() == 2
    assert mailbox.take() is None


def test_two_frames_of_one_burst_are_displayed_one_after_the_other():
    pictures = FrameMailbox()
    assert pictures.take(0.0) is None
    pictures.post("a", 1.000)
    pictures.post("b", 1.001)
    assert pictures.take(1.005) == "a"
    assert pictures.take(1.035) == "b"
    assert pictures.take(1.065) is None


def test_older_and_single_frames_are_not_held_back():
    pictures = FrameMailbox()
    pictures.post("a", 1.000)
    pictures.post("b", 1.001)
    assert pictures.take(1.020) == "b"
    pictures.post("c", 2.000)
    pictures.post("d", 2.023)
    assert pictures.take(2.025) == "d"
    for number in range(5):
        pictures.post(number, 3.0 + number / 1000)
    assert pictures.take() == 4
    assert pictures.take() is None


def test_closing_ends_the_thread(worker):
    before = set(threading.enumerate())
    worker.start()
    assert set(threading.enumerate()) - before
    assert worker.close()
    assert not set(threading.enumerate()) - before


def test_non_music_has_feature_maps_but_no_genre(worker, source, clock, network):
    speech = FakeClassifier()
    speech.music, speech.music_threshold = 0.1, 0.3
    network.classifier = speech
    frame = live(worker, source, clock, music(512 * 110, 1))[-1]
    assert frame.state is State.NOT_MUSIC
    assert frame.smoothed is None
    assert frame.probabilities == pytest.approx([0.5, 0.3, 0.2])
    assert frame.activations["relu1"].shape == (4, 100, 13)
    speech.music = 0.9
    worker.answering.average = Smoother(0.5)
    frame = live(worker, source, clock, music(512 * 30, 1))[-1]
    assert frame.state is State.MUSIC
    assert frame.smoothed == pytest.approx([0.5, 0.3, 0.2])


def heard_in_two_parts(worker, source, clock, network, between):
    """The seconds that the answer is about, before and after something happens."""
    before = live(worker, source, clock, music(512 * 400, 1))[-1].averaged_s
    between()
    after = [
        frame.averaged_s
        for frame in live(worker, source, clock, music(512 * 130, 1))
        if frame.answer is not None
    ]
    return before, after[0] if after else None


@pytest.mark.parametrize("way", ["silence", "segment", "network", "loss"])
def test_after_a_break_a_new_piece_begins(worker, source, clock, network, way):
    def seek():
        source.segment = FakeSource(clock).segment

    def load_another():
        network.classifier = FakeClassifier()

    def lose_sound():
        clock.now += 60.0
        for _ in range(60):
            source.give(music(22050, 2))
        worker.step()
        worker.frames.take()

    ways = {
        "silence": lambda: live(worker, source, clock, np.zeros(512 * 60)),
        "segment": seek, "network": load_another, "loss": lose_sound,
    }  # fmt: skip
    before, after = heard_in_two_parts(worker, source, clock, network, ways[way])
    assert before == 9.0
    # One window is 2.3 s.
    assert after <= 3.0


def test_a_network_that_is_in_doubt_says_so(worker, source, clock, network):
    network.classifier.sure_threshold = 0.7
    assert live(worker, source, clock, music(512 * 110, 1))[-1].heard == "a or b"
    network.classifier.sure_threshold = 0.9
    source.segment = FakeSource(clock).segment
    assert live(worker, source, clock, music(512 * 110, 1))[-1].heard == "not sure"


def test_probabilities_of_two_networks_are_never_averaged(worker, source, clock, network):
    frames = live(worker, source, clock, music(512 * 110, 1))
    assert frames[-1].network.genres == ("a", "b", "c")
    other = FakeClassifier()
    other.genres = ("x", "y")
    other.answer = np.array([0.1, 0.9], np.float32)
    network.classifier = other
    frames = live(worker, source, clock, music(512 * 2, 1))
    assert all(frame.network is other for frame in frames)
    assert frames[-1].smoothed == pytest.approx([0.1, 0.9])


def test_a_new_network_takes_over_at_the_next_window(worker, source, clock, network):
    other = FakeClassifier()
    other.genres = ("x", "y")
    other.answer = np.array([0.1, 0.9], np.float32)
    first = network.classifier
    look = first.look
    first.look = lambda *arguments: (setattr(network, "classifier", other), look(*arguments))[1]
    frames = live(worker, source, clock, music(512 * 110, 1))
    answered = [frame for frame in frames if frame.smoothed is not None]
    assert [len(frame.smoothed) for frame in answered[:3]] == [3, 2, 2]
    assert answered[0].network is first
    assert answered[1].network is other


@pytest.mark.parametrize("channels", [1, 2, 8])
@pytest.mark.parametrize("rate", [8000, 11025, 44100, 48000, 96000, 192000])
def test_there_are_43_windows_per_second_at_any_sample_rate(clock, rate, channels):
    source = FakeSource(clock, rate=rate, channels=channels)
    worker = AnalysisWorker(lambda: source.segment, Chosen(FakeClassifier()), clock)
    sound = np.repeat(music(4 * rate, 2)[:, None], channels, axis=1)
    frames = live(worker, source, clock, sound, hop=rate // 100)
    assert frames[-1].state is State.MUSIC
    assert frames[-1].windows_per_s == pytest.approx(43, abs=1)
    # At 8 kHz the resampler holds back up to 135 ms.
    assert frames[-1].end_sample == pytest.approx(4 * 22050, abs=3000)
    assert frames[-1].skipped == frames[-1].lost == 0


def test_after_a_long_stall_the_newest_sound_is_shown_and_the_loss_counted(worker, source, clock):
    live(worker, source, clock, music(512 * 120, 3))
    for second in range(10):
        clock.now += 1.0
        source.give(music(22050, 10 + second))
    worker.step()
    frames = live(worker, source, clock, music(512 * 120, 4))
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
            source.give(music(512 * 10, 1))
            wait_for(lambda: "Internal error while analysing the sound" in worker.fault)
        source.give(music(512 * 110, 1))
        wait_for(lambda: (frame := worker.frames.take()) and frame.smoothed is not None)
    finally:
        worker.close()


def wait_for(condition):
    deadline = time.monotonic() + 10.0
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


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
    frames = live(worker, source, clock, music(512 * 110, 1))
    assert frames[-1].smoothed is not None
    assert all(len(listener.frames) == 110 for listener in listeners)
    assert worker.fault == "Internal error while storing results: RuntimeError('full disk')."
    # Each is logged once although they alternate.
    assert [record.levelname for record in caplog.records] == ["ERROR", "ERROR"]
    listeners[0].failing = listeners[2].failing = None
    source.segment = FakeSource(clock).segment
    live(worker, source, clock, music(512 * 3, 1))
    assert worker.fault == ""


def test_a_listener_that_fails_without_a_source_is_reported(network, clock):
    listeners = [Recording(), Recording()]
    worker = AnalysisWorker(lambda: None, network, clock, listeners)
    listeners[0].failing = RuntimeError("full disk")
    assert not worker.step()
    assert [listener.pauses for listener in listeners] == [1, 1]
    assert "full disk" in worker.fault


def test_an_exception_does_not_shift_later_positions(worker, source, clock, monkeypatch):
    live(worker, source, clock, music(512 * 50, 1))
    with monkeypatch.context() as patch:
        patch.setattr("desktop_app.analysis.pipeline.Pipeline.push", lambda *_, **__: 1 / 0)
        source.give(music(512 * 10, 1))
        with pytest.raises(ZeroDivisionError):
            worker._guarded_step()
    frame = live(worker, source, clock, music(512 * 20, 1))[-1]
    assert frame.end_sample == 512 * 80
    assert frame.lost == 0
    assert len(frame.mfcc) == 17


def test_digital_silence_is_timed_per_segment(worker, source, clock):
    live(worker, source, clock, np.zeros(22050 * 2))
    first = source.segment
    assert worker.zeros_s(first) == pytest.approx(2.0, abs=0.05)
    source.segment = FakeSource(clock).segment
    # Nothing of it has been analysed yet.
    assert worker.zeros_s(source.segment) == 0.0
    live(worker, source, clock, music(512 * 3, 1))
    assert worker.zeros_s(source.segment) == 0.0


def test_sound_that_is_heard_sample_by_sample_is_analysed_no_more_often_than_looked_for():
    # A file's sound is there in advance and is heard as time passes, so there is always a bit more.
    segment = StreamSegment(SAMPLE_RATE, 1, 2.0)
    segment.ring.write(music(SAMPLE_RATE, 1)[:, None])
    segment.mark(SAMPLE_RATE, time.perf_counter() + 1.0)
    steps = []
    worker = AnalysisWorker(lambda: segment, lambda: steps.append(None), time.perf_counter)
    worker.start()
    time.sleep(0.2)
    assert worker.close()
    assert 2 <= len(steps) <= 0.2 / POLL_SECONDS + 5
