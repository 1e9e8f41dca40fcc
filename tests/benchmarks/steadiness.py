"""How steady the large word is on one piece, and how soon it follows when the music changes.

    python -m tests.benchmarks.steadiness DATA [--model FILE]

DATA contains the clips of GTZAN's tracks and the archive ``outside``. The network was trained
neither on the music in ``outside``, each recording of which is one genre for 34 s, nor on the
held-out clips. These are joined to a mix in which the genre changes every 24 s, each clip being
heard twice. A change counts as followed from when the right genre leads until the next change;
only clips whose own genre leads at the end of their 24 s are judged, because how often that is
wrong is another question.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.analysis.answering import Answering
from desktop_app.analysis.piece_tracker import PieceTracker
from desktop_app.analysis.smoothing import Average, Smoother
from desktop_app.audio.load import samples_of
from desktop_app.formatting.text import display_name
from model import Classifier, load_classifier
from model.dataset import log_mel_of
from model.features import FRAME_SAMPLES, HOP_SAMPLES, SAMPLE_RATE, WINDOW_FRAMES, mfcc
from model.log_mel_archive import load_archives
from tests.fixtures.held_out import held_out_clips

AVERAGES: dict[str, Callable[[], Average]] = {
    "automatic": PieceTracker,
    "3 s": lambda: Smoother(3.0),
}
STRETCH_FRAMES = round(24.0 * SAMPLE_RATE / HOP_SAMPLES)
SOON_SECONDS = 4.0
NOTHING = ""


def words(
    classifier: Classifier, log_mel: NDArray[np.floating], average: Average
) -> tuple[list[str], list[str]]:
    """Return the word shown and the leading genre after each hop, as the analysis finds them.

    Args:
        classifier: the network.
        log_mel: (frames, 128) dB.
        average: how to average.

    Returns:
        (frames - 99) each; empty words while no genre is shown.
    """
    frames = np.lib.stride_tricks.sliding_window_view(log_mel, WINDOW_FRAMES, axis=0)
    windows = mfcc(np.ascontiguousarray(frames.transpose(0, 2, 1), np.float32))
    probabilities, music = classifier.judge(windows)
    answering = Answering()
    answering.average = average
    shown, leading = [], []
    for number, (row, share) in enumerate(zip(probabilities, music, strict=True)):
        end = (number + WINDOW_FRAMES - 1) * HOP_SAMPLES + FRAME_SAMPLES
        heard = None if share < classifier.music_threshold else row
        answer, _ = answering.update(end, heard, classifier)
        shown.append(NOTHING if answer is None else answer.words)
        leading.append(NOTHING if answer is None else answer.genre)
    return shown, leading


def changes_per_minute(shown: list[str]) -> float:
    """Return how often a word shown after each hop changes."""
    changes = sum(first != second for first, second in pairwise(shown))
    return changes * 60.0 * SAMPLE_RATE / HOP_SAMPLES / len(shown)


def delays(leading: list[str], genres: list[str]) -> list[float]:
    """Return the seconds after each change of genre until the right one leads and stays.

    Args:
        leading: after each hop, from the end of the first window.
        genres: of the stretches of the mix.
    """
    found = []
    for number, genre in enumerate(genres[1:], start=1):
        begin = number * STRETCH_FRAMES - WINDOW_FRAMES + 1
        part = leading[begin : begin + STRETCH_FRAMES]
        if part[-1] == genre:
            wrong = [at for at, said in enumerate(part) if said != genre]
            found.append((wrong[-1] + 1 if wrong else 0) * HOP_SAMPLES / SAMPLE_RATE)
    return found


def mix(clips: dict[str, list[Path]]) -> tuple[list[str], NDArray[np.float32]]:
    """Join the held-out clips so that no genre follows itself."""
    turns = [(genre, paths[turn]) for turn in range(3) for genre, paths in clips.items()]
    parts = []
    for _, path in turns:
        samples = samples_of(path)
        parts.append(log_mel_of(np.concatenate([samples, samples]))[:STRETCH_FRAMES])
        parts[-1] = np.pad(parts[-1], ((0, STRETCH_FRAMES - len(parts[-1])), (0, 0)), mode="edge")
    return [genre for genre, _ in turns], np.concatenate(parts)


def main() -> None:
    """Print both figures for each average."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.steadiness")
    parser.add_argument("data", metavar="DATA", type=Path)
    parser.add_argument("--model", metavar="FILE", type=Path)
    options = parser.parse_args()
    classifier = load_classifier(options.model)
    pieces = [
        recording.pieces[0] for recording in load_archives(options.data / "outside", samples_of)
    ]
    genres, joined = mix(held_out_clips(options.data / "clips"))
    for name, average in AVERAGES.items():
        rates = [changes_per_minute(words(classifier, piece, average())[0]) for piece in pieces]
        print(
            f"{display_name(name)}: {np.mean(rates):.2f} changes a minute on {len(rates)} pieces "
            f"of one genre (at most one in {np.mean(np.array(rates) <= 1.0):.0%} of them)"
        )
        found = np.array(delays(words(classifier, joined, average())[1], genres))
        print(
            f"{display_name(name)}: of {len(genres) - 1} changes {len(found)} end with the right "
            f"genre, after a median of {np.median(found):.1f} s; within {SOON_SECONDS:g} s "
            f"{np.mean(found <= SOON_SECONDS):.0%}, within 8 s {np.mean(found <= 8.0):.0%}"
        )


if __name__ == "__main__":
    main()
