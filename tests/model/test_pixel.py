from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.classifier import Classifier, load_classifier
from model.pixel import Rectangle, below, map_layers, pixel_sum, receptive_field
from model.standardisation import STANDARDISE
from resources import resource
from tests.fixtures.networks import UNUSUAL, invented


@cache
def network(name):
    if name != "unusual":
        return load_classifier(resource(f"weights/{name}.safetensors"))
    return Classifier(invented(UNUSUAL), name)


@pytest.mark.parametrize("name", ["genre-monitor", "course", "unusual"])
@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 9999))
def test_the_recomputed_sum_equals_the_value_of_the_map(name, seed):
    classifier = network(name)
    random = np.random.default_rng(seed)
    window = random.normal(0, 40, (100, 13)).astype(np.float32)
    shown = [place.name for place in map_layers(classifier.places)]
    maps = classifier.activations(window, [STANDARDISE, *shown])
    for layer in shown:
        count, rows, columns = maps[layer].shape
        corners = [(row, column) for row in (0, rows - 1) for column in (0, columns - 1)]
        anywhere = [(int(random.integers(rows)), int(random.integers(columns))) for _ in range(4)]
        for at in (*corners, *anywhere):
            number = int(random.integers(count))
            source = maps[below(classifier.places, layer)]
            found = pixel_sum(classifier.places, classifier.weights, layer, number, at, source)
            assert found.value == pytest.approx(maps[layer][number][at], abs=1e-4)
            assert found.sum == pytest.approx(found.by_channel.sum() + found.bias)


def test_padding_is_zero_and_marked():
    classifier = network("genre-monitor")
    image = np.ones((1, 100, 13), np.float32)
    corner = pixel_sum(classifier.places, classifier.weights, "conv1", 4, (0, 12), image)
    assert corner.area == Rectangle(-1, 11, 3, 3)
    assert corner.inside.tolist() == [[False] * 3, [True, True, False], [True, True, False]]
    assert (corner.patch[0] == corner.inside).all()
    np.testing.assert_array_equal(corner.weights, classifier.kernels("conv1").weight[4])


def test_a_relu_shows_the_sum_of_the_convolution_before_it():
    classifier = network("genre-monitor")
    image = -np.ones((1, 100, 13), np.float32) * 1e3
    sums = [
        pixel_sum(classifier.places, classifier.weights, "relu1", number, (50, 6), image)
        for number in range(16)
    ]
    assert {found.kind for found in sums} == {"conv"}
    under = [found for found in sums if found.sum < 0]
    assert under
    assert all(found.value == 0 and found.rectified for found in under)


def test_a_max_pool_reports_the_position_of_its_maximum():
    classifier = network("course")
    maps = np.zeros((32, 98, 11), np.float32)
    maps[5, 1, 3] = 7.0
    found = pixel_sum(classifier.places, classifier.weights, "pool1", 5, (0, 1), maps)
    assert found.area == Rectangle(-1, 1, 3, 3)
    assert found.winner == (2, 2)
    assert found.value == 7.0
    assert found.channels.tolist() == [5]
    # The padding is never the maximum, whatever the values.
    below_zero = pixel_sum(classifier.places, classifier.weights, "pool1", 5, (0, 0), maps - 9)
    assert below_zero.value == -9.0


@pytest.mark.parametrize("name", ["genre-monitor", "course", "unusual"])
def test_a_pixel_depends_only_on_its_receptive_field(name):
    classifier = network(name)
    random = np.random.default_rng(3)
    window = random.normal(0, 40, (100, 13)).astype(np.float32)
    image = classifier.activations(window, [STANDARDISE])[STANDARDISE]
    for place in map_layers(classifier.places):
        _, rows, columns = place.output_shape
        at = (int(random.integers(rows)), int(random.integers(columns)))
        field = receptive_field(classifier.places, place.name, at)
        other = random.normal(size=image.shape).astype(np.float32)
        within = (slice(field.top, field.top + field.height),
                  slice(field.left, field.left + field.width))  # fmt: skip
        other[0][within] = image[0][within]
        same = [
            classifier._session.run([place.name], {"image": seen[None]})[0][0][(slice(None), *at)]
            for seen in (image, other)
        ]
        np.testing.assert_allclose(same[0], same[1], atol=1e-4)


def test_unknown_layers_maps_and_pixels_are_rejected():
    classifier = network("genre-monitor")
    image = np.ones((1, 100, 13), np.float32)
    parts = (classifier.places, classifier.weights)
    with pytest.raises(KeyError):
        pixel_sum(*parts, "dense1", 0, (0, 0), image)
    with pytest.raises(IndexError, match="conv1 has"):
        pixel_sum(*parts, "conv1", 16, (0, 0), image)
    with pytest.raises(IndexError):
        pixel_sum(*parts, "conv1", 0, (0, -1), image)


def test_a_relu_after_another_layer_is_its_own_sum():
    classifier = Classifier(replace(invented(UNUSUAL)), "unusual")
    maps = np.full((2, 12, 3), -2.0, np.float32)
    found = pixel_sum(classifier.places, classifier.weights, "relu2", 1, (3, 2), maps)
    assert (found.kind, found.sum, found.value) == ("relu", -2.0, 0.0)
    assert below(classifier.places, "relu2") == "pool2"


def test_known_receptive_fields():
    own = network("genre-monitor").places
    # Through one convolution; a convolution and a pool of two frames; and a second convolution.
    assert receptive_field(own, "conv1", (50, 6)) == Rectangle(49, 5, 3, 3)
    assert receptive_field(own, "pool1", (25, 6)) == Rectangle(49, 5, 4, 3)
    assert receptive_field(own, "conv2", (12, 6)) == Rectangle(45, 4, 8, 5)
