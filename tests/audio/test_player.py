import itertools
import threading
import time
from datetime import datetime

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.audio.files import AudioFile
from desktop_app.audio.player import AHEAD_SECONDS, FilePlayer
from desktop_app.audio.replay_clip import ReplayClip
from desktop_app.audio.source_error import SourceError
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
    block = player.segment.read(clock.now)
    return np.zeros((0, player.channels)) if block is None else block.samples


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


def test_a_file_that_has_ended_can_be_rewound(play, clock, tmp_path):
    player, output = play(write(tmp_path / "short.wav", 2.5, 48000, 1))
    run(output, 2.6)
    assert player.ended
    player.seek(1.0)
    settle()
    assert not player.ended
    run(output, 1.6)
    assert player.ended


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


def test_a_truncated_file_plays_as_far_as_it_goes_and_is_reported(play, clock, tmp_path):
    whole = write(tmp_path / "x.flac", 6.0, 48000, kind="noise")
    damaged = tmp_path / "damaged.flac"
    damaged.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    player, output = play(damaged)
    run(output, 3.5)
    assert "damaged.flac ends after" in player.fault
    assert player.ended
    assert 2 * 48000 < len(everything(player, clock)) < 4 * 48000


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


def test_playback_continues_after_a_seek_into_a_missing_part(play, clock, tmp_path):
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


