"""Results of cross-validation, for the terminal and for the checkpoint's notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from model.checkpoint import Checkpoint
from model.cross_validation import Outcome


def described(
    checkpoint: Checkpoint, notes: Mapping[str, Any], outcome: Outcome | None
) -> Checkpoint:
    """Add temperature, music threshold and notes to a checkpoint.

    Args:
        checkpoint: as trained.
        notes: further notes.
        outcome: results of cross-validation; None if it is unfinished or there was none.
    """
    if outcome is None:
        return replace(checkpoint, notes=dict(notes))
    includes_not_music = checkpoint.music_threshold is not None
    return replace(
        checkpoint,
        temperature=outcome.temperature,
        music_threshold=(outcome.music_threshold or 0.0) if includes_not_music else None,
        notes={
            **notes,
            "refused": outcome.refused,
            "refused_at_5": outcome.refused_at_5,
            "calibration": outcome.calibration,
            "cross_validation": outcome.figures,
            "summary": _summary(outcome),
        },
    )


def _summary(outcome: Outcome) -> str:
    figures = next(iter(outcome.figures.values()))
    return (
        f"Correct on {100 * figures['mean']:.0f} % of 2.3-second windows of unseen tracks "
        f"({len(figures['folds'])} folds)."
    )


def table(outcome: Outcome) -> str:
    """Format the figures as text, one line per condition."""
    lines = [f"{'condition':18} {'windows':>8} {'± folds':>8} {'tracks':>8} {'ECE':>6}"]
    lines += [
        f"{condition:18} {figures['mean']:8.3f} {figures['spread']:8.3f} "
        f"{figures['track_accuracy']:8.3f} {figures['ece']:6.3f}"
        for condition, figures in outcome.figures.items()
    ]
    lines += [
        f"{100 * of['share']:.1f} % of windows ({condition}) rejected as not music "
        f"({100 * outcome.refused_at_5[condition]['share']:.1f} % where 5 % of the music is)"
        for condition, of in outcome.refused.items()
    ]
    return "\n".join(lines)
