"""Tells by the index of an avi file how much sound was lost between two of its packets."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

HEAD_BYTES = 8
"""Of a chunk: its name and length. The index says where it begins, packets where its sound does."""


class AviChunks:
    """Follows the packets of a file; FFmpeg counts them for their times, as if none were missing.

    Attributes:
        cut: whether the file ends within a frame, which is not found out here.
    """

    cut = False

    def __init__(self, stream: Any) -> None:
        """Begin at any packet.

        Args:
            stream: of PyAV; what is lost is not found out without an index, as of a recorder that
                was killed, or before PyAV 17.
        """
        self._entries: Any = getattr(stream, "index_entries", ())
        # Number of the chunk that should follow, and length of the one before it.
        self._next: int | None = None
        self._ticks = 0

    def lost_before(self, packet: Any) -> int:
        """Take the next packet.

        Args:
            packet: of PyAV.

        Returns:
            Time lost just before it, in the packet's ticks.
        """
        number = None if packet.pos is None else self._number(packet.pos - HEAD_BYTES)
        if number is None:
            # The rest of a chunk that FFmpeg has divided.
            self._ticks += packet.duration or 0
            return 0
        expected, ticks = self._next, self._ticks
        self._next, self._ticks = number + 1, packet.duration or 0
        if not expected or number <= expected:
            return 0
        # In bytes, if the file says of its sound how many bytes a sample frame has.
        last, lost_from, here = (
            self._entries[one].timestamp for one in (expected - 1, expected, number)
        )
        return round((here - lost_from) * ticks / (lost_from - last)) if lost_from > last else 0

    def _number(self, begin: int) -> int | None:
        """Number of the chunk that begins there; None if the index has none."""
        found = self._next or 0
        if found >= len(self._entries) or self._entries[found].pos != begin:
            found = bisect_left(self._entries, begin, key=lambda entry: entry.pos)
        there = found < len(self._entries) and self._entries[found].pos == begin
        return found if there else None
