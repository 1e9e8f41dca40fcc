"""Classifies many files on a Dask cluster, whose workers see them under the same paths."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterable
from concurrent.futures import CancelledError
from dataclasses import replace
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from desktop_app.library.executors import AnalysisOptions, Failure, Location, analyze_location
from desktop_app.library.file_analysis import Result, file_key

TASKS_PER_THREAD = 4
"""One running and three queued for each thread of a worker."""
CONNECT_TIMEOUT_SECONDS = 10


class SchedulerUnavailable(Exception):
    """No scheduler responds, or it has no workers; the message is for the user."""


class SchedulerLost(Exception):
    """The scheduler stopped responding during the work; the message is for the user."""


def analyze_on_cluster(
    locations: Iterable[Location], options: AnalysisOptions, address: str
) -> Generator[Result | Failure, None, None]:
    """Analyse files on the workers of a Dask cluster.

    If a worker dies, its files go to another one.

    Args:
        locations: of the files; consumed only as fast as they are analysed.
        options: for every file.
        address: of the scheduler.

    Yields:
        One result or failure per file, in order of completion.

    Raises:
        SchedulerUnavailable: no scheduler responds there, or it has no workers.
        SchedulerLost: the scheduler stopped responding during the work.
        ImportError: distributed is not installed.
    """
    # Typed as Any, because distributed is only partly typed.
    distributed: Any = import_module("distributed")
    # It would log pages about a lost connection.
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = distributed.Client(address, timeout=CONNECT_TIMEOUT_SECONDS)
    except (OSError, TimeoutError, ValueError) as error:
        raise SchedulerUnavailable(
            f"No Dask scheduler responded at {address}. Start one with: dask scheduler"
        ) from error
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise SchedulerUnavailable(
                f"The Dask scheduler at {address} has no workers. "
                f"Start some with: dask worker {address}"
            )
        if options.model is not None:
            options = replace(options, model=options.model.absolute())
        waiting = iter(locations)
        submitted: dict[str, Location] = {}

        def submit(count: int) -> list[Any]:
            futures = []
            for location in islice(waiting, count):
                # Workers have other working directories.
                absolute = location.absolute() if isinstance(location, Path) else location
                # Not pure: the same file twice is two tasks, and no result is kept after its use.
                futures.append(client.submit(analyze_location, absolute, options, pure=False))
                submitted[futures[-1].key] = location
            return futures

        try:
            running = distributed.as_completed(submit(threads * TASKS_PER_THREAD))
            for future in running:
                file = file_key(submitted.pop(future.key))
                problem = future.exception()
                if problem is None:
                    # The name as given, not the absolute path.
                    yield replace(future.result(), file=file)
                else:
                    yield Failure(file, f"Could not analyse {file}: {problem}.")
                for more in submit(1):
                    running.add(more)
        except (OSError, CancelledError) as error:
            raise SchedulerLost(f"The Dask scheduler at {address} stopped responding.") from error
