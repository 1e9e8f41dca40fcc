"""A library of five hundred files, five of them broken, and a mix of four genres."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import psutil
import pyarrow.parquet
import pytest
import soundfile

from tests.fixtures.cluster import scheduler, worker
from tests.fixtures.held_out import held_out_clips, said_of

FILES, BROKEN = 500, 5
LOADED_SECONDS = 2.5
"""Of a processor; loading the model takes two, so by then a worker is in the middle of its work."""


@pytest.fixture(scope="module")
def at_once(library, tmp_path_factory):
    """The library labelled in one go by two processes."""
    folder = tmp_path_factory.mktemp("at-once") / "x.parquet"
    with labelling(library, folder, "--jobs", 2) as process:
        assert all_broken_are_named(process)
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


def all_broken_are_named(process):
    _, said = process.communicate(timeout=240)
    assert "Traceback" not in said
    assert said.count("is not an audio file") == BROKEN
    return process.returncode == 1


def rows(folder):
    return sorted(pyarrow.parquet.read_table(folder).to_pylist(), key=lambda row: row["file"])


def spent(processes):
    return sum(process.cpu_times().user for process in processes)


def test_interrupted_and_resumed_it_gives_the_same(library, at_once, tmp_path):
    folder = tmp_path / "x.parquet"
    process = labelling(library, folder, "--jobs", 2)
    parent = psutil.Process(process.pid)
    while spent(parent.children(recursive=True)) < 2 * LOADED_SECONDS:
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in said
    there = rows(folder)
    assert 0 < len(there) < FILES - BROKEN
    assert all(row in at_once for row in there)
    with labelling(library, folder, "--jobs", 2, "--resume") as process:
        assert all_broken_are_named(process)
    assert rows(folder) == at_once


def test_on_a_cluster_of_which_a_worker_is_killed_it_gives_the_same(library, at_once, tmp_path):
    folder = tmp_path / "x.parquet"
    with (
        scheduler() as (address, _),
        worker(address, tmp_path / "1") as first,
        worker(address, tmp_path / "2"),
    ):
        working = psutil.Process(first.pid)
        begun = spent([working])
        with labelling(library, folder, "--scheduler", address) as process:
            while spent([working]) < begun + LOADED_SECONDS:
                time.sleep(0.02)
            assert process.poll() is None
            first.send_signal(signal.SIGKILL)
            assert all_broken_are_named(process)
    assert rows(folder) == at_once


def test_a_scheduler_that_dies_leaves_what_is_there(library, tmp_path):
    target = tmp_path / "x.csv"
    with (
        scheduler() as (address, leading),
        worker(address, tmp_path / "1") as working,
        labelling(library, target, "--scheduler", address) as process,
    ):
        while spent([psutil.Process(working.pid)]) < LOADED_SECONDS:
            time.sleep(0.02)
        while not target.exists() or target.read_text().count("\n") < 20:
            assert process.poll() is None
            time.sleep(0.02)
        leading.kill()
        _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert f"The scheduler at {address} answers no more. The results that are there stay" in said
    assert "Traceback" not in said
    there = target.read_text().count("\n") - 1
    assert 0 < there < FILES - BROKEN
    with labelling(library, target, "--resume") as process:
        process.communicate(timeout=120)
    assert process.returncode == 1
    assert target.read_text().count("\n") == 1 + FILES - BROKEN


def test_a_mix_shows_its_four_parts(cli, clips, tmp_path):
    wanted = ("disco", "classical", "hiphop", "metal")
    held_out = held_out_clips(clips)
    parts, borders = [], [0.0]
    for genre in wanted:
        clip = next(path for path in held_out[genre] if said_of(path) == genre)
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
