import errno
import json
import os
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.fixtures.files import write


@pytest.fixture
def labelled(tmp_path):
    """Two genres that the model knows and one that it does not."""
    for genre, kind in (("blues", "tones"), ("metal", "full scale"), ("polka", "tones")):
        folder = tmp_path / "music" / genre
        folder.mkdir(parents=True)
        for seed in range(2):
            write(folder / f"{seed}.wav", 4.0, kind=kind, seed=seed)
    return tmp_path / "music"


def test_evaluate_reports_all_figures(cli, labelled):
    status, out, err = cli("evaluate", labelled, "--format", "json")
    figures = json.loads(out)
    assert status == 1
    assert "the model has no genre “polka”" in err
    assert figures["tracks"] == 4
    right = sum(row[number] for number, row in enumerate(figures["confusion"]))
    assert figures["track_accuracy"] == right / 4
    assert 0 <= figures["window_accuracy"] <= 1
    assert 0 < figures["ece"] <= 1
    assert len(figures["confusion"]) == len(figures["confusion"][0]) == 11
    assert sum(map(sum, figures["confusion"])) == 4
    assert figures["per_genre"]["blues"]["tracks"] == 2


def test_evaluate_writes_figures_and_plots(cli, labelled, tmp_path):
    folder = tmp_path / "new" / "figures"
    _, out, _ = cli("evaluate", labelled, "--format", "json", "-o", folder)
    assert json.loads((folder / "evaluation.json").read_text()) == json.loads(out)
    for name in ("confusion.png", "reliability.png"):
        picture = QImage(str(folder / name))
        assert min(picture.width(), picture.height()) > 500
    (tmp_path / "file").touch()
    status, out, err = cli("evaluate", labelled, "-o", tmp_path / "file")
    assert (status, out) == (2, "")
    assert re.search(r"Could not create the folder .*file: File exists\.", err)


def test_figures_replace_nothing_but_figures(cli, labelled, tmp_path):
    for name in ("evaluation.json", "confusion.png", "reliability.png"):
        (tmp_path / name).write_bytes(b'{"mine": 1}\n')
        status, out, err = cli("evaluate", labelled, "-o", tmp_path)
        assert (status, out, (tmp_path / name).read_bytes()) == (2, "", b'{"mine": 1}\n')
        assert f"{name} exists and was not written by this command. Choose" in err
        (tmp_path / name).unlink()
    for _ in range(2):
        assert cli("evaluate", labelled, "-o", tmp_path)[0] == 1


def test_evaluate_counts_windows_rejected_as_not_music(cli, labelled, refusing):
    (labelled / "polka").rename(labelled / "nonmusic")
    status, out, _ = cli("evaluate", labelled, "--model", refusing, "--format", "json")
    figures = json.loads(out)
    assert status == 0
    assert (figures["tracks"], figures["windows"]) == (4, 16)
    assert figures["music_refused"] > 0.9
    assert figures["not_music_refused"] > 0.9
    (labelled / "nonmusic").rename(labelled / "polka")
    figures = json.loads(cli("evaluate", labelled, "--format", "json")[1])
    assert 0 <= figures["music_refused"] <= 1
    assert figures["not_music_refused"] is None
    assert "rejected as not music" in cli("evaluate", labelled)[1]


def test_evaluate_skips_broken_files(cli, labelled):
    (labelled / "blues" / "broken.wav").write_text("no")
    status, out, err = cli("evaluate", labelled)
    assert status == 1
    assert "broken.wav is not an audio file" in err
    assert re.search(r"^blues +2 ", out, re.MULTILINE)


def test_evaluate_rejects_folders_without_music(cli, tmp_path):
    assert "Could not find the folder" in cli("evaluate", tmp_path / "nowhere")[2]
    (tmp_path / "blues").mkdir()
    status, _, err = cli("evaluate", tmp_path)
    assert status == 2
    assert "has no music in folders named after the model’s genres" in err


def test_evaluate_skips_folders_that_cannot_be_read(cli, labelled, monkeypatch):
    listing = os.scandir

    def refuse(path):
        if Path(path).name == "blues":
            raise PermissionError(13, "Permission denied", str(path))
        return listing(path)

    monkeypatch.setattr(os, "scandir", refuse)
    status, out, err = cli("evaluate", labelled, "--format", "json")
    assert status == 1
    assert re.search(r"Could not read .*blues: Permission denied\.", err)
    assert json.loads(out)["tracks"] == 2


def test_evaluate_searches_subfolders_except_hidden_ones(cli, labelled):
    (labelled / "blues" / "album").mkdir()
    (labelled / "blues" / "0.wav").rename(labelled / "blues" / "album" / "0.wav")
    (labelled / "metal" / ".hidden").mkdir()
    (labelled / "metal" / "0.wav").rename(labelled / "metal" / ".hidden" / "0.wav")
    (labelled / "jazz").mkdir()
    status, out, err = cli("evaluate", labelled, "--format", "json")
    assert status == 1
    assert "jazz contains no audio files." in err
    per_genre = json.loads(out)["per_genre"]
    assert (per_genre["blues"]["tracks"], per_genre["metal"]["tracks"]) == (2, 1)


def test_evaluate_reports_plots_that_cannot_be_written(cli, labelled, tmp_path, monkeypatch):
    def full(figures, genres, path):
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr("desktop_app.commands.plots.save_confusion", full)
    status, out, err = cli("evaluate", labelled, "-o", tmp_path / "figures")
    assert status == 2
    assert "tracks correct" in out
    assert re.search(r"Could not write .*confusion\.png: No space left on device\.", err)
