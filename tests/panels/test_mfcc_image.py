import re

import numpy as np
import pytest
from pyqtgraph import ColorBarItem
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QApplication

import model
from desktop_app.panels.colours import table
from desktop_app.panels.mfcc_image import NO_MODEL, MfccImage
from desktop_app.panels.mfcc_plot import HOP_SECONDS
from desktop_app.panels.mfcc_views import View
from desktop_app.ui.snapshot import Snapshot
from model.standardisation import STANDARDISE


@pytest.fixture
def panel(qtbot):
    panel = MfccImage()
    qtbot.addWidget(panel)
    panel.resize(800, 300)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def numbered(frames=100):
    """Values that encode their place: 100 x coefficient + frame."""
    return (100 * np.arange(13)[None, :] + np.arange(frames)[:, None]).astype(np.float32)


def view(panel):
    """The area between the axes."""
    return panel.canvas.getItem(0, 0).getViewBox()


def point_at(panel, seconds, coefficient):
    scene = view(panel).mapViewToScene(QPointF(seconds, coefficient))
    panel.canvas.scene().sigMouseMoved.emit(scene)


def colour_at(panel, seconds, coefficient):
    at = panel.canvas.mapFromScene(view(panel).mapViewToScene(QPointF(seconds, coefficient)))
    return panel.canvas.grab().toImage().pixelColor(at)


def test_the_right_edge_is_now_and_rows_are_coefficients(panel):
    panel.show_window(numbered())
    point_at(panel, -0.5 * HOP_SECONDS, 3.5)
    assert panel.value.endswith("c3 = 399.0")
    assert panel.subtitle == panel.value
    point_at(panel, -99.5 * HOP_SECONDS, 12.5)
    assert panel.value.endswith("c12 = 1200.0")
    point_at(panel, -99.5 * HOP_SECONDS, 0.5)
    assert panel.value.endswith("c0 = 0.0")


def test_a_filling_window_grows_from_the_right(panel):
    panel.show_window(numbered(10))
    point_at(panel, -0.5 * HOP_SECONDS, 1.5)
    assert panel.value.endswith("c1 = 109.0")
    point_at(panel, -11 * HOP_SECONDS, 1.5)
    assert panel.value == ""


def test_the_value_under_the_cursor_follows_the_image(panel):
    panel.show_window(numbered())
    point_at(panel, -0.5 * HOP_SECONDS, 3.5)
    panel.show_window(numbered() + 1)
    assert panel.value.endswith("c3 = 400.0")


def test_hiding_c0_leaves_twelve_rows(panel):
    panel.show_window(numbered())
    panel.hide_c0.setChecked(True)
    assert view(panel).viewRange()[1] == [1, 13]
    point_at(panel, -0.5 * HOP_SECONDS, 1.5)
    assert panel.value.endswith("c1 = 199.0")


def test_setting_levels_by_hand_ends_automatic_levels(panel):
    panel.choose_view(View.COMMON)
    panel.show_window(numbered())
    automatic = panel.levels
    assert automatic[0] <= 110
    assert automatic[1] >= 1280
    bar = bar_of(panel)
    bar.setLevels((0, 500))
    bar.sigLevelsChanged.emit(bar)
    assert not panel.automatic.isChecked()
    panel.show_window(numbered() * 5)
    assert panel.levels == (0, 500)
    panel.automatic.setChecked(True)
    panel.show_window(numbered() * 5)
    assert panel.levels[1] > 5000


def bar_of(panel):
    (bar,) = (item for item in panel.canvas.scene().items() if isinstance(item, ColorBarItem))
    return bar


def shown(panel):
    """The colours of the image as drawn, (frames, coefficients), 0 to 255."""
    picture, area = panel.canvas.grab().toImage(), panel.canvas.area
    right = area.left() + area.width() * (np.arange(100) + 0.5) / 100
    up = area.bottom() - area.height() * (np.arange(13) + 0.5) / 13
    pixels = np.array([[picture.pixel(int(x), int(y)) for y in up] for x in right])
    colours = rgb(table(bar_of(panel).colorMap().name))
    return np.abs(rgb(pixels)[..., None, :] - colours).sum(axis=-1).argmin(axis=-1)


def rgb(pixels):
    return np.stack([pixels >> 16 & 255, pixels >> 8 & 255, pixels & 255], axis=-1).astype(int)


def wobbling(span=100.0):
    """Every coefficient moves by a span around a mean of its own, coefficient 12 by 1 only."""
    window = np.sin(np.arange(100) / 5)[:, None] * np.full(13, span / 2) + 200.0 * np.arange(13)
    window[:, 12] = np.sin(np.arange(100)) * 0.5
    return window.astype(np.float32)


def test_at_first_every_coefficient_uses_all_colours_and_noise_stays_calm(panel):
    panel.show_window(wobbling())
    spans = np.ptp(shown(panel), axis=0)
    assert (spans[:12] > 240).all()
    assert spans[12] < 10
    panel.choose_view(View.COMMON)
    assert (np.ptp(shown(panel), axis=0)[:12] < 30).all()


