"""Computes attributions in a separate process.

Importing torch stops all other Python threads for up to half a second: the analysis would skip
windows, and the sound card would get no samples.
"""

from __future__ import annotations

import subprocess
import threading
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from desktop_app.process.worker_process import start_process
from model.features import FloatArray
from resources.languages import gettext

if TYPE_CHECKING:
    from model.attribution import Method
    from model.checkpoint import Checkpoint

ENDING_SECONDS = 0.5
"""A process that hasn't ended this long after its termination was requested is killed."""
POLL_SECONDS = 0.05
"""Interval between checks whether the answer is still wanted."""


class AttributionProcessEnded(RuntimeError):
    """The process that answers has ended."""


class AttributionProcess:
    """Starts the process when it is first needed, and again if it has ended.

    Used by one thread at a time.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None
        self._known: Checkpoint | None = None

    def explain(
        self,
        checkpoint: Checkpoint,
        window: FloatArray,
        genre: int,
        method: Method,
        given_up: threading.Event,
    ) -> FloatArray | None:
        """Ask the process and wait.

        Args:
            checkpoint: of the network.
            window: (frames, 13) true-scale MFCC.
            genre: index into the network's genres.
            method: see :meth:`model.attribution.Attribution.explain`.
            given_up: ends the waiting.

        Returns:
            (100, 13), or None if it was given up; then only :meth:`close` may follow.

        Raises:
            AttributionProcessEnded: the process has ended; the next question starts another.
            RuntimeError: the process could not answer; the message says why.
        """
        try:
            connection = self._connection or self._start(given_up)
            if connection is None:
                return None
            # A network is 2 MB, so it is sent only once.
            news = None if checkpoint is self._known else checkpoint
            connection.send((news, window, genre, method))
            self._known = checkpoint
            while not connection.poll(POLL_SECONDS):
                if given_up.is_set():
                    return None
            values, problem = connection.recv()
        except (EOFError, OSError) as error:
            self.close()
            raise AttributionProcessEnded(gettext("the attribution process has ended.")) from error
        if problem:
            self._known = None
            raise RuntimeError(problem)
        return values  # type: ignore[no-any-return]

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(ENDING_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = self._known = None

    def _start(self, given_up: threading.Event) -> Connection | None:
        self._process, self._connection = start_process(f"{__name__}:serve")
        ours = self._connection
        while not ours.poll(POLL_SECONDS):
            if given_up.is_set():
                return None
        ours.recv()
        return ours


def serve(connection: Connection) -> None:
    """Answer the questions of an :class:`AttributionProcess` until it closes the connection."""
    # Says that it reads now: a question is larger than a pipe's buffer.
    connection.send(None)
    explain = _Explain()
    answer: tuple[FloatArray | None, str]
    while True:
        try:
            question = connection.recv()
        except (EOFError, OSError):
            return
        try:
            answer = (explain(*question), "")
        except Exception as error:
            answer = (None, str(error) or repr(error))
        try:
            connection.send(answer)
        except OSError:
            return


class _Explain:
    """Keeps the network of the last question."""

    def __call__(
        self, news: Checkpoint | None, window: FloatArray, genre: int, method: Method
    ) -> FloatArray:
        # Imported for the first question, so that a failure is reported as its answer.
        try:
            import torch

            from model.attribution import Attribution
        except ModuleNotFoundError as error:
            raise RuntimeError(
                gettext("{name} is not installed.").format(name=error.name)
            ) from error
        if news is not None:
            torch.set_num_threads(1)
            self._attribution = Attribution(news)
        return self._attribution.explain(window, genre, method)
