"""Addresses of local files, such as ``file:///my%20song.flac``, as file managers hand them over."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

from resources.languages import gettext

FILE_ADDRESS = re.compile(r"file:(?://(?P<host>[^/]*))?(?P<path>/.*)?", re.IGNORECASE | re.DOTALL)
"""With a host, which is mostly empty, or without one: ``file:/my%20song.flac``."""
HERE = ("", "localhost")


def is_file_address(text: str) -> bool:
    """Whether a text is the address of a file."""
    return text.lower().startswith("file:/")


def path_at(address: str) -> Path:
    """Convert the address of a file to its path.

    Raises:
        ValueError: it is on another computer, or of no possible file.
    """
    parts = FILE_ADDRESS.fullmatch(address)
    if parts is None or not parts["path"] or "%00" in address:
        raise ValueError(gettext("{address} is not the address of a file").format(address=address))
    if (parts["host"] or "").lower() not in HERE:
        raise ValueError(gettext("{address} is on another computer").format(address=address))
    if os.name != "posix":
        # It brings all of HTTP along.
        from urllib.request import url2pathname

        return Path(url2pathname(parts["path"]))
    # Names need not be valid text.
    return Path(os.fsdecode(unquote_to_bytes(parts["path"])))
