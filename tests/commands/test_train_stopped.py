"""Interrupting ``genre-monitor train`` with Ctrl-C, and resuming it."""

import errno
import os
from functools import partial

import pytest

from desktop_app.bundled import COURSE_PATH
from desktop_app.cli import main
from model.checkpoint import load_checkpoint
from model.recipe import Recipe
from model.training_state import Learner
from resources import languages

STEPS = 3
OPTIONS = ("--steps", STEPS, "--network", "course", "--folds", 2, "--jobs", 1)
"""Two folds and the final training take nine steps in all."""


@pytest.fixture(scope="module", autouse=True)
def quick():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("model.training.STATISTICS_WINDOWS", 32)
        patch.setattr("desktop_app.commands.train.Recipe", partial(Recipe, batch=16))
        yield


@pytest.fixture(scope="module")
def uninterrupted(music, tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "mine.safetensors"
    assert main([str(word) for word in ("train", music, "-o", path, *OPTIONS)]) == 0
    return load_checkpoint(path)


@pytest.fixture
def press(monkeypatch):
    """Simulate Ctrl-C in the middle of the n-th step from now."""
    learn = Learner.learn

    def at(number):
        steps = iter(range(1, number + 1))

        def learn_until(self, *batch):
            loss = learn(self, *batch)
            if next(steps, number) == number:
                raise KeyboardInterrupt
            return loss

        monkeypatch.setattr(Learner, "learn", learn_until)

    yield at
    monkeypatch.setattr(Learner, "learn", learn)


@pytest.fixture
def train(cli, music):
    def run(model, *options):
        return cli("train", music, "-o", model, *OPTIONS, *options)

    return run


def files(folder):
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def same(checkpoint, other):
    def figures(of):
        timeless = {k: v for k, v in of.notes.items() if not k.startswith("minutes")}
        # The output path differs.
        return {**timeless, "command": None}

    return (
        figures(checkpoint) == figures(other)
        and checkpoint.temperature == other.temperature
        and all((value == other.weights[name]).all() for name, value in checkpoint.weights.items())
    )


def test_a_stopped_final_training_leaves_a_model_and_can_be_resumed(
    train, press, tmp_path, uninterrupted, monkeypatch
):
    model = tmp_path / "mine.safetensors"
    press(9)
    status, _, err = train(model)
    assert status == 130
    assert err.splitlines()[-1] == (
        "genre-monitor: Stopped after 2 of 3 steps of the final training. Saved the current "
        f"network as {model}. Add --resume to continue."
    )
    assert files(tmp_path) == ["mine.safetensors", "mine.safetensors.training"]
    stopped = load_checkpoint(model)
    assert stopped.temperature == uninterrupted.temperature
    assert stopped.notes["cross_validation"] == uninterrupted.notes["cross_validation"]
    assert stopped.notes["stopped_at_step"] == 2
    assert stopped.notes["summary"] == (
        f"{uninterrupted.notes['summary']} Stopped early, after 2 of 3 steps."
    )

    before = {name: (tmp_path / name).read_bytes() for name in files(tmp_path)}
    status, _, err = train(model)
    assert status == 2
    assert "Add --resume to continue it, or delete that file to start over." in err
    status, _, err = train(model, "--resume", "--seed", 1)
    assert status == 2
    assert "belongs to a training run on other music or with other settings" in err
    assert {name: (tmp_path / name).read_bytes() for name in files(tmp_path)} == before

    monkeypatch.undo()
    monkeypatch.setattr("desktop_app.commands.progress.LINE_SECONDS", 0.0)
    status, _, err = train(model, "--resume")
    assert status == 0
    assert "8/9" in err
    assert "fold" not in err
    assert same(load_checkpoint(model), uninterrupted)
    assert files(tmp_path) == ["mine.confusion.png", "mine.safetensors"]


def test_a_stopped_cross_validation_overwrites_no_other_model_and_can_be_resumed(
    train, press, tmp_path, uninterrupted, monkeypatch
):
    model, aside = tmp_path / "mine.safetensors", tmp_path / "mine.stopped.safetensors"
    model.write_bytes(COURSE_PATH.read_bytes())
    press(5)
    status, _, err = train(model)
    assert status == 130
    assert (
        f"Stopped after 1 of 3 steps of fold 2 of 2. Saved the current network as {aside}, because "
        f"{model} belongs to another run. Add --resume to continue."
    ) in err
    assert model.read_bytes() == COURSE_PATH.read_bytes()
    stopped = load_checkpoint(aside)
    assert stopped.temperature == 1
    assert not {"cross_validation", "held_out"} & stopped.notes.keys()
    assert stopped.notes["summary"] == (
        "Stopped early, after 1 of 3 steps, trained on part of the music and not evaluated on "
        "unseen tracks."
    )

    press(2)
    status, _, err = train(model, "--resume")
    assert status == 130
    assert f"2 of 3 steps of fold 2 of 2. Saved the current network as {aside}" in err
    assert load_checkpoint(aside).notes["stopped_at_step"] == 2
    assert model.read_bytes() == COURSE_PATH.read_bytes()

    monkeypatch.undo()
    assert train(model, "--resume")[0] == 0
    assert same(load_checkpoint(model), uninterrupted)


def test_a_stopped_model_describes_itself_in_english_as_files_do(
    train, press, tmp_path, monkeypatch
):
    monkeypatch.setenv("LANGUAGE", "de")
    press(2)
    try:
        _, _, err = train(tmp_path / "mine.safetensors")
    finally:
        languages.use("en")
    assert "Abgebrochen nach 1 von 3 Schritten" in err
    assert load_checkpoint(tmp_path / "mine.safetensors").notes["summary"] == (
        "Stopped early, after 1 of 3 steps, trained on part of the music and not evaluated on "
        "unseen tracks."
    )


def test_a_training_stopped_in_its_first_step_leaves_no_files(train, press, tmp_path):
    press(1)
    status, _, err = train(tmp_path / "mine.safetensors")
    assert status == 130
    assert "Stopped during fold 1 of 2, before there was a network to save." in err
    assert files(tmp_path) == []


def test_resuming_without_a_usable_state_is_an_error_and_overwrites_nothing(train, tmp_path):
    model, state = tmp_path / "mine.safetensors", tmp_path / "mine.safetensors.training"
    model.write_bytes(COURSE_PATH.read_bytes())
    status, _, err = train(model, "--resume")
    assert status == 2
    assert err == (f"genre-monitor: There is no training run to resume: {state} does not exist.\n")
    state.write_text("damaged")
    status, _, err = train(model, "--resume")
    assert status == 2
    assert "is damaged, or not the saved state of a training run. Delete it to start over." in err
    assert (model.read_bytes(), state.read_text()) == (COURSE_PATH.read_bytes(), "damaged")


def test_a_full_disk_is_reported_once_and_training_continues(train, press, tmp_path, monkeypatch):
    def full(path, content):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("model.training_file.atomic_write", full)
    monkeypatch.setattr("desktop_app.commands.train_resume.STEPS_BETWEEN_SAVES", 1)
    press(5)
    status, _, err = train(tmp_path / "mine.safetensors")
    assert status == 130
    assert err.count("Could not write") == 1
    assert "No space left on device. --resume will not include this part" in err
    assert "Stopped after 1 of 3 steps of fold 2 of 2" in err
    assert "Add --resume" not in err
    assert files(tmp_path) == ["mine.safetensors"]
