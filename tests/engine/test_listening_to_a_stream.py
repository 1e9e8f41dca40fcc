"""Listening to a network stream: losing it, waiting for it, giving it up, leaving it."""

import base64
import logging
import threading
import time

import numpy as np
import pytest

from desktop_app.audio import network_stream
from desktop_app.audio.address import address_of
from desktop_app.audio.source_error import SourceError
from desktop_app.engine import reconnection
from desktop_app.engine.source_health import LONGEST_PAUSE_SECONDS
from desktop_app.engine.source_status import Activity
from tests.fixtures.fake_source import FakeClassifier
from tests.fixtures.files import write
from tests.fixtures.monitor import activity, is_, monitor_of
from tests.fixtures.radio import radio
from tests.fixtures.waiting import until

ADDRESS = address_of("http://me:s3cret@radio.example/live")


class Clock:
    """The real clock, which can be set forward."""

    def __init__(self):
        self.ahead = 0.0

    def __call__(self):
        return time.perf_counter() + self.ahead


class Station:
    """Connections that the test lets live and die."""

    name, rate, channels = "Radio", 22_050, 1

    def __init__(self):
        self.on_air = True
        self.tried_at = []
        self.waiting = None
        self.dead = threading.Event()
        self.end = None
        self.noise = np.random.default_rng(1).uniform(-0.1, 0.1, (2205, 1)).astype(np.float32)

    def connect(self, address):
        self.tried_at.append(time.perf_counter())
        if self.waiting is not None:
            self.waiting.wait()
        if not self.on_air:
            raise SourceError("Could not open “radio.example/live”: nobody is there.")
        self.dead.clear()
        return self

    def blocks(self):
        while not self.dead.wait(0.005):
            yield self.noise
        if self.end is not None:
            raise self.end

    def close(self):
        pass

    def lose(self):
        self.end = SourceError("The connection to “Radio” was lost.")
        self.dead.set()


@pytest.fixture(autouse=True)
def little_ahead(monkeypatch):
    """So that little is left to be heard when a stream is lost."""
    monkeypatch.setattr(network_stream, "AHEAD_SECONDS", 0.2)
    monkeypatch.setattr(network_stream, "FIRST_SECONDS", 0.1)


@pytest.fixture
def station():
    station = Station()
    yield station
    station.dead.set()
    if station.waiting is not None:
        station.waiting.set()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def monitor(machine, station, clock):
    monitor = monitor_of(machine, open_stream=station.connect, clock=clock)
    monitor.start()
    yield monitor
    station.dead.set()
    monitor.close()


@pytest.fixture
def tuned_in(monitor):
    monitor.listen_to_stream(ADDRESS)
    is_(monitor, Activity.LISTENING)
    return monitor


def lost(monitor):
    """What is waited for; it is known at the tick after the loss."""
    until(lambda: monitor._source.state.lost is not None)
    return monitor._source.state.lost


def test_it_is_analysed_and_replayed_like_an_input(tuned_in, station):
    monitor = tuned_in
    monitor.network.use(FakeClassifier(), None)
    until(lambda: (frame := monitor.worker.frames.take()) and frame.answer is not None)
    status = monitor.status()
    assert (status.source, status.rate, status.on_network) == ("Radio", 22_050, True)
    assert not status.is_file
    assert monitor.on_input
    assert monitor.outline is None
    assert monitor.address == ADDRESS
    # For long enough to be replayed; after that it is listened to again.
    monitor.replay()
    until(lambda: monitor.status().is_replay)
    monitor.seek(1000.0)
    is_(monitor, Activity.LISTENING)
    assert monitor.status().source == "Radio"
    assert len(station.tried_at) == 2


def test_it_is_as_loud_as_files(tuned_in, machine):
    monitor = tuned_in
    until(lambda: any(block.any() for block in machine.outputs[0].blocks))
    monitor.set_volume(0.5)
    until(lambda: machine.outputs[0].blocks[-1].max() == pytest.approx(0.05, abs=0.001))


