import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

import model
from desktop_app.bundled import COURSE_PATH
from desktop_app.panels.kernels import KernelsCard


@pytest.fixture(scope="module")
def classifier():
    return model.load_classifier()


@pytest.fixture
def card(qtbot, classifier):
    card = KernelsCard()
    qtbot.addWidget(card)
    card.resize(300, 640)
    card.show_model(classifier)
    card.show()
    qtbot.waitExposed(card)
    card.told = []
    card.changed.connect(card.told.append)
    return card


def cell(card, row, column):
    """The field with a weight of the chosen kernel."""
    name = f"Weight in row {row + 1}, column {column + 1}"
    return next(f for f in card.findChildren(QLineEdit) if f.accessibleName() == name)


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_typed_weight_is_applied_and_can_be_undone(card, classifier):
    card.choose(3)
    type_into(cell(card, 0, 2), "1.5")
    assert card.told[-1].weight[3, 0, 2, 2] == 1.5
    assert card.told[-1].changed == {3}
    assert card.subtitle == "1 changed"
    assert card.heading.text() == "Kernel 4 (changed)"
    card.undo.undo()
    assert card.told[-1].changed == frozenset()
    assert card.subtitle == ""
    card.undo.redo()
    assert card.told[-1].changed == {3}


@pytest.mark.parametrize("nonsense", ["abc", "", "nan", "1e9", "--1", "1_0"])
def test_invalid_text_is_rejected(card, nonsense):
    field = cell(card, 1, 1)
    before = field.text()
    type_into(field, nonsense) if nonsense else (field.clear(), field.setModified(True),
                                                field.editingFinished.emit())  # fmt: skip
    assert field.text() == before
    assert card.told == []
    assert not card.problem.isHidden()
    assert "is not a number between −100 and 100. The old value is kept." in card.problem.text()
    type_into(field, "0.5")
    assert card.problem.isHidden()


def test_a_decimal_comma_is_accepted(card):
    type_into(card.bias, "0,25")
    assert card.told[-1].bias[0] == 0.25


def test_leaving_a_cell_untouched_changes_nothing(card):
    cell(card, 0, 0).setFocus()
    cell(card, 0, 1).setFocus()
    assert card.told == []


def test_presets_mute_solo_restore_and_reset(card, qtbot):
    card.choose(2)
    card.named.setCurrentText("vertical line")
    card.named.activated.emit(card.named.currentIndex())
    assert cell(card, 0, 1).text() == "1.00"
    assert cell(card, 0, 0).text() == "0.00"
    qtbot.mouseClick(card.mute, Qt.MouseButton.LeftButton)
    assert card.told[-1].muted == {2}
    qtbot.mouseClick(card.restore, Qt.MouseButton.LeftButton)
    assert card.told[-1].changed == frozenset()
    assert not card.mute.isChecked()
    card.choose(5)
    qtbot.mouseClick(card.solo, Qt.MouseButton.LeftButton)
    assert card.told[-1].muted == frozenset(range(16)) - {5}
    qtbot.mouseClick(card.reset, Qt.MouseButton.LeftButton)
    assert card.told[-1].changed == frozenset()
    assert not card.reset.isEnabled()
    assert not card.restore.isEnabled()


def test_kernels_can_be_chosen_by_mouse_and_keyboard(card, qtbot):
    at = card.gallery.place(4).center().toPoint()
    qtbot.mouseClick(card.gallery, Qt.MouseButton.LeftButton, pos=at)
    assert card.heading.text() == "Kernel 5"
    QTest.keyClick(card.gallery, Qt.Key.Key_Down)
    assert card.heading.text() == "Kernel 9"
    for _ in range(9):
        QTest.keyClick(card.gallery, Qt.Key.Key_Down)
    assert card.heading.text() == "Kernel 13"


def test_another_model_discards_all_edits(card):
    card.choose(9)
    type_into(card.bias, "3")
    card.show_model(model.load_classifier(COURSE_PATH))
    assert not card.undo.canUndo()
    assert card.heading.text() == "Kernel 1"
    assert card.edits.weight.shape == (32, 1, 3, 3)


def test_an_edit_that_changes_nothing_adds_no_undo_step(card):
    type_into(card.bias, "0.5")
    type_into(card.bias, "0.5")
    assert card.undo.count() == 1


def test_the_chosen_kernel_is_scrolled_into_view(card):
    card.choose(15)
    at = card.gallery.place(15).center().toPoint()
    assert card.gallery.visibleRegion().contains(at)


@pytest.mark.parametrize("size", [(300, 800), (300, 1000), (620, 700), (900, 500), (1200, 1000)])
def test_the_gallery_fills_its_panel_without_overlaps(card, qapp, size):
    card.resize(*size)
    qapp.processEvents()
    gallery = card.gallery
    places = [gallery.place(number) for number in range(16)]
    assert gallery.writes_weights
    assert all(at.width() >= 80 and at.height() >= 66 for at in places)
    for number, at in enumerate(places):
        assert gallery.rect().contains(at.toAlignedRect().adjusted(1, 1, -1, -1))
        assert not any(at.intersects(other) for other in places[number + 1 :])


@pytest.mark.parametrize("size", [(290, 400), (300, 480), (300, 630), (420, 420)])
def test_a_low_panel_shows_the_colours_of_all_kernels_without_scrolling(card, qapp, size):
    card.resize(*size)
    qapp.processEvents()
    gallery = card.gallery
    assert not gallery.writes_weights
    for number in range(16):
        at = gallery.place(number).center().toPoint()
        assert gallery.visibleRegion().contains(at)
    assert gallery.place(15).bottom() <= gallery.visibleRegion().boundingRect().bottom() + 1
    assert gallery.place(14).top() == gallery.place(15).top()


def test_kernels_grow_with_the_panel(card, qapp):
    def area(width, height):
        card.resize(width, height)
        qapp.processEvents()
        at = card.gallery.place(0)
        return at.width() * at.height()

    small = area(300, 640)
    assert area(800, 640) > 1.2 * small
    assert area(1600, 1200) > 4 * small


def test_the_words_on_the_list_of_kernels_fit_in_large_letters(card):
    font = card.font()
    font.setPointSizeF(1.2 * font.pointSizeF())
    card.setFont(font)
    assert card.named.width() >= card.named.sizeHint().width()
