"""Speed of the musicnn tagger and this network on the same audio, one thread each.

    python -m tests.benchmarks.musicnn_speed MUSICNN

MUSICNN is the folder of that name in the unpacked wheel ``musicnn`` 0.1.0 from PyPI. Its network
runs in torch, because TensorFlow 1 can no longer be installed. It classifies adjacent patches of
3 s, as its own extractor does by default; this network one window every half second.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile
import torch
from threadpoolctl import threadpool_limits

from desktop_app.bundled import demo_clips
from desktop_app.library.file_analysis import analyze_file
from model.classifier import load_classifier
from tests.benchmarks.musicnn import hear
from tests.benchmarks.musicnn_network import PATCH, Musicnn

SECONDS = 240
REPEATS = 3
TOGETHER = 8
"""Patches per run of musicnn."""


def main() -> None:
    """Print the speed of both as multiples of real time, by processor time."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.musicnn_speed")
    parser.add_argument("musicnn", metavar="MUSICNN", type=Path)
    network = Musicnn(parser.parse_args().musicnn / "MSD_musicnn")
    classifier = load_classifier()
    sound, rate = soundfile.read(demo_clips()[0], dtype="float32", always_2d=True)
    whole = np.resize(sound, (SECONDS * rate, sound.shape[1]))

    def theirs() -> None:
        samples, read_rate = soundfile.read(path, dtype="float32", always_2d=True)
        spectrum = hear(samples.mean(axis=1), read_rate)
        # In parts, as its own extractor does; all at once would need gigabytes.
        for first in range(0, len(spectrum) - PATCH + 1, TOGETHER * PATCH):
            part = spectrum[first : first + TOGETHER * PATCH]
            network(part, range(0, len(part) - PATCH + 1, PATCH))

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "song.wav"
        soundfile.write(path, whole, rate)
        found = {"ours": _times(lambda: analyze_file(path, classifier)), "musicnn": _times(theirs)}
    print(json.dumps(found))


def _times(work: Callable[[], object]) -> float:
    work()
    spent = []
    for _ in range(REPEATS):
        begun = time.process_time()
        work()
        spent.append(time.process_time() - begun)
    return SECONDS / min(spent)


if __name__ == "__main__":
    torch.set_num_threads(1)
    threadpool_limits(1)
    main()
