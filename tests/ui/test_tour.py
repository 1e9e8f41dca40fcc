import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest

from desktop_app.ui.settings import Settings
from desktop_app.ui.tour import Tour, beside
from tests.fixtures.windows import activate


@pytest.fixture
def window(open_window):
    return open_window()[0]


def tour_of(window):
    return window.findChild(Tour)


def test_the_tour_has_five_stops_inside_the_window(window):
    window.tour.begin_once()
    tour = tour_of(window)
    seen = []
    for _ in range(5):
        seen.append((tour.count.text(), tour.words.text()))
        assert window.rect().contains(tour.geometry())
        assert tour.isVisible()
        last = tour.next.text() == "Done"
        QTest.mouseClick(tour.next, Qt.MouseButton.LeftButton)
    assert last
    assert [count for count, _ in seen] == [f"{n} of 5" for n in range(1, 6)]
    assert len({words for _, words in seen}) == 5


def test_the_tour_is_shown_once_and_again_from_the_menu(window, open_window, qtbot):
    window.tour.begin_once()
    QTest.mouseClick(tour_of(window).skip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tour_of(window) is None)
    assert Settings().flag("tour_seen", False)
    window.tour.begin_once()
    assert tour_of(window) is None
    window.commands.tour.trigger()
    activate(qtbot, window)
    QTest.keyClick(tour_of(window).next, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: tour_of(window) is None)


def test_hidden_panels_are_left_out(window):
    window.commands.panels["maps"].trigger()
    window.tour.begin()
    assert tour_of(window).count.text() == "1 of 4"


def test_the_tour_starts_on_the_live_page_and_follows_the_window_size(window):
    window.commands.laboratory.trigger()
    window.tour.begin()
    assert window.pages.on_live
    tour = tour_of(window)
    tour.show_next()
    window.resize(1000, 640)
    QTest.qWait(50)
    assert window.rect().contains(tour.geometry())


def test_the_frame_moves_with_its_widget(window, qtbot):
    window.tour.begin()
    tour = tour_of(window)
    tour.show_next()

    def offset():
        return tour.framed.topLeft() - window.live.mfcc.mapTo(window, QPoint(0, 0))

    qtbot.wait(50)
    before = offset()
    height = window.pages.y()
    window.banner.say("The demo is playing instead.")
    qtbot.waitUntil(lambda: window.pages.y() > height)
    qtbot.waitUntil(lambda: offset() == before)


def test_a_second_tour_replaces_the_first(window, qtbot):
    window.tour.begin()
    window.tour.begin()
    qtbot.waitUntil(lambda: len(window.findChildren(Tour)) == 1)
    activate(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(Tour))


@pytest.mark.parametrize("size", [(1268, 680), (1012, 560)])
def test_the_bubble_never_covers_what_it_describes(window, qtbot, size):
    window.resize(*size)
    window.transport.show()
    qtbot.wait(50)
    window.tour.begin()
    tour = tour_of(window)
    for _ in range(5):
        qtbot.wait(50)
        described = tour.framed.adjusted(3, 3, -3, -3) & window.rect()
        assert not described.isEmpty()
        assert not tour.geometry().intersects(described)
        tour.show_next()


WINDOW = QRect(0, 0, 1000, 600)
BUBBLE = QSize(380, 150)


@pytest.mark.parametrize(
    "at",
    [
        QRect(10, 30, 980, 40),
        QRect(10, 400, 980, 190),
        QRect(750, 60, 240, 530),
        QRect(10, 60, 240, 530),
        QRect(10, 100, 500, 480),
    ],
)
def test_there_is_a_place_on_some_side(at):
    place = QRect(beside(at, BUBBLE, WINDOW), BUBBLE)
    assert WINDOW.contains(place)
    assert not place.intersects(at)


def test_where_no_side_has_room_as_little_as_possible_is_covered():
    place = QRect(beside(QRect(0, 0, 700, 600), BUBBLE, WINDOW), BUBBLE)
    assert WINDOW.contains(place)
    assert place.right() > 950
