from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton

from tests.fixtures.laboratory import (
    Key,
    Left,
    cell,
    choose,
    go_to_the_end,
    said,
    type_into,
    written,
)


def test_padding_looks_different_and_cannot_be_edited(page, qtbot):
    choose(page.kernel.padding, "zero")
    go_to_the_end(qtbot, page)
    grid = page.image.grid
    assert written(grid)[0] == ["0"] * 8
    image = grid.viewport().grab().toImage()
    corner = QPoint(6, 6)
    padding, inside = (image.pixel(cell(grid, at, at) - corner) for at in (0, 1))
    assert padding != inside
    model = grid.grid_model
    assert not model.flags(model.index(0, 3)) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(1, 1)) & Qt.ItemFlag.ItemIsEditable
    type_into(qtbot, grid, 1, 1, "9")
    assert page.experiment.convolution.image[0, 0, 0] == 9


def test_invalid_text_is_rejected_and_its_cell_is_marked(page, qtbot):
    type_into(qtbot, page.image.grid, 0, 1, "two")
    assert written(page.image.grid)[0][1] == "2"
    assert page.image.grid.grid_model.rejected_cell == (0, 1)
    assert page.step.note.text() == "“two” is not a number. Enter a number such as 3 or −0.5."
    assert not page.undo_stack.canUndo()
    qtbot.keyClick(page, Key.Key_Right)
    assert page.image.grid.grid_model.rejected_cell is None
    assert "not a number" not in page.step.note.text()


def test_an_edited_cell_can_be_undone(page, qtbot):
    type_into(qtbot, page.image.grid, 0, 0, "-6")
    assert written(page.image.grid)[0][0] == "−6"
    assert written(page.output.grid)[0][0] == "7"
    assert page.image.choice.currentText() == "Your own"
    assert page.step.note.text() == ""
    undo, redo = (page.findChild(QToolButton, name) for name in ("undo", "redo"))
    assert undo.text() == "&Undo: edit pixel"
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert written(page.image.grid)[0][0] == "5"
    assert page.image.choice.currentText() == "Lecture, 6 × 6"
    assert (undo.text(), undo.isEnabled()) == ("&Undo", False)
    qtbot.mouseClick(redo, Qt.MouseButton.LeftButton)
    assert written(page.image.grid)[0][0] == "−6"


def test_typing_the_same_number_changes_nothing(page, qtbot):
    type_into(qtbot, page.image.grid, 0, 0, "5")
    assert not page.undo_stack.canUndo()


def test_random_weights_presets_and_reset_can_be_undone(page, qtbot):
    before = written(page.kernel.grid)
    qtbot.mouseClick(page.kernel.random, Left)
    choose(page.kernel.choice, "Oblique line detector")
    assert written(page.kernel.grid) == [["1", "0", "0"], ["0", "1", "0"], ["0", "0", "1"]]
    choose(page.image.choice, "Your own")
    qtbot.mouseClick(page.reset, Left)
    assert page.image.choice.currentText() == "Lecture, 6 × 6"
    assert written(page.kernel.grid) == before
    page.undo_stack.undo()
    assert page.image.choice.currentText() == "Your own"
    while page.undo_stack.canUndo():
        page.undo_stack.undo()
    assert written(page.kernel.grid) == before


def test_three_channels_need_27_weights(page, qtbot):
    choose(page.image.image_depth, "3")
    assert said(page.kernel) == "3 × 3 × 3 = 27 weights"
    assert page.step.sum.toPlainText().splitlines()[2].startswith("channel 3: ")
    first = written(page.image.grid)
    page.image.channels.setCurrentIndex(1)
    assert written(page.image.grid) != first
    type_into(qtbot, page.kernel.grid, 0, 0, "7")
    assert page.experiment.convolution.kernels[0, :, 0, 0].tolist() == [1, 7, 1]
