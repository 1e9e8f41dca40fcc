"""Evaluation plots as PNG: confusion matrix, reliability diagram, accuracy against coverage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from desktop_app.formatting.text import display_name

DPI = 150


def save_confusion(figures: Mapping[str, Any], genres: Sequence[str], path: Path) -> None:
    """Plot the confusion matrix, in tracks.

    Args:
        figures: as returned by ``evaluation.report``.
        genres: names of the rows and columns.
        path: PNG file to write.

    Raises:
        OSError: if the file cannot be written.
    """
    confusion = np.array(figures["confusion"])
    shares = confusion / np.maximum(confusion.sum(axis=1, keepdims=True), 1)
    names = [_written(genre) for genre in genres]
    picture = Figure(figsize=(1.8 + 0.5 * len(genres), 1.5 + 0.5 * len(genres)))
    axes = picture.add_subplot()
    axes.imshow(shares, cmap="Blues", vmin=0.0, vmax=1.0)
    for (row, column), count in np.ndenumerate(confusion):
        if count:
            colour = "white" if shares[row, column] > 0.5 else "black"
            axes.text(column, row, str(count), ha="center", va="center", color=colour)
    axes.set_xticks(range(len(names)), names, rotation=45, ha="right", parse_math=False)
    axes.set_yticks(range(len(names)), names, parse_math=False)
    axes.set_xlabel("predicted")
    axes.set_ylabel("true")
    axes.set_title(f"{figures['tracks']} tracks, {100 * figures['track_accuracy']:.0f} % correct")
    # Enlarge the image as needed for long names.
    picture.savefig(path, dpi=DPI, bbox_inches="tight")


def _written(genre: str) -> str:
    # Folder names are not always valid text.
    return display_name(genre).encode("utf-8", "replace").decode("utf-8")


def save_reliability(figures: Mapping[str, Any], path: Path) -> None:
    """Plot the reliability diagram: accuracy against confidence, with a histogram of tracks.

    Args:
        figures: as returned by ``evaluation.report``.
        path: PNG file to write.

    Raises:
        OSError: if the file cannot be written.
    """
    bins = figures["reliability"]
    confidence = [part["confidence"] for part in bins]
    picture = Figure(figsize=(5.0, 5.5), layout="tight")
    upper, lower = picture.subplots(2, 1, sharex=True, height_ratios=(3, 1))
    upper.plot((0, 1), (0, 1), color="0.7", linestyle="--", label="perfect calibration")
    upper.plot(confidence, [part["accuracy"] for part in bins], marker="o", label="this model")
    upper.set(xlim=(0, 1), ylim=(0, 1), ylabel="fraction of tracks correct")
    upper.set_title(f"{figures['tracks']} tracks, ECE {figures['ece']:.3f}")
    upper.legend(loc="upper left")
    lower.bar(confidence, [part["answers"] for part in bins], width=0.05)
    lower.set(xlabel="probability of the most likely genre", ylabel="tracks")
    picture.savefig(path, dpi=DPI)


def save_coverage(conditions: Mapping[str, Mapping[str, Any]], path: Path) -> None:
    """Plot which share of the answers is correct when only the surest ones are given.

    Args:
        conditions: name -> as returned by ``evaluation.report``.
        path: PNG file to write.

    Raises:
        OSError: if the file cannot be written.
    """
    picture = Figure(figsize=(8.0, 4.5), layout="tight")
    axes = picture.add_subplot()
    for name, of in conditions.items():
        shares = [point["share"] for point in of["coverage"]]
        axes.plot(shares, [point["accuracy"] for point in of["coverage"]], label=name)
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="share of the recordings that get an answer")
    axes.set_ylabel("fraction of these answers correct")
    axes.grid(alpha=0.3)
    axes.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), frameon=False, fontsize="small")
    picture.savefig(path, dpi=DPI, bbox_inches="tight")
