"""Validation during training, on music that is held out from it."""

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
"""Minimum number of groups that a genre keeps for training."""
BATCH = 128
"""Windows per run of the network."""


def held_out_groups(
    own: Sequence[Recording],
    other: Sequence[Recording],
    genres: Sequence[str],
    share: float,
    seed: int,
) -> frozenset[str]:
    """Choose groups to hold out for validation, separately for each genre and origin.

    Args:
        own: recordings of the main origin.
        other: recordings of other origins.
        genres: names; non-music is never held out.
        share: target fraction of a genre's recordings, above 0; slightly fewer are chosen, but at
            least one group.
        seed: the same seed chooses the same groups.

    Returns:
        The groups, all of music; none if any genre has too few to give one and keep LEAST_GROUPS.
    """
    candidates = [
        [recording for recording in part if recording.genre in genres and can_validate(recording)]
        for part in (own, other)
    ]
    fixed = {recording.group for recording in (*own, *other) if recording.genre == NOT_MUSIC}
    chosen: set[str] = set()
    for part in candidates:
        for genre in genres:
            of_genre = [r for r in part if r.genre == genre and r.group not in fixed]
            count = len({recording.group for recording in of_genre})
            if count > LEAST_GROUPS:
                assigned = folds(of_genre, min(round(1.0 / share), count), seed)
                # The smallest fold, because an artist with half of the music can fill one alone.
                smallest = np.bincount(assigned).argmin()
                chosen |= {of_genre[at].group for at in np.flatnonzero(assigned == smallest)}
    represented, kept = set(), defaultdict(set)
    for recording in (*candidates[0], *candidates[1]):
        if recording.group in chosen:
            represented.add(recording.genre)
        else:
            kept[recording.genre].add(recording.group)
    enough = all(genre in represented and len(kept[genre]) >= LEAST_GROUPS for genre in genres)
    return frozenset(chosen if enough else ())


def can_validate(recording: Recording) -> bool:
    """Return whether a recording has a reliable label and is longer than a window."""
    return recording.sure and len(recording.pieces[0]) > WINDOW_FRAMES


@dataclass(frozen=True)
class Validation:
    """Validation windows.

    Attributes:
        parts: per origin, images (N, 1, 100, 13) and labels (N,).
    """

    parts: tuple[tuple[Tensor, Tensor], ...]

    @classmethod
    def of(
        cls,
        origins: Sequence[Sequence[Recording]],
        labels: Sequence[str],
        standardisation: Standardisation,
    ) -> Validation:
        """Prepare the windows of recordings.

        Args:
            origins: one sequence of recordings per origin, all accepted by :func:`can_validate`.
            labels: names of the outputs.
            standardisation: of the windows.
        """
        parts = []
        for recordings in filter(None, origins):
            windows = [held_out_windows(recording)[0] for recording in recordings]
            true = [labels.index(recording.genre) for recording in recordings]
            images = torch.from_numpy(standardisation(mfcc(torch.cat(windows)).numpy()))
            counts = torch.tensor([len(part) for part in windows])
            parts.append((images, torch.tensor(true).repeat_interleave(counts)))
        return cls(tuple(parts))

    def error(self, network: nn.Module) -> float:
        """Compute the fraction of windows classified wrongly; every origin has the same weight.

        Cross-entropy is unsuitable: it was lowest at two thirds of the schedule, long before the
        learning rate had decayed.

        Args:
            network: in evaluation mode; maps images (N, 1, 100, 13) to logits (N, labels).

        Returns:
            The error, 0 to 1.
        """
        with torch.no_grad():
            return float(np.mean([_error(network, *part) for part in self.parts]))


def _error(network: nn.Module, images: Tensor, labels: Tensor) -> float:
    predicted = torch.cat([network(batch).argmax(dim=1) for batch in torch.split(images, BATCH)])
    return float((predicted != labels).float().mean())
