"""Many files through one process or several: results as they come."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path

from threadpoolctl import threadpool_limits

from desktop_app.audio.source_error import SourceError
from desktop_app.library.addresses import Address, local_copy
from desktop_app.library.result import Result, analyzed, key_of
from model.classifier import Classifier, load_classifier

WAITING = 2
"""Files a process that are handed out beyond the one it works on: enough to keep it busy."""


@dataclass(frozen=True)
class Failure:
    """A file that can't be analysed.

    Attributes:
        file: see :func:`result.key_of`.
        reason: one sentence that names it.
    """

    file: str
    reason: str


@dataclass(frozen=True)
class Work:
    """What is to be done with every file.

    Attributes:
        model: path of the checkpoint; None for the app's own.
        hop_s: seconds from one moment to the next.
    """

    model: Path | None
    hop_s: float


Location = Path | Address


def attempted(place: Location, classifier: Classifier, hop_s: float) -> Result | Failure:
    """Analyse one file, or say why not."""
    try:
        if isinstance(place, Path):
            return analyzed(place, classifier, hop_s)
        with local_copy(place) as path:
            try:
                result = analyzed(path, classifier, hop_s)
                return replace(result, file=place, error=result.error.replace(str(path), place))
            except SourceError as error:
                return Failure(place, str(error).replace(str(path), place))
    except SourceError as error:
        return Failure(key_of(place), str(error))


def attempted_by(place: Location, work: Work) -> Result | Failure:
    """The same in a process that keeps the model from file to file."""
    return attempted(place, _loaded(work.model), work.hop_s)


@lru_cache(maxsize=1)
def _loaded(model: Path | None) -> Classifier:
    # The products are so small that more threads only wait for one another; of several processes
    # each would wait for all, which made two of them ten times slower than one.
    threadpool_limits(1, user_api="blas")
    return load_classifier(model)


def in_this_process(
    places: Iterable[Location], work: Work
) -> Generator[Result | Failure, None, None]:
    """One after the other, in order."""
    for place in places:
        yield attempted_by(place, work)


def in_processes(
    places: Iterable[Location], work: Work, jobs: int
) -> Generator[Result | Failure, None, None]:
    """Several at a time, as they are done.

    Args:
        places: of the files; taken only as fast as they are worked on.
        work: see :class:`Work`.
        jobs: how many processes.

    Raises:
        concurrent.futures.process.BrokenProcessPool: one of them died.
    """
    waiting = iter(places)
    executor = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _leave_to_the_first)
    try:
        running: set[Future[Result | Failure]] = set()
        while True:
            free = jobs * WAITING - len(running)
            running |= {
                executor.submit(attempted_by, place, work) for place in islice(waiting, free)
            }
            if not running:
                return
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _leave_to_the_first() -> None:
    # Ctrl-C reaches every process of the terminal; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
