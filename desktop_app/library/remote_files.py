"""Remote files, named by fsspec URLs such as ``s3://bucket/song.flac``."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import NewType

from desktop_app.audio.source_error import SourceError
from desktop_app.library.discovery import is_audio_name, is_hidden
from resources.languages import gettext

Url = NewType("Url", str)


def is_url(text: str) -> bool:
    r"""Whether a location is a URL rather than a path; ``C:\music`` is a path."""
    return "://" in text


def audio_files_at(url: Url, *, recursive: bool) -> list[Url]:
    """List the audio files in a remote folder, sorted by name.

    The rule is that of :mod:`discovery`. A URL that is not a folder is returned as it is.

    Args:
        url: of a file or folder.
        recursive: search subfolders too.

    Raises:
        ImportError: fsspec, or the package it needs for this kind of URL, is not installed.
        OSError: the storage could not be reached.
        ValueError: fsspec does not know this kind of URL.
    """
    import fsspec

    system, root = fsspec.core.url_to_fs(url)
    if not system.isdir(root):
        return [url]
    found = sorted(system.find(root, maxdepth=None if recursive else 1))
    return [
        Url(str(system.unstrip_protocol(name)))
        for name in found
        if is_audio_name(name) and not any(map(is_hidden, _below(name, root)))
    ]


def _below(name: str, root: str) -> tuple[str, ...]:
    """The folders and the file that a name has below the root."""
    return PurePosixPath(name.removeprefix(root)).parts


@contextmanager
def downloaded(url: Url) -> Iterator[Path]:
    """Download a file to a temporary folder, which is deleted at the end of the context.

    Yields:
        Path of the local copy, with the same file name.

    Raises:
        SourceError: the file could not be downloaded.
    """
    import fsspec

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / PurePosixPath(url).name
        try:
            system, name = fsspec.core.url_to_fs(url)
            system.get_file(name, str(path))
        except Exception as error:
            # Every fsspec file system raises its own exceptions.
            raise SourceError(
                gettext("Could not download {url}: {error}.").format(url=url, error=error)
            ) from error
        yield path
