"""The numbers that options take, and what is said of anything else."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable

from desktop_app.formatting.local import local
from resources.languages import gettext


def seconds_from(least: float) -> Callable[[str], float]:
    """Make a type of arguments: a finite number, such as of seconds, at least so many."""

    def seconds(text: str) -> float:
        value = _number(text)
        if not (math.isfinite(value) and value >= least):
            raise argparse.ArgumentTypeError(
                gettext("{text} is not a number of at least {least:g}").format(
                    text=_shown(text), least=local(least)
                )
            )
        return value

    return seconds


def probability(text: str) -> float:
    """Convert an argument to a probability.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    value = _number(text)
    if not (math.isfinite(value) and 0 <= value <= 1):
        raise argparse.ArgumentTypeError(
            gettext("{text} is not a number from 0 to 1").format(text=_shown(text))
        )
    return value


def whole_from(lowest: int, highest: int | None = None) -> Callable[[str], int]:
    """Make a type of arguments: a whole number in a range."""

    def number(text: str) -> int:
        try:
            value = int(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(
                gettext("{text} is not a whole number").format(text=_shown(text))
            ) from error
        if value < lowest:
            raise argparse.ArgumentTypeError(
                gettext("{value} is less than {lowest}").format(value=value, lowest=lowest)
            )
        if highest is not None and value > highest:
            raise argparse.ArgumentTypeError(
                gettext("{value} is more than {highest}").format(value=value, highest=highest)
            )
        return value

    return number


def _number(text: str) -> float:
    """Convert a text to a number; NaN if it is none."""
    try:
        return float(text)
    except ValueError:
        return math.nan


def _shown(text: str) -> str:
    return text if text.strip() else f"“{text}”"
