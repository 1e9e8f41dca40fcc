from collections import Counter

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from desktop_app.engine.inspector import MapPixel
from desktop_app.panels.colours import ACTIVATION_MAP, KERNEL_MAP, table
from desktop_app.panels.map_grid import MapGrid
from desktop_app.panels.map_layout import cells
from desktop_app.panels.map_strengths import SORT_EVERY


@pytest.fixture
def grid(qtbot):
    grid = MapGrid()
    qtbot.addWidget(grid)
    grid.resize(900, 320)
    grid.show()
    qtbot.waitExposed(grid)
    return grid


def kernels(count):
    return np.arange(count * 9, dtype=np.float32).reshape(count, 3, 3)


def maps(count):
    """Map n is n in its two newest frames and n / 2 elsewhere."""
    values = np.ones((count, 100, 13), np.float32) * np.arange(count)[:, None, None] / 2
    values[:, -2:] *= 2
    return values


def first_layer(grid, count):
    grid.show_layer((count, 100, 13), kernels(count), signed=False)
    grid.show_maps(maps(count))


def map_at(grid, number):
    return next(cell.map for cell in grid.cells() if cell.number == number)


@pytest.mark.parametrize("count", [1, 16, 32, 64])
def test_every_map_is_next_to_its_kernel(grid, count):
    first_layer(grid, count)
    cells = grid.cells()
    assert [cell.number for cell in cells] == list(range(count))
    for kernel_at, at in ((cell.kernel, cell.map) for cell in cells):
        assert kernel_at.right() <= at.left()
        assert at.right() <= grid.width() + 0.5
        assert at.bottom() <= grid.height() + 0.5
    assert len({(round(cell.map.x()), round(cell.map.y())) for cell in cells}) == count


@pytest.mark.parametrize("shape", [(48, 50, 13), (256, 12, 1), (160, 25, 1)])
def test_deep_layers_fit_too(grid, shape):
    grid.show_layer(shape, None, signed=True)
    grid.show_maps(np.random.default_rng(0).normal(size=shape).astype(np.float32))
    for kernel_at, at in ((cell.kernel, cell.map) for cell in grid.cells()):
        assert kernel_at.isEmpty()
        assert at.height() > 3
        assert at.right() <= grid.width() + 0.5
        assert at.bottom() <= grid.height() + 0.5


@pytest.mark.parametrize("count", [1, 5, 7, 16, 17, 31, 48, 64])
@pytest.mark.parametrize("with_kernels", [True, False])
def test_no_map_is_alone_in_its_row(count, with_kernels):
    for width in range(300, 2400, 50):
        for height in range(100, 900, 100):
            placed = cells(tuple(range(count)), (count, 100, 13), (width, height), with_kernels)
            rows = Counter(round(cell.map.top(), 3) for cell in placed)
            assert len(set(rows.values())) == 1 or min(rows.values()) > 1


def test_sixteen_maps_are_large_enough_to_see(grid):
    first_layer(grid, 16)
    for kernel_at, at in ((cell.kernel, cell.map) for cell in grid.cells()):
        assert kernel_at.width() >= 30
        assert at.width() >= 100


def pixel(grid, number, right=False):
    image = grid.grab().toImage()
    scale = image.width() / grid.width()
    at = map_at(grid, number)
    x = at.right() - at.width() / 200 if right else at.center().x()
    y = at.top() + at.height() / 26 if right else at.center().y()
    return image.pixel(round(x * scale), round(y * scale))


def test_time_runs_to_the_right_and_coefficients_upwards_on_one_scale(grid):
    first_layer(grid, 16)
    colours = table(ACTIVATION_MAP)
    assert pixel(grid, 15, right=True) == colours[255]
    assert pixel(grid, 15) == colours[127]
    assert pixel(grid, 7) == colours[int(3.5 / 15 * 255)]


def test_stretched_contrast_brightens_weak_maps(grid):
    first_layer(grid, 16)
    grid.set_own_levels(True)
    assert pixel(grid, 7) == table(ACTIVATION_MAP)[127]


def test_a_single_bright_pixel_does_not_darken_the_rest(grid):
    first_layer(grid, 16)
    outlier = maps(16)
    outlier[15, 50, 0] = 1000.0
    grid.show_maps(outlier)
    assert pixel(grid, 15, right=True) == table(ACTIVATION_MAP)[255]


def test_negative_values_have_different_colours(grid):
    grid.show_layer((2, 100, 13), None, signed=True)
    grid.show_maps(np.stack([np.full((100, 13), -1.0), np.ones((100, 13))]).astype(np.float32))
    assert pixel(grid, 0) == table(KERNEL_MAP)[0]
    assert pixel(grid, 1) == table(KERNEL_MAP)[255]


