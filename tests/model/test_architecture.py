import pytest

from model.architecture import ARCHITECTURES, Layer, conv, from_json, places, to_json


def test_shapes_are_propagated_through_the_network():
    found = {place.name: place for place in places(ARCHITECTURES["genre-net"], 10)}
    assert found["conv1"].input_shape == (1, 100, 13)
    assert found["conv1"].output_shape == (16, 100, 13)
    assert found["conv1"].parameters == {"conv1.weight": (16, 1, 3, 3), "conv1.bias": (16,)}
    assert found["conv2"].output_shape == (48, 25, 13)
    assert found["conv3"].output_shape == (160, 25, 1)
    assert found["pool2"].output_shape == (192, 12, 1)
    assert found["time_pool1"].output_shape == (2 * 256,)
    assert found["dense1"].output_shape == (10,)


def test_the_course_network_has_the_known_shapes():
    found = {place.name: place.output_shape for place in places(ARCHITECTURES["course"], 10)}
    assert found["conv1"] == (32, 98, 11)
    assert found["pool1"] == (32, 49, 6)
    assert found["pool3"] == (32, 12, 1)
    assert found["dense1"] == (64,)


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_an_architecture_survives_a_json_round_trip(name):
    assert from_json(to_json(ARCHITECTURES[name])) == ARCHITECTURES[name]


@pytest.mark.parametrize(
    "layers",
    [
        42,
        [1],
        [{"kind": "eval"}],
        [{"kind": ["conv"]}],
        [{"kind": "conv", "colour": 3}],
        [{"size": [3, 3]}],
        [{"kind": "conv", "size": [3]}],
        [{"kind": "conv", "outputs": 4, "stride": [0, 1]}],
        [{"kind": "conv", "outputs": -4}],
    ],
)
def test_invalid_layer_descriptions_are_rejected(layers):
    with pytest.raises(ValueError, match=r"layer|kind"):
        from_json(layers)


@pytest.mark.parametrize(
    "layers",
    [
        (conv(4),),
        (conv(0), Layer("time_pool"), Layer("dense")),
        (conv(4, (200, 3), (0, 0)), Layer("flatten"), Layer("dense")),
        (conv(4), Layer("dense")),
        (Layer("flatten"), conv(4)),
        (Layer("max_pool", size=(2, 2), padding=(2, 0)), Layer("flatten"), Layer("dense")),
        (Layer("flatten"), Layer("norm"), Layer("dense")),
    ],
)
def test_layers_that_do_not_fit_together_are_rejected(layers):
    with pytest.raises(ValueError, match=r"layer"):
        places(layers, 10)
