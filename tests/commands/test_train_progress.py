"""The progress of a training, in steps of all its trainings together."""

import re


def test_the_bar_counts_all_trainings(cli, own_music, tmp_path, monkeypatch):
    monkeypatch.setattr("desktop_app.commands.progress.LINE_SECONDS", 0.0)
    options = ("--steps", 2, "--network", "course", "--folds", 2, "--jobs", 1)
    _, _, err = cli("train", own_music, "-o", tmp_path / "mine.safetensors", *options)
    assert "\r" not in err
    shown = re.findall(r"(fold \d of 2|the final training): +\d+%\|[^|]*\| (\d+)/(\d+)", err)
    assert ("the final training", "6", "6") in shown
    assert {total for _, _, total in shown} == {"6"}
    assert {name for name, _, _ in shown} == {"fold 1 of 2", "fold 2 of 2", "the final training"}
