"""Results of cross-validation, for the terminal and for the checkpoint's notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from model.checkpoint import Checkpoint
from model.conditions import OTHER, is_clean
from model.cross_validation import Outcome


def described(
    checkpoint: Checkpoint, notes: Mapping[str, Any], outcome: Outcome | None
) -> Checkpoint:
    """Add the calibration and notes to a checkpoint.

    Args:
        checkpoint: as trained.
        notes: further notes.
        outcome: results of cross-validation; None if it is unfinished or there was none.
    """
    if outcome is None:
        return replace(checkpoint, notes=dict(notes))
    includes_not_music = checkpoint.music_threshold is not None
    fitted = outcome.calibration
    return replace(
        checkpoint,
        temperature=fitted.temperature,
        piece_head=fitted.head,
        sure_threshold=fitted.sure_threshold,
        music_threshold=(fitted.music_threshold or 0.0) if includes_not_music else None,
        notes={
            **notes,
            "refused": outcome.refused,
            "refused_at_5": outcome.refused_at_5,
            "cross_validation": outcome.figures,
            "summary": _summary(outcome),
        },
    )


def _summary(outcome: Outcome) -> str:
    figures = outcome.figures[OTHER if OTHER in outcome.figures else next(iter(outcome.figures))]
    return (
        f"Right about {100 * figures['track_accuracy']:.0f} % of unheard music, and about "
        f"{100 * (figures['answered_accuracy'] or 0.0):.0f} % of it where it is sure."
    )


def table(outcome: Outcome) -> str:
    """Format the figures as text, one line per condition."""
    width = max(len(name) for name in outcome.figures)
    lines = [f"{'':{width}} windows  tracks  first two  ECE    answered  of these right"]
    lines += [
        f"{condition:{width}} {of['window_accuracy']:7.3f} {of['track_accuracy']:7.3f} "
        f"{of['top2_accuracy']:10.3f} {of['ece']:6.3f} {of['answered']:9.3f} "
        + ("–" if of["answered_accuracy"] is None else f"{of['answered_accuracy']:15.3f}")
        for condition, of in outcome.figures.items()
    ]
    lines += [
        f"{100 * of['share']:.1f} % of windows ({condition}) rejected as not music "
        f"({100 * outcome.refused_at_5[condition]['share']:.1f} % where 5 % of the music is)"
        for condition, of in outcome.refused.items()
        if is_clean(condition)
    ]
    return "\n".join(lines)
