from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QTabBar

from desktop_app.bundled import demo_clips
from desktop_app.ui.columns import Columns
from desktop_app.ui.screen_fit import FRAME
from desktop_app.ui.settings import Settings
from tests.fixtures.windows import until


@pytest.fixture
def window(open_window):
    return open_window()[0]


def open_file(qtbot, window):
    window.controller.play([demo_clips()[0]])
    until(qtbot, window.transport.isVisible)


def in_sight(window, widget):
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return widget.isVisible() and not place.isEmpty() and window.rect().contains(place)


def top_in_sight(window, panel):
    """Whether what scrolls leaves a panel's upper edge in sight."""
    columns = window.live.findChild(Columns)
    return 0 <= panel.mapTo(columns, QPoint(0, 0)).y() < columns.height() - 20


def show_all(window):
    for action in window.commands.panels.values():
        action.setChecked(True)


@pytest.mark.parametrize("size", [(1268, 680), (1012, 560), (500, 300)])
@pytest.mark.parametrize("everything", [False, True])
def test_the_answer_is_in_sight_at_every_size(qtbot, window, size, everything):
    if everything:
        show_all(window)
    window.resize(*size)
    open_file(qtbot, window)
    genres = window.live.genres
    qtbot.wait(100)
    assert in_sight(window, genres.answer)
    assert in_sight(window, genres.state)


def test_everything_of_the_default_is_in_sight_with_a_file_open(qtbot, window):
    window.resize(1268, 680)
    open_file(qtbot, window)
    live = window.live
    until(qtbot, lambda: in_sight(window, live.genres.threshold))
    for widget in (live.mfcc, live.maps, live.genres.bars, live.genres.average):
        assert in_sight(window, widget)


def test_the_sum_and_the_kernels_are_whole_one_behind_the_other(qtbot, window):
    window.resize(1268, 680)
    open_file(qtbot, window)
    window.commands.panels["pixel"].trigger()
    window.commands.panels["kernels"].trigger()
    live = window.live
    until(qtbot, lambda: in_sight(window, live.kernels))
    assert not live.pixel.isVisible()
    assert live.kernels.height() > 400
    live.findChild(QTabBar).setCurrentIndex(0)
    until(qtbot, lambda: in_sight(window, live.pixel))
    assert not live.kernels.isVisible()
    live.maps.grid.kernel_chosen.emit(0)
    until(qtbot, lambda: in_sight(window, live.kernels))


def test_the_status_bar_is_in_sight_on_a_small_screen_at_200_percent(qtbot, window):
    small = (682 - FRAME.width(), 400 - FRAME.height())
    window.resize(1268, 680)
    open_file(qtbot, window)
    qtbot.wait(50)
    assert window.transport.overview.height() > 80

    def is_small():
        # Buttons give their words up only when the window has become smaller.
        window.resize(*small)
        return (window.width(), window.height()) == small

    until(qtbot, is_small)
    for widget in (window.statusBar(), window.transport.overview):
        until(qtbot, partial(in_sight, window, widget))
    window.resize(1268, 680)
    until(qtbot, lambda: window.transport.overview.height() > 80)


def test_the_kernels_get_the_larger_part_of_a_high_column(qtbot, window):
    window.resize(1900, 1000)
    window.commands.panels["pixel"].trigger()
    window.commands.panels["kernels"].trigger()
    live = window.live
    until(qtbot, lambda: live.pixel.isVisible() and live.kernels.isVisible())
    until(qtbot, lambda: live.kernels.height() > 1.2 * live.pixel.height() > 300)


def test_nothing_scrolls_sideways(qtbot, window):
    show_all(window)
    for width in (1268, 1012, 820, 500):
        window.resize(width, 560)
        qtbot.wait(50)
        for panel in window.live.panels.values():
            if panel.isVisible():
                left = panel.mapTo(window, QPoint(0, 0)).x()
                assert left >= 0
                assert left + panel.width() <= window.width()


def test_a_panel_that_comes_to_need_more_room_gets_it(qtbot, window):
    window.commands.panels["pixel"].setChecked(True)
    window.resize(1012, 560)
    live = window.live
    until(qtbot, lambda: live.pixel.mapTo(window, QPoint()).x() > live.mfcc.width())
    # As when a model has more maps.
    live.maps.setMinimumWidth(600)

    def whole(panel):
        return panel.visibleRegion().isEmpty() or (
            panel.visibleRegion().boundingRect().width() == panel.width()
        )

    until(qtbot, lambda: live.pixel.mapTo(window, QPoint()).x() < 20)
    assert all(whole(panel) for panel in live.panels.values())
    live.maps.setMinimumWidth(0)
    until(qtbot, lambda: live.pixel.mapTo(window, QPoint()).x() > live.mfcc.width())


def test_a_panel_that_is_alone_takes_all_the_room(qtbot, window):
    for key, action in window.commands.panels.items():
        action.setChecked(key == "genres")
    until(qtbot, lambda: window.live.genres.width() > 0.9 * window.width())


def test_the_widths_of_the_columns_outlive_a_narrow_window(qtbot, open_window):
    window, _ = open_window()
    window.resize(1268, 680)
    window.live.findChild(Columns).setSizes([800, 448])
    qtbot.wait(50)
    wide = window.live.genres.width()
    window.resize(500, 600)
    qtbot.wait(50)
    assert window.live.genres.width() > 450
    window.close()
    assert Settings().state("answer")
    again, _ = open_window()
    again.resize(1268, 680)
    until(qtbot, lambda: abs(again.live.genres.width() - wide) < 15)


def test_at_first_the_answer_has_room_for_the_models_name(qtbot, window):
    window.resize(1268, 680)
    until(qtbot, lambda: window.live.genres.width() > 300)


@pytest.mark.parametrize("key", ["kernels", "history"])
def test_a_panel_opened_below_the_others_comes_into_sight(qtbot, window, key):
    window.resize(700, 420)
    qtbot.wait(50)
    panel = window.live.panels[key]
    window.commands.panels[key].trigger()
    until(qtbot, lambda: panel.isVisible() and panel.visibleRegion().boundingRect().height() > 100)


def test_a_panel_that_was_opened_is_scrolled_to_its_heading(qtbot, window):
    window.resize(1012, 440)
    open_file(qtbot, window)
    for key in ("pixel", "kernels", "history", "kernels"):
        window.commands.panels[key].setChecked(False)
        window.commands.panels[key].setChecked(True)
        # It may be in sight before the page scrolls, too.
        qtbot.wait(100)
        assert top_in_sight(window, window.live.panels[key])
