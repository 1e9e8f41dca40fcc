"""The VBR header of an mp3 file, which may be missing, or promise what the file never held."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

BELIEVABLE_BYTES = (20, 3000)
"""In a frame, on average: at 8 kbit/s and 48 kHz there are 24, at 320 and 16 kHz 2880."""

ID3_HEAD_BYTES = 10
"""Of the head of an ID3 tag, and of its footer if it has one."""


@dataclass(frozen=True)
class VbrHeader:
    """What a Xing, Info or VBRI header says.

    Attributes:
        frames: number of mp3 frames, 0 if it does not say.
        bytes: of the sound, 0 if it does not say.
    """

    frames: int
    bytes: int

    @property
    def believable(self) -> bool:
        """Whether both can be true."""
        least, most = BELIEVABLE_BYTES
        return self.frames > 0 and least <= self.bytes / self.frames <= most


def vbr_header(path: Path) -> VbrHeader:
    """Read the VBR header; all 0 without one.

    Source: Gabriel Bouvigne, *MP3 VBR-Tag specifications* (Xing, Info); Fraunhofer's VBRI.

    Raises:
        OSError: the file could not be read.
    """
    first = behind_id3(path, 512)

    def number(at: int) -> int:
        return int.from_bytes(first[at : at + 4], "big")

    for name in (b"Xing", b"Info"):
        if (at := first.find(name)) >= 0:
            has_frames, has_bytes = number(at + 4) & 1, number(at + 4) & 2
            frames = number(at + 8) if has_frames else 0
            return VbrHeader(frames, number(at + 8 + 4 * has_frames) if has_bytes else 0)
    if (at := first.find(b"VBRI")) >= 0:
        return VbrHeader(number(at + 14), number(at + 10))
    return VbrHeader(0, 0)


def behind_id3(path: Path, count: int) -> bytes:
    """Read the first bytes of a file behind any ID3 tags.

    Source: *ID3 tag version 2.4.0, main structure*, sections 3.1 and 3.4.

    Args:
        path: of the file.
        count: of bytes at most.

    Raises:
        OSError: the file could not be read.
    """
    with path.open("rb") as file:
        while (head := file.read(ID3_HEAD_BYTES)).startswith(b"ID3"):
            # A tag's size has seven bits per byte, and leaves out its head and its footer.
            size = sum((byte & 0x7F) << 7 * at for at, byte in enumerate(reversed(head[6:])))
            has_footer = any(byte & 0x10 for byte in head[5:6])
            file.seek(size + ID3_HEAD_BYTES * has_footer, os.SEEK_CUR)
        file.seek(-len(head), os.SEEK_CUR)
        return file.read(count)
