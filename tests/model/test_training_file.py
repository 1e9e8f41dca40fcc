import hashlib
import io
import os
from dataclasses import replace

import numpy as np
import pytest
import torch

from model.architecture import Layer, conv, max_pool
from model.dataset import Recording
from model.evaluation import Track
from model.model_errors import UnfinishedError
from model.recipe import Recipe
from model.training import Sources, train
from model.training_file import MAGIC, Unfinished, fingerprint, load_unfinished, save_unfinished

TINY = (
    conv(4), Layer("norm"), Layer("relu"), Layer("dropout", rate=0.5), max_pool(4, 4),
    Layer("time_pool"), Layer("dense"),
)  # fmt: skip
RECIPE = Recipe(steps=6, batch=8, average_share=0.34, check_from=0.0, check_every=2)
GENRES = ("a", "b")


@pytest.fixture(scope="module", autouse=True)
def quick():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("model.training.STATISTICS_WINDOWS", 32)
        yield


def recording(number):
    sound = np.random.default_rng(number).normal(0, 5, (140, 128)).astype(np.float16)
    return Recording(f"{number}", GENRES[number % 2], f"{number}", "own", True, False, (sound,))


MUSIC = [recording(number) for number in range(12)]


def trained(recordings=MUSIC, begun=None, stop_at=None):
    """Train and return the final weights and all stages; None as weights if stopped early."""
    stages = []

    def told(stage, loss):
        del loss
        stages.append(stage)
        if stage.step == stop_at:
            raise KeyboardInterrupt

    try:
        weights = train(Sources(recordings, ()), GENRES, TINY, RECIPE, told, begun).weights
    except KeyboardInterrupt:
        weights = None
    return weights, stages


def kept(stage, path):
    save_unfinished(Unfinished("f", "r", "c", stages={2: stage}), path)
    return load_unfinished(path).stages[2]


@pytest.mark.parametrize("step", [1, 3, 6])
def test_a_resumed_training_is_bit_identical(tmp_path, step):
    whole, stages = trained()
    assert stages[-1].best is not None
    _, left = trained(stop_at=step)
    # Other random numbers drawn in between must not matter.
    torch.rand(7)
    begun = kept(left[-1], tmp_path / "state")
    resumed, later = trained(begun=begun)
    assert [stage.step for stage in later] == list(range(step + 1, 7))
    assert whole.keys() == resumed.keys()
    assert all((whole[name] == resumed[name]).all() for name in whole)
    again, _ = trained(begun=begun)
    assert all((whole[name] == again[name]).all() for name in whole)


def test_the_best_network_from_before_the_stop_is_kept(tmp_path, monkeypatch):
    errors = iter([0.1, 0.2, 0.2])
    monkeypatch.setattr("model.validation.Validation.error", lambda self, network: next(errors))
    _, left = trained(stop_at=3)
    resumed, _ = trained(begun=kept(left[-1], tmp_path / "state"))
    average = left[1].state["average"]
    assert all((resumed[name] == average[name].numpy()).all() for name in resumed)


def test_finished_folds_survive_saving_and_loading(tmp_path):
    rng = np.random.default_rng(0)
    track = Track(1, rng.random((4, 2), np.float32), rng.random(4, np.float32), 20)
    save_unfinished(Unfinished("f", "r", "c", 1.5, {1: {"own": [track]}}), tmp_path / "state")
    back = load_unfinished(tmp_path / "state")
    assert (back.fingerprint, back.run, back.command) == ("f", "r", "c")
    assert (back.seconds, back.stages) == (1.5, {})
    (found,) = back.judged[1]["own"]
    assert found.genre == 1
    assert (found.probabilities == track.probabilities).all()
    assert (found.music == track.music).all()


def test_any_damage_is_detected(tmp_path):
    path = tmp_path / "state"
    with pytest.raises(UnfinishedError, match="no training run to resume"):
        load_unfinished(path)
    kept(trained(stop_at=1)[1][-1], path)
    whole = path.read_bytes()
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 1
    for content in (b"", b"no", whole[:-1], whole[: len(MAGIC)], whole[50:], flipped):
        path.write_bytes(content)
        with pytest.raises(UnfinishedError, match="is damaged"):
            load_unfinished(path)


class Trap:
    def __init__(self, mark):
        self.mark = mark

    def __reduce__(self):
        return os.mkdir, (self.mark,)


def test_loading_runs_no_code(tmp_path):
    body = io.BytesIO()
    torch.save({"judged": {}, "stages": Trap(str(tmp_path / "run"))}, body)
    path = tmp_path / "state"
    path.write_bytes(MAGIC + hashlib.sha256(body.getvalue()).digest() + body.getvalue())
    with pytest.raises(UnfinishedError, match="another version"):
        load_unfinished(path)
    assert not (tmp_path / "run").exists()


def test_the_fingerprint_depends_on_everything_that_matters():
    def of(music=MUSIC, genres=GENRES, network=TINY, recipe=RECIPE, folds=5, hold_out=3):
        return fingerprint(music, genres, network, recipe, folds, hold_out)

    assert of() == of(list(MUSIC))
    longer = replace(MUSIC[0], pieces=(np.zeros((141, 128), np.float16),))
    assert len({
        of(), of(MUSIC[1:]), of([*MUSIC[:-1], replace(MUSIC[-1], group="0")]),
        of([longer, *MUSIC[1:]]), of(genres=("a", "c")), of(network=TINY[1:]),
        of(recipe=replace(RECIPE, seed=1)), of(folds=4), of(hold_out=2),
    }) == 9  # fmt: skip
