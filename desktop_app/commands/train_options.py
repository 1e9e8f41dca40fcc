"""The options of ``genre-monitor train``."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from desktop_app.commands.options import Refused
from model.architecture import ARCHITECTURES
from model.recipe import Recipe

HIGHEST_SEED = 2**32 - 1
"""What the splits into folds can take."""


def parsed(arguments: list[str]) -> argparse.Namespace:
    """What was asked for; ends the process with status 2 where that makes no sense.

    Raises:
        Refused: the model couldn't be written.
    """
    recipe = Recipe()
    parser = argparse.ArgumentParser(
        prog="genre-monitor train",
        description="Measure the recipe by cross-validation over tracks, then train the model on "
        "all tracks but those held out.",
    )
    parser.add_argument(
        "data",
        metavar="DIR",
        type=Path,
        nargs="+",
        help="a folder a genre with audio files in it, one named nonmusic for speech and noise, "
        "artists.csv (file, artist) to keep artists apart; or a folder of archives made by "
        "genre-monitor archive; of several, the first is what the figures are about",
    )
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True)
    parser.add_argument("--network", choices=sorted(ARCHITECTURES), default="genre-net")
    parser.add_argument(
        "--folds", type=_from(0), default=5, help="0: no cross-validation (default: 5)"
    )
    parser.add_argument(
        "--hold-out",
        metavar="N",
        type=_from(0),
        default=3,
        help="tracks a genre with audio clips that the final model never sees, for tests through "
        "the microphone (default: 3)",
    )
    parser.add_argument(
        "--resume",
        action="store_true",
        help="go on with the training of FILE that was stopped, by the same command",
    )
    parser.add_argument("--steps", type=_from(1), default=recipe.steps, help="optimiser steps")
    parser.add_argument("--seed", type=_from(0, HIGHEST_SEED), default=recipe.seed)
    options = parser.parse_args(arguments)
    if options.folds == 1:
        parser.error("one fold leaves nothing to train on: take 2 or more, or 0 for none")
    _check_output(options.output)
    return options


def _from(lowest: int, highest: int | None = None) -> Callable[[str], int]:
    def number(text: str) -> int:
        value = int(text)
        if value < lowest:
            raise argparse.ArgumentTypeError(f"{value} is less than {lowest}")
        if highest is not None and value > highest:
            raise argparse.ArgumentTypeError(f"{value} is more than {highest}")
        return value

    return number


def _check_output(path: Path) -> None:
    """Before hours of training, not after them."""
    if not path.parent.is_dir():
        raise Refused(f"There is no folder {path.parent} to write to.")
    if path.is_dir():
        raise Refused(f"{path} is a folder; name a file in it.")
    if not os.access(path.parent, os.W_OK):
        raise Refused(f"The folder {path.parent} can't be written to.")
