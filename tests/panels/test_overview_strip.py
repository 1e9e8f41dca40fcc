import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.analysis.file_scan import FileOutline
from desktop_app.analysis.segments import Segment
from desktop_app.panels.genre_colours import KNOWN, colour_of, text_on
from desktop_app.panels.overview_strip import BAND, OverviewStrip

PARTS = (Segment(0.0, 40.0, "metal", 0.8), Segment(40.0, 100.0, "blues", 0.6))


def outline(reached_s=100.0, done=True, problem="", parts=PARTS):
    peaks = np.stack([-np.ones(2000), np.ones(2000)], axis=1).astype(np.float32) * 0.5
    return FileOutline(100.0, reached_s, peaks, 0.05, parts, done, problem)


@pytest.fixture
def strip(qtbot):
    strip = OverviewStrip()
    qtbot.addWidget(strip)
    strip.resize(1000, strip.sizeHint().height())
    strip.show_file(100.0)
    strip.show()
    qtbot.waitExposed(strip)
    return strip


def band_colour(strip, x):
    image = strip.grab().toImage()
    return image.pixelColor(x, strip.height() - BAND + 3).name()


def drag(strip, start, end, modifier=Qt.KeyboardModifier.NoModifier):
    y = 20
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, modifier, QPoint(start, y))
    QTest.mouseMove(strip, QPoint((start + end) // 2, y))
    QTest.mouseMove(strip, QPoint(end, y))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, modifier, QPoint(end, y))


def test_every_part_has_its_genres_colour(strip):
    strip.show_outline(outline())
    assert band_colour(strip, 50) == colour_of("metal").name()
    assert band_colour(strip, 900) == colour_of("blues").name()
    assert strip.accessibleDescription() == "0:00 to 0:40 Metal, 0:40 to 1:40 Blues"


def test_what_is_not_known_yet_has_none(strip):
    strip.show_outline(outline(reached_s=40.0, done=False, parts=PARTS[:1]))
    assert band_colour(strip, 50) == colour_of("metal").name()
    assert band_colour(strip, 990) == strip.palette().base().color().name()


def test_a_click_and_a_drag_go_there_once(strip):
    went = []
    strip.sought.connect(went.append)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(250, 20))
    assert went == pytest.approx([25.0], abs=0.2)
    drag(strip, 300, 800)
    assert went == pytest.approx([25.0, 80.0], abs=0.2)


def test_a_part_is_chosen_to_be_played_over_and_over_until_escape(strip):
    loops, went = [], []
    strip.loop_changed.connect(loops.append)
    strip.sought.connect(went.append)
    drag(strip, 600, 200, Qt.KeyboardModifier.ShiftModifier)
    assert loops[0] == pytest.approx((20.0, 60.0), abs=0.2)
    assert went == pytest.approx([20.0], abs=0.2)
    QTest.keyClick(strip, Qt.Key.Key_Escape)
    assert loops[1:] == [None]
    drag(strip, 600, 601, Qt.KeyboardModifier.ShiftModifier)
    assert strip.loop is None


def test_another_file_has_no_loop(strip):
    drag(strip, 200, 600, Qt.KeyboardModifier.ShiftModifier)
    strip.show_file(50.0)
    assert strip.loop is None


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (Qt.Key.Key_Right, 55.0), (Qt.Key.Key_Left, 45.0), (Qt.Key.Key_Home, 0.0),
        (Qt.Key.Key_End, 100.0), (Qt.Key.Key_PageDown, 80.0), (Qt.Key.Key_PageUp, 20.0),
    ],
)  # fmt: skip
def test_keys_move_the_play_head(strip, key, place):
    went = []
    strip.sought.connect(went.append)
    strip.show_position(50.0)
    QTest.keyClick(strip, key)
    assert went == [place]


def wheel(strip, x, y_turned=0, x_turned=0):
    event = QWheelEvent(
        QPointF(x, 20), strip.mapToGlobal(QPointF(x, 20)), QPoint(), QPoint(x_turned, y_turned),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(strip, event)


def test_zooming_keeps_what_the_mouse_points_at(strip):
    went = []
    strip.sought.connect(went.append)
    for _ in range(5):
        wheel(strip, 400, 120)
    for x in (400, 500):
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x, 20))
    assert went[0] == pytest.approx(40.0, abs=0.3)
    assert went[1] - went[0] == pytest.approx(10.0 / 1.25**5, abs=0.1)
    QTest.mouseDClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(400, 20))
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(900, 20))
    assert went[-1] == pytest.approx(90.0, abs=0.2)


def test_a_part_that_is_zoomed_into_follows_the_play_head(strip):
    strip.show_outline(outline())
    for _ in range(10):
        strip.zoom(1.25, 10.0)
    assert band_colour(strip, 990) == colour_of("metal").name()
    strip.show_position(70.0)
    assert band_colour(strip, 990) == colour_of("blues").name()


def test_what_is_where_the_mouse_points_is_told(strip):
    strip.show_outline(outline())
    assert strip.told_at(QPointF(700, 5)).startswith("1:10, Blues 60 %\n")


def test_genres_can_be_told_apart_and_read():
    colours = {colour_of(genre).name() for genre in (*KNOWN, "polka", "fado", "gamelan")}
    assert len(colours) == len(KNOWN) + 3
    for colour in map(colour_of, (*KNOWN, "polka")):
        assert abs(colour.lightness() - text_on(colour).lightness()) > 70
