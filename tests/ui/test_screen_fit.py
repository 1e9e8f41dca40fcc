from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QDialog, QPushButton

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.reader import Reader
from desktop_app.ui.screen_fit import FRAME, fitting
from desktop_app.ui.scrolled_dialog import ScrolledDialog

SMALL = QRect(0, 30, 1024, 570)


def test_a_window_larger_than_the_screen_becomes_as_large_as_the_screen():
    place = fitting(QRect(0, 0, 1280, 720), SMALL)
    assert place.size() == SMALL.size() - FRAME
    assert SMALL.contains(place)


def test_a_window_beyond_the_edge_comes_back():
    assert SMALL.contains(fitting(QRect(900, 500, 640, 400), SMALL))
    assert SMALL.contains(fitting(QRect(-700, -500, 640, 400), SMALL))


def test_a_window_that_fits_stays_as_it_is():
    assert fitting(QRect(50, 60, 640, 400), SMALL) == QRect(50, 60, 640, 400)


def screen(width, height):
    return SimpleNamespace(
        availableGeometry=lambda: QRect(0, 0, width, height),
        name=lambda: "small",
        model=str,
        serialNumber=str,
    )


@pytest.mark.parametrize("size", [(1024, 600), (640, 480)])
@pytest.mark.parametrize("before", [None, (1300, 800)])
def test_the_window_starts_no_larger_than_its_screen(open_window, monkeypatch, before, size):
    if before is not None:
        earlier, _ = open_window()
        earlier.resize(*before)
        earlier.close()
    monkeypatch.setattr(MainWindow, "screen", lambda window: screen(*size))
    window, _ = open_window()
    assert window.width() + FRAME.width() <= size[0]
    assert window.height() + FRAME.height() <= size[1]


def test_the_manual_opens_no_larger_than_its_screen(open_window, monkeypatch):
    monkeypatch.setattr(Reader, "screen", lambda reader: screen(682, 400))
    window, _ = open_window()
    window.commands.manual.trigger()
    assert window.help.reader.width() + FRAME.width() <= 682
    assert window.help.reader.height() + FRAME.height() <= 400


def test_the_preferences_can_be_closed_on_a_small_screen(open_window, monkeypatch, qtbot):
    monkeypatch.setattr(ScrolledDialog, "screen", lambda dialog: screen(682, 400), raising=False)
    window, _ = open_window()
    window.commands.preferences.trigger()
    dialog = window.findChild(QDialog)
    qtbot.waitExposed(dialog)
    close = next(b for b in dialog.findChildren(QPushButton) if "Close" in b.text())
    assert dialog.height() + FRAME.height() <= 400
    assert dialog.rect().contains(QRect(close.mapTo(dialog, QPoint()), close.size()))
