"""Finds the audio files in folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop_app.audio.files import EXTENSIONS


def find_audio_files(paths: Iterable[Path], *, recursive: bool) -> Iterator[Path]:
    """Expand folders to the audio files in them, sorted by name; files are kept as they are.

    Audio files are recognised by extension; hidden ones are left out. A folder without any is
    yielded itself, so that opening it reports that it is a folder.

    Args:
        paths: files and folders, in order.
        recursive: search subfolders too, without following symbolic links.

    Yields:
        The files, in order.

    Raises:
        OSError: a folder could not be read.
    """
    for path in paths:
        found = _within(path, recursive) if path.is_dir() else iter(())
        yield next(found, path)
        yield from found


def _within(folder: Path, recursive: bool) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        # A symbolic link to a parent folder would make the search endless.
        if path.is_dir() and not path.is_symlink():
            if recursive:
                yield from _within(path, recursive)
        elif path.suffix.lower() in EXTENSIONS and not path.name.startswith("."):
            yield path
