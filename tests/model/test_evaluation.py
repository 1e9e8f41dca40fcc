import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.calibration import apply_temperature, fit_temperature
from model.evaluation import (
    Track,
    calibration_error,
    calibration_error_by_chance,
    coverage,
    reliability,
)
from model.evaluation import report as full_report
from model.piece import PieceHead

GENRES = ("a", "b", "c")


def track(genre, *windows):
    return Track(genre, np.array(windows, np.float32), np.ones(len(windows), np.float32), 20)


def report(tracks, genres, sure=None):
    head = PieceHead.mean_log_probability(len(genres))
    pieces = np.stack([head(track.probabilities, 20) for track in tracks])
    certain = np.ones(len(tracks), bool) if sure is None else np.array(sure)
    return full_report(tracks, pieces, genres, certain)


def test_windows_and_tracks_are_counted_separately():
    tracks = [
        track(0, (0.9, 0.1, 0.0), (0.4, 0.6, 0.0), (0.8, 0.1, 0.1)),
        track(1, (0.5, 0.4, 0.1)),
    ]
    figures = report(tracks, GENRES)
    assert figures["window_accuracy"] == pytest.approx(2 / 4)
    assert figures["track_accuracy"] == pytest.approx(1 / 2)
    assert figures["confusion"] == [[1, 0, 0], [1, 0, 0], [0, 0, 0]]
    assert figures["per_genre"]["a"] == {"precision": 0.5, "recall": 1.0, "tracks": 1}
    assert figures["per_genre"]["c"] == {"precision": None, "recall": None, "tracks": 0}
    assert (figures["tracks"], figures["windows"]) == (2, 4)


def test_tracks_are_judged_by_the_answer_for_the_whole_track():
    tracks = [track(0, (0.9, 0.1, 0.0)), track(1, (0.1, 0.9, 0.0))]
    answers = np.array([[0.2, 0.5, 0.3], [0.3, 0.4, 0.3]], np.float32)
    figures = full_report(tracks, answers, GENRES, np.array([False, True]))
    assert figures["window_accuracy"] == 1
    assert figures["track_accuracy"] == 0.5
    assert figures["answered"] == 0.5
    assert figures["answered_accuracy"] == 1


def test_the_true_genre_may_be_among_the_first_two():
    tracks = [
        track(0, (0.4, 0.5, 0.1)), track(0, (0.5, 0.4, 0.1)), track(2, (0.4, 0.5, 0.1)),
    ]  # fmt: skip
    assert report(tracks, GENRES)["top2_accuracy"] == pytest.approx(2 / 3)


def test_the_mean_over_genres_leaves_out_those_with_few_tracks():
    right, wrong = track(0, (1, 0, 0)), track(1, (1, 0, 0))
    assert report([right] * 5 + [wrong] * 4, GENRES)["genre_mean"] == 1
    assert report([right] * 15 + [wrong] * 5, GENRES)["genre_mean"] == 0.5
    assert report([right], GENRES)["genre_mean"] is None


def test_without_sure_answers_there_is_no_accuracy_of_them():
    figures = report([track(0, (1, 0, 0))], GENRES, sure=[False])
    assert (figures["answered"], figures["answered_accuracy"]) == (0, None)


def test_coverage_takes_the_surest_answers_first():
    answers = np.array([[0.9, 0.1], [0.2, 0.8], [0.6, 0.4], [0.55, 0.45]], np.float32)
    points = coverage(answers, np.array([0, 1, 1, 1]))
    assert [point["share"] for point in points] == [0.25, 0.5, 0.75, 1.0]
    assert [point["accuracy"] for point in points] == pytest.approx([1, 1, 2 / 3, 0.5])
    assert [point["threshold"] for point in points] == pytest.approx([0.9, 0.8, 0.6, 0.55])


def test_the_interval_comes_from_resampling_tracks():
    right, wrong = track(0, (1, 0, 0)), track(0, (0, 1, 0))
    low, high = report([right] * 30 + [wrong] * 10, GENRES)["track_accuracy_interval"]
    assert 0.55 < low < 0.75 < high < 0.9


def test_calibration_error_of_known_cases():
    probabilities = np.array([[0.75, 0.25]] * 4, np.float32)
    honest = reliability(probabilities, np.array([0, 0, 0, 1]))
    assert honest == [{"confidence": 0.75, "accuracy": 0.75, "answers": 4}]
    assert calibration_error(honest) == pytest.approx(0, abs=1e-6)
    assert calibration_error(reliability(probabilities, np.ones(4, int))) == pytest.approx(0.75)


def test_reliability_separates_confident_from_uncertain_windows():
    probabilities = np.array([[0.55, 0.45]] * 2 + [[0.02, 0.98]] * 3, np.float32)
    unsure, sure = reliability(probabilities, np.array([0, 1, 1, 1, 1]))
    assert (unsure["answers"], sure["answers"]) == (2, 3)
    assert (unsure["accuracy"], sure["accuracy"]) == (0.5, 1.0)
    assert sure["confidence"] == pytest.approx(0.98)


@given(
    st.lists(
        st.fixed_dictionaries(
            {"confidence": st.floats(0.05, 0.99), "answers": st.integers(1, 300)}
        ),
        min_size=1,
        max_size=5,
    )
)
@settings(max_examples=20, deadline=None)
def test_the_calibration_error_by_chance_is_that_of_honest_answers(bins):
    draws = np.random.default_rng(0)
    counts = np.array([part["answers"] for part in bins])
    sure = np.array([part["confidence"] for part in bins])
    right = draws.binomial(counts, sure, size=(4000, len(bins)))
    errors = np.abs(right - counts * sure).sum(axis=1) / counts.sum()
    spread = errors.std() / np.sqrt(len(errors))
    assert calibration_error_by_chance(bins) == pytest.approx(errors.mean(), abs=5 * spread + 1e-6)


def test_certain_answers_leave_nothing_to_chance():
    assert calibration_error_by_chance([{"confidence": 1.0, "answers": 7}]) == 0.0


def test_the_calibration_error_of_identical_tracks_has_an_interval_of_zero_width():
    alike = [track(0, [0.9, 0.1], [0.9, 0.1], [0.2, 0.8])] * 5
    figures = report(alike, ("a", "b"))
    expected = (abs(2 - 1.8) + abs(0 - 0.8)) / 3
    assert figures["window_ece"] == pytest.approx(expected, abs=1e-6)
    assert figures["window_ece_interval"] == pytest.approx([expected] * 2, abs=1e-6)
    assert figures["ece_interval"] == pytest.approx([figures["ece"]] * 2, abs=1e-6)


def test_a_report_without_tracks_is_an_error():
    with pytest.raises(ValueError, match="no tracks"):
        full_report([], np.zeros((0, 3), np.float32), GENRES, np.zeros(0, bool))


def test_fitting_the_temperature_undoes_overconfidence():
    rng = np.random.default_rng(0)
    logits = rng.normal(0, 2, (4000, 3))
    honest = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    labels = (rng.random((4000, 1)) > honest.cumsum(axis=1)).sum(axis=1).clip(max=2)
    too_sure = apply_temperature(honest.astype(np.float32), 0.6)
    tracks = [track(label, *too_sure[labels == label]) for label in range(3)]
    assert fit_temperature({"a": tracks}, {"a": 1.0}) == pytest.approx(1 / 0.6, rel=0.06)
