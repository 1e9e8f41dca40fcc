"""Cross-validation splits: no group is in both the training and the test part of a fold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.dataset import NOT_MUSIC, Recording, folds
from model.training import Sources


@dataclass(frozen=True)
class Split:
    """One fold.

    Attributes:
        sources: the training part.
        own: the test part, of the main origin.
        other: the test part, of other origins.
    """

    sources: Sources
    own: Sequence[Recording]
    other: Sequence[Recording]


def by_origin(
    recordings: Sequence[Recording], genres: Sequence[str]
) -> tuple[list[Recording], list[Recording]]:
    """Separate recordings of the main origin, that of the first one, from all others.

    Args:
        recordings: of one or more origins.
        genres: recordings of other genres are dropped; non-music is kept.

    Returns:
        Recordings of the main origin, and those of other origins.
    """
    known = [recording for recording in recordings if recording.genre in (*genres, NOT_MUSIC)]
    main = known[0].origin if known else ""
    return (
        [recording for recording in known if recording.origin == main],
        [recording for recording in known if recording.origin != main],
    )


def split(
    recordings: Sequence[Recording], genres: Sequence[str], count: int, seed: int
) -> list[Split]:
    """Split recordings into folds; only those with reliable labels become test recordings.

    Args:
        recordings: of one or more origins, the main one first.
        genres: names of the outputs.
        count: number of folds.
        seed: the same seed produces the same folds.

    Returns:
        One split per fold.
    """
    own, other = by_origin(recordings, genres)
    held_out = zip(_test_parts(own, count, seed), _test_parts(other, count, seed), strict=True)
    parts = []
    for held_own, held_other in held_out:
        groups = {recording.group for recording in (*held_own, *held_other)}
        left_own, left_other = (
            [recording for recording in origin if recording.group not in groups]
            for origin in (own, other)
        )
        parts.append(Split(Sources(left_own, left_other), held_own, held_other))
    return parts


def _test_parts(recordings: Sequence[Recording], count: int, seed: int) -> list[list[Recording]]:
    sure = [recording for recording in recordings if recording.sure]
    assigned = folds(sure, count, seed) if sure else np.zeros(0, int)
    return [
        [recording for recording, at in zip(sure, assigned, strict=True) if at == fold]
        for fold in range(count)
    ]
