"""Parts of a file that the user has named; independent of Qt."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.library.list_formats import Mark

LONGEST_NAME = 80
"""Longer names are cut."""


@dataclass(frozen=True, order=True)
class Region:
    """A named part of a file.

    Attributes:
        start_s: where it begins, in seconds into the file.
        end_s: where it ends.
        name: what the user calls it.
    """

    start_s: float
    end_s: float
    name: str

    @property
    def loop(self) -> tuple[float, float]:
        """Its beginning and end, in seconds."""
        return self.start_s, self.end_s


Regions = tuple[Region, ...]
"""Of one file, ordered by their beginnings."""


def with_region(regions: Regions, loop: tuple[float, float], name: str) -> Regions:
    """Name a part; a name that it had is replaced, and an empty one removes it."""
    name = " ".join(name.split())[:LONGEST_NAME]
    others = [region for region in regions if region.loop != loop]
    return tuple(sorted([*others, Region(*loop, name)] if name else others))


def with_tracks(regions: Regions, tracks: Sequence[Mark], duration_s: float) -> Regions:
    """Name the tracks of a file; each ends where the next begins, the last one with the file."""
    starts = sorted(tracks, key=lambda track: track.start_s)
    ends = [*(track.start_s for track in starts[1:]), duration_s]
    for track, end_s in zip(starts, ends, strict=True):
        if track.start_s < min(end_s, duration_s):
            regions = with_region(regions, (track.start_s, min(end_s, duration_s)), track.name)
    return regions


def to_text(files: dict[str, Regions]) -> str:
    """Write the regions of files, by path, as JSON."""
    return json.dumps(
        {path: [[r.start_s, r.end_s, r.name] for r in regions] for path, regions in files.items()}
    )


def from_text(text: str) -> dict[str, Regions]:
    """Read what :func:`to_text` wrote; whatever isn't a region is dropped."""
    try:
        found = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    files = {path: _read(rows) for path, rows in found.items() if isinstance(rows, list)}
    return {path: regions for path, regions in files.items() if regions}


def _read(rows: Sequence[object]) -> Regions:
    regions = []
    for row in rows:
        match row:
            case [int() | float() as start, int() | float() as end, str() as name]:
                if name.isprintable() and 0.0 <= start < end < math.inf:
                    regions.append(Region(float(start), float(end), name[:LONGEST_NAME]))
    return tuple(sorted(regions))
