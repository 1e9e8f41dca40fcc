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


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([*GENRES, "not music", "silence", "filling"]), st.integers(1, 30)
        ),
        min_size=1, max_size=8,
    )
)  # fmt: skip
def test_segments_are_contiguous_from_beginning_to_end(parts):
    moments = recording(*parts)
    found = segments(moments, GENRES, 0.5 * len(moments))
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
