"""The lines of a session on disk: what they say of its parts, and how they are read again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop_app.engine.session_collector import Part
from desktop_app.engine.session_entries import Entry
from resources.languages import gettext, ngettext

HEADER = {"genre-monitor session": 1}
DEFAULTS: dict[str, Any] = {"recorded": None, "name": "", "note": "", "removed": False}
_LATEST = 2.0**37
"""In seconds since 1970; no platform formats much later times."""
FIRST_YEAR, LAST_YEAR = 1990, 2199
"""Of recordings."""
Fields = dict[str, Any]


@dataclass(frozen=True)
class StoredSession:
    """What a file contains.

    Attributes:
        entries: those that were not removed, in order of time.
        last_number: highest number of a part, removed or not; 0 for none.
        length: of the whole lines, in bytes.
        torn: whether an incomplete line follows them.
        damaged: number of other lines that could not be read.
    """

    entries: tuple[Entry, ...]
    last_number: int
    length: int
    torn: bool
    damaged: int

    @property
    def remark(self) -> str:
        """One or two sentences on what is missing, else empty."""
        torn = gettext(
            "genre-monitor was interrupted while it was saving this session, so the last line "
            "was incomplete and has been left out. Everything before it is here."
        )
        damaged = ngettext(
            "{number} line of this session could not be read and was left out.",
            "{number} lines of this session could not be read and were left out.",
            self.damaged,
        ).format(number=self.damaged)
        return " ".join(said for said in (torn * self.torn, damaged * bool(self.damaged)) if said)


def line_of(values: Fields) -> bytes:
    """Write fields as a line."""
    # ASCII, so that a file name that is no valid Unicode survives.
    return json.dumps(values, separators=(",", ":")).encode() + b"\n"


def fields_of(entry: Entry) -> Fields:
    """What is said of an entry, apart from its number."""
    part = entry.part
    return {
        "from": round(part.began_at, 3),
        "to": round(part.ended_at, 3),
        "source": part.source,
        "heard": part.heard,
        "probability": None if part.probability is None else round(part.probability, 5),
        "recorded": None if part.recorded is None else part.recorded.isoformat("T", "milliseconds"),
        "name": entry.name,
        "note": entry.note,
        "removed": False,
    }


def parse(data: bytes) -> tuple[dict[int, Fields], StoredSession]:
    """Read a whole file.

    Args:
        data: its content, beginning with the header.

    Returns:
        Number of a part -> what is said of it; and what that amounts to.
    """
    *lines, rest = data.split(b"\n")
    known: dict[int, Fields] = {}
    damaged = 0
    for line in lines[1:]:
        try:
            row = json.loads(line)
            number = row.pop("part")
            changed = known.get(number, DEFAULTS) | row
            _entry(number, changed)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            damaged += 1
        else:
            known[number] = changed
    entries = sorted(
        (_entry(number, fields) for number, fields in known.items() if not fields["removed"]),
        key=lambda entry: entry.part.number,
    )
    return known, StoredSession(
        tuple(entries), max(known, default=0), len(data) - len(rest), bool(rest), damaged
    )


def _entry(number: int, fields: Fields) -> Entry:
    """Make an entry of what a file says.

    Raises:
        KeyError: a field is missing.
        TypeError: a field is of the wrong type.
        ValueError: a number is out of range.
    """
    probability = fields["probability"]
    words = [fields[name] for name in ("source", "heard", "name", "note")]
    if not isinstance(number, int) or not all(isinstance(word, str) for word in words):
        raise TypeError
    source, heard, name, note = words
    part = Part(
        number,
        _number(fields["from"]),
        _number(fields["to"]),
        source,
        heard,
        None if probability is None else _number(probability),
        None if fields["recorded"] is None else _time(fields["recorded"]),
    )
    return Entry(part, name, note)


def _time(value: object) -> datetime:
    if not isinstance(value, str):
        raise TypeError
    found = datetime.fromisoformat(value)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError
    return found


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    # False for NaN as well.
    if not 0.0 <= value <= _LATEST:
        raise ValueError
    return float(value)
