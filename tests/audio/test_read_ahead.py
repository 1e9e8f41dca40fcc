import threading
import time

import numpy as np
import pytest

from desktop_app.audio.read_ahead import AHEAD_BLOCKS, read_ahead
from desktop_app.audio.source_error import SourceError


def blocks(count, read, fails=False):
    for number in range(count):
        read.append((number, threading.current_thread()))
        yield np.full((1, 1), number, np.float32)
    if fails:
        raise SourceError("damaged")


@pytest.mark.parametrize("count", [0, 1, AHEAD_BLOCKS, 50])
def test_blocks_arrive_in_order_and_are_read_on_another_thread(count):
    read = []
    assert [int(block[0, 0]) for block in read_ahead(blocks(count, read))] == list(range(count))
    assert all(thread is not threading.current_thread() for _, thread in read)


def test_it_reads_ahead_while_a_block_is_processed_but_not_the_whole_file():
    read = []
    ahead = read_ahead(blocks(1000, read))
    next(ahead)
    deadline = time.monotonic() + 5
    while len(read) <= AHEAD_BLOCKS:
        assert time.monotonic() < deadline
        time.sleep(0.001)
    time.sleep(0.05)
    assert len(read) == AHEAD_BLOCKS + 1
    ahead.close()


def test_an_error_is_raised_after_the_blocks_before_it():
    found = []
    ahead = read_ahead(blocks(20, [], fails=True))
    with pytest.raises(SourceError, match="damaged"):  # noqa: PT012
        for block in ahead:
            found.append(block)
    assert len(found) == 20


def test_nothing_is_read_after_closing():
    read = []
    ahead = read_ahead(blocks(1000, read))
    next(ahead)
    ahead.close()
    count = len(read)
    time.sleep(0.05)
    assert len(read) == count
