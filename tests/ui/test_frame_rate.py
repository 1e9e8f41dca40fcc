"""The rate of screen updates and their delay after the sound."""

import pytest

from desktop_app.ui.frame_rate import FrameRate


def test_updates_and_their_delay_are_those_of_the_last_two_seconds():
    rate = FrameRate()
    for number in range(120):
        rate.painted(number / 30, number / 30 - 0.08)
    assert rate.updates_per_s(119 / 30) == pytest.approx(30, abs=1)
    assert rate.delay_s(119 / 30) == pytest.approx(0.08)
    assert rate.updates_per_s(8.0) == 0.0
    assert rate.delay_s(8.0) is None


def test_sound_that_was_heard_long_before_has_no_delay():
    rate = FrameRate()
    rate.painted(100.0, 25.0)
    assert rate.delay_s(100.0) is None
    assert rate.updates_per_s(100.0) == 0.0
