from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from model.architecture import ARCHITECTURES, Layer, conv
from model.attribution import STEPS, Attribution
from model.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from model.classifier import load_classifier
from model.network import build
from model.standardisation import Standardisation
from resources import resource

PLAIN = Standardisation(np.zeros(13, np.float32), np.ones(13, np.float32))
SHIPPED = ("genre-monitor", "course")
METHODS = ("grad-cam", "integrated gradients")


def shipped(name):
    return load_checkpoint(resource(f"weights/{name}.safetensors"))


def windows(count):
    """Random walks, slowly changing as music is."""
    steps = np.random.default_rng(0).normal(0, 6, (count, 100, 13))
    return (steps.cumsum(axis=1) - np.array([200, *[0] * 12])).astype(np.float32)


def brightness(kernel_size=(1, 1), padding=(0, 0)):
    """A network whose genre a rises, and b falls, with everything above the mean."""
    layers = (
        conv(1, kernel_size, padding), Layer("relu"), Layer("time_pool"), Layer("dense"),
    )  # fmt: skip
    columns = 13 if kernel_size[1] == 1 else 1
    mean_and_highest = np.concatenate([np.ones(columns), np.zeros(columns)])
    weights = {
        "conv1.weight": np.ones((1, 1, *kernel_size)),
        "conv1.bias": np.zeros(1),
        "dense1.weight": np.stack([mean_and_highest, -mean_and_highest]),
        "dense1.bias": np.zeros(2),
    }
    plain = {name: value.astype(np.float32) for name, value in weights.items()}
    return Checkpoint(layers, ("a", "b"), 1.0, None, PLAIN, plain)


def spot():
    """A window that is bright in frames 60 to 69 of coefficients 3 to 5 and dark elsewhere."""
    window = np.full((100, 13), -1.0, np.float32)
    window[60:70, 3:6] = 40.0
    return window


IN_SPOT = np.zeros((100, 13), bool)
IN_SPOT[60:70, 3:6] = True


# The position of a maximum can change between two steps, so more steps give a smaller error.
@pytest.mark.parametrize(("steps", "error"), [(STEPS, 0.25), (800, 0.03)])
@pytest.mark.parametrize("name", SHIPPED)
def test_integrated_gradients_sum_to_the_difference_of_the_logits(monkeypatch, name, steps, error):
    monkeypatch.setattr("model.attribution.STEPS", steps)
    checkpoint = shipped(name)
    attribution = Attribution(checkpoint)
    classifier = load_classifier(resource(f"weights/{name}.safetensors"))
    last = classifier.layers[-1]
    network = build(checkpoint.architecture, checkpoint.places[-1].output_shape[0])
    network.load_state_dict(
        {key: torch.from_numpy(value) for key, value in checkpoint.weights.items()}, strict=False
    )
    with torch.no_grad():
        baseline = network.eval()(torch.zeros(1, 1, 100, 13)).numpy()[0]
    for window in windows(1):
        logits = classifier.activations(window, [last])[last]
        genre = int(logits[: len(checkpoint.genres)].argmax())
        total = attribution.explain(window, genre, "integrated gradients").sum()
        assert total == pytest.approx(logits[genre] - baseline[genre], rel=error)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", SHIPPED)
def test_every_genre_of_the_bundled_networks_can_be_explained(name, method):
    attribution = Attribution(shipped(name))
    explained = [attribution.explain(windows(1)[0], genre, method) for genre in range(10)]
    for values in explained:
        assert values.shape == (100, 13)
        assert values.dtype == np.float32
        assert np.isfinite(values).all()
    assert len({values.tobytes() for values in explained}) > 5
    if method == "grad-cam":
        assert min(values.min() for values in explained) >= 0
    else:
        assert min(values.min() for values in explained) < 0


def test_grad_cam_uses_the_last_layer_that_resolves_coefficients():
    assert Attribution(shipped("genre-monitor")).layer == "relu2"
    assert Attribution(shipped("course")).layer == "relu2"
    assert Attribution(brightness()).layer == "relu1"
    assert Attribution(brightness((3, 13), (1, 0))).layer == "relu1"


def test_both_methods_find_evidence_where_it_is():
    attribution = Attribution(brightness())
    grad_cam = attribution.explain(spot(), 0, "grad-cam")
    assert (grad_cam[IN_SPOT] > 0).all()
    np.testing.assert_allclose(grad_cam[~IN_SPOT], 0, atol=1e-6)
    gradients = attribution.explain(spot(), 0, "integrated gradients")
    assert (gradients[IN_SPOT] > 0).all()
    np.testing.assert_allclose(gradients[~IN_SPOT], 0, atol=1e-6)


def test_evidence_against_a_genre_is_negative_and_ignored_by_grad_cam():
    attribution = Attribution(brightness())
    assert (attribution.explain(spot(), 1, "integrated gradients")[IN_SPOT] < 0).all()
    assert not attribution.explain(spot(), 1, "grad-cam").any()


def test_a_network_with_full_height_kernels_still_locates_evidence_in_time():
    values = Attribution(brightness((1, 13))).explain(spot(), 0, "grad-cam")
    assert values[60:70].min() > 0
    np.testing.assert_allclose(values, values[:, :1] * np.ones(13), atol=1e-6)


@pytest.mark.parametrize("method", METHODS)
def test_the_not_music_output_cannot_be_explained(refusing: Path, method):
    checkpoint = load_checkpoint(refusing)
    attribution = Attribution(checkpoint)
    last = len(checkpoint.genres) - 1
    assert attribution.explain(windows(1)[0], last, method).shape == (100, 13)
    with pytest.raises(IndexError, match="no genre"):
        attribution.explain(windows(1)[0], last + 1, method)


def test_a_network_is_explained_the_same_after_saving_and_loading(tmp_path):
    torch.manual_seed(0)
    network = build(ARCHITECTURES["genre-net"], 10)
    weights = {name: value.numpy() for name, value in network.state_dict().items() if value.ndim}
    checkpoint = replace(
        shipped("course"), architecture=ARCHITECTURES["genre-net"], weights=weights
    )
    save_checkpoint(checkpoint, tmp_path / "saved.safetensors")
    saved = load_classifier(tmp_path / "saved.safetensors").checkpoint
    window = windows(1)[0]
    for method in METHODS:
        np.testing.assert_array_equal(
            Attribution(checkpoint).explain(window, 3, method),
            Attribution(saved).explain(window, 3, method),
        )


def test_windows_of_other_shapes_and_networks_without_maps_are_rejected():
    with pytest.raises(ValueError, match="must be"):
        Attribution(brightness()).explain(np.zeros((99, 13), np.float32), 0, "grad-cam")
    flat = Checkpoint(
        (Layer("flatten"), Layer("dense")), ("a", "b"), 1.0, None, PLAIN,
        {"dense1.weight": np.zeros((2, 1300), np.float32), "dense1.bias": np.zeros(2, np.float32)},
    )  # fmt: skip
    with pytest.raises(ValueError, match="with a convolution"):
        Attribution(flat)
