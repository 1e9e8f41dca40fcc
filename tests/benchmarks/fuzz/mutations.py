"""Ways to damage a file: what broken disks, cut downloads, killed recorders and bad taggers do."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

HEADER = 512
LABEL = re.compile(rb"[A-Za-z][A-Za-z0-9_ ]{3}")
"""What begins most chunks, boxes and pages."""
EXTREMES = (0, 1, 2, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF,
            0x7FFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF)  # fmt: skip
MOST_AT_ONCE = 3

Mutation = Callable[[Random, bytearray], bytearray]


def mutated(random: Random, content: bytes) -> tuple[bytes, list[str]]:
    """Damage the content of a file.

    Args:
        random: decides how; the same state gives the same damage.
        content: of a whole file.

    Returns:
        The damaged content, and the names of what was done.
    """
    out, names = bytearray(content), []
    for _ in range(random.randint(1, MOST_AT_ONCE)):
        mutation = random.choice(MUTATIONS)
        names.append(mutation.__name__.strip("_"))
        out = mutation(random, out)
    return bytes(out), names


def _header(random: Random, content: bytearray) -> bytearray:
    for _ in range(random.randint(1, 12)):
        if content:
            content[random.randrange(min(HEADER, len(content)))] = random.randrange(256)
    return content


def _length(random: Random, content: bytearray) -> bytearray:
    """Overwrite the number before or behind the label of a chunk."""
    labels = [found.start() for found in LABEL.finditer(content[:4096])]
    labels += [found.start() for found in LABEL.finditer(content[-4096:])] if content else []
    if not labels:
        return _number(random, content)
    at = random.choice(labels) + random.choice((-8, -4, 4, 4, 8))
    return _write_number(random, content, at, random.choice((4, 4, 8)))


def _number(random: Random, content: bytearray) -> bytearray:
    """Overwrite something that may be a number."""
    place = random.randrange(min(len(content), random.choice((64, HEADER, 1 << 30))) or 1)
    return _write_number(random, content, place, random.choice((1, 2, 3, 4, 8)))


def _write_number(random: Random, content: bytearray, at: int, size: int) -> bytearray:
    if not 0 <= at <= len(content) - size:
        return content
    order = random.choice(("little", "big"))
    stated = int.from_bytes(content[at : at + size], order)
    value = random.choice(
        (*EXTREMES, stated + 1, stated - 1, stated * 1000, stated // 2, -stated, len(content))
    )
    content[at : at + size] = (value % (1 << 8 * size)).to_bytes(size, order)
    return content


def _chunks(random: Random, content: bytearray) -> bytearray:
    """Drop, repeat or move what lies between two labels."""
    places = [found.start() for found in LABEL.finditer(content[:65_536])]
    if len(places) < 2:
        return content
    first, last = sorted(random.sample(places, 2))
    part = content[first:last]
    what = random.choice(("drop", "repeat", "move"))
    if what == "repeat":
        return content[:last] + part * random.choice((1, 1, 2, 20)) + content[last:]
    rest = content[:first] + content[last:]
    if what == "drop":
        return rest
    to = random.randrange(len(rest) + 1)
    return rest[:to] + part + rest[to:]


def _truncation(random: Random, content: bytearray) -> bytearray:
    most = random.choice((64, 4096, len(content), len(content)))
    return content[: random.randrange(min(most, len(content)) + 1)]


def _bit_flips(random: Random, content: bytearray) -> bytearray:
    for _ in range(random.choice((1, 4, 64, 1024))):
        if content:
            content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    return content


def _zeros(random: Random, content: bytearray) -> bytearray:
    at = random.randrange(len(content) + 1)
    size = min(random.choice((4, 64, 4096, 65_536)), len(content) - at)
    content[at : at + size] = bytes(size)
    return content


def _noise(random: Random, content: bytearray) -> bytearray:
    at = random.randrange(len(content) + 1)
    size = min(random.choice((4, 64, 4096)), len(content) - at)
    content[at : at + size] = random.randbytes(size)
    return content


def _missing_part(random: Random, content: bytearray) -> bytearray:
    at = random.randrange(len(content) + 1)
    return content[:at] + content[at + random.choice((1, 3, 188, 4096, 20_000)) :]


def _tag(random: Random, content: bytearray) -> bytearray:
    """Put a tag at the end or the beginning, whose length may lie."""
    body = random.randbytes(random.choice((0, 32, 3000)))
    size = random.choice((len(body), len(body), 0, 10**6, 0x0FFFFFFF))
    seven = bytes(size >> 7 * place & 0x7F for place in (3, 2, 1, 0))
    ape = b"APETAGEX" + b"".join(
        number.to_bytes(4, "little") for number in (2000, size + 32, 1, 0x80000000, 0, 0)
    )
    tag = random.choice(
        (
            b"TAG" + body[:125].ljust(125, b"\0"),
            b"ID3\x04\0\0" + seven + b"APIC" + seven + b"\0\0" + body,
            body + ape,
            b"LYRICSBEGIN" + body + b"%06dLYRICS200" % min(size, 999_999),
            body,
        )
    )
    return content + tag if random.random() < 0.7 else bytearray(tag) + content


def _appended_file(random: Random, content: bytearray) -> bytearray:
    """Append the file to itself, as chained streams and joined mp3 files are."""
    return content + content[random.randrange(len(content) + 1) * random.randrange(2) :]


MUTATIONS: tuple[Mutation, ...] = (
    _header, _header, _length, _length, _length, _number, _number, _chunks, _truncation, _bit_flips,
    _bit_flips, _zeros, _noise, _missing_part, _tag, _appended_file,
)  # fmt: skip
"""What happens often in practice, or finds much, more often than the rest."""
