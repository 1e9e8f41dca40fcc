"""Genres, times and numbers as text for people."""

from __future__ import annotations

import re
from collections.abc import Sequence

OR = " or "
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters, line ends, and what turns the direction of writing."""
SPELLINGS = {"hiphop": "Hip-hop"}
"""Labels that are written otherwise than with a capital letter alone."""


def visible(text: str) -> str:
    r"""Write unseen characters as escapes: a line end becomes ``\n``, Escape ``\x1b``.

    File names may contain them; they would tear lines apart and command the terminal.
    """
    return UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def one_line(text: str) -> str:
    """Write a text on one line, without control characters; white space is one space."""
    return " ".join(UNSEEN.sub(" ", text).split())


def either(genres: Sequence[str]) -> str:
    """Join the genres that something may be into one label: ``pop or rock``."""
    return OR.join(genres)


def alternatives(label: str) -> list[str]:
    """The genres joined by :func:`either`."""
    return label.split(OR)


def display_name(label: str) -> str:
    """Write a label for display: ``hiphop`` -> ``Hip-hop``, ``a or b`` -> ``A or B``."""
    return either(
        [SPELLINGS.get(name, name[:1].upper() + name[1:]) for name in alternatives(label)]
    )


def label_of(words: str) -> str:
    """The label that :func:`display_name` writes like this; any other words as they are."""
    spelt = {name: label for label, name in SPELLINGS.items()}
    label = either([spelt.get(name, name.lower()) for name in alternatives(words)])
    return label if display_name(label) == words else words


def clock(seconds: float) -> str:
    """Format seconds as a clock time: 75.2 -> ``1:15``, 3723 -> ``1:02:03``."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def signed(value: float, decimals: int) -> str:
    """Write a number with a true minus sign: (-0.5, 1) -> ``−0.5``; never a negative zero."""
    text = f"{value:.{decimals}f}"
    return text.replace("-", "−") if float(text) else text.removeprefix("-")


def thousands(number: int) -> str:
    """Group digits with non-breaking spaces: 51200 -> ``51 200``."""
    return f"{number:,}".replace(",", "\u00a0")
