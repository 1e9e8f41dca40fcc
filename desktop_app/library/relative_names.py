"""How a playlist or a cue sheet names a file, so that both can be moved together."""

from __future__ import annotations

import os
from pathlib import Path

from desktop_app.formatting.line_names import nameable
from desktop_app.library.remote_files import is_url


def relative_name(location: Path | str, folder: Path) -> str:
    """Name a file by its way from a folder, with slashes.

    Args:
        location: of the file; a URL stays as it is.
        folder: of the playlist or cue sheet.

    Returns:
        The name; absolute where there is no such way, because the drives differ.

    Raises:
        Unnameable: the name does not fit into a line.
    """
    is_address = is_url(str(location))
    return nameable(str(location) if is_address else _way(Path(location), folder))


def _way(path: Path, folder: Path) -> str:
    # Of links: the system goes back from what a folder is, not from how it was reached.
    real = os.path.join(os.path.realpath(path.parent), path.name)
    try:
        return Path(os.path.relpath(real, os.path.realpath(folder))).as_posix()
    except ValueError:
        return Path(real).as_posix()
