"""Options shared by several commands, and the error for wrong usage."""

from __future__ import annotations

import argparse

from desktop_app.bundled import OWN


class Refused(Exception):
    """The command was used wrongly; the message says why. The exit status is 2."""


def add_model(parser: argparse.ArgumentParser) -> None:
    """Add the option ``--model``, whose value is for :func:`bundled.model_path`."""
    parser.add_argument(
        "--model",
        metavar="MODEL",
        default=OWN,
        help="a model file made by genre-monitor train, or “course” for the small network of the "
        "lecture series (default: the app's own model)",
    )
