from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from desktop_app.engine.playlist import Playlist
from desktop_app.panels.playlist_button import PlaylistButton

FILES = tuple(Path(f"/music/{number}.wav") for number in range(1, 501))


@pytest.fixture
def button(qtbot):
    button = PlaylistButton()
    qtbot.addWidget(button)
    button.show_playlist(Playlist((), FILES[0], FILES[1:]).at(200))
    button.show()
    qtbot.waitExposed(button)
    return button


def opened(button, act):
    """Open the menu, which blocks until it closes, and do something in it."""
    failures = []

    def inside():
        try:
            act()
        except Exception as error:
            failures.append(error)
        finally:
            button.menu().close()

    QTimer.singleShot(100, inside)
    button.showMenu()
    assert not failures, failures


def names(button, rows):
    return [button.list.model().index(row, 0).data() for row in rows]


def bold(button):
    model = button.list.model()
    fonts = [model.index(row, 0).data(Qt.ItemDataRole.FontRole) for row in range(model.rowCount())]
    return [row + 1 for row, font in enumerate(fonts) if font is not None and font.bold()]


def click(button, row):
    at = button.list.visualRect(button.list.model().index(row, 0)).center()
    QTest.mouseClick(button.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_list_shows_all_files_and_marks_the_current_one(button):
    assert button.text() == "200 of 500"

    def look():
        assert names(button, [0, 199, 499]) == ["1.wav", "200.wav", "500.wav"]
        assert bold(button) == [200]
        assert button.list.currentIndex().row() == 199
        assert (
            button.list.viewport()
            .rect()
            .contains(button.list.visualRect(button.list.currentIndex()))
        )

    opened(button, look)


def test_a_click_chooses_a_file(button, qtbot):
    with qtbot.waitSignal(button.chosen) as chosen:
        opened(button, lambda: click(button, 200))
    (position,) = chosen.args
    assert (position.number, position.current) == (201, FILES[200])
    assert position.files == FILES


def test_the_keyboard_chooses_a_file(button, qtbot):
    def press():
        QTest.keyClick(button.list, Qt.Key.Key_Down)
        QTest.keyClick(button.list, Qt.Key.Key_Return)

    with qtbot.waitSignal(button.chosen) as chosen:
        opened(button, press)
    assert chosen.args[0].number == 201


def test_an_open_list_follows_the_music_without_scrolling(button):
    def follow():
        bar = button.list.verticalScrollBar()
        bar.setValue(0)
        button.show_playlist(Playlist((), FILES[0], FILES[1:]).at(201))
        assert bold(button) == [201]
        assert bar.value() == 0

    opened(button, follow)


def test_a_single_file_has_no_list(button):
    button.show_playlist(Playlist((), FILES[0], ()))
    assert button.isHidden()
    button.show_playlist(None)
    assert button.isHidden()
