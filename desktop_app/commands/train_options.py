"""The options of ``genre-monitor train``."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from desktop_app.commands.help_text import WholeNames
from desktop_app.commands.numbers import whole_from
from desktop_app.commands.options import Refused, check_replaceable, output_of, path_of
from desktop_app.library.discovery import RULE
from model.architecture import ARCHITECTURES
from model.recipe import Recipe, steps_for
from resources.languages import N_, gettext

MOST_JOBS = 4
"""Trainings at the same time, unless the user wants more; each takes memory of its own."""
HIGHEST_SEED = 2**32 - 1
"""Largest seed that scikit-learn accepts."""


def parsed(arguments: list[str]) -> argparse.Namespace:
    """Parse the command line; exits with status 2 if it is invalid.

    Args:
        arguments: from the command line, without the name of the command.

    Raises:
        Refused: if the model could not be written to the given place.
    """
    parser = command_parser()
    options = parser.parse_args(arguments)
    if options.folds == 1:
        parser.error(gettext("one fold leaves nothing to train on; use 2 or more, or 0 for none"))
    _check_output(options.output)
    return options


def command_parser() -> argparse.ArgumentParser:
    """Make the parser of the command's arguments."""
    recipe = Recipe()
    parser = argparse.ArgumentParser(
        prog="genre-monitor train",
        formatter_class=WholeNames,
        description=gettext(
            "Train a model on labelled music: first evaluate the recipe by "
            "cross-validation over tracks, then train on all tracks except those held out."
        ),
        epilog=gettext(RULE),
    )
    parser.add_argument(
        "data",
        metavar="DIR",
        type=path_of,
        nargs="+",
        help=gettext(
            "folder with one subfolder of audio files per genre, optionally one named nonmusic "
            "for speech and noise, and artists.csv (columns file, artist) to keep an artist’s "
            "tracks in the same fold; or a folder of archives made by genre-monitor archive. "
            "With several, the first one is the main subject of the evaluation"
        ),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=output_of,
        required=True,
        help=gettext("model file to write"),
    )
    parser.add_argument(
        "--network",
        choices=sorted(ARCHITECTURES),
        default="genre-net",
        help=gettext("architecture (default: %(default)s)"),
    )
    parser.add_argument(
        "--folds",
        type=whole_from(0),
        default=5,
        help=gettext("cross-validation folds, 0 for none (default: %(default)s)"),
    )
    parser.add_argument(
        "--hold-out",
        metavar="N",
        type=whole_from(0),
        default=3,
        help=gettext(
            "tracks per genre, among those with audio clips, that the final model is not trained "
            "on, for tests through the microphone (default: %(default)s)"
        ),
    )
    parser.add_argument(
        "--outside",
        metavar="DIR",
        type=path_of,
        help=gettext(
            "music of other genres, in the same form, to measure how often the model says that it "
            "is not sure; it is not trained on"
        ),
    )
    parser.add_argument(
        "--resume",
        action="store_true",
        help=gettext(
            "continue the interrupted training of FILE; repeat its command with this option"
        ),
    )
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=whole_from(1),
        help=gettext(
            "folds trained at the same time, in processes that take some hundred "
            "megabytes each (default: one for each core, at most {most_jobs})"
        ).format(most_jobs=MOST_JOBS),
    )
    parser.add_argument(
        "--steps",
        type=whole_from(1),
        help=gettext(
            "optimiser steps of each training run (default: more for more music, {few} for 15 "
            "tracks and {many} for 1000)"
        ).format(few=steps_for(15), many=steps_for(1000)),
    )
    parser.add_argument(
        "--seed",
        type=whole_from(0, HIGHEST_SEED),
        default=recipe.seed,
        help=gettext("seed of all random numbers (default: {seed})").format(seed=recipe.seed),
    )
    return parser


def _check_output(path: Path) -> None:
    """Check that the model can be written, before hours of training.

    Raises:
        Refused: if it cannot.
    """
    # A model's header, in JSON, is behind the header's length.
    check_replaceable(
        path,
        lambda begin: begin[8:9] == b"{",
        N_("{path} exists and is not a model. Choose another name."),
    )
    if not os.access(path.parent, os.W_OK):
        raise Refused(gettext("The folder {parent} is not writable.").format(parent=path.parent))
