import numpy as np
import pytest
from PySide6.QtGui import QColor

from desktop_app.panels.attribution_colours import AGAINST, FOR
from desktop_app.panels.contrast import contrast
from desktop_app.panels.genre_colours import KNOWN, NEUTRAL, colour_of, text_on
from tests.fixtures.colour_vision import difference, hex_of, rgb_of

APART = 12.0
PAPERS = ("#ffffff", "#1b1c1f")
"""Backgrounds of the panels in light and in dark theme."""
WORDS = (*KNOWN, *NEUTRAL, "polka", "fado", "gamelan")


def test_everybody_can_tell_genres_greys_and_backgrounds_apart():
    colours = sorted({*KNOWN.values(), *NEUTRAL.values()})
    assert len(colours) == len(KNOWN) + 3
    between = difference(rgb_of(colours), rgb_of([*colours, *PAPERS]))
    between[np.eye(*between.shape, dtype=bool)] = np.inf
    assert between.min() >= APART


@pytest.mark.parametrize("vision", ["Protanomaly", "Deuteranomaly", "Tritanomaly"])
def test_the_measure_knows_whom_colours_confuse(vision):
    confused = {
        "Protanomaly": ("#8a4a2a", "#4a5a2a"),
        "Deuteranomaly": ("#d24b4b", "#8a8a3a"),
        "Tritanomaly": ("#3c8cc8", "#3ca08c"),
    }[vision]
    one, other = (rgb_of([name]) for name in confused)
    assert difference(one, other) < 0.6 * difference(one, other, normal_only=True)


def test_text_on_every_colour_can_be_read():
    for colour in map(colour_of, WORDS):
        assert contrast(text_on(colour), colour) >= 4.5


def test_evidence_can_be_told_from_every_grey_of_the_image_and_for_from_against():
    signs = rgb_of(hex_of(np.array([FOR, AGAINST]) / 255.0))
    greys = np.repeat(np.linspace(0.0, 1.0, 52)[:, None], 3, axis=1)
    assert difference(signs, greys).min() >= APART
    assert difference(signs[:1], signs[1:]).min() >= 2 * APART


def test_unknown_genres_get_colours_of_their_own():
    assert len({colour_of(word).name() for word in ("polka", "fado", "gamelan")}) == 3
    assert colour_of("pop or rock") == colour_of("pop") == QColor(KNOWN["pop"])
