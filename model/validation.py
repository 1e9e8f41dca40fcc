"""Checking a training by music that it doesn't learn from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from model.dataset import NOT_MUSIC, Recording, folds
from model.features import WINDOW_FRAMES
from model.sampling import held_out_windows, mfcc
from model.standardisation import Standardisation

LEAST_GROUPS = 4
"""What a genre keeps to be learnt from."""
BATCH = 128


def held_out_groups(
    own: Sequence[Recording],
    other: Sequence[Recording],
    genres: Sequence[str],
    share: float,
    seed: int,
) -> frozenset[str]:
    """Choose groups to check a training by: some of every genre, of each origin for itself.

    Args:
        own: recordings of one origin.
        other: recordings of other origin.
        genres: names; what is no music is never chosen.
        share: of a genre's recordings, above 0; a little less is chosen, but at least one group.
        seed: the same seed chooses the same groups.

    Returns:
        Groups, none of which holds anything without a genre; none at all if a genre can't give one
        and keep LEAST_GROUPS.
    """
    candidates = [
        [recording for recording in part if recording.genre in genres and can_check(recording)]
        for part in (own, other)
    ]
    fixed = {recording.group for recording in (*own, *other) if recording.genre == NOT_MUSIC}
    chosen: set[str] = set()
    for part in candidates:
        for genre in genres:
            of_genre = [r for r in part if r.genre == genre and r.group not in fixed]
            count = len({recording.group for recording in of_genre})
            if count > LEAST_GROUPS:
                dealt = folds(of_genre, min(round(1.0 / share), count), seed)
                # Not just any fold: an artist with half of the music fills one alone.
                smallest = np.bincount(dealt).argmin()
                chosen |= {of_genre[at].group for at in np.flatnonzero(dealt == smallest)}
    gives, kept = set(), defaultdict(set)
    for recording in (*candidates[0], *candidates[1]):
        if recording.group in chosen:
            gives.add(recording.genre)
        else:
            kept[recording.genre].add(recording.group)
    enough = all(genre in gives and len(kept[genre]) >= LEAST_GROUPS for genre in genres)
    return frozenset(chosen if enough else ())


def can_check(recording: Recording) -> bool:
    """Whether a recording has a label to check by, and a window."""
    return recording.sure and len(recording.pieces[0]) > WINDOW_FRAMES


@dataclass(frozen=True)
class Validation:
    """Windows to check a network by.

    Attributes:
        parts: for each origin images (N, 1, 100, 13) and their labels (N,).
    """

    parts: tuple[tuple[Tensor, Tensor], ...]

    @classmethod
    def of(
        cls,
        origins: Sequence[Sequence[Recording]],
        labels: Sequence[str],
        standardisation: Standardisation,
    ) -> Validation:
        """Of recordings that :func:`can_check`, an origin a sequence; there is at least one."""
        parts = []
        for recordings in filter(None, origins):
            windows = [held_out_windows(recording) for recording in recordings]
            true = [labels.index(recording.genre) for recording in recordings]
            images = torch.from_numpy(standardisation(mfcc(torch.cat(windows)).numpy()))
            counts = torch.tensor([len(part) for part in windows])
            parts.append((images, torch.tensor(true).repeat_interleave(counts)))
        return cls(tuple(parts))

    def error(self, network: nn.Module) -> float:
        """Share of the windows named wrongly, 0 to 1; every origin weighs the same.

        Not the cross-entropy, which was seen to be lowest at two thirds of the schedule, long
        before the learning rate has come down.

        Args:
            network: in evaluation mode; takes images, gives logits.
        """
        with torch.no_grad():
            return float(np.mean([_error(network, *part) for part in self.parts]))


def _error(network: nn.Module, images: Tensor, labels: Tensor) -> float:
    named = torch.cat([network(batch).argmax(dim=1) for batch in torch.split(images, BATCH)])
    return float((named != labels).float().mean())
