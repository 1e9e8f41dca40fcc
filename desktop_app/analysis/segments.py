"""Where a recording turns from one genre to another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.analysis.gate import State
from desktop_app.analysis.offline import Moment
from model.features import SAMPLE_RATE, WINDOW_SAMPLES

STAY_SECONDS = 20.0
"""How long a genre is expected to last; turning to another one costs as much as that says."""
LEAST = 1e-3
"""A window is never surer than this that it is not of a genre: single windows err."""
HALF_WINDOW = WINDOW_SAMPLES / SAMPLE_RATE / 2.0


@dataclass(frozen=True)
class Segment:
    """A stretch of one genre, of no music or of silence.

    Attributes:
        start_s, end_s: seconds from the beginning.
        label: a genre, or a state's word.
        probability: mean over its windows, of the genre or of no music; near 1 for silence.
    """

    start_s: float
    end_s: float
    label: str
    probability: float


def segments(
    moments: Sequence[Moment], genres: Sequence[str], duration_s: float
) -> tuple[Segment, ...]:
    """Cut a recording where its genre changes.

    The most probable sequence of labels, given the windows' probabilities and that labels last, see
    :func:`most_probable_path`. A window says most about its middle, so that is the time it counts
    for.

    Args:
        moments: of the whole recording, in order.
        genres: names, in the order of the probabilities.
        duration_s: where the last segment ends, unless the moments go on behind it.

    Returns:
        They follow on one another without gap, from 0 on; none without moments.
    """
    if not moments:
        return ()
    labels = (*genres, State.NOT_MUSIC.value, State.SILENCE.value)
    likelihood = _likelihood(moments, len(genres))
    path = _most_probable(likelihood, _step_s(moments))
    borders = [0, *(np.flatnonzero(np.diff(path)) + 1), len(path)]
    times = [_middle(moment) for moment in moments]
    last_s = max(duration_s, times[-1])
    found = []
    for first, stop in pairwise(borders):
        start = 0.0 if first == 0 else (times[first - 1] + times[first]) / 2.0
        end = last_s if stop == len(path) else (times[stop - 1] + times[stop]) / 2.0
        label = int(path[first])
        found.append(
            Segment(start, end, labels[label], float(likelihood[first:stop, label].mean()))
        )
    return tuple(found)


def labels_of(found: Sequence[Segment]) -> str:
    """Audacity's label track: ``start TAB end TAB label`` a line, seconds with six decimals."""
    return "".join(f"{part.start_s:.6f}\t{part.end_s:.6f}\t{part.label}\n" for part in found)


def objects_of(found: Sequence[Segment]) -> list[dict[str, float | str]]:
    """``{start, end, label, probability}`` each, seconds."""
    return [
        {
            "start": round(part.start_s, 3),
            "end": round(part.end_s, 3),
            "label": part.label,
            "probability": round(part.probability, 5),
        }
        for part in found
    ]


def _middle(moment: Moment) -> float:
    # What is silent is known of its own half second, not of a window.
    return moment.time_s - (HALF_WINDOW if moment.probabilities is not None else 0.0)


def _step_s(moments: Sequence[Moment]) -> float:
    times = [moment.time_s for moment in moments]
    return float(np.median(np.diff(times))) if len(times) > 1 else 1.0


def _likelihood(moments: Sequence[Moment], genres: int) -> NDArray[np.float64]:
    """(moments, genres + 2): how well each label fits, all alike where nothing is known."""
    rows = np.ones((len(moments), genres + 2))
    for row, moment in zip(rows, moments, strict=True):
        if moment.state is State.SILENCE:
            row[:-1] = 0.0
        elif moment.probabilities is not None and moment.music is not None:
            refused = moment.state is State.NOT_MUSIC
            # By the threshold in use, not by the half.
            row[-2] = max(1.0 - moment.music, 0.5) if refused else 0.0
            row[:-2] = moment.probabilities * (1.0 - row[-2])
            row[-1] = 0.0
    rows = np.maximum(rows, LEAST)
    return np.asarray(rows / rows.sum(axis=1, keepdims=True))


def _most_probable(likelihood: NDArray[np.float64], step_s: float) -> NDArray[np.int64]:
    # Windows that overlap tell much the same. As if they told quite the same, short parts would
    # drown; as if they told nothing the same, mixtures at borders would become parts.
    weight = min(1.0, math.sqrt(step_s / (2.0 * HALF_WINDOW)))
    stay = max(0.5, 1.0 - step_s / STAY_SECONDS)
    return most_probable_path(weight * np.log(likelihood), stay)


def most_probable_path(fit: NDArray[np.float64], stay: float) -> NDArray[np.int64]:
    """Viterbi's path through labels that stay with one probability and turn to any other alike.

    Equal to ``librosa.sequence.viterbi_discriminative`` with ``transition_loop``, whose import
    alone would stop a window for seconds.

    Args:
        fit: (times, labels), logarithm of how well each label fits.
        stay: probability that the next label is the same, under 1.

    Returns:
        (times,) indices of labels.

    Source: Viterbi, *Error bounds for convolutional codes*, 1967.
    """
    times, labels = fit.shape
    came_from = np.empty((times, labels), np.int64)
    staying, turning = math.log(stay), math.log((1.0 - stay) / max(1, labels - 1))
    itself = np.arange(labels)
    best = fit[0].copy()
    for time in range(1, times):
        leader = int(best.argmax())
        stays = best + staying >= best[leader] + turning
        came_from[time] = np.where(stays, itself, leader)
        best = np.where(stays, best + staying, best[leader] + turning) + fit[time]
    path = np.empty(times, np.int64)
    path[-1] = best.argmax()
    for time in range(times - 1, 0, -1):
        path[time - 1] = came_from[time, path[time]]
    return path
