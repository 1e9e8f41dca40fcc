"""Classifies one audio file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np

from desktop_app.analysis.answer import Answer
from desktop_app.analysis.gate import SilenceGate, State
from desktop_app.analysis.offline import STEP_SECONDS, Moment, moments
from desktop_app.analysis.recent_windows import MUSIC_SHARE
from desktop_app.analysis.segments import Segment, segments
from desktop_app.audio.decoder import Tags
from desktop_app.audio.file_names import readable
from desktop_app.audio.opening import open_file
from desktop_app.audio.read_ahead import read_ahead
from desktop_app.audio.source_error import SourceError
from model.classifier import Classifier
from model.features import HOP_SAMPLES, SAMPLE_RATE, FloatArray


@dataclass(frozen=True)
class FileState:
    """By which a file is known to have changed.

    Attributes:
        size: in bytes.
        modified_ns: time of the last change, in nanoseconds since the epoch.
    """

    size: int
    modified_ns: int


@dataclass(frozen=True)
class Result:
    """The classification of a file.

    Attributes:
        file: path or URL as text, from :func:`file_key`.
        duration_s: length in seconds, as the file states it.
        tags: title, artist and genre as the file states them.
        genres: names, in the order of the probabilities.
        answer: the genre of the whole file, from all its music windows; None if less than half of
            the windows are music.
        timeline: one moment per hop, from the beginning.
        segments: the file divided where its genre changes.
        error: one sentence if the file is damaged, or ends early, in which case the result covers
            the part before; else empty.
        state: of the file when it was analysed; None for one that was downloaded.
        recorded: when it was recorded; see :attr:`AudioFile.recorded`.
    """

    file: str
    duration_s: float
    tags: Tags
    genres: tuple[str, ...]
    answer: Answer | None
    timeline: tuple[Moment, ...]
    segments: tuple[Segment, ...]
    error: str
    state: FileState | None
    recorded: datetime | None = None

    @property
    def genre(self) -> str | None:
        """The most probable genre, sure or not; None without an answer."""
        return None if self.answer is None else self.answer.genre

    @property
    def probabilities(self) -> FloatArray | None:
        """(genres,) of the whole file; None without an answer."""
        return None if self.answer is None else self.answer.probabilities


def file_key(location: Path | str) -> str:
    r"""Convert a path or URL to text; bytes that are not UTF-8 become ``\x`` escapes."""
    return os.fsencode(location).decode("utf-8", "backslashreplace")


def state_of(path: Path | str) -> FileState | None:
    """State of a file; None if there is none."""
    try:
        state = os.stat(path)
    except (OSError, ValueError):
        return None
    return FileState(state.st_size, state.st_mtime_ns)


def analyze_file(
    path: Path, classifier: Classifier, hop_s: float = STEP_SECONDS, track: str = ""
) -> Result:
    """Classify one file from beginning to end.

    Args:
        path: of a file in any supported format.
        classifier: computes the genre probabilities.
        hop_s: seconds between two moments of the timeline.
        track: number or language of the audio track, if there are several; empty for the file's
            default.

    Raises:
        SourceError: the file could not be opened, or is shorter than one window.
    """
    file = open_file(path, track)
    timeline: list[Moment] = []
    problem = ""
    try:
        with closing(read_ahead(file.blocks(), readable(path), file.close)) as blocks:
            for moment in moments(blocks, file.rate, classifier, SilenceGate(), hop_s):
                timeline.append(moment)
    except SourceError as error:
        problem = str(error)
    end_s = timeline[-1].time_s if problem and timeline else file.duration_s
    return Result(
        file=file_key(path),
        duration_s=file.duration_s,
        tags=file.tags,
        genres=classifier.genres,
        answer=_answer(timeline, classifier, hop_s),
        timeline=tuple(timeline),
        segments=segments(timeline, classifier.genres, end_s),
        error=problem or file.fault,
        state=FileState(*file.content_key[1:3]),
        recorded=file.recorded,
    )


def _answer(timeline: Sequence[Moment], classifier: Classifier, hop_s: float) -> Answer | None:
    windows = [(m.state, m.probabilities) for m in timeline if m.probabilities is not None]
    music = [probabilities for state, probabilities in windows if state is State.MUSIC]
    if not music or len(music) < MUSIC_SHARE * len(windows):
        return None
    probabilities = classifier.piece(np.stack(music), hop_s * SAMPLE_RATE / HOP_SAMPLES)
    return Answer.of(probabilities, classifier.genres, classifier.sure_threshold)
