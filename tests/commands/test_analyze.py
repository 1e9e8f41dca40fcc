import csv
import json
import re
import sys

import numpy as np
import pytest

from desktop_app.analysis.gate import SilenceGate, State
from desktop_app.analysis.offline import moments
from desktop_app.audio.files import AudioFile
from desktop_app.bundled import demo_clips
from model.classifier import load_classifier
from tests.fixtures.files import bad_files, write


def test_json_has_one_object_per_file_and_line(cli, tmp_path):
    first = write(tmp_path / "1.wav", 6.0, kind="music")
    second = write(tmp_path / "zwei ü.flac", 4.0, 44100, 2)
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
    assert (one["sure"], one["answer"]) == (True, one["genre"].capitalize())


def test_text_has_one_readable_line_per_file(cli, tmp_path):
    silence = write(tmp_path / "1.wav", 75.0, kind="silence")
    _, out, _ = cli("analyze", silence, demo_clips()[-1])
    genre = r"[A-Z][a-z]+( or [A-Z][a-z]+)?"
    assert re.fullmatch(rf".*1\.wav\t1:15\tno music\n.*\.ogg\t0:\d\d\t{genre} \d+ %\n", out)


@pytest.mark.parametrize("hop_s", [0.25, 1.0])
def test_the_probabilities_are_those_of_the_whole_piece(cli, hop_s):
    clip, classifier = demo_clips()[0], load_classifier()
    out = cli("analyze", clip, "--format", "json", "--hop", hop_s)[1]
    file = AudioFile(clip)
    rows = [
        moment.probabilities
        for moment in moments(file.blocks(), file.rate, classifier, SilenceGate(), hop_s)
        if moment.state is State.MUSIC
    ]
    file.close()
    expected = classifier.piece(np.stack(rows), hop_s * 22050 / 512)
    found = json.loads(out)["probabilities"]
    assert list(found.values()) == pytest.approx(expected.tolist(), abs=1e-4)


def test_doubt_is_written_beside_the_most_probable_genre(cli, doubtful):
    # The piece between two genres.
    clip = demo_clips()[1]
    found = json.loads(cli("analyze", clip, "--model", doubtful(1.0), "--format", "json")[1])
    assert (found["sure"], found["answer"]) == (False, "Not sure")
    assert found["genre"] == max(found["probabilities"], key=found["probabilities"].get)
    first, second = sorted(found["probabilities"].values())[:-3:-1]
    either = doubtful(first + second / 2)
    rows = cli("analyze", clip, "--model", either, "--format", "csv")[1].splitlines()
    columns, row = csv.reader(rows)
    assert columns[-3:-1] == ["sure", "answer"]
    assert row[-3] == "false"
    assert re.fullmatch(rf"{found['genre'].capitalize()} or [A-Z][a-z]+", row[-2])
    line = cli("analyze", clip, "--model", either)[1]
    assert line.endswith(f"\t{row[-2]} {100 * (first + second):.0f} %\n")
    assert cli("analyze", clip, "--model", doubtful(1.0))[1].endswith("\tNot sure\n")


def test_silence_has_no_genre(cli, tmp_path):
    path = write(tmp_path / "1.wav", 5.0, kind="silence")
    status, out, _ = cli("analyze", path, "--format", "json")
    result = json.loads(out)
    assert (status, result["genre"], result["probabilities"]) == (0, None, None)
    assert (result["sure"], result["answer"]) == (None, None)
    assert result["timeline"][-1]["state"] == "silence"
    assert "no music" in cli("analyze", path)[1]


@pytest.mark.parametrize(
    "name",
    ["missing", "empty", "text", "one sample", "two seconds", "start of an mp3", "folder"],
)
def test_a_bad_file_is_reported_and_the_others_are_analysed(cli, tmp_path, name):
    path, sentence = bad_files(tmp_path)[name]
    good = write(tmp_path / "good.wav", 3.0)
    status, out, err = cli("analyze", path, good, "--format", "json")
    assert status == 1
    assert [json.loads(line)["file"] for line in out.splitlines()] == [str(good)]
    assert err.startswith("genre-monitor: ")
    assert sentence in err
    assert "Traceback" not in err


def test_a_truncated_file_is_analysed_up_to_its_end(cli, tmp_path):
    whole = write(tmp_path / "x.flac", 12.0, kind="noise")
    whole.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    status, out, err = cli("analyze", whole, "--format", "json")
    result = json.loads(out)
    assert status == 1
    assert "ends after" in result["error"]
    assert result["error"] in err
    assert 8 < len(result["timeline"]) < 14


def test_a_file_that_is_not_a_model_is_rejected(cli, tmp_path):
    wrong = tmp_path / "x.safetensors"
    wrong.write_text("not a model")
    for model in (wrong, tmp_path / "missing"):
        status, _, err = cli("analyze", write(tmp_path / "1.wav", 3.0), "--model", model)
        assert status == 2
        assert str(model) in err
        assert "Traceback" not in err


def test_the_course_network_can_be_selected(cli, tmp_path):
    path = write(tmp_path / "1.wav", 4.0)
    built_in = cli("analyze", path, "--format", "json")[1]
    course = cli("analyze", path, "--format", "json", "--model", "course")[1]
    assert json.loads(built_in)["probabilities"] != json.loads(course)["probabilities"]


def test_non_music_has_no_genre(cli, tmp_path, refusing):
    path = write(tmp_path / "1.wav", 4.0)
    result = json.loads(cli("analyze", path, "--model", refusing, "--format", "json")[1])
    assert (result["genre"], result["probabilities"]) == (None, None)
    assert result["timeline"][-1]["state"] == "not music"
    assert result["timeline"][-1]["probabilities"] is None
    assert "no music" in cli("analyze", path, "--model", refusing)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="names have no control characters there")
def test_control_characters_in_names_do_not_reach_the_terminal(cli, tmp_path):
    broken = tmp_path / "torn\nin\x1b[2Jtwo.wav"
    broken.write_text("no")
    name = "torn\\nin\\x1b[2Jtwo.wav"
    status, _, err = cli("analyze", broken)
    assert status == 1
    assert err.startswith(f"genre-monitor: {tmp_path}/{name} is not an audio file")
    broken.unlink()
    _, _, err = cli("analyze", broken)
    assert err == f"genre-monitor: There is no file {tmp_path}/{name}.\n"
    write(broken, 4.0)
    _, out, _ = cli("analyze", broken)
    assert out.startswith(f"{tmp_path}/{name}\t0:04\t")
    assert out.count("\n") == 1
