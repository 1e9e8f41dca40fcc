"""Training data: feature archives, or folders of the user's music, one subfolder per genre."""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from desktop_app.audio.load import excerpt_of, samples_of
from desktop_app.audio.source_error import SourceError
from desktop_app.commands.options import Refused
from desktop_app.commands.progress import progress
from desktop_app.formatting.local import local
from desktop_app.formatting.reason import reason_of
from desktop_app.formatting.text import message_line
from desktop_app.library.discovery import Notes, find_audio_files, is_hidden
from model.dataset import NOT_MUSIC, Recording, log_mel_of
from model.features import HOP_SAMPLES, SAMPLE_RATE, WINDOW_FRAMES, WINDOW_SAMPLES
from model.log_mel_archive import ARTIST, GTZAN, LOG_MEL, has_archives, load_archives
from resources.languages import gettext, ngettext

OWN = "own"
"""Origin of the recordings in folders."""
EXCERPT_SECONDS = 30.0
"""Taken from the middle of a file; more of the same song adds little."""
LEAST_PEAK = 1e-4
"""Files with a lower peak count as silent."""
LEAST_SAMPLES = WINDOW_SAMPLES + HOP_SAMPLES
"""A window plus one frame, so that there is a position to choose."""
LEAST_SECONDS = LEAST_SAMPLES / SAMPLE_RATE
ARTISTS = "artists.csv"


def load(directories: Sequence[Path]) -> tuple[list[Recording], list[str]]:
    """Load all recordings in some folders.

    Args:
        directories: each with feature archives as read by ``model.log_mel_archive``, or with
            music as read by :func:`folders`.

    Returns:
        The recordings, and a sentence for every file that was skipped.

    Raises:
        Refused: if a folder has nothing to train on, there are fewer than two genres, or a genre
            has only one track.
    """
    recordings: list[Recording] = []
    problems: list[str] = []
    for directory in directories:
        found, unusable = read_folder(directory)
        recordings += found
        problems += unusable
    tracks: defaultdict[str, set[str]] = defaultdict(set)
    for recording in recordings:
        tracks[recording.genre].add(recording.group)
    genres = sorted(set(tracks) - {NOT_MUSIC})
    if len(genres) < 2:
        names = gettext(" and ").join(str(directory) for directory in directories)
        what = (
            gettext("only one genre, {genres}").format(genres=genres[0])
            if genres
            else gettext("no music")
        )
        raise Refused(
            ngettext(
                "{folders} contains {genres}. Training needs two genres.{problems}",
                "{folders} contain {genres}. Training needs two genres.{problems}",
                len(directories),
            ).format(folders=names, genres=what, problems=_why(problems))
        )
    for genre, groups in sorted(tracks.items()):
        if len(groups) < 2:
            raise Refused(
                gettext(
                    "The genre {genre} has only one track or artist. It needs two: one "
                    "to train on and one to evaluate on.{problems}"
                ).format(genre=genre, problems=_why(problems))
            )
    return recordings, problems


def read_folder(directory: Path) -> tuple[list[Recording], list[str]]:
    """Load the recordings in a folder, whatever their genres and however few.

    Args:
        directory: as for :func:`load`.

    Returns:
        The recordings, and a sentence for every file that was skipped.

    Raises:
        Refused: if there are none.
    """
    if has_archives(directory):
        return _archives(directory)
    found, unusable = folders(directory, EXCERPT_SECONDS)
    if not found:
        raise Refused(
            gettext(
                "{folder} contains neither feature archives (*{log_mel} or {gtzan}) "
                "nor one subfolder of audio files per genre.{unusable}"
            ).format(folder=directory, log_mel=LOG_MEL, gtzan=GTZAN, unusable=_why(unusable))
        )
    return found, unusable


def _why(problems: Sequence[str]) -> str:
    """Return the number of problems and the first one, to append to a message."""
    return (
        gettext(" Problems found: {problems}. The first: {first}").format(
            problems=len(problems), first=problems[0]
        )
        if problems
        else ""
    )


