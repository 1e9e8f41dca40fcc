"""MFCC of a stream, one frame per hop, equal to librosa's MFCC of the latest window."""

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
"""Rows that can be added before the buffer moves its contents to the front."""


class StreamingLogMel:
    """Computes the log-mel of a stream; a frame is complete when its last sample arrives."""

    def __init__(self) -> None:
        """Start with an empty stream."""
        self._tail = np.zeros(0, np.float32)

    def push(self, samples: FloatArray) -> FloatArray:
        """Append samples to the stream.

        Args:
            samples: (n,) at 22 050 Hz, finite, full scale at 1.

        Returns:
            (frames, 128) dB: the frames that these samples complete.
        """
        pending = np.concatenate([self._tail, samples])
        count = max(0, (len(pending) - FRAME_SAMPLES) // HOP_SAMPLES + 1)
        self._tail = pending[count * HOP_SAMPLES :]
        if not count:
            return np.zeros((0, MEL_BANDS), np.float32)
        if count == 1:
            # The live case, where building a strided view would double the cost.
            return log_mel(pending[None, :FRAME_SAMPLES])
        frames = np.lib.stride_tricks.sliding_window_view(pending, FRAME_SAMPLES)
        return log_mel(frames[: count * HOP_SAMPLES : HOP_SAMPLES])


class Rolling:
    """A buffer of the latest rows of a stream.

    Attributes:
        newer: number of rows at the end to ignore for now, so that rows added together can be
            stepped through one by one; at most as many as the last call of :meth:`extend` added.
    """

    def __init__(self, length: int, width: int) -> None:
        """Start with an empty buffer.

        Args:
            length: rows to keep.
            width: values per row.
        """
        self.newer = 0
        self._length = length
        # With spare rows, so that the latest rows are one slice and rarely have to be moved.
        self._rows = np.zeros((length + SPARE_ROWS, width), np.float32)
        self._stop = 0

    def extend(self, rows: FloatArray) -> None:
        """Add rows, (n, width), and reset :attr:`newer`; the oldest surplus rows are dropped."""
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
        """Return a copy of the latest rows up to :attr:`newer`, oldest first: (rows, width)."""
        end = self._stop - self.newer
        return self._rows[max(0, end - self._length) : end].copy()


class RollingWindow(Rolling):
    """The log-mel of the latest 100 frames, and the MFCC of that window."""

    def __init__(self) -> None:
        """Start with an empty window."""
        super().__init__(WINDOW_FRAMES, MEL_BANDS)

    def log_mel(self) -> FloatArray:
        """Return the latest frames, oldest first, at most 100: (frames, 128) dB, not clipped."""
        return self.last()

    def mfcc(self) -> FloatArray:
        """Return ``librosa.feature.mfcc(..., center=False).T`` of these frames: (frames, 13)."""
        return mfcc(self.log_mel())
