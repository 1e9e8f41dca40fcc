import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from model.features import HOP_SAMPLES, WINDOW_SAMPLES
from model.streaming import Rolling, RollingWindow, StreamingLogMel
from tests.fixtures.sounds import kinds, seeds, sound
from tests.model.test_features import librosa_mfcc


def stream(samples, sizes):
    """Return the rolling window after pushing samples in blocks of the given sizes, repeated."""
    log_mel, window = StreamingLogMel(), RollingWindow()
    at = turn = 0
    while at < len(samples):
        size = sizes[turn % len(sizes)]
        window.extend(log_mel.push(samples[at : at + size]))
        at += size
        turn += 1
    return window


@settings(max_examples=30, deadline=None)
@given(kinds, seeds, st.integers(0, 60), st.lists(st.integers(1, 4000), min_size=1, max_size=5))
def test_streaming_equals_librosa_on_the_samples_of_the_window(kind, seed, hops, sizes):
    samples = sound(kind, WINDOW_SAMPLES + hops * HOP_SAMPLES, seed)
    window = stream(samples, sizes)
    assert len(window.log_mel()) == 100
    expected = librosa_mfcc(samples[hops * HOP_SAMPLES :])
    np.testing.assert_allclose(window.mfcc(), expected, atol=1e-3)


def test_a_loud_past_does_not_clip_the_present():
    loud_then_quiet = np.concatenate(
        [sound("full scale", WINDOW_SAMPLES, 0), 1e-4 * sound("noise", WINDOW_SAMPLES, 1)]
    )
    expected = librosa_mfcc(loud_then_quiet[HOP_SAMPLES * 103 :][:WINDOW_SAMPLES])
    got = stream(loud_then_quiet[: HOP_SAMPLES * 103 + WINDOW_SAMPLES], [1000]).mfcc()
    np.testing.assert_allclose(got, expected, atol=1e-3)


def test_a_partly_filled_window_has_the_frames_so_far():
    samples = sound("noise", 2048 + 9 * HOP_SAMPLES, 3)
    window = stream(samples, [512])
    assert len(window.log_mel()) == 10
    np.testing.assert_allclose(window.mfcc(), librosa_mfcc(samples), atol=1e-3)


def test_the_window_is_empty_before_the_first_frame():
    assert stream(np.zeros(2047, np.float32), [100]).mfcc().shape == (0, 13)


@settings(deadline=None)
@given(st.lists(st.integers(0, 100), max_size=8), st.integers(1, 5))
def test_the_buffer_keeps_the_latest_rows_for_any_block_sizes(blocks, length):
    rolling, seen = Rolling(length, 1), 0
    for count in blocks:
        rolling.extend(np.arange(seen, seen + count, dtype=np.float32)[:, None])
        for newer in range(count, -1, -1):
            rolling.newer = newer
            stop = seen + count - newer
            expected = np.arange(max(0, stop - length), stop)
            np.testing.assert_array_equal(rolling.last()[:, 0], expected)
        seen += count
