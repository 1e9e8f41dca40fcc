"""The ONNX graph computes the same as the trained torch network."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from model.architecture import ARCHITECTURES, Layer, conv, max_pool, places
from model.checkpoint import Checkpoint
from model.classifier import Classifier
from model.network import build
from model.standardisation import Standardisation

PLAIN = Standardisation(np.zeros(13, np.float32), np.ones(13, np.float32))
OTHERS = {
    "pools before convolutions": (
        max_pool(2, 1), conv(4), Layer("relu"), Layer("norm"), Layer("time_pool"), Layer("dense"),
    ),
    "5 x 5, stride 2, no padding": (
        Layer("conv", 6, (5, 5), (2, 2)), Layer("norm"), Layer("relu"), Layer("flatten"),
        Layer("dense", 20), Layer("relu"), Layer("dense"),
    ),
    "mean pool": (
        conv(3, (1, 7), (0, 3)),
        Layer("mean_pool", size=(3, 2), stride=(2, 1), padding=(1, 1)),
        Layer("time_pool"), Layer("dropout", rate=0.5), Layer("dense"),
    ),
}  # fmt: skip
ALL = {**ARCHITECTURES, **OTHERS}


def trained_looking(architecture):
    """Return a torch network whose batch norms have seen data, and a classifier of it."""
    torch.manual_seed(1)
    network = build(architecture, 10)
    with torch.no_grad():
        for _ in range(3):
            network(2 * torch.randn(16, 1, 100, 13) + 0.5)
    weights = {name: tensor.numpy() for name, tensor in network.state_dict().items() if tensor.ndim}
    checkpoint = Checkpoint(architecture, tuple("abcdefghij"), 1.0, None, PLAIN, weights)
    return network.eval(), Classifier(checkpoint, "test")


@pytest.mark.parametrize("name", ALL)
def test_onnx_and_torch_agree(name):
    network, classifier = trained_looking(ALL[name])
    windows = np.random.default_rng(0).normal(0, 30, (5, 100, 13)).astype(np.float32)
    images = torch.from_numpy(PLAIN(windows))
    with torch.no_grad():
        expected = torch.softmax(network(images), dim=1).numpy()
    np.testing.assert_allclose(classifier.predict(windows), expected, atol=1e-5)


@pytest.mark.parametrize("name", ALL)
def test_every_output_has_the_documented_shape(name):
    _, classifier = trained_looking(ALL[name])
    seen = classifier.activations(np.ones((100, 13), np.float32), classifier.layers)
    for place in places(ALL[name], 10):
        if place.name in classifier.layers:
            assert seen[place.name].shape == place.output_shape


def test_batch_norm_is_folded_into_the_convolution_before_it():
    _, ours = trained_looking(ARCHITECTURES["genre-net"])
    assert not any(layer.startswith(("norm", "dropout")) for layer in ours.layers)
    # In the course network it follows a pool, so it cannot be folded.
    _, course = trained_looking(ARCHITECTURES["course"])
    assert "norm1" in course.layers


@settings(max_examples=20, deadline=None)
@given(st.floats(0.2, 5), st.floats(-300, 300))
def test_standardisation_removes_volume_and_dynamic_range(scale, loudness):
    windows = np.random.default_rng(0).normal(0, 30, (2, 100, 13)).astype(np.float32)
    changed = (windows * scale).astype(np.float32)
    changed[..., 0] += np.float32(loudness)
    np.testing.assert_allclose(PLAIN(changed), PLAIN(windows), atol=1e-3)


def test_a_window_without_contrast_stays_finite():
    assert np.isfinite(PLAIN(np.zeros((1, 100, 13), np.float32))).all()


def test_standardised_windows_have_zero_mean_and_unit_scale():
    windows = np.random.default_rng(0).normal(5, 30, (50, 100, 13)).astype(np.float32)
    windows[..., 3] *= 4
    images = Standardisation.measured(windows)(windows)
    assert images.shape == (50, 1, 100, 13)
    np.testing.assert_allclose(images.mean(axis=(0, 1, 2)), 0, atol=1e-4)
    np.testing.assert_allclose(images.std(axis=(0, 1, 2)), 1, atol=1e-4)
