"""How much sound the header of a wav or aiff file says there is, where it can be believed."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

PLACEHOLDER_BYTES = 0x7FF00000
"""Programs that write into a pipe cannot know the length and state about 2 GiB, or more."""
UNCOMPRESSED = (1, 3, 0xFFFE)
"""Formats of a wav file in which every sample frame has the same size."""


def stated_frames(path: Path) -> int:
    """Read the length in a header.

    Args:
        path: of any file.

    Returns:
        Sample frames; 0 if the file is of another kind, does not state them, or contradicts itself,
        as one that was not closed does.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        form, kind = file.read(8), file.read(4)
        if form.startswith(b"RIFF") and kind == b"WAVE":
            order: Literal["little", "big"] = "little"
        elif form.startswith(b"FORM") and kind in (b"AIFF", b"AIFC"):
            order = "big"
        else:
            return 0
        whole = 8 + int.from_bytes(form[4:], order)
        frame_bytes = frames = 0
        while len(chunk := file.read(8)) == 8:
            size, begin = int.from_bytes(chunk[4:], order), file.tell()
            match chunk[:4]:
                case b"fmt ":
                    described = file.read(14)
                    uncompressed = int.from_bytes(described[:2], order) in UNCOMPRESSED
                    frame_bytes = uncompressed * int.from_bytes(described[12:], order)
                case b"COMM":
                    frames = int.from_bytes(file.read(6)[2:], order)
                case b"data" | b"SSND":
                    if begin + size > whole or size >= PLACEHOLDER_BYTES:
                        return 0
                    return frames or (size // frame_bytes if frame_bytes else 0)
            file.seek(begin + size + size % 2)
    return 0
