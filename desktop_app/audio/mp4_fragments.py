"""Finds where the chain of a fragmented mp4 file is broken, and where it goes on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

FIRST_BOXES = (b"ftyp", b"styp")
FRAGMENT, ITS_FIRST = b"moof", b"mfhd"
HEAD_BYTES = 8
LARGEST_HEAD = 2**20
"""Of a fragment, without its sound and picture; what states more is no fragment."""
READ_BYTES = 2**20


def bridges(path: Path) -> list[tuple[int, bytes]]:
    """What to read in place of some bytes, so that a reader gets from each box to the next one.

    A hole takes the place of a box, so that its length is unknown: FFmpeg would stop there. It is
    declared to be free space up to the next fragment. Source: ISO/IEC 14496-12, sections 4.2, 8.1.2
    and 8.8.4.

    Args:
        path: of any file.

    Returns:
        Positions in bytes, and the eight bytes for each; none if the file is whole or no mp4.

    Raises:
        OSError: the file could not be read.
    """
    found: list[tuple[int, bytes]] = []
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if file.read(HEAD_BYTES)[4:] not in FIRST_BOXES:
            return []
        at, fragmented = 0, False
        while at < size:
            file.seek(at)
            head = file.read(2 * HEAD_BYTES)
            name, length = head[4:8], int.from_bytes(head[:4], "big")
            if length == 1:
                length = int.from_bytes(head[8:], "big")
            fragmented = fragmented or name == FRAGMENT
            if name.isalnum() and length >= HEAD_BYTES:
                at += length
                continue
            # A length of 0 is that of a last box that ends with the file.
            if not fragmented or name.isalnum() or (goes_on := _next(file, at + HEAD_BYTES)) < 0:
                break
            found.append((at, (goes_on - at).to_bytes(4, "big") + b"free"))
            at = goes_on
    return found


def _next(file: BinaryIO, begin: int) -> int:
    """Where the next fragment begins; −1 if there is none within four gigabytes."""
    file.seek(begin)
    content, at = b"", begin
    while (block := file.read(READ_BYTES)) and at - begin < 2**32 - READ_BYTES - HEAD_BYTES:
        content += block
        found = 3
        while (found := content.find(FRAGMENT, found + 1)) >= 0:
            length = int.from_bytes(content[found - 4 : found], "big")
            first = content[found + 8 : found + 12]
            if HEAD_BYTES < length <= LARGEST_HEAD and first == ITS_FIRST:
                return at + found - 4
        # What may begin at the end of this block.
        at += len(content) - 15
        content = content[-15:]
    return -1
