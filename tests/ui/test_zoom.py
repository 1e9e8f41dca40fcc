import json

import pytest
from PySide6.QtWidgets import QApplication, QToolButton

from desktop_app.ui import zoom
from desktop_app.ui.settings import Settings


@pytest.fixture(autouse=True)
def usual_size():
    before = QApplication.font()
    yield
    QApplication.setFont(before)


def heights(window):
    # Layouts are settled from the inside to the outside.
    for _ in range(3):
        QApplication.processEvents()
    live = window.live
    button = window.source_bar.findChildren(QToolButton)[1]
    return [
        live.genres.answer.height(),
        live.genres.percent.height(),
        *(widget.fontMetrics().height() for widget in (live.genres.bars, button)),
        button.iconSize().height(),
        window.menuBar().fontMetrics().height(),
    ]


def test_text_and_icons_grow_and_shrink_together(open_window):
    window, _ = open_window()
    commands, before = window.commands, heights(window)
    for _ in range(4):
        commands.enlarge.trigger()
    assert window.presentation.zoom.factor == 1.75
    for now, usual in zip(heights(window), before, strict=True):
        assert now == pytest.approx(1.75 * usual, rel=0.1)
    commands.reduce.trigger()
    assert window.presentation.zoom.factor == 1.5
    commands.usual_size.trigger()
    assert heights(window) == before


def test_the_size_ends_at_the_largest_and_the_smallest(open_window):
    window, _ = open_window()
    for action, last in ((window.commands.enlarge, 3.0), (window.commands.reduce, 0.8)):
        for _ in range(12):
            action.trigger()
        assert window.presentation.zoom.factor == last


def test_every_screen_has_its_own_size(open_window, monkeypatch):
    screens = iter(["beamer", "laptop", "beamer"])
    at = ["laptop"]
    monkeypatch.setattr(zoom, "_name", lambda screen: at[0])
    window, _ = open_window()
    follow = window.presentation.zoom.follow_screen
    window.commands.enlarge.trigger()
    sizes = []
    for at[0] in screens:
        follow()
        if not sizes:
            window.commands.reduce.trigger()
        sizes.append(window.presentation.zoom.factor)
    assert sizes == [0.9, 1.1, 0.9]
    window.close()
    again, _ = open_window()
    assert again.presentation.zoom.factor == 0.9


@pytest.mark.parametrize(
    "stored", ["[]", "{", '{"x": 1}', json.dumps({"laptop": 400.0}), json.dumps({"laptop": [1.1]})]
)
def test_an_invalid_size_is_ignored(open_window, monkeypatch, stored):
    monkeypatch.setattr(zoom, "_name", lambda screen: "laptop")
    Settings().remember(zoom=stored)
    window, _ = open_window()
    assert window.presentation.zoom.factor == 1.0


def test_the_answer_stays_in_sight_at_twice_the_size(open_window, qtbot):
    window, _ = open_window()
    window.resize(1268, 680)
    for _ in range(5):
        window.commands.enlarge.trigger()
    qtbot.wait(100)
    answer = window.live.genres.answer
    place = answer.rect().translated(answer.mapTo(window, answer.rect().topLeft()))
    assert window.rect().contains(place)


def test_the_axes_of_the_image_are_labelled_in_the_size_of_other_text(open_window):
    window, _ = open_window()
    axis = window.live.mfcc.canvas.getItem(0, 0).getAxis("bottom")
    before = axis.label.font().pointSizeF()
    for _ in range(5):
        window.commands.enlarge.trigger()
    QApplication.processEvents()
    assert axis.label.font().pointSizeF() == pytest.approx(2.0 * before)
