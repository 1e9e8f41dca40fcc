"""Recordings to learn from and be judged by: who they are, what belongs together, their log-mel."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model import features

Z_SCORE_DB = 14.7
"""What one unit of a z-scored log-mel is worth in dB, as measured on tracks known both ways."""
EDGE_FRAMES = 2
"""Frames at each end of a centred analysis that saw padding instead of sound."""
ARCHIVE = "gtzan-logmel-3s.npz"
"""The one feature archive that a training directory can't do without."""
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


def load_corpus(directory: Path, read: Callable[[Path], features.FloatArray]) -> list[Recording]:
    """Read the feature archives of a training directory.

    Args:
        directory: holds ``gtzan-logmel-3s.npz`` and, where there are any, ``gtzan-logmel-30s.npz``,
            ``clips/GENRE/TRACK.*`` and ``other-logmel.npz`` with ``other-sources.csv``.
        read: gives the samples of an audio file, (n,) at 22 050 Hz.

    Returns:
        GTZAN's tracks (origin ``gtzan``), then the others (origin ``other``).

    Raises:
        FileNotFoundError: there is no ``gtzan-logmel-3s.npz``.
    """
    recordings = _gtzan(directory, read)
    if (directory / "other-logmel.npz").exists():
        recordings += _other(directory)
    return recordings


def _gtzan(directory: Path, read: Callable[[Path], features.FloatArray]) -> list[Recording]:
    with np.load(directory / ARCHIVE) as archive:
        log_mel, tracks, groups = archive["logmel"], archive["track"], archive["group"]
        names = [str(archive["genres"][index]) for index in archive["genre"]]
    found = {
        int(track): Recording(
            key=f"gtzan/{name}/{track:03d}",
            genre=name,
            group=f"gtzan/{group}",
            origin="gtzan",
            sure=True,
            has_clip=False,
            pieces=((bands.T[EDGE_FRAMES:-EDGE_FRAMES] * np.float16(Z_SCORE_DB)),),
        )
        for track, group, name, bands in zip(tracks, groups, names, log_mel, strict=True)
    }
    long = directory / "gtzan-logmel-30s.npz"
    if long.exists():
        with np.load(long) as archive:
            for key in archive.files:
                _add(found, int(key), _decibels(archive[key])[EDGE_FRAMES:-EDGE_FRAMES])
    for path in sorted(directory.glob("clips/*/*")):
        if not path.stem.isdecimal():
            # Systems and people leave files of their own in folders of music.
            continue
        track = int(path.stem)
        _add(found, track, log_mel_of(read(path)).astype(np.float16))
        if track in found:
            found[track] = replace(found[track], has_clip=True)
    return list(found.values())


def _add(found: dict[int, Recording], track: int, piece: NDArray[np.float16]) -> None:
    if track in found:
        found[track] = replace(found[track], pieces=(*found[track].pieces, piece))


def _other(directory: Path) -> list[Recording]:
    with (directory / "other-sources.csv").open(newline="", encoding="utf-8") as text:
        rows = {row["key"]: row for row in csv.DictReader(text)}
    with np.load(directory / "other-logmel.npz") as archive:
        return [
            Recording(
                key=f"other/{key}",
                genre=row["genre"],
                group=f"other/{artist_of(row['artist_title'])}",
                origin="other",
                sure=row["label"] == "sure",
                has_clip=False,
                pieces=(_decibels(archive[key]),),
            )
            for key, row in rows.items()
        ]


def artist_of(artist_title: str) -> str:
    """``Artist - Title`` -> the artist in lower case; without a dash the whole text."""
    return artist_title.split(" - ", maxsplit=1)[0].strip().lower()


def _decibels(quantised: NDArray[np.uint8]) -> NDArray[np.float16]:
    return (quantised.T * np.float32(0.75) - np.float32(100.0)).astype(np.float16)


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
