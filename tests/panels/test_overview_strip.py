from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.analysis.file_scan import FileOutline
from desktop_app.analysis.segments import Segment
from desktop_app.panels.genre_colours import colour_of
from desktop_app.panels.overview_drawing import BAND, OverviewDrawing, band_height
from desktop_app.panels.overview_strip import OverviewStrip
from tests.fixtures.paint_recorder import PaintRecorder

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


@pytest.fixture
def sought(strip):
    """Positions that were sought, in seconds."""
    places = []
    strip.sought.connect(places.append)
    return places


@pytest.fixture
def loops(strip):
    """The loops that the user asked for."""
    asked = []
    strip.loop_changed.connect(asked.append)
    return asked


def click(strip, x):
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x, 20))


def double_click(strip, x):
    """A click and what Qt sends for the second one."""
    click(strip, x)
    QTest.mouseDClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x, 20))


def wait_for_a_second_click(qtbot):
    qtbot.wait(QApplication.doubleClickInterval() + 50)


def zoom_in(strip):
    """Show 20 s to 60 s of the 100 s."""
    strip.zoom(2.5, 33.333)


def drag(strip, start, end, modifier=Qt.KeyboardModifier.NoModifier):
    y = 20
    press(strip, start, modifier)
    QTest.mouseMove(strip, QPoint((start + end) // 2, y))
    QTest.mouseMove(strip, QPoint(end, y))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, modifier, QPoint(end, y))


def press(strip, x, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, modifier, QPoint(x, 20))


def shaded(strip, x):
    """Whether a place above the band looks different from the far end of an empty strip."""
    image = strip.grab().toImage()
    return image.pixel(x, 40) != image.pixel(990, 40)


def test_every_segment_has_its_genres_colour(strip):
    strip.show_outline(outline())
    assert band_colour(strip, 50) == colour_of("metal").name()
    assert band_colour(strip, 900) == colour_of("blues").name()
    assert strip.accessibleDescription() == "0:00 to 0:40 Metal, 0:40 to 1:40 Blues"


def test_unanalysed_sound_has_no_colour(strip):
    strip.show_outline(outline(reached_s=40.0, done=False, parts=PARTS[:1]))
    assert band_colour(strip, 50) == colour_of("metal").name()
    assert band_colour(strip, 990) == strip.palette().base().color().name()


def test_a_click_or_drag_in_the_whole_file_seeks_once_and_at_once(strip, sought):
    click(strip, 250)
    assert sought == pytest.approx([25.0], abs=0.2)
    drag(strip, 300, 800)
    assert sought == pytest.approx([25.0, 80.0], abs=0.2)


def test_a_click_while_zoomed_in_seeks_after_the_double_click_interval(strip, sought, qtbot):
    zoom_in(strip)
    click(strip, 500)
    assert sought == []
    wait_for_a_second_click(qtbot)
    assert sought == pytest.approx([40.0], abs=0.2)


def test_a_double_click_shows_the_whole_file_without_seeking(strip, sought, qtbot):
    zoom_in(strip)
    double_click(strip, 500)
    wait_for_a_second_click(qtbot)
    assert sought == []
    click(strip, 900)
    assert sought == pytest.approx([90.0], abs=0.2)


def test_a_drag_while_zoomed_in_seeks_at_once(strip, sought, qtbot):
    zoom_in(strip)
    drag(strip, 250, 500)
    assert sought == pytest.approx([40.0], abs=0.2)
    wait_for_a_second_click(qtbot)
    assert len(sought) == 1


def test_a_key_press_replaces_a_pending_click(strip, sought, qtbot):
    zoom_in(strip)
    click(strip, 500)
    QTest.keyClick(strip, Qt.Key.Key_Home)
    wait_for_a_second_click(qtbot)
    assert sought == [0.0]


def test_another_file_discards_a_pending_click(strip, sought, qtbot):
    zoom_in(strip)
    click(strip, 500)
    strip.show_file(50.0)
    wait_for_a_second_click(qtbot)
    assert sought == []


def test_the_play_head_stays_at_a_pending_click(strip, qtbot):
    zoom_in(strip)
    strip.show_position(21.0)
    before = strip.grab().toImage()
    click(strip, 500)
    strip.show_position(21.0)
    clicked = strip.grab().toImage()
    assert clicked.pixel(500, 40) != before.pixel(500, 40)
    QTest.mouseDClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(500, 20))
    zoom_in(strip)
    assert strip.grab().toImage().pixel(500, 40) == before.pixel(500, 40)


def test_shift_drag_sets_a_loop_and_escape_removes_it(strip, loops, sought):
    drag(strip, 600, 200, Qt.KeyboardModifier.ShiftModifier)
    assert loops[0] == pytest.approx((20.0, 60.0), abs=0.2)
    assert sought == pytest.approx([20.0], abs=0.2)
    QTest.keyClick(strip, Qt.Key.Key_Escape)
    assert loops[1:] == [None]
    QTest.keyClick(strip, Qt.Key.Key_Escape)
    assert loops[1:] == [None]


