import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea

from desktop_app.laboratory import step_controls
from desktop_app.laboratory.formula_text import NO_BREAK
from tests.fixtures.laboratory import (
    Key,
    Left,
    Plain,
    choose,
    go_to_the_end,
    said,
    type_into,
    written,
)


def test_without_padding_the_lectures_output_appears_step_by_step(page, qtbot):
    assert page.image.choice.currentText() == "Lecture, 6 × 6"
    assert written(page.output.grid)[0] == ["18", "", "", ""]
    for _ in range(3):
        qtbot.mouseClick(page.step.steps.next, Left)
    assert written(page.output.grid)[:2] == [["18", "10", "−3", "3"], [""] * 4]
    go_to_the_end(qtbot, page)
    assert written(page.output.grid) == [
        ["18", "10", "−3", "3"],
        ["12", "3", "2", "13"],
        ["9", "13", "5", "13"],
        ["10", "11", "−4", "15"],
    ]
    assert not page.step.steps.next.isEnabled()


def test_a_step_moves_the_kernel_and_writes_out_its_sum(page, qtbot):
    assert page.step.sum.toPlainText().startswith(
        "5·1 + 2·0 + 3·0 + 2·2 + 4·1 + 1·0 + 5·1 + 1·0 + 0·(−1) = 18"
    )
    for _ in range(4):
        qtbot.keyClick(page, Key.Key_Right)
    assert "= 12\nrunning sum: 2 → 2 →" in page.step.sum.toPlainText()
    assert page.image.grid.grid_model.content.patch == ((1, 0), (3, 3))
    assert page.step.steps.label.text().replace("&", "") == "Step 5 of 16"
    assert written(page.kernel.products)[0] == ["2", "0", "0"]
    qtbot.keyClick(page, Key.Key_Left)
    assert page.output.grid.grid_model.content.marked == (0, 3)


@pytest.mark.parametrize("focus", ["choice", "slider", "output", "sum"])
def test_arrow_keys_step_whatever_has_the_focus(page, qtbot, focus):
    widgets = {"choice": page.image.choice, "slider": page.step.steps.slider}
    widgets |= {"output": page.output, "sum": page.step.sum}
    qtbot.keyClick(widgets[focus], Key.Key_Right)
    assert page.step.steps.slider.value() == 1
    assert not page.findChild(QScrollArea).horizontalScrollBar().value()


def test_arrow_keys_move_between_the_cells_of_a_grid_instead(page, qtbot):
    grid = page.image.grid
    grid.setCurrentIndex(grid.model().index(0, 0))
    qtbot.keyClick(grid, Key.Key_Right)
    assert grid.currentIndex().column() == 1
    assert page.step.steps.slider.value() == 0


def test_zero_padding_makes_the_output_as_large_as_the_image(page, qtbot):
    choose(page.kernel.padding, "zero")
    go_to_the_end(qtbot, page)
    output = written(page.output.grid)
    assert output[0] == ["1", "13", "11", "5", "3", "11"]
    assert output[1][1:-1] == ["18", "10", "−3", "3"]
    formulas = page.output.formulas.text().replace(NO_BREAK, " ")
    assert "rows: ⌊(6 + 2·1 − 3) / 1⌋ + 1 = 6" in formulas


def test_errors_on_the_slides_are_mentioned_only_beside_their_example(page):
    assert "shows 5" in page.step.note.text()
    choose(page.kernel.padding, "zero")
    assert "−1 in the corner with padding" in page.step.note.text()
    choose(page.kernel.padding, "none")
    choose(page.kernel.horizontal, "2")
    assert page.step.note.text() == ""
    choose(page.kernel.horizontal, "1")
    choose(page.kernel.choice, "Vertical line detector")
    assert page.step.note.text() == ""


def test_pooling_matches_the_lecture(page, qtbot):
    page.layers.setCurrentIndex(1)
    assert page.pool.isVisible()
    assert not page.kernel.isVisible()
    assert page.image.choice.currentText() == "Lecture, 4 × 4"
    assert page.step.sum.toPlainText() == "max(−1, 2, 3, 18) = 18"
    assert page.pool.cell.grid_model.content.marked == (1, 1)
    go_to_the_end(qtbot, page)
    assert written(page.output.grid) == [["18", "10"], ["12", "7"]]
    choose(page.pool.kind, "average")
    assert written(page.output.grid) == [["5.50", "2.25"], ["4.50", "4.50"]]
    assert page.pool.cell.grid_model.content.marked is None
    choose(page.pool.vertical, "1")
    assert said(page.output) == "3 × 2"
    choose(page.pool.cell_size, "3 × 3")
    assert said(page.output) == "1 × 1"


