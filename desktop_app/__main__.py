"""Runs ``genre-monitor`` as ``python -m desktop_app``."""

import os
import sys


def _import_nothing_from_here() -> None:
    """Take the current folder, where Python looks first, off the path, unless the app is in it.

    It may be a folder of music with modules of other programs beside it.
    """
    try:
        here = os.getcwd()
    except FileNotFoundError:
        # It has been removed, so nothing is in it.
        return
    own = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    if sys.path[0] == here != own:
        del sys.path[0]


_import_nothing_from_here()

from desktop_app.cli import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
