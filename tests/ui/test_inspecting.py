"""Inspecting layers, pixels and kernels in a window with the app's own network."""

import re

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

import model
from desktop_app.engine.inspector import MapPixel
from desktop_app.ui.inspector_column import InspectorColumn
from model.checkpoint import save_checkpoint
from model.standardisation import STANDARDISE
from tests.fixtures.laboratory import choose
from tests.fixtures.networks import UNUSUAL, invented
from tests.fixtures.windows import activate, hear, hear_music, listening, until


@pytest.fixture
def window(open_window, machine, qtbot):
    window, monitor = open_window()
    own = model.load_classifier()
    monitor.network.use(own, None)
    until(qtbot, lambda: window.live.maps.layer == own.first_maps)
    listening(qtbot, window)
    hear_music(machine)
    until(qtbot, lambda: window.live.maps.grid.maps is not None)
    return window


def click_map(qtbot, window, number, frame, coefficient):
    """Enlarge a map and pin a pixel in it."""
    grid = window.live.maps.grid
    at = next(cell.map for cell in grid.cells() if cell.number == number)
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=at.center().toPoint())
    at = grid.cells()[0].map
    _, frames, coefficients = grid.maps.shape
    x = at.left() + (frame + 0.5) * at.width() / frames
    y = at.bottom() - (coefficient + 0.5) * at.height() / coefficients
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=type(at.center())(x, y).toPoint())
    assert grid.at == MapPixel(number, frame, coefficient)


def test_the_sum_of_a_pixel_follows_the_sound(qtbot, window, machine):
    window.commands.panels["pixel"].trigger()
    click_map(qtbot, window, 4, 60, 7)
    card = window.live.pixel
    first = card.shown
    assert first.value == pytest.approx(window.live.maps.grid.maps[4, 60, 7], abs=1e-4)
    assert "relu1, map 5, frame 61 of 100, coefficient 7" in card.where.text()
    hear(machine, 0.3)
    until(qtbot, lambda: card.shown.patch.tolist() != first.patch.tolist())
    image = window.live.frame.activations[STANDARDISE][0]
    np.testing.assert_allclose(card.shown.patch[0], image[59:62, 6:9])
    assert card.shown.value == pytest.approx(window.live.maps.grid.maps[4, 60, 7], abs=1e-4)
    assert window.live.mfcc.field is not None
    QTest.keyClick(window.live.maps.grid, Qt.Key.Key_Escape)
    assert card.shown is None
    assert window.live.mfcc.field is None


def test_every_layer_of_a_frozen_frame_can_be_inspected(qtbot, window, machine):
    window.commands.panels["pixel"].trigger()
    window.commands.freeze.trigger()
    frozen = window.live.frame.end_sample
    hear(machine, 0.3)
    for place in window.monitor.network.current.model.places:
        if len(place.output_shape) == 3:
            window.live.maps.show_layer(place.name)
            maps = window.live.maps.grid.maps
            assert maps.shape == place.output_shape
            window.live.maps.grid.pin(MapPixel(3, 5, 0))
            assert window.live.pixel.shown.value == pytest.approx(maps[3, 5, 0], abs=1e-4)
    assert window.live.frame.end_sample == frozen


def test_only_visible_layers_are_computed(window):
    worker = window.monitor.worker
    window.show_latest()
    assert worker.layers == ("relu1",)
    window.live.maps.show_layer("conv2")
    window.show_latest()
    assert worker.layers == ("conv2",)
    window.commands.panels["pixel"].trigger()
    window.live.maps.grid.pin(MapPixel(0, 0, 0))
    window.show_latest()
    assert worker.layers == ("conv2", "pool1")
    window.commands.panels["maps"].trigger()
    window.show_latest()
    assert worker.layers == ()


