"""Tells the frames of an mp3 file from what lies between them, and behind them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

TAGS = (b"ID3", b"TAG", b"APETAGEX", b"LYRICSBEGIN")
"""What is meant to lie between the frames; anything else replaces sound that was lost."""
START_BYTES = 16
"""Enough for a tag, or for a header, to be recognised."""
MPEG_HEADER_BYTES = 4
# kbit/s by (MPEG-1, layer), from bitrate index 1; source: ISO/IEC 11172-3 and 13818-3.
_LOW = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
BIT_RATES = {
    (True, 1): tuple(range(32, 449, 32)),
    (True, 2): (32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (True, 3): (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (False, 1): (32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (False, 2): _LOW,
    (False, 3): _LOW,
}
SAMPLE_RATES = (44_100, 48_000, 32_000)


# The headers of a file differ in few bits.
@lru_cache(maxsize=256)
def mpeg_bytes(header: bytes) -> int:
    """Size of the MPEG audio frame that begins with these bytes; 0 if none does, 1 if unknown."""
    if len(header) < MPEG_HEADER_BYTES or header[0] != 0xFF or header[1] & 0xE0 != 0xE0:
        return 0
    version, layer = header[1] >> 3 & 3, 4 - (header[1] >> 1 & 3)
    bits, rate, padding = header[2] >> 4, header[2] >> 2 & 3, header[2] >> 1 & 1
    if version == 1 or layer == 4 or bits == 15 or rate == 3:
        return 0
    if not bits:
        return 1
    first = version == 3
    per_second = SAMPLE_RATES[rate] >> (0 if first else 1 if version == 2 else 2)
    bit_rate = 1000 * BIT_RATES[first, layer][bits - 1]
    if layer == 1:
        return (12 * bit_rate // per_second + padding) * 4
    return (144 if first or layer == 2 else 72) * bit_rate // per_second + padding


class Mp3Frames:
    """Follows the packets of a file; estimates how long the sound was that is missing.

    Attributes:
        cut: whether the last packet was the beginning of a frame.
    """

    def __init__(self, container: str, codec: str) -> None:
        """Begin at any packet.

        Args:
            container: FFmpeg's name; for others than mp3 and wav every packet is a frame.
            codec: FFmpeg's name; a wav file may hold mp3.
        """
        self._mpeg = container == "mp3" or (container == "wav" and codec.startswith("mp"))
        self._bytes = self._ticks = self._between = 0
        self._tag = False
        self.cut = False

    def lost_before(self, packet: Any) -> int | None:
        """Take the next packet.

        Args:
            packet: of PyAV.

        Returns:
            Time lost just before it, in the packet's ticks; None if it is not a frame of sound.
        """
        if not self._mpeg or not packet.size:
            return 0
        start = bytes(memoryview(packet)[:START_BYTES])
        size = mpeg_bytes(start[:MPEG_HEADER_BYTES])
        self.cut = packet.size < size
        if not size or packet.size < size:
            if not self._between:
                self._tag = start.startswith(TAGS)
            self._between += packet.size
            return None
        lost = 0
        if self._between and self._bytes and not self._tag:
            lost = round(self._between * self._ticks / self._bytes)
        self._between = packet.size - size if size > 1 else 0
        self._tag = False
        self._bytes += packet.size
        self._ticks += packet.duration or 0
        return lost
