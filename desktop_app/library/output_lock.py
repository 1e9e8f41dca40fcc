"""Keeps two runs from writing to the same output."""

from __future__ import annotations

import errno
import logging
import os
import sys
from pathlib import Path

log = logging.getLogger(__name__)

HELD = (errno.EACCES, errno.EAGAIN)
FAR_BYTE = 2**31 - 2
"""On Windows a lock keeps others from reading, so it is taken far behind the contents."""


def lock_file(handle: int) -> bool:
    """Lock an open file until it is closed; the end of the process closes it, too.

    Args:
        handle: of the file.

    Returns:
        Whether it is locked now. False: another process has locked it.
    """
    try:
        _lock(handle)
    except OSError as error:
        if error.errno in HELD:
            return False
        # Some network file systems know no locks.
        log.debug("the output could not be locked: %s", error)
    return True


class FolderLock:
    """Keeps other runs from writing to a folder; Windows has no locks of folders."""

    def __init__(self, folder: Path) -> None:
        """Lock the folder.

        Args:
            folder: an existing one.

        Raises:
            OSError: it could not be opened.
        """
        self.held = True
        self._handle: int | None = None
        if sys.platform != "win32":
            self._handle = os.open(folder, os.O_RDONLY)
            self.held = lock_file(self._handle)

    def close(self) -> None:
        """Let others write to it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(handle, FAR_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_END)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
