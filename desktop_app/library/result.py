"""What is found out about one file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from desktop_app.analysis.gate import SilenceGate, State
from desktop_app.analysis.offline import STEP_SECONDS, Moment, moments
from desktop_app.analysis.segments import Segment, segments
from desktop_app.analysis.smoothing import MUSIC_SHARE
from desktop_app.audio.decoder import Tags
from desktop_app.audio.files import AudioFile
from desktop_app.audio.read_ahead import read_ahead
from desktop_app.audio.source_error import SourceError
from model.classifier import Classifier
from model.features import FloatArray


@dataclass(frozen=True)
class Result:
    """The genres of a file.

    Attributes:
        file: its path as text, see :func:`key_of`.
        duration_s: as the file says.
        tags: what the file says of itself.
        genres: names, in the order of the probabilities.
        probabilities: (genres,), mean over the windows of music; None where less than half of the
            sound is music.
        timeline: from the beginning on, a moment a hop.
        segments: the same, cut where the genre changes.
        error: one sentence if the file broke off, in which case the rest is of what came before, or
            if something in it is damaged; else empty.
    """

    file: str
    duration_s: float
    tags: Tags
    genres: tuple[str, ...]
    probabilities: FloatArray | None
    timeline: tuple[Moment, ...]
    segments: tuple[Segment, ...]
    error: str

    @property
    def genre(self) -> str | None:
        """The leading one."""
        if self.probabilities is None:
            return None
        return self.genres[int(self.probabilities.argmax())]


def key_of(place: Path | str) -> str:
    """A path or an address as text, whatever bytes it is made of."""
    return os.fsencode(place).decode("utf-8", "backslashreplace")


def analyzed(path: Path, classifier: Classifier, hop_s: float = STEP_SECONDS) -> Result:
    """Analyse one file.

    Args:
        path: of any audio that the app opens.
        classifier: names the genres.
        hop_s: seconds between two moments.

    Raises:
        SourceError: it can't be opened, or is shorter than one window.
    """
    file = AudioFile(path)
    timeline: list[Moment] = []
    problem = ""
    try:
        with closing(read_ahead(file.blocks())) as blocks:
            for moment in moments(blocks, file.rate, classifier, SilenceGate(), hop_s):
                timeline.append(moment)
    except SourceError as error:
        problem = str(error)
    finally:
        file.close()
    end_s = timeline[-1].time_s if problem and timeline else file.duration_s
    return Result(
        file=key_of(path),
        duration_s=file.duration_s,
        tags=file.tags,
        genres=classifier.genres,
        probabilities=_mean(timeline),
        timeline=tuple(timeline),
        segments=segments(timeline, classifier.genres, end_s),
        error=problem or file.fault,
    )


def _mean(timeline: Sequence[Moment]) -> FloatArray | None:
    heard = [(m.state, m.probabilities) for m in timeline if m.probabilities is not None]
    music = [probabilities for state, probabilities in heard if state is State.MUSIC]
    enough = len(music) > 0 and len(music) >= MUSIC_SHARE * len(heard)
    return np.asarray(np.mean(music, axis=0)) if enough else None