def test_not_aloud_no_output_is_opened(monitor, machine):
    monitor.listen_to_stream(ADDRESS, aloud=False)
    is_(monitor, Activity.LISTENING)
    until(monitor.worker.frames.take)
    assert machine.outputs == []


def test_without_an_output_it_is_analysed_and_that_is_said(monitor, machine):
    machine.loudspeaker = False
    monitor.listen_to_stream(ADDRESS)
    is_(monitor, Activity.LISTENING)
    assert monitor.status().message == (
        "There is no loudspeaker. The stream is analysed, but not played."
    )
    machine.loudspeaker = True
    monitor.refresh_inputs()
    until(lambda: machine.outputs and any(block.any() for block in machine.outputs[-1].blocks))
    assert monitor.status().message == ""


def test_one_that_is_lost_is_waited_for_with_growing_pauses(tuned_in, station, clock):
    monitor = tuned_in
    monitor.network.use(FakeClassifier(), None)
    until(monitor.worker.frames.take)
    shown = monitor.status().first_stream
    station.on_air = False
    station.lose()
    is_(monitor, Activity.RECOVERING)
    status = monitor.status()
    assert (status.source, status.on_network) == ("Radio", True)
    assert status.message == "The connection to “Radio” was lost. Reconnecting."
    # What is shown stays.
    assert status.first_stream == shown
    pauses = []
    for number in range(1, 9):
        waiting = lost(monitor)
        pauses.append(round(waiting.next_try - clock()))
        clock.ahead += waiting.next_try - clock() - 0.1
        until(lambda number=number: len(station.tried_at) == number + 1)
        until(lambda: lost(monitor).next_try > clock())
    assert pauses == [1, 2, 4, 8, 16, LONGEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS, 30]
    station.on_air = True
    clock.ahead += LONGEST_PAUSE_SECONDS
    is_(monitor, Activity.LISTENING)
    assert monitor.status().message == ""


def test_one_that_is_lost_again_and_again_is_not_hammered(tuned_in, station, clock, monkeypatch):
    monkeypatch.setattr(reconnection, "STEADY_SECONDS", 2.0)
    monitor, pauses = tuned_in, []
    for _ in range(3):
        station.lose()
        waiting = lost(monitor)
        pauses.append(round(waiting.next_try - clock()))
        clock.ahead += waiting.next_try - clock()
        is_(monitor, Activity.LISTENING)
    assert pauses == [1, 2, 4]
    # One that was steady in between is wanted back as soon as at first.
    for _ in range(3):
        # In steps, because a longer one is taken for the computer's sleep.
        clock.ahead += 0.9
        time.sleep(0.06)
    is_(monitor, Activity.LISTENING)
    station.lose()
    assert round(lost(monitor).next_try - clock()) == 1


@pytest.mark.parametrize("moment", ["first", "again"])
@pytest.mark.parametrize("how", ["stop", "file", "device", "close"])
def test_it_is_given_up_while_the_server_does_not_answer(
    monitor, machine, station, clock, tmp_path, moment, how
):
    if moment == "again":
        monitor.listen_to_stream(ADDRESS)
        is_(monitor, Activity.LISTENING)
    station.waiting = threading.Event()
    tried = len(station.tried_at)
    if moment == "again":
        station.lose()
        lost(monitor)
        clock.ahead += 1.0
    else:
        monitor.listen_to_stream(ADDRESS)
    until(lambda: len(station.tried_at) > tried)
    begun = time.monotonic()
    if how == "stop":
        monitor.stop()
        is_(monitor, Activity.STOPPED)
    elif how == "file":
        monitor.play([write(tmp_path / "x.wav", 5.0)])
        is_(monitor, Activity.PLAYING)
    elif how == "device":
        monitor.listen("USB")
        is_(monitor, Activity.LISTENING)
        assert monitor.status().source == "USB"
    else:
        monitor.close()
    assert time.monotonic() - begun < 2.0


