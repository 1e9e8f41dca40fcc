import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.analysis.piece_tracker import MUSIC_SECONDS, PieceTracker
from desktop_app.analysis.recent_windows import KEPT_SECONDS, RecentWindows
from model.features import HOP_SAMPLES, SAMPLE_RATE, WINDOW_SAMPLES
from model.piece import HOP_FRAMES, PieceHead

GENRES = 4
HOPS_PER_S = SAMPLE_RATE / HOP_SAMPLES
FEW = settings(max_examples=15, deadline=None)


def head(seed=0):
    """A head unlike the mean, so that windows too many or too few show."""
    random = np.random.default_rng(seed)
    weight = random.normal(0, 0.3, (GENRES, 3 * GENRES)).astype(np.float32)
    weight[:, :GENRES] += np.eye(GENRES, dtype=np.float32)
    bias = random.normal(0, 0.2, GENRES).astype(np.float32)
    return PieceHead(weight, bias, doubt=np.array([0.1, 0.4, 0.3], np.float32))


MEAN = PieceHead.mean_log_probability(GENRES)


def windows(genre, count, seed=0, sure=0.55, spread=0.1):
    """(count, genres) of a genre: noisy, as neighbouring windows are, and mostly in its favour."""
    random = np.random.default_rng(seed)
    noise = random.normal(0, spread, (count // 10 + 2, GENRES))
    slow = np.stack([np.interp(np.arange(count) / 10, np.arange(len(noise)), n) for n in noise.T])
    rows = np.full((count, GENRES), (1 - sure) / (GENRES - 1)) + slow.T
    rows[:, genre] += sure - (1 - sure) / (GENRES - 1)
    rows = np.maximum(rows, 0.01)
    return (rows / rows.sum(axis=1, keepdims=True)).astype(np.float32)


class Listening:
    """Adds one window after the other and returns what is said after each."""

    def __init__(self, combine=MEAN):
        self.combine = combine
        self.recent, self.tracker, self.hop = RecentWindows(), PieceTracker(), 0

    def hear(self, rows):
        """What is found after each window; None stands for one that is not music."""
        found = []
        for row in rows:
            self.hop += 1
            self.recent.add(self.hop * HOP_SAMPLES, row)
            found.append(self.tracker.over(self.recent, self.combine))
        return found

    def interrupt(self):
        self.recent.clear()
        self.tracker.reset()


def leading(found):
    return [-1 if one is None else int(one.probabilities.argmax()) for one in found]


@FEW
@given(st.integers(0, 3), st.integers(0, 1000), st.integers(0, 27), st.integers(0, 3))
def test_the_answer_is_that_of_the_head_for_windows_twenty_hops_apart(genre, seed, steps, seed2):
    rows = windows(genre, steps * HOP_FRAMES + 1, seed)
    combine = head(seed2)
    found = Listening(combine).hear(rows)[-1]
    expected = combine(rows[::HOP_FRAMES], HOP_FRAMES)
    np.testing.assert_allclose(found.probabilities, expected, atol=1e-6)


def test_a_young_piece_follows_every_hop():
    rows = windows(1, 45, spread=0.2)
    found = [one.probabilities for one in Listening().hear(rows)]
    assert all((one != other).any() for one, other in itertools.pairwise(found))
    np.testing.assert_allclose(found[30], MEAN(rows[[0, 20, 30]], HOP_FRAMES), atol=1e-6)


@FEW
@given(st.permutations(range(GENRES)), st.integers(0, 1000), st.floats(4, 50), st.floats(0.45, 0.9))
def test_the_answer_turns_to_new_music_within_eight_seconds_and_stays(order, seed, before_s, sure):
    one, other = order[:2]
    listening = Listening()
    listening.hear(windows(one, round(before_s * HOPS_PER_S), seed, sure))
    assert leading(listening.hear(windows(one, 1, seed, sure))) == [one]
    said = leading(listening.hear(windows(other, round(25 * HOPS_PER_S), seed + 1, sure)))
    turned = said.index(other)
    assert turned < 8 * HOPS_PER_S
    assert set(said[turned:]) == {other}


def test_after_a_change_only_the_new_piece_counts():
    listening = Listening(head())
    listening.hear(windows(0, 1000))
    new = windows(2, 1000, seed=1)
    found = listening.hear(new)[-1]
    assert found.seconds == pytest.approx(1000 / HOPS_PER_S + WINDOW_SAMPLES / SAMPLE_RATE, abs=1)
    steps = [head()(new[first::HOP_FRAMES], HOP_FRAMES) for first in range(HOP_FRAMES)]
    # The change is only known to a step, and up to a step is still to come.
    assert min(np.abs(found.probabilities - one).max() for one in steps) < 0.02


def test_a_piece_reaches_back_half_a_minute_at_most():
    listening = Listening()
    drifting = np.concatenate([windows(0, 3000, sure=0.9), windows(0, 1400, spread=0.01)])
    found = listening.hear(drifting)[-1]
    assert found.seconds == KEPT_SECONDS
    expected = MEAN(drifting[-1190::HOP_FRAMES], HOP_FRAMES)
    np.testing.assert_allclose(found.probabilities, expected, atol=0.01)


@FEW
@given(st.integers(0, 1000), st.floats(0.1, 25.0), st.integers(0, 3))
def test_no_state_survives_an_interruption(seed, seconds, genre):
    listening = Listening(head())
    listening.hear(windows(genre, round(seconds * HOPS_PER_S), seed))
    listening.interrupt()
    # Another stream counts its samples from zero again.
    listening.hop = 0
    rows = windows(3, 300, seed + 1)
    found, expected = listening.hear(rows), Listening(head()).hear(rows)
    for one, other in zip(found, expected, strict=True):
        np.testing.assert_array_equal(one.probabilities, other.probabilities)
        assert one.seconds == other.seconds


def test_single_windows_that_are_not_music_do_not_end_a_piece():
    listening = Listening()
    rows = list(windows(1, 800))
    for n in range(0, 800, 7):
        rows[n] = None
    found = listening.hear(rows)
    assert found[0] is None
    assert set(leading(found[2:])) == {1}
    assert found[-1].seconds == round((798 * HOP_SAMPLES + WINDOW_SAMPLES) / SAMPLE_RATE)


def test_a_majority_of_non_music_shows_no_genre_and_ends_the_piece():
    listening = Listening()
    listening.hear(windows(1, 800))
    said = leading(listening.hear([None] * 200))
    gone = said.index(-1)
    assert gone == pytest.approx(MUSIC_SECONDS / 2 * HOPS_PER_S, abs=2)
    assert set(said[:gone]) == {1}
    assert set(said[gone:]) == {-1}
    found = listening.hear(windows(2, 200, seed=5))
    named = [one for one in found if one is not None]
    assert len(named) == pytest.approx(200 - MUSIC_SECONDS / 2 * HOPS_PER_S, abs=3)
    assert set(leading(named)) == {2}
    # What was heard before is not in it; the music that brought the genre back is.
    assert named[0].seconds == round(MUSIC_SECONDS / 2 + WINDOW_SAMPLES / SAMPLE_RATE)


def test_skipped_windows_do_not_disturb_the_answer():
    rows = windows(2, 900)
    listening = Listening()
    for n, row in enumerate(rows):
        listening.hop = n
        if n % 3 == 0:
            found = listening.hear([row])
    expected = MEAN(rows[::HOP_FRAMES], HOP_FRAMES)
    np.testing.assert_allclose(found[-1].probabilities, expected, atol=0.02)


def test_the_windows_of_a_piece_are_combined_again_only_when_there_is_another():
    calls = []

    def combine(rows, hop_frames):
        calls.append(len(rows))
        return MEAN(rows, hop_frames)

    Listening(combine).hear(windows(0, 40 * HOP_FRAMES))
    # While a piece is young, every window counts.
    assert calls.count(40) == 1
    assert len(calls) < 10 * HOP_FRAMES


def test_words_are_kept_longer_the_longer_a_piece_has_been_heard():
    tracker, recent = PieceTracker(), RecentWindows()
    held = []
    for hop, row in enumerate(windows(0, round(20 * HOPS_PER_S))):
        recent.add(hop * HOP_SAMPLES + WINDOW_SAMPLES, row)
        averaged = tracker.over(recent, MEAN)
        held.append(averaged.hold_s)
        assert averaged.hold_s == pytest.approx(0.15 * averaged.seconds)
    assert held[0] < 0.5
    assert held[-1] > 2.5
