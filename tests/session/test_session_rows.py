"""Sorting, filtering, totals and editing by keyboard on the session page."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from desktop_app.session.session_table import COLUMNS, GENRE, NOTE, PROBABILITY
from tests.fixtures.session import cells, choose, open_editor, typed

FROM, LENGTH = COLUMNS.index("From"), COLUMNS.index("Length")


def click_heading(page, column):
    header = page.view.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(column) + 20, 8)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_on_a_heading_sorts_and_another_turns_it_round(page, fill):
    fill(("b", 30.0), ("a", 20.0), ("silence", 65.0), ("c", 10.0))
    assert cells(page, GENRE) == ["B", "A", "Silence", "C"]
    click_heading(page, GENRE)
    assert cells(page, GENRE) == ["A", "B", "C", "Silence"]
    click_heading(page, GENRE)
    assert cells(page, GENRE) == ["Silence", "C", "B", "A"]
    click_heading(page, LENGTH)
    assert cells(page, LENGTH) == ["0:09", "0:20", "0:30", "1:05"]
    click_heading(page, PROBABILITY)
    assert cells(page, PROBABILITY) == ["", "60 %", "70 %", "80 %"]
    click_heading(page, FROM)
    assert cells(page, GENRE) == ["B", "A", "Silence", "C"]


def test_the_filter_shows_what_matches_in_source_genre_or_note(page, fill):
    fill(("a", 20.0), ("b", 20.0), ("c", 20.0))
    typed(page, 1, NOTE, "Wedding dance", QLineEdit)
    QTest.keyClicks(page.filter, "wedding B")
    assert cells(page, GENRE) == ["B"]
    assert page.subtitle.startswith("1 of 3 parts, 0:20 in all")
    page.filter.setText("mic")
    assert cells(page, GENRE) == ["A", "B", "C"]
    page.filter.setText("accordion")
    assert page.rows.rowCount() == 0
    assert page.no_match.isVisible()
    assert page.no_match.text() == "No part matches “accordion”. Esc shows all."
    QTest.keyClick(page.filter, Qt.Key.Key_Escape)
    assert cells(page, GENRE) == ["A", "B", "C"]


def test_edits_and_deletions_reach_the_row_that_is_seen(page, fill):
    fill(("b", 20.0), ("a", 20.0), ("c", 20.0))
    click_heading(page, GENRE)
    typed(page, 0, NOTE, "the second", QLineEdit)
    assert [entry.note for entry in page.table.entries] == ["", "the second", ""]
    choose(page, 1)
    page.delete_chosen()
    assert [entry.label for entry in page.table.entries] == ["a", "c"]


def test_totals_are_by_genre_for_what_is_shown_or_selected(page, fill):
    assert not page.totals.isVisible()
    fill(("a", 60.0), ("b", 60.0), ("a", 30.5))
    assert page.totals.text() == "A 1:30 (60 %)  ·  B 1:00 (40 %)"
    fill(("silence", 3600.0), ("c", 10.0))
    assert page.totals.text().endswith("B 1:00 (2 %)  ·  C 0:09 (<1 %)")
    page.filter.setText("b")
    assert page.totals.text() == "B 1:00 (100 %)"
    page.filter.clear()
    choose(page, 0, 1)
    assert page.totals.text() == "2 selected, 2:00:   A 1:00 (50 %)  ·  B 1:00 (50 %)"
    typed(page, 1, GENRE, "waltz", QComboBox)
    page.view.clearSelection()
    page.hide()
    fill(("c", 10.0))
    page.show()
    assert "  ·  Waltz 1:00 (2 %)" in page.totals.text()


def test_one_of_two_genres_is_the_same_whichever_is_named_first(page, fill):
    fill(("c", 20.0), sure_threshold=0.65)
    fill(("a", 40.0))
    typed(page, 1, GENRE, "B or C", QComboBox)
    assert cells(page, GENRE) == ["C or B", "B or C"]
    assert page.totals.text() == "B or C 0:59 (100 %)"


@pytest.mark.parametrize("column", range(len(COLUMNS)))
def test_f2_edits_in_every_column(page, fill, column):
    fill(("a", 20.0))
    page.view.setCurrentIndex(page.rows.index(0, column))
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_F2)
    line = (
        open_editor(page, QLineEdit) if column == NOTE else open_editor(page, QComboBox).lineEdit()
    )
    line.selectAll()
    QTest.keyClicks(line, "gig")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    (entry,) = page.table.entries
    assert (entry.note if column == NOTE else entry.label) == "gig"


@pytest.mark.parametrize(("column", "editor"), [(GENRE, QComboBox), (NOTE, QLineEdit)])
def test_what_is_being_typed_stays_while_the_part_grows(page, fill, column, editor):
    fill(("a", 20.0))
    page.view.edit(page.rows.index(0, column))
    field = open_editor(page, editor)
    line = field if editor is QLineEdit else field.lineEdit()
    line.selectAll()
    QTest.keyClicks(line, "half a wo")
    fill(("a", 5.0))
    assert line.text() == "half a wo"
    QTest.keyClick(line, Qt.Key.Key_Escape)
