"""Files that lie elsewhere, by fsspec addresses such as ``s3://bucket/song.flac``."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import NewType

from desktop_app.audio.files import EXTENSIONS
from desktop_app.audio.source_error import SourceError

Address = NewType("Address", str)


def is_address(text: str) -> bool:
    """Whether this is an address and no path; ``C:\\music`` is a path."""
    return "://" in text


def files_at(address: Address, *, recursive: bool) -> list[Address]:
    """The file itself, or of a folder what looks like audio, by name.

    Raises:
        ImportError: fsspec, or what it needs for this kind of address, is not installed.
        OSError: nothing answers there.
        ValueError: there is no such kind of address.
    """
    import fsspec

    system, root = fsspec.core.url_to_fs(address)
    if not system.isdir(root):
        return [address]
    found = sorted(system.find(root, maxdepth=None if recursive else 1))
    return [
        Address(str(system.unstrip_protocol(name)))
        for name in found
        if PurePosixPath(name).suffix.lower() in EXTENSIONS
    ]


@contextmanager
def local_copy(address: Address) -> Iterator[Path]:
    """The file's content under a path, for as long as it is needed.

    Raises:
        SourceError: it can't be fetched.
    """
    import fsspec

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / PurePosixPath(address).name
        try:
            system, name = fsspec.core.url_to_fs(address)
            system.get_file(name, str(path))
        except Exception as error:
            # Every kind of file system has its own kinds of error.
            raise SourceError(f"{address} can't be fetched: {error}.") from error
        yield path
