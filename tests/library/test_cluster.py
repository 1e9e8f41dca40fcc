"""Schedulers that are not there, and files at addresses."""

import json
import re

import fsspec
import pytest


def test_a_scheduler_that_is_not_there(library, cli, tmp_path, monkeypatch):
    monkeypatch.setattr("desktop_app.library.cluster.PATIENCE_SECONDS", 0.5)
    status, _, err = cli("analyze", library, "--scheduler", "tcp://127.0.0.1:9")
    assert status == 2
    assert "There is no Dask scheduler at tcp://127.0.0.1:9" in err
    assert "Traceback" not in err


@pytest.fixture
def elsewhere(library):
    memory = fsspec.filesystem("memory")
    memory.makedirs("/music/more", exist_ok=True)
    for name in ("music.wav", "silence.wav"):
        memory.put_file(str(library / name), f"/music/{name}")
    memory.put_file(str(library / "tones.wav"), "/music/more/tones.wav")
    memory.pipe_file("/music/bad.mp3", b"x")
    memory.pipe_file("/music/cover.jpg", b"x")
    yield memory
    memory.rm("/music", recursive=True)


def test_files_at_addresses_are_fetched(elsewhere, library, cli):
    status, out, err = cli("analyze", "memory://music", "--format", "json", "--recursive")
    found = {result["file"]: result for result in map(json.loads, out.splitlines())}
    assert status == 1
    assert [name.rsplit("/", 1)[1] for name in found] == ["tones.wav", "music.wav", "silence.wav"]
    assert all(name.startswith("memory://") for name in found)
    assert re.search(r"memory://\S*bad\.mp3 is not an audio file", err)
    here = json.loads(cli("analyze", library / "music.wav", "--format", "json")[1])
    there = next(result for name, result in found.items() if name.endswith("/music.wav"))
    assert there | {"file": ""} == here | {"file": ""}


def test_one_file_at_an_address(elsewhere, cli, tmp_path):
    target = tmp_path / "x.csv"
    address = "memory://music/music.wav"
    assert cli("analyze", address, "-o", target)[0] == 0
    assert cli("analyze", address, "-o", target, "--resume")[0] == 0
    assert target.read_text().count(address) == 1


@pytest.mark.parametrize("address", ["memory://nowhere/x.wav", "nonsense://x/y.wav"])
def test_addresses_where_nothing_is(cli, address):
    status, _, err = cli("analyze", address)
    assert status in (1, 2)
    assert address in err
    assert "Traceback" not in err
