"""Trainings side by side, each in a process of its own."""

import os
from functools import partial

import numpy as np
import psutil
import pytest
import torch

from desktop_app.commands.train_processes import TrainingEnded, run_in_processes, run_in_turn
from desktop_app.commands.train_run import Run
from model.architecture import ARCHITECTURES
from model.checkpoint import load_checkpoint
from model.dataset import Recording
from model.recipe import Recipe
from model.trainings import trainings

GENRES = ("high", "low")
RECIPE = Recipe(steps=3, batch=8)


def recording(number):
    levels = np.random.default_rng(number).uniform(-80, 0, (140, 128)).astype(np.float16)
    return Recording(f"{number}", GENRES[number % 2], f"{number}", "own", True, False, (levels,))


PLAN = trainings([recording(n) for n in range(8)], GENRES, ARCHITECTURES["course"], RECIPE, 2)


class Notes:
    """Keeps what it is told; may stop everything at the first step."""

    def __init__(self, at_first_step=lambda: None):
        self.steps, self.stages, self.judged = {}, {}, {}
        self.at_first_step = at_first_step

    def stepped(self, number, step, loss):
        assert loss > 0
        self.steps.setdefault(number, []).append(step)
        self.at_first_step()

    def reached(self, number, stage):
        self.stages[number] = stage

    def done(self, number, judged):
        self.judged[number] = judged


def processes():
    """The processes of trainings that this one has started."""
    children = psutil.Process().children(recursive=True)
    return [child for child in children if "python" in child.name()]


def weights(stage):
    return stage.checkpoint(ARCHITECTURES["course"]).weights


@pytest.fixture
def one_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def same(weights, other):
    return all((weights[name] == other[name]).all() for name in weights)


def test_networks_trained_side_by_side_are_those_trained_in_turn(one_thread):
    apart, in_turn, states = Notes(), Notes(), []

    class Keeping(Notes):
        def reached(self, number, stage):
            super().reached(number, stage)
            states.append(stage)

    in_turn = Keeping()
    run_in_turn(PLAN, {}, in_turn)
    # The last one goes on from its first step, as a resumed one would.
    run_in_processes(PLAN, {2: states[6]}, 3, apart)
    assert in_turn.steps == {number: [1, 2, 3] for number in range(3)}
    assert apart.steps == {**in_turn.steps, 2: [2, 3]}
    for number in range(3):
        assert same(weights(apart.stages[number]), weights(in_turn.stages[number]))
        for name, tracks in in_turn.judged[number].items():
            for track, judged in zip(tracks, apart.judged[number][name], strict=True):
                assert (track.probabilities == judged.probabilities).all()
    assert len(in_turn.judged[0]["own"]) == 4
    assert not in_turn.judged[2]
    assert processes() == []


def test_a_process_that_ends_is_told_and_the_others_end_with_it():
    def kill_one():
        assert len(processes()) == 2
        processes()[0].kill()

    with pytest.raises(
        TrainingEnded, match=r"The process of training run \d ended with status -9\."
    ):
        run_in_processes(PLAN, {}, 2, Notes(kill_one))
    assert processes() == []


def test_ctrl_c_leaves_no_process():
    def interrupt():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_in_processes(PLAN, {}, 2, Notes(interrupt))
    assert processes() == []


def test_a_training_whose_process_ended_can_be_resumed(cli, music, tmp_path, monkeypatch):
    model = tmp_path / "mine.safetensors"
    command = ("train", music, "-o", model, "--steps", 120, "--network", "course", "--folds", 2)
    reached, reach = [], Run.reached

    def kill_after_a_state(self, number, stage):
        reached.append(stage.step)
        reach(self, number, stage)
        for process in processes():
            process.kill()

    monkeypatch.setattr("desktop_app.commands.train.Recipe", partial(Recipe, batch=8))
    monkeypatch.setattr("desktop_app.commands.progress.LINE_SECONDS", 0.0)
    monkeypatch.setattr("desktop_app.commands.train_run.Run.reached", kill_after_a_state)
    status, _, err = cli(*command, "--jobs", 2)
    assert status == 2
    assert reached == [100]
    assert "ended with status -9. Add --resume to continue, and --jobs 1 if memory is short." in err
    assert not model.exists()
    monkeypatch.setattr("desktop_app.commands.train_run.Run.reached", reach)
    status, _, err = cli(*command, "--jobs", 1, "--resume")
    assert status == 0
    assert "100/360" in err
    assert load_checkpoint(model).notes["cross_validation"]["own"]["tracks"] == 6
    assert not os.path.exists(f"{model}.training")
