from decimal import Decimal
from math import prod

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop_app.laboratory.experiment import Convolution, Experiment, Pooling
from desktop_app.laboratory.formula_text import (
    NO_BREAK,
    left_over_text,
    no_output_text,
    number_text,
    parse_number,
    shape_formulas,
    slide_error_text,
    sum_text,
    weight_count_text,
)
from desktop_app.laboratory.grid_model import GridContent, GridModel
from resources import languages


def test_the_lectures_sum_is_written_out():
    first, running = sum_text(Convolution(), 0, 0).splitlines()
    assert first == "5·1 + 2·0 + 3·0 + 2·2 + 4·1 + 1·0 + 5·1 + 1·0 + 0·(−1) = 18"
    assert running == "running sum: 5 → 5 → 5 → 9 → 13 → 13 → 18 → 18 → 18"


def test_a_deep_image_has_one_line_per_channel_and_one_for_their_sum():
    layer = Convolution().with_depth(3)
    lines = sum_text(layer, 0, 0).splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "channel 1",
        "channel 2",
        "channel 3",
        "sum",
        "running sum",
    ]
    assert lines[3].endswith(f"= {number_text(layer.maps[0, 0, 0])}")
    assert lines[4].count("→") == 26


def test_pooling_is_written_out():
    assert sum_text(Pooling(), 0, 0) == "max(−1, 2, 3, 18) = 18"
    assert sum_text(Pooling(kind="average"), 0, 0) == "((−1) + 2 + 3 + 18) / 4 = 5.5"


def test_numbers_of_one_kind_have_equally_many_decimals_in_a_sum():
    image = np.array([[[-16.6, 3.0], [0.0, -8.4]]])
    kernel = np.array([[[[1.0, 0.5], [0.0, 1.0]]]])
    layer = Convolution(image, kernels=kernel)
    assert sum_text(layer, 0, 0).split("\n") == [
        "(−16.6)·1.0 + 3.0·0.5 + 0.0·0.0 + (−8.4)·1.0 = −23.5",
        "running sum: −16.6 → −15.1 → −15.1 → −23.5",
    ]
    assert sum_text(Pooling(image), 0, 0) == "max(−16.6, 3.0, 0.0, −8.4) = 3.0"


def test_a_rounded_average_does_not_claim_to_be_exact():
    ninths = Pooling(cell=(3, 3), stride=(1, 1), kind="average")
    assert sum_text(ninths, 0, 0) == ("((−1) + 2 + 0 + 3 + 18 + 10 + 2 + 12 + 5) / 9 ≈ 5.67")


def test_a_relu_is_the_last_line():
    layer = Convolution(rectified=True)
    assert sum_text(layer, 0, 2).splitlines()[0].endswith("= −3")
    assert sum_text(layer, 0, 2).splitlines()[-1] == "ReLU: max(0, −3) = 0"
    assert sum_text(layer, 0, 0).splitlines()[-1] == "ReLU: max(0, 18) = 18"


decimals = st.integers(-99_900, 99_900).map(lambda hundredths: hundredths / 100)


@settings(max_examples=100, deadline=None)
@given(arrays(np.float64, (2, 3, 4), elements=decimals), arrays(np.float64, 18, elements=decimals))
def test_the_numbers_written_add_up_to_the_sum_written(image, weights):
    layer = Convolution(image, kernels=weights.reshape(1, 2, 3, 3))
    for step in range(2):
        *channels, total, running = sum_text(layer, 0, step).splitlines()
        for line in (*channels, total):
            terms, result = line.split(": ")[1].split(" = ")
            assert computed(terms) == computed(result)
        assert computed(running.split(" → ")[-1]) == computed(total.split(" = ")[1])


def computed(written):
    """The exact value of a written sum of products."""
    text = written.replace("−", "-").replace("·", "*").replace("(", "").replace(")", "")
    return sum(prod(map(Decimal, term.split("*"))) for term in text.split(" + "))


def test_the_number_of_weights_is_written_out():
    assert weight_count_text(Convolution().with_depth(3)) == "3 × 3 × 3 = 27 weights"


def test_the_output_shape_is_written_out():
    assert shape_formulas(Convolution(zero_padding=True)).replace(NO_BREAK, " ").splitlines() == [
        "rows: ⌊(6 + 2·1 − 3) / 1⌋ + 1 = 6",
        "columns: ⌊(6 + 2·1 − 3) / 1⌋ + 1 = 6",
    ]
    uneven = Convolution(image=np.zeros((1, 8, 5)), stride=(2, 3))
    assert shape_formulas(uneven).replace(NO_BREAK, " ").splitlines() == [
        "rows: ⌊(8 + 2·0 − 3) / 2⌋ + 1 = 3",
        "columns: ⌊(5 + 2·0 − 3) / 3⌋ + 1 = 1",
    ]
    assert left_over_text(uneven) == "The stride skips the last row and the last 2 columns."
    assert left_over_text(Convolution()) == ""


def test_a_kernel_that_is_too_large_is_explained():
    layer = Convolution(image=np.zeros((1, 3, 4))).with_size(7)
    assert no_output_text(layer) == (
        "No output: the kernel (7 × 7) is larger than the image (3 × 4). "
        "Choose a smaller kernel or a larger image."
    )
    assert f"={NO_BREAK}−3" in shape_formulas(layer)
    assert no_output_text(Convolution()) == ""
    assert "cell (4 × 4)" in no_output_text(Pooling(image=np.zeros((1, 3, 3)), cell=(4, 4)))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.0, "3"),
        (-1.0, "−1"),
        (-0.5, "−0.5"),
        (100.0, "100"),
        (0.1 + 0.2, "0.3"),
        (0.0625, "0.0625"),
        (22 / 9, "2.44"),
        (-1e-9, "0"),
    ],
)
def test_numbers_have_only_the_decimals_they_need(value, text):
    assert number_text(value) == text


@pytest.mark.parametrize(("text", "value"), [("3", 3), (" −0,5 ", -0.5), ("-7", -7), ("1e2", 100)])
def test_numbers_can_be_typed_in_different_ways(text, value):
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "x", "1 2", "nan", "inf", "1000", "--1", "0.333"])
def test_invalid_text_raises_an_explanation(text):
    with pytest.raises(ValueError, match="Enter a number"):
        parse_number(text)


def test_errors_on_the_slides_are_mentioned_beside_their_example():
    assert "the correct sum is 3" in slide_error_text(Experiment(), 0)
    assert "−1" not in slide_error_text(Experiment(), 0)
    assert "3 and 1" in slide_error_text(Experiment(Convolution(zero_padding=True)), 0)
    assert slide_error_text(Experiment(is_pooling=True), 0) == ""
    assert slide_error_text(Experiment(live=True), 0) == ""
    assert slide_error_text(Experiment(Convolution(rectified=True)), 0) == ""
    assert slide_error_text(Experiment(Convolution().with_size(5)), 0) == ""
    assert slide_error_text(Experiment(Convolution().with_count(2)), 1) == ""


@pytest.mark.parametrize(("language", "point"), [("en", "."), ("de", ",")])
def test_numbers_of_a_grid_have_equally_many_decimals(language, point):
    languages.use(language)
    try:
        texts = GridModel(GridContent(np.array([[-15.3, 0.0], [np.nan, 2.25]]))).texts
    finally:
        languages.use("en")
    assert texts == [[f"−15{point}30", f"0{point}00"], ["", f"2{point}25"]]
