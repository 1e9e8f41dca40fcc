import json
import os
import re
import sys

import numpy as np
import pytest
from PySide6.QtGui import QImage

from model.checkpoint import load_checkpoint
from model.dataset import Recording
from model.features import SAMPLE_RATE, WINDOW_SAMPLES
from model.log_mel_archive import save_archive
from tests.fixtures.files import write


def test_train_rejects_unusable_music_outputs_and_options(cli, tmp_path):
    music = tmp_path / "music"
    music.mkdir()
    status, _, err = cli("train", music, "-o", tmp_path / "x.safetensors")
    assert status == 2
    assert (
        "contains neither feature archives (*-logmel.npz or gtzan-logmel-3s.npz) nor one subfolder"
        in err
    )
    assert err.endswith("of audio files per genre.\n")
    (music / "blues").mkdir()
    (music / "blues" / "x.wav").touch()
    err = cli("train", music, "-o", tmp_path / "x.safetensors")[2]
    assert "Problems found: 1. The first: " in err
    assert "x.wav is empty." in err
    status, _, err = cli("train", music, "-o", tmp_path / "nowhere" / "x.safetensors")
    assert status == 2
    assert "Could not find the output folder" in err
    status, _, err = cli("train", music, "-o", tmp_path)
    assert status == 2
    assert "is a folder. Give the name of a file in it." in err
    for option in (("--folds", "1"), ("--steps", "0"), ("--hold-out", "-1"), ("--seed", 2**32)):
        status, _, err = cli("train", music, "-o", tmp_path / "x.safetensors", *option)
        assert status == 2
        assert "usage:" in err
    (music / "gtzan-logmel-3s.npz").write_text("no archive")
    status, _, err = cli("train", music, "-o", tmp_path / "x.safetensors")
    assert status == 2
    assert "Could not read the feature archives in" in err


@pytest.mark.slow
def test_train_learns_the_users_genres(cli, tmp_path, own_music):
    model = tmp_path / "mine.safetensors"
    status, out, err = cli(
        "train",
        own_music,
        "-o",
        model,
        "--steps",
        4,
        "--network",
        "course",
        "--folds",
        5,
        "--jobs",
        1,
    )
    assert status == 1
    assert "using 3 folds" in out
    assert re.search(r"^own +\d\.\d+", out, re.MULTILINE)
    assert "Problems with the data: 2, listed at the end." in err
    assert "broken.wav is not an audio file" in err
    assert "silent.wav is silent" in err
    assert not QImage(str(tmp_path / "mine.confusion.png")).isNull()
    checkpoint = load_checkpoint(model)
    assert checkpoint.genres == ("drone", "harsh")
    assert checkpoint.notes["origins"] == {"own": {"music": 6, "not_music": 0, "sure": 6}}
    path = own_music / "drone" / "0.wav"
    result = json.loads(cli("analyze", path, "--model", model, "--format", "json")[1])
    assert set(result["probabilities"]) == {"drone", "harsh"}


def test_train_keeps_artists_together_and_rejects_too_few(cli, tmp_path, own_music):
    (own_music / "artists.csv").write_text(
        "file,artist\nharsh/0.wav,One\nharsh/1.wav,one \nharsh/2.wav,One\n"
    )
    arguments = ("train", own_music, "-o", tmp_path / "mine.safetensors", "--steps", 1)
    status, _, err = cli(*arguments)
    assert status == 2
    assert "The genre harsh has only one track or artist" in err
    (own_music / "artists.csv").write_text("name;who\nharsh/0.wav;One\n")
    assert (
        "must have the columns file and artist"
        in cli("train", own_music, "-o", tmp_path / "mine.safetensors")[2]
    )
    (own_music / "artists.csv").unlink()
    for path in (own_music / "harsh").iterdir():
        path.unlink()
    status, _, err = cli(*arguments)
    assert status == 2
    assert "contains only one genre, drone. Training needs two genres. Problems found: 2." in err
    assert "harsh contains no audio files." in err


def test_the_model_is_written_even_if_the_confusion_matrix_cannot_be(cli, tmp_path, own_music):
    model = tmp_path / "mine.safetensors"
    (tmp_path / "mine.confusion.png").mkdir()
    status, _, err = cli(
        "train", own_music, "-o", model, "--steps", 2, "--network", "course", "--jobs", 1
    )
    assert status == 1
    assert re.search(r"Could not write .*mine\.confusion\.png: Is a directory\.", err)
    assert load_checkpoint(model).genres == ("drone", "harsh")


def test_problems_with_the_data_are_reported_before_training(cli, tmp_path, own_music, monkeypatch):
    monkeypatch.setattr("desktop_app.commands.progress.LINE_SECONDS", 0.0)
    (own_music / "empty").mkdir()
    (own_music / "artists.csv").write_text(
        "file,artist\ndrone/0.wav,\ndrone/1.wav,\ndrone/2.wav,\n/elsewhere/0.wav,One\n"
    )
    write(own_music / "drone" / "short.wav", WINDOW_SAMPLES / SAMPLE_RATE)
    options = ("--steps", 1, "--network", "course", "--folds", 0)
    status, _, err = cli("train", own_music, "-o", tmp_path / "mine.safetensors", *options)
    assert status == 1
    before, after = err.split("the final training:", 1)
    assert "Problems with the data: 5, listed at the end. " in before
    assert "empty contains no audio files." in before
    assert "artists.csv lists missing files (1), for example /elsewhere/0.wav." in after
    assert "short.wav is too short: training needs more than 2.41 s." in after


def test_an_error_about_too_little_music_mentions_the_skipped_files(cli, tmp_path, own_music):
    for number in range(2):
        write(own_music / "harsh" / f"{number}.wav", 4.0, kind="silence")
    status, _, err = cli("train", own_music, "-o", tmp_path / "mine.safetensors")
    assert status == 2
    assert "The genre harsh has only one track or artist" in err
    assert re.search(r"Problems found: 4\. The first: .*broken\.wav is not an audio file", err)


def test_tracks_in_archives_that_are_too_short_are_reported(cli, tmp_path):
    levels = np.random.default_rng(0).uniform(-99.0, 0.0, (3, 150, 128)).astype(np.float16)

    def keep(name, frames):
        kept = [
            Recording(f"{genre}/{number}", genre, f"{genre}/{number}", "own", True, False, (level,))
            for genre in ("drone", "harsh")
            for number, level in enumerate(levels[:, :frames])
        ]
        save_archive(tmp_path, name, kept)

    options = (
        "-o",
        tmp_path / "mine.safetensors",
        "--steps",
        1,
        "--network",
        "course",
        "--jobs",
        1,
    )
    keep("exact", 100)
    for folds in (0, 2):
        status, _, err = cli("train", tmp_path, *options, "--folds", folds)
        assert status == 2
        assert (
            "Could not train on this music: no recording of drone is longer than a window." in err
        )
    keep("exact", 150)
    keep("short", 60)
    status, _, err = cli("train", tmp_path, *options, "--folds", 2)
    assert status == 1
    assert err.count(" is too short.\n") == 1 + 6


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
def test_only_a_model_is_replaced(cli, tmp_path, own_music):
    song, pipe = next(own_music.rglob("*.wav")), tmp_path / "pipe"
    os.mkfifo(pipe)
    before = song.read_bytes()
    for output, says in ((song, "exists and is not a model"), (pipe, "is a pipe or device")):
        status, _, err = cli("train", own_music, "-o", output, "--folds", "0", "--steps", "1")
        assert (status, err.count("\n")) == (2, 1)
        assert says in err
    assert (song.read_bytes(), pipe.is_fifo()) == (before, True)
