import re

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSlider,
    QTabBar,
    QTableView,
    QToolButton,
)

from desktop_app.laboratory import steps
from desktop_app.laboratory.page import LaboratoryPage

Key, Plain = Qt.Key, Qt.KeyboardModifier.NoModifier
Left = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot):
    page = LaboratoryPage()
    qtbot.addWidget(page)
    page.resize(1260, 600)
    page.show()
    qtbot.waitExposed(page)
    return page


def choose(choice, text):
    choice.setCurrentIndex(choice.findText(text))
    assert choice.currentText() == text
    choice.activated.emit(choice.currentIndex())


def written(grid):
    model = grid.sheet_model
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def cell(grid, row, column):
    return grid.visualRect(grid.sheet_model.index(row, column)).center()


def type_into(qtbot, grid, row, column, text):
    qtbot.mouseClick(grid.viewport(), Left, Plain, cell(grid, row, column))
    qtbot.keyClick(grid, text[0])
    editor = grid.findChild(QLineEdit)
    qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: grid.findChild(QLineEdit) is None)


def test_what_is_being_typed_outlives_new_sound(page, qtbot):
    choose(page.image.choice, "Live window")
    page.show_window(window())
    grid = page.kernel.grid
    qtbot.mouseClick(grid.viewport(), Left, Plain, cell(grid, 0, 0))
    qtbot.keyClick(grid, "7")
    editor = grid.findChild(QLineEdit)
    page.show_window(window(5.0))
    qtbot.waitUntil(lambda: written(page.image.grid)[0][0] == "12005")
    assert editor.text() == "7"
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: written(grid)[0][0] == "7")


def test_a_source_that_has_gone_leaves_nothing(page):
    choose(page.image.choice, "Live window")
    page.show_window(window())
    page.clear()
    assert written(page.image.grid)[0][0] == "0"


def go_to_the_end(qtbot, page):
    qtbot.keyClick(page.steps.slider, Key.Key_End)


def said(card):
    return card._subtitle.text()


def test_without_padding_the_lectures_output_fills_up_stop_by_stop(page, qtbot):
    assert page.image.choice.currentText() == "Lecture’s 6 × 6"
    assert written(page.output.grid)[0] == ["18", "", "", ""]
    for _ in range(3):
        qtbot.mouseClick(page.steps.next, Left)
    assert written(page.output.grid)[:2] == [["18", "10", "−3", "3"], [""] * 4]
    go_to_the_end(qtbot, page)
    assert written(page.output.grid) == [
        ["18", "10", "−3", "3"],
        ["12", "3", "2", "13"],
        ["9", "13", "5", "13"],
        ["10", "11", "−4", "15"],
    ]
    assert not page.steps.next.isEnabled()


def test_a_step_slides_the_kernel_and_writes_its_sum(page, qtbot):
    assert page.sum.toPlainText().startswith(
        "5·1 + 2·0 + 3·0 + 2·2 + 4·1 + 1·0 + 5·1 + 1·0 + 0·(−1) = 18"
    )
    for _ in range(4):
        qtbot.keyClick(page, Key.Key_Right)
    assert "= 12\nrunning sum: 2 → 2 →" in page.sum.toPlainText()
    assert page.image.grid.sheet_model.sheet.patch == ((1, 0), (3, 3))
    assert page.steps.words.text().replace("&", "") == "Stop 5 of 16"
    assert written(page.kernel.products)[0] == ["2", "0", "0"]
    qtbot.keyClick(page, Key.Key_Left)
    assert page.output.grid.sheet_model.sheet.marked == (0, 3)


@pytest.mark.parametrize("focus", ["choice", "slider", "next", "sum"])
def test_the_arrows_step_from_wherever_they_are_not_needed(page, qtbot, focus):
    widgets = {"choice": page.image.choice, "slider": page.steps.slider, "next": page.output}
    widgets["sum"] = page.sum
    qtbot.keyClick(widgets[focus], Key.Key_Right)
    assert page.steps.slider.value() == 1
    assert not page.findChild(QScrollArea).horizontalScrollBar().value()


