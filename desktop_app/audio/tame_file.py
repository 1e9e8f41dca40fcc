"""Audio files as FFmpeg may read them: without what fills memory or terminal, or stops it."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path

from desktop_app.audio.mp4_fragments import bridges

BEGINNINGS = (b"RIFF", b"RF64", b"RIFX")
HEAD = 8
"""Bytes of a chunk's name and length."""
UNKNOWN_LENGTH = 0xFFFFFFFF


class TameFile(io.FileIO):
    """A file open for reading that FFmpeg may try to position anywhere.

    PyAV writes exceptions from here to the terminal if FFmpeg goes on in spite of them. Tags that
    would fill the memory are hidden, and holes between the fragments of an mp4 file are bridged.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        hidden = _overlong_info(path)
        self._replaced = bridges(path) if hidden is None else [(hidden, b"JUNK")]

    def read(self, size: int | None = -1) -> bytes:
        """Read bytes at the position."""
        at, content = self.tell(), super().read(size) or b""
        for place, put in self._replaced:
            begin, end = max(place, at), min(place + len(put), at + len(content))
            if begin < end:
                part = put[begin - place : end - place]
                content = b"".join((content[: begin - at], part, content[end - at :]))
        return content

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Position the file and return its position, or FFmpeg's number of the error."""
        try:
            return super().seek(offset, whence)
        except OSError as error:
            return -(error.errno or errno.EIO)


def _overlong_info(path: Path) -> int | None:
    """Where a list of tags begins that states to be longer than the file.

    For each tag in it, FFmpeg would take as much memory as it states.

    Args:
        path: of any file.

    Returns:
        The position of ``INFO``, the kind of the list, in bytes; None if there is no such list.

    Raises:
        OSError: the file could not be read.
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        start = file.read(4)
        if start not in BEGINNINGS:
            return None
        at = 12
        while True:
            file.seek(at)
            head = file.read(HEAD + 4)
            if len(head) < HEAD + 4:
                return None
            name, kind = head[:4], head[HEAD:]
            length = int.from_bytes(head[4:HEAD], "big" if start == b"RIFX" else "little")
            if name == b"LIST" and kind == b"INFO" and at + HEAD + length > size:
                return at + HEAD
            if length == UNKNOWN_LENGTH:
                return None
            at += HEAD + length + length % 2
