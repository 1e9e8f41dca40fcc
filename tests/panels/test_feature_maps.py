import numpy as np
import pytest
from PySide6.QtCore import QPoint

from desktop_app.panels.colours import ACTIVATION_MAP, KERNEL_MAP, table
from desktop_app.panels.feature_maps import FeatureMaps


@pytest.fixture
def panel(qtbot):
    panel = FeatureMaps()
    qtbot.addWidget(panel)
    panel.resize(900, 320)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def kernels(count):
    return np.arange(count * 9, dtype=np.float32).reshape(count, 1, 3, 3)


def maps(count):
    """Map n is n at its two newest frames, half of it elsewhere."""
    values = np.ones((count, 100, 13), np.float32) * np.arange(count)[:, None, None] / 2
    values[:, -2:] *= 2
    return values


@pytest.mark.parametrize("count", [1, 16, 32, 64])
def test_every_map_has_a_place_beside_its_kernel(panel, count):
    panel.show_kernels(kernels(count))
    panel.show_maps(maps(count))
    cells = panel._grid._cells()
    assert len(cells) == count
    for kernel_at, map_at in cells:
        assert kernel_at.right() <= map_at.left()
        assert map_at.right() <= panel._grid.width() + 0.5
        assert map_at.bottom() <= panel._grid.height() + 0.5
    assert len({(round(m.x()), round(m.y())) for _, m in cells}) == count


def test_sixteen_maps_are_large_enough_to_see(panel):
    panel.show_kernels(kernels(16))
    for kernel_at, map_at in panel._grid._cells():
        assert kernel_at.width() >= 30
        assert map_at.width() >= 100


def pixel(panel, number, right=False):
    panel.show()
    image = panel._grid.grab().toImage()
    scale = image.width() / panel._grid.width()
    _, at = panel._grid._cells()[number]
    x = at.right() - at.width() / 200 if right else at.center().x()
    y = at.top() + at.height() / 26 if right else at.center().y()
    return image.pixel(round(x * scale), round(y * scale))


def test_time_runs_to_the_right_and_coefficients_upwards_on_one_scale(panel):
    panel.show_kernels(kernels(16))
    panel.show_maps(maps(16))
    colours = table(ACTIVATION_MAP)
    assert pixel(panel, 15, right=True) == colours[255]
    assert pixel(panel, 15) == colours[127]
    assert pixel(panel, 7) == colours[int(3.5 / 15 * 255)]


def test_with_levels_of_their_own_weak_maps_shine_too(panel):
    panel.show_kernels(kernels(16))
    panel.show_maps(maps(16))
    panel.own_levels.setChecked(True)
    assert pixel(panel, 7) == table(ACTIVATION_MAP)[127]


def test_a_single_bright_pixel_does_not_darken_the_rest(panel):
    panel.show_kernels(kernels(16))
    outlier = maps(16)
    outlier[15, 50, 0] = 1000.0
    panel.show_maps(outlier)
    assert pixel(panel, 15, right=True) == table(ACTIVATION_MAP)[255]


def test_with_levels_of_their_own_weak_kernels_show_their_sign(panel):
    panel.show_kernels(np.stack([np.full((1, 3, 3), 0.01), np.ones((1, 3, 3))]).astype(np.float32))
    weak, strong = (p.pixel(1, 1) for p in panel._grid._kernel_pictures)
    assert weak != strong == table(KERNEL_MAP)[255]
    panel.own_levels.setChecked(True)
    assert panel._grid._kernel_pictures[0].pixel(1, 1) == table(KERNEL_MAP)[255]


def test_pointing_tells_the_kernels_and_the_maps_values(panel):
    panel.show_kernels(kernels(4))
    panel.show_maps(maps(4))
    kernel_at, map_at = panel._grid._cells()[3]
    told = panel._grid._describe(kernel_at.center().toPoint())
    assert told.startswith("Kernel 4")
    # The first row shown is the highest coefficient, running through time.
    assert "+29.00  +32.00  +35.00" in told.splitlines()[1]
    corner = QPoint(int(map_at.right()) - 1, int(map_at.top()) + 1)
    assert "3.00 at frame 100, coefficient 12" in panel._grid._describe(corner)
    assert panel._grid._describe(QPoint(-5, -5)) == ""


def test_maps_of_another_model_are_not_drawn_beside_these_kernels(panel):
    panel.show_kernels(kernels(4))
    panel.show_maps(maps(16))
    assert panel._grid._maps is None


def test_before_the_first_model_it_is_empty_and_says_so(panel):
    panel.show_maps(None)
    panel.grab()
    assert "loading" in panel._subtitle.text()
