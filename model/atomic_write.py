"""Atomic file replacement: the old file stays in place until the new one is complete."""

from __future__ import annotations

import os
from pathlib import Path

from model.regular_file import check_regular


def atomic_write(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``, replacing any existing file only once it is on disk.

    A link stays; what it leads to is replaced.

    Raises:
        OSError: if the file cannot be written.
    """
    path = Path(os.path.realpath(path))
    # Replacing a device would take it away from everybody.
    check_regular(path)
    partial = path.with_name(path.name + ".partial")
    try:
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
