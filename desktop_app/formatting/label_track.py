"""Parts of a recording as a label track of Audacity."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.formatting.text import one_line

LINE = re.compile(r"\d+\.\d{6}\t\d+\.\d{6}\t[^\t]+")


def label_track(parts: Iterable[tuple[float, float, str]]) -> str:
    """Write a label track.

    Args:
        parts: start and end of each in seconds, at least 0, and its label.

    Returns:
        One line ``start TAB end TAB label`` per part, in seconds with six decimals. White space
        within a label is one space, because a tab or a new line would end it.
    """
    return "".join(f"{start:.6f}\t{end:.6f}\t{one_line(label)}\n" for start, end, label in parts)


def is_label_track(text: str) -> bool:
    """Whether a text is as :func:`label_track` writes it, with six decimals."""
    return all(LINE.fullmatch(line) for line in text.splitlines())
