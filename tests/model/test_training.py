from dataclasses import replace

import numpy as np
import pytest

from model.architecture import Layer, conv, max_pool
from model.calibration import REFUSED_SHARE, music_threshold
from model.classifier import Classifier
from model.conditions import MICROPHONES, judge, named
from model.cross_validation import accuracies, outcome_of
from model.dataset import NOT_MUSIC, Recording
from model.evaluation import Track
from model.recipe import Recipe
from model.sampling import held_out_windows
from model.training import Sources, train
from model.trainings import trainings

SMALL = (
    conv(4), Layer("norm"), Layer("relu"), max_pool(4, 2), Layer("time_pool"), Layer("dense"),
)  # fmt: skip
QUICK = Recipe(steps=60, batch=16, average_share=0.17, microphone_share=0.3)
GENRES = ("high", "low")


def recording(number, genre, origin="gtzan", sure=True):
    """Return a recording with its energy in the upper or lower bands, plus noise."""
    rng = np.random.default_rng(number)
    bands = np.arange(128)
    centre = 90 if genre == "high" else 30
    shape = -20 * np.abs(bands - centre - rng.normal(0, 5)) / 32
    piece = shape + rng.normal(0, 4, (140, 128))
    key = f"{origin}/{number}"
    return Recording(key, genre, key, origin, sure, False, (piece.astype(np.float16),))


@pytest.fixture(scope="module")
def recordings():
    return [recording(n, GENRES[n % 2]) for n in range(20)] + [
        recording(100 + n, GENRES[n % 2], "other", sure=n % 5 != 0) for n in range(20)
    ]


@pytest.fixture(scope="module", autouse=True)
def quick_statistics():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("model.training.STATISTICS_WINDOWS", 128)
        yield


def quietly(stage, loss):
    del stage, loss


def cross_validated(recordings, recipe):
    """Train and judge two folds; return their predictions and the outcome."""
    folds = trainings(recordings, GENRES, SMALL, recipe, folds=2)[:2]
    judged = [fold.run(quietly)[1] for fold in folds]
    rejects = any(recording.genre == NOT_MUSIC for recording in recordings)
    return judged, outcome_of(judged, GENRES, recipe.other_share, rejects=rejects)


@pytest.mark.slow
def test_a_network_learns_and_reports_progress(recordings):
    told = []
    checkpoint = train(
        Sources(recordings[:20], recordings[20:]), GENRES, SMALL, replace(QUICK, steps=120),
        lambda stage, loss: told.append((stage.step, loss)),
    )  # fmt: skip
    assert [done for done, _ in told] == list(range(1, 121))
    assert np.mean([loss for _, loss in told[-10:]]) < np.mean([loss for _, loss in told[:10]])
    unseen = [recording(500 + n, GENRES[n % 2]) for n in range(10)]
    said = judge(checkpoint, unseen, [], seed=0)
    assert accuracies(said)["gtzan"] > 0.9


def test_the_same_seed_gives_the_same_weights(recordings):
    sources = Sources(recordings[:20], [])
    short = replace(QUICK, steps=3)
    once, again = (train(sources, GENRES, SMALL, short, quietly).weights for _ in range(2))
    other = train(sources, GENRES, SMALL, replace(short, seed=1), quietly).weights
    assert all((once[name] == again[name]).all() for name in once)
    assert (once["conv1.weight"] != other["conv1.weight"]).any()


@pytest.mark.parametrize("steps", [1, 2, 5, 7])
def test_training_works_with_very_few_steps(recordings, steps):
    checkpoint = train(
        Sources(recordings[:20], []), GENRES, SMALL, replace(QUICK, steps=steps), quietly
    )
    assert checkpoint.genres == GENRES
    assert all(np.isfinite(value).all() for value in checkpoint.weights.values())


