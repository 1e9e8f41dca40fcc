"""Files that come with the app: weights, demo music, icons."""

from __future__ import annotations

from pathlib import Path


def resource(name: str) -> Path:
    """Path of a file in this folder; ``name`` is relative to it, with forward slashes."""
    return Path(__file__).parent / name


OWN_MODEL = resource("weights/genre-monitor.safetensors")
