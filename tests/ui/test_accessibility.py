"""What a screen reader finds in the window, and the way of the Tab key through it."""

from itertools import pairwise
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from desktop_app.engine.session import Session
from desktop_app.engine.session_keeper import SessionKeeper
from desktop_app.panels import screen_reader
from desktop_app.panels.genres import Genres
from desktop_app.panels.map_grid import MapGrid
from desktop_app.panels.status_text import Words
from desktop_app.session.session_chooser import SessionChooser
from desktop_app.ui.accessibility import describe_widgets
from desktop_app.ui.genre_window import GenreWindow
from desktop_app.ui.reader import Reader
from tests.fixtures.files import write
from tests.fixtures.frames import answer_of
from tests.fixtures.windows import until

Role, Text = QAccessible.Role, QAccessible.Text
NO_ROLES = {Role.NoRole, Role.Client, Role.Border, Role.Pane, Role.LayeredPane}
"""Roles that say nothing about what a widget is."""
WITHOUT_VALUE = {
    Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.Grouping, Role.PageTabList,
    Role.Table, Role.List, Role.Tree, Role.EditableText, Role.StaticText,
}  # fmt: skip
"""Their content or state says it, or a text may be empty."""


@pytest.fixture
def window(qtbot, window_and_monitor, tmp_path, monkeypatch):
    monkeypatch.setattr("desktop_app.engine.session_collector.STAY_SECONDS", 0.5)
    window, _ = window_and_monitor
    window.controller.play([write(tmp_path / f"{name}.wav", 60.0) for name in "xy"])
    for action in window.commands.panels.values():
        action.setChecked(True)
    until(qtbot, lambda: window.live.genres.answer.text() == "A")
    until(qtbot, lambda: bool(window.transport.overview.parts))
    window.resize(1400, 880)
    return window


PAGES = ["live", "laboratory", "session"]


def go_to(qtbot, window, page):
    getattr(window.commands, page).trigger()
    if page == "session":
        until(qtbot, window.pages.session.view.isVisible)
    qtbot.wait(100)


class Told(NamedTuple):
    """What a screen reader gets of a widget.

    Plain values, because the tree's own objects die with the window, and a failed test would keep
    them.
    """

    kind: str
    at: tuple[int, int]
    name: str
    role: Role
    value: str
    labelled: bool
    is_combo_box: bool


def walk(interface):
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid():
            yield from walk(child)


def told(interface):
    widget = interface.object()
    label = QAccessible.RelationFlag.Label
    return Told(
        type(widget).__name__,
        widget.mapTo(widget.window(), QPoint()).toTuple(),
        interface.text(Text.Name),
        interface.role(),
        interface.text(Text.Value),
        any(kind & label for _, kind in interface.relations(label)),
        isinstance(widget, QComboBox),
    )


def told_of(widget):
    return told(QAccessible.queryAccessibleInterface(widget))


def focusable(window):
    """The visible widgets that can have the focus, as a screen reader finds them in the tree."""
    found = []
    for interface in walk(QAccessible.queryAccessibleInterface(window)):
        state = interface.state()
        reached = (
            state.focusable and not state.invisible and isinstance(interface.object(), QWidget)
        )
        if reached and interface.object() is not window:
            found.append(told(interface))
    return found


@pytest.mark.parametrize("page", PAGES)
def test_every_focusable_widget_has_a_name_a_role_and_a_value(qtbot, window, page):
    go_to(qtbot, window, page)
    found = focusable(window)
    assert len(found) > 20
    check(found)


def check(found):
    # On Linux, Qt passes a combo box's value off as its name.
    assert [one for one in found if not one.name or (one.is_combo_box and not one.labelled)] == []
    assert [one for one in found if one.role in NO_ROLES] == []
    silent = [one for one in found if not one.value and one.role not in WITHOUT_VALUE]
    assert [one for one in silent if not one.is_combo_box] == []