def test_cross_validation_evaluates_each_track_once_on_a_model_not_trained_on_it(
    recordings, monkeypatch
):
    seen, judged = [], []

    def train_noting(sources, *args):
        seen.append({r.key for r in (*sources.own, *sources.other)})
        return train(sources, *args)

    def judge_noting(checkpoint, own, other, seed):
        judged.append({r.key for r in (*own, *other)})
        return judge(checkpoint, own, other, seed)

    monkeypatch.setattr("model.trainings.train", train_noting)
    monkeypatch.setattr("model.trainings.judge", judge_noting)
    told, outcome = cross_validated(recordings, replace(QUICK, steps=10))
    assert [accuracies(told[fold])["gtzan"] for fold in (0, 1)] == outcome.figures["gtzan"]["folds"]
    assert not seen[0] & judged[0]
    assert not seen[1] & judged[1]
    assert judged[0] | judged[1] == {r.key for r in recordings if r.sure}
    assert not judged[0] & judged[1]
    assert set(outcome.figures) == {
        named(part, microphone) for part in ("gtzan", "other") for microphone in ("", *MICROPHONES)
    }
    assert outcome.figures["gtzan"]["tracks"] == 20
    assert outcome.figures["other"]["tracks"] == 16
    assert len(outcome.figures["gtzan"]["folds"]) == 2
    assert outcome.calibration.temperature > 0
    assert 0 < outcome.calibration.sure_threshold < 1
    for figures in outcome.figures.values():
        assert 0 <= figures["answered"] <= 1


def silent(number):
    """Return a recording that is not music: no bands stand out."""
    flat = np.random.default_rng(number).normal(0, 1, (140, 128)).astype(np.float16)
    return Recording(f"n{number}", NOT_MUSIC, f"n{number}", "other", True, False, (flat,))


@pytest.mark.slow
def test_non_music_is_learned_and_the_threshold_fitted(recordings):
    everything = [*recordings, *(silent(n) for n in range(10))]
    _, outcome = cross_validated(everything, QUICK)
    assert 0 < outcome.calibration.music_threshold < 1
    assert outcome.refused["not music"]["share"] > 0.9
    assert outcome.refused["gtzan"]["share"] < 0.2
    assert outcome.refused.keys() == outcome.refused_at_5.keys()
    # Each microphone has a threshold of its own here.
    assert max(outcome.refused_at_5[name]["share"] for name in outcome.figures) < 0.2
    low, high = outcome.refused["gtzan"]["share_interval"]
    assert 0 <= low <= outcome.refused["gtzan"]["share"] <= high
    assert outcome.figures["gtzan"]["tracks"] == 20
    assert outcome.figures["other"]["tracks"] == 16
    longer = replace(QUICK, steps=120)
    checkpoint = train(Sources(recordings[:20], everything[-10:]), GENRES, SMALL, longer, quietly)
    said = judge(checkpoint, recordings[:4], everything[-4:], seed=0)
    assert all((track.music > 0.5).all() for track in said["gtzan"])
    assert all((track.music < 0.5).all() for track in said["not music"])
    assert said["gtzan"][0].probabilities.sum(axis=1) == pytest.approx(1, abs=1e-5)


def test_the_music_threshold_rejects_the_given_share_of_music():
    rng = np.random.default_rng(0)

    def tracks(low):
        music = rng.uniform(low, 1, 1000).astype(np.float32)
        return [Track(0, np.ones((1000, 1), np.float32), music, 20)]

    names = [
        named(part, microphone)
        for part in ("gtzan", "other")
        for microphone in ("", MICROPHONES[0])
    ]
    fold = {name: tracks(0.0) for name in names}
    assert music_threshold([fold]) == pytest.approx(REFUSED_SHARE, abs=0.003)
    assert music_threshold([fold], 0.05) == pytest.approx(0.05, abs=0.01)
    # All conditions have the same weight, regardless of their number of windows.
    fold["gtzan"] = tracks(0.5) * 100
    assert music_threshold([fold], 0.05) == pytest.approx(0.05 * 4 / 3, abs=0.015)


def test_evaluation_windows_are_within_the_first_excerpt():
    windows, hop_frames = held_out_windows(recording(1, "low"))
    assert (windows.shape, hop_frames) == ((4, 100, 128), 13)
    long = replace(recording(1, "low"), pieces=(np.zeros((400, 128), np.float16),))
    windows, hop_frames = held_out_windows(long)
    assert (windows.shape, hop_frames) == ((16, 100, 128), 20)


def test_a_long_recording_is_evaluated_on_its_middle_20_seconds():
    sound = np.repeat(np.arange(3000, dtype=np.float16)[:, None], 128, axis=1)
    windows, _ = held_out_windows(replace(recording(1, "low"), pieces=(sound,)))
    frames = 20 * 22_050 / 512
    assert float(windows.min()) == pytest.approx(1500 - frames / 2, abs=2)
    assert float(windows.max()) <= 1500 + frames / 2 + 1


def test_a_trained_network_can_be_used_for_inference(recordings):
    checkpoint = train(
        Sources(recordings[:20], []), GENRES, SMALL, replace(QUICK, steps=2), quietly
    )
    assert Classifier(checkpoint, "x").predict(np.zeros((1, 100, 13))).shape == (1, 2)
