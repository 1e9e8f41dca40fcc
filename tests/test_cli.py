import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desktop_app import __version__
from desktop_app.cli import main
from model.checkpoint import load_checkpoint, save_checkpoint
from resources import resource
from tests.fixtures.files import bad_files, write


@pytest.fixture
def cli(capsys):
    """Runs genre-monitor in this process: (exit status, standard output, standard error)."""

    def run(*arguments):
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as exit_:
            status = exit_.code
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


def test_version(cli):
    assert cli("--version") == (0, f"genre-monitor {__version__}\n", "")


def test_help_names_the_commands(cli):
    status, out, _ = cli("--help")
    assert status == 0
    for command in ("analyze", "devices", "train", "evaluate"):
        assert command in out


def test_wrong_use(cli):
    for arguments in (("--colour",), ("analyze",), ("a.wav", "b.wav"), ("evaluate",)):
        status, out, err = cli(*arguments)
        assert (status, out) == (2, "")
        assert "usage:" in err


def test_analyze_gives_one_object_a_file_a_line(cli, tmp_path):
    first, second = write(tmp_path / "1.wav", 6.0), write(tmp_path / "zwei ü.flac", 4.0, 44100, 2)
    status, out, err = cli("analyze", first, second, "--format", "json")
    assert (status, err) == (0, "")
    results = [json.loads(line) for line in out.splitlines()]
    assert [result["file"] for result in results] == [str(first), str(second)]
    one = results[0]
    assert one["duration"] == 6.0
    assert one["genre"] in one["probabilities"]
    assert one["genre"] == max(one["probabilities"], key=one["probabilities"].get)
    assert sum(one["probabilities"].values()) == pytest.approx(1, abs=1e-3)
    times = [moment["time"] for moment in one["timeline"]]
    assert times == pytest.approx([0.5 * n for n in range(1, 13)], abs=0.03)
    assert [moment["state"] for moment in one["timeline"]] == ["filling"] * 4 + ["music"] * 8
    assert one["timeline"][0]["probabilities"] is None
    assert sum(one["timeline"][-1]["probabilities"].values()) == pytest.approx(1, abs=1e-3)
    assert one["error"] is None


def test_analyze_for_people(cli, tmp_path):
    _, out, _ = cli("analyze", write(tmp_path / "1.wav", 75.0))
    assert re.fullmatch(r".*1\.wav\t1:15\t[a-z]+ \d+ %\n", out)


def test_silence_has_no_genre(cli, tmp_path):
    path = write(tmp_path / "1.wav", 5.0, kind="silence")
    status, out, _ = cli("analyze", path, "--format", "json")
    result = json.loads(out)
    assert (status, result["genre"], result["probabilities"]) == (0, None, None)
    assert result["timeline"][-1]["state"] == "silence"
    assert "no music" in cli("analyze", path)[1]


@pytest.mark.parametrize(
    "name",
    ["missing", "empty", "text", "one sample", "two seconds", "beginning of an mp3", "folder"],
)
def test_a_bad_file_is_named_and_the_rest_is_done(cli, tmp_path, name):
    path, sentence = bad_files(tmp_path)[name]
    good = write(tmp_path / "good.wav", 3.0)
    status, out, err = cli("analyze", path, good, "--format", "json")
    assert status == 1
    assert [json.loads(line)["file"] for line in out.splitlines()] == [str(good)]
    assert err.startswith("genre-monitor: ")
    assert sentence in err
    assert "Traceback" not in err


def test_of_a_damaged_file_what_came_before_is_told(cli, tmp_path):
    whole = write(tmp_path / "x.flac", 12.0, kind="noise")
    whole.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    status, out, err = cli("analyze", whole, "--format", "json")
    result = json.loads(out)
    assert status == 1
    assert "is damaged after" in result["error"]
    assert result["error"] in err
    assert 8 < len(result["timeline"]) < 14


