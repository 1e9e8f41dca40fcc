import numpy as np
import pytest

from desktop_app.panels.colour_range import EVERY, SteadyRange


def shown(low, high):
    return np.linspace(low, high, 1300, dtype=np.float32).reshape(100, 13)


def settle(colours, values):
    return [colours.follow(values) for _ in range(EVERY)]


def test_the_first_values_set_the_range_at_once():
    colours = SteadyRange()
    assert colours.follow(shown(-95, 40))
    assert colours.range == (-100, 40)


def test_only_large_changes_move_the_range():
    colours = SteadyRange()
    colours.follow(shown(-100, 40))
    assert not any(settle(colours, shown(-90, 30)))
    assert any(settle(colours, shown(-150, 30)))
    assert colours.range == (-150, 40)
    assert any(settle(colours, shown(-20, 20)))
    assert colours.range == (-20, 20)


def test_constant_values_have_a_range_too():
    colours = SteadyRange()
    colours.follow(np.zeros((100, 13), np.float32))
    low, high = colours.range
    assert high - low == pytest.approx(10)


def test_one_outlier_does_not_wash_out_the_rest():
    values = shown(-50, 50)
    values[0, 0] = 9000
    colours = SteadyRange()
    colours.follow(values)
    assert colours.range == (-50, 50)
