import json
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QToolButton

from desktop_app.panels.genre_colours import colour_of
from desktop_app.session.session_table import COLUMNS, GENRE, NOTE
from tests.fixtures.files import write
from tests.fixtures.session import cells, choose, open_editor, typed
from tests.fixtures.windows import hear, listening, until


def says_nothing_yet(page):
    labels = page.findChildren(QLabel)
    return any(label.isVisible() and label.text().startswith("Nothing yet") for label in labels)


def delete_button(page):
    return next(b for b in page.findChildren(QToolButton) if b.text() == "Delete")


def test_an_empty_page_says_what_will_appear(page, fill):
    assert says_nothing_yet(page)
    fill(("a", 4.0))
    assert says_nothing_yet(page)
    fill(("a", 4.0))
    assert not says_nothing_yet(page)
    assert page.view.isVisible()
    assert page.subtitle.startswith("1 part,")


def test_there_is_one_row_per_part_and_the_last_one_grows(page, fill):
    fill(("a", 60.0), ("silence", 30.0), ("b", 20.0))
    assert cells(page, GENRE) == ["A", "Silence", "B"]
    assert cells(page, COLUMNS.index("Length")) == ["1:00", "0:30", "0:19"]
    assert cells(page, COLUMNS.index("Probability")) == ["80 %", "", "70 %"]
    assert cells(page, COLUMNS.index("Source")) == ["Mic"] * 3
    fill(("b", 10.0))
    assert cells(page, COLUMNS.index("Length"))[-1] == "0:29"


def test_doubt_is_listed_as_the_window_showed_it(page, fill):
    fill(("a", 20.0))
    fill(("c", 20.0), sure_threshold=0.65)
    fill(("c", 20.0), sure_threshold=0.95)
    assert cells(page, GENRE) == ["A", "C or B", "Not sure"]
    assert cells(page, COLUMNS.index("Probability")) == ["80 %", "90 %", ""]
    colours = [page.table.index(row, GENRE).data(Qt.ItemDataRole.DecorationRole) for row in (1, 2)]
    assert colours == [colour_of("c"), colour_of("not sure")]
    typed(page, 1, GENRE, "C", QComboBox)
    assert page.table.entries[1].label == "c"
    typed(page, 1, GENRE, "C or B", QComboBox)
    assert page.table.entries[1].name == ""


def test_the_time_of_recording_is_shown_once_a_file_tells_it(page, fill):
    column = COLUMNS.index("Recorded")
    fill(("a", 20.0))
    assert page.view.isColumnHidden(column)
    began = datetime(2025, 11, 27, 18, 30)
    fill(("b", 20.0), source="x.wav", start_s=90.0, began=began)
    assert not page.view.isColumnHidden(column)
    assert cells(page, column) == ["", "2025-11-27 18:31:30"]
    # Beside the times at which the part was heard.
    assert page.view.horizontalHeader().visualIndex(column) == 2
    page.view.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    assert cells(page, GENRE) == ["B", "A"]


def test_a_replay_is_not_listed_again(page, fill):
    fill(("a", 30.0), replay=True)
    assert page.table.rowCount() == 0


def test_names_and_notes_can_be_edited_and_undone(page, fill):
    fill(("a", 20.0), ("b", 20.0))
    typed(page, 0, GENRE, "Techno set", QComboBox)
    typed(page, 1, NOTE, "with  guests", QLineEdit)
    assert cells(page, GENRE) == ["Techno set", "B"]
    assert cells(page, NOTE) == ["", "with guests"]
    assert page.table.index(0, GENRE).data(Qt.ItemDataRole.ToolTipRole) == "Heard: A"
    fill(("b", 5.0))
    assert cells(page, NOTE) == ["", "with guests"]
    page.undo_stack.undo()
    page.undo_stack.undo()
    assert cells(page, GENRE) == ["A", "B"]
    assert cells(page, NOTE) == ["", ""]
    page.undo_stack.redo()
    assert cells(page, GENRE) == ["Techno set", "B"]


def test_the_models_genres_are_offered_and_saved_in_its_spelling(page, fill):
    fill(("a", 20.0))
    page.view.edit(page.rows.index(0, GENRE))
    names = open_editor(page, QComboBox)
    assert [names.itemText(n) for n in range(names.count())] == ["A", "B", "C"]
    QTest.keyClick(names.lineEdit(), Qt.Key.Key_Escape)
    typed(page, 0, GENRE, "B", QComboBox)
    assert page.table.entries[0].label == "b"
    typed(page, 0, GENRE, "A", QComboBox)
    assert page.table.entries[0].name == ""


