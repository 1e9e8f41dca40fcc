import numpy as np
import pytest
from PySide6.QtGui import QFont, QFontMetricsF

import model
from desktop_app.bundled import COURSE_PATH
from desktop_app.panels.number_grid import heading_font, short
from desktop_app.panels.pixel_card import PixelCard
from model.pixel import below, pixel_sum
from model.standardisation import STANDARDISE

HEADINGS = [("≈ products", 82.0), ("in the image as the network sees it:", 262.0)]
"""And their widths in the narrowest panel, with a scroll bar, in pixels."""


@pytest.fixture(scope="module")
def networks():
    return {"own": model.load_classifier(), "course": model.load_classifier(COURSE_PATH)}


@pytest.fixture
def card(qtbot):
    card = PixelCard()
    qtbot.addWidget(card)
    card.resize(310, 600)
    card.show()
    qtbot.waitExposed(card)
    return card


def point(card, classifier, layer, number, at):
    window = np.random.default_rng(1).normal(0, 30, (100, 13)).astype(np.float32)
    source = below(classifier.places, layer)
    maps = classifier.activations(window, [source, layer])
    found = pixel_sum(classifier.places, classifier.weights, layer, number, at, maps[source])
    card.show_sum(found, f"{layer} here", maps[source], float(maps[layer][number][at]))
    card.grab()
    return found, maps[layer][number][at]


def test_instructions_are_shown_before_a_pixel_is_chosen(card):
    assert "Point at a pixel" in card.where.text()
    assert card.channel.isHidden()


def test_a_convolution_is_written_out_down_to_the_map_value(card, networks):
    found, value = point(card, networks["own"], "relu1", 3, (50, 6))
    lines = card.result.text().splitlines()
    assert lines[0] == f"sum of 9 products ≈ {found.products.sum():.4f}".replace("-", "−")
    assert "bias" in lines[1]
    assert lines[2].startswith("ReLU: max(0, ")
    assert lines[3] == f"in the map: {value:.4f}".replace("-", "−")
    assert [grid.name for grid in card.drawing.grids()] == ["patch", "× kernel", "≈ products"]
    assert card.channel.isHidden()
    # Rounded numbers need not add up, and the card must not claim that they do.
    assert not any(" = " in line for line in lines[:2])
    assert "rounded" in card.drawing.toolTip()
    assert "rounded" in card.result.toolTip()


def test_all_weights_are_shown_at_the_edge_in_any_language(card, networks, monkeypatch):
    inside = []
    monkeypatch.setattr(
        "desktop_app.panels.pixel_drawing.tr", lambda text: text.replace("kernel", "Kernel")
    )
    monkeypatch.setattr(
        "desktop_app.panels.pixel_drawing.draw_numbers", lambda *drawn: inside.append(drawn[3])
    )
    point(card, networks["own"], "conv1", 0, (0, 0))
    patch, kernel, products = inside[-3:]
    assert kernel is None
    assert not patch.all()
    assert not products.all()


def test_deeper_layers_are_shown_channel_by_channel(card, networks):
    found, _ = point(card, networks["own"], "conv3", 7, (12, 0))
    assert not card.channel.isHidden()
    assert card.channel.maximum() == 48
    card.channel.setValue(5)
    np.testing.assert_array_equal(card.drawing.grids()[0].values, found.patch[4].T[::-1])
    card.strongest.click()
    assert card.channel.value() == int(np.abs(found.by_channel).argmax()) + 1
    assert "sum of 1872 products" in card.result.text()
    at = card.channel.value() - 1
    told = f"channel {at + 1}: sum of 39 products ≈ {found.by_channel[at]:.4f}".replace("-", "−")
    assert card.result.text().startswith(told)


def test_pooling_and_batch_norm_are_explained_in_their_own_words(card, networks):
    point(card, networks["course"], "pool1", 3, (0, 0))
    assert card.result.text().startswith("maximum of 4 values = ")
    assert [grid.name for grid in card.drawing.grids()] == ["patch"]
    found, _ = point(card, networks["course"], "norm1", 3, (4, 2))
    assert f"gain {found.weights[0, 0, 0]:.4f}".replace("-", "−") in card.result.text()


def test_the_patch_is_outlined_in_the_map_below(card, networks):
    found, _ = point(card, networks["own"], "conv1", 0, (50, 6))
    assert found.below == STANDARDISE
    image = card.drawing.grab().toImage()
    blue = card.palette().highlight().color().rgb()
    lit = [(x, y) for x in range(image.width()) for y in range(70) if image.pixel(x, y) == blue]
    middle = sum(x for x, _ in lit) / len(lit)
    assert middle / image.width() == pytest.approx((found.area.top + 1.5) / 100, abs=0.01)
    card.show_sum(None)
    assert card.drawing.isHidden()


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0.00"), (-0.001, "0.00"), (-1.234, "−1.23"), (12.34, "12.3"), (-123.4, "−123")],
)
def test_numbers_are_written_with_few_digits(value, text):
    assert short(value) == text


@pytest.mark.parametrize(("words", "width"), HEADINGS)
def test_headings_of_the_grids_are_whole_with_large_fonts(qapp, words, width):
    large = QFont(qapp.font())
    large.setPointSizeF(1.5 * large.pointSizeF())
    assert QFontMetricsF(large).horizontalAdvance(words) > width
    fitting = heading_font(large, words, width)
    assert QFontMetricsF(fitting).horizontalAdvance(words) <= width
    assert fitting.pointSizeF() > 0.6 * large.pointSizeF()


def test_there_is_no_gap_between_the_grids_and_the_sum(card, networks):
    point(card, networks["own"], "relu1", 3, (50, 6))
    line = card.fontMetrics().height()
    assert card.drawing.height() < 44 + 3 * 1.4 * line + 2 * (line + 2) + 3 * 8
