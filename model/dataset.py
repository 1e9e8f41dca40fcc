"""Recordings for training and evaluation: identity, grouping and log-mel features."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model import features

NOT_MUSIC = "nonmusic"
"""Label of speech, noise, weather and machines: sound without a genre."""

NOISES, NOISE_SECONDS = 12, 6.0
"""Number and length of the synthetic noise recordings."""


@dataclass(frozen=True)
class Recording:
    """One track with its label and features.

    Attributes:
        key: unique name, for listings.
        genre: its label, or NOT_MUSIC.
        group: recordings of one group (duplicates, or one artist) always stay on the same side of
            a split.
        origin: the corpus that it belongs to.
        sure: whether the label is reliable enough for evaluation.
        has_clip: whether there is an audio file of it.
        pieces: log-mel excerpts, each (frames, 128) float16 in dB with an arbitrary reference.
    """

    key: str
    genre: str
    group: str
    origin: str
    sure: bool
    has_clip: bool
    pieces: tuple[NDArray[np.float16], ...]


def artist_of(artist_title: str) -> str:
    """Extract the artist from ``Artist - Title``, in lower case; the whole text without a dash."""
    return artist_title.split(" - ", maxsplit=1)[0].strip().lower()


def log_mel_of(samples: features.FloatArray) -> features.FloatArray:
    """Compute the log-mel of a whole recording from uncentred frames.

    Args:
        samples: (n,) at 22 050 Hz, full scale at 1.

    Returns:
        (frames, 128) dB.
    """
    frames = np.lib.stride_tricks.sliding_window_view(samples, features.FRAME_SAMPLES)
    return features.log_mel(frames[:: features.HOP_SAMPLES])


def synthetic_noise(seed: int) -> list[Recording]:
    """Synthesise noise from white to brown, half of it with mains hum: more that is not music.

    Args:
        seed: the same seed produces the same noise.

    Returns:
        NOISES recordings of 6 s, of origin ``made``, for training only.
    """
    rng = np.random.default_rng(seed)
    count = round(NOISE_SECONDS * features.SAMPLE_RATE)
    hz = np.maximum(np.fft.rfftfreq(count, 1.0 / features.SAMPLE_RATE), 20.0)
    time = np.arange(count) / features.SAMPLE_RATE
    found = []
    for number in range(NOISES):
        slope = 2.0 * number / (NOISES - 1)
        shaped = np.fft.irfft(np.fft.rfft(rng.standard_normal(count)) * hz ** (-slope / 2.0), count)
        wave = shaped / shaped.std()
        if number % 2:
            harmonics = rng.choice((50.0, 60.0)) * np.arange(1, 9)
            strengths = rng.exponential(0.5, len(harmonics))
            wave = wave + strengths @ np.sin(2.0 * np.pi * harmonics[:, None] * time)
        piece = log_mel_of((0.1 * wave).astype(np.float32)).astype(np.float16)
        key = f"made/noise {number}"
        found.append(Recording(key, NOT_MUSIC, key, "made", False, False, (piece,)))
    return found


def folds(recordings: Sequence[Recording], count: int, seed: int) -> NDArray[np.int64]:
    """Assign recordings to folds, stratified by genre and keeping groups together.

    Args:
        recordings: of at least ``count`` groups.
        count: number of folds.
        seed: the same seed produces the same folds.

    Returns:
        (recordings,) fold numbers, 0 to ``count`` - 1.
    """
    from sklearn.model_selection import StratifiedGroupKFold

    splitter = StratifiedGroupKFold(count, shuffle=True, random_state=seed)
    genres = [recording.genre for recording in recordings]
    groups = [recording.group for recording in recordings]
    assigned = np.empty(len(recordings), np.int64)
    for number, (_, held_out) in enumerate(splitter.split(genres, genres, groups)):
        assigned[held_out] = number
    return assigned
