from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QToolTip

from desktop_app.engine.source_status import Activity, SourceStatus


@pytest.fixture
def window(open_window):
    return open_window()[0]


def items(window):
    """Every menu item, submenus included, with its menu's title."""
    menus = [action.menu() for action in window.menuBar().actions()]
    menus += [menu for top in menus for menu in top.findChildren(QMenu)]
    return [(menu.title(), action) for menu in menus for action in menu.actions()]


def shown_tips(window):
    """The tooltips that were written for an action; others repeat its text."""
    for _, action in items(window):
        if action.toolTip() != action.iconText() and not action.menu():
            yield action, action.toolTip()


def keys(action):
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def check_tips(window):
    for action, tip in shown_tips(window):
        assert tip.endswith(f" ({keys(action)})") or not keys(action), tip
        assert tip.count("(") == bool(keys(action)), tip


def test_every_tooltip_names_the_shortcut_of_its_action(window):
    tips = [tip for _, tip in shown_tips(window)]
    assert "Open audio files, or drop them on the window (Ctrl+O)" in tips
    assert "A quick tour of the window" in tips
    check_tips(window)


@pytest.mark.parametrize("activity", list(Activity))
def test_the_shortcut_stays_in_the_tooltip_when_an_action_changes(window, activity):
    status = SourceStatus(activity)
    window.commands.follow(status)
    for running in (True, False):
        window.commands.show_recording(running, 3.0, status)
        check_tips(window)
        assert window.commands.record.toolTip().endswith("(Ctrl+R)")
    assert window.commands.start_stop.toolTip().endswith("(Ctrl+Return)")
    assert window.commands.play_pause.toolTip().endswith("(Space)")


def test_no_shortcut_is_used_twice(window):
    used = Counter(keys(action) for _, action in items(window) if keys(action))
    assert [name for name, count in used.items() if count > 1] == []


def test_no_two_items_of_a_menu_share_a_letter(window):
    letters = Counter(
        (menu, action.text().replace("&&", "").split("&")[1][0].lower())
        for menu, action in items(window)
        if "&" in action.text().replace("&&", "")
    )
    assert [letter for letter, count in letters.items() if count > 1] == []


def test_a_menu_shows_the_tooltips_of_its_items(window, qtbot):
    menu = window.menuBar().actions()[-1].menu()
    menu.popup(window.mapToGlobal(QPoint(100, 100)))
    at = menu.actionGeometry(window.commands.tour).center()
    menu.event(QHelpEvent(QEvent.Type.ToolTip, at, menu.mapToGlobal(at)))
    qtbot.waitUntil(lambda: QToolTip.text() == "A quick tour of the window")
    menu.close()


def test_the_record_action_shows_whether_and_how_long_it_records(window):
    record, status = window.commands.record, SourceStatus(Activity.LISTENING)
    record.setChecked(True)
    window.commands.show_recording(True, 75.0, status)
    assert record.isChecked()
    assert record.iconText() == "1:15"
    assert record.toolTip() == "Stop recording and keep the file (Ctrl+R)"
    window.commands.show_recording(False, 75.0, status)
    assert not record.isChecked()
    assert record.iconText() == "Record"
    assert record.toolTip() == "Record the input to a FLAC file (Ctrl+R)"
