import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.panels.frozen_mark import FrozenMark
from tests.fixtures.windows import listening


@pytest.fixture
def panel(qtbot):
    panel = QWidget()
    qtbot.addWidget(panel)
    layout = QHBoxLayout(panel)
    panel.button = QPushButton("picture")
    layout.addWidget(panel.button)
    panel.mark = FrozenMark(panel, panel.button)
    panel.resize(400, 200)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def test_a_frozen_picture_is_framed_and_stays_so_at_any_size(panel, qapp):
    assert panel.mark.isHidden()
    panel.mark.show_frozen(True)
    for width in (400, 700):
        panel.resize(width, 200)
        qapp.processEvents()
        assert panel.mark.isVisible()
        assert panel.mark.geometry() == panel.button.geometry()
    panel.mark.show_frozen(False)
    assert panel.mark.isHidden()


def test_the_mark_is_no_part_of_the_picture_and_takes_no_clicks(panel):
    before = panel.button.grab().toImage()
    panel.mark.show_frozen(True)
    assert panel.button.grab().toImage() == before
    clicks = []
    panel.button.clicked.connect(lambda: clicks.append(1))
    corner = panel.button.mapTo(panel, QPoint(5, panel.button.height() - 5))
    QTest.mouseClick(panel.windowHandle(), Qt.MouseButton.LeftButton, pos=corner)
    assert clicks == [1]


def test_freezing_marks_the_pictures_themselves(qtbot, window_and_monitor):
    window, _ = window_and_monitor
    listening(qtbot, window)

    def marks():
        return [m.isVisible() for m in window.live.findChildren(FrozenMark)]

    assert not any(marks())
    window.commands.freeze.trigger()
    assert sum(marks()) == 2
    window.commands.panels["wave"].trigger()
    assert sum(marks()) == 3
    window.commands.freeze.trigger()
    assert not any(marks())