def test_the_levels_of_a_coefficient_follow_the_music_without_flickering(panel):
    panel.show_window(wobbling())
    before = shown(panel)
    for _ in range(20):
        panel.show_window(wobbling(90.0))
    panel.show_window(wobbling())
    np.testing.assert_array_equal(shown(panel), before)
    for _ in range(20):
        panel.show_window(wobbling(500.0))
    assert 240 < np.ptp(shown(panel)[:, 3]) <= 255


def test_the_view_of_the_network_is_its_standardised_input_around_white(panel):
    panel.choose_view(View.NETWORK)
    panel.show_window(wobbling())
    assert panel.subtitle == NO_MODEL
    assert "standardised" not in panel.numbers()
    classifier = model.load_classifier()
    panel.show_model(classifier)
    seen = classifier.activations(wobbling(), [STANDARDISE])[STANDARDISE][0]
    np.testing.assert_allclose(panel.numbers()["standardised"], seen, atol=1e-5)
    np.testing.assert_allclose(shown(panel), np.clip(127.5 + 42.5 * seen, 0, 255), atol=2.0)
    point_at(panel, -0.5 * HOP_SECONDS, 3.5)
    words = f"c3 = {wobbling()[99, 3]:.1f}, standardised {seen[99, 3]:.2f}"
    assert panel.value.endswith(words.replace("-", "−"))


def test_levels_can_be_changed_only_where_there_is_one_scale(panel):
    for choice, adjustable in ((View.ROWS, False), (View.COMMON, True), (View.NETWORK, False)):
        panel.choose_view(choice)
        assert panel.automatic.isVisible() == bar_of(panel).region.isVisible() == adjustable


def test_the_image_is_grey_under_evidence(panel):
    panel.show_window(wobbling())
    coloured = bar_of(panel).colorMap().name
    panel.show_evidence(np.ones((100, 13), np.float32))
    panel.set_evidence_opacity(0.0)
    colour = colour_at(panel, -0.5, 6.5)
    assert colour.red() == colour.green() == colour.blue()
    panel.show_evidence(None)
    assert bar_of(panel).colorMap().name == coloured


def test_an_empty_window_draws_nothing(panel):
    paper = panel.palette().base().color()
    panel.show_window(numbered())
    assert colour_at(panel, -1.0, 6.5) != paper
    panel.show_window(np.zeros((0, 13), np.float32))
    assert colour_at(panel, -1.0, 6.5) == paper


@pytest.fixture(params=[1.0, 2.0])
def zoom(qapp, request):
    before = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(request.param * before.pointSizeF())
    qapp.setFont(larger)
    yield
    qapp.setFont(before)


@pytest.mark.usefixtures("zoom")
def test_the_axes_are_in_exported_pictures(panel):
    panel.show_window(numbered())
    exported = Snapshot.of(panel)
    texts = re.findall(rb">([^<>]+)</text>", exported.svg())
    assert [texts.count(words) for words in (b"now", b"low", b"high")] == [1, 1, 1]
    picture, area = exported.image(), panel.canvas.area
    below = [picture.pixelColor(x, 2 * round(area.bottom()) + 40) for x in range(picture.width())]
    assert min(colour.lightness() for colour in below) < 100


def test_painting_is_reported(panel, qtbot):
    with qtbot.waitSignal(panel.painted):
        panel.show_window(numbered())


def test_the_value_disappears_with_the_pointer_or_the_image(panel):
    panel.show_window(numbered())
    point_at(panel, -0.5 * HOP_SECONDS, 3.5)
    panel.show_window(np.zeros((0, 13), np.float32))
    assert panel.value == ""
    panel.show_window(numbered())
    assert panel.value != ""
    QApplication.sendEvent(panel.canvas, QEvent(QEvent.Type.Leave))
    assert panel.value == ""
    assert panel.subtitle == "the network’s input: 100 frames × 13 coefficients"


def test_negative_numbers_have_a_minus_sign(panel):
    panel.show_model(model.load_classifier())
    panel.choose_view(View.NETWORK)
    assert [words for _, words in bar_of(panel).axis._tickLevels[0]] == ["−3", "0", "3"]
    panel.choose_view(View.COMMON)
    panel.fix_levels(-50.0, 71.0)
    assert [words for _, words in bar_of(panel).axis._tickLevels[0]] == ["−50", "10", "71"]
    panel.choose_view(View.ROWS)
    assert [words for _, words in bar_of(panel).axis._tickLevels[0]] == ["low", "high"]


def test_the_axis_keeps_room_for_its_name_with_larger_fonts(panel, qtbot):
    font = panel.canvas.font()
    font.setPointSizeF(1.5 * font.pointSizeF())
    panel.canvas.setFont(font)
    panel.resize(500, 10)
    axis = panel.canvas.getItem(0, 0).getAxis("left")
    qtbot.waitUntil(lambda: axis.label.boundingRect().width() < axis.size().height())
