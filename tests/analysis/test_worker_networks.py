"""What the analysis makes of the network in use, and of a change of it."""

import numpy as np
import pytest

from desktop_app.analysis.gate import State
from desktop_app.analysis.smoothing import Smoother
from desktop_app.analysis.worker import AnalysisWorker
from tests.fixtures.analysis import Chosen, live
from tests.fixtures.fake_source import FakeClassifier, FakeSource
from tests.fixtures.sounds import noise


def test_the_mfcc_image_needs_no_model(source, clock):
    worker = AnalysisWorker(lambda: source.segment, Chosen(), clock)
    frames = live(worker, source, clock, noise(512 * 110, 1))
    assert frames[-1].state is State.MUSIC
    assert frames[-1].answer is None
    assert len(frames[-1].mfcc) == 100


def test_the_mfcc_image_survives_a_failing_network_which_is_named_and_logged_once(
    worker, source, clock, network, caplog
):
    failing = FakeClassifier()
    failing.failing = RuntimeError("no weights")
    network.classifier = failing
    frames = live(worker, source, clock, noise(512 * 110, 1))
    assert frames[-1].answer is None
    assert worker.fault == "The model “fake” failed: no weights. Choose another model."
    (record,) = caplog.records
    assert "no weights" in record.exc_text
    network.classifier = FakeClassifier()
    assert live(worker, source, clock, noise(512, 1))[-1].answer is not None
    assert worker.fault == ""


def test_non_music_has_feature_maps_but_no_genre(worker, source, clock, network):
    speech = FakeClassifier()
    speech.music, speech.music_threshold = 0.1, 0.3
    network.classifier = speech
    frame = live(worker, source, clock, noise(512 * 110, 1))[-1]
    assert frame.state is State.NOT_MUSIC
    assert frame.answer is None
    assert frame.probabilities == pytest.approx([0.5, 0.3, 0.2])
    assert frame.activations["relu1"].shape == (4, 100, 13)
    speech.music = 0.9
    worker.answering.average = Smoother(0.5)
    frame = live(worker, source, clock, noise(512 * 30, 1))[-1]
    assert frame.state is State.MUSIC
    assert frame.answer.probabilities == pytest.approx([0.5, 0.3, 0.2])


def heard_in_two_parts(worker, source, clock, network, between):
    """The seconds that the answer is about, before and after something happens."""
    before = live(worker, source, clock, noise(512 * 400, 1))[-1].averaged_s
    between()
    after = [
        frame.averaged_s
        for frame in live(worker, source, clock, noise(512 * 130, 1))
        if frame.answer is not None
    ]
    return before, after[0] if after else None


@pytest.mark.parametrize("way", ["silence", "segment", "network", "loss"])
def test_after_a_break_a_new_piece_begins(worker, source, clock, network, way):
    def seek():
        source.segment = FakeSource(clock).segment

    def load_another():
        network.classifier = FakeClassifier()

    def lose_sound():
        clock.now += 60.0
        for _ in range(60):
            source.give(noise(22050, 2))
        worker.step()
        worker.frames.take()

    ways = {
        "silence": lambda: live(worker, source, clock, np.zeros(512 * 60)),
        "segment": seek, "network": load_another, "loss": lose_sound,
    }  # fmt: skip
    before, after = heard_in_two_parts(worker, source, clock, network, ways[way])
    assert before == 9.0
    # One window is 2.3 s.
    assert after <= 3.0


def test_a_network_that_is_in_doubt_says_so(worker, source, clock, network):
    network.classifier.sure_threshold = 0.7
    assert live(worker, source, clock, noise(512 * 110, 1))[-1].heard == "a or b"
    network.classifier.sure_threshold = 0.9
    source.segment = FakeSource(clock).segment
    assert live(worker, source, clock, noise(512 * 110, 1))[-1].heard == "not sure"


def test_probabilities_of_two_networks_are_never_averaged(worker, source, clock, network):
    frames = live(worker, source, clock, noise(512 * 110, 1))
    assert frames[-1].network.genres == ("a", "b", "c")
    other = FakeClassifier()
    other.genres = ("x", "y")
    other.answer = np.array([0.1, 0.9], np.float32)
    network.classifier = other
    frames = live(worker, source, clock, noise(512 * 2, 1))
    assert all(frame.network is other for frame in frames)
    assert frames[-1].answer.probabilities == pytest.approx([0.1, 0.9])


def test_a_new_network_takes_over_at_the_next_window(worker, source, clock, network):
    other = FakeClassifier()
    other.genres = ("x", "y")
    other.answer = np.array([0.1, 0.9], np.float32)
    first = network.classifier
    look = first.look
    first.look = lambda *arguments: (setattr(network, "classifier", other), look(*arguments))[1]
    frames = live(worker, source, clock, noise(512 * 110, 1))
    answered = [frame for frame in frames if frame.answer is not None]
    assert [len(frame.answer.probabilities) for frame in answered[:3]] == [3, 2, 2]
    assert answered[0].network is first
    assert answered[1].network is other
