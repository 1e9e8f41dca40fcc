"""What the session page says about sessions and parts."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale

from desktop_app.engine.session_entries import Entry, totals_of
from desktop_app.engine.session_keeper import KeptSession
from desktop_app.formatting.local import listed
from desktop_app.formatting.text import clock, screen_name
from desktop_app.translation import tr
from resources.languages import ngettext

MOST_LABELS = 4
SMALLEST_SHARE = 0.005
"""Smaller ones would round to nothing."""


def when(kept: KeptSession) -> str:
    """When a session was heard: ``Thu 26 Nov 2026, 20:14 – 23:02``."""
    began, ended = time.localtime(kept.began_at), time.localtime(kept.ended_at)
    until = time.strftime("%H:%M", ended)
    if began.tm_yday != ended.tm_yday or began.tm_year != ended.tm_year:
        until = _date(kept.ended_at)
    return f"{_date(kept.began_at)} – {until}"


def parts(count: int) -> str:
    """``1 part`` or ``12 parts``."""
    return ngettext("{number} part", "{number} parts", count).format(number=count)


def mostly(kept: KeptSession) -> str:
    """What was heard for longest in a session, at most four labels."""
    more = "…" if len(kept.labels) > MOST_LABELS else ""
    return listed(screen_name(label) for label in kept.labels[:MOST_LABELS]) + more


def totals(entries: Sequence[Entry]) -> str:
    """How long each genre was heard, and its share: ``Rock 32:10 (73 %)  ·  Jazz 12:00 (27 %)``."""
    found = totals_of(entries)
    every_s = sum(found.values())
    return "  ·  ".join(
        f"{screen_name(label)} {clock(seconds)} ({_percent(seconds / every_s)})"
        for label, seconds in found.items()
    )


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %" if share >= SMALLEST_SHARE else "<1 %"


def _date(at: float) -> str:
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(at)), tr("ddd d MMM yyyy, HH:mm"))
