import numpy as np
import pytest

from desktop_app.analysis.gate import State
from desktop_app.engine.inspector import Inspector, MapPixel
from desktop_app.engine.network_choice import NetworkChoice
from model import load_classifier
from model.kernel_edits import KernelEdits
from tests.fixtures.frames import answer_of, frame_of


@pytest.fixture(scope="module")
def model():
    return load_classifier()


@pytest.fixture
def choice(model):
    choice = NetworkChoice()
    choice.use(model, None)
    return choice


@pytest.fixture
def inspector(choice):
    inspector = Inspector()
    inspector.use_network(choice.current)
    return inspector


def answered(model, seed=0):
    window = np.random.default_rng(seed).normal(0, 20, (100, 13)).astype(np.float32)
    look = model.look(window, ("relu1",))
    return frame_of(
        mfcc=window, window_state=State.MUSIC, network=model, probabilities=look.probabilities,
        answer=answer_of(look.probabilities, model.genres), activations=look.activations,
    )  # fmt: skip


def test_maps_come_from_the_frame_or_are_computed_if_missing(inspector, model):
    frame = answered(model)
    inspector.show(frame)
    inspector.layer = "relu1"
    assert inspector.maps() is frame.activations["relu1"]
    inspector.layer = "conv2"
    expected = model.activations(frame.mfcc, ["conv2"])["conv2"]
    np.testing.assert_allclose(inspector.maps(), expected, atol=1e-5)
    assert inspector.maps() is inspector.maps()


def test_nothing_is_shown_without_a_frame_a_layer_or_a_prediction(inspector, model):
    assert inspector.maps() is None
    inspector.show(answered(model))
    assert inspector.maps() is None
    inspector.layer = "relu1"
    inspector.show(frame_of(mfcc=np.zeros((50, 13), np.float32)))
    assert inspector.maps() is None
    inspector.clear()
    assert inspector.origin() is None


def test_the_sum_behind_a_pixel_is_computed_only_while_it_is_shown(inspector, model):
    inspector.show(answered(model))
    inspector.layer, inspector.pixel = "relu1", MapPixel(3, 40, 5)
    assert inspector.origin() is None
    assert inspector.receptive_field() is None
    assert inspector.wanted_layers == ("relu1",)
    inspector.explains_pixel = True
    origin = inspector.origin()
    assert origin.value == pytest.approx(origin.sum.value, abs=1e-4)
    assert origin.value == pytest.approx(inspector.maps()[3, 40, 5])
    assert inspector.receptive_field().height == 3
    assert len(inspector.wanted_layers) == 2


def test_editing_or_resetting_kernels_updates_the_frame_on_the_screen(inspector, choice, model):
    frame = answered(model)
    inspector.show(frame)
    own = model.kernels(model.first_conv)
    edits = KernelEdits.of(own.weight, own.bias).solo(0)
    choice.edit(edits)
    inspector.use_network(choice.current)
    assert inspector.frame.network is choice.current.classifier is not model
    assert np.abs(inspector.frame.answer.probabilities - frame.answer.probabilities).max() > 1e-3
    choice.edit(edits.reset())
    inspector.use_network(choice.current)
    np.testing.assert_allclose(
        inspector.frame.answer.probabilities, frame.answer.probabilities, atol=1e-5
    )


def test_a_prediction_of_another_network_is_not_shown(inspector, choice, model):
    own = model.kernels(model.first_conv)
    choice.edit(KernelEdits.of(own.weight, own.bias).solo(0))
    inspector.use_network(choice.current)
    inspector.show(answered(model))
    assert inspector.frame.network is None
    assert inspector.frame.answer is None
