import threading
import time

import numpy as np
import pytest

from desktop_app.engine.network_choice import NetworkChoice
from model.classifier import Classifier
from model.kernel_edits import KernelEdits
from tests.fixtures.networks import UNUSUAL, invented


def network(name, seed=0.0):
    """A small network whose kernels depend on the seed."""
    checkpoint = invented(UNUSUAL)
    first = Classifier(checkpoint, name).first_conv
    checkpoint.weights[f"{first}.weight"] += np.float32(seed)
    return Classifier(checkpoint, name)


@pytest.fixture(scope="module")
def model():
    return network("a")


@pytest.fixture(scope="module")
def other():
    return network("b", seed=0.1)


def edits_of(model):
    own = model.kernels(model.first_conv)
    return KernelEdits.of(own.weight, own.bias)


def test_without_a_model_there_is_no_network_and_nothing_to_edit(model):
    choice = NetworkChoice()
    choice.edit(edits_of(model).solo(0))
    assert choice.current is None
    assert choice.classifier is None


def test_the_generation_grows_with_every_change(model, other, tmp_path):
    choice = NetworkChoice()
    seen = []
    for change in (
        lambda: choice.use(model, None),
        lambda: choice.edit(edits_of(model).solo(0)),
        lambda: choice.edit(edits_of(model)),
        lambda: choice.use(other, tmp_path / "b.safetensors"),
        lambda: choice.use(model, None),
    ):
        change()
        seen.append(choice.current.generation)
    assert seen == [1, 2, 3, 4, 5]


def test_edited_kernels_are_used_until_they_are_reset(model):
    choice = NetworkChoice()
    choice.use(model, None)
    edits = edits_of(model).solo(0)
    choice.edit(edits)
    assert choice.current.edited == edits.changed
    assert choice.current.model is model
    answering = choice.classifier.kernels(model.first_conv)
    np.testing.assert_array_equal(answering.weight, edits.effective[0])
    choice.edit(edits_of(model))
    assert choice.classifier is model
    assert choice.current.edited == frozenset()


def test_a_newly_loaded_model_uses_its_own_kernels(model, other):
    choice = NetworkChoice()
    choice.use(model, None)
    choice.edit(edits_of(model).solo(0))
    choice.use(other, None)
    assert choice.classifier is other
    assert choice.current.edited == frozenset()
    # Nor do later edits use the copy with the first model's kernels.
    edits = edits_of(other).solo(1)
    choice.edit(edits)
    assert choice.classifier.name == "b"
    np.testing.assert_array_equal(
        choice.classifier.kernels(other.first_conv).weight, edits.effective[0]
    )


def test_edits_of_a_replaced_model_are_not_used(model, other):
    choice = NetworkChoice()
    choice.use(model, None)
    late = edits_of(model).solo(0)
    choice.use(other, None)
    before = choice.current
    choice.edit(late)
    assert choice.current is before


def test_changes_from_several_threads_are_counted_one_by_one(model, other):
    choice = NetworkChoice()
    choice.use(model, None)
    choice.edit(edits_of(model).solo(0))
    faults = []

    def change():
        try:
            for number in range(12):
                choice.use(model if number % 2 else other, None)
                current = choice.current
                choice.edit(edits_of(current.model).solo(number % 3))
                current = choice.current
                # The classifier in use always belongs to the current model.
                assert current.classifier.name == current.model.name
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=change) for _ in range(4)]
    for thread in threads:
        thread.start()
    generations = []
    while any(thread.is_alive() for thread in threads):
        generations.append(choice.current.generation)
        time.sleep(0.001)
    for thread in threads:
        thread.join()
    assert not faults
    assert generations == sorted(generations)
    # Counted: every use, and every edit except those of a replaced model.
    assert 2 + 4 * 12 <= choice.current.generation <= 2 + 2 * 4 * 12
