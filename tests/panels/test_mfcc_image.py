import numpy as np
import pytest
from pyqtgraph import ColorBarItem
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QApplication

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
    assert view(panel).viewRange()[1] == [1, 13]
    point_at(panel, -0.5 * HOP_SECONDS, 1.5)
    assert panel.value.text().endswith("c1 = 199.0")


def test_setting_levels_by_hand_ends_automatic_levels(panel):
    panel.show_window(numbered())
    automatic = panel.levels
    assert automatic[0] <= 110
    assert automatic[1] >= 1280
    (bar,) = (item for item in panel.canvas.scene().items() if isinstance(item, ColorBarItem))
    bar.setLevels((0, 500))
    bar.sigLevelsChanged.emit(bar)
    assert not panel.automatic.isChecked()
    panel.show_window(numbered() * 5)
    assert panel.levels == (0, 500)
    panel.automatic.setChecked(True)
    panel.show_window(numbered() * 5)
    assert panel.levels[1] > 5000


def test_an_empty_window_draws_nothing(panel):
    paper = panel.palette().base().color()
    panel.show_window(numbered())
    assert colour_at(panel, -1.0, 6.5) != paper
    panel.show_window(np.zeros((0, 13), np.float32))
    assert colour_at(panel, -1.0, 6.5) == paper


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
    QApplication.sendEvent(panel.canvas, QEvent(QEvent.Type.Leave))
    assert panel.value.text() == ""
