"""Missing schedulers and remote files."""

import json
import re

import fsspec
import pytest


def test_a_missing_scheduler_is_reported(library, cli, monkeypatch):
    monkeypatch.setattr("desktop_app.library.cluster.CONNECT_TIMEOUT_SECONDS", 0.5)
    status, _, err = cli("analyze", library, "--scheduler", "tcp://127.0.0.1:9")
    assert status == 2
    assert "No Dask scheduler responded at tcp://127.0.0.1:9" in err
    assert "Traceback" not in err


@pytest.fixture
def remote(library):
    memory = fsspec.filesystem("memory")
    memory.makedirs("/music/more", exist_ok=True)
    for name in ("music.wav", "silence.wav"):
        memory.put_file(str(library / name), f"/music/{name}")
    memory.put_file(str(library / "tones.wav"), "/music/more/tones.wav")
    memory.pipe_file("/music/bad.mp3", b"x")
    memory.pipe_file("/music/cover.jpg", b"x")
    yield memory
    memory.rm("/music", recursive=True)


def test_remote_files_are_downloaded(remote, library, cli):
    status, out, err = cli("analyze", "memory://music", "--format", "json", "--recursive")
    found = {result["file"]: result for result in map(json.loads, out.splitlines())}
    assert status == 1
    assert [name.rsplit("/", 1)[1] for name in found] == ["tones.wav", "music.wav", "silence.wav"]
    assert all(name.startswith("memory://") for name in found)
    assert re.search(r"memory://\S*bad\.mp3 is not an audio file", err)
    local = json.loads(cli("analyze", library / "music.wav", "--format", "json")[1])
    downloaded = next(result for name, result in found.items() if name.endswith("/music.wav"))
    assert downloaded | {"file": ""} == local | {"file": ""}


def test_a_single_remote_file_is_analysed_once(remote, cli, tmp_path):
    target = tmp_path / "x.csv"
    url = "memory://music/music.wav"
    assert cli("analyze", url, "-o", target)[0] == 0
    assert cli("analyze", url, "-o", target, "--resume")[0] == 0
    assert target.read_text().count(url) == 1


def test_a_storage_that_does_not_answer_is_named_and_the_rest_is_done(library, cli):
    dead = "http://127.0.0.1:9/x.wav"
    status, out, err = cli("analyze", dead, library / "music.wav")
    assert (status, out.count("\n")) == (1, 1)
    assert f"Could not open {dead}: " in err


@pytest.mark.parametrize(
    ("url", "expected"), [("memory://nowhere/x.wav", 1), ("nonsense://x/y.wav", 2)]
)
def test_a_missing_remote_file_is_reported(cli, url, expected):
    status, _, err = cli("analyze", url)
    assert status == expected
    assert url in err
    assert "Traceback" not in err
