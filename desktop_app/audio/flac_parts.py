"""Finds the flac files of which a file consists that somebody has joined byte by byte."""

from __future__ import annotations

import os
import re
from pathlib import Path

from desktop_app.audio.vbr_header import behind_id3

MARK = b"fLaC"
BEGINNING = re.compile(MARK + rb"[\x00\x80]\x00\x00\x22")
"""The mark, and the head of STREAMINFO, which may be the only block."""
HEADER_BYTES = 26
"""The mark, the head of the first block, and of it what comes before its checksum."""
LARGEST = 100_000_000
"""Larger files are not searched: this takes a twentieth of a second."""
READ_BYTES = 2**20


def flac_parts(path: Path) -> tuple[float, ...]:
    """Lengths of the flac files that were joined, in seconds, as each states it.

    Source: RFC 9639, sections 6 and 8.2.

    Args:
        path: of any file.

    Returns:
        One length for a file that was not joined; 0 where none is stated. None at all if it is no
        flac file, or larger than is searched.

    Raises:
        OSError: the file could not be read.
    """
    found: list[float] = []
    if not behind_id3(path, len(MARK)).startswith(MARK):
        return ()
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size > LARGEST:
            return ()
        # One buffer for all blocks: copies would take longer than the search.
        content = bytearray(HEADER_BYTES - 1 + READ_BYTES)
        kept = 0
        while count := file.readinto(memoryview(content)[kept:]):
            end = kept + count
            for beginning in BEGINNING.finditer(content, 0, end):
                at = beginning.start()
                if at + HEADER_BYTES <= end:
                    found.append(_seconds(content[at + 18 : at + HEADER_BYTES]))
            # What may begin at the end of this block.
            kept = min(HEADER_BYTES - 1, end)
            content[:kept] = content[end - kept : end]
    return tuple(found)


def _seconds(fields: bytes | bytearray) -> float:
    """Length by 20 bits of the sample rate, 8 of others, and 36 of the number of samples."""
    number = int.from_bytes(fields, "big")
    return number % 2**36 / max(1, number >> 44)
