"""Decodes ahead on a separate thread while earlier blocks are processed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from queue import Empty, SimpleQueue

from desktop_app.audio.opening import PATIENCE_SECONDS, does_not_answer
from desktop_app.audio.source_error import SourceError
from model.features import FloatArray

AHEAD_BLOCKS = 8
"""Covers the time that the network needs for one batch, at little memory."""
CLOSING_SECONDS = 2.0
"""Time for a block to be finished; on a disk that does not answer, the thread is left behind."""


def read_ahead(
    blocks: Iterator[FloatArray], name: str, done: Callable[[], None]
) -> Generator[FloatArray, None, None]:
    """Yield the same blocks, decoded a few ahead.

    Args:
        blocks: used on the decoding thread only; its exceptions are raised here, after the blocks
            that came before.
        name: of the file, for people.
        done: called on the decoding thread when nothing more is read: it closes the file.

    Yields:
        The blocks, in order.

    Raises:
        SourceError: the disk does not answer.
    """
    decoded: SimpleQueue[FloatArray | Exception | None] = SimpleQueue()
    room = threading.Semaphore(AHEAD_BLOCKS)
    closing = threading.Event()

    def decode() -> None:
        try:
            while room.acquire() and not closing.is_set():
                block = next(blocks, None)
                decoded.put(block)
                if block is None:
                    return
        except Exception as error:
            decoded.put(error)
        finally:
            done()

    # A daemon, so that Python doesn't wait for it at exit.
    thread = threading.Thread(target=decode, name="decoder", daemon=True)
    thread.start()
    try:
        while (block := decoded.get(timeout=PATIENCE_SECONDS)) is not None:
            if isinstance(block, Exception):
                raise block
            room.release()
            yield block
    except Empty as error:
        raise SourceError(does_not_answer(name)) from error
    finally:
        closing.set()
        room.release()
        thread.join(CLOSING_SECONDS)
