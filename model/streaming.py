"""The MFCC of a stream, one column a hop, equal to librosa's of the window it ends with."""

from __future__ import annotations

import numpy as np

from model.features import (
    FRAME_SAMPLES,
    HOP_SAMPLES,
    MEL_BANDS,
    WINDOW_FRAMES,
    FloatArray,
    log_mel,
    mfcc,
)


class StreamingLogMel:
    """Cuts a stream of samples into frames; a frame is ready when its last sample has come."""

    def __init__(self) -> None:
        self._tail = np.zeros(0, np.float32)

    def push(self, samples: FloatArray) -> FloatArray:
        """Take the next samples.

        Args:
            samples: (n,) at 22 050 Hz, finite, full scale at 1.

        Returns:
            (frames, 128) dB: the frames completed by them, each of them once.
        """
        sound = np.concatenate([self._tail, samples])
        count = max(0, (len(sound) - FRAME_SAMPLES) // HOP_SAMPLES + 1)
        self._tail = sound[count * HOP_SAMPLES :]
        if not count:
            return np.zeros((0, MEL_BANDS), np.float32)
        frames = np.lib.stride_tricks.sliding_window_view(sound, FRAME_SAMPLES)
        return log_mel(frames[: count * HOP_SAMPLES : HOP_SAMPLES])


class RollingWindow:
    """The log-mel of the last 100 frames, from which the MFCC of the window follows at any time.

    Attributes:
        filled: frames seen so far, at most 100.
    """

    def __init__(self) -> None:
        self.filled = 0
        self._at = 0
        # Each frame is kept twice, 100 apart, so that the window is always one slice.
        self._frames = np.zeros((2 * WINDOW_FRAMES, MEL_BANDS), np.float32)

    def append(self, frame: FloatArray) -> None:
        """Add one log-mel frame, (128,) dB; the oldest of 100 is forgotten."""
        self._frames[self._at] = self._frames[self._at + WINDOW_FRAMES] = frame
        self._at = (self._at + 1) % WINDOW_FRAMES
        self.filled = min(self.filled + 1, WINDOW_FRAMES)

    def log_mel(self) -> FloatArray:
        """The frames seen so far, oldest first, at most 100: (filled, 128) dB, not clipped."""
        end = self._at + WINDOW_FRAMES
        return self._frames[end - self.filled : end].copy()

    def mfcc(self) -> FloatArray:
        """(filled, 13): ``librosa.feature.mfcc(..., center=False).T`` of the frames seen so far."""
        return mfcc(self.log_mel())