def reader():
    reader = Reader()
    reader.write("# Title")
    return reader


def chooser():
    return SessionChooser(None, SessionKeeper(None, Session(lambda: 0.0)))


@pytest.mark.parametrize("create", [lambda: GenreWindow(()), reader, chooser])
def test_other_windows_are_accessible_too(qtbot, create):
    describe_widgets()
    other = create()
    qtbot.addWidget(other)
    other.show()
    qtbot.waitExposed(other)
    found = focusable(other)
    assert len(found) >= 3
    check(found)


def test_the_preferences_are_accessible_too(qtbot, window):
    found = []

    def look():
        dialog = QApplication.activeModalWidget()
        found.extend(focusable(dialog))
        dialog.close()

    QTimer.singleShot(200, look)
    window.commands.preferences.trigger()
    qtbot.waitUntil(lambda: len(found) >= 5)
    check(found)


def in_the_way_of_tab(window):
    widget, found = window.nextInFocusChain(), []
    while widget is not window:
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if stops and widget.isVisible() and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def place(widget):
    return widget.rect().translated(widget.mapTo(widget.window(), widget.rect().topLeft()))


def goes_back(one, other):
    """Whether the eye would have to go back: up within a column, or left within a line."""
    before, after = place(one), place(other)
    up = after.bottom() <= before.top() and after.left() <= before.right()
    left = after.right() <= before.left() and after.top() <= before.bottom()
    return up or (left and after.bottom() >= before.top())


@pytest.mark.parametrize("page", PAGES)
def test_tab_follows_reading_order(qtbot, window, page):
    go_to(qtbot, window, page)
    stops = [w for w in in_the_way_of_tab(window) if not isinstance(w.parent(), QComboBox)]
    pairs = pairwise(stops)
    wrong = [(one, other) for one, other in pairs if goes_back(one, other)]
    assert [(type(a).__name__, place(a), type(b).__name__, place(b)) for a, b in wrong] == []


@pytest.fixture
def announced(monkeypatch):
    heard = []

    def update(event):
        if event.type() is QAccessible.Event.Announcement:
            heard.append((event.message(), event.politeness()))

    monkeypatch.setattr(screen_reader.QAccessible, "updateAccessibility", update)
    return heard


@pytest.mark.parametrize("shown_in", [Genres, lambda: GenreWindow(())])
def test_the_genre_is_announced_politely_when_it_changes(qtbot, announced, shown_in):
    widget = shown_in()
    qtbot.addWidget(widget)
    widget.show_answer(answer_of((0.1, 0.1, 0.8)), Words("", ""))
    assert announced == []
    widget.show()
    polite = QAccessible.AnnouncementPoliteness.Polite
    for shares in ((0.8, 0.1, 0.1), (0.7, 0.2, 0.1), (0.1, 0.8, 0.1)):
        widget.show_answer(answer_of(shares), Words("", ""))
    assert announced == [("A", polite), ("B", polite)]
    widget.show_answer(None, Words("Silence", ""))
    widget.show_answer(answer_of((0.1, 0.8, 0.1)), Words("", ""))
    assert len(announced) == 2


def test_the_genre_itself_can_be_read(window):
    told = told_of(window.live.genres.answer)
    assert (told.name, told.role) == ("A", Role.StaticText)


def test_no_accessible_name_hides_a_text(window, qtbot):
    for page in PAGES:
        go_to(qtbot, window, page)
    for widget in (*window.findChildren(QLabel), *window.findChildren(QAbstractButton)):
        words = any(letter.isalnum() for letter in widget.text())
        if widget.accessibleName() and words:
            assert widget.text().replace("&", "") in widget.accessibleName()


def test_what_the_keyboard_chooses_in_a_picture_is_its_value(window):
    grid = window.findChild(MapGrid)
    grid.setFocus()
    assert told_of(grid).value == "Map 1 of 4"
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert told_of(grid).value == "Map 2 of 4"