def test_edited_kernels_change_maps_and_genre_until_they_are_reset(qtbot, window, machine):
    grid, own = window.live.maps.grid, window.monitor.network.current.model
    kernel_at = grid.cells()[2].kernel
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=kernel_at.center().toPoint())
    card = window.live.kernels
    assert card.isVisible()
    assert card.heading.text() == "Kernel 3"
    before = window.live.frame.probabilities
    until(qtbot, lambda: card.solo.height() > 10)
    qtbot.mouseClick(card.solo, Qt.MouseButton.LeftButton)
    assert (grid.maps[[0, 1, 3, 15]] == 0).all()
    assert grid.maps[2].max() > 0
    assert np.abs(window.live.frame.probabilities - before).max() > 0.01
    hear(machine, 0.3)
    until(qtbot, lambda: window.live.frame.network is window.monitor.network.classifier is not own)
    assert (grid.maps[0] == 0).all()
    until(qtbot, window.live.maps.reset.isVisible)
    qtbot.mouseClick(window.live.maps.reset, Qt.MouseButton.LeftButton)
    assert grid.maps[0].max() > 0
    assert window.live.maps.reset.isHidden()
    hear(machine, 0.3)
    until(qtbot, lambda: window.live.frame.network is own)


def test_undo_and_redo_apply_to_kernels(window):
    window.commands.panels["kernels"].trigger()
    card = window.live.kernels
    card.solo.click()
    undo, redo = window.commands.undo, window.commands.redo
    assert undo.isEnabled()
    undo.trigger()
    assert window.live.frame.network is window.monitor.network.current.model
    redo.trigger()
    assert window.live.frame.network is not window.monitor.network.current.model


def test_the_inspected_layer_and_panels_are_remembered(qtbot, window, open_window):
    window.commands.panels["pixel"].trigger()
    window.live.maps.by_energy.click()
    window.live.maps.show_layer("conv3")
    window.close()
    again, monitor = open_window()
    assert again.live.pixel.isVisible()
    assert not again.live.kernels.isVisible()
    assert again.live.maps.by_energy.isChecked()
    own = model.load_classifier()
    monitor.network.use(own, None)
    until(qtbot, lambda: again.live.maps.layer == "conv3")


def test_the_laboratory_is_a_page_with_its_own_undo(qtbot, window, machine):
    window.commands.laboratory.trigger()
    page = window.pages.laboratory
    assert page.isVisible()
    window.show_latest()
    assert window.monitor.worker.layers == ()
    until(qtbot, window.status_line.updates.isHidden)
    before = page.experiment
    page.kernel.random.click()
    assert page.experiment is not before
    undo = window.commands.undo
    undo.trigger()
    assert page.experiment is before
    window.commands.live.trigger()
    assert not page.isVisible()
    assert not undo.isEnabled()


def test_the_laboratory_follows_the_live_sound(qtbot, window, machine):
    window.commands.laboratory.trigger()
    page = window.pages.laboratory
    choose(page.image.choice, "Live window")

    def shown():
        return page.image.grid.grid_model.content.values

    def heard():
        rows, columns = shown().shape
        return window.live.frame.mfcc.T[::-1][:rows, :columns].astype(np.float64).round(1)

    before = shown()
    hear(machine, 0.3)
    until(qtbot, lambda: not np.array_equal(shown(), before) and np.allclose(shown(), heard()))


def test_hidden_inspectors_leave_no_gap(qtbot, window):
    column = window.live.findChild(InspectorColumn)
    assert column.isHidden()
    window.commands.panels["pixel"].trigger()
    assert column.isVisible()
    window.commands.panels["kernels"].trigger()
    window.commands.panels["pixel"].trigger()
    assert column.isVisible()
    window.commands.panels["kernels"].trigger()
    assert column.isHidden()


def test_a_network_of_an_unusual_shape_can_be_inspected(qtbot, window, machine, tmp_path):
    path = tmp_path / "unusual.safetensors"
    save_checkpoint(invented(UNUSUAL), path)
    window.controller.use_model(str(path))
    until(qtbot, lambda: window.live.genres.bars.genres == ("a", "b", "c"))
    window.commands.panels["pixel"].trigger()
    hear(machine, 0.3)
    until(qtbot, lambda: window.live.maps.grid.maps is not None)
    card, grid = window.live.pixel, window.live.maps.grid
    for at in range(window.live.maps.choice.count()):
        window.live.maps.choice.setCurrentIndex(at)
        window.live.maps.grid.pin(MapPixel(0, 1, 0))
        assert card.shown.value == pytest.approx(grid.maps[0, 1, 0], abs=1e-4)
        card.grab()
    window.commands.panels["kernels"].trigger()
    window.commands.panels["architecture"].trigger()
    window.live.kernels.solo.click()
    assert window.live.kernels.edits.weight.shape == (3, 1, 5, 5)
    assert window.live.frame.network is window.monitor.network.classifier


