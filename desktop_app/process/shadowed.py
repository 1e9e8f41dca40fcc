"""Finds modules of other people that take the place of the app's own."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

BESIDE = ("model", "resources")
"""Packages of the app with names that other people use, too."""


def shadowed() -> str:
    """One sentence if Python would import something else in place of a package of the app."""
    root = Path(__file__).resolve().parents[2]
    for name in BESIDE:
        spec = find_spec(name)
        found = Path(spec.origin).resolve() if spec is not None and spec.origin else None
        if found is not None and found.parent != root / name:
            return (
                f"Python finds {found} in place of the app's own “{name}”. Rename it, or start "
                "genre-monitor without PYTHONPATH."
            )
    return ""
