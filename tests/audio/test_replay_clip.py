import numpy as np
import pytest

from desktop_app.audio.replay_clip import ReplayClip, last_heard
from desktop_app.audio.source_error import SourceError
from tests.fixtures.fake_source import FakeSource


def numbered(count, channels=2):
    return np.arange(count, dtype=np.float32)[:, None].repeat(channels, axis=1)


def source(seconds, kept_s=34.0):
    found = FakeSource(lambda: 0.0, "Mic", 1000, 2, kept_s)
    found.give(numbered(round(seconds * 1000)))
    return found


def test_only_the_last_half_minute_is_kept():
    heard = last_heard(source(50.0))
    assert heard.duration_s == 30.0
    assert heard.name.startswith("Mic, the 30 s before ")
    np.testing.assert_array_equal(heard.read(10), numbered(50_000)[20_000:20_010])


def test_a_short_input_is_replayed_completely():
    assert last_heard(source(7.5)).duration_s == 7.5


def test_an_input_shorter_than_one_window_is_rejected_by_name():
    with pytest.raises(SourceError, match=r"“Mic” has delivered only 1\.0 s so far"):
        last_heard(source(1.0))


def test_a_replay_is_read_like_a_file():
    heard = ReplayClip("x", 1000, numbered(2500))
    assert sum(len(block) for block in heard.blocks()) == 2500
    assert len(heard.read(5)) == 0
    assert heard.seek(1.2) == 1.2
    assert heard.read(1)[0, 0] == 1200
    assert heard.seek(9.0) == 2.5
    assert heard.seek(-1.0) == 0.0
    heard.read(100)
    assert heard.reopen().read(1)[0, 0] == 0


def test_later_sound_does_not_change_a_replay():
    mic = source(40.0)
    heard = last_heard(mic)
    mic.give(np.full((40_000, 2), -1.0, np.float32))
    assert heard.read(30_000).min() == 10_000
