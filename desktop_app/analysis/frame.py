"""What the analysis hands to whoever shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop_app.analysis.gate import State
from desktop_app.analysis.level import Level
from model.features import SAMPLE_RATE

if TYPE_CHECKING:
    from model.classifier import Classifier

FloatArray = NDArray[np.float32]


class Leading(NamedTuple):
    """The genre that leads.

    Attributes:
        number: index into the probabilities.
        genre: its name, as the model spells it.
        probability: its own, averaged.
    """

    number: int
    genre: str
    probability: float

    @classmethod
    def of(cls, probabilities: FloatArray, genres: Sequence[str]) -> Leading:
        """The most probable genre, the first of those that are equally probable.

        Args:
            probabilities: (genres,).
            genres: their names.
        """
        best = int(probabilities.argmax())
        return cls(best, genres[best], float(probabilities[best]))


@dataclass(frozen=True)
class AnalysisFrame:
    """Everything known when one hop of sound had been heard.

    Attributes:
        stream: number of the stretch of sound that it belongs to; see :class:`StreamSegment`.
        source: name of the device or file.
        replay: whether an input delivered this sound before.
        start_s: where in the file that stretch began, in seconds.
        end_sample: last sample heard + 1, at 22 050 Hz, counted from the stretch's beginning.
        heard_at: clock time at which that sample was captured or played.
        state: what may be claimed of it.
        level: the source's level.
        mfcc: (frames, 13) true-scale coefficients, newest last, 0 to 100 frames.
        log_mel: (frames, 128) dB of the same frames, not clipped; None unless asked for.
        samples: (n,) at 22 050 Hz that these frames heard, full scale at 1, newest last, 0 to
            52 736; None unless asked for.
        probabilities: (genres,) of this window alone, given that it is music; None unless the state
            is MUSIC or NOT_MUSIC and a model is loaded.
        smoothed: (genres,) averaged over the chosen time; None if no genre is claimed.
        activations: layer -> (maps, height, width) of this window; empty without probabilities.
        network: whose answer that is; None without probabilities.
        windows_per_s: windows analysed a second, over the last two seconds.
        skipped: windows left out so far because the machine was late.
        lost: sample frames of the source that were overwritten unread so far.
    """

    stream: int
    source: str
    replay: bool
    start_s: float
    end_sample: int
    heard_at: float
    state: State
    level: Level
    mfcc: FloatArray
    log_mel: FloatArray | None
    samples: FloatArray | None
    probabilities: FloatArray | None
    smoothed: FloatArray | None
    activations: Mapping[str, FloatArray]
    network: Classifier | None
    windows_per_s: float
    skipped: int
    lost: int

    @property
    def position_s(self) -> float:
        """Where in the file the sound was, in seconds."""
        return self.start_s + self.end_sample / SAMPLE_RATE

    @property
    def heard(self) -> str | None:
        """What is heard, in a word: the leading genre or a state; None while that isn't known.

        A window that is not music within music doesn't count; see :class:`Smoother`.
        """
        leading = self.leading
        if leading is not None:
            return leading.genre
        if self.state is State.SILENCE:
            return str(State.SILENCE.value)
        return str(State.NOT_MUSIC.value) if self.network is not None else None

    @property
    def leading(self) -> Leading | None:
        """The leading genre, None where no genre is shown."""
        if self.smoothed is None or self.network is None:
            return None
        return Leading.of(self.smoothed, self.network.genres)
