"""When a file was recorded, as its name or its tags say."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

DATE = r"(?<!\d)(199\d|20\d\d)([-_.:/]?)([01]\d)\2([0-3]\d)"
TIME = r"([0-2]\d|\d(?=[-_.:]))([-_.:h]?)([0-5]\d)\6([0-5]\d)(?!\d)"
FULL = re.compile(rf"{DATE}(?:[T_ $-]| at )*{TIME}(?:\.\d+)?(Z| ?[AP]M\b)?", re.IGNORECASE)
"""``S4A01234_20251127_183000``, ``2025-11-27 at 6.30.00 PM``, ``2025-11-27T18:30:00.000Z`` …"""
SHORT = re.compile(r"(\d\d)([01]\d)([0-3]\d)[-_]([0-2]\d)([0-5]\d)([0-5]\d)(?:[-_]\D.*)?")
"""``251127-183000``, ``251127_183000_Tr1``: only as a whole name, because it could be anything."""
OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)(?!\d)")
NOON = 12
EXTENSION_OFFSET, DATE_BYTES, TIME_BYTES = 8, slice(320, 330), slice(330, 338)
"""Where a bext chunk has the date and time, from its beginning and within its content."""


def recorded_at(*texts: str) -> datetime | None:
    """Find a date with a time of day.

    Args:
        texts: such as a file's name without extension, or what its tags say.

    Returns:
        The first one; with its offset from UTC if the text says so, else on the recorder's clock.
        None without any.
    """
    return next((found for text in texts if (found := _in(text)) is not None), None)


def _in(text: str) -> datetime | None:
    if full := FULL.search(text):
        year, _, month, day, hour, _, minute, second, more = full.groups()
        offset = OFFSET.match(text, full.end())
        # Elsewhere a number that follows a hyphen is that of the recording.
        if offset and offset[1] == "-" and "T" not in full[0].upper():
            offset = None
    elif short := SHORT.fullmatch(text):
        year, month, day, hour, minute, second = (f"20{short[1]}", *short.groups()[1:])
        more, offset = None, None
    else:
        return None
    suffix = (more or "").strip().upper()
    try:
        return datetime(
            int(year), int(month), int(day), _hour(int(hour), suffix), int(minute), int(second),
            tzinfo=timezone.utc if suffix == "Z" else _zone(offset),
        )  # fmt: skip
    except ValueError:
        return None


def _hour(hour: int, suffix: str) -> int:
    """The hour of 24 for one that may be before or after noon.

    Raises:
        ValueError: there is no such hour on a clock of twelve.
    """
    if suffix not in ("AM", "PM"):
        return hour
    if not 1 <= hour <= NOON:
        raise ValueError(hour)
    return hour % NOON + NOON * (suffix == "PM")


def _zone(offset: re.Match[str] | None) -> timezone | None:
    if offset is None:
        return None
    sign = -1 if offset[1] == "-" else 1
    return timezone(sign * timedelta(hours=int(offset[2]), minutes=int(offset[3])))


def broadcast_time(start: bytes) -> str:
    """Date and time in the bext chunk of a broadcast wave file.

    Args:
        start: its first kilobytes.

    Returns:
        As the file writes it; empty if it does not.
    """
    at = start.find(b"bext")
    if at < 0 or not start.startswith((b"RIFF", b"RF64", b"BW64")):
        return ""
    content = start[at + EXTENSION_OFFSET :]
    return f"{content[DATE_BYTES].decode('latin-1')} {content[TIME_BYTES].decode('latin-1')}"
