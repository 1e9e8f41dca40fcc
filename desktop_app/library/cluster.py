"""Classifies many files on a Dask cluster, whose workers see them under the same paths."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import CancelledError
from dataclasses import replace
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from typing import Any

from desktop_app.formatting.local import local
from desktop_app.library.executors import AnalysisOptions, Failure, Location, analyze_location
from desktop_app.library.file_analysis import Result, file_key
from resources.languages import gettext

TASKS_PER_THREAD = 4
"""One running and three queued for each thread of a worker."""
CONNECT_TIMEOUT_SECONDS = 10.0
LOST_SECONDS = 600.0
"""How long a scheduler or workers that are lost may take to come back."""
RETRY_SECONDS = 0.5
SILENCE_SECONDS = 10.0
"""After this long without a result, whether there still are workers is asked."""


class SchedulerUnavailable(Exception):
    """No scheduler responds, or it has no workers; the message is for the user."""


class SchedulerLost(Exception):
    """The scheduler or all workers were lost during the work; the message is for the user."""


class _Interrupted(Exception):
    """The scheduler or all its workers are gone, and with them the files they had."""


def analyze_on_cluster(
    locations: Iterable[Location],
    options: AnalysisOptions,
    address: str,
    tell: Callable[[str], None],
) -> Generator[Result | Failure, None, None]:
    """Analyse files on the workers of a Dask cluster.

    If a worker dies, its files go to another one. If the scheduler dies, or all workers do, the
    files without a result are given out again when they are back.

    Args:
        locations: of the files; consumed only as fast as they are analysed.
        options: for every file.
        address: of the scheduler.
        tell: takes one sentence for the user when the scheduler or the workers are waited for.

    Yields:
        One result or failure per file, in order of completion.

    Raises:
        SchedulerUnavailable: no scheduler responds there, or it has no workers.
        SchedulerLost: the scheduler or the workers did not come back.
        ImportError: distributed is not installed.
    """
    # Typed as Any, because distributed is only partly typed.
    distributed: Any = import_module("distributed")
    # It would log pages about a lost connection.
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    if options.model is not None:
        options = replace(options, model=options.model.absolute())
    left = iter(locations)
    client = _connected(distributed, address)
    while True:
        work = _Work(distributed, client, left, options)
        try:
            with client:
                yield from work.results()
        except _Interrupted:
            pass
        else:
            return
        left = chain(work.unanswered, left)
        tell(
            gettext(
                "The Dask scheduler at {address} or its workers stopped responding. "
                "Waiting up to {minutes:.0f} minutes for them."
            ).format(address=address, minutes=local(LOST_SECONDS / 60))
        )
        client = _connected_again(distributed, address)


def _connected(distributed: Any, address: str) -> Any:
    """Connect to a scheduler that has workers.

    Raises:
        SchedulerUnavailable: no scheduler responds there, or it has no workers.
    """
    try:
        client = distributed.Client(address, timeout=CONNECT_TIMEOUT_SECONDS)
    except (OSError, TimeoutError, ValueError) as error:
        raise SchedulerUnavailable(
            gettext(
                "No Dask scheduler responded at {address}. Start one with: dask scheduler"
            ).format(address=address)
        ) from error
    if not _threads(client):
        client.close()
        raise SchedulerUnavailable(
            gettext(
                "The Dask scheduler at {address} has no workers. Start some with: dask "
                "worker {address}"
            ).format(address=address)
        )
    return client


def _connected_again(distributed: Any, address: str) -> Any:
    """Wait for a scheduler with workers and connect to it.

    Raises:
        SchedulerLost: there was none in time.
    """
    until = time.monotonic() + LOST_SECONDS
    while True:
        try:
            return _connected(distributed, address)
        except SchedulerUnavailable as error:
            if time.monotonic() > until:
                raise SchedulerLost(str(error)) from error
            time.sleep(RETRY_SECONDS)


def _threads(client: Any) -> int:
    """How many threads the workers have; 0 without workers, or without a scheduler."""
    try:
        return sum(client.nthreads().values())
    except (OSError, TimeoutError):
        return 0


class _Work:
    """What one connection to a scheduler does.

    Attributes:
        unanswered: the files that were given out and have no result yet.
    """

    def __init__(
        self, distributed: Any, client: Any, waiting: Iterable[Location], options: AnalysisOptions
    ) -> None:
        self._distributed, self._client = distributed, client
        self._waiting, self._options = iter(waiting), options
        self._running: dict[Any, Location] = {}

    @property
    def unanswered(self) -> list[Location]:
        return list(self._running.values())

    def results(self) -> Generator[Result | Failure, None, None]:
        """Give out the files and yield what becomes of each.

        Raises:
            _Interrupted: the scheduler or all workers are gone.
        """
        try:
            self._submit(_threads(self._client) * TASKS_PER_THREAD)
            while self._running:
                for future in self._done():
                    try:
                        found = self._result(future)
                    except self._distributed.TimeoutError:
                        # Its worker died before it gave the result; the file is done again.
                        continue
                    del self._running[future]
                    self._submit(1)
                    yield found
        except (OSError, CancelledError) as error:
            raise _Interrupted from error

    def _submit(self, count: int) -> None:
        for location in islice(self._waiting, count):
            # Workers have other working directories.
            absolute = location.absolute() if isinstance(location, Path) else location
            # Not pure: the same file twice is two tasks, and no result is kept after its use.
            future = self._client.submit(analyze_location, absolute, self._options, pure=False)
            self._running[future] = location

    def _done(self) -> list[Any]:
        """Wait for files whose work has ended.

        Raises:
            _Interrupted: there are no workers.
        """
        while True:
            try:
                done = self._distributed.wait(
                    list(self._running),
                    timeout=SILENCE_SECONDS,
                    return_when="FIRST_COMPLETED",
                ).done
            except self._distributed.TimeoutError as error:
                if not _threads(self._client):
                    raise _Interrupted from error
            else:
                return list(done)

    def _result(self, future: Any) -> Result | Failure:
        # The name as given, not the absolute path.
        file = file_key(self._running[future])
        problem = future.exception(timeout=SILENCE_SECONDS)
        if problem is None:
            found: Result | Failure = future.result(timeout=SILENCE_SECONDS)
            return replace(found, file=file)
        return Failure(
            file, gettext("Could not analyse {file}: {problem}.").format(file=file, problem=problem)
        )
