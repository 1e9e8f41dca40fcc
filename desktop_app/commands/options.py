"""Options that several commands share, and how a command says no."""

from __future__ import annotations

import argparse

from desktop_app.bundled import OWN


class Refused(Exception):
    """The command was used wrongly; the message says how to use it. Exit status 2."""


def add_model(parser: argparse.ArgumentParser) -> None:
    """Add ``--model``; ``bundled.model_path`` says what it means."""
    parser.add_argument(
        "--model",
        metavar="MODEL",
        default=OWN,
        help="a file made by genre-monitor train, or “course” for the lecture series' own small "
        "network (default: the model that comes with the app)",
    )
