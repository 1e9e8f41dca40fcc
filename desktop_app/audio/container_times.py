"""How long the sound of a container lasts and when it begins, as far as the container says."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

GAP_SECONDS = 0.1
"""Shorter gaps between timestamps are inaccuracies of the container."""
TICKS = 1_000_000
"""In a second, for FFmpeg's times of a whole container."""
WRAPPING = {"mpegts", "mpeg"}
"""Containers whose times may begin at 0 again."""
FROM_ZERO = {"matroska", "webm", "mov", "mp4", "flv"}
"""Containers whose times are counted from 0, not from the first timestamp."""
LIVE_SECONDS = 60.0
"""What begins later than that was recorded from a stream that was under way already; and where
times jump further in a container whose times may begin again, another recording begins."""


@dataclass(frozen=True)
class Times:
    """Times of a stream of sound.

    Attributes:
        origin: timestamp of the beginning of the file, in the stream's ticks; before the first
            sound there is silence.
        duration_s: from there to the end of the sound; 0 if unknown.
        longest_gap_s: what is missing between packets at most.
    """

    origin: int
    duration_s: float
    longest_gap_s: float

    def gap_s(self, apart_s: float) -> float:
        """Time that is missing between packets whose timestamps are so far apart."""
        return apart_s if GAP_SECONDS < apart_s <= self.longest_gap_s else 0.0


def times_of(container: Any, stream: Any) -> Times:
    """Read the times that a container states.

    Args:
        container: of PyAV.
        stream: of sound, in that container.
    """
    tick = float(stream.time_base)
    start = stream.start_time or 0
    whole_s = (container.duration or 0) / TICKS
    kinds = set(container.format.name.split(","))
    first_s = (container.start_time or 0) / TICKS
    if kinds & FROM_ZERO and first_s < LIVE_SECONDS:
        first_s = 0.0
    lead_s = start * tick - first_s
    origin = round(first_s / tick) if GAP_SECONDS < lead_s < whole_s else start
    origin_s = origin * tick
    longest_gap_s = LIVE_SECONDS if kinds & WRAPPING else math.inf
    tagged = re.fullmatch(r"(\d+):(\d\d):(\d\d(?:\.\d+)?)", stream.metadata.get("DURATION", ""))
    if tagged:
        hours, minutes, seconds = map(float, tagged.groups())
        duration_s = 3600 * hours + 60 * minutes + seconds - origin_s
    elif stream.duration:
        duration_s = (stream.duration + start) * tick - origin_s
    else:
        duration_s = whole_s and whole_s - (origin_s - first_s)
    return Times(origin, duration_s, longest_gap_s)