def test_undoing_a_deletion_restores_the_order(page, fill):
    fill(("a", 20.0), ("b", 20.0), ("c", 20.0), ("a", 20.0))
    assert not delete_button(page).isEnabled()
    choose(page, 0, 2)
    assert delete_button(page).isEnabled()
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert cells(page, GENRE) == ["B", "A"]
    page.undo_stack.undo()
    assert cells(page, GENRE) == ["A", "B", "C", "A"]


def test_a_deleted_part_does_not_return_while_it_continues(page, fill):
    fill(("a", 20.0))
    choose(page, 0)
    delete_button(page).click()
    fill(("a", 20.0))
    assert page.table.rowCount() == 0
    assert says_nothing_yet(page)
    fill(("b", 20.0))
    assert cells(page, GENRE) == ["B"]
    page.undo_stack.undo()
    assert cells(page, GENRE) == ["A", "B"]


def test_new_parts_do_not_scroll_a_list_that_was_scrolled_up(page, fill):
    for _ in range(30):
        fill(("a", 6.0), ("b", 6.0))
    bar = page.view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    bar.setValue(3)
    fill(("a", 6.0), ("b", 6.0))
    assert bar.value() == 3


def test_space_still_plays_and_pauses(page, fill, qtbot):
    fill(("a", 20.0))
    with qtbot.captureExceptions() as raised:
        QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert not raised
    assert not page.view.selectionModel().hasSelection()


def test_sound_from_the_microphone_is_listed_and_saved(
    qtbot, window_and_monitor, machine, tmp_path, monkeypatch
):
    window, _ = window_and_monitor
    monkeypatch.setattr("desktop_app.engine.session_collector.STAY_SECONDS", 0.5)
    listening(qtbot, window)

    def listed():
        hear(machine, 0.6)
        qtbot.wait(200)
        return window.pages.session.table.rowCount() == 1

    until(qtbot, listed)
    window.commands.session.trigger()
    assert window.pages.session.isVisible()
    assert cells(window.pages.session, GENRE) == ["A"]
    target = tmp_path / "x.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.commands.live.trigger()
    window.commands.save_session.trigger()
    assert [row["genre"] for row in json.loads(target.read_text())] == ["a"]


def test_the_live_page_is_not_painted_while_hidden_and_is_current_when_shown(
    qtbot, window_and_monitor, tmp_path
):
    window, monitor = window_and_monitor
    window.controller.play([write(tmp_path / "x.wav", 60.0)])
    until(qtbot, lambda: window.live.genres.answer.text() == "A")
    window.commands.session.trigger()
    until(qtbot, lambda: monitor.worker.layers == ())
    shown = window.live.frame
    until(qtbot, lambda: window.live.frame.end_sample > shown.end_sample + 22050)
    window.commands.live.trigger()
    assert window.live.mfcc.numbers()["mfcc"].shape == (100, 13)
    window.commands.session.trigger()
    window.close()


def test_the_page_is_remembered(open_window):
    window, _ = open_window()
    window.commands.session.trigger()
    window.close()
    again, _ = open_window()
    assert again.pages.session.isVisible()
    assert again.commands.session.isChecked()


def test_the_longest_answer_fits_its_column_with_larger_fonts_too(page, fill):
    fill(("a", 20.0))
    for times in (1.0, 1.5):
        font = page.font()
        font.setPointSizeF(times * font.pointSizeF())
        page.view.setFont(font)
        header = page.view.horizontalHeader()
        longest = page.view.fontMetrics().horizontalAdvance("Classical or Electronic")
        assert header.sectionSize(GENRE) > longest + 24
        for name in ("Length", "Probability"):
            column = COLUMNS.index(name)
            assert header.sectionSize(column) >= page.view.fontMetrics().horizontalAdvance(name)


@pytest.mark.parametrize(("width", "times"), [(982, 1.5), (640, 1.0)])
def test_all_columns_are_in_sight_in_a_small_window(page, fill, width, times):
    fill(("a", 20.0), ("b", 20.0))
    font = page.font()
    font.setPointSizeF(times * font.pointSizeF())
    page.setFont(font)
    page.resize(width, 400)
    QApplication.processEvents()
    header, metrics = page.view.horizontalHeader(), page.view.fontMetrics()
    assert header.length() <= page.view.viewport().width()
    for column in ("From", "To", "Length", "Probability"):
        section = header.sectionSize(COLUMNS.index(column))
        words = [column, *cells(page, COLUMNS.index(column))]
        assert section >= max(map(metrics.horizontalAdvance, words)) + 6
    assert header.sectionSize(NOTE) >= 3 * metrics.height()
