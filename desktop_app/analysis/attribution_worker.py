"""Explains in the background why a window got its genre, for the newest question only."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desktop_app.analysis.attribution_process import AttributionProcess, AttributionProcessEnded
from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.analysis.mailbox import Mailbox
from desktop_app.threads.newest_request import NewestRequest, Ticket
from model.features import FloatArray
from resources.languages import N_, gettext

if TYPE_CHECKING:
    from model.attribution import Method
    from model.checkpoint import Checkpoint
    from model.classifier import Classifier

INTERVAL_SECONDS = 0.125
"""Between the starts of two answers; more of them could not be seen."""
MIN_REST_SECONDS = 0.02
"""After a slow answer, because the analysis needs the processor too."""
MAX_CRASHES = 3
"""Processes that ended in a row, after which no other one is started."""
CLOSING_SECONDS = 3.0

log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Question:
    """Why this genre?

    Attributes:
        frame: the window to explain; must have a network.
        genre: index into the network's genres.
        method: see :meth:`model.attribution.Attribution.explain`.
    """

    frame: AnalysisFrame
    genre: int
    method: Method


@dataclass(frozen=True, eq=False)
class Explanation:
    """The answer to a question.

    Attributes:
        question: the question that it answers.
        values: (100, 13), what each pixel contributes; see
            :meth:`model.attribution.Attribution.explain`.
    """

    question: Question
    values: FloatArray


class Attributor(Protocol):
    """Computes answers; used by one thread at a time."""

    def explain(
        self, checkpoint: Checkpoint, window: FloatArray, genre: int, method: Method
    ) -> FloatArray:
        """Compute what each pixel contributes to a genre.

        Returns:
            (100, 13), see :meth:`model.attribution.Attribution.explain`.

        Raises:
            AttributionProcessEnded: it was closed meanwhile, or its process ended.
        """

    def close(self) -> None:
        """Release processes and memory, from any thread; an answer being computed is given up."""


class AttributionWorker:
    """Answers questions one at a time; a question overtaken by a newer one is never answered.

    Attributes:
        answers: where the answers are left.
        fault: one sentence if a question could not be answered, else empty.
    """

    def __init__(self, attributor: Attributor | None = None) -> None:
        """Start without a question.

        Args:
            attributor: computes the answers; None for a process of its own.
        """
        self.answers: Mailbox[Explanation] = Mailbox()
        self._failure = ""
        self._attributor = attributor or AttributionProcess()
        self._failed: tuple[object, Method] | None = None
        self._ended = 0
        self._requests = NewestRequest(
            "attribution", N_("computing the attribution"), self._serve, finish=True
        )

    @property
    def fault(self) -> str:
        """One sentence if a question could not be answered, else empty."""
        return self._failure or self._requests.fault

    def ask(self, question: Question) -> None:
        """Ask a question in place of the one still waiting; no effect after :meth:`close`."""
        self._requests.ask(question)

    def forgive(self) -> None:
        """Forget earlier failures, so that questions are tried again."""
        self._failed, self._ended, self._failure = None, 0, ""

    def close(self, timeout_s: float = CLOSING_SECONDS) -> bool:
        """Cancel the present computation.

        Args:
            timeout_s: how long to wait for the thread, in seconds.

        Returns:
            Whether it has ended.
        """
        # No other question may begin before the attributor is closed, which frees the thread.
        self._requests.close(0.0)
        self._attributor.close()
        return self._requests.close(timeout_s)

    def _serve(self, question: Question, ticket: Ticket) -> None:
        begun = time.perf_counter()
        self._answer(question)
        spent = time.perf_counter() - begun
        ticket.superseded.wait(max(MIN_REST_SECONDS, INTERVAL_SECONDS - spent))

    def _answer(self, question: Question) -> None:
        network = question.frame.network
        if network is None or self._failed == (network, question.method):
            return
        try:
            values = self._attributor.explain(
                network.checkpoint, question.frame.mfcc, question.genre, question.method
            )
        except AttributionProcessEnded as error:
            self._ended += 1
            if self._ended >= MAX_CRASHES:
                self._give_up(network, question.method, error)
        except Exception as error:
            # Another model or method may still work.
            self._give_up(network, question.method, error)
        else:
            self.forgive()
            self.answers.post(Explanation(question, values))

    def _give_up(self, network: Classifier, method: Method, error: Exception) -> None:
        log.warning("attribution failed: %s", error)
        self._failed = (network, method)
        self._failure = gettext("Could not explain the genre: {error}").format(error=error)
