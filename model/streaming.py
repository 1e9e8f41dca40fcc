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
        if count == 1:
            # As it is live; making the view of many takes as long as their spectrum.
            return log_mel(sound[None, :FRAME_SAMPLES])
        frames = np.lib.stride_tricks.sliding_window_view(sound, FRAME_SAMPLES)
        return log_mel(frames[: count * HOP_SAMPLES : HOP_SAMPLES])


class Rolling:
    """The last rows of a stream.

    Attributes:
        filled: rows seen so far, at most the length.
    """

    def __init__(self, length: int, width: int) -> None:
        """
        Args:
            length: rows that are kept.
            width: values in a row.
        """
        self.filled = 0
        self._length = length
        self._at = 0
        # Each row is kept twice, a length apart, so that the last ones are always one slice.
        self._rows = np.zeros((2 * length, width), np.float32)

    def append(self, row: FloatArray) -> None:
        """Add one row, (width,); the oldest is forgotten if there are too many."""
        self._rows[self._at] = self._rows[self._at + self._length] = row
        self._at = (self._at + 1) % self._length
        self.filled = min(self.filled + 1, self._length)

    def last(self) -> FloatArray:
        """The rows seen so far, oldest first: (filled, width), a copy."""
        end = self._at + self._length
        return self._rows[end - self.filled : end].copy()


class RollingWindow(Rolling):
    """The log-mel of the last 100 frames, from which the MFCC of the window follows at any time."""

    def __init__(self) -> None:
        super().__init__(WINDOW_FRAMES, MEL_BANDS)

    def log_mel(self) -> FloatArray:
        """The frames seen so far, oldest first, at most 100: (filled, 128) dB, not clipped."""
        return self.last()

    def mfcc(self) -> FloatArray:
        """(filled, 13): ``librosa.feature.mfcc(..., center=False).T`` of the frames seen so far."""
        return mfcc(self.log_mel())
