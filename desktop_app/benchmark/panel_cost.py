"""Measures what each additional panel costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop_app.benchmark.processes import probe_window

CASES = {
    "none": (),
    "from wave to image": ("wave",),
    "the sum behind a pixel of conv3": ("pixel",),
    "kernels": ("kernels",),
    "architecture": ("architecture",),
    "why this genre (without its separate process)": ("why",),
    "the laboratory instead": ("laboratory",),
    "all of these but the laboratory": ("wave", "pixel", "kernels", "architecture", "why"),
}
"""Description -> names of the panels in :data:`window_probe.PANELS`."""
COLUMNS = {
    "windows": "windows/s",
    "pictures": "screen updates/s",
    "cpu_share": "share of one core",
    "gui_block_ms": "longest block, ms",
    "skipped": "skipped",
}
"""Key of a figure of :class:`window_probe.WindowProbe` -> column heading."""


def panel_costs(seconds: float) -> list[tuple[str, Mapping[str, Any]]]:
    """Run the window once for each of ``CASES``.

    Args:
        seconds: length of each measurement, after the window has settled.

    Returns:
        Description and figures of each case.

    Raises:
        subprocess.CalledProcessError: the window failed.
    """
    return [(words, probe_window(seconds, panels=panels)[0]) for words, panels in CASES.items()]


def panels_table(costs: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
    """Format the figures as a Markdown table."""
    lines = [
        "| additional panel | " + " | ".join(COLUMNS.values()) + " |",
        "| --- |" + " --- |" * len(COLUMNS),
    ]
    for words, found in costs:
        lines.append(f"| {words} | " + " | ".join(f"{found[key]:.3g}" for key in COLUMNS) + " |")
    return "\n".join(lines)
