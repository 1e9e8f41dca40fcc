import csv

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QCursor, QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from desktop_app.ui.snapshot import MARGIN, SCALE
from tests.fixtures.laboratory import choose
from tests.fixtures.windows import activate, until

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window, qtbot, monkeypatch):
    # A message would wait for an answer.
    monkeypatch.setattr(QMessageBox, "warning", lambda *said: pytest.fail(said[-1]))
    QGuiApplication.clipboard().clear()
    window, _ = open_window()
    window.pages.show_laboratory()
    activate(qtbot, window)
    # Outside all panels.
    QCursor.setPos(window.mapToGlobal(QPoint(5, window.height() - 3)))
    return window


@pytest.fixture
def save_as(monkeypatch):
    """Replaces the file dialog by one that chooses a path at once."""

    def at(path):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    return at


def picture_size(panel):
    return SCALE * (panel.canvases[0].width() + 2 * MARGIN)


def rows(path):
    return list(csv.DictReader(path.read_text().splitlines()))


def right_click(widget):
    """Ask for the context menu in the middle of a widget; return the menu that opens."""
    at = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def action(menu, name):
    return next(a for a in menu.actions() if a.text().replace("&", "") == name)


@pytest.mark.parametrize("name", ["image", "kernel", "output", "step"])
def test_ctrl_c_copies_the_card_under_the_pointer(window, qtbot, name):
    card = getattr(window.pages.laboratory, name)
    QCursor.setPos(card.mapToGlobal(card.rect().center()))
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_C, Control)
    image = QGuiApplication.clipboard().image()
    assert image.width() == picture_size(card)
    # Numbers are written on it.
    assert len({image.pixel(x, y) for x in range(image.width()) for y in range(0, 200, 5)}) > 5


def test_ctrl_c_in_the_sum_copies_the_selected_text_or_else_the_picture(window, qtbot):
    step = window.pages.laboratory.step
    step.sum.setFocus()
    qtbot.keyClick(step.sum, Key.Key_C, Control)
    assert QGuiApplication.clipboard().image().width() == picture_size(step)
    step.sum.selectAll()
    qtbot.keyClick(step.sum, Key.Key_C, Control)
    assert QGuiApplication.clipboard().text().startswith("5·1 + 2·0")


def test_ctrl_s_in_a_cell_saves_its_card(window, qtbot, tmp_path, save_as):
    page = window.pages.laboratory
    save_as(tmp_path / "x.svg")
    page.kernel.grid.setFocus()
    qtbot.keyClick(page.kernel.grid, Key.Key_S, Control)
    renderer = QSvgRenderer(str(tmp_path / "x.svg"))
    assert renderer.viewBox().width() == page.kernel.canvas.width() + 2 * MARGIN
    assert "−1" in (tmp_path / "x.svg").read_text()


def test_a_right_click_saves_the_numbers_of_a_card(window, qtbot, tmp_path, save_as):
    page = window.pages.laboratory
    choose(page.image.image_depth, "2")
    for name, widget in {"image": page.image.grid, "sum": page.step.sum}.items():
        save_as(tmp_path / f"{name}.csv")
        menu = right_click(widget.viewport())
        assert action(menu, "Copy picture").isEnabled()
        action(menu, "Save numbers…").trigger()
        menu.close()
    image = rows(tmp_path / "image.csv")
    assert [(row["channel"], row["row"], row["image_0"]) for row in image[:2]] == [
        ("0", "0", "5.0"),
        ("0", "1", "2.0"),
    ]
    terms = rows(tmp_path / "sum.csv")
    assert len(terms) == 18
    assert terms[-1]["running_sum"] == str(page.experiment.convolution.maps[0, 0, 0])


def test_the_picture_of_the_whole_page_has_what_is_scrolled_away(window, qtbot):
    page = window.pages.laboratory
    page.setFixedHeight(260)
    until(qtbot, page.scroll_area.verticalScrollBar().isVisible)
    page.scroll_area.verticalScrollBar().setValue(20)
    menu = right_click(page.output.grid.viewport())
    action(action(menu, "Whole page").menu(), "Copy picture").trigger()
    menu.close()
    upper = page.image.height()
    assert upper > page.scroll_area.viewport().height()
    height = QGuiApplication.clipboard().image().height()
    assert height == SCALE * (upper + page.step.height() + 3 * MARGIN)


def test_a_right_click_copies_or_saves_the_whole_page(window, qtbot, tmp_path, save_as):
    page = window.pages.laboratory
    page.step.steps.slider.setValue(3)
    menu = right_click(page.output.grid.viewport())
    whole = action(menu, "Whole page").menu()
    action(whole, "Copy picture").trigger()
    assert QGuiApplication.clipboard().image().width() == picture_size(page)
    for name in ("x.csv", "x.npz", "x.png"):
        save_as(tmp_path / name)
        action(whole, "Save picture…" if name == "x.png" else "Save numbers…").trigger()
    menu.close()
    table = rows(tmp_path / "x.csv")
    assert [row["grid"] for row in table] == 36 * ["image"] + 9 * ["kernel_1"] + 16 * ["output_1"]
    assert [row["value"] for row in table[-16:-11]] == ["18.0", "10.0", "-3.0", "3.0", "nan"]
    with np.load(tmp_path / "x.npz") as arrays:
        assert arrays["kernel_1"].tolist() == [[[1, 0, 0], [2, 1, 0], [1, 0, -1]]]
    assert QImage(str(tmp_path / "x.png")).width() == picture_size(page)


def test_the_menu_bar_offers_the_page_only_while_it_is_shown(window, qtbot):
    menu = window.commands.export
    menu.popup(window.mapToGlobal(QPoint(20, 20)))
    qtbot.waitUntil(menu.isVisible)
    assert action(menu, "Whole page").menu().isEnabled()
    menu.close()
    window.pages.show_live()
    menu.popup(window.mapToGlobal(QPoint(20, 20)))
    qtbot.waitUntil(menu.isVisible)
    assert not action(menu, "Whole page").menu().isEnabled()
    menu.close()


def test_pooling_can_be_exported(window, qtbot):
    page = window.pages.laboratory
    page.layers.setCurrentIndex(1)
    assert page.pool.numbers()["cell"].tolist() == [[-1, 2], [3, 18]]
    assert list(page.step.numbers()) == ["channel", "row", "column", "pixel"]
    assert "output_1" in page.numbers()
    assert page.pool.canvas.isVisible()


def test_tab_still_reaches_the_slider(window):
    assert window.pages.laboratory.step.steps.slider.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_speed_is_remembered(window, open_window):
    choose(window.pages.laboratory.step.steps.speed, "½ ×")
    window.close()
    again, _ = open_window()
    again.pages.show_laboratory()
    assert again.pages.laboratory.step.steps.speed.currentText() == "½ ×"
