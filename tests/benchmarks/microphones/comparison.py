"""Compares the conditions made from sound with their simulation on log-mel spectra."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import soxr
import torch
from numpy.typing import NDArray

from model.classifier import Classifier
from model.dataset import log_mel_of
from model.features import SAMPLE_RATE, WINDOW_FRAMES, FloatArray, mfcc
from model.microphones import through
from model.piece import HOP_FRAMES
from tests.benchmarks.microphones.conditions import apply

MUSIC_SECONDS = 20.0
"""Longer recordings are heard for this long, from their middle."""
PLACES = 8
"""Places in the room where the clips are heard in turn, lest one place's reflections decide."""


@dataclass(frozen=True)
class Clip:
    """A recording, clean.

    Attributes:
        genre: its label.
        samples: (n,) at 22 050 Hz.
        windows: its log-mel, (N, 100, 128) dB.
    """

    genre: str
    samples: FloatArray
    windows: FloatArray


@dataclass(frozen=True)
class Comparison:
    """A condition, from sound and simulated.

    Attributes:
        condition: its name.
        windows: percentage of windows classified correctly: from sound, and simulated.
        clips: likewise of clips.
        difference: mean absolute difference of their MFCC, loudness left out.
        lasting: mean absolute difference of the means of their MFCC over each clip, likewise.
    """

    condition: str
    windows: tuple[float, float]
    clips: tuple[float, float]
    difference: float
    lasting: float


def load_clips(folder: Path) -> list[Clip]:
    """Read ``GENRE/TRACK`` below a folder, in any format that libsndfile knows.

    Raises:
        FileNotFoundError: if there is none.
    """
    found = []
    for path in sorted(folder.glob("*/*")):
        if path.suffix.lower() not in {".flac", ".mp3", ".ogg", ".opus", ".wav"}:
            continue
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
        mono = soxr.resample(samples.mean(axis=1), rate, SAMPLE_RATE)
        spare = max(0, len(mono) - round(MUSIC_SECONDS * SAMPLE_RATE)) // 2
        middle = np.ascontiguousarray(mono[spare : len(mono) - spare], np.float32)
        found.append(Clip(path.parent.name, middle, windows_of(middle)))
    if not found:
        raise FileNotFoundError(f"there is no music in {folder}")
    return found


def windows_of(samples: FloatArray) -> FloatArray:
    """Compute the log-mel of windows 20 frames apart: (n,) samples -> (N, 100, 128) dB."""
    every = np.lib.stride_tricks.sliding_window_view(log_mel_of(samples), WINDOW_FRAMES, axis=0)
    return np.ascontiguousarray(every[::HOP_FRAMES].transpose(0, 2, 1))


def simulated(clip: Clip, condition: str, seed: int) -> FloatArray:
    """Simulate a condition on the log-mel of a clip: (N, 100, 128) dB."""
    return through(torch.from_numpy(clip.windows), condition, seed).numpy()


def without_loudness(log_mel: FloatArray) -> FloatArray:
    """Compute the MFCC of windows, whose mean coefficient 0 is made 0: (N, 100, 13)."""
    coefficients = mfcc(log_mel)
    coefficients[..., 0] -= coefficients[..., 0].mean(axis=1, keepdims=True)
    return coefficients


def accuracy(
    classifier: Classifier, genres: Sequence[str], windows: Sequence[FloatArray]
) -> tuple[float, float]:
    """Classify clips.

    Args:
        classifier: the network.
        genres: their labels.
        windows: log-mel of each, (N, 100, 128) dB.

    Returns:
        Percentage of windows (every clip counts the same) and of clips classified correctly.
    """
    right: list[NDArray[np.bool_]] = []
    clips = []
    for genre, log_mel in zip(genres, windows, strict=True):
        images, label = mfcc(log_mel), classifier.genres.index(genre)
        right.append(classifier.predict(images).argmax(axis=1) == label)
        clips.append(classifier.predict_piece(images).argmax() == label)
    return 100.0 * float(np.mean([clip.mean() for clip in right])), 100.0 * float(np.mean(clips))


def compare(classifier: Classifier, clips: Sequence[Clip], condition: str) -> Comparison:
    """Send clips through a condition, made from sound and simulated."""
    genres = [clip.genre for clip in clips]
    real = [
        windows_of(apply(clip.samples, condition, number % PLACES))
        for number, clip in enumerate(clips)
    ]
    made = [simulated(clip, condition, seed) for seed, clip in enumerate(clips)]
    apart, lasting = [], []
    for pair in zip(real, made, strict=True):
        heard, imitated = (without_loudness(log_mel) for log_mel in pair)
        apart.append(np.abs(heard - imitated).mean())
        means = heard.mean(axis=(0, 1)) - imitated.mean(axis=(0, 1))
        lasting.append(np.abs(means).mean())
    of_real, of_made = (accuracy(classifier, genres, windows) for windows in (real, made))
    return Comparison(
        condition,
        (of_real[0], of_made[0]),
        (of_real[1], of_made[1]),
        float(np.mean(apart)),
        float(np.mean(lasting)),
    )
