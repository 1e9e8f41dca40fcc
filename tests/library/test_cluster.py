"""The same library on a cluster of two workers, one of which is killed; and files at addresses."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import fsspec
import psutil
import pyarrow.parquet
import pytest

from tests.fixtures.cluster import scheduler, worker
from tests.fixtures.files import write

FILES, BROKEN = 240, 12
WORKED_SECONDS = 2.5
"""Of a processor, of which loading the model takes two."""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("library")
    kinds = ("music", "tones", "noise", "silence")
    originals = [write(folder / f"{kind}.wav", 12.0, kind=kind) for kind in kinds]
    for number in range(FILES - len(originals)):
        path = folder / f"{number:03}.wav"
        if number % 20 == 10:
            path.write_bytes(b"broken")
        else:
            os.link(originals[number % len(originals)], path)
    return folder


def rows(folder):
    return sorted(pyarrow.parquet.read_table(folder).to_pylist(), key=lambda row: row["file"])


def test_a_worker_that_is_killed_costs_time_and_nothing_else(library, tmp_path, cli, monkeypatch):
    alone, together = tmp_path / "alone.parquet", tmp_path / "together.parquet"
    with monkeypatch.context() as within:
        within.chdir(library)
        assert cli("analyze", ".", "-o", alone)[0] == 1
    with (
        scheduler() as address,
        worker(address, tmp_path / "1") as first,
        worker(address, tmp_path / "2"),
    ):
        command = subprocess.Popen(
            [
                sys.executable, "-m", "desktop_app", "analyze", ".", "-o", str(together),
                "--scheduler", address,
            ],
            stderr=subprocess.PIPE, text=True, cwd=library,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )  # fmt: skip
        # Until it is in the middle of its work.
        spent = psutil.Process(first.pid).cpu_times
        begun = spent().user
        while spent().user < begun + WORKED_SECONDS:
            time.sleep(0.02)
        assert command.poll() is None
        first.send_signal(signal.SIGKILL)
        _, said = command.communicate(timeout=120)
    assert command.returncode == 1
    assert said.count("is not an audio file") == BROKEN
    assert "Traceback" not in said
    assert rows(together) == rows(alone)
    assert len(rows(together)) == FILES - BROKEN


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
