"""Accuracy through microphones made from sound, and through their simulation on log-mel spectra.

``python -m tests.benchmarks.microphones DATA --model FILE -o FILE.json``
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import torch

from model.classifier import load_classifier
from tests.benchmarks.microphones.comparison import Comparison, accuracy, compare, load_clips
from tests.benchmarks.microphones.conditions import CONDITIONS

TITLES = ("", "windows", "", "", "clips", "", "", "MFCC differ by", "")
COLUMNS = ("condition", "sound", "simul.", "excess", "sound", "simul.", "excess", "frame", "clip")
LINE = "{:24}" + 8 * "{:>9}"


def main() -> None:
    """Measure, print a table, and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with clips/GENRE/TRACK")
    parser.add_argument("--model", type=Path, help="network (the bundled one)")
    parser.add_argument("--music", type=Path, help="another folder with GENRE/TRACK")
    parser.add_argument("-o", "--output", type=Path, help="JSON file to write")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    classifier = load_classifier(arguments.model)
    clips = load_clips(arguments.data / "clips")
    if arguments.music:
        clips += [clip for clip in load_clips(arguments.music) if clip.genre in classifier.genres]
    clean = accuracy(classifier, [clip.genre for clip in clips], [clip.windows for clip in clips])
    print(LINE.format(*TITLES))
    print(LINE.format(*COLUMNS))
    print(LINE.format("clean", f"{clean[0]:.1f}", "", "", f"{clean[1]:.1f}", "", "", "", ""))
    found = []
    for condition in CONDITIONS:
        found.append(compare(classifier, clips, condition))
        print(_line(found[-1]), flush=True)
    if arguments.output:
        figures = {
            "model": classifier.name,
            "clips": len(clips),
            "clean": {"windows": clean[0], "clips": clean[1]},
            "conditions": [asdict(comparison) for comparison in found],
        }
        arguments.output.write_text(json.dumps(figures, indent=1) + "\n")


def _line(found: Comparison) -> str:
    """Return a line of the table: *excess* is the simulated drop less the real one, in points."""
    figures = [
        figure
        for real, made in (found.windows, found.clips)
        for figure in (f"{real:.1f}", f"{made:.1f}", f"{real - made:+.1f}")
    ]
    return LINE.format(found.condition, *figures, f"{found.difference:.2f}", f"{found.lasting:.2f}")


if __name__ == "__main__":
    main()
