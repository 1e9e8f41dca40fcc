"""The explaining thread: always answers the newest question why a window got its genre."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desktop_app.analysis.attribution_process import AttributionProcess, AttributionProcessEnded
from desktop_app.analysis.frame import AnalysisFrame, FloatArray
from desktop_app.analysis.mailbox import Mailbox

if TYPE_CHECKING:
    from model.attribution import Method
    from model.checkpoint import Checkpoint

SECONDS_APART = 0.125
"""From one question taken up to the next: more would not be seen."""
LEAST_REST = 0.02
"""Seconds after a slow answer: the analysis needs the processor too."""
MOST_ENDS = 3
"""Processes that may end one after the other before it is no use to begin another."""


@dataclass(frozen=True, eq=False)
class Question:
    """Why this genre?

    Attributes:
        frame: the window that is asked about; one with a network.
        genre: index into the network's genres.
        method: see :meth:`model.attribution.Attribution.explain`.
    """

    frame: AnalysisFrame
    genre: int
    method: Method


@dataclass(frozen=True, eq=False)
class Answer:
    """What was found out.

    Attributes:
        question: that was asked.
        values: (100, 13); see :meth:`model.attribution.Attribution.explain`.
    """

    question: Question
    values: FloatArray


class Attributor(Protocol):
    """Who knows the answer; used by one thread."""

    def explain(
        self,
        checkpoint: Checkpoint,
        window: FloatArray,
        genre: int,
        method: Method,
        given_up: threading.Event,
    ) -> FloatArray | None:
        """See :meth:`model.attribution.Attribution.explain`; None if it was given up."""

    def close(self) -> None:
        """Let go of everything."""


class AttributionWorker:
    """Answers questions one at a time; those that were overtaken by a newer one, never.

    Attributes:
        answers: where the answers are left.
        fault: one sentence if a question could not be answered, else empty.
    """

    def __init__(self, begin: Callable[[], Attributor] = AttributionProcess) -> None:
        """
        Args:
            begin: gives the explainer; called on the thread, at the first question.
        """
        self.answers: Mailbox[Answer] = Mailbox()
        self.fault = ""
        self._begin = begin
        self._questions: Mailbox[Question] = Mailbox()
        self._failed: tuple[object, Method] | None = None
        self._ended = 0
        self._asked = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="explaining")

    def ask(self, question: Question) -> None:
        """Ask this instead of what has not been begun yet; after :meth:`close`, nothing."""
        if self._closing.is_set():
            return
        self._questions.post(question)
        self._asked.set()
        if self._thread.ident is None:
            self._thread.start()

    def forgive(self) -> None:
        """Forget what could not be answered: it is tried again."""
        self._failed, self._ended, self.fault = None, 0, ""

    def close(self) -> None:
        """End the thread and wait for it; what it is working out is given up."""
        self._closing.set()
        self._asked.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        explainer = self._begin()
        while not self._closing.is_set():
            self._asked.wait()
            self._asked.clear()
            begun = time.perf_counter()
            question = self._questions.take()
            if question is not None and not self._closing.is_set():
                self._answer(explainer, question)
            spent = time.perf_counter() - begun
            self._closing.wait(max(LEAST_REST, SECONDS_APART - spent))
        explainer.close()

    def _answer(self, explainer: Attributor, question: Question) -> None:
        network = question.frame.network
        if network is None or self._failed == (network, question.method):
            return
        try:
            values = explainer.explain(
                network.checkpoint,
                question.frame.mfcc,
                question.genre,
                question.method,
                self._closing,
            )
        except AttributionProcessEnded as error:
            self._ended += 1
            if self._ended >= MOST_ENDS:
                self._failed = (network, question.method)
                self.fault = f"Why it is this genre can't be worked out: {error}"
            return
        except Exception as error:
            # Another model or method gets a new chance.
            self._failed = (network, question.method)
            self.fault = f"Why it is this genre can't be worked out: {error}"
            return
        self.forgive()
        if values is not None:
            self.answers.post(Answer(question, values))
