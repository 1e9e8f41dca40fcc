import numpy as np

from desktop_app.audio.stream_segment import StreamSegment


def test_only_what_was_heard_is_read_and_only_once():
    feed = StreamSegment(100, 1, seconds=10)
    feed.ring.write(np.arange(50, dtype=np.float32)[:, None])
    feed.mark(30, at=1.0)
    block = feed.read(now=1.0)
    assert block is not None
    np.testing.assert_array_equal(block.samples[:, 0], np.arange(30))
    assert (block.start, block.lost, block.heard_at) == (0, 0, 1.0)
    assert feed.read(now=5.0) is None
    feed.mark(50, at=1.2)
    assert feed.read(now=1.2).start == 30


def test_the_analysis_is_never_ahead_of_the_ear():
    feed = StreamSegment(100, 1, seconds=10)
    feed.ring.write(np.zeros((50, 1), np.float32))
    feed.mark(50, at=2.0)
    assert feed.heard(now=1.8) == 30
    block = feed.read(now=1.8)
    assert len(block.samples) == 30
    assert abs(block.heard_at - 1.8) < 1e-9
    assert len(feed.read(now=2.0).samples) == 20


def test_lost_frames_are_counted():
    feed = StreamSegment(100, 1, seconds=1)
    for _ in range(5):
        feed.ring.write(np.zeros((50, 1), np.float32))
        feed.mark(feed.ring.written, at=0.0)
    block = feed.read(now=0.0)
    assert (block.start, block.lost, len(block.samples)) == (150, 150, 100)


def test_exhausted_when_complete_and_read():
    feed = StreamSegment(100, 1, seconds=1)
    feed.ring.write(np.zeros((10, 1), np.float32))
    feed.complete = True
    assert not feed.exhausted
    feed.mark(10, at=0.0)
    feed.read(now=0.0)
    assert feed.exhausted
