"""From a network's predictions to answers: the head over time, temperatures and thresholds."""

import numpy as np
import pytest

from model.calibration import UNSURE_SHARE, apply_temperature, calibrate, sure
from model.conditions import MICROPHONES, OTHER, named
from model.cross_validation import unanswered
from model.evaluation import Track
from model.piece import HOP_FRAMES
from model.piece_training import Example, fit_head

GENRES = 3
NOISY = named(OTHER, MICROPHONES[0])


def music(count, sharpness, seed=0, windows=12):
    """Return tracks whose windows favour the true genre, more so with a higher sharpness."""
    rng = np.random.default_rng(seed)
    tracks = []
    for number in range(count):
        genre = number % GENRES
        piece = rng.normal(0, 1, GENRES) + sharpness * np.eye(GENRES)[genre]
        logits = piece + rng.normal(0, 1, (windows, GENRES))
        odds = np.exp(logits)
        probabilities = (odds / odds.sum(axis=1, keepdims=True)).astype(np.float32)
        tracks.append(Track(genre, probabilities, np.full(windows, 0.9, np.float32), HOP_FRAMES))
    return tracks


def fold(seed, sharpness=1.5):
    return {
        OTHER: music(90, sharpness, seed),
        NOISY: music(90, 0.5 * sharpness, seed + 100),
    }


@pytest.fixture(scope="module")
def folds():
    return [fold(seed) for seed in range(4)]


@pytest.fixture(scope="module")
def fitted(folds):
    return calibrate(folds, GENRES, 0.7, rejects=True)


def test_answers_are_as_sure_as_they_are_right_over_all_conditions(fitted):
    unseen = music(600, 1.5, 50) + music(600, 0.75, 51)
    answers = np.stack([fitted.piece(track) for track in unseen])
    right = answers.argmax(axis=1) == [track.genre for track in unseen]
    assert answers.max(axis=1).mean() == pytest.approx(right.mean(), abs=0.04)


def test_the_short_stretch_is_less_sure_than_the_long_one(fitted):
    steady = apply_temperature(np.array([[0.5, 0.3, 0.2]], np.float32), fitted.temperature)
    once = fitted.head(steady, HOP_FRAMES).max()
    assert once < fitted.head(np.repeat(steady, 40, axis=0), HOP_FRAMES).max()


def test_a_third_of_the_music_without_microphone_may_be_unsure(folds, fitted):
    clean = np.stack([fitted.piece(track) for part in folds for track in part[OTHER]])
    through = np.stack([fitted.piece(t) for part in folds for t in part[NOISY]])
    assert 1 - sure(fitted, clean).mean() == pytest.approx(UNSURE_SHARE, abs=0.01)
    assert sure(fitted, through).mean() < sure(fitted, clean).mean()


def test_without_music_nothing_changes():
    fitted = calibrate([{}], GENRES, 0.7, rejects=True)
    assert (fitted.temperature, fitted.sure_threshold, fitted.music_threshold) == (1.0, 0.0, 0.0)


def examples(tracks):
    return [Example(t.probabilities, t.hop_frames, t.genre, 1 / len(tracks)) for t in tracks]


def test_a_head_learns_that_one_genre_is_claimed_too_often():
    tracks = music(300, 1.0)
    bias = np.array([3.0, 1.0, 1.0], np.float32)
    partial = [
        Track(t.genre, t.probabilities * bias / (t.probabilities * bias).sum(1, keepdims=True),
              t.music, t.hop_frames)
        for t in tracks
    ]  # fmt: skip
    head = fit_head([examples(partial[:150])], GENRES)
    said = [int(head(t.probabilities, HOP_FRAMES).argmax()) for t in partial[150:]]
    plain = [int(np.log(t.probabilities).mean(0).argmax()) for t in partial[150:]]
    true = np.array([t.genre for t in partial[150:]])
    assert (np.array(said) == true).mean() > (np.array(plain) == true).mean() + 0.02
    assert plain.count(0) > 70 > said.count(0)


def test_a_head_of_few_examples_stays_near_the_mean():
    head = fit_head([examples(music(3, 1.0))], GENRES)
    assert np.abs(head.weight[:, :GENRES] - np.eye(GENRES)).max() < 0.5


def test_music_of_other_genres_is_counted_as_not_sure_or_refused(fitted):
    certain = np.array([[0.98, 0.01, 0.01]] * 12, np.float32)
    even = np.full((12, GENRES), 1 / 3, np.float32)
    loud, rejected = np.ones(12, np.float32), np.zeros(12, np.float32)
    tracks = [
        Track(-1, certain, loud, HOP_FRAMES),
        Track(-1, even, loud, HOP_FRAMES),
        Track(-1, certain, rejected, HOP_FRAMES),
        Track(-1, even, rejected, HOP_FRAMES),
    ]
    found = unanswered(tracks, fitted)
    assert (found["not_sure"], found["refused"], found["share"]) == (0.25, 0.5, 0.75)
    assert found["tracks"] == 4


def test_music_without_any_error_gives_finite_answers():
    tracks = music(30, 50.0)
    head = fit_head([examples(tracks[:15]), examples(tracks[15:])], GENRES)
    assert all(np.isfinite(part).all() for part in (head.weight, head.bias, head.doubt))
    assert head(tracks[0].probabilities, HOP_FRAMES).max() > 0.9
