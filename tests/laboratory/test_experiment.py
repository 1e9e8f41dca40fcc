import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop_app.laboratory.experiment import Convolution, Experiment, Pooling
from desktop_app.laboratory.presets import IMAGES, KERNELS, LECTURE_IMAGE, LECTURE_KERNEL, centred
from model.convolution import convolve, pool

lengths = st.integers(3, 12)
strides = st.tuples(st.integers(1, 4), st.integers(1, 4))
whole = st.integers(-9, 9).map(float)


@st.composite
def convolutions(draw):
    depth, size = draw(st.integers(1, 3)), draw(st.sampled_from([3, 5, 7]))
    image = draw(arrays(np.float64, (depth, draw(lengths), draw(lengths)), elements=whole))
    shape = (draw(st.integers(1, 4)), depth, size, size)
    kernels = draw(arrays(np.float64, shape, elements=whole))
    return Convolution(image, draw(strides), kernels, draw(st.booleans()))


@st.composite
def pooling_layers(draw):
    image = draw(arrays(np.float64, (1, draw(lengths), draw(lengths)), elements=whole))
    cell = draw(st.integers(2, 4))
    return Pooling(image, draw(strides), (cell, cell), draw(st.sampled_from(["max", "average"])))


def test_output_matches_the_lecture_without_padding():
    assert Convolution().maps[0].tolist() == [
        [18, 10, -3, 3],
        [12, 3, 2, 13],
        [9, 13, 5, 13],
        [10, 11, -4, 15],
    ]


def test_output_matches_the_lecture_with_zero_padding():
    layer = Convolution(zero_padding=True)
    assert layer.maps[0, 0].tolist() == [1, 13, 11, 5, 3, 11]
    assert layer.maps[0, 1:-1, 1:-1].tolist() == Convolution().maps[0].tolist()


def test_pooling_matches_the_lecture():
    assert Pooling().maps[0].tolist() == [[18, 10], [12, 7]]
    assert Pooling(kind="average").maps[0].tolist() == [[5.5, 2.25], [4.5, 4.5]]
    assert [Pooling().winner(step) for step in range(4)] == [(1, 1), (1, 0), (0, 1), (1, 0)]


@settings(max_examples=60, deadline=None)
@given(convolutions())
def test_convolution_matches_the_reference_implementation(layer):
    if not layer.step_count:
        assert layer.maps.shape == (len(layer.kernels), 0, 0)
        with pytest.raises(ValueError, match="larger"):
            convolve(layer.image, layer.kernels[0], stride=layer.stride, padding=layer.padding)
        return
    for made, kernel in zip(layer.maps, layer.kernels, strict=True):
        wanted = convolve(layer.image, kernel, stride=layer.stride, padding=layer.padding)
        assert made.shape == wanted.shape == layer.shape
        np.testing.assert_array_equal(made, wanted)


@settings(max_examples=60, deadline=None)
@given(pooling_layers())
def test_pooling_matches_the_reference_implementation(layer):
    if layer.step_count:
        wanted = pool(layer.image, size=layer.cell, stride=layer.stride, kind=layer.kind)
        np.testing.assert_array_equal(layer.maps, wanted)
    else:
        assert layer.maps.shape == (1, 0, 0)


@settings(max_examples=60, deadline=None)
@given(convolutions(), st.data())
def test_the_products_of_a_step_add_up_to_its_output(layer, data):
    if layer.step_count:
        step = data.draw(st.integers(0, layer.step_count - 1))
        number = data.draw(st.integers(0, len(layer.kernels) - 1))
        assert layer.products(number, step).sum() == layer.maps[number][layer.output_cell(step)]
        (top, left), (rows, columns) = layer.corner(step), layer.size
        under = layer.padded_image[:, top : top + rows, left : left + columns]
        np.testing.assert_array_equal(under, layer.patch_at(step))


@settings(max_examples=60, deadline=None)
@given(pooling_layers(), st.data())
def test_the_winner_is_the_number_that_max_pooling_keeps(layer, data):
    if layer.step_count and layer.kind == "max":
        step = data.draw(st.integers(0, layer.step_count - 1))
        assert layer.patch_at(step)[0][layer.winner(step)] == layer.maps[0][layer.output_cell(step)]


@settings(max_examples=60, deadline=None)
@given(convolutions(), st.integers(1, 3), st.integers(1, 8), st.sampled_from([3, 5, 7]))
def test_kernels_always_match_the_depth_of_the_image(layer, depth, count, size):
    layer = layer.with_depth(depth).with_count(count).with_size(size)
    assert layer.image.shape[0] == depth
    assert layer.kernels.shape == (count, depth, size, size)


def test_a_deeper_image_keeps_its_channels_and_adds_different_ones():
    deep = Convolution().with_depth(3)
    np.testing.assert_array_equal(deep.image[0], LECTURE_IMAGE)
    assert not np.array_equal(deep.image[1], deep.image[0])
    assert not np.array_equal(deep.image[2], deep.image[1])
    np.testing.assert_array_equal(deep.with_depth(1).image[0], LECTURE_IMAGE)


def test_added_kernels_differ():
    kernels = Convolution().with_count(8).kernels
    assert len({kernel.tobytes() for kernel in kernels}) == 8


@pytest.mark.parametrize("size", [3, 5, 7])
def test_resizing_a_kernel_keeps_its_output(size):
    larger = Convolution(kernels=centred(LECTURE_KERNEL, size)[None, None], zero_padding=True)
    assert larger.maps[0].tolist() == Convolution(zero_padding=True).maps[0].tolist()
    np.testing.assert_array_equal(centred(centred(LECTURE_KERNEL, size), 3), LECTURE_KERNEL)


def test_the_lectures_images_and_kernels_have_names():
    experiment = Experiment()
    assert experiment.image_name == "Lecture, 6 × 6"
    assert experiment.kernel_name(0) == "Lecture"
    for name, image in IMAGES.items():
        assert experiment.with_image(image[None]).image_name == name
    changed = LECTURE_IMAGE.copy()
    changed[0, 0] += 1
    assert experiment.with_image(changed[None]).image_name is None
    oblique = Convolution().with_kernel(0, KERNELS["Oblique line detector"][None])
    assert experiment.with_layer(oblique).kernel_name(0) == "Oblique line detector"
    deep = experiment.with_layer(Convolution().with_depth(3))
    assert (deep.image_name, deep.kernel_name(0)) == (None, "Lecture")


def test_a_kernel_keeps_its_name_with_zeros_around_it():
    experiment = Experiment(Convolution().with_size(5))
    assert experiment.kernel_name(0) == "Lecture"
    large = Convolution().with_size(5).with_kernel(0, KERNELS["Lecture, 5 by 5"][None])
    assert experiment.with_layer(large).kernel_name(0) == "Lecture, 5 by 5"


def test_a_relu_sets_negative_sums_to_zero():
    layer = Convolution(rectified=True)
    assert layer.maps[0, 0].tolist() == [18, 10, 0, 3]
    assert layer.sums[0, 0].tolist() == [18, 10, -3, 3]


def test_the_live_window_only_stands_in_for_the_image():
    experiment = Experiment(Convolution().with_depth(2), live=True)
    window = np.ones((13, 100))
    assert experiment.on(window).image.shape == (1, 13, 100)
    assert experiment.on(window).shape == (11, 98)
    assert experiment.layer.image.shape == (2, 6, 6)
    assert not experiment.with_image(LECTURE_IMAGE[None]).live