def test_the_page_says_what_a_stride_skips(page, qtbot):
    choose(page.image.rows, "8")
    choose(page.image.columns, "5")
    choose(page.kernel.vertical, "2")
    choose(page.kernel.horizontal, "3")
    assert page.output.formulas.text().replace(NO_BREAK, " ").splitlines() == [
        "rows: ⌊(8 + 2·0 − 3) / 2⌋ + 1 = 3",
        "columns: ⌊(5 + 2·0 − 3) / 3⌋ + 1 = 1",
    ]
    assert said(page.output) == "3 × 1"
    assert page.output.left_over.text() == "The stride skips the last row and the last 2 columns."
    qtbot.keyClick(page, Key.Key_Right)
    assert page.image.grid.grid_model.content.patch == ((2, 0), (3, 3))


def test_a_kernel_larger_than_the_image_shows_an_explanation_in_place_of_an_output(page, qtbot):
    choose(page.kernel.kernel_size, "7 × 7")
    assert page.output.problem.isVisible()
    assert "kernel (7 × 7) is larger than the image (6 × 6)" in page.output.problem.text()
    assert not page.output.grid.isVisible()
    assert page.step.sum.toPlainText() == ""
    for key in (Key.Key_Right, Key.Key_Space, Key.Key_Left):
        qtbot.keyClick(page, key)
    assert not page.step.steps.playing
    choose(page.kernel.padding, "zero")
    assert said(page.output) == "6 × 6"


def test_every_kernel_has_a_map_that_can_be_shown(page, qtbot):
    choose(page.kernel.count, "8")
    assert said(page.output) == "8 maps of 4 × 4"
    places = page.output.maps.places()
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


def test_the_lectures_other_kernels_can_be_chosen(page):
    choose(page.kernel.choice, "Lecture, first slide")
    assert written(page.kernel.grid) == [["1", "2", "−1"], ["0", "1", "2"], ["−2", "1", "0"]]
    choose(page.kernel.choice, "Lecture, 5 by 5")
    assert written(page.kernel.grid)[0] == ["1", "2", "9", "8", "7"]
    assert page.kernel.kernel_size.currentText() == "5 × 5"
    choose(page.kernel.choice, "Vertical line detector")
    assert written(page.kernel.grid)[2] == ["0", "0", "1", "0", "0"]
    assert page.kernel.choice.currentText() == "Vertical line detector"


def test_a_relu_can_follow_the_convolution(page, qtbot):
    qtbot.mouseClick(page.relu, Left, pos=QPoint(8, page.relu.height() // 2))
    go_to_the_end(qtbot, page)
    assert written(page.output.grid)[0] == ["18", "10", "0", "3"]
    page.step.steps.slider.setValue(2)
    assert page.step.sum.toPlainText().endswith("ReLU: max(0, −3) = 0")
    page.layers.setCurrentIndex(1)
    assert not page.relu.isVisible()
    page.undo_stack.undo()
    page.undo_stack.undo()
    assert not page.relu.isChecked()
    go_to_the_end(qtbot, page)
    assert written(page.output.grid)[0][2] == "−3"


@pytest.mark.parametrize("used", ["choice", "next", "random"])
def test_space_plays_whatever_was_used_before(page, qtbot, used):
    page.setFocus()
    if used == "choice":
        page.kernel.padding.setFocus()
        qtbot.keyClick(page.kernel.padding, Key.Key_Down)
        assert page.experiment.convolution.zero_padding
    else:
        button = {"next": page.step.steps.next, "random": page.kernel.random}[used]
        qtbot.mouseClick(button, Left)
    qtbot.keyClick(page.focusWidget(), Key.Key_Space)
    assert page.step.steps.playing
    qtbot.keyClick(page.focusWidget(), Key.Key_Space)
    assert not page.step.steps.playing


def test_the_speed_of_playing_can_be_changed_while_it_plays(page, qtbot, monkeypatch):
    monkeypatch.setattr(step_controls, "SLOWEST_MS", 150)
    steps = page.step.steps
    choose(steps.speed, "¼ ×")
    qtbot.keyClick(page, Key.Key_Space)
    moved = []
    steps.moved.connect(moved.append)
    qtbot.wait(300)
    assert moved == []
    choose(steps.speed, "4 ×")
    qtbot.waitUntil(lambda: len(moved) >= 2)
    assert steps.playing
    assert steps.play.text() == "Pause"


def test_space_plays_to_the_end_and_pauses(page, qtbot, monkeypatch):
    monkeypatch.setattr(step_controls, "SLOWEST_MS", 20)
    monkeypatch.setattr(step_controls, "FASTEST_MS", 20)
    qtbot.keyClick(page.image.grid, Key.Key_Space)
    assert page.step.steps.playing
    qtbot.waitUntil(lambda: page.step.steps.slider.value() > 2)
    qtbot.keyClick(page, Key.Key_Space)
    assert not page.step.steps.playing
    qtbot.keyClick(page, Key.Key_Space)
    qtbot.waitUntil(lambda: not page.step.steps.playing)
    assert written(page.output.grid)[3][3] == "15"
    qtbot.keyClick(page, Key.Key_Space)
    assert page.step.steps.playing
    assert page.step.steps.slider.value() == 0
    page.hide()
    assert not page.step.steps.playing
