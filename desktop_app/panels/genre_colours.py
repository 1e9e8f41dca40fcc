"""One colour per genre, the same everywhere."""

from __future__ import annotations

from hashlib import sha256

from PySide6.QtGui import QColor

from desktop_app.analysis.answer import NOT_SURE
from desktop_app.analysis.gate import State
from desktop_app.formatting.text import alternatives
from desktop_app.panels.contrast import contrast

NEUTRAL = {
    State.NOT_MUSIC.value: "#5a5a5a",
    NOT_SURE: "#b4b4b4",
    State.SILENCE.value: "#878787",
    State.FILLING.value: "#878787",
}
KNOWN = {
    "blues": "#3c69b4",
    "classical": "#f0e196",
    "country": "#96785a",
    "disco": "#f05aff",
    "electronic": "#0f96b4",
    "hiphop": "#4b0fc3",
    "jazz": "#f0961e",
    "metal": "#2d3c5a",
    "pop": "#ffb4f0",
    "reggae": "#87b478",
    "rock": "#c30f1e",
}
"""Genres of the bundled model. People who can't see red, green or blue can tell these colours, the
greys and the backgrounds of both themes apart; ``tests.benchmarks.genre_palette`` found them."""


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
    """Black or white, whichever is easier to read on a colour; its contrast is at least 4.5 : 1."""
    return max(QColor("black"), QColor("white"), key=lambda text: contrast(text, colour))
