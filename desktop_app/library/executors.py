"""Classifies many files, in this process or in several, and yields the results as they arrive."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue

from threadpoolctl import threadpool_limits

from desktop_app.audio.file_names import readable
from desktop_app.audio.source_error import SourceError
from desktop_app.library.file_analysis import Result, analyze_file, file_key
from desktop_app.library.remote_files import Url, downloaded
from desktop_app.process.worker_process import Worker, WorkerEnded, answer
from model.classifier import Classifier, load_classifier
from resources.languages import gettext

log = logging.getLogger(__name__)

TASKS_PER_PROCESS = 2
"""One running and one queued, so that no process has to wait for the next file."""

Location = Path | Url
"""Where a file is."""


@dataclass(frozen=True)
class Failure:
    """A file that could not be analysed.

    Attributes:
        file: path or URL as text, from :func:`file_analysis.file_key`.
        reason: one sentence that names the file.
    """

    file: str
    reason: str


@dataclass(frozen=True)
class AnalysisOptions:
    """How to analyse every file.

    Attributes:
        model: path of the checkpoint; None for the app's own model.
        hop_s: seconds between two moments of the timeline.
        track: number or language of the audio track in files with several; empty for the default.
    """

    model: Path | None
    hop_s: float
    track: str = ""


def analyze_location(location: Location, options: AnalysisOptions) -> Result | Failure:
    """Analyse one file, or say why that failed.

    It runs in worker processes, each of which loads the model once and keeps it.
    """
    try:
        return _analyze(location, _load_classifier(options.model), options)
    except SourceError as error:
        return Failure(file_key(location), str(error))
    except Exception as error:
        # Decoders can raise anything; the other files can still be analysed.
        log.debug("internal error while analysing a file", exc_info=True)
        return Failure(
            file_key(location),
            gettext("Could not analyse {location}: {error!r}.").format(
                location=readable(location), error=error
            ),
        )


def _analyze(location: Location, classifier: Classifier, options: AnalysisOptions) -> Result:
    if isinstance(location, Path):
        return analyze_file(location, classifier, options.hop_s, options.track)
    with downloaded(location) as path:
        try:
            result = analyze_file(path, classifier, options.hop_s, options.track)
        except SourceError as error:
            raise SourceError(str(error).replace(str(path), location)) from error
    return replace(
        result, file=location, state=None, error=result.error.replace(str(path), location)
    )


@lru_cache(maxsize=1)
def _load_classifier(model: Path | None) -> Classifier:
    # The matrices are so small that BLAS threads only wait for one another; with several processes
    # they made two processes ten times slower than one.
    threadpool_limits(1, user_api="blas")
    return load_classifier(model)


def analyze_sequentially(
    locations: Iterable[Location], options: AnalysisOptions
) -> Generator[Result | Failure, None, None]:
    """Analyse files one after the other in this process.

    Args:
        locations: of the files.
        options: for every file.

    Yields:
        One result or failure per file, in the order of the files.
    """
    for location in locations:
        yield analyze_location(location, options)


def analyze_in_processes(
    locations: Iterable[Location], options: AnalysisOptions, jobs: int
) -> Generator[Result | Failure, None, None]:
    """Analyse several files at a time, each in its own process.

    Args:
        locations: of the files; consumed only as fast as they are analysed.
        options: for every file.
        jobs: number of processes.

    If a process dies, its file has failed, and another process takes its place.

    Yields:
        One result or failure per file, in order of completion.
    """
    waiting = iter(locations)
    workers = [Worker(f"{__name__}:serve") for _ in range(jobs)]
    idle: SimpleQueue[Worker] = SimpleQueue()
    for worker in workers:
        idle.put(worker)

    def analyzed(location: Location) -> Result | Failure:
        worker = idle.get()
        try:
            result: Result | Failure = worker.ask(location, options)
        except WorkerEnded as ended:
            name = file_key(location)
            return Failure(
                name,
                gettext("Could not analyse {location}: {ended}.").format(
                    location=readable(location), ended=ended
                ),
            )
        finally:
            idle.put(worker)
        return result

    with ThreadPoolExecutor(jobs, thread_name_prefix="worker") as executor:
        try:
            running: set[Future[Result | Failure]] = set()
            while True:
                free = jobs * TASKS_PER_PROCESS - len(running)
                running |= {
                    executor.submit(analyzed, location) for location in islice(waiting, free)
                }
                if not running:
                    return
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    yield future.result()
        finally:
            executor.shutdown(wait=False, cancel_futures=True)
            for worker in workers:
                worker.close()


def serve(connection: Connection) -> None:
    """Analyse files for :func:`analyze_in_processes` in a process of its own."""
    answer(connection, analyze_location)
