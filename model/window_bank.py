"""The recordings to train on, and how often windows are drawn from each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from model.dataset import NOT_MUSIC, Recording
from model.features import WINDOW_FRAMES
from model.recipe import Recipe


class WindowBank:
    """The log-mel of recordings in one contiguous array, from which windows are drawn.

    Attributes:
        outputs: number of labels.
        shares: (recordings,) probability of each usable recording, see :func:`shares`.
    """

    def __init__(
        self,
        own: Sequence[Recording],
        other: Sequence[Recording],
        labels: Sequence[str],
        recipe: Recipe,
    ) -> None:
        """Collect the recordings that are longer than a window.

        Args:
            own: recordings of the main origin; those whose genre is among ``labels`` are used.
            other: recordings of other origins, likewise.
            labels: genres, plus NOT_MUSIC if it is to be learned, in the order of the outputs.
            recipe: shares and weights of the draws.

        Raises:
            ValueError: if a label has no recording longer than a window.
        """
        parts = [
            [
                recording
                for recording in part
                if recording.genre in labels
                and any(len(piece) > WINDOW_FRAMES for piece in recording.pieces)
            ]
            for part in (own, other)
        ]
        used = [*parts[0], *parts[1]]
        for label in labels:
            if not any(recording.genre == label for recording in used):
                raise ValueError(f"no recording of {label} is longer than a window")
        pieces = [[p for p in recording.pieces if len(p) > WINDOW_FRAMES] for recording in used]
        self._frames = torch.from_numpy(np.concatenate([p for of in pieces for p in of]))
        self._lengths = np.array([len(piece) for of in pieces for piece in of])
        self._starts = np.cumsum(self._lengths) - self._lengths
        ends = np.cumsum([len(of) for of in pieces])
        self._pieces = np.split(np.arange(len(self._lengths)), ends[:-1])
        self._labels = np.array([labels.index(recording.genre) for recording in used])
        self.outputs = len(labels)
        self.shares = shares(parts[0], parts[1], recipe)

    def draw(self, count: int, stretch: float, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
        """Draw windows: first a recording, then a position in it.

        Args:
            count: number of windows.
            stretch: standard deviation of the logarithm of tempo.
            rng: source of randomness.

        Returns:
            Log-mel (count, 100, 128) in dB, labels (count,).
        """
        drawn = rng.choice(len(self.shares), size=count, p=self.shares)
        before = np.empty((count, WINDOW_FRAMES), np.int64)
        share = np.empty((count, WINDOW_FRAMES), np.float32)
        span = WINDOW_FRAMES - 1
        for row, number in enumerate(drawn):
            pieces = self._pieces[number]
            lengths = self._lengths[pieces]
            piece = rng.choice(pieces, p=lengths / lengths.sum())
            longest = (self._lengths[piece] - 2) / span
            tempo = min(float(np.exp(rng.normal(0.0, stretch))), longest)
            place = rng.uniform(0.0, self._lengths[piece] - 1 - span * tempo)
            place = place + tempo * np.arange(WINDOW_FRAMES)
            before[row] = self._starts[piece] + place.astype(np.int64)
            share[row] = place % 1.0
        first = self._frames[torch.from_numpy(before)].float()
        second = self._frames[torch.from_numpy(before + 1)].float()
        mixed = torch.lerp(first, second, torch.from_numpy(share)[..., None])
        return mixed, torch.from_numpy(self._labels[drawn])


def shares(
    own: Sequence[Recording], other: Sequence[Recording], recipe: Recipe
) -> NDArray[np.float64]:
    """Compute how often each recording is drawn.

    ``recipe.other_share`` of the music comes from other origins, where there are any. Within the
    main origin and within all others together, a genre's share grows with the number of its
    artists to the power of ``recipe.artist_power``: below 1, because people's music is mostly a
    few genres, but not that much. The same rule divides non-music among its origins, which
    differ more than the recordings of one.

    Args:
        own: recordings of the main origin.
        other: recordings of other origins.
        recipe: shares and weights.

    Returns:
        (recordings,) probabilities of ``own``, then ``other``, summing to 1.
    """
    recordings = (*own, *other)
    cells: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, recording in enumerate(recordings):
        if recording.genre == NOT_MUSIC:
            cells[NOT_MUSIC, recording.origin].append(number)
        else:
            cells["own" if number < len(own) else "other", recording.genre].append(number)
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for (part, kind), numbers in cells.items():
        artists = len({recordings[number].group for number in numbers})
        weights[part][kind] = artists**recipe.artist_power
    genres = {recording.genre for recording in recordings} - {NOT_MUSIC}
    budget = {
        "own": (1.0 - recipe.other_share) * len(genres),
        "other": recipe.other_share * len(genres),
        NOT_MUSIC: recipe.not_music_weight,
    }
    if "own" not in weights or "other" not in weights:
        budget |= {"own": len(genres), "other": len(genres)}
    found = np.zeros(len(recordings))
    for (part, kind), numbers in cells.items():
        within = np.array([1.0 if recordings[n].sure else recipe.doubtful_weight for n in numbers])
        of_part = weights[part][kind] / sum(weights[part].values())
        found[numbers] = budget[part] * of_part * within / within.sum()
    return np.asarray(found / found.sum())