def test_a_model_that_is_none_is_refused(cli, tmp_path):
    wrong = tmp_path / "x.safetensors"
    wrong.write_text("no model")
    for model in (wrong, tmp_path / "missing"):
        status, _, err = cli("analyze", write(tmp_path / "1.wav", 3.0), "--model", model)
        assert status == 2
        assert str(model) in err
        assert "Traceback" not in err


def test_the_courses_network_can_be_chosen(cli, tmp_path):
    path = write(tmp_path / "1.wav", 4.0)
    ours = cli("analyze", path, "--format", "json")[1]
    courses = cli("analyze", path, "--format", "json", "--model", "course")[1]
    assert json.loads(ours)["probabilities"] != json.loads(courses)["probabilities"]


@pytest.fixture
def labelled(tmp_path):
    """Two genres the model knows, one that it doesn't, and a file that is none."""
    for genre, kind in (("blues", "tones"), ("metal", "full scale"), ("polka", "tones")):
        folder = tmp_path / "music" / genre
        folder.mkdir(parents=True)
        for seed in range(2):
            write(folder / f"{seed}.wav", 4.0, kind=kind, seed=seed)
    return tmp_path / "music"


def test_evaluate_gives_all_figures(cli, labelled):
    status, out, err = cli("evaluate", labelled, "--format", "json")
    figures = json.loads(out)
    assert status == 1
    assert "the model knows no genre “polka”" in err
    assert figures["tracks"] == 4
    assert 0 <= figures["window_accuracy"] <= 1
    assert 0 <= figures["track_accuracy"] <= 1
    assert 0 <= figures["ece"] <= 1
    assert len(figures["confusion"]) == len(figures["confusion"][0]) == 10
    assert sum(map(sum, figures["confusion"])) == 4
    assert figures["per_genre"]["blues"]["tracks"] == 2


def test_evaluate_writes_figures_and_pictures(cli, labelled, tmp_path):
    folder = tmp_path / "new" / "figures"
    _, out, _ = cli("evaluate", labelled, "--format", "json", "-o", folder)
    assert json.loads((folder / "evaluation.json").read_text()) == json.loads(out)
    for name in ("confusion.png", "reliability.png"):
        picture = QImage(str(folder / name))
        assert min(picture.width(), picture.height()) > 500
    (tmp_path / "file").touch()
    status, out, err = cli("evaluate", labelled, "-o", tmp_path / "file")
    assert (status, out) == (2, "")
    assert "file can't be made: File exists." in err


@pytest.fixture
def refusing(tmp_path):
    """A model that takes nothing for music; its last genre has become the output for the rest."""
    course = load_checkpoint(resource("weights/course.safetensors"))
    genres = ("blues", "metal", *"cdefghijk")[: course.places[-1].output_shape[0] - 1]
    path = tmp_path / "refusing.safetensors"
    save_checkpoint(replace(course, genres=genres, music_threshold=1.0), path)
    return path


def test_what_is_no_music_has_no_genre(cli, tmp_path, refusing):
    path = write(tmp_path / "1.wav", 4.0)
    result = json.loads(cli("analyze", path, "--model", refusing, "--format", "json")[1])
    assert (result["genre"], result["probabilities"]) == (None, None)
    assert result["timeline"][-1]["state"] == "not music"
    assert result["timeline"][-1]["probabilities"] is None
    assert "no music" in cli("analyze", path, "--model", refusing)[1]


def test_evaluate_counts_what_is_refused(cli, labelled, refusing):
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
    assert "refused as not music" in cli("evaluate", labelled)[1]


def test_evaluate_for_people_leaves_out_what_is_broken(cli, labelled):
    (labelled / "blues" / "broken.wav").write_text("no")
    status, out, err = cli("evaluate", labelled)
    assert status == 1
    assert "broken.wav is not an audio file" in err
    assert re.search(r"^blues +2 ", out, re.MULTILINE)


def test_evaluate_refuses_what_holds_no_music(cli, tmp_path):
    assert "There is no folder" in cli("evaluate", tmp_path / "nowhere")[2]
    (tmp_path / "blues").mkdir()
    status, _, err = cli("evaluate", tmp_path)
    assert status == 2
    assert "no folder of music" in err


