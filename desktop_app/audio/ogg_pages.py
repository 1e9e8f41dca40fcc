"""Looks at the pages of an Ogg file: whether they are one stream, and where it has holes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HEADER_BYTES = 27
JUMP_SAMPLES, JUMP_FACTOR = 24_000, 2
"""Time jumps where a page lasts so much longer than its packets would, by those of all pages."""


@dataclass(frozen=True)
class OggPages:
    """What is known of all pages.

    Attributes:
        one: whether they are one logical stream in order, and nothing else.
        missing: whether pages are missing, by their numbers, or there is something else in between.
        jumps: whether time jumps between two pages of a single stream.
        end: time at its end, in samples; of the last page but one if that of the last can't be
            true.
    """

    one: bool
    missing: bool
    jumps: bool
    end: int


@dataclass
class _Page:
    """Of one logical stream; packets are those that end in the page."""

    stream: bytes
    number: int
    time: int
    packets: int


def ogg_pages(path: Path) -> OggPages:
    """Look at every page.

    Source: RFC 3533, section 6: a page begins with ``OggS``; the little-endian numbers in bytes 6
    to 13, 14 to 17 and 18 to 21 are the time at its end (-1 if no packet ends in it), the logical
    stream's and the page's own; byte 26 is the number of segments, whose lengths follow, and those
    below 255 end a packet.

    Raises:
        OSError: the file could not be read.
    """
    pages, to_the_end = _read(path)
    before: dict[bytes, int] = {}
    missing = not to_the_end
    for page in pages:
        missing |= before.get(page.stream, page.number - 1) != page.number - 1
        before[page.stream] = page.number
    times = _times(pages)
    one = len(before) == 1 and not missing and times == sorted(times)
    jumps = _jumps(pages) if one else []
    end = times[-2 if jumps and jumps[-1] else -1] if times else 0
    return OggPages(one, missing, any(jumps[:-1]), end)


def _read(path: Path) -> tuple[list[_Page], bool]:
    """All pages, and whether there is nothing else in the file."""
    size = path.stat().st_size
    pages: list[_Page] = []
    with path.open("rb") as file:
        at = 0
        while at < size:
            file.seek(at)
            header = file.read(HEADER_BYTES + 255)
            if len(header) < HEADER_BYTES or not header.startswith(b"OggS"):
                return pages, False
            lengths = header[HEADER_BYTES : HEADER_BYTES + header[26]]
            time = int.from_bytes(header[6:14], "little", signed=True)
            number = int.from_bytes(header[18:22], "little")
            packets = sum(length < 255 for length in lengths)
            pages.append(_Page(header[14:18], number, time, packets))
            at += HEADER_BYTES + header[26] + sum(lengths)
    return pages, True


def _times(pages: Sequence[_Page]) -> list[int]:
    """Of the pages of sound, in which a packet ends."""
    times = [page.time for page in pages if page.time >= 0]
    return times[next((at for at, time in enumerate(times) if time), len(times)) :]


def _jumps(pages: Sequence[_Page]) -> list[bool]:
    """Whether time jumps, for all pages of sound but the first."""
    steps: list[tuple[int, int]] = []
    before, packets = 0, 0
    for page in pages:
        packets += page.packets
        if page.time > 0:
            if before:
                steps.append((page.time - before, max(1, packets)))
            before, packets = page.time, 0
    usual = median(step / count for step, count in steps) if steps else 0
    return [step > JUMP_SAMPLES + JUMP_FACTOR * usual * count for step, count in steps]
