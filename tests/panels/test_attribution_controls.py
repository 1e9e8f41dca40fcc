import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from desktop_app.panels.attribution_colours import AGAINST, FOR, pixels
from desktop_app.panels.attribution_controls import AttributionControls
from desktop_app.panels.mfcc_image import MfccImage
from desktop_app.panels.mfcc_plot import HOP_SECONDS


@pytest.fixture
def controls(qtbot):
    controls = AttributionControls()
    qtbot.addWidget(controls)
    controls.show_genres(("blues", "metal"))
    controls.show()
    qtbot.waitExposed(controls)
    return controls


@pytest.fixture
def image(qtbot):
    image = MfccImage()
    qtbot.addWidget(image)
    image.resize(800, 300)
    image.show()
    qtbot.waitExposed(image)
    image.show_window(np.random.default_rng(0).normal(0, 9, (100, 13)).astype(np.float32))
    return image


def orangeness(image, hops_ago, coefficient):
    """How much more red than blue there is where a value is drawn."""
    view = image.canvas.getItem(0, 0).getViewBox()
    scene = view.mapViewToScene(QPointF(-hops_ago * HOP_SECONDS, coefficient))
    colour = image.canvas.grab().toImage().pixelColor(image.canvas.mapFromScene(scene))
    return colour.red() - colour.blue()


def test_evidence_for_and_against_differ_in_colour_and_the_rest_is_transparent():
    values = np.zeros((100, 13), np.float32)
    values[10:40, 2], values[50:80, 3] = 4.0, -2.0
    found = pixels(values)
    assert (found[10:40, 2] == (*FOR, 255)).all()
    assert (found[50:80, 3, :3] == AGAINST).all()
    assert (found[50:80, 3, 3] == 127).all()
    assert not found[90:, :, 3].any()
    assert not pixels(np.zeros((100, 13), np.float32))[..., 3].any()


def test_one_outlier_does_not_make_the_rest_invisible():
    values = np.full((100, 13), 1.0, np.float32)
    values[0, 0] = 1000.0
    assert (pixels(values)[1:, :, 3] == 255).all()


def test_genres_are_listed_by_name_and_can_be_chosen_by_keyboard(controls):
    assert controls.genre == ""
    controls.genres.setFocus()
    QTest.keyClick(controls.genres, Qt.Key.Key_Down)
    QTest.keyClick(controls.genres, Qt.Key.Key_Down)
    assert controls.genres.currentText() == "Metal"
    assert controls.genre == "metal"


def test_without_the_chosen_genre_the_leading_one_is_explained(controls):
    controls.choose("integrated gradients", "metal")
    controls.show_genres(("drone",))
    assert controls.genres.currentText() == "Leading genre"
    controls.show_genres(("blues", "metal"))
    assert controls.genres.currentText() == "Metal"
    assert controls.method == "integrated gradients"


def test_every_method_has_its_own_tooltip(controls):
    first = controls.methods.toolTip()
    controls.methods.setCurrentIndex(1)
    assert controls.methods.toolTip() not in ("", first)


def test_evidence_is_drawn_over_the_sound_it_explains(image):
    values = np.zeros((100, 13), np.float32)
    values[-1], values[40, 12] = 1.0, 1.0
    image.show_window(values)
    image.show_evidence(values, 3)
    for hops_ago, coefficient in ((3.5, 0.5), (3.5, 12.5), (62.5, 12.5)):
        assert orangeness(image, hops_ago, coefficient) > 100
    for hops_ago, coefficient in ((2.5, 6.5), (4.5, 6.5), (62.5, 11.5), (59.5, 12.5)):
        assert orangeness(image, hops_ago, coefficient) < 100


def test_hiding_c0_hides_its_evidence_too(image):
    values = np.zeros((100, 13), np.float32)
    values[:, 1] = 1.0
    image.show_evidence(values)
    image.show_window(np.zeros((100, 13), np.float32))
    image.hide_c0.setChecked(True)
    for hops_ago in (0.5, 50.5, 99.5):
        assert orangeness(image, hops_ago, 1.5) > 100 > orangeness(image, hops_ago, 2.5)


def test_the_opacity_of_the_evidence_can_be_set(image):
    image.show_window(np.zeros((100, 13), np.float32))
    without = orangeness(image, 50.5, 6.5)
    image.show_evidence(np.ones((100, 13), np.float32))
    image.set_evidence_opacity(0.3)
    little = orangeness(image, 50.5, 6.5)
    image.set_evidence_opacity(1.0)
    assert without < little < orangeness(image, 50.5, 6.5)
    image.show_evidence(None)
    assert orangeness(image, 50.5, 6.5) == without
