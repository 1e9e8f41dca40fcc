import json
import re

from PySide6.QtGui import QImage

from model.checkpoint import load_checkpoint


def test_train_refuses_what_it_cannot_use(cli, tmp_path):
    status, _, err = cli("train", tmp_path, "-o", tmp_path / "x.safetensors")
    assert status == 2
    assert (
        "holds neither feature archives (*-logmel.npz or gtzan-logmel-3s.npz) nor a folder a genre"
        in err
    )
    assert err.endswith("audio files in it.\n")
    (tmp_path / "blues").mkdir()
    (tmp_path / "blues" / "x.wav").touch()
    err = cli("train", tmp_path, "-o", tmp_path / "x.safetensors")[2]
    assert "1 can't be used: " in err
    assert "x.wav is empty." in err
    status, _, err = cli("train", tmp_path, "-o", tmp_path / "nowhere" / "x.safetensors")
    assert status == 2
    assert "There is no folder" in err
    status, _, err = cli("train", tmp_path, "-o", tmp_path)
    assert status == 2
    assert "is a folder; name a file in it" in err
    for option in (("--folds", "1"), ("--steps", "0"), ("--hold-out", "-1")):
        status, _, err = cli("train", tmp_path, "-o", tmp_path / "x.safetensors", *option)
        assert status == 2
        assert "usage:" in err
    (tmp_path / "gtzan-logmel-3s.npz").write_text("no archive")
    status, _, err = cli("train", tmp_path, "-o", tmp_path / "x.safetensors")
    assert status == 2
    assert "The feature archives in" in err


def test_train_on_ones_own_genres(cli, tmp_path, own_music):
    model = tmp_path / "mine.safetensors"
    status, out, err = cli(
        "train", own_music, "-o", model, "--steps", 4, "--network", "course", "--folds", 5
    )
    assert status == 1
    assert "so there are 3 folds" in out
    assert re.search(r"^own +\d\.\d+", out, re.MULTILINE)
    assert "left out: " in err
    assert "broken.wav is not an audio file" in err
    assert "silent.wav is silent" in err
    assert not QImage(str(tmp_path / "mine.confusion.png")).isNull()
    checkpoint = load_checkpoint(model)
    assert checkpoint.genres == ("drone", "harsh")
    assert checkpoint.notes["origins"] == {"own": {"music": 6, "not_music": 0, "sure": 6}}
    path = own_music / "drone" / "0.wav"
    result = json.loads(cli("analyze", path, "--model", model, "--format", "json")[1])
    assert set(result["probabilities"]) == {"drone", "harsh"}


def test_train_keeps_artists_apart_and_refuses_too_few(cli, tmp_path, own_music):
    (own_music / "artists.csv").write_text(
        "file,artist\nharsh/0.wav,One\nharsh/1.wav,one \nharsh/2.wav,One\n"
    )
    arguments = ("train", own_music, "-o", tmp_path / "mine.safetensors", "--steps", 1)
    status, _, err = cli(*arguments)
    assert status == 2
    assert "The genre harsh has only one track or artist" in err
    (own_music / "artists.csv").write_text("name;who\nharsh/0.wav;One\n")
    assert (
        "needs the columns file and artist"
        in cli("train", own_music, "-o", tmp_path / "mine.safetensors")[2]
    )
    (own_music / "artists.csv").unlink()
    for path in (own_music / "harsh").iterdir():
        path.unlink()
    status, _, err = cli(*arguments)
    assert status == 2
    assert "holds one genre, drone" in err


def test_a_picture_that_cannot_be_written_does_not_cost_the_model(cli, tmp_path, own_music):
    model = tmp_path / "mine.safetensors"
    (tmp_path / "mine.confusion.png").mkdir()
    status, _, err = cli("train", own_music, "-o", model, "--steps", 2, "--network", "course")
    assert status == 1
    assert "mine.confusion.png can't be written: Is a directory." in err
    assert load_checkpoint(model).genres == ("drone", "harsh")