def test_zero_padding_makes_the_output_as_large_as_the_image(page, qtbot):
    choose(page.kernel.padding, "zero")
    go_to_the_end(qtbot, page)
    output = written(page.output.grid)
    assert output[0] == ["1", "13", "11", "5", "3", "11"]
    assert output[1][1:-1] == ["18", "10", "−3", "3"]
    assert "rows: (6 + 2·1 − 3) // 1 + 1 = 6" in page.output.formulas.text()


def test_padding_looks_like_padding_and_takes_no_numbers(page, qtbot):
    choose(page.kernel.padding, "zero")
    go_to_the_end(qtbot, page)
    grid = page.image.grid
    assert written(grid)[0] == ["0"] * 8
    image = grid.viewport().grab().toImage()
    corner = QPoint(6, 6)
    padding, inside = (image.pixel(cell(grid, at, at) - corner) for at in (0, 1))
    assert padding != inside
    model = grid.sheet_model
    assert not model.flags(model.index(0, 3)) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(1, 1)) & Qt.ItemFlag.ItemIsEditable
    type_into(qtbot, grid, 1, 1, "9")
    assert page.experiment.convolution.image[0, 0, 0] == 9


def test_the_lectures_slips_are_told_only_where_they_stand(page):
    assert "prints 5" in page.note.text()
    choose(page.kernel.padding, "zero")
    assert "−1 in the padded corner" in page.note.text()
    choose(page.kernel.padding, "none")
    choose(page.kernel.across, "2")
    assert page.note.text() == ""
    choose(page.kernel.across, "1")
    choose(page.kernel.choice, "Vertical line detector")
    assert page.note.text() == ""


def test_the_lectures_pooling(page, qtbot):
    page.layers.setCurrentIndex(1)
    assert page.pool.isVisible()
    assert not page.kernel.isVisible()
    assert page.image.choice.currentText() == "Lecture’s 4 × 4"
    assert page.sum.toPlainText() == "max(−1, 2, 3, 18) = 18"
    assert page.pool.cell.sheet_model.sheet.marked == (1, 1)
    go_to_the_end(qtbot, page)
    assert written(page.output.grid) == [["18", "10"], ["12", "7"]]
    choose(page.pool.kind, "the average")
    assert written(page.output.grid) == [["5.5", "2.25"], ["4.5", "4.5"]]
    assert page.pool.cell.sheet_model.sheet.marked is None
    choose(page.pool.down, "1")
    assert said(page.output) == "3 × 2"
    choose(page.pool.cell_size, "3 × 3")
    assert said(page.output) == "1 × 1"


def test_three_channels_need_27_weights(page, qtbot):
    choose(page.image.image_depth, "3")
    assert said(page.kernel) == "3 × 3 × 3 = 27 weights"
    assert page.sum.toPlainText().splitlines()[2].startswith("channel 3: ")
    first = written(page.image.grid)
    page.image.channels.setCurrentIndex(1)
    assert written(page.image.grid) != first
    type_into(qtbot, page.kernel.grid, 0, 0, "7")
    assert page.experiment.convolution.kernels[0, :, 0, 0].tolist() == [1, 7, 1]


def test_nonsense_is_refused_at_the_cell(page, qtbot):
    type_into(qtbot, page.image.grid, 0, 1, "two")
    assert written(page.image.grid)[0][1] == "2"
    assert page.image.grid.sheet_model.wrong == (0, 1)
    assert page.note.text() == "“two” is no number. A cell takes a number like 3 or −0.5."
    assert not page.undo_stack.canUndo()
    qtbot.keyClick(page, Key.Key_Right)
    assert page.image.grid.sheet_model.wrong is None
    assert "no number" not in page.note.text()


def test_an_edited_cell_can_be_undone(page, qtbot):
    type_into(qtbot, page.image.grid, 0, 0, "-6")
    assert written(page.image.grid)[0][0] == "−6"
    assert written(page.output.grid)[0][0] == "7"
    assert page.image.choice.currentText() == "Your own"
    assert page.note.text() == ""
    undo, redo = (page.findChild(QToolButton, name) for name in ("undo", "redo"))
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert written(page.image.grid)[0][0] == "5"
    assert page.image.choice.currentText() == "Lecture’s 6 × 6"
    qtbot.mouseClick(redo, Qt.MouseButton.LeftButton)
    assert written(page.image.grid)[0][0] == "−6"


