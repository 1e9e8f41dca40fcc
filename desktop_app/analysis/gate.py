"""Whether there is anything to name a genre of."""

from __future__ import annotations

from enum import Enum

from model.features import HOP_SAMPLES, SAMPLE_RATE, WINDOW_FRAMES

SILENCE_SECONDS = 0.5
"""How long the sound must stay under the threshold to count as silence."""
DEFAULT_THRESHOLD_DBFS = -60.0


class State(Enum):
    """What the analysis makes of the sound; the value is the word shown and written."""

    FILLING = "filling"
    """Sound, but not yet a whole window of it."""
    SILENCE = "silence"
    MUSIC = "music"
    """A whole window of sound that nothing speaks against."""
    NOT_MUSIC = "not music"
    """A whole window of sound that the network takes for speech, noise or the like."""


class SilenceGate:
    """Follows the level hop by hop and says what may be claimed.

    Attributes:
        threshold_dbfs: RMS level under which a hop is silent, dBFS; may be changed at any time.
        state: after the last hop.
    """

    def __init__(self, threshold_dbfs: float = DEFAULT_THRESHOLD_DBFS) -> None:
        self.threshold_dbfs = threshold_dbfs
        self.state = State.FILLING
        self._silent_hops = 0
        self._sounding_frames = 0

    def update(self, rms_dbfs: float, frames: int) -> State:
        """Take the level of the next hop.

        Args:
            rms_dbfs: RMS of the hop's 512 samples, dBFS.
            frames: MFCC frames that the hop completed, 0 or 1.

        Returns:
            SILENCE after half a second under the threshold; after it, or at the beginning,
            FILLING until the window holds nothing else than what came since; then MUSIC.
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
