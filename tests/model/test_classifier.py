from dataclasses import replace

import numpy as np
import pytest

import model
from model.checkpoint import load_checkpoint
from model.classifier import Classifier
from model.features import mfcc
from model.model_errors import CheckpointError
from resources import resource
from tests.fixtures.sounds import sound
from tests.model.test_features import frames_of


@pytest.fixture(scope="module")
def classifier():
    return model.load_classifier()


@pytest.fixture
def windows():
    samples = [sound("tones", 52_736, seed) for seed in range(3)]
    return np.stack([mfcc(model.features.log_mel(frames_of(s))) for s in samples])


def test_the_bundled_model_has_its_genres_and_evaluation_figures(classifier):
    assert classifier.genres == (
        "blues", "classical", "country", "disco", "electronic", "hiphop",
        "jazz", "metal", "pop", "reggae", "rock",
    )  # fmt: skip
    measured = classifier.notes["cross_validation"]
    assert len(measured["gtzan"]["folds"]) == len(measured["other"]["folds"]) == 5
    assert measured["gtzan"]["mean"] >= 0.67
    assert measured["other"]["track_accuracy"] >= 0.70
    assert measured["other"]["ece"] <= 0.07
    assert 0.4 < classifier.sure_threshold < 0.8
    assert 0.0 < classifier.music_threshold < 1.0
    assert classifier.notes["command"].startswith("genre-monitor train ")
    assert len(classifier.notes["held_out"]) == 30


def test_the_course_network_can_be_loaded(windows):
    course = model.load_classifier(resource("weights/course.safetensors"))
    assert course.kernels("conv1").weight.shape == (32, 1, 3, 3)
    assert course.predict(windows).shape == (3, 10)


def test_probabilities_of_many_windows_are_normalised_and_independent(classifier, windows):
    probabilities = classifier.predict(windows)
    assert probabilities.shape == (3, 11)
    np.testing.assert_allclose(probabilities.sum(axis=1), 1, atol=1e-5)
    assert (probabilities >= 0).all()
    assert classifier.predict(windows[:0]).shape == (0, 11)
    many = classifier.predict(np.tile(windows, (200, 1, 1)))
    np.testing.assert_allclose(many[300:303], probabilities, atol=1e-5)


def test_look_and_predict_agree(classifier, windows):
    look = classifier.look(windows[1], [classifier.first_maps])
    np.testing.assert_allclose(look.probabilities, classifier.predict(windows)[1], atol=1e-5)
    assert look.activations["relu1"].shape == (16, 100, 13)
    assert (look.activations["relu1"] >= 0).all()


def test_music_probability_and_genre_probabilities_are_separate(windows):
    course = load_checkpoint(resource("weights/course.safetensors"))
    outputs = len(course.genres) + (course.music_threshold is not None)
    known = Classifier(
        replace(course, genres=tuple("abcdefghij")[: outputs - 1], music_threshold=0.3), "x"
    )
    plain = Classifier(
        replace(course, genres=tuple("abcdefghijk")[:outputs], music_threshold=None), "x"
    )
    every, music = plain.predict(windows), known.music(windows)
    many = np.random.default_rng(0).normal(0.0, 40.0, (500, 100, 13)).astype(np.float32)
    assert known.music(many).max() <= 1.0
    assert (plain.music(many) == 1.0).all()
    assert (plain.music_threshold, known.music_threshold) == (0.0, 0.3)
    genres = known.predict(windows)
    np.testing.assert_allclose(genres.sum(axis=1), 1, atol=1e-5)
    # The temperature divides the genre logits only in the genre probabilities.
    logits = np.log(every) * course.temperature
    shares = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(music, shares[:, :-1].sum(axis=1), atol=1e-4)
    assert known.look(windows[0]).music == pytest.approx(music[0], abs=1e-5)


def test_the_activations_of_every_layer_are_available(classifier, windows):
    seen = classifier.activations(windows[0], classifier.layers)
    assert tuple(seen) == classifier.layers
    assert seen["standardise"].shape == (1, 100, 13)
    assert seen[classifier.layers[-1]].shape == (12,)


def test_a_pixel_of_the_first_map_is_patch_times_kernel_plus_bias(classifier, windows):
    seen = classifier.activations(windows[0], ["standardise", "conv1", "relu1"])
    kernels = classifier.kernels("conv1")
    image = np.pad(seen["standardise"][0], 1)
    for number, frame, coefficient in [(0, 0, 0), (7, 40, 5), (15, 99, 12)]:
        patch = image[frame : frame + 3, coefficient : coefficient + 3]
        total = float((patch * kernels.weight[number, 0]).sum() + kernels.bias[number])
        assert seen["conv1"][number, frame, coefficient] == pytest.approx(total, abs=1e-4)
        assert seen["relu1"][number, frame, coefficient] == pytest.approx(max(total, 0), abs=1e-4)


def test_invalid_windows_and_unknown_layers_are_rejected(classifier):
    with pytest.raises(ValueError, match=r"\(N, 100, 13\)"):
        classifier.predict(np.zeros((2, 13, 100), np.float32))
    with pytest.raises(ValueError, match="not finite"):
        classifier.predict(np.full((1, 100, 13), np.nan, np.float32))
    with pytest.raises(KeyError, match="conv9"):
        classifier.look(np.zeros((100, 13), np.float32), ["conv9"])
    with pytest.raises(KeyError):
        classifier.kernels("relu1")


def test_a_missing_model_is_reported():
    with pytest.raises(CheckpointError, match="no model file"):
        model.load_classifier("/nowhere/model.safetensors")


def test_other_kernels_change_the_prediction_of_the_copy_only(classifier, windows):
    own = classifier.kernels(classifier.first_conv)
    before = classifier.predict(windows)
    none = classifier.with_kernels(0 * own.weight, 0 * own.bias)
    maps = none.look(windows[0], [none.first_maps]).activations[none.first_maps]
    assert (maps == 0).all()
    assert np.abs(none.predict(windows) - before).max() > 0.01
    assert (none.kernels(none.first_conv).weight == 0).all()
    np.testing.assert_array_equal(classifier.predict(windows), before)
    np.testing.assert_array_equal(classifier.kernels("conv1").weight, own.weight)
    back = none.with_kernels(own.weight, own.bias)
    np.testing.assert_allclose(back.predict(windows), before, atol=1e-6)


def test_kernels_of_other_shapes_or_infinite_values_are_rejected(classifier):
    own = classifier.kernels(classifier.first_conv)
    with pytest.raises(ValueError, match="weight must be"):
        classifier.with_kernels(own.weight[:3], own.bias)
    with pytest.raises(ValueError, match="finite"):
        classifier.with_kernels(own.weight, own.bias * np.inf)


@pytest.mark.parametrize("name", ["genre-monitor", "course"])
def test_a_network_with_other_kernels_can_be_built_from_its_checkpoint(name, windows):
    own = model.load_classifier(resource(f"weights/{name}.safetensors"))
    kernels = own.kernels(own.first_conv)
    other = own.with_kernels(2 * kernels.weight, kernels.bias)
    again = Classifier(other.checkpoint, "again")
    np.testing.assert_allclose(again.predict(windows), other.predict(windows), atol=1e-5)
    assert np.abs(own.predict(windows) - other.predict(windows)).max() > 0.01
