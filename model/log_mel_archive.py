"""Log-mel archives: training data stored as features, from which the audio cannot be played.

An archive ``NAME-logmel.npz`` contains, by key, the log-mel of each recording as uint8
(128 bands, frames), dB = 0.75 q - 100. ``NAME-sources.csv`` beside it describes them: ``key``,
``genre``, ``artist_title`` (``Artist - Title``), ``seconds``, and ``label``, which is ``sure``
where it is reliable enough for evaluation. GTZAN's archives have their own layout.
"""

from __future__ import annotations

import csv
import io
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, is_zipfile

import numpy as np
from numpy.lib.npyio import NpzFile
from numpy.typing import NDArray

from model import features
from model.atomic_write import atomic_write
from model.dataset import Recording, artist_of, log_mel_of

Z_SCORE_DB = 14.7
"""One unit of a z-scored log-mel in dB, measured on tracks available in both forms."""
EDGE_FRAMES = 2
"""Frames at each end of a centred analysis that overlap padding."""
GTZAN = "gtzan-logmel-3s.npz"
LOG_MEL, SOURCES = "-logmel.npz", "-sources.csv"
COLUMNS = ("key", "genre", "artist_title", "seconds", "label")
STEP_DB, FLOOR_DB = 0.75, -100.0
"""Quantisation of the levels."""
ARTIST = "artist "
"""Prefix of the group of recordings whose artist is known."""


def has_archives(directory: Path) -> bool:
    """Return whether a directory contains archives that :func:`load_archives` reads."""
    return (directory / GTZAN).exists() or bool(_names(directory))


def load_archives(directory: Path, read: Callable[[Path], features.FloatArray]) -> list[Recording]:
    """Read the feature archives in a directory.

    Args:
        directory: contains ``gtzan-logmel-3s.npz`` and, optionally, ``gtzan-logmel-30s.npz`` and
            ``clips/GENRE/TRACK.*``; or any number of ``NAME-logmel.npz``, each with its
            ``NAME-sources.csv``; or both.
        read: returns the samples of an audio file, (n,) at 22 050 Hz.

    Returns:
        GTZAN's tracks (origin ``gtzan``), then the others, each with NAME as its origin.

    Raises:
        FileNotFoundError: if the list of sources of an archive is missing.
        KeyError: if a listed recording is not in its archive.
        ValueError: if an archive or its list is damaged.
    """
    recordings = _gtzan(directory, read) if (directory / GTZAN).exists() else []
    for name in _names(directory):
        recordings += _named(directory, name)
    return recordings


def save_archive(directory: Path, name: str, recordings: Sequence[Recording]) -> None:
    """Write recordings as ``NAME-logmel.npz`` and ``NAME-sources.csv``.

    Args:
        directory: folder to write to; existing files are replaced only by complete ones.
        name: origin that the recordings will have when read back.
        recordings: each with one piece, and grouped by artist or on its own.

    Raises:
        OSError: if the files cannot be written.
    """
    arrays: dict[str, Any] = {
        _text(recording.key): _quantised(recording.pieces[0]) for recording in recordings
    }
    log_mel, listing = io.BytesIO(), io.StringIO()
    np.savez_compressed(log_mel, **arrays)
    writer = csv.writer(listing)
    writer.writerow(COLUMNS)
    for recording in recordings:
        seconds = len(recording.pieces[0]) * features.HOP_SAMPLES / features.SAMPLE_RATE
        label = "sure" if recording.sure else "doubtful"
        # The first dash between spaces separates artist and title.
        artist = re.sub(r"\s+-", "-", recording.group.removeprefix(ARTIST))
        row = (recording.key, recording.genre, f"{artist} - {recording.key}")
        writer.writerow((*map(_text, row), f"{seconds:.1f}", label))
    atomic_write(directory / f"{name}{LOG_MEL}", log_mel.getvalue())
    atomic_write(directory / f"{name}{SOURCES}", listing.getvalue().encode())


def _text(name: str) -> str:
    """Escape what cannot be encoded as UTF-8; file names are not always valid text."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _names(directory: Path) -> list[str]:
    found = (path.name.removesuffix(LOG_MEL) for path in directory.glob(f"*{LOG_MEL}"))
    return sorted(found)


@contextmanager
def _opened(path: Path) -> Iterator[NpzFile]:
    # Checked first because numpy also opens other files, and for some suggests allow_pickle.
    if path.is_file() and not is_zipfile(path):
        raise ValueError(f"{path.name} is damaged or not an archive")
    try:
        with np.load(path) as archive:
            yield archive
    except (BadZipFile, EOFError, NotImplementedError, zlib.error) as error:
        raise ValueError(f"{path.name} is damaged ({error})") from error


def _gtzan(directory: Path, read: Callable[[Path], features.FloatArray]) -> list[Recording]:
    with _opened(directory / GTZAN) as archive:
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
        with _opened(long) as archive:
            for key in archive.files:
                _add(found, int(key), _decibels(archive, key)[EDGE_FRAMES:-EDGE_FRAMES])
    for path in sorted(directory.glob("clips/*/*")):
        if not path.stem.isdecimal():
            # Music folders often contain unrelated files.
            continue
        track = int(path.stem)
        _add(found, track, log_mel_of(read(path)).astype(np.float16))
        if track in found:
            found[track] = replace(found[track], has_clip=True)
    return list(found.values())


def _add(found: dict[int, Recording], track: int, piece: NDArray[np.float16]) -> None:
    if track in found:
        found[track] = replace(found[track], pieces=(*found[track].pieces, piece))


def _named(directory: Path, name: str) -> list[Recording]:
    with (directory / f"{name}{SOURCES}").open(newline="", encoding="utf-8") as text:
        rows = list(csv.DictReader(text))
    if any(row.get(column) is None for row in rows for column in COLUMNS):
        raise ValueError(f"a row of {name}{SOURCES} lacks one of {', '.join(COLUMNS)}")
    with _opened(directory / f"{name}{LOG_MEL}") as archive:
        return [
            Recording(
                key=f"{name}/{row['key']}",
                genre=row["genre"],
                # Not qualified by the archive: an artist's tracks may be spread over several.
                group=ARTIST + artist_of(row["artist_title"]),
                origin=name,
                sure=row["label"] == "sure",
                has_clip=False,
                pieces=(_decibels(archive, row["key"]),),
            )
            for row in rows
        ]


def _decibels(archive: NpzFile, key: str) -> NDArray[np.float16]:
    quantised = archive[key]
    if quantised.dtype != np.uint8 or quantised.ndim != 2 or len(quantised) != features.MEL_BANDS:
        raise ValueError(f"{key} is not a log-mel of {features.MEL_BANDS} bands")
    return (quantised.T * np.float32(STEP_DB) + np.float32(FLOOR_DB)).astype(np.float16)


def _quantised(log_mel: NDArray[np.float16]) -> NDArray[np.uint8]:
    steps = np.round((log_mel.T.astype(np.float32) - FLOOR_DB) / STEP_DB)
    return np.asarray(np.clip(steps, 0, 255).astype(np.uint8))
