import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.analysis.gate import State
from desktop_app.analysis.offline import Moment
from desktop_app.analysis.segments import HALF_WINDOW, most_probable_path, segments

GENRES = ("blues", "metal", "pop")


def moment(number, kind, sure=0.8):
    time_s = 0.5 * (number + 1)
    if kind in GENRES:
        probabilities = np.full(3, (1 - sure) / 2, np.float32)
        probabilities[GENRES.index(kind)] = sure
        return Moment(time_s, State.MUSIC, probabilities, 0.95)
    if kind == "not music":
        return Moment(time_s, State.NOT_MUSIC, np.full(3, 1 / 3, np.float32), 0.4)
    return Moment(time_s, State(kind), None, None)


def recording(*parts):
    kinds = [kind for kind, count in parts for _ in range(count)]
    return [moment(number, kind) for number, kind in enumerate(kinds)]


def labels(moments, duration_s=None):
    return [part.label for part in segments(moments, GENRES, duration_s or 0.5 * len(moments))]


def test_borders_are_where_the_centres_of_the_windows_change():
    found = segments(recording(("metal", 40), ("blues", 40)), GENRES, 40.0)
    assert [part.label for part in found] == ["metal", "blues"]
    assert found[0].start_s == 0.0
    assert found[0].end_s == found[1].start_s == pytest.approx(20.25 - HALF_WINDOW)
    assert found[1].end_s == 40.0
    assert found[0].probability == pytest.approx(0.8, abs=0.01)


def test_a_single_wrong_window_does_not_make_a_segment():
    assert labels(recording(("metal", 20), ("pop", 1), ("metal", 20))) == ["metal"]


def test_silence_and_non_music_are_separate_segments():
    parts = (("metal", 20), ("silence", 12), ("pop", 20), ("not music", 20))
    assert labels(recording(*parts)) == ["metal", "silence", "pop", "not music"]


def test_the_first_segment_starts_at_the_beginning():
    assert labels(recording(("filling", 4), ("pop", 20))) == ["pop"]


def test_no_moments_give_no_segments():
    assert segments([], GENRES, 0.0) == ()
    assert segments(recording(("filling", 4)), GENRES, 2.0) == ()


def test_a_first_segment_is_as_probable_as_its_windows_say():
    kinds = ["filling"] * 4 + ["pop"] * 8
    moments = [moment(number, kind, sure=0.96) for number, kind in enumerate(kinds)]
    (found,) = segments(moments, GENRES, 6.0)
    assert found.probability == pytest.approx(0.96, abs=1e-6)


def test_pauses_in_a_piece_are_not_windows_of_it():
    (found,) = segments(
        recording(("pop", 20), ("silence", 1), ("filling", 4), ("pop", 20)), GENRES, 22.5
    )
    assert found.probability == pytest.approx(0.8, abs=1e-6)


kinds = st.sampled_from([*GENRES, "not music", "silence", "filling"])
parts_of_recordings = st.lists(st.tuples(kinds, st.integers(1, 30)), min_size=1, max_size=8)
FILLING = 4
"""As many moments of half a second as it takes until a window is whole."""


@st.composite
def timelines(draw):
    """Moments as the silence gate lets them through: no window is whole just after a silence."""
    filling = FILLING
    moments = []
    for kind, count, sure in draw(
        st.lists(st.tuples(kinds, st.integers(1, 30), st.floats(0.34, 1.0)), min_size=1, max_size=9)
    ):
        for _ in range(count):
            filling = FILLING if kind in ("silence", "filling") else filling - 1
            shown = "filling" if filling >= 0 and kind != "silence" else kind
            moments.append(moment(len(moments), shown, sure))
    return moments


def says(one, label):
    """What one moment says about a label; None for nothing."""
    if label == "silence":
        return None if one.state is State.FILLING else float(one.state is State.SILENCE)
    if one.probabilities is None:
        return None
    # These windows are music with a probability of 0.4.
    rejected = 0.6 if one.state is State.NOT_MUSIC else 0.0
    if label == "not music":
        return rejected
    return float(one.probabilities[GENRES.index(label)]) * (1.0 - rejected)


@given(timelines())
def test_the_probability_of_a_segment_is_the_mean_over_its_windows(moments):
    for part in segments(moments, GENRES, 0.5 * len(moments)):
        said = []
        for one in moments:
            centre = one.time_s - (HALF_WINDOW if one.probabilities is not None else 0.0)
            if part.start_s <= centre < part.end_s or centre == part.end_s == 0.5 * len(moments):
                said.append(says(one, part.label))
        counted = [value for value in said if value is not None]
        assert part.probability == pytest.approx(np.mean(counted), abs=1e-6)


@settings(deadline=None)
@given(parts_of_recordings)
def test_segments_are_contiguous_from_beginning_to_end(parts):
    moments = recording(*parts)
    found = segments(moments, GENRES, 0.5 * len(moments))
    if all(kind == "filling" for kind, _ in parts):
        assert found == ()
        return
    assert found[0].start_s == 0.0
    assert found[-1].end_s == 0.5 * len(moments)
    for before, after in itertools.pairwise(found):
        assert before.end_s == after.start_s
        assert before.label != after.label
    assert all(0.0 < part.probability <= 1.0 for part in found)


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10_000), st.integers(1, 60), st.integers(2, 12), st.floats(0.5, 0.99))
def test_the_most_probable_path_equals_librosas(seed, times, labels, stay):
    from librosa.sequence import transition_loop, viterbi_discriminative

    likelihood = np.random.default_rng(seed).dirichlet(np.ones(labels), times)
    expected = viterbi_discriminative(
        np.ascontiguousarray(likelihood.T), transition_loop(labels, stay)
    )
    np.testing.assert_array_equal(most_probable_path(np.log(likelihood), stay), expected)
