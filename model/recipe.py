"""The hyperparameters of training."""

from __future__ import annotations

import math
from dataclasses import dataclass

LEAST_STEPS, STEPS_OF_ONE, STEPS_POWER = 100, 36.0, 0.6
"""Of little music, steps grow with this power of the number of recordings."""
STEPS_PER_RECORDING = 3.2
"""Of much music, they grow in proportion: accuracy still rises with every doubling."""


@dataclass(frozen=True)
class Recipe:
    """Hyperparameters of :func:`model.training.train`.

    Attributes:
        steps: optimiser steps; :func:`steps_for` gives the number for an amount of music.
        batch: windows per step.
        other_share: fraction of the music drawn from recordings of other origin.
        artist_power: exponent of the number of a genre's artists in its share of the draws: 0 draws
            all genres evenly, 1 all artists.
        doubtful_weight: sampling weight of recordings whose label is doubtful, relative to others
            of their genre.
        not_music_weight: sampling weight of non-music, relative to a genre.
        learning_rate: maximum of the one-cycle schedule.
        weight_decay: of AdamW.
        average_share: time constant of the moving average of the weights, as a fraction of the
            steps; the averaged weights are the ones kept.
        label_smoothing: fraction of the target spread evenly over all labels.
        mixup: alpha of the beta distribution of the mixing weights.
        stretch: standard deviation of the logarithm of tempo.
        semitones: largest transposition.
        equaliser_db: standard deviation of the slowest cosine of the equaliser curve.
        range_share: largest relative change of the dynamic range.
        microphone_share: fraction of windows passed through a random room and microphone.
        masked_frames: maximum length of each of two masked spans of frames.
        validation_share: fraction of each genre's groups held out to select the weights to keep.
        check_from: fraction of the steps after which validation starts.
        check_every: steps between two validations.
        seed: of all random numbers.
    """

    steps: int = 1800
    batch: int = 64
    other_share: float = 0.7
    artist_power: float = 0.5
    doubtful_weight: float = 0.3
    not_music_weight: float = 2.0
    learning_rate: float = 3e-3
    weight_decay: float = 0.01
    average_share: float = 0.11
    label_smoothing: float = 0.1
    mixup: float = 0.1
    stretch: float = 0.08
    semitones: float = 0.5
    equaliser_db: float = 2.0
    range_share: float = 0.15
    microphone_share: float = 0.5
    masked_frames: int = 15
    validation_share: float = 0.03
    check_from: float = 0.95
    check_every: int = 30
    seed: int = 0

    @property
    def average_decay(self) -> float:
        """Decay per step of the moving average of the weights, 0 to 1."""
        return max(0.0, 1.0 - 1.0 / (self.average_share * self.steps))

    def validates_after(self, step: int) -> bool:
        """Return whether the network is validated after a step; steps start at 1."""
        past = step - math.ceil(self.check_from * self.steps)
        return step == self.steps or (past >= 0 and past % self.check_every == 0)


def steps_for(recordings: int) -> int:
    """Return the number of optimiser steps for an amount of music.

    A few tracks need more steps each, because there is a least number to learn anything at all.

    Args:
        recordings: all of them, music and not.
    """
    few: float = STEPS_OF_ONE * recordings**STEPS_POWER
    return max(LEAST_STEPS, round(few), round(STEPS_PER_RECORDING * recordings))
