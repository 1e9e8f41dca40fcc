"""The silence gate: decides whether the current window may be classified."""

from __future__ import annotations

from enum import Enum

from model.features import HOP_SAMPLES, SAMPLE_RATE, WINDOW_FRAMES

SILENCE_SECONDS = 0.5
"""How long the level must stay below the threshold to count as silence."""
DEFAULT_THRESHOLD_DBFS = -60.0


class State(Enum):
    """State of the analysis; the value is the word shown and written."""

    FILLING = "filling"
    """There is sound, but not yet a whole window of it."""
    SILENCE = "silence"
    """The level has been below the threshold for half a second."""
    MUSIC = "music"
    """There is a whole window of sound, and the network does not reject it."""
    NOT_MUSIC = "not music"
    """There is a whole window of sound, which the network rejects as speech, noise or similar."""

    @property
    def label(self) -> str | None:
        """The word that stands in place of a genre; None where a genre is still to be named."""
        return str(self.value) if self in (State.SILENCE, State.NOT_MUSIC) else None


def judged(music: float, threshold: float) -> State:
    """What a whole window of sound is.

    Args:
        music: probability that it is music, as the network says, 0 to 1.
        threshold: the network's own, below which it rejects a window.
    """
    return State.NOT_MUSIC if music < threshold else State.MUSIC


class SilenceGate:
    """Follows the level hop by hop and tells silence from a window of sound.

    Attributes:
        threshold_dbfs: RMS level in dBFS below which a hop is silent; may be changed at any time.
        state: SILENCE, FILLING or MUSIC, as of the last hop.
    """

    def __init__(self, threshold_dbfs: float = DEFAULT_THRESHOLD_DBFS) -> None:
        """Start with an empty window.

        Args:
            threshold_dbfs: RMS level in dBFS below which a hop is silent.
        """
        self.threshold_dbfs = threshold_dbfs
        self.state = State.FILLING
        self._silent_hops = 0
        self._sounding_frames = 0

    @property
    def missing_s(self) -> float:
        """Seconds of sound until the window consists only of sound, as of the last hop."""
        return (WINDOW_FRAMES - self._sounding_frames) * HOP_SAMPLES / SAMPLE_RATE

    def update(self, rms_dbfs: float, frames: int) -> State:
        """Take the level of the next hop and return the new state.

        Args:
            rms_dbfs: RMS of the hop's 512 samples, in dBFS.
            frames: number of MFCC frames that the hop completed, 0 or 1.

        Returns:
            SILENCE after half a second below the threshold. After silence, or at the beginning,
            FILLING until the window consists only of newer frames, then MUSIC.
        """
        self._silent_hops = self._silent_hops + 1 if rms_dbfs < self.threshold_dbfs else 0
        if self._silent_hops * HOP_SAMPLES >= SILENCE_SECONDS * SAMPLE_RATE:
            self._sounding_frames = 0
            self.state = State.SILENCE
        else:
            self._sounding_frames = min(self._sounding_frames + frames, WINDOW_FRAMES)
            full = self._sounding_frames == WINDOW_FRAMES
            self.state = State.MUSIC if full else State.FILLING
        return self.state
