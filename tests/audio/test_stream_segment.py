import numpy as np

from desktop_app.audio.stream_segment import StreamSegment


def test_only_sound_already_heard_is_read_and_only_once():
    segment = StreamSegment(100, 1, seconds=10)
    segment.ring.write(np.arange(50, dtype=np.float32)[:, None])
    segment.mark(30, at=1.0)
    block = segment.read(now=1.0)
    assert block is not None
    np.testing.assert_array_equal(block.samples[:, 0], np.arange(30))
    assert (block.start, block.lost, block.heard_at) == (0, 0, 1.0)
    assert segment.read(now=5.0) is None
    segment.mark(50, at=1.2)
    assert segment.read(now=1.2).start == 30


def test_the_analysis_is_never_ahead_of_the_ear():
    segment = StreamSegment(100, 1, seconds=10)
    segment.ring.write(np.zeros((50, 1), np.float32))
    segment.mark(50, at=2.0)
    assert segment.heard(now=1.8) == 30
    block = segment.read(now=1.8)
    assert len(block.samples) == 30
    assert abs(block.heard_at - 1.8) < 1e-9
    assert len(segment.read(now=2.0).samples) == 20


def test_lost_frames_are_counted():
    segment = StreamSegment(100, 1, seconds=1)
    for _ in range(5):
        segment.ring.write(np.zeros((50, 1), np.float32))
        segment.mark(segment.ring.written, at=0.0)
    block = segment.read(now=0.0)
    assert (block.start, block.lost, len(block.samples)) == (150, 150, 100)


def test_a_segment_is_exhausted_once_complete_and_read():
    segment = StreamSegment(100, 1, seconds=1)
    segment.ring.write(np.zeros((10, 1), np.float32))
    segment.complete = True
    assert not segment.exhausted
    segment.mark(10, at=0.0)
    segment.read(now=0.0)
    assert segment.exhausted


def test_less_than_is_worth_reading_waits_unless_nothing_follows():
    segment = StreamSegment(100, 1, seconds=10)
    segment.ring.write(np.zeros((30, 1), np.float32))
    segment.mark(30, at=1.0)
    assert segment.read(now=1.0, least=31) is None
    segment.ring.write(np.zeros((1, 1), np.float32))
    segment.mark(31, at=1.1)
    assert len(segment.read(now=1.1, least=31).samples) == 31
    segment.ring.write(np.zeros((5, 1), np.float32))
    segment.mark(36, at=1.2)
    segment.complete = True
    assert len(segment.read(now=1.2, least=31).samples) == 5
