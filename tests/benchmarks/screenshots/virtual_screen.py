"""A screen that nobody sees, with settings of its own for the programs on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def virtual_screen(size: str, scale: float = 1.0, *, frames: bool) -> Iterator[dict[str, str]]:
    """Start Xvfb, and end it with the block.

    Args:
        size: of the screen in pixels, such as 1280x720.
        scale: of everything, as set in the system.
        frames: whether windows have frames, for which openbox must be installed.

    Yields:
        The environment for a program on this screen.
    """
    if shutil.which("Xvfb") is None:
        sys.exit("Xvfb is missing. Install it (sudo apt install xvfb).")
    read, write = os.pipe()
    screen = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24"]
    server = subprocess.Popen(screen, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    manager = None
    try:
        with os.fdopen(read) as answer, tempfile.TemporaryDirectory() as home:
            environment = {
                **os.environ,
                "DISPLAY": f":{answer.readline().strip()}",
                "HOME": home,
                "XDG_CONFIG_HOME": home,
                "XDG_DATA_HOME": home,
                "XDG_RUNTIME_DIR": home,
                "QT_QPA_PLATFORM": "xcb",
                "QT_SCALE_FACTOR": str(scale),
            }
            if frames and shutil.which("openbox"):
                manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
            yield environment
    finally:
        for process in filter(None, (manager, server)):
            process.terminate()
            process.wait()