def test_a_very_short_selection_removes_the_loop(strip, loops):
    strip.show_loop((20.0, 60.0))
    drag(strip, 600, 601, Qt.KeyboardModifier.ShiftModifier)
    assert loops == [None]
    assert not shaded(strip, 400)


def test_a_requested_loop_is_drawn_until_it_is_changed_or_removed(strip):
    drag(strip, 200, 600, Qt.KeyboardModifier.ShiftModifier)
    assert shaded(strip, 400)
    strip.show_loop((70.0, 80.0))
    assert not shaded(strip, 400)
    assert shaded(strip, 750)
    strip.show_loop(None)
    assert not shaded(strip, 750)


def test_the_selection_in_progress_is_drawn_over_the_current_loop(strip, loops):
    press(strip, 200, Qt.KeyboardModifier.ShiftModifier)
    QTest.mouseMove(strip, QPoint(600, 20))
    strip.show_loop(None)
    assert shaded(strip, 400)
    assert loops == []


def test_showing_a_loop_or_another_file_emits_no_signal(strip, loops):
    strip.show_loop((20.0, 60.0))
    strip.show_file(50.0)
    assert loops == []
    assert not shaded(strip, 500)


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (Qt.Key.Key_Right, 55.0), (Qt.Key.Key_Left, 45.0), (Qt.Key.Key_Home, 0.0),
        (Qt.Key.Key_End, 100.0), (Qt.Key.Key_PageDown, 80.0), (Qt.Key.Key_PageUp, 20.0),
    ],
)  # fmt: skip
def test_keys_seek_through_the_file(strip, sought, key, place):
    strip.show_position(50.0)
    QTest.keyClick(strip, key)
    assert sought == [place]


def wheel(strip, x, y_turned=0, x_turned=0):
    event = QWheelEvent(
        QPointF(x, 20), strip.mapToGlobal(QPointF(x, 20)), QPoint(), QPoint(x_turned, y_turned),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(strip, event)


def test_zooming_keeps_the_point_under_the_mouse_fixed(strip, sought, qtbot):
    for _ in range(5):
        wheel(strip, 400, 120)
    for x in (400, 500):
        click(strip, x)
        wait_for_a_second_click(qtbot)
    assert sought[0] == pytest.approx(40.0, abs=0.3)
    assert sought[1] - sought[0] == pytest.approx(10.0 / 1.25**5, abs=0.1)


def test_a_zoomed_view_follows_the_play_head(strip):
    strip.show_outline(outline())
    for _ in range(10):
        strip.zoom(1.25, 10.0)
    assert band_colour(strip, 990) == colour_of("metal").name()
    strip.show_position(70.0)
    assert band_colour(strip, 990) == colour_of("blues").name()


def test_the_tooltip_shows_time_and_genre_at_the_mouse_position(strip):
    strip.show_outline(outline())
    assert strip.tooltip_at(QPointF(700, 5)).startswith("1:10, Blues 60 %\n")


def ruler_of(strip, width=1000):
    painter = PaintRecorder(QImage(width, strip.height(), QImage.Format.Format_RGB32))
    axis, size = strip.axis, QSize(width, strip.height())
    OverviewDrawing(painter, axis, size, strip.palette()).draw(None)
    painter.end()
    times = [(words, at) for words, at in painter.texts if ":" in words]
    return times, painter.lines


def test_a_ruler_shows_round_times_at_their_places(strip):
    times, lines = ruler_of(strip)
    assert [words for words, _ in times][:3] == ["0:00", "0:10", "0:20"]
    assert lines[:3] == pytest.approx([0.0, 100.0, 200.0])
    zoom_in(strip)
    times, lines = ruler_of(strip)
    assert [words for words, _ in times][:3] == ["0:20", "0:25", "0:30"]
    assert lines[1] - lines[0] == pytest.approx(125.0, abs=0.5)


@pytest.mark.parametrize("duration_s", [3.0, 61.0, 600.0, 5000.0, 36_000.0, 400_000.0])
@pytest.mark.parametrize("width", [200, 1000, 2400])
def test_times_of_the_ruler_never_touch_or_leave_it(strip, duration_s, width):
    strip.show_file(duration_s)
    times, _ = ruler_of(strip, width)
    assert times
    for (_, one), (_, other) in pairwise(times):
        assert other.left() - one.right() > 10
    assert times[-1][1].right() <= width


def test_the_names_have_room_in_a_large_font(strip, qapp):
    small = strip.sizeHint().height()
    font = strip.font()
    font.setPointSizeF(1.5 * font.pointSizeF())
    strip.setFont(font)
    assert band_height(font) > QFontMetrics(font).height()
    assert strip.sizeHint().height() > small
