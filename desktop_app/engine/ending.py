"""The end of the process, which a thread that hangs may not delay."""

from __future__ import annotations

import logging
import os
import sys

from desktop_app.engine.monitor import Monitor


def end_if_stuck(monitor: Monitor, status: int) -> None:
    """End the process at once if a thread hangs, because Python would wait for it at exit.

    Args:
        monitor: a closed one.
        status: the exit status.
    """
    if monitor.stuck:
        logging.shutdown()
        sys.stdout.flush()
        os._exit(status)
