"""Writes the man page and the shells' completions from the parsers of the command line."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

import shtab
from argparse_manpage.manpage import Manpage

from desktop_app import APPLICATION, __version__
from desktop_app.commands.entry import COMMANDS, FROM_SOURCE, module_of, window_parser
from desktop_app.commands.options import path_of

COMPLETIONS = {
    "bash": "bash-completion/completions/genre-monitor",
    "zsh": "zsh/site-functions/_genre-monitor",
}
"""Shell -> file below ``share``."""
PATHS = frozenset({"FILE", "PATH", "OUT", "DIR", "FOLDER", "MUSIC", "MODEL"})
"""Names in the help of arguments that are files or folders."""


def write_pages(share: Path) -> None:
    """Write the man page and the completions.

    Args:
        share: folder that corresponds to ``/usr/share``.
    """
    whole = window_parser()
    whole.epilog = None
    commands = whole.add_subparsers(title="commands", metavar="COMMAND")
    for name, purpose in COMMANDS.items():
        if name not in FROM_SOURCE:
            of_command = import_module(module_of(name)).command_parser()
            commands.add_parser(
                name, help=purpose, description=of_command.description, epilog=of_command.epilog,
                parents=[of_command], add_help=False, conflict_handler="resolve",
            )  # fmt: skip
    details = {
        "project_name": APPLICATION, "version": __version__, "manual_title": "User Commands",
        "description": "watch live what a convolutional network hears in music",
    }  # fmt: skip
    _write(share / f"man/man1/{APPLICATION}.1", str(Manpage(whole, details)))
    _complete_files(whole)
    for shell, place in COMPLETIONS.items():
        _write(share / place, shtab.complete(whole, shell=shell))


def _complete_files(parser: argparse.ArgumentParser) -> None:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                _complete_files(command)
        elif action.type is path_of or action.metavar in PATHS:
            action.complete = shtab.FILE  # type: ignore[attr-defined]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