def test_volume_does_not_affect_the_analysis(play, clock, tmp_path):
    player, output = play()
    player.set_volume(0.25)
    run(output, 1.0)
    original, _ = soundfile.read(tmp_path / "x.wav", dtype="float32")
    heard = output.heard[: 48000 // 2]
    np.testing.assert_allclose(heard, 0.25 * original[: 48000 // 2], atol=1e-6)
    analysed = everything(player, clock)[: 48000 // 2]
    np.testing.assert_allclose(analysed, original[: 48000 // 2], atol=1e-6)


class BrokenClip(ReplayClip):
    """Noise whose reading or seeking fails from now on, as the test says."""

    def __init__(self, seconds=10.0, rate=48000):
        samples = np.random.default_rng(0).normal(0.0, 0.1, (round(seconds * rate), 1))
        super().__init__("broken.wav", rate, samples.astype(np.float32))
        self.reading = self.seeking = None
        self.seeks = 0
        self.closed = False

    def read(self, frames):
        if self.reading is not None:
            raise self.reading
        return super().read(frames)

    def seek(self, seconds):
        self.seeks += 1
        if self.seeking is not None:
            raise self.seeking
        return super().seek(seconds)

    def close(self):
        self.closed = True


@pytest.fixture
def broken(clock):
    clip, outputs = BrokenClip(), []

    def output(rate, channels):
        outputs.append(ManualOutput(rate, channels, clock))
        return outputs[-1]

    player = FilePlayer(clip, output, clock)
    player.start()
    settle()
    yield player, outputs[0], clip
    player.close()


ANY_EXCEPTION = [
    SourceError("Could not seek there."),
    RuntimeError("codec"),
    ValueError("codec"),
    MemoryError("codec"),
    KeyError("codec"),
    OSError(5, "codec"),
]


@pytest.mark.parametrize("error", ANY_EXCEPTION, ids=lambda error: type(error).__name__)
def test_playback_continues_after_any_failed_seek(broken, error, caplog):
    player, output, clip = broken
    run(output, 0.5)
    before = player.segment
    clip.seeking = error
    player.seek(7.0)
    settle()
    assert not player.seeking
    assert player.segment is before
    assert str(error.args[-1]) in player.fault
    # Tried once, logged once at most.
    assert clip.seeks == 1
    assert len(caplog.records) == (not isinstance(error, SourceError))
    run(output, 0.5)
    assert player.position_s == pytest.approx(1.0)
    clip.seeking = None
    player.seek(7.0)
    settle()
    assert player.fault == ""
    assert player.position_s == pytest.approx(7.0)


@pytest.mark.parametrize("error", ANY_EXCEPTION, ids=lambda error: type(error).__name__)
def test_any_decoder_failure_ends_the_file_which_can_be_rewound(broken, error, caplog):
    player, output, clip = broken
    run(output, 0.5)
    clip.reading = error
    for _ in range(8):
        run(output, 0.2)
    assert player.ended
    assert str(error.args[-1]) in player.fault
    assert len(caplog.records) == (not isinstance(error, SourceError))
    clip.reading = None
    player.seek(2.0)
    settle()
    assert not player.ended
    run(output, 0.5)
    assert player.fault == ""
    assert player.position_s == pytest.approx(2.5)


def test_seeking_to_nan_changes_nothing(broken):
    player, output, _ = broken
    run(output, 0.5)
    player.seek(float("nan"))
    settle()
    assert not player.seeking
    assert "nan" in player.fault
    run(output, 0.5)
    assert player.position_s == pytest.approx(1.0)


def test_a_loop_whose_start_cannot_be_reached_does_not_stop_playback(broken):
    player, output, clip = broken
    clip.seeking = SourceError("Could not seek there.")
    player.set_loop((0.5, 1.0))
    for _ in range(10):
        run(output, 0.2)
    assert player.position_s == pytest.approx(2.0, abs=0.01)
    assert player.fault == "Could not seek there."
    assert clip.seeks == 1
    assert not player.ended


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
    clip, outputs = BrokenClip(), []
    begun, go_on, targets = threading.Event(), threading.Event(), []
    seek = clip.seek

    def held(seconds):
        targets.append(seconds)
        if len(targets) == 1:
            begun.set()
            assert go_on.wait(10)
        return seek(seconds)

    clip.seek = held
    player = FilePlayer(
        clip, lambda *wanted: outputs.append(ManualOutput(*wanted, clock)) or outputs[-1], clock
    )
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


@settings(max_examples=200, deadline=None)
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
    player = FilePlayer(clip, lambda *wanted: ManualOutput(*wanted, clock), clock)
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
    clip, outputs = BrokenClip(), []
    player = FilePlayer(
        clip, lambda *wanted: outputs.append(ManualOutput(*wanted, clock)) or outputs[-1], clock
    )
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


@pytest.mark.parametrize("output_rate", [None, 48000])
@pytest.mark.parametrize("rate", [100, 409, 410, 1000, 192000, 384000, 768000])
def test_files_of_any_sample_rate_are_played_and_analysed_completely(clock, rate, output_rate):
    clip, outputs = BrokenClip(3.0, rate), []

    def output(wanted, channels):
        outputs.append(ManualOutput(output_rate or wanted, channels, clock))
        return outputs[-1]

    player = FilePlayer(clip, output, clock)
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
    clip, outputs = BrokenClip(6.0, 1000), []
    player = FilePlayer(
        clip, lambda *wanted: outputs.append(ManualOutput(*wanted, clock)) or outputs[-1], clock
    )
    player.start()
    for _ in range(2):
        settle()
        outputs[0].run(2.0, block=2000)
    np.testing.assert_array_equal(outputs[0].heard, clip.reopen().read(4000))
    player.close()


@pytest.mark.parametrize("rate", [1, 2, 100])
def test_a_long_file_of_very_low_sample_rate_plays_at_a_high_one(clock, rate):
    clip, outputs = BrokenClip(20.0, rate), []
    player = FilePlayer(
        clip,
        lambda _, channels: outputs.append(ManualOutput(48000, channels, clock)) or outputs[-1],
        clock,
    )
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


def test_closing_does_not_wait_for_a_hung_decoder(broken):
    player, output, clip = broken
    hanging = threading.Event()
    clip.seek = lambda seconds: hanging.wait(20)
    player.seek(3.0)
    settle()
    begun = time.monotonic()
    player.close()
    assert time.monotonic() - begun < 2.0
    assert output.closed
    assert not clip.closed
    hanging.set()


def test_the_analysis_is_told_when_the_file_was_recorded(play, tmp_path):
    player, _ = play(write(tmp_path / "20251127_183000.wav", 5.0))
    player.seek(2.0)
    settle()
    assert (player.segment.start_s, player.segment.recorded) == (
        2.0,
        datetime(2025, 11, 27, 18, 30),
    )
