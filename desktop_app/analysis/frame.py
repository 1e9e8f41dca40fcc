"""The result of the analysis after each hop of sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.analysis.answer import Answer
from desktop_app.analysis.gate import State
from desktop_app.analysis.level import Level
from model.features import SAMPLE_RATE, FloatArray

if TYPE_CHECKING:
    from model.classifier import Classifier


@dataclass(frozen=True)
class AnalysisFrame:
    """Everything known after one hop of sound.

    Attributes:
        stream: number of the segment that it belongs to; see :class:`StreamSegment`.
        source: name of the device or file.
        replay: whether it belongs to a replay of an input.
        start_s: where in the file that segment began, in seconds.
        end_sample: last sample heard + 1, at 22 050 Hz, counted from the segment's beginning.
        heard_at: clock time at which that sample was captured or played.
        window_state: of the newest window alone; what is heard is :attr:`state`.
        missing_s: seconds of sound that a whole window still needs; 0 with one.
        level: the source's level.
        mfcc: (frames, 13) true-scale coefficients, newest last, 0 to 100 frames.
        log_mel: (frames, 128) dB of the same frames, not clipped; None unless requested.
        samples: (n,) at 22 050 Hz that these frames span, full scale at 1, newest last, 0 to
            52 736; None unless requested.
        probabilities: (genres,) of this window alone, given that it is music; None unless the
            window's state is MUSIC or NOT_MUSIC and a model is loaded.
        answer: what is said about the genre; None if no genre is shown.
        averaged_s: seconds of sound that the answer is about, 0 for this window alone.
        activations: layer -> (maps, height, width) of this window; empty without probabilities.
        network: the one that computed these; None without probabilities.
        windows_per_s: windows analysed per second, over the last two seconds.
        skipped: windows skipped so far because the analysis was late.
        lost: sample frames of the source that were overwritten unread so far.
        began: when the beginning of the file was recorded; None if that is not known.
    """

    stream: int
    source: str
    replay: bool
    start_s: float
    end_sample: int
    heard_at: float
    window_state: State
    missing_s: float
    level: Level
    mfcc: FloatArray
    log_mel: FloatArray | None
    samples: FloatArray | None
    probabilities: FloatArray | None
    answer: Answer | None
    averaged_s: float
    activations: Mapping[str, FloatArray]
    network: Classifier | None
    windows_per_s: float
    skipped: int
    lost: int
    began: datetime | None = None

    @property
    def position_s(self) -> float:
        """Where in the file the sound was, in seconds."""
        return self.start_s + self.end_sample / SAMPLE_RATE

    @property
    def recorded(self) -> datetime | None:
        """When the sound was recorded, None if that is not known."""
        return None if self.began is None else self.began + timedelta(seconds=self.position_s)

    @property
    def state(self) -> State:
        """What is heard, for all who show, keep or tell it.

        Where a network has judged the window, :class:`Answering` decides: single windows that are
        not music don't count within music, nor the reverse.
        """
        if self.answer is not None:
            return State.MUSIC
        unnamed = self.window_state is State.MUSIC and self.network is not None
        return State.NOT_MUSIC if unnamed else self.window_state

    @property
    def heard(self) -> str | None:
        """The answer's label or the word for the state; None while nothing is known."""
        return self.state.label if self.answer is None else self.answer.label
