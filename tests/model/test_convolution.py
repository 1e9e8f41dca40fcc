import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional

from model.convolution import convolve, output_length, pool

IMAGE = np.array(
    [
        [5, 2, 3, 1, 2, 4],
        [2, 4, 1, 0, 3, 1],
        [5, 1, 0, 2, 8, 3],
        [0, 2, 1, 5, 2, 4],
        [2, 7, 0, 0, 2, 1],
        [1, 3, 2, 8, 7, 0],
    ]
)
KERNEL = np.array([[1, 0, 0], [2, 1, 0], [1, 0, -1]])


def test_the_lectures_convolution_example():
    expected = [[18, 10, -3, 3], [12, 3, 2, 13], [9, 13, 5, 13], [10, 11, -4, 15]]
    np.testing.assert_array_equal(convolve(IMAGE, KERNEL), expected)
    with_border = convolve(IMAGE, KERNEL, padding=(1, 1))
    assert with_border.shape == (6, 6)
    assert with_border[0].tolist() == [1, 13, 11, 5, 3, 11]
    np.testing.assert_array_equal(with_border[1:-1, 1:-1], expected)


def test_the_lectures_pooling_example():
    image = np.array([[-1, 2, 0, 2], [3, 18, 10, -3], [2, 12, 5, 2], [1, 3, 7, 4]])
    assert pool(image).tolist() == [[18, 10], [12, 7]]
    assert pool(image, kind="average").tolist() == [[5.5, 2.25], [4.5, 4.5]]


def test_line_detectors_respond_to_their_lines():
    vertical = np.array([[0, 1, 0]] * 3)
    oblique = np.eye(3)
    assert convolve(np.eye(5), oblique)[1].tolist() == [0, 3, 0]
    assert convolve(vertical.repeat(2, axis=0), vertical).max() == 3


sizes = st.integers(1, 4)


@settings(max_examples=150, deadline=None)
@given(
    depth=st.integers(0, 3), shape=st.tuples(st.integers(4, 9), st.integers(4, 9)),
    size=st.tuples(sizes, sizes), stride=st.tuples(sizes, sizes),
    padding=st.tuples(st.integers(0, 3), st.integers(0, 3)), seed=st.integers(0, 99),
)  # fmt: skip
def test_convolution_agrees_with_torch(depth, shape, size, stride, padding, seed):
    random = np.random.default_rng(seed)
    image = random.normal(size=(depth, *shape) if depth else shape)
    kernel = random.normal(size=(depth, *size) if depth else size)
    bias = float(random.normal())
    expected = functional.conv2d(
        torch.from_numpy(image.reshape(1, max(depth, 1), *shape)),
        torch.from_numpy(kernel.reshape(1, max(depth, 1), *size)),
        torch.tensor([bias], dtype=torch.float64), stride, padding,
    )[0, 0]  # fmt: skip
    found = convolve(image, kernel, bias=bias, stride=stride, padding=padding)
    assert found.shape == tuple(map(output_length, shape, size, stride, padding))
    np.testing.assert_allclose(found, expected, atol=1e-9)


@settings(max_examples=150, deadline=None)
@given(
    depth=st.integers(0, 3), shape=st.tuples(st.integers(4, 9), st.integers(4, 9)),
    size=st.tuples(sizes, sizes), stride=st.none() | st.tuples(sizes, sizes),
    kind=st.sampled_from(["max", "average", "mean"]), seed=st.integers(0, 99),
)  # fmt: skip
def test_pooling_agrees_with_torch(depth, shape, size, stride, kind, seed):
    image = np.random.default_rng(seed).normal(size=(depth, *shape) if depth else shape)
    pooling = functional.max_pool2d if kind == "max" else functional.avg_pool2d
    expected = pooling(torch.from_numpy(image.reshape(-1, *shape)), size, stride).numpy()
    found = pool(image, size=size, stride=stride, kind=kind)
    np.testing.assert_allclose(found, expected if depth else expected[0], atol=1e-9)


def test_float32_stays_float32():
    assert convolve(np.ones((3, 3), np.float32), np.ones((2, 2), np.float32)).dtype == np.float32
    assert pool(IMAGE).dtype == np.float64


@pytest.mark.parametrize(
    ("image", "kernel", "settings", "words"),
    [
        ((3, 6, 6), (2, 3, 3), {}, "does not fit an image"),
        ((6, 6), (1, 3, 3), {}, "does not fit an image"),
        ((6, 6), (7, 7), {}, "7 x 7 is larger than the image"),
        ((6, 6), (3, 3), {"stride": (0, 1)}, "stride must be two numbers, each at least 1"),
        ((6, 6), (3, 3), {"padding": (-1, 1)}, "padding must be"),
        ((6,), (3, 3), {}, r"the shape must be .* not \(6,\)"),
    ],
)
def test_invalid_arguments_of_a_convolution_are_rejected(image, kernel, settings, words):
    with pytest.raises(ValueError, match=words):
        convolve(np.zeros(image), np.zeros(kernel), **settings)


def test_invalid_arguments_of_a_pool_are_rejected():
    with pytest.raises(ValueError, match="unknown kind of pooling 'median'"):
        pool(IMAGE, kind="median")
    with pytest.raises(ValueError, match="size must be"):
        pool(IMAGE, size=(0, 2))
    with pytest.raises(ValueError, match="7 x 7 is larger"):
        pool(IMAGE, size=(7, 7))
