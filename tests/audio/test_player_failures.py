"""What a file that cannot be read does to its playback."""

import threading
import time

import pytest

from desktop_app.audio.source_error import SourceError
from tests.fixtures.files import write
from tests.fixtures.player import everything, run, settle


def test_a_truncated_file_plays_as_far_as_it_goes_and_is_reported(play, clock, tmp_path):
    whole = write(tmp_path / "x.flac", 6.0, 48000, kind="noise")
    damaged = tmp_path / "damaged.flac"
    damaged.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    player, output = play(damaged)
    run(output, 3.5)
    assert "damaged.flac ends after" in player.fault
    assert player.ended
    assert 2 * 48000 < len(everything(player, clock)) < 4 * 48000


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
