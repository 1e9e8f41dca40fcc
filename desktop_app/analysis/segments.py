"""Divides a recording into segments of one genre each."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.analysis.gate import State
from desktop_app.formatting.label_track import label_track
from model.features import SAMPLE_RATE, WINDOW_SAMPLES

if TYPE_CHECKING:
    # It brings in the network's runtime, which the window loads later.
    from desktop_app.analysis.offline import Moment

STAY_SECONDS = 20.0
"""Expected length of a segment, which sets the cost of changing the label."""
PROBABILITY_FLOOR = 1e-3
"""No window rules out a label entirely, because single windows err."""
HALF_WINDOW = WINDOW_SAMPLES / SAMPLE_RATE / 2.0
"""In seconds."""


@dataclass(frozen=True)
class Segment:
    """A segment of a recording with one label.

    Attributes:
        start_s: seconds from the beginning.
        end_s: seconds from the beginning.
        label: a genre, ``not music`` or ``silence``.
        probability: of a genre or ``not music``: mean over all windows whose centre is in the
            segment. Of ``silence``: share of its moments that are silent. Moments before a window
            is whole say nothing and do not count.
    """

    start_s: float
    end_s: float
    label: str
    probability: float


def segments(
    moments: Sequence[Moment], genres: Sequence[str], duration_s: float
) -> tuple[Segment, ...]:
    """Divide a recording where its genre changes.

    The segments follow the most probable sequence of labels, found by :func:`most_probable_labels`
    from the probabilities of the windows and the expected length of a segment. A window counts
    for the time of its centre.

    Args:
        moments: of the whole recording, in order.
        genres: names, in the order of the probabilities.
        duration_s: end of the last segment in seconds, unless there are later moments.

    Returns:
        Segments from 0 s to the end without gaps; none if no moment has a window or is silent.
    """
    said = _said(moments, len(genres))
    known = _known(said)
    if not known.any():
        return ()
    labels = (*genres, State.NOT_MUSIC.value, State.SILENCE.value)
    likelihood = floored(np.where(known[:, np.newaxis], said, 1.0))
    path = most_probable_labels(likelihood, _step_s(moments))
    # What fills a window belongs with it, and not with the silence before.
    places = np.flatnonzero(known)
    following = np.searchsorted(places, np.arange(len(path)))
    path = path[places[np.minimum(following, len(places) - 1)]]
    borders = [0, *(np.flatnonzero(np.diff(path)) + 1), len(path)]
    times = [_centre(moment) for moment in moments]
    last_s = max(duration_s, times[-1])
    found = []
    for first, stop in pairwise(borders):
        start = 0.0 if first == 0 else (times[first - 1] + times[first]) / 2.0
        end = last_s if stop == len(path) else (times[stop - 1] + times[stop]) / 2.0
        label = int(path[first])
        found.append(Segment(start, end, labels[label], _mean(said[first:stop], label)))
    return tuple(found)


def labels_of(found: Sequence[Segment]) -> str:
    """Write segments as a label track of Audacity."""
    return label_track((part.start_s, part.end_s, part.label) for part in found)


def objects_of(found: Sequence[Segment]) -> list[dict[str, float | str]]:
    """Convert each segment to ``{start, end, label, probability}``, times in seconds."""
    return [
        {
            "start": round(part.start_s, 3),
            "end": round(part.end_s, 3),
            "label": part.label,
            "probability": round(part.probability, 5),
        }
        for part in found
    ]


def _centre(moment: Moment) -> float:
    # Silence is decided from the last half second, not from a whole window.
    return moment.time_s - (HALF_WINDOW if moment.probabilities is not None else 0.0)


def _step_s(moments: Sequence[Moment]) -> float:
    times = [moment.time_s for moment in moments]
    return float(np.median(np.diff(times))) if len(times) > 1 else 1.0


def _said(moments: Sequence[Moment], genres: int) -> NDArray[np.float64]:
    """(moments, genres + 2) probability of each label; NaN where nothing is known.

    The last two columns are *not music* and *silence*.
    """
    rows = np.full((len(moments), genres + 2), np.nan)
    for row, moment in zip(rows, moments, strict=True):
        if moment.state is State.SILENCE:
            row[:-1], row[-1] = 0.0, 1.0
        elif moment.probabilities is not None and moment.music is not None:
            rejected = moment.state is State.NOT_MUSIC
            # The decision follows the threshold in use, which may be above or below one half.
            row[-2] = max(1.0 - moment.music, 0.5) if rejected else 0.0
            row[:-2] = moment.probabilities * (1.0 - row[-2])
            row[-1] = 0.0
    return rows


def _mean(said: NDArray[np.float64], label: int) -> float:
    """Mean probability of a label over the moments of a segment that say something about it."""
    silent = said[:, -1] == 1.0
    counts = _known(said) if label == said.shape[1] - 1 else _known(said) & ~silent
    return float(said[counts, label].mean())


def _known(said: NDArray[np.float64]) -> NDArray[np.bool_]:
    return ~np.isnan(said[:, 0])


def floored(likelihood: NDArray[np.floating]) -> NDArray[np.float64]:
    """Give every label of each window some likelihood.

    Args:
        likelihood: (times, labels), 0 to 1.

    Returns:
        (times, labels), at least about :data:`PROBABILITY_FLOOR`; each row sums to 1.
    """
    rows = np.maximum(likelihood.astype(np.float64), PROBABILITY_FLOOR)
    return np.asarray(rows / rows.sum(axis=1, keepdims=True))


def most_probable_labels(likelihood: NDArray[np.float64], step_s: float) -> NDArray[np.int64]:
    """Find the most probable label of each window, given how long a label usually stays.

    Args:
        likelihood: (times, labels), above 0; see :func:`floored`.
        step_s: seconds from one window to the next.

    Returns:
        (times,) indices of the labels.
    """
    # Overlapping windows are partly redundant. Weighting them as fully redundant would drown short
    # segments; as independent, the mixture at a border would become a separate segment.
    weight = min(1.0, math.sqrt(step_s / (2.0 * HALF_WINDOW)))
    stay = max(0.5, 1.0 - step_s / STAY_SECONDS)
    return most_probable_path(weight * np.log(likelihood), stay)


def most_probable_path(fit: NDArray[np.float64], stay: float) -> NDArray[np.int64]:
    """Viterbi path through labels that stay with one probability and change to any other equally.

    Equal to ``librosa.sequence.viterbi_discriminative`` with ``transition_loop``, whose import
    alone would block a window for seconds.

    Args:
        fit: (times, labels) log likelihood of each label.
        stay: probability that the label stays the same from one time to the next, below 1.

    Returns:
        (times,) indices of the labels.

    Source: Viterbi, *Error bounds for convolutional codes and an asymptotically optimum decoding
    algorithm*, 1967.
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
