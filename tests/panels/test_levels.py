import numpy as np
import pytest

from desktop_app.panels.levels import EVERY, SteadyLevels


def shown(low, high):
    return np.linspace(low, high, 1300, dtype=np.float32).reshape(100, 13)


def settle(levels, values):
    return [levels.follow(values) for _ in range(EVERY)]


def test_the_first_picture_sets_the_levels_at_once():
    levels = SteadyLevels()
    assert levels.follow(shown(-95, 40))
    assert levels.range == (-100, 40)


def test_small_changes_leave_them_alone_and_large_ones_do_not():
    levels = SteadyLevels()
    levels.follow(shown(-100, 40))
    assert not any(settle(levels, shown(-90, 30)))
    assert any(settle(levels, shown(-150, 30)))
    assert levels.range == (-150, 40)
    assert any(settle(levels, shown(-20, 20)))
    assert levels.range == (-20, 20)


def test_a_flat_picture_has_levels_too():
    levels = SteadyLevels()
    levels.follow(np.zeros((100, 13), np.float32))
    low, high = levels.range
    assert high - low == pytest.approx(10)


def test_one_outlier_does_not_grey_out_the_rest():
    values = shown(-50, 50)
    values[0, 0] = 9000
    levels = SteadyLevels()
    levels.follow(values)
    assert levels.range == (-50, 50)
