import csv

import pytest

from model.checkpoint import load_checkpoint
from tests.fixtures.files import write


@pytest.mark.slow
def test_an_archive_can_be_trained_on_like_the_music(cli, tmp_path):
    music = tmp_path / "club"
    for genre, kind in (("drone", "tones"), ("harsh", "full scale")):
        (music / genre).mkdir(parents=True)
        for seed in range(2):
            write(music / genre / f"{seed}.wav", 4.0, kind=kind, seed=seed)
    (music / "drone" / "broken.wav").write_text("no")
    (music / "artists.csv").write_text("file,artist\nharsh/0.wav,Some One\n")
    archives = tmp_path / "archives"
    status, out, err = cli("archive", music, "-o", archives)
    assert status == 1
    assert "4 recordings" in out
    assert "broken.wav is not an audio file" in err
    with (archives / "club-sources.csv").open(newline="") as text:
        rows = {row["key"]: row for row in csv.DictReader(text)}
    assert rows["harsh/0.wav"]["artist_title"] == "some one - harsh/0.wav"
    assert {row["label"] for row in rows.values()} == {"sure"}
    model = tmp_path / "mine.safetensors"
    status, out, _ = cli(
        "train", archives, "-o", model, "--steps", 2, "--network", "course", "--folds", 2
    )
    assert status == 0
    assert "club " in out
    assert model.exists()


@pytest.mark.slow
def test_music_with_doubtful_labels_is_not_evaluated_on(cli, tmp_path):
    for name in ("mine", "more"):
        for genre, kind in (("drone", "tones"), ("harsh", "full scale")):
            (tmp_path / name / genre).mkdir(parents=True)
            for seed in range(2):
                write(tmp_path / name / genre / f"{seed}.wav", 4.0, kind=kind, seed=seed)
    assert cli("archive", tmp_path / "more", "-o", tmp_path / "kept", "--doubtful")[0] == 0
    alone = tmp_path / "alone.safetensors"
    status, out, _ = cli(
        "train", tmp_path / "kept", "-o", alone, "--steps", 2, "--network", "course"
    )
    assert status == 0
    assert "only 0 tracks or artists to evaluate on; using 0 folds" in out
    assert "cross_validation" not in load_checkpoint(alone).notes
    status, out, _ = cli(
        "train",
        tmp_path / "mine",
        tmp_path / "kept",
        *("-o", tmp_path / "mine.safetensors", "--steps", 2, "--network", "course", "--folds", 2),
    )
    assert status == 0
    assert "own " in out
    assert "more " not in out


def test_archive_rejects_unusable_folders_and_names(cli, tmp_path):
    status, _, err = cli("archive", tmp_path, "-o", tmp_path / "out")
    assert status == 2
    assert "contains no subfolder with usable audio files" in err
    status, _, err = cli("archive", tmp_path / "nowhere", "-o", tmp_path / "out")
    assert status == 2
    assert "Could not read" in err
    assert "No such file" in err
    status, _, err = cli("archive", tmp_path, "-o", tmp_path / "out", "--name", "a/b")
    assert status == 2
    assert "“a/b” is not a valid name for an archive" in err