def test_train_refuses_what_it_cannot_use(cli, tmp_path):
    status, _, err = cli("train", tmp_path, "-o", tmp_path / "x.safetensors")
    assert status == 2
    assert "holds neither feature archives (gtzan-logmel-3s.npz) nor a folder a genre" in err
    assert err.endswith("audio files in it.\n")
    (tmp_path / "blues").mkdir()
    (tmp_path / "blues" / "x.wav").touch()
    err = cli("train", tmp_path, "-o", tmp_path / "x.safetensors")[2]
    assert "1 can't be used, the first: " in err
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


@pytest.fixture
def own_music(tmp_path):
    """Three tracks of two genres that no other model knows, and some that can't be used."""
    folder = tmp_path / "own"
    for genre, kind in (("drone", "tones"), ("harsh", "full scale")):
        (folder / genre).mkdir(parents=True)
        for seed in range(3):
            write(folder / genre / f"{seed}.wav", 4.0, kind=kind, seed=seed)
    (folder / "drone" / "broken.wav").write_text("no")
    write(folder / "harsh" / "silent.wav", 4.0, kind="silence")
    (folder / ".hidden").mkdir()
    return folder


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
    assert load_checkpoint(model).genres == ("drone", "harsh")
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


def test_evaluate_leaves_out_a_folder_that_cannot_be_read(cli, labelled, monkeypatch):
    listing = Path.iterdir

    def refuse(path):
        if path.name == "blues":
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    status, out, err = cli("evaluate", labelled, "--format", "json")
    assert status == 1
    assert "blues is left out: Permission denied." in err
    assert json.loads(out)["tracks"] == 2


def run_process(*arguments, timeout=120, **environment):
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=timeout,
        env={**os.environ, **environment},
        check=False,
    )


def test_a_reader_that_goes_away_is_no_error(tmp_path):
    path = write(tmp_path / "1.wav", 3.0)
    command = f"{sys.executable} -m desktop_app analyze {path} {path} {path} --format json"
    assert in_shell(f"set -o pipefail; {command} | head -n 1") == (0, "")
    assert in_shell(f"set -o pipefail; {sys.executable} -m desktop_app --version | true") == (0, "")


def in_shell(line):
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        ["bash", "-c", line],
        capture_output=True, text=True, check=False, timeout=120, env=buffered,
    )  # fmt: skip
    return done.returncode, done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device here")
def test_an_output_that_is_full_gets_one_sentence(tmp_path):
    path = write(tmp_path / "1.wav", 3.0)
    status, err = in_shell(f"{sys.executable} -m desktop_app analyze {path} > /dev/full")
    assert status == 1
    assert err == "genre-monitor: [Errno 28] No space left on device.\n"


def test_a_name_that_the_output_cannot_spell(tmp_path):
    path = write(tmp_path / "日本.wav", 3.0)
    done = run_process("analyze", path, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u65e5\\u672c.wav" in done.stdout


def test_devices_without_any_sound_server_say_what_to_do():
    nowhere = {"PULSE_SERVER": "unix:/nowhere", "XDG_RUNTIME_DIR": "/nowhere"}
    done = run_process("devices", **nowhere)
    assert done.returncode == 1
    assert done.stdout == ""
    assert re.fullmatch(r"genre-monitor: .*Start one with: .*\n", done.stderr)


def test_without_portaudio_files_are_still_analysed(tmp_path):
    path = write(tmp_path / "1.wav", 3.0)
    blocked = tmp_path / "site"
    blocked.mkdir()
    (blocked / "sounddevice.py").write_text("raise OSError('PortAudio library not found')")
    path_ = f"{blocked}{os.pathsep}{os.getcwd()}"
    assert run_process("analyze", path, PYTHONPATH=path_).returncode == 0
    done = run_process("devices", PYTHONPATH=path_)
    assert done.returncode == 1
    assert "sudo apt install libportaudio2" in done.stderr
