import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.laboratory.laboratory_page import LIVE_MS
from tests.fixtures.laboratory import Key, Left, Plain, cell, choose, go_to_the_end, said, written


def window(value=0.0):
    frames = np.arange(100, dtype=np.float32)[:, None]
    return frames + 1000.0 * np.arange(13, dtype=np.float32) + np.float32(value)


def test_the_live_window_is_shown_while_it_is_chosen(page, qtbot):
    page.show_window(window())
    lecture = written(page.image.grid)
    qtbot.wait(2 * LIVE_MS)
    assert written(page.image.grid) == lecture
    choose(page.image.choice, "Live window")
    assert said(page.image) == "13 × 100, live"
    assert said(page.output) == "11 × 98"
    assert page.image.values.heat_map.isVisible()
    assert not page.image.rows.isVisible()
    # Time runs to the right; coefficient 12 is at the top.
    assert written(page.image.grid)[0][:2] == ["12000", "12001"]
    assert page.image.grid.grid_model.rowCount() == 5
    model = page.image.grid.grid_model
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    page.show_window(window(5.0))
    qtbot.waitUntil(lambda: written(page.image.grid)[0][0] == "12005")
    go_to_the_end(qtbot, page)
    assert written(page.image.grid)[-1][-1] == "104"
    choose(page.kernel.padding, "zero")
    assert said(page.output) == "13 × 100"
    go_to_the_end(qtbot, page)
    content = page.image.grid.grid_model.content
    assert [content.in_padding(at, at) for at in range(5)] == [False] * 4 + [True]
    page.grab()
    page.undo_stack.undo()
    page.undo_stack.undo()
    assert page.image.choice.currentText() == "Lecture, 6 × 6"


def test_a_hidden_page_draws_nothing_and_catches_up_when_shown(page, qtbot):
    choose(page.image.choice, "Live window")
    assert said(page.image) == "13 × 100, no sound yet"
    page.hide()
    page.show_window(window(7.0))
    qtbot.wait(2 * LIVE_MS)
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


def test_clearing_removes_the_last_window(page):
    choose(page.image.choice, "Live window")
    page.show_window(window())
    page.clear()
    assert written(page.image.grid)[0][0] == "0"


def test_typing_is_not_interrupted_by_new_sound(page, qtbot):
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


def test_stepping_freezes_the_window_until_it_is_let_go(page, qtbot):
    choose(page.image.choice, "Live window")
    page.show_window(window())
    qtbot.waitUntil(lambda: written(page.image.grid)[0][0] == "12000")
    assert not page.image.go_on.isVisible()
    qtbot.keyClick(page, Key.Key_Right)
    text = page.step.sum.toPlainText()
    page.show_window(window(5.0))
    qtbot.wait(2 * LIVE_MS)
    assert page.step.sum.toPlainText() == text
    assert said(page.image) == "13 × 100, frozen"
    assert "frozen while you step" in page.step.note.text()
    page.clear()
    assert page.step.sum.toPlainText() == text
    page.show_window(window(7.0))
    qtbot.mouseClick(page.image.go_on, Left)
    assert written(page.image.grid)[0][0] == "12007"
    assert said(page.image) == "13 × 100, live"
    assert "frozen" not in page.step.note.text()
    page.show_window(window(9.0))
    qtbot.waitUntil(lambda: written(page.image.grid)[0][0] == "12009")
    assert page.step.steps.slider.value() == 1


def test_choosing_the_live_window_again_follows_the_sound_again(page, qtbot):
    choose(page.image.choice, "Live window")
    qtbot.keyClick(page, Key.Key_Right)
    choose(page.image.choice, "Lecture, 6 × 6")
    page.show_window(window(3.0))
    choose(page.image.choice, "Live window")
    assert written(page.image.grid)[0][0] == "12003"
    assert not page.image.go_on.isVisible()


def test_the_live_window_is_rounded_before_it_is_used(page, qtbot):
    choose(page.image.choice, "Live window")
    page.show_window(window(0.34))
    qtbot.waitUntil(lambda: written(page.image.grid)[0][0] == "12000.3")
    assert page.step.sum.toPlainText().startswith("12000.3·1 + 12001.3·0 + ")
    assert "rounded to one decimal" in page.step.note.text()
