"""The audio files that paths stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop_app.audio.files import EXTENSIONS


def audio_files(paths: Iterable[Path], *, recursive: bool) -> Iterator[Path]:
    """Files as they were named; of folders what looks like audio, by name.

    Args:
        paths: files and folders, in order.
        recursive: go into the folders of folders, too.

    Raises:
        OSError: a folder can't be read.
    """
    for path in paths:
        found = _within(path, recursive) if path.is_dir() else iter(())
        # An empty folder stands for itself, so that somebody says so.
        yield next(found, path)
        yield from found


def _within(folder: Path, recursive: bool) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        # A link to a folder above would never end.
        if path.is_dir() and not path.is_symlink():
            if recursive:
                yield from _within(path, recursive)
        elif path.suffix.lower() in EXTENSIONS and not path.name.startswith("."):
            yield path
