"""The music that comes with the app."""

from __future__ import annotations

from pathlib import Path

from resources import resource


def demo_clips() -> list[Path]:
    """Its files, in the order in which they are played."""
    return sorted(resource("demo").glob("*.ogg"))
