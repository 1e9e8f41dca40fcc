"""Files whose sample rate or channels differ from those of the output."""

import time

import numpy as np
import pytest
import soundfile

from tests.fixtures.files import write
from tests.fixtures.player import BrokenClip, everything, player_of, run, settle


def test_resampling_for_the_output_does_not_affect_the_analysis(play, clock, tmp_path):
    player, output = play(rate=44100)
    original, _ = soundfile.read(tmp_path / "x.wav", dtype="float32")
    run(output, 2.0)
    analysed = everything(player, clock)
    assert len(analysed) == pytest.approx(96000, abs=600)
    np.testing.assert_array_equal(analysed, original[: len(analysed)])
    assert len(output.heard) == pytest.approx(88200, abs=500)
    assert output.heard.any()


def test_eight_channels_are_mixed_down_for_the_output(play, clock, tmp_path):
    player, output = play(write(tmp_path / "8.wav", 3.0, 48000, 8))
    run(output, 1.0)
    assert output.channels == 2
    assert everything(player, clock).shape == (48000, 8)
    original, _ = soundfile.read(tmp_path / "8.wav", dtype="float32")
    np.testing.assert_allclose(output.heard[:, 0], original[:48000].mean(axis=1), atol=1e-6)


def test_channels_that_cancel_are_heard_through_an_output_with_fewer(play, clock, tmp_path):
    tone = 0.5 * np.sin(2 * np.pi * 440 * np.arange(3 * 48000) / 48000)
    soundfile.write(tmp_path / "16.wav", np.outer(tone, [1, -1] * 8), 48000)
    _, output = play(tmp_path / "16.wav")
    run(output, 2.0)
    assert np.abs(output.heard[48000:]).max() == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("output_rate", [None, 48000])
@pytest.mark.parametrize("rate", [100, 409, 410, 1000, 192000, 384000, 768000])
def test_files_of_any_sample_rate_are_played_and_analysed_completely(clock, rate, output_rate):
    clip = BrokenClip(3.0, rate)
    player, outputs = player_of(clip, clock, output_rate)
    player.start()
    settle()
    heard = []
    for _ in range(15):
        # In the block size of an output at that rate.
        outputs[0].run(0.25, block=max(1, outputs[0].rate // 100))
        if (block := player.segment.read(clock.now)) is not None:
            heard.append(block.samples)
        time.sleep(0.03)
    assert player.ended
    assert player.fault == ""
    np.testing.assert_array_equal(np.concatenate(heard), clip.reopen().read(10**7))
    # The decoder still answers.
    player.seek(0.0)
    settle()
    assert not player.seeking
    player.close()


def test_an_output_that_requests_long_blocks_at_a_low_rate_gets_them(clock):
    clip = BrokenClip(6.0, 1000)
    player, outputs = player_of(clip, clock)
    player.start()
    for _ in range(2):
        settle()
        outputs[0].run(2.0, block=2000)
    np.testing.assert_array_equal(outputs[0].heard, clip.reopen().read(4000))
    player.close()


@pytest.mark.parametrize("rate", [1, 2, 100])
def test_a_long_file_of_very_low_sample_rate_plays_at_a_high_one(clock, rate):
    clip = BrokenClip(20.0, rate)
    player, outputs = player_of(clip, clock, 48000)
    player.start()
    for _ in range(60):
        time.sleep(0.03)
        outputs[0].run(0.45)
        if player.ended:
            break
    assert player.ended
    assert player.fault == ""
    assert len(outputs[0].heard[outputs[0].heard != 0.0]) == pytest.approx(20 * 48000, rel=0.01)
    player.close()
