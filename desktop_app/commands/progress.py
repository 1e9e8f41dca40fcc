"""The progress of a long command: a bar on a terminal, now and then a line in a log."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any, NoReturn, TextIO, TypeVar

from tqdm import tqdm

LINE_SECONDS = 30.0
"""Least time between two lines in a log, and before the first."""

T = TypeVar("T")


def progress(
    items: Iterable[T], *, unit: str, description: str | None = None, leave: bool = True
) -> tqdm[T]:
    """Step through items and show on standard error how far that has come.

    Args:
        items: with a length.
        unit: what they are.
        description: before the bar; None for nothing.
        leave: whether the bar stays on a terminal when it is full.
    """
    return tqdm(items, desc=description, unit=unit, leave=leave, **_paced())


def progress_bar(
    total: int, *, unit: str, done: int = 0, leave: bool = True, smoothing: float = 0.3
) -> tqdm[NoReturn]:
    """Show on standard error how many steps were reported by ``update()``.

    Args:
        total: number of steps.
        unit: what they are.
        done: steps that were done before.
        leave: whether the bar stays on a terminal when it is closed.
        smoothing: of the speed from which the rest is estimated: 0 for the mean, 1 for the latest.
    """
    return tqdm(total=total, initial=done, unit=unit, leave=leave, smoothing=smoothing, **_paced())


def _paced() -> dict[str, Any]:
    """Where the progress is shown, and how often."""
    if sys.stderr.isatty():
        return {"file": sys.stderr}
    # Without the last, a slow step would bring more of them.
    return {
        "file": _Lines(sys.stderr),
        "delay": LINE_SECONDS,
        "mininterval": LINE_SECONDS,
        "miniters": 1,
    }


class _Lines:
    """A log: what is meant to overwrite a bar is written below it, as a line of its own."""

    def __init__(self, log: TextIO) -> None:
        self._log = log

    def write(self, text: str) -> None:
        """Write a line, unless it only moves the cursor or covers an older bar."""
        if line := text.strip():
            self._log.write(f"{line}\n")

    def flush(self) -> None:
        """Pass on what was written."""
        self._log.flush()
