"""Processor time of each of this process's threads, so that other programs hardly matter."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Mapping

import psutil

WINDOW = "window"
OTHERS = "of libraries"
"""Threads that Python did not start, like those of Qt and of the sound system."""
PROGRAMS = "programs it ran"
"""Other processes that it started and that have ended."""


def thread_seconds() -> defaultdict[str, float]:
    """Return the user and system time spent by now, in seconds, by the thread's name.

    Threads of the same name are added up. Time is counted in ticks, of 10 ms on Linux.
    """
    names = {
        thread.native_id: WINDOW if thread is threading.main_thread() else thread.name
        for thread in threading.enumerate()
        # Callbacks of libraries appear as dummies, numbered as they come.
        if not isinstance(thread, threading._DummyThread)
    }
    spent: defaultdict[str, float] = defaultdict(float)
    process = psutil.Process()
    for thread in process.threads():
        spent[names.get(thread.id, OTHERS)] += thread.user_time + thread.system_time
    times = process.cpu_times()
    spent[PROGRAMS] = times.children_user + times.children_system
    return spent


def shares(
    begin: Mapping[str, float], end: Mapping[str, float], seconds: float
) -> dict[str, float]:
    """Return each thread's share of one core between two calls of :func:`thread_seconds`.

    Args:
        begin: what the earlier call returned.
        end: what the later one returned.
        seconds: between the calls.

    Returns:
        Name -> share, the largest first; threads that have ended or spent nothing are left out.
    """
    spent = {name: (at - begin.get(name, 0.0)) / seconds for name, at in end.items()}
    return dict(sorted(((n, s) for n, s in spent.items() if s > 0.0), key=lambda item: -item[1]))
