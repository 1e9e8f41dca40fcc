"""The parts that were collected, with what the user made of them."""

from __future__ import annotations

import json
import time
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.formatting.array_files import Numbers
from desktop_app.session.collector import Part


@dataclass(frozen=True)
class Entry:
    """A part and the user's words on it.

    Attributes:
        part: as it was heard.
        name: in place of what was heard; empty: that.
        note: free text.
    """

    part: Part
    name: str = ""
    note: str = ""

    @property
    def label(self) -> str:
        """What it is called."""
        return self.name or self.part.heard


class SessionLog:
    """Entries in order of time.

    Attributes:
        entries: those that haven't been removed.
    """

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def lengthen(self, part: Part) -> int | None:
        """Bring the part of an entry up to date.

        Returns:
            The entry's row; None if it was removed.
        """
        row = self.row_of(part.number)
        if row is not None:
            self.entries[row] = replace(self.entries[row], part=part)
        return row

    def row_of(self, number: int) -> int | None:
        """Where a part's entry is, None if it was removed."""
        # The one that is asked for is nearly always the last.
        for row in range(len(self.entries) - 1, -1, -1):
            if self.entries[row].part.number == number:
                return row
        return None

    def change(self, number: int, *, name: str | None = None, note: str | None = None) -> int:
        """Set the user's words on a part.

        Returns:
            The entry's row.

        Raises:
            KeyError: there is no such entry.
        """
        row = self.row_of(number)
        if row is None:
            raise KeyError(number)
        entry = self.entries[row]
        self.entries[row] = replace(
            entry,
            name=entry.name if name is None else name,
            note=entry.note if note is None else note,
        )
        return row

    def place_for(self, number: int) -> int:
        """The row at which a part belongs."""
        return bisect_left(self.entries, number, key=lambda entry: entry.part.number)


def numbers_of(entries: Sequence[Entry]) -> Numbers:
    """A column each: ``from`` and ``to`` as ISO 8601, ``seconds``, ``source``, ``genre``,
    ``heard``, ``probability`` (NaN for a state) and ``note``; empty without entries.
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
    }


def labels_of(entries: Sequence[Entry]) -> str:
    """Audacity's label track; seconds are counted from the beginning of the first."""
    if not entries:
        return ""
    zero = entries[0].part.began_at
    return "".join(
        f"{entry.part.began_at - zero:.6f}\t{entry.part.ended_at - zero:.6f}\t{_one_line(entry)}\n"
        for entry in entries
    )


def json_of(entries: Sequence[Entry]) -> str:
    """An array of objects with the columns of :func:`numbers_of`; null for NaN."""
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
    """A time as ISO 8601 with the offset of this place."""
    return time.strftime("%Y-%m-%dT%H:%M:%S%z", time.localtime(at))


def _one_line(entry: Entry) -> str:
    return " ".join(f"{entry.label} {entry.note}".split())
