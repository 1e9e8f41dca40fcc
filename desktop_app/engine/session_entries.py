"""Entries of the session: parts with the user's names and notes, and their export."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.session_collector import Part
from desktop_app.formatting.array_files import Numbers
from desktop_app.formatting.label_track import label_track
from desktop_app.formatting.text import alternatives


@dataclass(frozen=True)
class Entry:
    """A part of the session with the user's name and note.

    Attributes:
        part: the part as it was heard.
        name: shown in place of what was heard; empty for none.
        note: free text.
    """

    part: Part
    name: str = ""
    note: str = ""

    @property
    def label(self) -> str:
        """The name, or what was heard."""
        return self.name or self.part.heard


def totals_of(entries: Sequence[Entry]) -> dict[str, float]:
    """How long each label was heard, in seconds, the longest first.

    *Rock or country* is the same as *country or rock*, and listed as the one heard for longer.
    """
    found: dict[frozenset[str], dict[str, float]] = {}
    for entry in entries:
        seconds = found.setdefault(frozenset(alternatives(entry.label)), {})
        seconds[entry.label] = seconds.get(entry.label, 0.0) + entry.part.seconds
    totals = {max(each, key=each.__getitem__): sum(each.values()) for each in found.values()}
    return dict(sorted(totals.items(), key=lambda item: -item[1]))


def numbers_of(entries: Sequence[Entry]) -> Numbers:
    """Return one column per property; empty without entries.

    Returns:
        ``from`` and ``to`` as ISO 8601, ``seconds``, ``source``, ``genre``, ``heard``,
        ``probability`` (NaN where no genre is named), ``note`` and ``recorded`` (ISO 8601, empty
        where it is not known), (entries,) each.
    """
    if not entries:
        return {}
    parts = [entry.part for entry in entries]
    return {
        "from": np.array([iso(part.began_at) for part in parts]),
        "to": np.array([iso(part.ended_at) for part in parts]),
        "seconds": np.array([round(part.seconds, 1) for part in parts]),
        "source": np.array([part.source for part in parts]),
        "genre": np.array([entry.label for entry in entries]),
        "heard": np.array([part.heard for part in parts]),
        "probability": np.array(
            [np.nan if p.probability is None else round(p.probability, 4) for p in parts]
        ),
        "note": np.array([entry.note for entry in entries]),
        "recorded": np.array(
            [p.recorded.isoformat("T", "seconds") if p.recorded else "" for p in parts]
        ),
    }


def labels_of(entries: Sequence[Entry]) -> str:
    """Write a label track of Audacity, whose times are relative to the first entry."""
    return label_track(
        (
            entry.part.began_at - entries[0].part.began_at,
            entry.part.ended_at - entries[0].part.began_at,
            f"{entry.label} {entry.note}",
        )
        for entry in entries
    )


def json_of(entries: Sequence[Entry]) -> str:
    """Format a JSON array of objects with the columns of :func:`numbers_of`; null for NaN."""
    columns = numbers_of(entries)
    rows = [
        {
            name: None if value != value else value  # noqa: PLR0124
            for name, value in zip(columns, row, strict=True)
        }
        for row in zip(*(column.tolist() for column in columns.values()), strict=True)
    ]
    return json.dumps(rows, indent=1, ensure_ascii=False) + "\n"


def iso(at: float) -> str:
    """Format a time, in seconds since 1970, as ISO 8601 with the local offset."""
    return time.strftime("%Y-%m-%dT%H:%M:%S%z", time.localtime(at))
