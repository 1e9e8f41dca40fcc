"""A library of five hundred files, five of them broken, and a mix of four genres."""

import csv
import json
import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest
import soundfile

from tests.fixtures.files import write
from tests.fixtures.held_out import held_out_clips, said_of

FILES, BROKEN = 500, 5


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("library")
    kinds = ("music", "tones", "noise", "silence")
    originals = [write(folder / f"{kind}.wav", 2.5, kind=kind) for kind in kinds]
    for number in range(FILES - len(originals)):
        path = folder / f"{number:03}.wav"
        if number % 100 == 50:
            path.write_bytes(b"broken")
        else:
            os.link(originals[number % len(originals)], path)
    return folder


def command(*arguments):
    return [sys.executable, "-m", "desktop_app", "analyze", *map(str, arguments)]


def rows(path):
    with path.open(newline="") as text:
        return sorted(csv.reader(text))


def test_a_library_gives_the_same_whether_interrupted_or_not(library, tmp_path):
    at_once, stopped = tmp_path / "at-once.csv", tmp_path / "stopped.csv"
    done = subprocess.run(
        command(library, "--jobs", 2, "-o", at_once), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count("is not an audio file") == BROKEN
    assert len(rows(at_once)) == 1 + FILES - BROKEN

    process = subprocess.Popen(
        command(library, "--jobs", 2, "-o", stopped), stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 60
    while not (stopped.exists() and stopped.read_text().count("\n") > 50):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in said
    there = rows(stopped)
    assert 50 < len(there) < FILES - BROKEN
    assert set(map(tuple, there)) <= set(map(tuple, rows(at_once)))

    subprocess.run(
        command(library, "--jobs", 2, "-o", stopped, "--resume"), capture_output=True, check=False
    )
    assert rows(stopped) == rows(at_once)


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
