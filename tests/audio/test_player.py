import itertools
import time

import numpy as np
import pytest
import soundfile

from desktop_app.audio.files import AudioFile
from desktop_app.audio.player import AHEAD_SECONDS, FilePlayer
from tests.fixtures.files import write
from tests.fixtures.outputs import ManualClock, ManualOutput


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def play(clock, tmp_path):
    """Opens a player on a manual output; the decoder is given real time to work ahead."""
    players = []

    def start(path=None, rate=None, latency_s=0.0):
        path = path or write(tmp_path / "x.wav", 5.0, 48000, 2)
        outputs = []

        def output(file_rate, channels):
            outputs.append(ManualOutput(rate or file_rate, channels, clock, latency_s))
            return outputs[-1]

        player = FilePlayer(AudioFile(path), output, clock)
        players.append(player)
        player.start()
        settle()
        return player, outputs[0]

    yield start
    for player in players:
        player.close()


def settle():
    time.sleep(0.15)


def run(output, seconds):
    """Play in steps shorter than what is decoded ahead."""
    steps = int(np.ceil(seconds / (AHEAD_SECONDS / 2)))
    for _ in range(steps):
        output.run(seconds / steps)
        time.sleep(0.06)


def everything(player, clock):
    block = player.feed.read(clock.now)
    return np.zeros((0, player.channels)) if block is None else block.samples


def test_what_is_heard_is_what_is_analysed_and_what_is_in_the_file(play, clock, tmp_path):
    player, output = play()
    original, _ = soundfile.read(tmp_path / "x.wav", dtype="float32")
    run(output, 2.0)
    analysed = everything(player, clock)
    assert len(analysed) == 96000
    np.testing.assert_array_equal(analysed, original[:96000])
    np.testing.assert_array_equal(output.heard, original[:96000])
    assert player.position_s == pytest.approx(2.0)


def test_the_loudspeakers_latency_holds_the_analysis_back(play, clock):
    player, output = play(latency_s=0.2)
    run(output, 1.0)
    assert len(everything(player, clock)) == pytest.approx(0.8 * 48000, abs=2)
    assert player.position_s == pytest.approx(0.8, abs=1e-3)


def test_pausing_holds_everything(play, clock):
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


def test_seeking_starts_a_new_feed_from_there(play, clock, tmp_path):
    player, output = play()
    run(output, 1.0)
    before = player.feed
    player.seek(3.0)
    assert player.position_s == 3.0
    settle()
    assert player.feed is not before
    assert player.feed.start_s == pytest.approx(3.0)
    run(output, 0.5)
    original, _ = soundfile.read(tmp_path / "x.wav", dtype="float32")
    np.testing.assert_array_equal(everything(player, clock), original[144000 : 144000 + 24000])
    assert player.position_s == pytest.approx(3.5)


def test_the_end_is_reached_once_and_stays(play, clock, tmp_path):
    player, output = play(write(tmp_path / "short.wav", 2.5, 48000, 1), latency_s=0.1)
    run(output, 2.5)
    assert not player.ended
    run(output, 0.3)
    assert player.ended
    assert len(everything(player, clock)) == 120000
    assert player.feed.exhausted
    position = player.position_s
    run(output, 0.5)
    assert player.ended
    assert player.position_s == position == pytest.approx(2.5)


def test_after_the_end_one_can_go_back(play, clock, tmp_path):
    player, output = play(write(tmp_path / "short.wav", 2.5, 48000, 1))
    run(output, 2.6)
    assert player.ended
    player.seek(1.0)
    settle()
    assert not player.ended
    run(output, 1.6)
    assert player.ended


def test_another_rate_of_the_loudspeaker_changes_what_is_heard_not_what_is_analysed(
    play, clock, tmp_path
):
    player, output = play(rate=44100)
    original, _ = soundfile.read(tmp_path / "x.wav", dtype="float32")
    run(output, 2.0)
    analysed = everything(player, clock)
    assert len(analysed) == pytest.approx(96000, abs=600)
    np.testing.assert_array_equal(analysed, original[: len(analysed)])
    assert len(output.heard) == pytest.approx(88200, abs=500)
    assert output.heard.any()


def test_eight_channels_are_heard_as_two(play, clock, tmp_path):
    player, output = play(write(tmp_path / "8.wav", 3.0, 48000, 8))
    run(output, 1.0)
    assert output.channels == 2
    assert everything(player, clock).shape == (48000, 8)
    original, _ = soundfile.read(tmp_path / "8.wav", dtype="float32")
    np.testing.assert_allclose(output.heard[:, 0], original[:48000].mean(axis=1), atol=1e-6)


def test_a_truncated_file_plays_to_its_end_and_says_so(play, clock, tmp_path):
    whole = write(tmp_path / "x.flac", 6.0, 48000, kind="noise")
    damaged = tmp_path / "damaged.flac"
    damaged.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    player, output = play(damaged)
    run(output, 3.5)
    assert "damaged.flac ends after" in player.fault
    assert player.ended
    assert 2 * 48000 < len(everything(player, clock)) < 4 * 48000


def test_a_file_that_is_deleted_goes_on_playing(play, clock, tmp_path):
    player, output = play()
    run(output, 0.5)
    (tmp_path / "x.wav").unlink()
    run(output, 2.0)
    assert not player.fault
    assert len(everything(player, clock)) == 120000


def test_closing_lets_go_of_everything(play):
    player, output = play()
    player.close()
    assert output.closed


def test_where_a_damaged_file_cannot_go_the_sound_goes_on(play, clock, tmp_path):
    path = write(tmp_path / "x.flac", 8.0, 48000, kind="noise")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    player, output = play(path)
    run(output, 0.5)
    player.seek(7.0)
    settle()
    assert "Could not seek to 7.0 s" in player.fault
    assert player.position_s == pytest.approx(0.5)
    run(output, 0.5)
    assert player.position_s == pytest.approx(1.0)
    player.seek(2.0)
    settle()
    assert player.fault == ""
    run(output, 0.5)
    assert player.position_s == pytest.approx(2.5)


def test_a_part_is_played_over_and_over(play, clock):
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


def test_a_loop_to_the_files_end_never_ends(play, clock):
    player, output = play()
    player.set_loop((4.0, 5.0))
    player.seek(4.5)
    settle()
    for _ in range(12):
        run(output, 0.2)
        assert not player.ended


def test_volume_changes_what_is_heard_and_not_what_is_analysed(play, clock, tmp_path):
    player, output = play()
    player.set_volume(0.25)
    run(output, 1.0)
    original, _ = soundfile.read(tmp_path / "x.wav", dtype="float32")
    heard = output.heard[: 48000 // 2]
    np.testing.assert_allclose(heard, 0.25 * original[: 48000 // 2], atol=1e-6)
    analysed = everything(player, clock)[: 48000 // 2]
    np.testing.assert_allclose(analysed, original[: 48000 // 2], atol=1e-6)
