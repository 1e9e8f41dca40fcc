import re

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QSlider,
    QTabBar,
    QTableView,
    QWidget,
)

from desktop_app.laboratory.grid_view import GridView
from tests.fixtures.laboratory import choose


def bars(page):
    area = page.findChild(QScrollArea)
    return area.horizontalScrollBar().isVisible(), area.verticalScrollBar().isVisible()


def test_the_page_fits_a_small_screen_and_scrolls_on_a_smaller_one(page, qtbot):
    choose(page.kernel.count, "8")
    choose(page.image.choice, "Live window")
    QApplication.processEvents()
    assert bars(page) == (False, False)
    page.resize(570, 300)
    QApplication.processEvents()
    assert bars(page) == (True, True)


def test_every_control_has_a_tooltip(page):
    kinds = (QAbstractButton, QComboBox, QSlider, QTableView, QPlainTextEdit)
    controls = [control for kind in kinds for control in page.findChildren(kind)]
    assert len(controls) > 20
    for control in controls:
        if not isinstance(control.parent(), QTabBar | QTableView):
            assert control.toolTip(), control
    assert all(page.layers.tabToolTip(index) for index in range(2))


@pytest.mark.parametrize("pooling", [False, True])
def test_mnemonics_are_unique(page, pooling):
    page.layers.setCurrentIndex(int(pooling))
    texts = [w.text() for w in page.findChildren(QLabel) if w.isVisible() and w.buddy()]
    texts += [w.text() for w in page.findChildren(QAbstractButton) if w.isVisible()]
    texts += [page.layers.tabText(index) for index in range(2)]
    letters = [match[1].upper() for text in texts if (match := re.search("&(.)", text))]
    menus = list("FESVH")
    assert len(letters) > 10
    assert len(set(letters + menus)) == len(letters + menus)


SCREENS = [(1002, 476), (1258, 596), (1898, 956)]
"""Room for the page in windows of 1024 × 600, 1280 × 720 and 1920 × 1080 pixels."""


@pytest.fixture
def large_font(qtbot):
    before = QApplication.font()
    larger = QFont(before)
    larger.setPointSizeF(1.5 * before.pointSizeF())
    QApplication.setFont(larger)
    yield
    QApplication.setFont(before)


def cut(page):
    """The visible labels, buttons, boxes and cells whose text does not fit."""
    kinds = (QAbstractButton, QComboBox)
    found = [
        (widget, widget.width(), widget.minimumSizeHint().width())
        for kind in kinds
        for widget in page.findChildren(kind)
        if widget.isVisible() and widget.width() < widget.minimumSizeHint().width()
    ]
    for card in page.cards:
        found += [
            widget
            for widget in card.findChildren(QWidget)
            if widget.parent() is card
            and widget.isVisible()
            and not card.contentsRect().contains(widget.geometry())
        ]
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.textFormat() is not Qt.TextFormat.RichText:
            needed = label.fontMetrics().boundingRect(
                label.rect(), int(Qt.TextFlag.TextWordWrap) * label.wordWrap(),
                label.text().replace("&", ""),
            )  # fmt: skip
            if needed.width() > label.width() or needed.height() > label.height():
                found.append(label.text())
    for grid in page.findChildren(GridView):
        if grid.isVisible() and not grid.grid_model.content.patch:
            metrics = QFontMetrics(grid.viewport().font())
            for index in range(grid.grid_model.columnCount()):
                text = grid.grid_model.written(0, index)
                if metrics.horizontalAdvance(text) > grid.columnWidth(index):
                    found.append(text)
    return found


def settle():
    """Let a change reach the outermost layout, which takes one round of events per layout."""
    for _ in range(8):
        QApplication.processEvents()


def check(page, size):
    page.resize(*size)
    settle()
    assert bars(page) == (False, False)
    assert cut(page) == []
    sum_bar = page.step.sum.verticalScrollBar()
    assert not sum_bar.isVisible()


@pytest.mark.parametrize("size", SCREENS)
def test_nothing_is_cut_on_any_screen(page, size):
    check(page, size)
    choose(page.kernel.count, "8")
    choose(page.image.image_depth, "3")
    check(page, size)
    choose(page.image.choice, "Live window")
    page.step.steps.slider.setValue(1)
    check(page, size)
    page.layers.setCurrentIndex(1)
    check(page, size)


@pytest.mark.parametrize("size", SCREENS)
def test_nothing_is_cut_with_large_fonts(large_font, page, size):
    check(page, size)
    page.relu.click()
    check(page, size)
    page.layers.setCurrentIndex(1)
    check(page, size)
    page.resize(1002, 300)
    settle()
    assert bars(page) == (False, True)


LOW = (1002, 270)
"""What is left for the page on 1024 x 600 with large fonts while a file is open."""


def test_the_sum_and_its_patch_stay_visible_in_a_low_window(large_font, page):
    page.resize(*LOW)
    settle()
    assert page.height() == LOW[1]
    grid, shown = page.image.grid, page.scroll_area.viewport()
    for _ in range(5):
        for text in (page.step.sum, page.step.note):
            assert page.rect().contains(QRect(text.mapTo(page, QPoint()), text.size()))
        page.step.steps.next.click()
        settle()
        patch = grid.patch_place()
        at = QRect(grid.viewport().mapTo(shown, patch.topLeft()), patch.size())
        assert shown.rect().contains(at)


def test_a_long_sum_leaves_room_for_the_rest_of_a_low_window(large_font, page):
    choose(page.image.image_depth, "3")
    page.resize(*LOW)
    settle()
    assert page.height() == LOW[1]
    assert page.step.sum.verticalScrollBar().isVisible()
    assert page.scroll_area.height() >= 4 * page.fontMetrics().height()


@pytest.mark.parametrize("size", [(960, 360), *SCREENS])
def test_no_grid_scrolls_with_large_fonts(large_font, page, size):
    page.resize(*size)
    choose(page.image.choice, "Live window")
    page.show_window(np.full((100, 13), -123.4, np.float32))
    page.step.steps.slider.setValue(6)
    for layer in range(2):
        page.layers.setCurrentIndex(layer)
        settle()
        for grid in page.findChildren(GridView):
            assert not grid.horizontalScrollBar().isVisible()
            assert not grid.verticalScrollBar().isVisible()
            assert grid.text_scale >= 0.85


def test_cells_and_sums_grow_with_the_page(page):
    def sizes():
        settle()
        grids = (page.image.grid, page.kernel.grid, page.kernel.products, page.output.grid)
        fonts = [grid.viewport().font().pointSizeF() for grid in grids]
        return (
            [grid.rowHeight(0) for grid in grids]
            + fonts
            + [text.font().pointSizeF() for text in (page.step.sum, page.step.note)]
        )

    page.resize(*SCREENS[0])
    small = sizes()
    page.resize(*SCREENS[2])
    large = sizes()
    assert all(after > 1.4 * before for before, after in zip(small, large, strict=True))
    assert 6 * page.image.grid.columnWidth(0) > 0.9 * page.image.grid.width()
