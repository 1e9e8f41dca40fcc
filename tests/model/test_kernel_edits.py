import numpy as np
import pytest

from model.kernel_edits import KernelEdits
from model.named_kernels import NAMED


@pytest.fixture
def own():
    return KernelEdits.of(
        np.arange(36, dtype=np.float32).reshape(4, 1, 3, 3), np.ones(4, np.float32)
    )


def test_nothing_is_changed_at_first(own):
    assert own.changed == frozenset()
    weight, bias = own.effective
    np.testing.assert_array_equal(weight, own.own_weight)
    np.testing.assert_array_equal(bias, own.own_bias)


def test_cells_are_addressed_as_drawn_on_screen(own):
    # Top right is the newest frame and the highest coefficient of the patch.
    changed = own.with_cell(2, 0, 2, -1.0)
    assert changed.weight[2, 0, 2, 2] == -1.0
    assert changed.kernel(2)[0].tolist() == [20.0, 23.0, -1.0]
    assert changed.changed == {2}
    assert own.weight[2, 0, 2, 2] == 26.0


def test_line_kernels_run_as_drawn_on_screen(own):
    vertical = own.with_named(0, "vertical line")
    assert vertical.kernel(0).tolist() == [[0, 1, 0]] * 3
    # One frame, all coefficients.
    assert vertical.weight[0, 0, 1].tolist() == [1, 1, 1]
    assert vertical.bias[0] == 0
    assert own.with_named(0, "horizontal line").weight[0, 0, :, 1].tolist() == [1, 1, 1]


def test_muting_silences_one_map_and_solo_all_others(own):
    weight, bias = own.muting(1, True).effective
    assert (weight[1] == 0).all()
    assert bias.tolist() == [1, 0, 1, 1]
    assert own.muting(1, True).muting(1, False).changed == frozenset()
    assert own.solo(3).changed == {0, 1, 2}
    assert own.solo(3).solo(3).changed == frozenset()
    assert own.solo(3).solo(2).changed == {0, 1, 3}


def test_everything_can_be_restored(own):
    changed = own.with_bias(0, 9.0).with_cell(1, 0, 0, 9.0).muting(2, True)
    assert changed.changed == {0, 1, 2}
    assert changed.restored(1).changed == {0, 2}
    assert changed.restored(2).changed == {0, 1}
    assert changed.reset().changed == frozenset()


@pytest.mark.parametrize("size", [(3, 3), (5, 5), (3, 13), (2, 2)])
def test_named_kernels_respond_to_what_they_are_named_after(size):
    flat = np.ones(size)
    for name, make in NAMED.items():
        assert make(*size).shape == size, name
    assert (NAMED["edge"](*size) * flat).sum() == pytest.approx(0)
    assert (NAMED["blur"](*size) * flat).sum() == pytest.approx(1)
    assert NAMED["vertical line"](*size).sum(axis=0).max() == size[0]
    assert NAMED["horizontal line"](*size).sum(axis=1).max() == size[1]
    found = np.argwhere(NAMED["oblique line"](*size))
    assert len(found) == min(size)
    assert (found[:, 0] == found[:, 1]).all()
