import threading
import time

import numpy as np
import pytest

from desktop_app.analysis.attribution_process import AttributionProcess, AttributionProcessEnded
from desktop_app.analysis.attribution_worker import MAX_CRASHES, AttributionWorker, Question
from desktop_app.analysis.gate import State
from model.attribution import Attribution
from model.checkpoint import load_checkpoint
from model.classifier import load_classifier
from resources import resource
from tests.fixtures.fake_source import FakeClassifier
from tests.fixtures.frames import frame_of

WINDOW = np.random.default_rng(0).normal(0, 30, (100, 13)).astype(np.float32)


def question(number=0, network=None, method="grad-cam", genre=0):
    frame = frame_of(
        end_sample=512 * number, window_state=State.MUSIC, mfcc=WINDOW, network=network or NETWORK
    )
    return Question(frame, genre, method)


NETWORK = FakeClassifier()


class SlowExplainer:
    """Answers when the test allows it; every pixel is the genre's number."""

    def __init__(self):
        self.may_answer = threading.Event()
        self.begun = threading.Semaphore(0)
        self.failing = None
        self.asked = []
        self.closed = threading.Event()

    def explain(self, checkpoint, window, genre, method):
        self.asked.append(genre)
        self.begun.release()
        if self.failing:
            raise self.failing
        while not self.may_answer.wait(0.01):
            if self.closed.is_set():
                raise AttributionProcessEnded("it was closed.")
        return np.full((100, 13), genre, np.float32)

    def close(self):
        self.closed.set()


@pytest.fixture
def explainer():
    return SlowExplainer()


@pytest.fixture
def explaining(explainer):
    explaining = AttributionWorker(explainer)
    yield explaining
    explaining.close()


def answer_of(explaining, seconds=5.0):
    deadline = time.monotonic() + seconds
    while (answer := explaining.answers.take()) is None:
        assert time.monotonic() < deadline, "no answer"
        time.sleep(0.005)
    return answer


def begins(explainer):
    assert explainer.begun.acquire(timeout=5.0)


def test_the_newest_question_is_answered_and_overtaken_ones_never_are(explaining, explainer):
    explaining.ask(question(genre=0))
    begins(explainer)
    for genre in range(1, 8):
        explaining.ask(question(genre=genre))
    explainer.may_answer.set()
    begins(explainer)
    newest = question(genre=9)
    explaining.ask(newest)
    begins(explainer)
    answer = answer_of(explaining)
    while answer.question is not newest:
        answer = answer_of(explaining)
    assert (answer.values == 9).all()
    assert explainer.asked == [0, 7, 9]


def test_attributions_leave_processor_time_for_the_analysis(explaining, explainer):
    explainer.may_answer.set()
    until = time.monotonic() + 1.0
    while time.monotonic() < until:
        explaining.ask(question())
        time.sleep(0.002)
    assert 2 <= len(explainer.asked) <= 9


def test_a_failure_is_reported_once_and_another_model_is_tried(explaining, explainer):
    explainer.failing = RuntimeError("the sky fell.")
    explaining.ask(question())
    begins(explainer)
    explaining.ask(question())
    time.sleep(0.4)
    assert explaining.fault == "Could not explain the genre: the sky fell."
    assert len(explainer.asked) == 1
    explainer.failing = None
    explainer.may_answer.set()
    explaining.ask(question(network=FakeClassifier(), genre=2))
    assert (answer_of(explaining).values == 2).all()
    assert explaining.fault == ""
    explaining.ask(question(genre=1))
    assert (answer_of(explaining).values == 1).all()


def test_attributions_survive_one_crashed_process(explaining, explainer):
    explainer.failing = AttributionProcessEnded("it ended.")
    explaining.ask(question())
    begins(explainer)
    explainer.failing = None
    explainer.may_answer.set()
    explaining.ask(question(genre=2))
    assert (answer_of(explaining).values == 2).all()
    assert explaining.fault == ""


