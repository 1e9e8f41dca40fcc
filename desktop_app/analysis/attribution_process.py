"""Computes attributions in a separate process.

Importing torch stops all other Python threads for up to half a second: the analysis would skip
windows, and the sound card would get no samples.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.process.worker_process import Worker, WorkerEnded, answer
from model.features import FloatArray
from resources.languages import gettext

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from model.attribution import Method
    from model.checkpoint import Checkpoint


class AttributionProcessEnded(RuntimeError):
    """The process that answers has ended."""


class AttributionProcess:
    """Starts the process when it is first needed, and again if it has ended.

    Used by one thread at a time, but closed from any.
    """

    def __init__(self) -> None:
        self._worker = Worker(f"{__name__}:serve")
        self._known: Checkpoint | None = None

    def explain(
        self, checkpoint: Checkpoint, window: FloatArray, genre: int, method: Method
    ) -> FloatArray:
        """Ask the process and wait.

        Args:
            checkpoint: of the network.
            window: (frames, 13) true-scale MFCC.
            genre: index into the network's genres.
            method: see :meth:`model.attribution.Attribution.explain`.

        Returns:
            (100, 13).

        Raises:
            AttributionProcessEnded: the process has ended; the next question starts another,
                unless it was closed.
            RuntimeError: the process could not answer; the message says why.
        """
        # A network is 2 MB, so it is sent only once.
        news = None if checkpoint is self._known else checkpoint
        self._known = None
        try:
            values, problem = self._worker.ask(news, window, genre, method)
        except WorkerEnded as error:
            raise AttributionProcessEnded(gettext("the attribution process has ended.")) from error
        if problem:
            raise RuntimeError(problem)
        self._known = checkpoint
        return values  # type: ignore[no-any-return]

    def close(self) -> None:
        """End the process at once."""
        self._worker.close()


def serve(connection: Connection) -> None:
    """Answer the questions of an :class:`AttributionProcess` until it ends."""
    answer(connection, _Explain())


class _Explain:
    """Keeps the network of the last question."""

    def __call__(
        self, news: Checkpoint | None, window: FloatArray, genre: int, method: Method
    ) -> tuple[FloatArray | None, str]:
        """Return what each pixel contributes, or why that could not be computed."""
        try:
            return self._explained(news, window, genre, method), ""
        except Exception as error:
            return None, str(error) or repr(error)

    def _explained(
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
