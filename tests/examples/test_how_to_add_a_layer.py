"""Follows "How to add a kind of layer" in resources/docs/architecture.md.

Adds ``sum_pool``, the sum of each cell, by patching every place that the how-to lists. The checks
run for all other kinds, too, so they show what was forgotten after a real addition.
"""

from __future__ import annotations

import numpy as np
import pytest
import torch
from onnx import helper, numpy_helper
from torch import nn

from desktop_app.panels import feature_maps, layer_text, pixel_card
from model import architecture, network, onnx_graph, pixel
from model.architecture import KINDS, Layer, conv, from_json, places, to_json
from model.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from model.classifier import Classifier
from model.pixel import below, computed_by, map_layers, pixel_sum
from model.standardisation import STANDARDISE, Standardisation

SUM_POOL = "sum_pool"
POOL = {"size": (2, 2), "stride": (2, 1)}
NEEDS_FLAT = ("dense",)
GIVES_FLAT = ("time_pool", "flatten")
PLAIN = Standardisation(np.zeros(13, np.float32), np.ones(13, np.float32))
GENRES = ("a", "b", "c")


class SumPool(nn.Module):
    """What training uses."""

    def __init__(self, layer):
        super().__init__()
        self.layer = layer

    def forward(self, maps):
        layer = self.layer
        return nn.functional.avg_pool2d(
            maps, layer.size, layer.stride, layer.padding, divisor_override=1
        )


def sum_pool_nodes(place, value):
    """What inference uses: the mean of a cell, times the number of its values."""
    name, layer = place.name, place.layer
    window = {"kernel_shape": layer.size, "strides": layer.stride, "pads": layer.padding * 2}
    count = numpy_helper.from_array(np.float32(layer.size[0] * layer.size[1]))
    return [
        helper.make_node("AveragePool", [value], [f"{name}.mean"], count_include_pad=1, **window),
        helper.make_node("Constant", [], [f"{name}.count"], value=count),
        helper.make_node("Mul", [f"{name}.mean", f"{name}.count"], [name]),
    ]


@pytest.fixture(autouse=True)
def sum_pool(monkeypatch):
    """Add the kind in every place, as a contributor would in the code."""

    def extend(module, function, position, case):
        """Let a function treat the new kind; ``position`` is that of the argument with it."""
        others = getattr(module, function)

        def extended(*arguments):
            thing = arguments[position]
            kind = getattr(thing, "kind", None) or thing.layer.kind
            return case(*arguments) if kind == SUM_POOL else others(*arguments)

        monkeypatch.setattr(module, function, extended)

    # 1. Its name, and its output shape, which for a pool is computed already.
    monkeypatch.setattr(architecture, "KINDS", (*KINDS, SUM_POOL))
    # 2. The torch module, for training.
    extend(network, "_module", 0, lambda place: SumPool(place.layer))
    # 3. The ONNX nodes, for inference.
    extend(onnx_graph, "_nodes", 0, sum_pool_nodes)
    # 4. The sum behind a pixel: every value of the cell counts once.
    monkeypatch.setattr(pixel, "POOLS", (*pixel.POOLS, SUM_POOL))
    extend(pixel, "_weights", 0, lambda *given: (given[4][None].astype(float), 0.0))
    # 5. What the window says about it.
    monkeypatch.setitem(layer_text.TEACHES, SUM_POOL, "Sum pooling keeps the sum of each cell.")
    monkeypatch.setattr(layer_text, "WITH_KERNEL", (*layer_text.WITH_KERNEL, SUM_POOL))
    extend(feature_maps, "_summary", 0, lambda layer, depth: f"sum pooling of {layer.size}")
    extend(pixel_card, "in_words", 0, lambda found, *_: f"sum = {found.sum:.4f}")


def network_with(kind):
    """A small network in which a layer of this kind follows a convolution and its ReLU."""
    start = (conv(4), Layer("relu"))
    end = (Layer("time_pool"), Layer("dense"))
    if kind in NEEDS_FLAT:
        return (*start, Layer("flatten"), Layer(kind, 5), Layer("dense"))
    if kind in GIVES_FLAT:
        return (*start, Layer(kind), Layer("dense"))
    return (*start, conv(3) if kind == "conv" else Layer(kind, **POOL), *end)


def trained(layers):
    torch.manual_seed(0)
    module = network.build(layers, len(GENRES))
    with torch.no_grad():
        module(torch.randn(16, 1, 100, 13))
    weights = {name: value.numpy() for name, value in module.state_dict().items() if value.ndim}
    return module.eval(), Checkpoint(layers, GENRES, 1.0, None, PLAIN, weights)


@pytest.fixture
def window():
    return np.random.default_rng(0).normal(0, 30, (100, 13)).astype(np.float32)


@pytest.fixture(params=[*KINDS, SUM_POOL])
def layers(request):
    return network_with(request.param)


def test_the_output_shape_of_the_new_layer_is_known(layers):
    module, _ = trained(layers)
    images = torch.zeros(1, 1, 100, 13)
    for place, step in zip(places(layers, len(GENRES)), module, strict=True):
        images = step(images)
        assert images.shape[1:] == place.output_shape


def test_the_new_layer_survives_saving_and_loading(layers, tmp_path):
    assert from_json(to_json(layers)) == layers
    _, checkpoint = trained(layers)
    save_checkpoint(checkpoint, tmp_path / "model.safetensors")
    assert load_checkpoint(tmp_path / "model.safetensors").architecture == layers


def test_inference_of_the_new_layer_agrees_with_training(layers, window):
    module, checkpoint = trained(layers)
    with torch.no_grad():
        expected = torch.softmax(module(torch.from_numpy(PLAIN(window[None]))), dim=1).numpy()
    found = Classifier(checkpoint, "test").predict(window[None])
    np.testing.assert_allclose(found, expected, atol=1e-5)


def test_the_sum_behind_each_pixel_equals_the_value_of_the_map(layers, window):
    classifier = Classifier(trained(layers)[1], "test")
    shown = [place.name for place in map_layers(classifier.places)]
    maps = classifier.activations(window, [STANDARDISE, *shown])
    for name in shown:
        source = maps[below(classifier.places, name)]
        for at in ((0, 0), (7, 5)):
            found = pixel_sum(classifier.places, classifier.weights, name, 1, at, source)
            value = maps[name][1][at]
            assert found.value == pytest.approx(value, abs=1e-3)
            assert f"{found.sum:.4f}" in pixel_card.in_words(found, value, 0).replace("−", "-")


def test_the_window_describes_the_new_layer(layers, window, qtbot):
    classifier = Classifier(trained(layers)[1], "test")
    for place in (*classifier.places, *classifier.training_only):
        assert layer_text.TEACHES[place.layer.kind] in layer_text.tooltip(place, len(GENRES))
    for place in map_layers(classifier.places):
        if place.layer.kind != "relu":
            computed = computed_by(classifier.places, place.name).layer
            assert feature_maps._summary(computed, 1)


def test_a_model_with_an_unknown_kind_of_layer_is_rejected(monkeypatch):
    monkeypatch.setattr(architecture, "KINDS", KINDS)
    with pytest.raises(ValueError, match="unknown kind of layer: 'sum_pool'"):
        from_json([{"kind": SUM_POOL}])