def _archives(directory: Path) -> tuple[list[Recording], list[str]]:
    try:
        found = load_archives(directory, samples_of)
    except SourceError as error:
        raise Refused(str(error)) from error
    except (ValueError, KeyError, OSError) as error:
        raise Refused(
            gettext("Could not read the feature archives in {folder}: {error}.").format(
                folder=directory, error=error
            )
        ) from error
    long = [recording for recording in found if len(recording.pieces[0]) >= WINDOW_FRAMES]
    short = [recording for recording in found if len(recording.pieces[0]) < WINDOW_FRAMES]
    return long, [
        gettext("{key} in {folder} is too short.").format(key=recording.key, folder=directory)
        for recording in short
    ]


def folders(directory: Path, seconds: float) -> tuple[list[Recording], list[str]]:
    """Load the music in a folder.

    Args:
        directory: contains one subfolder of audio files per genre, and optionally one named
            ``nonmusic`` for non-music. An optional ``artists.csv`` with the columns
            ``file`` (relative to the directory) and ``artist`` (empty if unknown) keeps an
            artist's tracks on the same side of every split.
        seconds: maximum length taken from a file, from its middle.

    Returns:
        The recordings, and a sentence for everything that was skipped.

    Raises:
        Refused: if the folder or its ``artists.csv`` cannot be read.
    """
    try:
        genres = genre_folders(directory)
        artists = _artists(directory / ARTISTS)
    except OSError as error:
        raise Refused(
            gettext("Could not read {folder}: {reason}.").format(
                folder=directory, reason=reason_of(error)
            )
        ) from error
    files: list[tuple[str, Path]] = []
    problems: list[str] = []
    notes = Notes()
    for folder in genres:
        found, unreadable = files_in(folder, notes)
        files += [(folder.name, path) for path in found]
        problems += unreadable
    if notes.summary:
        print(message_line(notes.summary), file=sys.stderr)
    if lost := sorted(set(artists) - {path.relative_to(directory).as_posix() for _, path in files}):
        problems.append(
            gettext("{folder} lists missing files ({lost}), for example {example}.").format(
                folder=directory / ARTISTS, lost=len(lost), example=lost[0]
            )
        )
    recordings = []
    for genre, path in progress(files, unit="file", description=gettext("Reading")):
        try:
            samples = excerpt_of(path, seconds)
        except SourceError as error:
            problems.append(str(error))
            continue
        if len(samples) < LEAST_SAMPLES:
            problems.append(
                gettext(
                    "{path} is too short: training needs more than {least_seconds:.2f} s."
                ).format(path=path, least_seconds=local(LEAST_SECONDS))
            )
            continue
        if np.abs(samples).max() < LEAST_PEAK:
            problems.append(gettext("{path} is silent.").format(path=path))
            continue
        name = path.relative_to(directory).as_posix()
        group = ARTIST + artists[name] if artists.get(name) else name
        piece = log_mel_of(samples).astype(np.float16)
        recordings.append(Recording(name, genre, group, OWN, True, False, (piece,)))
    return recordings, problems


def genre_folders(directory: Path) -> list[Path]:
    """The subfolders of a folder that hold music, sorted.

    Raises:
        OSError: the folder could not be read.
    """
    return sorted(
        path for path in directory.iterdir() if not is_hidden(path.name) and path.is_dir()
    )


def files_in(folder: Path, notes: Notes) -> tuple[list[Path], list[str]]:
    """List the audio files in a folder and its subfolders.

    Args:
        folder: to search.
        notes: takes what is left out.

    Returns:
        The files, sorted, and a sentence for each folder that cannot be read or if there are none.
    """
    of_folder = Notes(left_out=notes.left_out, kinds=notes.kinds)
    found = sorted(find_audio_files([folder], recursive=True, notes=of_folder))
    if found == [folder]:
        return [], [gettext("{folder} contains no audio files.").format(folder=folder)]
    return found, of_folder.problems


def _artists(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    with path.open(newline="", encoding="utf-8-sig") as text:
        try:
            rows = list(csv.DictReader(text, restval=""))
            return {row["file"]: row["artist"].strip().lower() for row in rows}
        except (KeyError, UnicodeDecodeError, csv.Error) as error:
            raise Refused(
                gettext("{path} must have the columns file and artist, in UTF-8.").format(path=path)
            ) from error
