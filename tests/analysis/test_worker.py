import threading
import time
from datetime import datetime, timedelta

import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view

from desktop_app.analysis.gate import SilenceGate, State
from desktop_app.analysis.pipeline import Pipeline
from desktop_app.analysis.worker import POLL_SECONDS, AnalysisWorker
from desktop_app.audio.stream_segment import StreamSegment
from model.features import SAMPLE_RATE, WINDOW_SAMPLES, log_mel, mfcc
from tests.fixtures.analysis import Chosen, live
from tests.fixtures.fake_source import FakeClassifier, FakeSource
from tests.fixtures.sounds import noise
from tests.model.test_features import librosa_mfcc


def test_every_hop_yields_a_frame_and_every_full_window_a_genre(worker, source, clock):
    samples = noise(512 * 150, 1)
    frames = live(worker, source, clock, samples)
    assert len(frames) == 150
    assert [frame.state for frame in frames[:102]] == [State.FILLING] * 102
    assert [frame.state for frame in frames[102:]] == [State.MUSIC] * 48
    assert frames[101].answer is None
    assert frames[-1].answer.probabilities == pytest.approx([0.5, 0.3, 0.2])
    assert frames[-1].activations["relu1"].shape == (4, 100, 13)
    assert frames[-1].end_sample == len(samples)
    assert frames[-1].heard_at == pytest.approx(clock.now)
    assert frames[-1].windows_per_s == pytest.approx(43, abs=1)
    assert (frames[-1].skipped, frames[-1].lost) == (0, 0)


def test_the_frame_shows_the_mfcc_of_its_window(worker, source, clock):
    samples = noise(512 * 140, 2)
    frame = live(worker, source, clock, samples)[-1]
    expected = librosa_mfcc(samples[len(samples) - WINDOW_SAMPLES :])
    # The removal of DC, which librosa doesn't know, is the whole difference.
    np.testing.assert_allclose(frame.mfcc, expected, atol=0.5)
    assert frame.mfcc.shape == (100, 13)


def test_sound_and_log_mel_are_included_only_on_request(worker, source, clock):
    samples = noise(512 * 140, 2)
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
    frame = live(worker, source, clock, noise(512 * 13, 2))[-1]
    assert len(frame.log_mel) == len(frame.mfcc) == 10
    assert len(frame.samples) == 13 * 512
    heard = sliding_window_view(frame.samples, 2048)[::512]
    np.testing.assert_allclose(frame.log_mel, log_mel(heard), atol=1e-3)


def test_silence_has_no_genre_and_music_after_it_fills_a_new_window(worker, source, clock):
    frames = live(worker, source, clock, noise(512 * 120, 1))
    assert frames[-1].answer is not None
    frames = live(worker, source, clock, np.zeros(512 * 60))
    assert frames[-1].state is State.SILENCE
    assert frames[-1].probabilities is None
    assert frames[-1].answer is None
    frames = live(worker, source, clock, noise(512 * 120, 1))
    assert frames[98].state is State.FILLING
    assert frames[110].state is State.MUSIC


def test_nan_infinity_and_dc_do_not_reach_the_network(worker, source, clock):
    samples = noise(512 * 120, 1)
    samples[::37], samples[1::37], samples[2::37] = np.nan, np.inf, -np.inf
    frames = live(worker, source, clock, samples + np.float32(0.5))
    assert frames[-1].state is State.MUSIC
    assert all(np.isfinite(frame.mfcc).all() for frame in frames)


def test_dc_alone_is_silence(worker, source, clock):
    frames = live(worker, source, clock, np.full(512 * 60, 0.5))
    assert frames[-1].state is State.SILENCE


def test_a_new_segment_starts_with_an_empty_window(worker, source, clock):
    live(worker, source, clock, noise(512 * 110, 1))
    source.segment = FakeSource(clock).segment
    source.segment.start_s, source.segment.recorded = 30.0, datetime(2025, 11, 27, 18, 30)
    frames = live(worker, source, clock, noise(512 * 10, 1))
    assert frames[-1].stream == source.segment.number
    assert frames[-1].state is State.FILLING
    assert len(frames[-1].mfcc) == 7
    assert frames[-1].position_s == pytest.approx(30 + 5120 / 22050)
    assert frames[-1].recorded == datetime(2025, 11, 27, 18, 30) + timedelta(
        seconds=frames[-1].position_s
    )


def test_the_end_of_a_file_is_analysed_too(source, clock):
    source = FakeSource(clock, rate=44100)
    worker = AnalysisWorker(lambda: source.segment, Chosen(FakeClassifier()), clock)
    live(worker, source, clock, noise(2 * WINDOW_SAMPLES, 1), hop=1024)
    assert worker.frames.take() is None
    source.segment.complete = True
    while worker.step():
        frame = worker.frames.take()
    assert frame.end_sample == WINDOW_SAMPLES // 512 * 512
    assert frame.state is State.MUSIC


def test_closing_ends_the_thread(worker):
    before = set(threading.enumerate())
    worker.start()
    assert set(threading.enumerate()) - before
    assert worker.close()
    assert not set(threading.enumerate()) - before


@pytest.mark.parametrize("channels", [1, 2, 8])
@pytest.mark.parametrize("rate", [8000, 11025, 44100, 48000, 96000, 192000])
def test_there_are_43_windows_per_second_at_any_sample_rate(clock, rate, channels):
    source = FakeSource(clock, rate=rate, channels=channels)
    worker = AnalysisWorker(lambda: source.segment, Chosen(FakeClassifier()), clock)
    sound = np.repeat(noise(4 * rate, 2)[:, None], channels, axis=1)
    frames = live(worker, source, clock, sound, hop=rate // 100)
    assert frames[-1].state is State.MUSIC
    assert frames[-1].windows_per_s == pytest.approx(43, abs=1)
    # At 8 kHz the resampler holds back up to 135 ms.
    assert frames[-1].end_sample == pytest.approx(4 * 22050, abs=3000)
    assert frames[-1].skipped == frames[-1].lost == 0


def test_digital_silence_is_timed_per_segment(worker, source, clock):
    live(worker, source, clock, np.zeros(22050 * 2))
    first = source.segment
    assert worker.zeros_s(first) == pytest.approx(2.0, abs=0.05)
    source.segment = FakeSource(clock).segment
    # Nothing of it has been analysed yet.
    assert worker.zeros_s(source.segment) == 0.0
    live(worker, source, clock, noise(512 * 3, 1))
    assert worker.zeros_s(source.segment) == 0.0


def test_sound_that_is_heard_sample_by_sample_is_analysed_no_more_often_than_looked_for():
    # A file's sound is there in advance and is heard as time passes, so there is always a bit more.
    segment = StreamSegment(SAMPLE_RATE, 1, 2.0)
    segment.ring.write(noise(SAMPLE_RATE, 1)[:, None])
    segment.mark(SAMPLE_RATE, time.perf_counter() + 1.0)
    steps = []
    worker = AnalysisWorker(lambda: segment, lambda: steps.append(None), time.perf_counter)
    worker.start()
    time.sleep(0.2)
    assert worker.close()
    assert 2 <= len(steps) <= 0.2 / POLL_SECONDS + 5
