"""Saves delay, processor load, memory and skipped windows of a long run as a plot and a table."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

ROWS = (
    ("delay_ms", 1.0, "sound to screen, ms"),
    ("cpu_share", 100.0, "% of a core"),
    ("rss_mb", 1.0, "memory, MB"),
    ("skipped", 1.0, "windows skipped"),
)
"""Key, factor and label of each plot."""


def save_long_run(samples: Sequence[Mapping[str, Any]], picture: Path) -> None:
    """Plot the samples over time, and write them next to the plot as CSV.

    Args:
        samples: of :class:`window_probe.WindowProbe`, at least one.
        picture: path of the plot; the extension sets its format.

    Raises:
        OSError: a file could not be written.
    """
    from matplotlib.figure import Figure

    with picture.with_suffix(".csv").open("w", newline="", encoding="utf-8") as text:
        writer = csv.DictWriter(text, samples[0].keys())
        writer.writeheader()
        writer.writerows(samples)
    figure = Figure(figsize=(9.0, 7.0), layout="constrained")
    plots = figure.subplots(len(ROWS), 1, sharex=True)
    minutes = [sample["at_s"] / 60.0 for sample in samples]
    for plot, (key, factor, label) in zip(plots, ROWS, strict=True):
        values = np.array([np.nan if s[key] is None else factor * s[key] for s in samples])
        plot.plot(minutes, values, linewidth=0.8)
        plot.set_ylabel(label)
        plot.set_ylim(bottom=0.0, top=1.15 * max(1.0, np.nanmax(values)))
        plot.grid(alpha=0.3)
    plots[-1].set_xlabel("minutes")
    figure.savefig(picture, dpi=110)
