"""Pictures of how good a model is: confusion matrix and reliability diagram, as PNG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from desktop_app.formatting.text import display_name

DPI = 150


def save_confusion(figures: Mapping[str, Any], genres: Sequence[str], path: Path) -> None:
    """Draw which genre was named how, in tracks.

    Args:
        figures: of ``evaluation.report``.
        genres: names of its rows and columns.
        path: of the PNG.

    Raises:
        OSError: it can't be written there.
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
    axes.set_xlabel("named")
    axes.set_ylabel("true")
    axes.set_title(f"{figures['tracks']} tracks, {100 * figures['track_accuracy']:.0f} % right")
    # As large as it takes, however long the names are.
    picture.savefig(path, dpi=DPI, bbox_inches="tight")


def _written(genre: str) -> str:
    # Names of folders need not be text.
    return display_name(genre).encode("utf-8", "replace").decode("utf-8")


def save_reliability(figures: Mapping[str, Any], path: Path) -> None:
    """Draw how often the leading genre is right against how sure the model is of it.

    Args:
        figures: of ``evaluation.report``.
        path: of the PNG.

    Raises:
        OSError: it can't be written there.
    """
    bins = figures["reliability"]
    sure = [part["confidence"] for part in bins]
    picture = Figure(figsize=(5.0, 5.5), layout="tight")
    upper, lower = picture.subplots(2, 1, sharex=True, height_ratios=(3, 1))
    upper.plot((0, 1), (0, 1), color="0.7", linestyle="--", label="as sure as right")
    upper.plot(sure, [part["accuracy"] for part in bins], marker="o", label="this model")
    upper.set(xlim=(0, 1), ylim=(0, 1), ylabel="share of windows right")
    upper.set_title(f"{figures['windows']} windows, ECE {figures['ece']:.3f}")
    upper.legend(loc="upper left")
    lower.bar(sure, [part["windows"] for part in bins], width=0.05)
    lower.set(xlabel="probability of the leading genre", ylabel="windows")
    picture.savefig(path, dpi=DPI)
