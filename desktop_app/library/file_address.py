"""Addresses of local files, such as ``file:///my%20song.flac``, as file managers hand them over."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from resources.languages import gettext

FILE_SCHEME = "file://"


def is_file_address(text: str) -> bool:
    """Whether a text is the address of a file."""
    return text.lower().startswith(FILE_SCHEME)


def path_at(address: str) -> Path:
    """Convert the address of a file to its path.

    Raises:
        ValueError: it is on another computer.
    """
    parts = urlsplit(address)
    if parts.netloc not in ("", "localhost"):
        raise ValueError(gettext("{address} is on another computer").format(address=address))
    if os.name != "posix":
        # It brings all of HTTP along.
        from urllib.request import url2pathname

        return Path(url2pathname(parts.path))
    # Names need not be valid text.
    return Path(os.fsdecode(unquote_to_bytes(address[address.index("/", len(FILE_SCHEME)) :])))
