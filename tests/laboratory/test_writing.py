import numpy as np
import pytest

from desktop_app.laboratory.experiment import Convolution, Experiment, Pooling
from desktop_app.laboratory.writing import (
    formulas,
    left_over,
    number,
    problem,
    slip,
    sum_at,
    value_of,
    weights,
)


def test_the_lectures_sum_is_written_out():
    first, running = sum_at(Convolution(), 0, 0).splitlines()
    assert first == "5·1 + 2·0 + 3·0 + 2·2 + 4·1 + 1·0 + 5·1 + 1·0 + 0·(−1) = 18"
    assert running == "running sum: 5 → 5 → 5 → 9 → 13 → 13 → 18 → 18 → 18"


def test_of_a_deep_image_every_channel_is_written_and_then_all_together():
    layer = Convolution().with_depth(3)
    lines = sum_at(layer, 0, 0).splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "channel 1",
        "channel 2",
        "channel 3",
        "together",
        "running sum",
    ]
    assert lines[3].endswith(f"= {number(layer.maps[0, 0, 0])}")
    assert lines[4].count("→") == 26


def test_a_pool_says_what_it_keeps_and_why():
    assert sum_at(Pooling(), 0, 0) == "max(−1, 2, 3, 18) = 18"
    assert sum_at(Pooling(kind="average"), 0, 0) == "((−1) + 2 + 3 + 18) / 4 = 5.5"


def test_weights_are_counted_in_words():
    assert weights(Convolution().with_depth(3)) == "3 × 3 × 3 = 27 weights"


def test_the_formula_of_the_shape():
    assert formulas(Convolution(zero_padding=True)).splitlines() == [
        "rows: (6 + 2·1 − 3) // 1 + 1 = 6",
        "columns: (6 + 2·1 − 3) // 1 + 1 = 6",
    ]
    uneven = Convolution(image=np.zeros((1, 8, 5)), stride=(2, 3))
    assert formulas(uneven).splitlines() == [
        "rows: (8 + 2·0 − 3) // 2 + 1 = 3",
        "columns: (5 + 2·0 − 3) // 3 + 1 = 1",
    ]
    assert left_over(uneven) == "The stride leaves out the last row and 2 columns."
    assert left_over(Convolution()) == ""


def test_a_kernel_that_is_too_large_is_explained():
    layer = Convolution(image=np.zeros((1, 3, 4))).with_size(7)
    assert problem(layer) == (
        "No output: the kernel of 7 × 7 is larger than the image of 3 × 4. "
        "Take a smaller kernel or a larger image."
    )
    assert "= −3" in formulas(layer)
    assert problem(Convolution()) == ""
    assert "cell of 4 × 4" in problem(Pooling(image=np.zeros((1, 3, 3)), cell=(4, 4)))


@pytest.mark.parametrize(
    ("value", "text"),
    [(3.0, "3"), (-1.0, "−1"), (0.5, "0.5"), (-0.001, "0"), (100.0, "100"), (2.126, "2.13")],
)
def test_numbers_have_only_the_decimals_they_need(value, text):
    assert number(value) == text


@pytest.mark.parametrize(("text", "value"), [("3", 3), (" −0,5 ", -0.5), ("-7", -7), ("1e2", 100)])
def test_numbers_are_read_as_people_type_them(text, value):
    assert value_of(text) == value


@pytest.mark.parametrize("text", ["", "x", "1 2", "nan", "inf", "1000", "--1"])
def test_nonsense_is_refused_in_a_sentence(text):
    with pytest.raises(ValueError, match="A cell takes"):
        value_of(text)


def test_the_slides_slips_are_told_where_they_stand():
    assert "gives 3" in slip(Experiment(), 0)
    assert "−1" not in slip(Experiment(), 0)
    assert "the corner 1" in slip(Experiment(Convolution(zero_padding=True)), 0)
    assert slip(Experiment(pools=True), 0) == ""
    assert slip(Experiment(live=True), 0) == ""
    assert slip(Experiment(Convolution().with_size(5)), 0) == ""
    assert slip(Experiment(Convolution().with_count(2)), 1) == ""
