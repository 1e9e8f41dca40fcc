"""Ends several things that run on threads of their own, all at the same time."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Protocol


class Background(Protocol):
    """Something that runs on its own threads."""

    def close(self, timeout_s: float) -> bool:
        """End the threads.

        Args:
            timeout_s: how long to wait for them, in seconds.

        Returns:
            Whether they have ended.
        """


def close_all(running: Sequence[Background], timeout_s: float) -> None:
    """End all of them; whatever takes longer than ``timeout_s`` seconds is left behind."""
    deadline = time.monotonic() + timeout_s
    for each in running:
        each.close(0.0)
    # All of them are ending by now.
    for each in running:
        each.close(max(0.0, deadline - time.monotonic()))
