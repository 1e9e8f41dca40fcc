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

SPARE_ROWS = 128
"""For how many rows the others stay where they are."""


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
        newer: how many of the rows added last don't count yet, for who goes through them one by
            one; at most as many as the last call of :meth:`extend` added.
    """

    def __init__(self, length: int, width: int) -> None:
        """
        Args:
            length: rows that are kept.
            width: values in a row.
        """
        self.newer = 0
        self._length = length
        # Seldom moved to the front, so that the last rows are always one slice.
        self._rows = np.zeros((length + SPARE_ROWS, width), np.float32)
        self._stop = 0

    def extend(self, rows: FloatArray) -> None:
        """Add rows, (n, width); the oldest are forgotten if there are too many."""
        if self._stop + len(rows) > len(self._rows):
            kept = self._rows[max(0, self._stop - self._length) : self._stop].copy()
            if len(kept) + len(rows) > len(self._rows):
                size = len(kept) + len(rows) + SPARE_ROWS
                self._rows = np.zeros((size, self._rows.shape[1]), np.float32)
            self._rows[: len(kept)] = kept
            self._stop = len(kept)
        self._rows[self._stop : self._stop + len(rows)] = rows
        self._stop += len(rows)
        self.newer = 0

    def last(self) -> FloatArray:
        """The rows that count, oldest first, at most the length: (rows, width), a copy."""
        end = self._stop - self.newer
        return self._rows[max(0, end - self._length) : end].copy()


class RollingWindow(Rolling):
    """The log-mel of the last 100 frames, from which the MFCC of the window follows at any time."""

    def __init__(self) -> None:
        super().__init__(WINDOW_FRAMES, MEL_BANDS)

    def log_mel(self) -> FloatArray:
        """The frames seen so far, oldest first, at most 100: (frames, 128) dB, not clipped."""
        return self.last()

    def mfcc(self) -> FloatArray:
        """(frames, 13): ``librosa.feature.mfcc(..., center=False).T`` of the frames seen so far."""
        return mfcc(self.log_mel())
