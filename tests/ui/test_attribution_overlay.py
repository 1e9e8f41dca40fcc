from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QAction

from desktop_app.analysis.attribution_worker import Explanation
from desktop_app.analysis.gate import State
from desktop_app.analysis.mailbox import Mailbox
from desktop_app.panels.mfcc_image import MfccImage
from desktop_app.ui.attribution_overlay import (
    COMPUTING,
    FAILED,
    NOTHING_TO_EXPLAIN,
    AttributionOverlay,
)
from desktop_app.ui.settings import Settings
from tests.fixtures.fake_source import FakeClassifier
from tests.fixtures.frames import answer_of, frame_of

NETWORK = FakeClassifier()
VALUES = np.ones((100, 13), np.float32)


class FakeExplaining:
    """Answers when the test says so."""

    def __init__(self):
        self.asked = []
        self.fault = ""
        self.answers = Mailbox()

    def ask(self, question):
        self.asked.append(question)

    def forgive(self):
        self.fault = ""

    def answer(self, question=None, values=VALUES):
        self.answers.post(Explanation(question or self.asked[-1], values))


def frame(hop=200, network=NETWORK, leading=0, stream=1):
    smoothed = np.full(3, 0.1, np.float32)
    smoothed[leading] = 0.8
    return frame_of(
        stream=stream,
        end_sample=512 * hop,
        window_state=State.MUSIC,
        mfcc=np.zeros((100, 13), np.float32),
        probabilities=smoothed,
        answer=answer_of(smoothed),
        network=network,
    )


@pytest.fixture
def explaining():
    return FakeExplaining()


@pytest.fixture
def image(qtbot):
    image = MfccImage()
    qtbot.addWidget(image)
    image.show()
    qtbot.waitExposed(image)
    return image


@pytest.fixture
def switch(image):
    switch = QAction(image)
    switch.setCheckable(True)
    return switch


@pytest.fixture
def why(explaining, image, switch):
    why = AttributionOverlay(switch, explaining, image)
    why.controls.show_genres(NETWORK.genres)
    switch.setChecked(True)
    return why


def test_an_attribution_is_drawn_over_the_image_and_scrolls_with_it(why, explaining, image):
    why.follow(frame(200))
    assert why.controls.words.text() == COMPUTING
    explaining.answer()
    why.follow(frame(203))
    assert image.evidence is VALUES
    assert image.evidence_hops_ago == 3
    assert "for A" in why.controls.words.text()
    assert "against" not in why.controls.words.text()
    why.follow(frame(205))
    assert image.evidence_hops_ago == 5


def test_integrated_gradients_show_evidence_against_the_genre(why, explaining):
    why.controls.choose("integrated gradients", "")
    why.follow(frame())
    explaining.answer()
    why.follow(frame())
    assert "against" in why.controls.words.text()


def test_the_same_frame_is_explained_once(why, explaining):
    frozen = frame()
    for _ in range(5):
        why.follow(frozen)
    assert len(explaining.asked) == 1


def test_a_frozen_frame_is_explained_again_for_another_method_or_genre(why, explaining, image):
    frozen = frame(leading=1)
    why.follow(frozen)
    explaining.answer()
    why.follow(frozen)
    assert explaining.asked[-1].genre == 1
    why.controls.choose("integrated gradients", "c")
    why.follow(frozen)
    assert image.evidence is None
    assert why.controls.words.text() == COMPUTING
    assert (explaining.asked[-1].genre, explaining.asked[-1].method) == (2, "integrated gradients")
    explaining.answer()
    why.follow(frozen)
    assert "for C" in why.controls.words.text()


@pytest.mark.parametrize(
    "elsewhere",
    [
        frame(network=FakeClassifier()), frame(leading=2), frame(stream=2), frame(400), frame(100),
    ],
    ids=["another model", "another genre", "another source", "long ago", "an earlier place"],
)  # fmt: skip
def test_an_attribution_of_another_frame_or_genre_is_not_shown(why, explaining, image, elsewhere):
    why.follow(frame())
    explaining.answer()
    why.follow(frame())
    assert image.evidence is not None
    why.follow(elsewhere)
    assert image.evidence is None
    explaining.answer(explaining.asked[0])
    why.follow(elsewhere)
    assert image.evidence is None


@pytest.mark.parametrize("nothing", [None, replace(frame(), answer=None)])
def test_nothing_is_explained_without_a_genre(why, explaining, image, nothing):
    why.follow(frame())
    explaining.answer()
    why.follow(frame())
    why.follow(nothing)
    assert image.evidence is None
    assert why.controls.words.text() == NOTHING_TO_EXPLAIN


def test_nothing_is_computed_while_switched_off_or_hidden(why, explaining, image, switch):
    why.follow(frame())
    explaining.answer()
    why.follow(frame())
    asked = len(explaining.asked)
    switch.setChecked(False)
    why.follow(frame())
    assert image.evidence is None
    assert why.controls.isHidden()
    switch.setChecked(True)
    image.hide()
    why.follow(frame())
    assert len(explaining.asked) == asked


def test_a_failure_is_shown(why, explaining):
    explaining.fault = "It went wrong."
    why.follow(frame())
    assert why.controls.words.text() == FAILED


def test_the_controls_are_remembered(why, image):
    why.controls.choose("integrated gradients", "b")
    why.controls.opacity.setValue(35)
    why.remember(Settings())
    again_switch = QAction(image)
    again_switch.setCheckable(True)
    again = AttributionOverlay(again_switch, FakeExplaining(), image)
    again.recall(Settings())
    again.controls.show_genres(NETWORK.genres)
    assert again_switch.isChecked()
    assert again.controls.method == "integrated gradients"
    assert again.controls.genres.currentText() == "B"
    assert again.controls.opacity.value() == 35
    assert image.evidence_opacity == pytest.approx(0.35)
