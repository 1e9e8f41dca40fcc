import pytest

from desktop_app.analysis.gate import SilenceGate, State

LOUD, QUIET = -20.0, -80.0


def run(gate, *levels):
    return [gate.update(level, 1) for level in levels][-1]


def test_music_needs_a_whole_window_of_sound():
    gate = SilenceGate()
    assert run(gate, *[LOUD] * 99) is State.FILLING
    assert run(gate, LOUD) is State.MUSIC


def test_hops_that_complete_no_frame_do_not_fill_the_window():
    gate = SilenceGate()
    for _ in range(3):
        gate.update(LOUD, 0)
    assert run(gate, *[LOUD] * 99) is State.FILLING


def test_half_a_second_below_the_threshold_is_silence():
    gate = SilenceGate()
    run(gate, *[LOUD] * 100)
    assert run(gate, *[QUIET] * 21) is State.MUSIC
    assert run(gate, QUIET) is State.SILENCE


def test_a_short_pause_does_not_interrupt_the_music():
    gate = SilenceGate()
    run(gate, *[LOUD] * 100)
    assert run(gate, *[QUIET] * 20, LOUD) is State.MUSIC


def test_after_silence_the_window_must_fill_again():
    gate = SilenceGate()
    run(gate, *[LOUD] * 100, *[QUIET] * 30)
    assert run(gate, *[LOUD] * 99) is State.FILLING
    assert run(gate, LOUD) is State.MUSIC


def test_the_threshold_can_be_changed_while_running():
    gate = SilenceGate()
    run(gate, *[LOUD] * 100)
    gate.threshold_dbfs = -10.0
    assert run(gate, *[LOUD] * 22) is State.SILENCE
    gate.threshold_dbfs = -90.0
    assert run(gate, *[QUIET] * 100) is State.MUSIC


def test_how_much_sound_is_missing_counts_from_the_end_of_silence():
    gate = SilenceGate()
    a_window = gate.missing_s
    assert a_window == pytest.approx(100 * 512 / 22050)
    run(gate, *[LOUD] * 40)
    assert gate.missing_s == pytest.approx(0.6 * a_window)
    run(gate, *[LOUD] * 60)
    assert gate.missing_s == 0.0
    run(gate, *[QUIET] * 30, *[LOUD] * 10)
    assert gate.missing_s == pytest.approx(0.9 * a_window)
