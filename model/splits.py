"""Which recordings are learnt from and which are judged by: no group stands on both sides."""

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
        sources: what to learn from.
        own, other: what to judge by, of the origin that the training is about and of others.
    """

    sources: Sources
    own: Sequence[Recording]
    other: Sequence[Recording]


def by_origin(
    recordings: Sequence[Recording], genres: Sequence[str]
) -> tuple[list[Recording], list[Recording]]:
    """The recordings that the training is about, which are of the first one's origin, and the rest.

    Both of these genres and of no music only.
    """
    known = [recording for recording in recordings if recording.genre in (*genres, NOT_MUSIC)]
    about = known[0].origin if known else ""
    return (
        [recording for recording in known if recording.origin == about],
        [recording for recording in known if recording.origin != about],
    )


def split(
    recordings: Sequence[Recording], genres: Sequence[str], count: int, seed: int
) -> list[Split]:
    """Deal the recordings of sure label out to be judged by; no group stands on both sides.

    Args:
        recordings: of one origin, and others.
        genres: names of the outputs.
        count: number of folds.
        seed: the same seed deals the same way.
    """
    own, other = by_origin(recordings, genres)
    dealt = zip(_dealt(own, count, seed), _dealt(other, count, seed), strict=True)
    parts = []
    for held_own, held_other in dealt:
        groups = {recording.group for recording in (*held_own, *held_other)}
        left_own, left_other = (
            [recording for recording in origin if recording.group not in groups]
            for origin in (own, other)
        )
        parts.append(Split(Sources(left_own, left_other), held_own, held_other))
    return parts


def _dealt(recordings: Sequence[Recording], count: int, seed: int) -> list[list[Recording]]:
    sure = [recording for recording in recordings if recording.sure]
    dealt = folds(sure, count, seed) if sure else np.zeros(0, int)
    return [
        [recording for recording, at in zip(sure, dealt, strict=True) if at == fold]
        for fold in range(count)
    ]