def freeze(window):
    window.commands.freeze.trigger()
    window.show_latest()
    return window.live.genres.percent.text()


def test_edited_kernels_change_the_genre_of_a_frozen_frame(window):
    window.show_latest()
    before = freeze(window)
    window.live.kernels.solo.click()
    assert window.live.genres.percent.text() != before


def test_the_colours_of_a_frozen_frame_forget_edited_kernels(window):
    window.commands.panels["kernels"].trigger()
    freeze(window)
    card = window.live.kernels
    card.bias.selectAll()
    QTest.keyClicks(card.bias, "50")
    QTest.keyClick(card.bias, Qt.Key.Key_Return)
    assert card.edits.changed == {0}
    card.reset.click()
    shown = window.live.maps.grid.grab().toImage()
    window.live.maps.show_layer("conv1")
    window.live.maps.show_layer("relu1")
    assert window.live.maps.grid.grab().toImage() == shown


def test_another_model_classifies_a_frozen_frame(qtbot, window):
    window.commands.panels["pixel"].trigger()
    window.live.kernels.solo.click()
    freeze(window)
    window.live.maps.grid.pin(MapPixel(10, 99, 12))
    window.controller.use_model("course")
    until(qtbot, lambda: len(window.live.maps.grid.cells()) == 32)
    assert window.live.maps.grid.maps.shape == (32, 98, 11)
    assert window.live.frame.network is window.monitor.network.current.model
    assert window.live.maps.reset.isHidden()
    assert window.live.maps.grid.at is None
    named = int(window.live.frame.answer.probabilities.argmax())
    assert (
        window.live.genres.answer.text().lower()
        == window.monitor.network.current.model.genres[named]
    )


def test_a_pinned_pixel_is_released_when_the_layer_changes(window):
    window.commands.panels["pixel"].trigger()
    window.live.maps.grid.pin(MapPixel(10, 90, 12))
    window.live.maps.show_layer("conv3")
    assert window.live.maps.grid.at is None
    assert window.live.pixel.shown is None


def test_edited_kernels_are_still_marked_after_visiting_another_layer(window):
    window.live.kernels.solo.click()
    window.live.maps.show_layer("pool1")
    window.live.maps.show_layer("relu1")
    assert len(window.live.maps.grid.changed_kernels) == 15


def test_clearing_the_page_clears_the_sum(qtbot, window, machine):
    window.commands.panels["pixel"].trigger()
    window.live.maps.grid.pin(MapPixel(1, 50, 5))
    assert window.live.pixel.shown is not None
    window.live.clear()
    assert window.live.pixel.shown is None
    assert window.live.mfcc.field is None


def test_panels_opened_while_frozen_show_the_frozen_frame(window):
    freeze(window)
    window.live.maps.grid.pin(MapPixel(1, 50, 5))
    window.commands.panels["pixel"].trigger()
    assert window.live.pixel.shown is not None
    window.commands.panels["maps"].trigger()
    window.commands.panels["maps"].trigger()
    assert window.live.maps.grid.maps is not None


def test_no_access_key_is_used_twice(window):
    window.commands.why.trigger()
    for action in window.commands.panels.values():
        action.setChecked(True)
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [w.text() for w in window.findChildren(QLabel) if w.isVisible() and w.buddy()]
    texts += [w.text() for w in window.findChildren(QAbstractButton) if w.isVisible()]
    letters = [match[1].upper() for text in texts if (match := re.search("&(.)", text))]
    assert len(letters) > 12
    assert len(set(letters)) == len(letters)


def test_undo_works_while_a_cell_has_the_focus(qtbot, window):
    window.commands.panels["kernels"].trigger()
    activate(qtbot, window)
    card = window.live.kernels
    cells = card.findChildren(QLineEdit)
    cell = next(c for c in cells if c.accessibleName() == "Weight in row 1, column 1")
    cell.setFocus()
    cell.selectAll()
    QTest.keyClicks(cell, "5")
    QTest.keyClick(cell, Qt.Key.Key_Return)
    assert card.edits.kernel(0)[0, 0] == 5
    QTest.keyClick(cell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert card.edits.changed == frozenset()
