import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.recent_windows import RecentWindows
from desktop_app.analysis.smoothing import Smoother
from model.features import HOP_SAMPLES, SAMPLE_RATE
from model.piece import PieceHead

HEAD = PieceHead.mean_log_probability(4)


def distribution(seed):
    return np.random.default_rng(seed).dirichlet(np.ones(4)).astype(np.float32)


class Listening:
    """Adds one window after the other and returns the mean after each."""

    def __init__(self, seconds):
        self.smoother = Smoother(seconds)
        self.recent = RecentWindows()

    def __call__(self, end_sample, probabilities):
        self.recent.add(end_sample, probabilities)
        found = self.smoother.over(self.recent, HEAD)
        return None if found is None else found.probabilities


@given(st.floats(0, 10), st.integers(1, 500))
def test_the_mean_covers_the_requested_seconds(seconds, count):
    listening = Listening(seconds)
    given_ = [distribution(n) for n in range(count)]
    for n, probabilities in enumerate(given_):
        smoothed = listening(n * HOP_SAMPLES, probabilities)
    reach = seconds * SAMPLE_RATE / HOP_SAMPLES
    recent = [p for n, p in enumerate(given_) if count - 1 - n < reach] or given_[-1:]
    np.testing.assert_allclose(smoothed, np.mean(recent, axis=0), atol=1e-5)
    assert abs(smoothed.sum() - 1) < 1e-4


def test_zero_seconds_pass_the_newest_window_through():
    listening = Listening(0.0)
    listening(0, distribution(1))
    np.testing.assert_array_equal(listening(512, distribution(2)), distribution(2))


def test_a_longer_time_set_later_includes_earlier_windows():
    listening = Listening(0.0)
    for n in range(100):
        listening(n * HOP_SAMPLES, distribution(n))
    listening.smoother = Smoother(1.0)
    smoothed = listening(100 * HOP_SAMPLES, distribution(100))
    expected = np.mean([distribution(n) for n in range(57, 101)], axis=0)
    np.testing.assert_allclose(smoothed, expected, atol=1e-5)


def test_the_mean_is_right_for_hours():
    listening = Listening(1.0)
    for n in range(6000):
        smoothed = listening(n * HOP_SAMPLES, distribution(n))
    expected = np.mean([distribution(n) for n in range(6000 - 44, 6000)], axis=0)
    np.testing.assert_allclose(smoothed, expected, atol=1e-5)


def test_non_music_is_left_out_and_a_majority_of_it_gives_no_mean():
    listening = Listening(1.0)
    music = distribution(1)
    for n in range(43):
        smoothed = listening(n * HOP_SAMPLES, None if n % 3 == 0 else music)
    np.testing.assert_allclose(smoothed, music, atol=1e-6)
    answers = [listening((43 + n) * HOP_SAMPLES, None) for n in range(43)]
    assert answers[0] is not None
    assert answers[30] is None
    assert listening(86 * HOP_SAMPLES, music) is None
    answers = [listening((87 + n) * HOP_SAMPLES, music) for n in range(43)]
    np.testing.assert_allclose(answers[-1], music, atol=1e-6)


def test_a_first_window_that_is_not_music_gives_no_mean():
    listening = Listening(3.0)
    assert listening(0, None) is None
    np.testing.assert_array_equal(listening(HOP_SAMPLES, distribution(2)), distribution(2))


def test_cleared_windows_are_forgotten():
    listening = Listening(5.0)
    listening(0, distribution(1))
    listening.recent.clear()
    np.testing.assert_array_equal(listening(512, distribution(2)), distribution(2))
