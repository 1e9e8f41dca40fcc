"""How long the sound of a container lasts and when it begins, as far as the container says."""

from __future__ import annotations

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


@dataclass(frozen=True)
class Times:
    """Times of a stream of sound.

    Attributes:
        origin: timestamp of the beginning of the file, in the stream's ticks; before the first
            sound there is silence.
        duration_s: from there to the end of the sound; 0 if unknown.
        of_sound: whether that is said of the sound. Otherwise it is of the whole container, and
            its sound may end earlier.
    """

    origin: int
    duration_s: float
    of_sound: bool


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
    first_s = 0.0 if kinds & FROM_ZERO else (container.start_time or 0) / TICKS
    lead_s = start * tick - first_s
    # Recorded from a live stream, the first timestamp may be hours.
    leads = GAP_SECONDS < lead_s < whole_s and not kinds & WRAPPING
    origin = round(first_s / tick) if leads else start
    origin_s = origin * tick
    tagged = re.fullmatch(r"(\d+):(\d\d):(\d\d(?:\.\d+)?)", stream.metadata.get("DURATION", ""))
    if tagged:
        hours, minutes, seconds = map(float, tagged.groups())
        return Times(origin, 3600 * hours + 60 * minutes + seconds - origin_s, True)
    if stream.duration:
        return Times(origin, (stream.duration + start) * tick - origin_s, True)
    heard = [other for other in container.streams if other.type in ("audio", "video")]
    return Times(origin, whole_s and whole_s - (origin_s - first_s), len(heard) == 1)
