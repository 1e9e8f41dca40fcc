"""Tells a file that was cut short from one whose header promises more than it ever held."""

from __future__ import annotations

import os
from collections.abc import Callable, Set
from pathlib import Path
from typing import BinaryIO

UNKNOWN_BYTES = 0x7FFF0000
"""A recorder that is killed, or writes to a pipe, leaves at least this as the length."""
ASF_PROPERTIES = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
ASF_HEADER_BYTES = 65_536
FLV_TAGS = (8, 9, 18)
"""Sound, picture, and what describes both."""
MATROSKA_SEGMENT = b"\x18\x53\x80\x67"


def is_cut_short(path: Path, kind: Set[str]) -> bool:
    """Whether a file ends before the container in it does, so that sound may be missing.

    Args:
        path: of the file.
        kind: FFmpeg's names of its format.

    Returns:
        True also for containers that don't tell.

    Raises:
        OSError: the file could not be read.
    """
    for name, goes_on in CONTAINERS.items():
        if name in kind:
            with path.open("rb") as file:
                return goes_on(file, os.fstat(file.fileno()).st_size)
    return True


def is_broadcast(path: Path, kind: Set[str]) -> bool:
    """Whether an asf file is a recorded stream, so that the length in its header means nothing.

    Raises:
        OSError: the file could not be read.
    """
    if "asf" not in kind:
        return False
    with path.open("rb") as file:
        return bool(_asf_properties(file)[1] & 1)


def _mp4_goes_on(file: BinaryIO, size: int) -> bool:
    """A sequence of boxes; source: ISO/IEC 14496-12, section 4.2."""
    at = 0
    while at < size:
        file.seek(at)
        head = file.read(16)
        length = int.from_bytes(head[:4], "big")
        if length == 1:
            length = int.from_bytes(head[8:16], "big")
        if len(head) < 8 or length < 8:
            # A length of 0 is that of a last box that ends with the file.
            return False
        at += length
    return at > size


def _avi_goes_on(file: BinaryIO, size: int) -> bool:
    """A sequence of RIFF chunks; source: OpenDML AVI file format extensions."""
    at = 0
    while at < size:
        file.seek(at)
        head = file.read(8)
        length = int.from_bytes(head[4:], "little")
        if not head.startswith(b"RIFF") or not length or length >= UNKNOWN_BYTES:
            return False
        at += 8 + length
    return at > size


def _asf_goes_on(file: BinaryIO, size: int) -> bool:
    stated, flags = _asf_properties(file)
    return not flags & 1 and stated > size


def _asf_properties(file: BinaryIO) -> tuple[int, int]:
    """Size of the file in bytes, and flags; source: ASF, section 3.2."""
    head = file.read(ASF_HEADER_BYTES)
    at = head.find(ASF_PROPERTIES)
    if at < 0:
        return 0, 0
    return (
        int.from_bytes(head[at + 40 : at + 48], "little"),
        int.from_bytes(head[at + 88 : at + 92], "little"),
    )


def _flv_goes_on(file: BinaryIO, size: int) -> bool:
    """A sequence of tags, each followed by its length; source: FLV 10.1, annex E.3."""
    file.seek(max(0, size - 4))
    length = int.from_bytes(file.read(4), "big")
    if not 11 <= length <= size - 4:
        return True
    file.seek(size - 4 - length)
    head = file.read(4)
    return head[0] not in FLV_TAGS or int.from_bytes(head[1:], "big") != length - 11


def _matroska_goes_on(file: BinaryIO, size: int) -> bool:
    """One segment, of a length that may be unknown; source: RFC 8794, section 5 and 6."""
    start = file.read(4096)
    at = start.find(MATROSKA_SEGMENT)
    if at < 0 or at + 12 > len(start):
        return False
    at += len(MATROSKA_SEGMENT)
    count = 9 - start[at].bit_length()
    length = int.from_bytes(start[at : at + count], "big") & (1 << 7 * count) - 1
    return length != (1 << 7 * count) - 1 and at + count + length > size


def _wavpack_goes_on(file: BinaryIO, size: int) -> bool:
    """A sequence of blocks; source: WavPack 4 & 5 binary file format, section 2."""
    at = 0
    while at < size:
        file.seek(at)
        head = file.read(8)
        if not head.startswith(b"wvpk"):
            return False
        at += 8 + int.from_bytes(head[4:], "little")
    return at > size


CONTAINERS: dict[str, Callable[[BinaryIO, int], bool]] = {
    "mov": _mp4_goes_on,
    "avi": _avi_goes_on,
    "asf": _asf_goes_on,
    "flv": _flv_goes_on,
    "matroska": _matroska_goes_on,
    "wv": _wavpack_goes_on,
}
