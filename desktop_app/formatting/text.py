"""Genres, times and numbers as text for people."""

from __future__ import annotations


def display_name(genre: str) -> str:
    """Capitalise a genre label for display: ``hiphop`` -> ``Hiphop``."""
    return genre[:1].upper() + genre[1:]


def clock(seconds: float) -> str:
    """Format seconds as a clock time: 75.2 -> ``1:15``, 3723 -> ``1:02:03``."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def thousands(number: int) -> str:
    """Group digits with non-breaking spaces: 51200 -> ``51 200``."""
    return f"{number:,}".replace(",", "\u00a0")