def test_stretched_contrast_shows_the_sign_of_weak_kernels(grid):
    weights = np.stack([np.full((3, 3), 0.01), np.ones((3, 3))]).astype(np.float32)
    grid.show_layer((2, 100, 13), weights, signed=False)

    def colours():
        image = grid.grab().toImage()
        centres = [cell.kernel.center().toPoint() for cell in grid.cells()]
        return [image.pixel(centre * image.devicePixelRatio()) for centre in centres]

    weak, strong = colours()
    assert weak != strong == table(KERNEL_MAP)[255]
    grid.set_own_levels(True)
    assert colours() == [strong, strong]


def test_the_tooltip_shows_kernel_weights_and_map_values(grid):
    first_layer(grid, 4)
    kernel_at, at = grid.cells()[3].kernel, grid.cells()[3].map
    told = grid.tooltip_at(kernel_at.center())
    assert told.startswith("Kernel 4")
    # The first row shown is the highest coefficient, running through time.
    assert "29.00  32.00  35.00" in told.splitlines()[1]
    corner = QPoint(int(at.right()) - 1, int(at.top()) + 1)
    assert "3.00 at frame 100, coefficient 12" in grid.tooltip_at(corner)
    assert grid.tooltip_at(QPointF(-5, -5)) == ""


def test_maps_of_another_shape_are_ignored(grid):
    first_layer(grid, 4)
    grid.show_maps(maps(16))
    assert grid.maps is None


def test_sorting_by_energy_puts_the_strongest_first_and_resorts_rarely(grid):
    first_layer(grid, 4)
    grid.set_by_energy(True)
    assert [cell.number for cell in grid.cells()] == [3, 2, 1, 0]
    for _ in range(SORT_EVERY - 1):
        grid.show_maps(maps(4)[::-1].copy())
        assert grid.cells()[0].number == 3
    for _ in range(SORT_EVERY):
        grid.show_maps(maps(4)[::-1].copy())
    assert grid.cells()[0].number == 0
    grid.set_by_energy(False)
    assert [cell.number for cell in grid.cells()] == [0, 1, 2, 3]


def test_sorting_carries_over_to_another_layer(grid):
    first_layer(grid, 4)
    grid.set_by_energy(True)
    first_layer(grid, 3)
    assert [cell.number for cell in grid.cells()] == [2, 1, 0]


def test_the_mouse_can_point_at_enlarge_and_pin_a_map(qtbot, grid):
    first_layer(grid, 4)
    told = []
    grid.pointed.connect(told.append)
    at = map_at(grid, 2)
    QTest.mouseMove(grid, QPointF(at.left() + 1, at.bottom() - 1).toPoint())
    qtbot.waitUntil(lambda: told == [MapPixel(2, 0, 0)])
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=at.center().toPoint())
    assert grid.large == 2
    assert len(grid.cells()) == 1
    middle = map_at(grid, 2).center().toPoint()
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=middle)
    assert grid.pinned
    pinned = grid.at
    assert (pinned.number, pinned.coefficient) == (2, 6)
    QTest.mouseMove(grid, middle + QPoint(80, 0))
    qtbot.wait(20)
    assert grid.at == pinned
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=middle)
    assert not grid.pinned
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert grid.large is None
    assert grid.at is None


def test_the_keyboard_can_do_what_the_mouse_can(grid):
    first_layer(grid, 16)
    told = []
    grid.pointed.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(grid, key)
    assert grid.large == 1
    assert told[-1] == MapPixel(1, 50, 6)
    QTest.keyClick(grid, Qt.Key.Key_Up)
    QTest.keyClick(grid, Qt.Key.Key_Left)
    assert grid.at == MapPixel(1, 49, 7)
    for _ in range(20):
        QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.at == MapPixel(1, 49, 0)


def test_a_click_on_a_kernel_chooses_it(qtbot, grid):
    first_layer(grid, 4)
    kernel_at = grid.cells()[2].kernel
    with qtbot.waitSignal(grid.kernel_chosen) as signal:
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=kernel_at.center().toPoint())
    assert signal.args == [2]
    assert grid.large is None


def test_a_pixel_pointed_at_is_reported_again_with_every_frame(grid):
    first_layer(grid, 4)
    grid.point_at(MapPixel(1, 5, 5))
    told = []
    grid.pointed.connect(told.append)
    grid.show_maps(maps(4))
    assert told == [MapPixel(1, 5, 5)]


def test_the_right_button_is_left_to_the_menu(qtbot, grid):
    first_layer(grid, 4)
    qtbot.mouseClick(grid, Qt.MouseButton.RightButton, pos=map_at(grid, 2).center().toPoint())
    assert grid.large is None
