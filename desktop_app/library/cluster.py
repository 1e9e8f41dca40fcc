"""Many files through the workers of a Dask cluster, which see them under the same paths."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterable
from concurrent.futures import CancelledError
from dataclasses import replace
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from desktop_app.library.executors import Failure, Location, Work, attempted_by
from desktop_app.library.result import Result, key_of

WAITING = 4
"""Files a worker's thread that are handed out beyond the one it works on."""
PATIENCE_SECONDS = 10


class NoScheduler(Exception):
    """One sentence."""


class LostScheduler(Exception):
    """One sentence."""


def on_cluster(
    places: Iterable[Location], work: Work, address: str
) -> Generator[Result | Failure, None, None]:
    """As the workers are done; what a worker had when it died, another one does.

    Args:
        places: taken only as fast as they are worked on.
        work: see :class:`Work`.
        address: of the scheduler.

    Raises:
        NoScheduler: nothing answers there, or it has no workers.
        LostScheduler: it answers no more, in the middle of the work.
        ImportError: distributed is not installed.
    """
    # As modules of any kind: they are typed in part, and used in none of these.
    distributed: Any = import_module("distributed")
    # What it has to say of a lost connection goes on for pages.
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = distributed.Client(address, timeout=PATIENCE_SECONDS)
    except (OSError, TimeoutError, ValueError) as error:
        raise NoScheduler(
            f"There is no Dask scheduler at {address}. Start one with: dask scheduler"
        ) from error
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise NoScheduler(
                f"The scheduler at {address} has no workers. Start some with: dask worker {address}"
            )
        if work.model is not None:
            work = replace(work, model=work.model.absolute())
        waiting = iter(places)
        handed_out: dict[str, Location] = {}

        def hand_out(count: int) -> list[Any]:
            futures = []
            for place in islice(waiting, count):
                # Not pure: the same file twice is two tasks, and no result outlives its use.
                there = place.absolute() if isinstance(place, Path) else place
                futures.append(client.submit(attempted_by, there, work, pure=False))
                handed_out[futures[-1].key] = place
            return futures

        try:
            under_way = distributed.as_completed(hand_out(threads * WAITING))
            for future in under_way:
                place = handed_out.pop(future.key)
                problem = future.exception()
                if problem is None:
                    # By the name that it was given, not by the one that works in every folder.
                    yield replace(future.result(), file=key_of(place))
                else:
                    yield Failure(key_of(place), f"{key_of(place)} could not be done: {problem}.")
                for more in hand_out(1):
                    under_way.add(more)
        except (OSError, CancelledError) as error:
            raise LostScheduler(f"The scheduler at {address} answers no more.") from error
