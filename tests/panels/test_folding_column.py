import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from desktop_app.panels.folding_column import SPACING, FoldingColumn


class Part(QWidget):
    def __init__(self, least, whole):
        super().__init__()
        self._least, self._whole = QSize(50, least), QSize(80, whole)

    def minimumSizeHint(self):
        return self._least

    def sizeHint(self):
        return self._whole


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


def shown(window, parts):
    column = FoldingColumn(*parts)
    column.setParent(window)
    window.show()
    return column


@pytest.mark.parametrize(
    ("height", "seen"),
    [
        (29, [False, False, False]),
        (30, [True, False, False]),
        (100 + SPACING + 19, [True, False, False]),
        (100 + SPACING + 20, [True, True, False]),
        (100 + 2 * SPACING + 50, [True, True, True]),
    ],
)
def test_the_first_part_stays_longest(window, height, seen):
    parts = [Part(30, 100), Part(20, 20), Part(30, 30)]
    column = shown(window, parts)
    column.resize(100, height)
    assert [part.isVisible() for part in parts] == seen
    assert column.minimumSizeHint() == QSize(50, 0)


def test_a_part_that_grows_pushes_the_others_out(qtbot, window):
    parts = [Part(30, 100), Part(20, 20)]
    column = shown(window, parts)
    column.resize(100, 130)
    assert parts[1].isVisible()
    parts[0]._whole = QSize(80, 120)
    parts[0].updateGeometry()
    qtbot.waitUntil(lambda: not parts[1].isVisible())
