"""Finds the end of a flac file by its last frame, because its header may say something else."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from desktop_app.audio.vbr_header import behind_id3

SEARCHED_BYTES = 262_144
"""At the end; a frame of 4096 samples of stereo takes less than a tenth of that."""
MOST_CANDIDATES = 2
"""Bytes that look like the beginning of a frame, its checksum included, rarely are none."""
BEGINNINGS = (b"\xff\xf8", b"\xff\xf9")
"""Of frames, with blocks of fixed and of variable size."""


def flac_end(path: Path) -> int | None:
    """Number of sample frames up to the end of the last frame of a flac file.

    Source: RFC 9639, sections 8.2 and 9.1.

    Args:
        path: of any file.

    Returns:
        None if it is no flac file, or does not end with a whole frame.

    Raises:
        OSError: the file could not be read.
    """
    start = behind_id3(path, 42)
    if not start.startswith(b"fLaC") or len(start) < 42:
        return None
    block, stated = int.from_bytes(start[8:10], "big"), int.from_bytes(start[18:26], "big") % 2**36
    with path.open("rb") as file:
        file.seek(max(0, os.fstat(file.fileno()).st_size - SEARCHED_BYTES))
        content = file.read()
    at, candidates = len(content), 0
    while candidates < MOST_CANDIDATES:
        at = max(content.rfind(beginning, 0, at) for beginning in BEGINNINGS)
        if at < 0:
            return None
        end = _end_of_block(content[at : at + 16], block)
        if end is not None:
            # The checksum of a whole frame is slow, and not needed where both say the same.
            if end == stated or _checksum(content[at:], 16, 0x8005) == 0:
                return end
            candidates += 1
    return None


def _end_of_block(head: bytes, block: int) -> int | None:
    """Number of the sample behind a frame; None if it isn't the beginning of one."""
    if len(head) < 16:
        head += bytes(16 - len(head))
    size_code, rate_code = head[2] >> 4, head[2] & 15
    count = max(1, 8 - (head[4] ^ 0xFF).bit_length())
    if not size_code or rate_code == 15 or head[3] & 1 or head[3] >> 4 > 10 or count > 7:
        return None
    number = head[4] & (0xFF >> count + 1 if count > 1 else 0x7F)
    for byte in head[5 : 4 + count]:
        number = number << 6 | byte & 0x3F
    at = 4 + count
    size_bytes = {6: 1, 7: 2}.get(size_code, 0)
    length = (
        int.from_bytes(head[at : at + size_bytes], "big") + 1 if size_bytes else _size(size_code)
    )
    at += size_bytes + {12: 1, 13: 2, 14: 2}.get(rate_code, 0)
    if _checksum(head[: at + 1], 8, 0x07):
        return None
    return (number if head[1] & 1 else number * block) + length


def _size(code: int) -> int:
    if code == 1:
        return 192
    return 576 << code - 2 if code < 6 else 256 << code - 8


def _checksum(content: bytes, bits: int, polynomial: int) -> int:
    """Remainder of a polynomial division, 0 if the last byte or two are its checksum."""
    table, mask, value = _table(bits, polynomial), (1 << bits) - 1, 0
    for byte in content:
        value = (value << 8 & mask) ^ table[value >> bits - 8 ^ byte]
    return value


@lru_cache(maxsize=2)
def _table(bits: int, polynomial: int) -> tuple[int, ...]:
    top, mask, table = 1 << bits - 1, (1 << bits) - 1, []
    for value in range(256):
        rest = value << bits - 8
        for _ in range(8):
            rest = (rest << 1 ^ polynomial if rest & top else rest << 1) & mask
        table.append(rest)
    return tuple(table)
