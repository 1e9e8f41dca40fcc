"""Genres, times and numbers as text for people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app import APPLICATION
from desktop_app.formatting.local import with_separator
from resources.languages import N_, gettext

OR = " or "
ON_SCREEN = {
    "blues": N_("Blues"),
    "classical": N_("Classical"),
    "country": N_("Country"),
    "disco": N_("Disco"),
    "electronic": N_("Electronic"),
    "hiphop": N_("Hip-hop"),
    "jazz": N_("Jazz"),
    "metal": N_("Metal"),
    "pop": N_("Pop"),
    "reggae": N_("Reggae"),
    "rock": N_("Rock"),
    "not sure": N_("Not sure"),
    "not music": N_("Not music"),
    "silence": N_("Silence"),
    "music": N_("Music"),
    "filling": N_("Filling"),
}
"""What is said of labels that people everywhere know, in English."""
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters, line ends, and what turns the direction of writing."""
SPELLINGS = {"hiphop": "Hip-hop"}
"""Labels that are written otherwise than with a capital letter alone."""


def visible(text: str) -> str:
    r"""Write unseen characters as escapes: a line end becomes ``\n``, Escape ``\x1b``.

    File names may contain them; they would tear lines apart and command the terminal.
    """
    return UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def message_line(sentence: str) -> str:
    """A sentence for the user on a line of standard error, after the name of the program."""
    return f"{APPLICATION}: {visible(sentence)}"


def one_line(text: str) -> str:
    """Write a text on one line, without control characters; white space is one space."""
    return " ".join(UNSEEN.sub(" ", text).split())


def without_access_key(text: str) -> str:
    """A text of a menu or label as it is read: ``&Open`` -> ``Open``, ``開く(&O)`` -> ``開く``."""
    return re.sub(r"\(&\w\)|&", "", text)


def either(genres: Sequence[str]) -> str:
    """Join the genres that something may be into one label: ``pop or rock``."""
    return OR.join(genres)


def alternatives(label: str) -> list[str]:
    """The genres joined by :func:`either`."""
    return label.split(OR)


def display_name(label: str) -> str:
    """Write a label in files and tags: ``hiphop`` -> ``Hip-hop``, ``a or b`` -> ``A or B``."""
    return either(
        [SPELLINGS.get(name, name[:1].upper() + name[1:]) for name in alternatives(label)]
    )


def screen_name(label: str) -> str:
    """Write a label on the screen, in the language in use: ``a or b`` -> ``A oder B``."""
    names = [
        gettext(ON_SCREEN[name]) if name in ON_SCREEN else display_name(name)
        for name in alternatives(label)
    ]
    if len(names) == 1:
        return names[0]
    return gettext("{one_genre} or {other_genre}").format(
        one_genre=names[0], other_genre=either(names[1:])
    )


def label_of(words: str) -> str:
    """The label that :func:`screen_name` writes like this; any other words as they are."""
    one, other = (re.escape(mark) for mark in "{}")
    pattern = re.escape(gettext("{one_genre} or {other_genre}"))
    pattern = re.sub(rf"{re.escape(one)}\w+{re.escape(other)}", "(.+)", pattern)
    pair = re.fullmatch(pattern, words)
    names = pair.groups() if pair else (words,)
    known = {screen_name(label): label for label in ON_SCREEN}
    label = either([known.get(name, name.lower()) for name in names])
    return label if screen_name(label) == words else words


def clock(seconds: float) -> str:
    """Format seconds as a clock time: 75.2 -> ``1:15``, 3723 -> ``1:02:03``."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def signed(value: float, decimals: int) -> str:
    """Write a number with a true minus sign: (-0.5, 1) -> ``−0.5``; never a negative zero."""
    text = f"{value:.{decimals}f}"
    text = text.replace("-", "−") if float(text) else text.removeprefix("-")
    return with_separator(text)


def thousands(number: int) -> str:
    """Group digits with non-breaking spaces: 51200 -> ``51 200``."""
    return f"{number:,}".replace(",", "\u00a0")
