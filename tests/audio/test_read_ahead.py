import threading
import time

import numpy as np
import pytest

from desktop_app.audio import read_ahead as of_reading
from desktop_app.audio.read_ahead import AHEAD_BLOCKS, read_ahead
from desktop_app.audio.source_error import SourceError


def ahead_of(blocks, done=lambda: None):
    return read_ahead(blocks, "a.wav", done)


def blocks(count, read, fails=False):
    for number in range(count):
        read.append((number, threading.current_thread()))
        yield np.full((1, 1), number, np.float32)
    if fails:
        raise SourceError("damaged")


@pytest.mark.parametrize("count", [0, 1, AHEAD_BLOCKS, 50])
def test_blocks_arrive_in_order_and_are_read_on_another_thread(count):
    read = []
    assert [int(block[0, 0]) for block in ahead_of(blocks(count, read))] == list(range(count))
    assert all(thread is not threading.current_thread() for _, thread in read)


def test_it_reads_ahead_while_a_block_is_processed_but_not_the_whole_file():
    read = []
    ahead = ahead_of(blocks(1000, read))
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
    ahead = ahead_of(blocks(20, [], fails=True))
    with pytest.raises(SourceError, match="damaged"):  # noqa: PT012
        for block in ahead:
            found.append(block)
    assert len(found) == 20


def test_nothing_is_read_after_closing():
    read = []
    ahead = ahead_of(blocks(1000, read))
    next(ahead)
    ahead.close()
    count = len(read)
    time.sleep(0.05)
    assert len(read) == count


def test_the_file_is_closed_once_nothing_more_is_read():
    for whole in (True, False):
        closed = threading.Event()
        ahead = ahead_of(blocks(20, []), closed.set)
        next(ahead)
        assert not closed.is_set()
        if whole:
            assert len(list(ahead)) == 19
        ahead.close()
        assert closed.is_set()


def test_a_disk_that_stops_answering_is_given_up_and_its_file_left_open(monkeypatch):
    monkeypatch.setattr(of_reading, "PATIENCE_SECONDS", 0.2)
    monkeypatch.setattr(of_reading, "CLOSING_SECONDS", 0.1)
    answering, closed = threading.Event(), threading.Event()

    def hanging():
        yield from blocks(3, [])
        answering.wait(10)

    found = []
    with pytest.raises(SourceError, match=r"Could not read a\.wav: its disk has not responded"):  # noqa: PT012
        for block in ahead_of(hanging(), closed.set):
            found.append(block)
    assert len(found) == 3
    assert not closed.is_set()
    answering.set()
    assert closed.wait(5)
