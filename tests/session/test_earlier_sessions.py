"""Sessions from before: the last one is offered, all others can be opened, nothing is lost."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from desktop_app.engine.session import Session
from desktop_app.engine.session_file import paths_in
from desktop_app.engine.session_keeper import SessionKeeper
from desktop_app.session.session_chooser import SessionChooser
from desktop_app.session.session_table import GENRE, NOTE
from tests.fixtures.session import cells, frame
from tests.fixtures.windows import until


def record(folder, began_at, *parts, note=""):
    """A session of an earlier run."""
    now = 0.0
    session = Session(lambda: now, lambda: began_at + now)
    keeper = SessionKeeper(folder, session)
    keeper.start()
    for label, seconds in parts:
        for _ in range(round(2 * seconds)):
            now += 0.5
            session.note(frame(now, label))
    session.describe(1, note=note)
    assert keeper.close(5.0)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "sessions"


@pytest.fixture
def yesterday(folder):
    record(folder, 1e9 - 86_400, ("a", 600.0), ("b", 60.0), note="before")


@pytest.fixture
def keeper(folder, session):
    keeper = SessionKeeper(folder, session)
    keeper.start()
    yield keeper
    assert keeper.close(5.0)


@pytest.fixture(autouse=True)
def greenwich(monkeypatch):
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def rows(page):
    page.follow()
    return page.table.rowCount()


def written(folder):
    return sum(path.stat().st_size for path in paths_in(folder))


def offered(page):
    page.follow()
    return page.offer.text.text() if page.offer.isVisible() else ""


@pytest.mark.usefixtures("yesterday")
def test_the_last_session_is_offered_and_continued(page, fill, qtbot):
    until(qtbot, lambda: bool(offered(page)))
    assert offered(page).startswith("Last session: Sat 8 Sep 2001, 01:46 – 01:57, 2 parts.")
    page.offer.go_on.click()
    until(qtbot, lambda: rows(page) == 2)
    assert cells(page, NOTE) == ["before", ""]
    assert cells(page, 0) == ["8 Sep 01:46:40", "8 Sep 01:56:40"]
    assert not offered(page)
    fill(("c", 20.0))
    assert cells(page, GENRE) == ["A", "B", "C"]
    assert page.subtitle == "3 parts, 11:19 in all, kept on disk"


def test_a_session_that_is_opened_is_shown_at_its_end(page, qtbot, folder, keeper):
    record(folder, 1e9 - 86_400, *[("a", 6.0), ("b", 6.0)] * 30)
    keeper.open(paths_in(folder)[0])
    until(qtbot, lambda: rows(page) == 60)
    bar = page.view.verticalScrollBar()
    until(qtbot, lambda: bar.value() == bar.maximum() > 0)


@pytest.mark.usefixtures("yesterday")
def test_an_offer_that_was_closed_does_not_come_back_and_costs_nothing(
    page, fill, qtbot, folder, keeper
):
    until(qtbot, lambda: bool(offered(page)))
    page.offer.close_button.click()
    assert not offered(page)
    fill(("c", 20.0))
    assert not offered(page)
    assert len(paths_in(folder)) == 1
    keeper.look()
    until(qtbot, lambda: bool(keeper.earlier))
    assert keeper.earlier[0].parts == 2


def test_a_first_start_offers_nothing(page, fill):
    fill(("c", 20.0))
    assert not offered(page)


@pytest.mark.usefixtures("yesterday")
def test_changes_to_one_session_cannot_be_undone_in_another(page, fill, qtbot, folder, keeper):
    fill(("c", 20.0))
    page.view.selectRow(0)
    page.delete_chosen()
    assert page.undo_stack.canUndo()
    keeper.open(paths_in(folder)[0])
    until(qtbot, lambda: rows(page) == 2)
    assert not page.undo_stack.canUndo()


@pytest.mark.usefixtures("yesterday")
def test_what_is_missing_is_said_where_the_session_is(page, qtbot, folder, keeper):
    (path,) = paths_in(folder)
    with path.open("ab") as end:
        end.write(b'{"part":2,"note":"half a no')
    keeper.open(path)
    until(qtbot, lambda: "last line was incomplete" in offered(page))
    assert page.offer.go_on.isHidden()
    page.offer.close_button.click()
    assert not offered(page)


@pytest.fixture
def chooser(qtbot, folder, keeper):
    for day in (3, 2):
        record(folder, 1e9 - day * 86_400, ("a", 20.0), ("silence", 60.0 * day))
    dialog = SessionChooser(None, keeper)
    qtbot.addWidget(dialog)
    dialog.show()
    until(qtbot, lambda: dialog.list.topLevelItemCount() == 2)
    return dialog


def shown(dialog):
    return [
        [dialog.list.topLevelItem(row).text(column) for column in range(3)]
        for row in range(dialog.list.topLevelItemCount())
    ]


def test_earlier_sessions_are_listed_newest_first_and_opened(chooser, qtbot, keeper):
    assert shown(chooser) == [
        ["Fri 7 Sep 2001, 01:46 – 01:49", "2", "Silence, A"],
        ["Thu 6 Sep 2001, 01:46 – 01:50", "2", "Silence, A"],
    ]
    QTest.keyClick(chooser.list, Qt.Key.Key_Down)
    assert chooser.chosen is keeper.earlier[1]
    QTest.keyClick(chooser, Qt.Key.Key_Return)
    assert chooser.result() == SessionChooser.DialogCode.Accepted


def test_an_earlier_session_is_deleted_after_a_question(chooser, qtbot, folder, monkeypatch):
    asked = []

    def question(_parent, _title, sentence):
        asked.append(sentence)
        return QMessageBox.StandardButton.Yes if len(asked) > 1 else QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", question)
    chooser.delete_button.click()
    assert "Fri 7 Sep 2001" in asked[0]
    assert "its 2 parts" in asked[0]
    assert len(paths_in(folder)) == 2
    chooser.delete_button.click()
    until(qtbot, lambda: chooser.list.topLevelItemCount() == 1)
    assert len(paths_in(folder)) == 1
    assert len(list(folder.iterdir())) == 2


def test_a_session_that_is_open_elsewhere_cannot_be_chosen(qtbot, folder, keeper, session):
    other = Session(lambda: 0.0, lambda: 1e9)
    theirs = SessionKeeper(folder, other)
    theirs.start()
    for step in range(20):
        other.note(frame(0.5 * step, "a"))
    other.describe(1, note="x")
    until(qtbot, lambda: written(folder) > 100)
    dialog = SessionChooser(None, keeper)
    qtbot.addWidget(dialog)
    dialog.show()
    until(qtbot, lambda: dialog.list.topLevelItemCount() == 1)
    assert "open in another window" in dialog.list.topLevelItem(0).text(0)
    assert not dialog.open_button.isEnabled()
    assert theirs.close(5.0)
