"""Genres, times and numbers as people read them."""

from __future__ import annotations


def display_name(genre: str) -> str:
    """``hiphop`` -> ``Hiphop``: a label as it is shown."""
    return genre[:1].upper() + genre[1:]


def clock(seconds: float) -> str:
    """75.2 -> ``1:15``; an hour and more as ``1:02:03``."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def thousands(number: int) -> str:
    """51200 -> ``51 200``, with a space at which no line breaks."""
    return f"{number:,}".replace(",", "\u00a0")
