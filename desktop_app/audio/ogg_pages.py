"""Looks at the pages of an Ogg file, to see whether they are one stream without a gap."""

from __future__ import annotations

from pathlib import Path

HEADER_BYTES = 27


def is_one_whole_stream(path: Path) -> bool:
    """Whether every page follows the one before it, in one logical stream.

    Source: RFC 3533, section 6: a page begins with ``OggS``; the little-endian numbers in bytes 14
    to 17 and 18 to 21 are the logical stream's and the page's own; byte 26 is the number of
    segments, whose lengths follow.

    Raises:
        OSError: the file could not be read.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        at, before = 0, None
        while at < size:
            file.seek(at)
            header = file.read(HEADER_BYTES + 255)
            if len(header) < HEADER_BYTES or not header.startswith(b"OggS"):
                return False
            stream, number = header[14:18], int.from_bytes(header[18:22], "little")
            if before not in (None, (stream, number - 1)):
                return False
            before = (stream, number)
            segments = header[26]
            at += HEADER_BYTES + segments + sum(header[HEADER_BYTES : HEADER_BYTES + segments])
    return True
