"""Atomic file replacement: the old file stays in place until the new one is complete."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from model.regular_file import check_regular


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Replace a file in one step when it has been written, with the same permissions.

    A link stays; what it leads to is replaced.

    Args:
        path: of the file, which may exist.

    Yields:
        Path for the new file; its name is short, because a longer one may not be possible.

    Raises:
        OSError: there is something else than a file, or the file cannot be replaced.
    """
    path = Path(os.path.realpath(path))
    # Replacing a device would take it away from everybody.
    check_regular(path)
    unfinished = path.with_name(f".{os.getpid()}.part")
    try:
        yield unfinished
        if path.exists():
            shutil.copymode(path, unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def atomic_write(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``, replacing any existing file only once it is on disk.

    Raises:
        OSError: if the file cannot be written.
    """
    with replaced(path) as unfinished, unfinished.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