def test_the_same_number_again_is_no_change(page, qtbot):
    type_into(qtbot, page.image.grid, 0, 0, "5")
    assert not page.undo_stack.canUndo()


def test_random_weights_presets_and_reset_can_be_undone(page, qtbot):
    before = written(page.kernel.grid)
    qtbot.mouseClick(page.kernel.random, Left)
    choose(page.kernel.choice, "Oblique line detector")
    assert written(page.kernel.grid) == [["1", "0", "0"], ["0", "1", "0"], ["0", "0", "1"]]
    choose(page.image.choice, "Your own")
    qtbot.mouseClick(page.reset, Left)
    assert page.image.choice.currentText() == "Lecture’s 6 × 6"
    assert written(page.kernel.grid) == before
    page.undo_stack.undo()
    assert page.image.choice.currentText() == "Your own"
    while page.undo_stack.canUndo():
        page.undo_stack.undo()
    assert written(page.kernel.grid) == before


def test_strides_that_do_not_fit_leave_something_out_and_say_so(page, qtbot):
    choose(page.image.rows, "8")
    choose(page.image.columns, "5")
    choose(page.kernel.down, "2")
    choose(page.kernel.across, "3")
    assert page.output.formulas.text().splitlines() == [
        "rows: (8 + 2·0 − 3) // 2 + 1 = 3",
        "columns: (5 + 2·0 − 3) // 3 + 1 = 1",
    ]
    assert said(page.output) == "3 × 1"
    assert page.output.left_over.text() == "The stride leaves out the last row and 2 columns."
    qtbot.keyClick(page, Key.Key_Right)
    assert page.image.grid.sheet_model.sheet.patch == ((2, 0), (3, 3))


def test_a_kernel_larger_than_the_image_gives_a_sentence_instead_of_an_output(page, qtbot):
    choose(page.kernel.kernel_size, "7 × 7")
    assert page.output.problem.isVisible()
    assert "7 × 7 is larger than the image of 6 × 6" in page.output.problem.text()
    assert not page.output.grid.isVisible()
    assert page.sum.toPlainText() == ""
    for key in (Key.Key_Right, Key.Key_Space, Key.Key_Left):
        qtbot.keyClick(page, key)
    assert not page.steps.playing
    choose(page.kernel.padding, "zero")
    assert said(page.output) == "6 × 6"


def test_every_kernel_makes_a_map_and_each_can_be_looked_at(page, qtbot):
    choose(page.kernel.count, "8")
    assert said(page.output) == "8 maps of 4 × 4"
    places = page.output.maps._places()
    assert len(places) == 8
    assert places[-1].right() <= page.output.maps.width()
    assert page.kernel.kernels.geometry().right() <= page.kernel.width()
    qtbot.mouseClick(page.output.maps, Left, Plain, places[2].center().toPoint())
    assert page.kernel.choice.currentText() == "Vertical line detector"
    assert written(page.output.grid)[0][0] == "7"
    type_into(qtbot, page.kernel.grid, 1, 1, "0.5")
    assert written(page.output.grid)[0][0] == "5"
    page.kernel.kernels.setCurrentIndex(0)
    assert written(page.output.grid)[0][0] == "18"
    choose(page.kernel.count, "1")
    assert not page.output.maps.isVisible()


def test_space_plays_to_the_end_and_pauses(page, qtbot, monkeypatch):
    monkeypatch.setattr(steps, "SLOWEST_MS", 20)
    monkeypatch.setattr(steps, "FASTEST_MS", 20)
    qtbot.keyClick(page.image.grid, Key.Key_Space)
    assert page.steps.playing
    qtbot.waitUntil(lambda: page.steps.slider.value() > 2)
    qtbot.keyClick(page, Key.Key_Space)
    assert not page.steps.playing
    qtbot.keyClick(page, Key.Key_Space)
    qtbot.waitUntil(lambda: not page.steps.playing)
    assert written(page.output.grid)[3][3] == "15"
    qtbot.keyClick(page, Key.Key_Space)
    assert page.steps.playing
    assert page.steps.slider.value() == 0
    page.hide()
    assert not page.steps.playing


