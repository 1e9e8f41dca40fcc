"""Only regular files are opened: a pipe would be waited for, perhaps for ever."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from resources.languages import gettext


def check_regular(path: Path) -> None:
    """Make sure that nothing but a regular file is there, or a link to one.

    Raises:
        OSError: there is something else, which is neither read nor replaced.
    """
    try:
        mode = path.stat().st_mode
    except OSError:
        # Opening it will say why.
        return
    if not stat.S_ISREG(mode):
        reason = gettext("it is a folder, pipe, socket or device")
        raise OSError(errno.EEXIST, reason, str(path))
