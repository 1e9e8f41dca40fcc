import threading
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.audio.ring import RingBuffer


def numbered(start, count, channels=2):
    """Sample frames whose values are their indices."""
    return np.arange(start, start + count, dtype=np.float32)[:, None].repeat(channels, axis=1)


@given(st.integers(1, 50), st.lists(st.integers(0, 50), max_size=30), st.data())
def test_the_newest_frames_can_be_read_across_the_wrap_around(capacity, counts, data):
    ring = RingBuffer(capacity, 2)
    for count in counts:
        ring.write(numbered(ring.written, min(count, capacity)))
    oldest = max(0, ring.written - capacity)
    start = data.draw(st.integers(oldest, ring.written))
    stop = data.draw(st.integers(start, ring.written))
    np.testing.assert_array_equal(ring.read(start, stop), numbered(start, stop - start))


def test_overwritten_frames_are_not_returned():
    ring = RingBuffer(10, 1)
    for _ in range(3):
        ring.write(numbered(ring.written, 5, 1))
    assert ring.oldest() == 5
    assert ring.read(4, 8) is None
    assert ring.read(5, 8) is not None


def test_frames_not_yet_written_cannot_be_read():
    ring = RingBuffer(10, 1)
    ring.write(numbered(0, 5, 1))
    with pytest.raises(ValueError, match="cannot read 3 to 6"):
        ring.read(3, 6)


def test_a_reader_on_another_thread_never_sees_a_torn_block():
    ring = RingBuffer(4096, 2)
    stop = threading.Event()
    torn, read = [], []

    def reader():
        at = 0
        while not stop.is_set():
            at = max(at, ring.oldest())
            end = min(ring.written, at + 700)
            block = ring.read(at, end) if end > at else None
            if block is not None:
                read.append(len(block))
                if not np.array_equal(block, numbered(at, end - at)):
                    torn.append(at)
                at = end

    thread = threading.Thread(target=reader)
    thread.start()
    deadline = time.monotonic() + 30
    while ring.written < 2_000_000 or (sum(read) < 10_000 and time.monotonic() < deadline):
        ring.write(numbered(ring.written, 512))
    stop.set()
    thread.join()
    assert not torn
    assert sum(read) > 10_000
