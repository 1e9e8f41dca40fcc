"""Decoding on a thread of its own while what was decoded before is worked on."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

AHEAD_BLOCKS = 8
"""More than a batch of the network takes to be worked on, and still little memory."""

Block = NDArray[np.float32]


def read_ahead(blocks: Iterator[Block]) -> Generator[Block, None, None]:
    """The same blocks, decoded a few ahead.

    Closing the generator waits until nothing is read any more, so that the file can be closed.

    Args:
        blocks: used on the thread alone.

    Raises:
        SourceError: whatever ``blocks`` raises, after the blocks before it.
    """
    with ThreadPoolExecutor(1, thread_name_prefix="decoder") as executor:
        coming: deque[Future[Block | None]] = deque(
            executor.submit(next, blocks, None) for _ in range(AHEAD_BLOCKS)
        )
        try:
            while (block := coming.popleft().result()) is not None:
                coming.append(executor.submit(next, blocks, None))
                yield block
        finally:
            for future in coming:
                future.cancel()
