from datetime import datetime

import numpy as np
import pytest
import soundfile

from tests.fixtures.files import write
from tests.fixtures.player import everything, run, settle


def test_the_file_is_heard_and_analysed_sample_by_sample(play, clock, tmp_path):
    player, output = play()
    original, _ = soundfile.read(tmp_path / "x.wav", dtype="float32")
    run(output, 2.0)
    analysed = everything(player, clock)
    assert len(analysed) == 96000
    np.testing.assert_array_equal(analysed, original[:96000])
    np.testing.assert_array_equal(output.heard, original[:96000])
    assert player.position_s == pytest.approx(2.0)


def test_the_analysis_waits_for_the_latency_of_the_output(play, clock):
    player, output = play(latency_s=0.2)
    run(output, 1.0)
    assert len(everything(player, clock)) == pytest.approx(0.8 * 48000, abs=2)
    assert player.position_s == pytest.approx(0.8, abs=1e-3)


def test_pausing_stops_sound_and_analysis(play, clock):
    player, output = play()
    run(output, 1.0)
    player.pause()
    everything(player, clock)
    run(output, 1.0)
    assert player.paused
    assert len(everything(player, clock)) == 0
    assert player.position_s == pytest.approx(1.0)
    assert not output.heard[-48000:].any()
    player.resume()
    run(output, 0.5)
    assert len(everything(player, clock)) == 24000
    assert output.heard[-24000:].any()


def test_a_file_that_has_ended_stays_at_its_end(play, clock, tmp_path):
    player, output = play(write(tmp_path / "short.wav", 2.5, 48000, 1), latency_s=0.1)
    run(output, 2.5)
    assert not player.ended
    run(output, 0.3)
    assert player.ended
    assert len(everything(player, clock)) == 120000
    assert player.segment.exhausted
    position = player.position_s
    run(output, 0.5)
    assert player.ended
    assert player.position_s == position == pytest.approx(2.5)


def test_a_deleted_file_keeps_playing(play, clock, tmp_path):
    player, output = play()
    run(output, 0.5)
    (tmp_path / "x.wav").unlink()
    run(output, 2.0)
    assert not player.fault
    assert len(everything(player, clock)) == 120000


def test_closing_closes_the_output(play):
    player, output = play()
    player.close()
    assert output.closed


def test_volume_does_not_affect_the_analysis(play, clock, tmp_path):
    player, output = play()
    player.set_volume(0.25)
    run(output, 1.0)
    original, _ = soundfile.read(tmp_path / "x.wav", dtype="float32")
    heard = output.heard[: 48000 // 2]
    np.testing.assert_allclose(heard, 0.25 * original[: 48000 // 2], atol=1e-6)
    analysed = everything(player, clock)[: 48000 // 2]
    np.testing.assert_allclose(analysed, original[: 48000 // 2], atol=1e-6)


def test_a_file_paused_at_its_end_ends_when_resumed(broken):
    player, output, _ = broken
    player.pause()
    player.seek(10.0)
    settle()
    run(output, 0.5)
    assert not player.ended
    player.resume()
    run(output, 0.1)
    assert player.ended


def test_the_analysis_is_told_when_the_file_was_recorded(play, tmp_path):
    player, _ = play(write(tmp_path / "20251127_183000.wav", 5.0))
    player.seek(2.0)
    settle()
    assert (player.segment.start_s, player.segment.recorded) == (
        2.0,
        datetime(2025, 11, 27, 18, 30),
    )
