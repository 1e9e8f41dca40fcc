"""One colour per genre, the same everywhere."""

from __future__ import annotations

from hashlib import sha256

from PySide6.QtGui import QColor

from desktop_app.analysis.answer import NOT_SURE
from desktop_app.analysis.gate import State
from desktop_app.formatting.text import alternatives

NEUTRAL = {
    State.NOT_MUSIC.value: "#9a9a9a",
    NOT_SURE: "#b2b2b2",
    State.SILENCE.value: "#c9c9c9",
    State.FILLING.value: "#c9c9c9",
}
KNOWN = {
    "blues": "#3b6fb6",
    "classical": "#d9c27a",
    "country": "#b0713c",
    "disco": "#e377c2",
    "electronic": "#17a5b8",
    "hiphop": "#7b52ab",
    "jazz": "#e0902f",
    "metal": "#4a4a52",
    "pop": "#f29bb0",
    "reggae": "#3f9a4f",
    "rock": "#c23b3b",
}
"""Genres of the bundled model; the colours differ in lightness, too."""


def colour_of(label: str) -> QColor:
    """The colour of a genre, derived from its name if it is unknown; grey for other states.

    Of two genres it is that of the first.
    """
    label = alternatives(label)[0]
    if label in NEUTRAL:
        return QColor(NEUTRAL[label])
    if label in KNOWN:
        return QColor(KNOWN[label])
    number = int.from_bytes(sha256(label.encode()).digest()[:4], "big")
    return QColor.fromHsv(number % 360, 110 + number // 360 % 90, 150 + number // 32400 % 90)


def text_on(colour: QColor) -> QColor:
    """Black or white, whichever is easier to read on a colour."""
    luminance = 0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue()
    return QColor("black" if luminance > 140 else "white")
