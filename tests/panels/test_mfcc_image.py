import numpy as np
import pytest
from PySide6.QtCore import QPointF

from desktop_app.panels.mfcc_image import HOP_SECONDS, MfccImage


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


def point_at(panel, seconds, coefficient):
    scene = panel._plot.vb.mapViewToScene(QPointF(seconds, coefficient))
    panel._point(scene)


def test_the_right_edge_is_now_and_rows_are_coefficients(panel):
    panel.show_window(numbered())
    point_at(panel, -0.5 * HOP_SECONDS, 3.5)
    assert panel.value.text().endswith("c3 = 399.0")
    point_at(panel, -99.5 * HOP_SECONDS, 12.5)
    assert panel.value.text().endswith("c12 = 1200.0")
    point_at(panel, -99.5 * HOP_SECONDS, 0.5)
    assert panel.value.text().endswith("c0 = 0.0")


def test_a_filling_window_grows_from_the_right(panel):
    panel.show_window(numbered(10))
    point_at(panel, -0.5 * HOP_SECONDS, 1.5)
    assert panel.value.text().endswith("c1 = 109.0")
    point_at(panel, -11 * HOP_SECONDS, 1.5)
    assert panel.value.text() == ""


def test_the_value_under_the_cursor_follows_the_image(panel):
    panel.show_window(numbered())
    point_at(panel, -0.5 * HOP_SECONDS, 3.5)
    panel.show_window(numbered() + 1)
    assert panel.value.text().endswith("c3 = 400.0")


def test_hiding_c0_leaves_twelve_rows(panel):
    panel.show_window(numbered())
    panel.hide_c0.setChecked(True)
    assert panel._plot.viewRange()[1] == [1, 13]
    assert panel._image.image.shape == (100, 12)
    point_at(panel, -0.5 * HOP_SECONDS, 1.5)
    assert panel.value.text().endswith("c1 = 199.0")


def test_setting_levels_by_hand_ends_automatic_levels(panel):
    panel.show_window(numbered())
    automatic = panel._bar.levels()
    assert automatic[0] <= 110
    assert automatic[1] >= 1280
    panel._bar.setLevels((0, 500))
    panel._bar.sigLevelsChanged.emit(panel._bar)
    assert not panel.automatic.isChecked()
    panel.show_window(numbered() * 5)
    assert panel._bar.levels() == (0, 500)
    panel.automatic.setChecked(True)
    panel.show_window(numbered() * 5)
    assert panel._bar.levels()[1] > 5000


def test_an_empty_window_draws_nothing(panel):
    panel.show_window(np.zeros((0, 13), np.float32))
    assert panel._image.image is None


def test_painting_is_reported(panel, qtbot):
    with qtbot.waitSignal(panel.painted):
        panel.show_window(numbered())


def test_the_value_disappears_with_the_pointer_or_the_image(panel):
    panel.show_window(numbered())
    point_at(panel, -0.5 * HOP_SECONDS, 3.5)
    panel.show_window(np.zeros((0, 13), np.float32))
    assert panel.value.text() == ""
    panel.show_window(numbered())
    assert panel.value.text() != ""
    panel._graphics.left.emit()
    assert panel.value.text() == ""
