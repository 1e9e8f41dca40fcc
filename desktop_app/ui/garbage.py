"""Keeps Python's search for garbage on the thread of the window, which alone may delete widgets."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from pyqtgraph.util.garbage_collector import GarbageCollector


@contextmanager
def collected_here() -> Iterator[None]:
    """Look for objects that only refer to each other here, once a second, during the context.

    Otherwise, whichever thread happens to create an object does so. If that is not the thread of
    the window and there are widgets among them, the app crashes or both threads wait for each
    other for ever.
    """
    collector = GarbageCollector()
    try:
        yield
    finally:
        collector.timer.stop()
        gc.enable()
