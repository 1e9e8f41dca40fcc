import pytest

import model
from desktop_app.bundled import COURSE_PATH
from desktop_app.panels.feature_maps import FeatureMaps


@pytest.fixture
def panel(qtbot):
    panel = FeatureMaps()
    qtbot.addWidget(panel)
    panel.resize(900, 320)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture(scope="module")
def own():
    return model.load_classifier()


@pytest.fixture(scope="module")
def course():
    return model.load_classifier(COURSE_PATH)


def test_loading_is_shown_before_the_first_model(panel):
    panel.show_maps(None)
    panel.grab()
    assert panel.layer is None
    assert "Loading" in panel.subtitle


def test_every_layer_with_maps_can_be_chosen(panel, course):
    panel.show_model(course)
    assert panel.layer == "relu1"
    offered = [panel.choice.itemText(at) for at in range(panel.choice.count())]
    assert offered[0] == "conv1: 98 × 11 × 32"
    assert offered[-1] == "norm3: 12 × 1 × 32"
    assert not any(text.startswith(("flatten", "dense")) for text in offered)


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        ("conv1", "32 kernels of 3 × 3, 320 parameters"),
        ("relu1", "32 kernels of 3 × 3, after ReLU, 320 parameters"),
        ("pool1", "maximum of 3 × 3, stride 2 × 2"),
        ("norm1", "each map scaled and shifted, 64 parameters"),
        ("conv3", "32 kernels of 32 × 2 × 2, 4\u00a0128 parameters"),
    ],
)
def test_a_layer_is_described(panel, course, layer, words):
    panel.show_model(course)
    panel.show_layer(layer)
    assert panel.subtitle == words


def test_only_the_first_layers_maps_have_kernels_beside_them(panel, course):
    panel.show_model(course)
    assert panel.numbers()["kernels"].shape == (32, 3, 3)
    panel.show_layer("pool1")
    assert "kernels" not in panel.numbers()


def test_another_model_keeps_the_layer_if_it_has_it(panel, own, course):
    panel.show_model(own)
    panel.show_layer("conv2")
    panel.show_model(course)
    assert panel.layer == "conv2"
    panel.show_layer("norm2")
    panel.show_model(own)
    assert panel.layer == own.first_maps


def test_all_maps_leads_back_from_an_enlarged_map(panel, own, qtbot):
    panel.show_model(own)
    assert panel.back.isHidden()
    panel.grid.enlarge(3)
    assert panel.subtitle == "map 4 of 16"
    panel.back.click()
    assert panel.grid.large is None
    assert panel.back.isHidden()


def test_changed_kernels_can_be_reset_from_the_maps(panel, own, qtbot):
    panel.show_model(own)
    assert panel.reset.isHidden()
    panel.show_kernels(own, frozenset({2}))
    assert panel.reset.isVisible()
    with qtbot.waitSignal(panel.reset_asked):
        panel.reset.click()
