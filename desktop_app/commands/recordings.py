"""What to train on: feature archives, or folders of one's own music, a folder a genre."""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from tqdm import tqdm

from desktop_app.audio.errors import SourceError
from desktop_app.audio.whole import excerpt_of, samples_of
from desktop_app.commands.options import Refused
from model.dataset import ARCHIVE, NOT_MUSIC, Recording, load_corpus, log_mel_of

OWN = "own"
"""Origin of the recordings in folders."""
EXCERPT_SECONDS = 30.0
"""Taken from the middle of a file: more of the same song teaches little."""
LEAST_PEAK = 1e-4
"""What stays under it is silent."""
ARTISTS = "artists.csv"


def load(directory: Path) -> tuple[list[Recording], list[str]]:
    """Everything that a folder holds to learn from.

    Args:
        directory: with feature archives as ``model.dataset.load_corpus`` reads them; or with a
            folder a genre with audio files in it, and one named ``nonmusic`` for what has none. A
            file ``artists.csv`` with the columns ``file`` (relative to the directory) and
            ``artist`` keeps an artist's tracks on one side of every split.

    Returns:
        The recordings, and a sentence for every file that had to be left out.

    Raises:
        Refused: there is nothing to learn from, fewer than two genres, or a genre of one track.
    """
    if (directory / ARCHIVE).exists():
        return _archives(directory), []
    recordings, problems = _folders(directory)
    tracks: defaultdict[str, set[str]] = defaultdict(set)
    for recording in recordings:
        tracks[recording.genre].add(recording.group)
    genres = sorted(set(tracks) - {NOT_MUSIC})
    if not genres:
        unusable = f" {len(problems)} can't be used, the first: {problems[0]}" if problems else ""
        raise Refused(
            f"{directory} holds neither feature archives ({ARCHIVE}) nor a folder a genre with "
            f"audio files in it.{unusable}"
        )
    if len(genres) == 1:
        raise Refused(f"{directory} holds one genre, {genres[0]}; there is nothing to tell apart.")
    for genre, groups in sorted(tracks.items()):
        if len(groups) < 2:
            raise Refused(
                f"The genre {genre} has only one track or artist; it takes two, one to learn from "
                "and one to judge by."
            )
    return recordings, problems


def _archives(directory: Path) -> list[Recording]:
    try:
        return load_corpus(directory, samples_of)
    except SourceError as error:
        raise Refused(str(error)) from error
    except (ValueError, KeyError, OSError, BadZipFile) as error:
        raise Refused(f"The feature archives in {directory} can't be read: {error}.") from error


def _folders(directory: Path) -> tuple[list[Recording], list[str]]:
    try:
        folders = sorted(path for path in directory.iterdir() if _visible(path) and path.is_dir())
        files = [
            (folder.name, path)
            for folder in folders
            for path in sorted(folder.rglob("*"))
            if _visible(path) and path.is_file()
        ]
        artists = _artists(directory / ARTISTS)
    except OSError as error:
        raise Refused(f"{directory} can't be read: {error.strerror}.") from error
    recordings, problems = [], []
    for genre, path in tqdm(files, desc="reading", unit="file", file=sys.stderr, disable=None):
        try:
            samples = excerpt_of(path, EXCERPT_SECONDS)
        except SourceError as error:
            problems.append(str(error))
            continue
        if np.abs(samples).max() < LEAST_PEAK:
            problems.append(f"{path} is silent.")
            continue
        name = path.relative_to(directory).as_posix()
        group = f"artist {artists[name]}" if name in artists else name
        piece = log_mel_of(samples).astype(np.float16)
        recordings.append(Recording(name, genre, group, OWN, True, False, (piece,)))
    return recordings, problems


def _visible(path: Path) -> bool:
    return not path.name.startswith(".")


def _artists(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    with path.open(newline="", encoding="utf-8-sig") as text:
        try:
            rows = list(csv.DictReader(text, restval=""))
            return {row["file"]: row["artist"].strip().lower() for row in rows}
        except (KeyError, UnicodeDecodeError, csv.Error) as error:
            raise Refused(f"{path} needs the columns file and artist, in UTF-8.") from error
