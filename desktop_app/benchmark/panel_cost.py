"""What opening another panel costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop_app.benchmark.processes import watch_window

BESIDE = {
    "nothing": (),
    "from wave to image": ("wave",),
    "the sum behind a pixel of conv3": ("pixel",),
    "kernels": ("kernels",),
    "architecture": ("architecture",),
    "why this genre (its own process apart)": ("why",),
    "the laboratory instead": ("laboratory",),
    "all of these but the laboratory": ("wave", "pixel", "kernels", "architecture", "why"),
}
"""In words, and which panels that are."""
COLUMNS = {
    "windows": "windows/s",
    "pictures": "pictures/s",
    "cpu_share": "share of one core",
    "gui_block_ms": "longest block, ms",
    "skipped": "skipped",
}
"""Key of a figure, see :class:`watched_window.Watch`, and its heading."""


def panel_costs(seconds: float) -> list[tuple[str, Mapping[str, Any]]]:
    """Run the window once with each of ``BESIDE``.

    Args:
        seconds: each time, once it has settled.

    Returns:
        What was opened, and the figures.
    """
    return [(words, watch_window(seconds, panels=panels)[0]) for words, panels in BESIDE.items()]


def panels_table(costs: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
    """The figures as Markdown."""
    lines = [
        "| opened beside the usual panels | " + " | ".join(COLUMNS.values()) + " |",
        "| --- |" + " --- |" * len(COLUMNS),
    ]
    for words, found in costs:
        lines.append(f"| {words} | " + " | ".join(f"{found[key]:.3g}" for key in COLUMNS) + " |")
    return "\n".join(lines)
