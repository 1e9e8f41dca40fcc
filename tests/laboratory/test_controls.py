import re

import pytest
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
)

from tests.fixtures.laboratory import choose


def bars(page):
    area = page.findChild(QScrollArea)
    return area.horizontalScrollBar().isVisible(), area.verticalScrollBar().isVisible()


def test_the_page_fits_a_small_screen_and_scrolls_on_a_smaller_one(page, qtbot):
    choose(page.kernel.count, "8")
    choose(page.image.choice, "Live window")
    QApplication.processEvents()
    assert bars(page) == (False, False)
    page.resize(630, 300)
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
