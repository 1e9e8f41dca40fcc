"""Recordings to learn from and be judged by: who they are, what belongs together, their log-mel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model import features

NOT_MUSIC = "nonmusic"
"""The label of speech, noise, weather, machines: nothing that has a genre."""

NOISES, NOISE_SECONDS = 12, 6.0


@dataclass(frozen=True)
class Recording:
    """One track and everything that is known of its sound.

    Attributes:
        key: name of its own, for listings.
        genre: its label, or NOT_MUSIC.
        group: recordings of one group (duplicates, or one artist) never stand on both sides of a
            split.
        origin: the corpus it came with.
        sure: whether the label can be used to judge by.
        has_clip: whether there is an audio file of it.
        pieces: log-mel excerpts, each (frames, 128) float16 in dB with an arbitrary zero.
    """

    key: str
    genre: str
    group: str
    origin: str
    sure: bool
    has_clip: bool
    pieces: tuple[NDArray[np.float16], ...]


def artist_of(artist_title: str) -> str:
    """``Artist - Title`` -> the artist in lower case; without a dash the whole text."""
    return artist_title.split(" - ", maxsplit=1)[0].strip().lower()


def log_mel_of(samples: features.FloatArray) -> features.FloatArray:
    """Log-mel of a whole recording: (n,) samples -> (frames, 128) dB, uncentred frames."""
    frames = np.lib.stride_tricks.sliding_window_view(samples, features.FRAME_SAMPLES)
    return features.log_mel(frames[:: features.HOP_SAMPLES])


def made_noise(seed: int) -> list[Recording]:
    """Noise from white to brown, half of it with the hum of mains: more of what is no music.

    Args:
        seed: the same seed makes the same noise.

    Returns:
        NOISES recordings of 6 s, of origin ``made``, to learn from and never to judge by.
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
    """Deal recordings into folds: genres even, groups whole.

    Args:
        recordings: at least ``count`` groups.
        count: how many folds.
        seed: the same seed deals the same way.

    Returns:
        (recordings,) fold numbers, 0 to ``count`` - 1.
    """
    from sklearn.model_selection import StratifiedGroupKFold

    splitter = StratifiedGroupKFold(count, shuffle=True, random_state=seed)
    genres = [recording.genre for recording in recordings]
    groups = [recording.group for recording in recordings]
    dealt = np.empty(len(recordings), np.int64)
    for number, (_, held_out) in enumerate(splitter.split(genres, genres, groups)):
        dealt[held_out] = number
    return dealt
