"""Everything that was chosen about training, in one place."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """The settings of :func:`model.training.train`.

    Attributes:
        steps: optimiser steps.
        batch: windows a step.
        other_share: share of a genre's windows drawn from recordings that are not GTZAN's.
        not_music_weight: how often what is no music is drawn for each time that a genre is.
        learning_rate: highest of the one-cycle schedule.
        weight_decay: of AdamW.
        average_share: of the steps, that the moving average of the weights reaches back over; that
            average is what is kept.
        label_smoothing: share of the target spread over all genres.
        mixup: alpha of the beta distribution from which mixing weights are drawn.
        stretch: standard deviation of the logarithm of tempo.
        semitones: largest transposition.
        equaliser_db: standard deviation of the slowest cosine of the equaliser.
        range_share: largest change of the dynamic range, as a share of it.
        microphone_share: share of the windows that pass through a random room and microphone, drawn
            for each of the peers anew.
        masked_frames: longest of two spans of frames that are hidden.
        peers: networks that learn side by side; the first of them is kept.
        peer_share: of the target, how much is what they make of the same sound together, once half
            of the steps are done; until then it grows from nothing.
        validation_share: of each genre's groups, held out to choose the weights that are kept.
        check_from: share of the steps after which these are first looked at.
        check_every: steps between two looks from then on.
        seed: of everything random.
    """

    steps: int = 2600
    batch: int = 128
    other_share: float = 0.25
    not_music_weight: float = 2.0
    learning_rate: float = 3e-3
    weight_decay: float = 0.01
    average_share: float = 0.11
    label_smoothing: float = 0.1
    mixup: float = 0.2
    stretch: float = 0.08
    semitones: float = 0.5
    equaliser_db: float = 2.0
    range_share: float = 0.15
    microphone_share: float = 0.3
    masked_frames: int = 15
    peers: int = 2
    peer_share: float = 0.5
    validation_share: float = 0.03
    check_from: float = 0.95
    check_every: int = 30
    seed: int = 0

    @property
    def average_decay(self) -> float:
        """What the moving average keeps of itself at each step, 0 to 1."""
        return max(0.0, 1.0 - 1.0 / (self.average_share * self.steps))

    def peers_say(self, step: int) -> float:
        """The peers' share of the target at this step, the first being 1; 0 to 1."""
        return self.peer_share * min(1.0, 2.0 * (step - 1) / self.steps)

    def checks(self, step: int) -> bool:
        """Whether the network is looked at after this step, the first being 1."""
        past = step - math.ceil(self.check_from * self.steps)
        return step == self.steps or (past >= 0 and past % self.check_every == 0)
