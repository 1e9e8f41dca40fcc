"""Seeking and looping in a file that is played."""

import itertools
import threading

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.files import write
from tests.fixtures.outputs import ManualClock
from tests.fixtures.player import BrokenClip, everything, player_of, run, settle


def test_seeking_starts_a_new_segment_at_its_target(play, clock, tmp_path):
    player, output = play()
    run(output, 1.0)
    before = player.segment
    player.seek(3.0)
    assert player.position_s == 3.0
    settle()
    assert player.segment is not before
    assert player.segment.start_s == pytest.approx(3.0)
    run(output, 0.5)
    original, _ = soundfile.read(tmp_path / "x.wav", dtype="float32")
    np.testing.assert_array_equal(everything(player, clock), original[144000 : 144000 + 24000])
    assert player.position_s == pytest.approx(3.5)


def test_a_file_that_has_ended_can_be_rewound(play, clock, tmp_path):
    player, output = play(write(tmp_path / "short.wav", 2.5, 48000, 1))
    run(output, 2.6)
    assert player.ended
    player.seek(1.0)
    settle()
    assert not player.ended
    run(output, 1.6)
    assert player.ended


def test_a_loop_repeats_until_it_is_removed(play, clock):
    player, output = play()
    player.set_loop((1.0, 2.0))
    player.seek(1.0)
    settle()
    places = []
    for _ in range(16):
        run(output, 0.2)
        places.append(player.position_s)
    assert max(places) < 2.4
    assert sum(after < before for before, after in itertools.pairwise(places)) >= 2
    player.set_loop(None)
    run(output, 2.0)
    assert player.position_s > 2.5


def test_a_loop_up_to_the_end_of_the_file_keeps_repeating(play, clock):
    player, output = play()
    player.set_loop((4.0, 5.0))
    player.seek(4.5)
    settle()
    for _ in range(12):
        run(output, 0.2)
        assert not player.ended


def test_seeking_to_nan_changes_nothing(broken):
    player, output, _ = broken
    run(output, 0.5)
    player.seek(float("nan"))
    settle()
    assert not player.seeking
    assert "nan" in player.fault
    run(output, 0.5)
    assert player.position_s == pytest.approx(1.0)


@pytest.mark.parametrize("loop", [(1.0, 1.0), (1.2, 1.0), (9.99, 10.0)])
def test_an_empty_loop_is_ignored(broken, loop):
    player, output, clip = broken
    player.set_loop(loop)
    player.seek(loop[0] - 0.2)
    settle()
    for _ in range(4):
        run(output, 0.2)
    assert clip.seeks == 1


def test_a_seek_during_a_loop_jump_wins(clock):
    clip = BrokenClip()
    begun, go_on, targets = threading.Event(), threading.Event(), []
    seek = clip.seek

    def held(seconds):
        targets.append(seconds)
        if len(targets) == 1:
            begun.set()
            assert go_on.wait(10)
        return seek(seconds)

    clip.seek = held
    player, outputs = player_of(clip, clock)
    player.set_loop((0.0, 0.5))
    player.start()
    settle()
    run(outputs[0], 0.5)
    assert begun.wait(10)
    player.seek(8.0)
    assert player.position_s == 8.0
    assert player.seeking
    go_on.set()
    settle()
    assert targets == [0.0, 8.0]
    run(outputs[0], 0.5)
    assert player.position_s == pytest.approx(8.5)
    player.close()


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("seek"), st.floats(0.0, 9.0)),
            st.tuples(st.just("loop"), st.floats(0.0, 9.0)),
            st.tuples(st.just("carry out"), st.just(0.0)),
            st.tuples(st.just("repeat"), st.just(0.0)),
            # A seek that comes in the middle of the decoder's own jump.
            st.tuples(st.just("seek within"), st.floats(0.0, 9.0)),
        ),
        max_size=30,
    )
)
def test_the_last_seek_always_wins_over_the_loop(steps):
    clip, clock = BrokenClip(), ManualClock()
    player, _ = player_of(clip, clock)
    within, last, original = [], None, clip.seek

    def seek(seconds):
        if within:
            player.seek(within.pop())
        return original(seconds)

    clip.seek = seek
    for kind, value in steps:
        if kind == "seek":
            player.seek(value)
            last = value
        elif kind == "loop":
            # It ends at the playback position, so it jumps back at once.
            player.set_loop((0.25, max(0.3, player.position_s - 0.1)))
        elif kind == "carry out":
            player._carry_out_seek()
        elif kind == "repeat":
            asked = player.seeking
            player._repeat_loop()
            assert player.seeking >= asked
        else:
            within.append(value)
            before = clip.seeks
            player._repeat_loop()
            if clip.seeks > before:
                last = value
            within.clear()
        if player.seeking:
            assert player.position_s == pytest.approx(last)
    if player.seeking:
        player._carry_out_seek()
        assert player.position_s == pytest.approx(last, abs=1e-4)
    player.close()


def test_playback_can_start_at_any_position(clock):
    clip = BrokenClip()
    player, outputs = player_of(clip, clock)
    player.seek(3.0)
    player.start()
    outputs[0].run(0.02)
    settle()
    run(outputs[0], 0.5)
    heard = outputs[0].heard[outputs[0].heard != 0.0]
    np.testing.assert_array_equal(heard[:20000], clip.reopen().read(10**6)[144000:164000, 0])
    player.close()


def test_a_file_has_not_ended_while_a_seek_is_pending(broken):
    player, output, clip = broken
    player.seek(9.8)
    settle()
    run(output, 0.5)
    assert player.ended
    held = threading.Event()
    seek = clip.seek
    clip.seek = lambda seconds: held.wait(10) and seek(seconds)
    player.seek(1.0)
    assert not player.ended
    held.set()
    settle()
    assert not player.ended
