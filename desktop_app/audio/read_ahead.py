"""Decodes ahead on a separate thread while earlier blocks are processed."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from model.features import FloatArray

AHEAD_BLOCKS = 8
"""Covers the time that the network needs for one batch, at little memory."""


def read_ahead(blocks: Iterator[FloatArray]) -> Generator[FloatArray, None, None]:
    """Yield the same blocks, decoded a few ahead.

    Closing the generator waits until the thread has stopped reading, so that the file can be
    closed.

    Args:
        blocks: used on the decoding thread only; its exceptions are raised here, after the blocks
            that came before.

    Yields:
        The blocks, in order.
    """
    with ThreadPoolExecutor(1, thread_name_prefix="decoder") as executor:
        pending: deque[Future[FloatArray | None]] = deque(
            executor.submit(next, blocks, None) for _ in range(AHEAD_BLOCKS)
        )
        try:
            while (block := pending.popleft().result()) is not None:
                pending.append(executor.submit(next, blocks, None))
                yield block
        finally:
            for future in pending:
                future.cancel()