def test_repeated_crashes_stop_attributions_until_the_user_retries(explaining, explainer):
    explainer.failing = AttributionProcessEnded("it ended.")
    for _ in range(MAX_CRASHES):
        explaining.ask(question())
        begins(explainer)
        time.sleep(0.2)
    explaining.ask(question())
    time.sleep(0.3)
    assert len(explainer.asked) == MAX_CRASHES
    assert explaining.fault.endswith("it ended.")
    explaining.forgive()
    assert explaining.fault == ""
    explaining.ask(question())
    begins(explainer)


def test_closing_while_busy_is_quick_and_later_questions_are_ignored(explaining, explainer):
    explaining.ask(question())
    begins(explainer)
    begun = time.monotonic()
    assert explaining.close()
    assert time.monotonic() - begun < 1.0
    assert explainer.closed.is_set()
    explaining.ask(question())
    assert explaining.answers.take() is None
    assert len(explainer.asked) == 1


def test_nothing_runs_before_the_first_question(explainer):
    before = threading.active_count()
    explaining = AttributionWorker(explainer)
    assert threading.active_count() == before
    explaining.close()
    explaining.ask(question())
    assert threading.active_count() == before


@pytest.fixture(scope="module")
def process():
    process = AttributionProcess()
    yield process
    process.close()


def test_the_process_computes_the_same_attributions_for_any_network(process):
    for name in ("genre-monitor", "course"):
        checkpoint = load_classifier(resource(f"weights/{name}.safetensors")).checkpoint
        for method in ("grad-cam", "integrated gradients"):
            found = process.explain(checkpoint, WINDOW, 3, method)
            expected = Attribution(checkpoint).explain(WINDOW, 3, method)
            np.testing.assert_allclose(found, expected, atol=1e-4)


def test_the_process_reports_an_invalid_question_and_continues(process):
    checkpoint = load_checkpoint(resource("weights/course.safetensors"))
    with pytest.raises(RuntimeError, match="no genre 99"):
        process.explain(checkpoint, WINDOW, 99, "grad-cam")
    assert process.explain(checkpoint, WINDOW, 1, "grad-cam").shape == (100, 13)


def test_a_killed_process_is_noticed_and_restarted(process):
    checkpoint = load_checkpoint(resource("weights/course.safetensors"))
    process.explain(checkpoint, WINDOW, 1, "grad-cam")
    process._worker._process.kill()
    with pytest.raises(RuntimeError, match="has ended"):
        process.explain(checkpoint, WINDOW, 1, "grad-cam")
    assert process.explain(checkpoint, WINDOW, 1, "grad-cam").shape == (100, 13)


def test_a_process_that_cannot_start_is_tried_again(monkeypatch):
    def refuse(*_, **__):
        raise OSError("no memory")

    checkpoint = load_checkpoint(resource("weights/course.safetensors"))
    process = AttributionProcess()
    with monkeypatch.context() as patched:
        patched.setattr("desktop_app.process.worker_process.start_process", refuse)
        with pytest.raises(AttributionProcessEnded):
            process.explain(checkpoint, WINDOW, 1, "grad-cam")
    assert process.explain(checkpoint, WINDOW, 1, "grad-cam").shape == (100, 13)
    process.close()
    with pytest.raises(AttributionProcessEnded):
        process.explain(checkpoint, WINDOW, 1, "grad-cam")


def test_closing_does_not_wait_for_a_process_that_is_still_starting():
    explaining = AttributionWorker()
    # Larger than a pipe's buffer.
    checkpoint = load_checkpoint(resource("weights/genre-monitor.safetensors"))
    network = FakeClassifier()
    network.checkpoint = checkpoint
    explaining.ask(question(network=network))
    time.sleep(0.1)
    begun = time.monotonic()
    assert explaining.close()
    assert time.monotonic() - begun < 1.0