def test_what_was_heard_before_goes_on_where_it_cannot_be_opened(monitor, machine, station):
    monitor.listen("USB")
    is_(monitor, Activity.LISTENING)
    station.on_air = False
    monitor.listen_to_stream(ADDRESS)
    until(lambda: "nobody is there" in monitor.status().message)
    assert monitor.status().source == "USB"
    assert not machine.opened[0].closed
    assert monitor.address is None


def test_start_opens_it_again(tuned_in, station):
    monitor = tuned_in
    monitor.stop()
    is_(monitor, Activity.STOPPED)
    monitor.restart()
    is_(monitor, Activity.LISTENING)
    assert monitor.status().source == "Radio"
    assert len(station.tried_at) == 2
    monitor.listen_again()
    until(lambda: monitor.status().source == "Good")
    assert monitor.address is None


def test_a_file_at_an_address_ends(tuned_in, station):
    station.end = None
    station.dead.set()
    is_(tuned_in, Activity.ENDED)
    assert tuned_in.status().message == "“Radio” has ended."
    tuned_in.restart()
    is_(tuned_in, Activity.LISTENING)


def test_nothing_of_an_address_is_logged(tuned_in, station, clock, caplog):
    def logged():
        return [each.getMessage() for each in caplog.records if each.name.startswith("desktop_app")]

    with caplog.at_level(logging.DEBUG):
        station.lose()
        lost(tuned_in)
        clock.ahead += 1.0
        until(lambda: "listening: a network stream" in logged())
    assert "recovering: a network stream" in logged()
    for word in ("s3cret", "radio.example", "Radio"):
        assert word not in "\n".join(logged())


def test_a_real_server_that_dies_and_is_started_again(machine):
    monitor = monitor_of(machine)
    monitor.start()
    with radio() as station:
        station.at_once_s = 1.0
        station.login = "Basic " + base64.b64encode(b"me:s3cret").decode()
        monitor.listen_to_stream(address_of(station.url(login="me:s3cret@")))
        is_(monitor, Activity.LISTENING)
        station.close()
        is_(monitor, Activity.RECOVERING)
        assert "My Radio" in monitor.status().message
        station.open()
        is_(monitor, Activity.LISTENING)
        assert activity(monitor) is Activity.LISTENING
        begun = time.monotonic()
        station.going.clear()
        monitor.close()
        assert time.monotonic() - begun < 2.0
    assert station.asked[-1][1]["Authorization"] == station.login


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.m3u", "#EXTM3U\n#EXTINF:-1,Radio\nhttp://radio.example/live\n", ""),
        (
            "b.pls",
            "[playlist]\nFile1=http://radio.example/live\nFile2=http://radio.example/2\n",
            "This is the first of 2 streams in the list.",
        ),
    ],
)
def test_a_list_of_streams_is_heard(monitor, tmp_path, name, text, said):
    (tmp_path / name).write_text(text)
    monitor.play([tmp_path / name])
    is_(monitor, Activity.LISTENING)
    until(lambda: monitor.status().message == said)
    assert monitor.status().source == "Radio"
    assert monitor.address.name == "radio.example/live"
    # What was said about the list is over with it.
    monitor.listen("USB")
    until(lambda: (status := monitor.status()).running and status.source == "USB")
    assert monitor.status().message == ""


def test_where_a_list_names_files_they_are_played_and_else_it_is_said(monitor, station, tmp_path):
    write(tmp_path / "x.wav", 5.0)
    mixed, unknown = tmp_path / "mixed.m3u", tmp_path / "unknown.m3u"
    mixed.write_text("http://radio.example/live\nx.wav\n")
    unknown.write_text("mms://radio.example/live\n")
    monitor.play([mixed])
    is_(monitor, Activity.PLAYING)
    said = "lists a stream (radio.example), which is not a file."
    assert said in monitor.status().message
    monitor.play([unknown])
    until(lambda: "unknown.m3u " + said in monitor.status().message)
    assert station.tried_at == []
