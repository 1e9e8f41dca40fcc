"""Analysis of a library of five hundred files, five of them broken, and of a mix of genres."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from threading import Thread

import numpy as np
import pyarrow.parquet
import pytest
import soundfile

from tests.fixtures.cluster import scheduler, worker
from tests.fixtures.held_out import genre_of, held_out_clips

FILES, BROKEN = 500, 5


@pytest.fixture(scope="module")
def uninterrupted(library, tmp_path_factory):
    """Results of one uninterrupted run with two processes."""
    folder = tmp_path_factory.mktemp("uninterrupted") / "x.parquet"
    with labelling(library, folder, "--jobs", 2) as process:
        assert reports_all_broken(process)
    found = rows(folder)
    assert len(found) == FILES - BROKEN
    assert len({row["file"] for row in found}) == FILES - BROKEN
    return found


def labelling(library, folder, *options):
    return subprocess.Popen(
        [
            sys.executable, "-m", "desktop_app", "analyze", ".", "-o", str(folder),
            *map(str, options),
        ],
        stderr=subprocess.PIPE, text=True, cwd=library,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip


def reports_all_broken(process):
    _, err = process.communicate(timeout=240)
    assert "Traceback" not in err
    assert err.count("is not an audio file") == BROKEN
    return process.returncode == 1


def rows(folder):
    return sorted(pyarrow.parquet.read_table(folder).to_pylist(), key=lambda row: row["file"])


def wait_for_the_first_part(folder, process):
    """Wait until about half of the results are on disk."""
    while not any(folder.glob("*.parquet")):
        assert process.poll() is None
        time.sleep(0.02)


@pytest.mark.slow
def test_an_interrupted_and_resumed_run_gives_the_same_results(library, uninterrupted, tmp_path):
    folder = tmp_path / "x.parquet"
    process = labelling(library, folder, "--jobs", 2)
    wait_for_the_first_part(folder, process)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in err
    kept = rows(folder)
    assert 0 < len(kept) < FILES - BROKEN
    assert all(row in uninterrupted for row in kept)
    with labelling(library, folder, "--jobs", 2, "--resume") as process:
        assert reports_all_broken(process)
    assert rows(folder) == uninterrupted


@pytest.mark.slow
def test_a_cluster_does_each_file_once_though_a_worker_and_the_scheduler_are_killed(
    library, uninterrupted, tmp_path
):
    target = tmp_path / "x.csv"
    with ExitStack() as cluster:
        address, leading = cluster.enter_context(scheduler())
        workers = [cluster.enter_context(worker(address, tmp_path / name)) for name in "ab"]
        process = cluster.enter_context(labelling(library, target, "--scheduler", address))
        wait_for_rows(target, 20, process)
        workers[0].kill()
        wait_for_rows(target, 100, process)
        leading.kill()
        # Workers end when they have lost their scheduler.
        workers[1].wait(timeout=30)
        cluster.enter_context(scheduler(address.rpartition(":")[2]))
        cluster.enter_context(worker(address, tmp_path / "c"))
        _, err = process.communicate(timeout=120)
    assert process.returncode == 1
    assert f"The Dask scheduler at {address} or its workers stopped responding. Waiting" in err
    assert "Traceback" not in err
    assert err.count("is not an audio file") == BROKEN
    with target.open(newline="", encoding="utf-8-sig") as text:
        found = sorted(csv.DictReader(text), key=lambda row: row["file"])
    assert [row["file"] for row in found] == [row["file"] for row in uninterrupted]
    assert [row["genre"] for row in found] == [row["genre"] or "" for row in uninterrupted]


def wait_for_rows(target, count, process):
    while not target.exists() or target.read_text().count("\n") < count:
        assert process.poll() is None
        time.sleep(0.02)


@pytest.mark.slow
@pytest.mark.parametrize("lost", ["scheduler", "workers"])
def test_results_so_far_are_kept_if_the_cluster_does_not_come_back(
    library, tmp_path, cli, monkeypatch, lost
):
    monkeypatch.setattr("desktop_app.library.cluster.LOST_SECONDS", 1.0)
    monkeypatch.setattr("desktop_app.library.cluster.CONNECT_TIMEOUT_SECONDS", 1.0)
    monkeypatch.setattr("desktop_app.library.cluster.SILENCE_SECONDS", 1.0)
    target = tmp_path / "x.csv"
    with scheduler() as (address, leading), worker(address, tmp_path / "1") as only:

        def kill():
            while not target.exists() or target.read_text().count("\n") < 20:
                time.sleep(0.02)
            (leading if lost == "scheduler" else only).kill()

        killer = Thread(target=kill)
        killer.start()
        status, _, err = cli("analyze", library, "-o", target, "--scheduler", address)
        killer.join()
    assert status == 1
    reason = "No Dask scheduler responded" if lost == "scheduler" else "has no workers"
    assert reason in err
    assert "The results so far are kept; continue with --resume." in err
    assert "Traceback" not in err
    assert 0 < target.read_text().count("\n") - 1 < FILES - BROKEN


def test_a_mix_is_divided_into_its_four_parts(cli, clips, tmp_path):
    wanted = ("disco", "classical", "hiphop", "metal")
    held_out = held_out_clips(clips)
    parts, borders = [], [0.0]
    for genre in wanted:
        clip = next(path for path in held_out[genre] if genre_of(path) == genre)
        samples, rate = soundfile.read(clip, dtype="float32")
        parts.append(samples)
        borders.append(borders[-1] + len(samples) / rate)
    mix = tmp_path / "mix.flac"
    soundfile.write(mix, np.concatenate(parts), rate)
    _, labels, _ = cli("analyze", mix, "--format", "audacity")
    found = [line.split("\t") for line in labels.splitlines()]
    assert tuple(label for _, _, label in found) == wanted
    for (start, end, _), begins, ends in zip(found, borders, borders[1:], strict=False):
        assert float(start) == pytest.approx(begins, abs=2.5)
        assert float(end) == pytest.approx(ends, abs=2.5)
    _, out, _ = cli("analyze", mix, "--format", "json")
    assert [part["label"] for part in json.loads(out)["segments"]] == list(wanted)
