"""An audio output that is lost, comes back, or wasn't there at first."""

import time

import pytest

from desktop_app.engine.source_status import Activity
from tests.fixtures.files import write
from tests.fixtures.monitor import activity, is_, monitor_of
from tests.fixtures.waiting import until


class Clock:
    """The real clock, which can be set forward."""

    def __init__(self):
        self.ahead = 0.0

    def __call__(self):
        return time.perf_counter() + self.ahead

    def skip(self, seconds):
        """Advance the clock in steps too short to look like a computer asleep."""
        for _ in range(round(seconds / 0.5)):
            self.ahead += 0.5
            time.sleep(0.1)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def monitor(machine, clock):
    monitor = monitor_of(machine, clock=clock)
    monitor.start()
    yield monitor
    monitor.close()


@pytest.fixture
def album(tmp_path):
    return [write(tmp_path / f"{n}.wav", 60.0) for n in range(3)]


def play(monitor, files, position_s=30.0):
    monitor.play(files)
    is_(monitor, Activity.PLAYING)
    monitor.seek(position_s)
    until(lambda: monitor.status().position_s > position_s + 0.1)


def lose(machine, monitor, clock):
    machine.loudspeaker = False
    machine.outputs[-1].close()
    clock.skip(3.0)
    is_(monitor, Activity.RECOVERING)


def test_a_file_continues_where_it_was_when_its_output_returns(monitor, machine, clock, album):
    play(monitor, album)
    monitor.set_loop((10.0, 50.0))
    lose(machine, monitor, clock)
    looked = machine.looked
    clock.skip(4.0)
    # Silent playback does not count as recovery.
    status = monitor.status()
    assert status.activity is Activity.RECOVERING
    assert "The audio output stopped while playing “0.wav”" in status.message
    assert machine.looked > looked
    assert len(machine.outputs) == 1
    machine.loudspeaker = True
    clock.skip(1.5)
    is_(monitor, Activity.PLAYING)
    status = monitor.status()
    assert len(machine.outputs) == 2
    assert 30.0 < status.position_s < 33.0
    assert (status.loop, status.number, status.files) == ((10.0, 50.0), 1, 3)
    assert status.message == ""


def test_a_paused_file_is_still_paused_when_its_output_returns(monitor, machine, clock, album):
    play(monitor, album)
    monitor.pause()
    is_(monitor, Activity.PAUSED)
    lose(machine, monitor, clock)
    machine.loudspeaker = True
    clock.skip(1.5)
    is_(monitor, Activity.PAUSED)
    assert 30.0 < monitor.status().position_s < 31.0


def test_a_file_deleted_while_its_output_was_gone_is_reported(monitor, machine, clock, album):
    play(monitor, album)
    lose(machine, monitor, clock)
    album[0].unlink()
    machine.loudspeaker = True
    clock.skip(1.5)
    is_(monitor, Activity.FAILED)
    assert monitor.status().message == f"There is no file {album[0]}."
    # Nothing is retried, and Stop clears the message.
    looked = machine.looked
    clock.skip(2.0)
    assert machine.looked == looked
    monitor.stop()
    is_(monitor, Activity.STOPPED)
    assert monitor.status().message == ""


def test_an_error_about_another_file_stays_visible_while_reconnecting(
    monitor, machine, clock, album, tmp_path
):
    play(monitor, album)
    lose(machine, monitor, clock)
    monitor.play([tmp_path / "nowhere.wav"])
    until(lambda: "There is no file" in monitor.status().message)
    clock.skip(2.0)
    assert activity(monitor) is Activity.RECOVERING
    assert "There is no file" in monitor.status().message
    assert "The audio output stopped" in monitor.status().message