def window(value=0.0):
    frames = np.arange(100, dtype=np.float32)[:, None]
    return frames + 1000.0 * np.arange(13, dtype=np.float32) + np.float32(value)


def test_the_live_window_is_shown_while_it_is_asked_for(page, qtbot):
    page.show_window(window())
    assert not page._live.isActive()
    choose(page.image.choice, "Live window")
    assert said(page.image) == "13 × 100 heard now"
    assert said(page.output) == "11 × 98"
    assert page.image.canvas.picture.isVisible()
    assert not page.image.rows.isVisible()
    # Time runs to the right, coefficient 12 is at the top.
    assert written(page.image.grid)[0][:2] == ["12000", "12001"]
    assert page.image.grid.sheet_model.rowCount() == 5
    model = page.image.grid.sheet_model
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    page.show_window(window(5.0))
    qtbot.waitUntil(lambda: written(page.image.grid)[0][0] == "12005")
    go_to_the_end(qtbot, page)
    assert written(page.image.grid)[-1][-1] == "104"
    choose(page.kernel.padding, "zero")
    assert said(page.output) == "13 × 100"
    go_to_the_end(qtbot, page)
    sheet = page.image.grid.sheet_model.sheet
    assert [sheet.in_padding(at, at) for at in range(5)] == [False] * 4 + [True]
    page.grab()
    page.undo_stack.undo()
    page.undo_stack.undo()
    assert page.image.choice.currentText() == "Lecture’s 6 × 6"


def test_hidden_it_draws_nothing_and_catches_up_when_shown(page, qtbot):
    choose(page.image.choice, "Live window")
    assert said(page.image) == "13 × 100, nothing heard yet"
    page.hide()
    page.show_window(window(7.0))
    assert not page._live.isActive()
    assert written(page.image.grid)[0][0] == "0"
    page.show()
    assert written(page.image.grid)[0][0] == "12007"
    page.show_window(np.zeros((0, 13), np.float32))
    assert written(page.image.grid)[0][0] == "12007"


def test_a_deep_experiment_survives_the_live_window(page):
    choose(page.image.image_depth, "3")
    page.image.channels.setCurrentIndex(2)
    page.show_window(window())
    choose(page.image.choice, "Live window")
    assert said(page.kernel) == "3 × 3 × 1 = 9 weights"
    page.undo_stack.undo()
    assert said(page.kernel) == "3 × 3 × 3 = 27 weights"


@pytest.mark.parametrize("pools", [False, True])
def test_no_letter_leads_to_two_places(page, pools):
    page.layers.setCurrentIndex(int(pools))
    texts = [w.text() for w in page.findChildren(QLabel) if w.isVisible() and w.buddy()]
    texts += [w.text() for w in page.findChildren(QAbstractButton) if w.isVisible()]
    texts += [page.layers.tabText(index) for index in range(2)]
    letters = [match[1].upper() for text in texts if (match := re.search("&(.)", text))]
    menus = list("FESVH")
    assert len(letters) > 10
    assert len(set(letters + menus)) == len(letters + menus)


def test_everything_says_what_it_is_for(page):
    kinds = (QAbstractButton, QComboBox, QSlider, QTableView, QPlainTextEdit)
    controls = [control for kind in kinds for control in page.findChildren(kind)]
    assert len(controls) > 20
    for control in controls:
        if not isinstance(control.parent(), QTabBar | QTableView):
            assert control.toolTip(), control
    assert all(page.layers.tabToolTip(index) for index in range(2))


def bars(page):
    area = page.findChild(QScrollArea)
    return area.horizontalScrollBar().isVisible(), area.verticalScrollBar().isVisible()


def test_it_fits_a_small_screen_and_scrolls_on_a_smaller_one(page, qtbot):
    choose(page.kernel.count, "8")
    choose(page.image.choice, "Live window")
    QApplication.processEvents()
    assert bars(page) == (False, False)
    page.resize(630, 300)
    QApplication.processEvents()
    assert bars(page) == (True, True)
