from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from desktop_app.bundled import COURSE_PATH
from desktop_app.panels.architecture_picture import ArchitecturePicture
from desktop_app.panels.layer_text import TEACHES, learned, total
from model import load_classifier
from model.architecture import KINDS, Layer, conv, places
from tests.fixtures.paint_recorder import PaintRecorder

MODELS = {"own": load_classifier(), "course": load_classifier(COURSE_PATH)}


@pytest.fixture(params=MODELS)
def model(request):
    return MODELS[request.param]


@pytest.fixture
def panel(qtbot, model):
    panel = ArchitecturePicture()
    qtbot.addWidget(panel)
    panel.resize(1240, 150)
    panel.show_model(model)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def words(panel, layer):
    """Title and lines of a layer's block."""
    block = next(b for b in panel.blocks.layers if b.layer == layer)
    return [line.replace("\u00a0", " ") for line in (block.title, *block.lines)]


def click(panel, number):
    at = panel.blocks.places()[number].center().toPoint()
    QTest.mouseClick(panel.blocks, Qt.MouseButton.LeftButton, pos=at)


def test_every_layer_has_a_block_with_its_shape(panel, model):
    assert [block.layer for block in panel.blocks.layers] == list(model.layers)
    assert words(panel, "standardise") == ["image", "100 × 13 × 1"]
    for place in model.places:
        if len(place.output_shape) == 3:
            maps, frames, coefficients = place.output_shape
            assert words(panel, place.name)[1] == f"{frames} × {coefficients} × {maps}"
        else:
            assert words(panel, place.name)[1] == str(place.output_shape[0])


@pytest.mark.parametrize(
    ("width", "zoom"), [(1240, 1.0), (940, 1.0), (895, 1.0), (620, 1.0), (640, 1.5)]
)
@pytest.mark.parametrize("model", [MODELS["own"]])
def test_nothing_is_cut_in_any_window(panel, qtbot, width, zoom):
    font = panel.font()
    font.setPointSizeF(font.pointSizeF() * zoom)
    panel.setFont(font)
    panel.resize(width, 190)
    qtbot.waitUntil(lambda: panel.width() == width)
    panel.resize(width, panel.minimumSizeHint().height())
    painter = PaintRecorder(QImage(panel.blocks.size(), QImage.Format.Format_RGB32))
    panel.blocks.draw(painter)
    painter.end()
    texts = [words for words, _ in painter.texts]
    assert "conv1" in texts
    assert {"160 parameters", "160"} & {text.replace("\u00a0", " ") for text in texts}
    assert [text for text in texts if "…" in text] == []
    assert max(at.bottom() for _, at in painter.texts) <= panel.blocks.height()


@pytest.mark.parametrize("model", [MODELS["own"]])
def test_one_row_is_enough_in_the_usual_window(panel, qtbot):
    panel.resize(895, 190)
    qtbot.waitUntil(lambda: panel.width() == 895)
    assert len({at.top() for at in panel.blocks.places()}) == 1


@pytest.mark.parametrize("model", [MODELS["course"]])
def test_the_course_models_numbers(panel):
    assert words(panel, "conv1") == ["conv1", "98 × 11 × 32", "kernel 3 × 3", "320 parameters"]
    assert words(panel, "pool1") == [
        "pool1", "49 × 6 × 32", "kernel 3 × 3", "stride 2 × 2", "padding 1 × 1",
    ]  # fmt: skip
    # Mean and variance are measured, not trained.
    assert words(panel, "norm1") == ["norm1", "49 × 6 × 32", "64 parameters"]
    assert panel.subtitle.startswith("39\u00a0178 parameters")


def test_the_total_is_the_sum_of_the_blocks(panel, model):
    end = " parameters"
    counts = [line for b in panel.blocks.layers for line in b.lines if line.endswith(end)]
    summed = sum(int(count.removesuffix(end).replace("\u00a0", "")) for count in counts)
    assert panel.subtitle.replace("\u00a0", "").startswith(f"{summed} parameters")


def test_layers_that_exist_only_in_training_are_mentioned():
    own = MODELS["own"]
    assert not any(place.layer.kind == "norm" for place in own.places)
    said = total(own.places, own.training_only)
    assert "5 batch norms folded into the preceding convolutions" in said
    kinds = ("norm", "flatten", "dropout", "dense")
    found = places((conv(2), *map(Layer, kinds)), 3)
    said = total([found[0], found[2], found[4]], [found[1], found[3]])
    assert "1 batch norm folded into the preceding convolution" in said
    assert "dropout during training only" in said


def test_every_kind_of_layer_is_explained_in_one_sentence():
    assert set(TEACHES) == set(KINDS)
    assert all(sentence.endswith(".") and sentence.count(".") == 1 for sentence in TEACHES.values())


def test_the_tooltip_explains_the_layer_and_lists_its_numbers(panel):
    told = next(b for b in panel.blocks.layers if b.layer == "conv1").tooltip
    assert TEACHES["conv"] in told
    assert "weight: " in told
    assert "stride 1 × 1" in told


def test_blocks_stand_side_by_side_inside_the_diagram(panel):
    found = panel.blocks.places()
    assert found[0].left() >= 0
    assert found[-1].right() <= panel.blocks.width()
    for left, right in pairwise(found):
        assert left.right() < right.left()
    assert panel.minimumSizeHint().height() <= 165


def test_a_click_chooses_a_layer(panel, model, qtbot):
    with qtbot.waitSignal(panel.layer_chosen) as chosen:
        click(panel, 3)
    assert chosen.args == [model.layers[3]]


def test_arrow_keys_and_enter_choose_a_layer(panel, model, qtbot):
    chosen = []
    panel.layer_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(panel.blocks, key)
    panel.mark("conv3")
    QTest.keyClick(panel.blocks, Qt.Key.Key_Enter)
    for _ in range(30):
        QTest.keyClick(panel.blocks, Qt.Key.Key_Right)
    QTest.keyClick(panel.blocks, Qt.Key.Key_Enter)
    assert chosen == [model.layers[2], "conv3", model.layers[-1]]


def test_the_chosen_layer_is_highlighted(panel):
    def edge(layer):
        number = [b.layer for b in panel.blocks.layers].index(layer)
        at = panel.blocks.places()[number]
        image = panel.blocks.grab().toImage()
        return image.pixelColor(round(at.left()) + 1, round(at.center().y()))

    panel.mark("conv1")
    marked, other = edge("conv1"), edge("relu1")
    panel.mark("relu1")
    assert edge("relu1") == marked != other
    panel.mark("no such layer")
    assert edge("relu1") == other


def test_loading_is_shown_before_the_first_model(qtbot):
    panel = ArchitecturePicture()
    qtbot.addWidget(panel)
    panel.grab()
    QTest.keyClick(panel.blocks, Qt.Key.Key_Return)
    assert "Loading" in panel.subtitle


def test_parameter_counts_match_the_tensors(model):
    for place in model.places:
        if place.layer.kind == "conv":
            kernels = model.kernels(place.name)
            assert learned(place) == kernels.weight.size + kernels.bias.size