def test_reconnecting_is_not_shown_as_opening_at_every_attempt(monitor, machine, clock):
    monitor.listen("USB")
    is_(monitor, Activity.LISTENING)
    del machine.microphones["USB"]
    open_one = machine.open_microphone
    seen = set()

    def slow(device, its_clock):
        seen.add((activity(monitor), monitor.status().source))
        return open_one(device, its_clock)

    machine.open_microphone = slow
    machine.opened[0].ended = True
    clock.skip(3.0)
    assert seen == {(Activity.RECOVERING, "USB")}


def test_refresh_makes_a_silently_playing_file_audible(monitor, machine, clock, album):
    machine.loudspeaker = False
    monitor.play(album)
    is_(monitor, Activity.PLAYING)
    assert "Files play silently" in monitor.status().message
    monitor.next_file()
    until(lambda: monitor.status().source == "1.wav")
    monitor.set_loop((20.0, 40.0))
    monitor.seek(30.0)
    monitor.pause()
    is_(monitor, Activity.PAUSED)
    monitor.refresh_inputs()
    until(lambda: machine.looked == 1)
    is_(monitor, Activity.PAUSED)
    assert "Files play silently" in monitor.status().message
    machine.loudspeaker = True
    monitor.refresh_inputs()
    until(lambda: machine.outputs and machine.outputs[-1].asked)
    is_(monitor, Activity.PAUSED)
    status = monitor.status()
    assert status.message == ""
    assert status.position_s == pytest.approx(30.0)
    assert (status.source, status.loop, status.number) == ("1.wav", (20.0, 40.0), 2)
    monitor.set_loop(None)
    monitor.seek(60.0)
    monitor.resume()
    until(lambda: monitor.status().source == "2.wav")


def test_refreshing_without_an_input_does_not_report_an_audible_file_as_silent(
    monitor, machine, album, monkeypatch
):
    monkeypatch.setattr(machine, "list_inputs", list)
    machine.loudspeaker = False
    monitor.play(album)
    is_(monitor, Activity.PLAYING)
    machine.loudspeaker = True
    monitor.refresh_inputs()
    until(lambda: machine.outputs and machine.outputs[-1].asked)
    until(lambda: "input" in monitor.status().message)
    assert "silently" not in monitor.status().message


def test_the_next_file_is_not_reported_as_silent_once_there_is_an_output(
    monitor, machine, tmp_path
):
    machine.loudspeaker = False
    monitor.play([write(tmp_path / "1.wav", 2.5), write(tmp_path / "2.wav", 9.0)])
    until(lambda: "Files play silently" in monitor.status().message)
    machine.loudspeaker = True
    until(lambda: monitor.status().source == "2.wav")
    is_(monitor, Activity.PLAYING)
    assert monitor.status().message == ""


def test_the_reason_for_the_demo_stays_from_file_to_file(monitor, machine):
    machine.microphones.clear()
    monitor.listen(or_demo=True)
    is_(monitor, Activity.PLAYING)
    first = monitor.status().source
    monitor.seek(1000.0)
    until(lambda: monitor.status().source not in ("", first))
    is_(monitor, Activity.PLAYING)
    assert monitor.status().message == "No input. Playing the demo instead."


@pytest.mark.parametrize("audible", [True, False])
def test_refresh_keeps_the_loop(monitor, machine, album, audible):
    machine.loudspeaker = audible
    play(monitor, album)
    monitor.set_loop((29.0, 31.0))
    until(lambda: monitor.status().loop == (29.0, 31.0))
    monitor.refresh_inputs()
    until(lambda: machine.looked == 1)
    is_(monitor, Activity.PLAYING)
    assert monitor.status().loop == (29.0, 31.0)
    monitor.seek(30.8)
    until(lambda: monitor.status().position_s < 30.0)


def test_the_next_file_starts_without_the_previous_loop(monitor, album):
    play(monitor, album)
    monitor.set_loop((29.0, 31.0))
    monitor.next_file()
    until(lambda: monitor.status().source == "1.wav")
    is_(monitor, Activity.PLAYING)
    assert monitor.status().loop is None
    monitor.seek(30.8)
    until(lambda: monitor.status().position_s > 31.2)
