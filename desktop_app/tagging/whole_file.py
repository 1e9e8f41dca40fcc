"""Changes a file in such a way that it is whole at every moment, however the program ends."""

from __future__ import annotations

import contextlib
import errno
import os
import platform
import re
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from resources.languages import gettext

UNSUPPORTED = (errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)
WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
THIS_COMPUTER = re.sub(r"[^\w-]", "", platform.node())
"""In the names of copies, because others may write to the same network disk."""
COPY = re.compile(rf"\.{THIS_COMPUTER}-(\d+)\.genre-monitor(\..*)?")


class NotChanged(Exception):
    """The file cannot be changed in this way; the message says why, without a full stop."""


@contextmanager
def changed_copy(path: Path, before_replacing: Callable[[], None]) -> Iterator[Path]:
    """Change a copy of a file, which then takes its place in one step.

    The copy lies beside the file, with its permissions, owner and extended attributes. If the
    block or anything else fails, the file stays as it was, and the copy is removed.

    Args:
        path: of the file; what a link points to is changed.
        before_replacing: called when the copy is complete and on the disk.

    Yields:
        Path of the copy.

    Raises:
        NotChanged: the file is read-only, or has further names (hard links), which would keep the
            old content.
        OSError: the disk does not accept the copy.
    """
    path = Path(os.path.realpath(path))
    state = path.stat()
    if not state.st_mode & WRITABLE or not os.access(path, os.W_OK):
        raise NotChanged(gettext("it is read-only"))
    if state.st_nlink > 1:
        raise NotChanged(
            gettext("it has several names (hard links), which would become different files")
        )
    copy = path.with_name(f".{THIS_COMPUTER}-{os.getpid()}.genre-monitor{path.suffix}")
    try:
        shutil.copyfile(path, copy)
        _keep_attributes(path, copy)
        yield copy
        _onto_the_disk(copy)
        if path.stat().st_mtime_ns != state.st_mtime_ns or path.stat().st_size != state.st_size:
            raise NotChanged(gettext("another program has changed it in the meantime"))
        before_replacing()
        os.replace(copy, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            copy.unlink()


def remove_leftovers(folder: Path) -> None:
    """Remove the copies of runs of this computer that were killed."""
    try:
        names = os.listdir(folder)
    except OSError:
        # Changing a file there says why.
        return
    for name in names:
        copy = COPY.fullmatch(name)
        if copy and not psutil.pid_exists(int(copy[1])):
            with contextlib.suppress(OSError):
                (folder / name).unlink()


def _keep_attributes(path: Path, copy: Path) -> None:
    """Give the copy the file's permissions, owner and extended attributes, where there are such.

    Network and telephone file systems don't know all of them.

    Raises:
        OSError: the system knows them and refuses.
    """
    try:
        shutil.copystat(path, copy)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
    if sys.platform != "win32":
        state = path.stat()
        try:
            os.chown(copy, state.st_uid, state.st_gid)
        except OSError as error:
            if error.errno not in (errno.EPERM, *UNSUPPORTED):
                raise


def _onto_the_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network file systems don't know it.
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(handle)
