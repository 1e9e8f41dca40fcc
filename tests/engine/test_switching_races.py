"""Switching at unfortunate moments: what the status says meanwhile, whatever the threads do."""

import sys
import threading

import pytest

from desktop_app.engine.source_health import LostSource
from desktop_app.engine.source_status import Activity
from tests.fixtures.files import write
from tests.fixtures.monitor import is_
from tests.fixtures.waiting import until


@pytest.fixture
def hurried():
    """Make threads switch as often as possible, to provoke races."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def watched(look, busy):
    """Everything that ``look`` returns while ``busy`` runs."""
    seen, over = set(), threading.Event()

    def watch():
        while not over.is_set():
            seen.add(look())

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        busy()
    finally:
        over.set()
        watching.join()
    return seen


def test_there_is_always_an_input_while_switching_between_inputs(monitor, machine, hurried):
    def lose_and_switch():
        for number in range(40):
            count = len(machine.opened)
            if number % 3 == 2:
                machine.opened[-1].ended = True
            else:
                monitor.listen("USB" if number % 2 else None)
            if number % 8 == 7:
                monitor.refresh_inputs()
            until(lambda count=count: len(machine.opened) > count)

    monitor.listen()
    is_(monitor, Activity.LISTENING)
    assert watched(lambda: monitor.on_input, lose_and_switch) == {True}


def test_an_input_is_still_awaited_after_a_failed_refresh(monitor, machine, hurried):
    def refresh():
        for _ in range(10):
            del machine.microphones[None]
            monitor.refresh_inputs()
            is_(monitor, Activity.RECOVERING)
            count = len(machine.opened)
            machine.microphones[None] = "Good"
            # Refresh doesn't wait for the next attempt.
            monitor.listen()
            until(lambda count=count: len(machine.opened) > count)
            is_(monitor, Activity.LISTENING)

    monitor.listen()
    is_(monitor, Activity.LISTENING)
    assert watched(lambda: monitor.on_input, refresh) == {True}


def test_an_input_counts_as_open_until_a_failed_refresh_reconnects_it(
    monitor, machine, monkeypatch
):
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    looks = []

    def look_before_waiting(*arguments):
        looks.append(monitor.on_input)
        return LostSource(*arguments)

    monkeypatch.setattr("desktop_app.engine.reconnection.LostSource", look_before_waiting)
    machine.microphones.clear()
    monitor.refresh_inputs()
    is_(monitor, Activity.RECOVERING)
    assert looks == [True]


def test_the_status_never_mixes_two_sources(monitor, machine, tmp_path, hurried):
    files = [write(tmp_path / f"{n}.wav", 3.0 + n) for n in range(3)]
    told = {"Good": (None, 0, 0), "USB": (None, 0, 0)}
    told |= {f"{n}.wav": (3.0 + n, n + 1, 3) for n in range(3)}

    def wrong():
        status = monitor.status()
        if status.activity is Activity.OPENING:
            return ""
        facts = (status.duration_s, status.number, status.files)
        if status.activity not in (Activity.LISTENING, Activity.PLAYING):
            return f"{status.activity}"
        return "" if facts == told[status.source] else f"{status.source}: {facts}"

    def switch():
        for number in range(12):
            monitor.play(files)
            until(lambda: monitor.status().source == "0.wav" and monitor.status().is_file)
            monitor.next_file()
            monitor.next_file()
            until(lambda: monitor.status().source == "2.wav" and monitor.status().is_file)
            name = "USB" if number % 2 else "Good"
            monitor.listen(None if name == "Good" else name)
            until(lambda name=name: monitor.status().source == name)
            is_(monitor, Activity.LISTENING)

    monitor.listen()
    is_(monitor, Activity.LISTENING)
    assert watched(wrong, switch) == {""}


def test_files_chosen_simultaneously_still_play(monitor, tmp_path):
    files = [write(tmp_path / f"{n}.wav", 30.0) for n in range(6)]
    for _ in range(5):
        together = threading.Barrier(len(files))

        def choose(path, together=together):
            together.wait()
            monitor.play([path])

        threads = [threading.Thread(target=choose, args=(path,)) for path in files]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        # Whichever it is, one of them is played.
        is_(monitor, Activity.PLAYING)
        monitor.stop()
        is_(monitor, Activity.STOPPED)


def test_a_seek_while_stopping_changes_nothing(monitor, tmp_path):
    monitor.play([write(tmp_path / "x.wav", 30.0)])
    is_(monitor, Activity.PLAYING)
    for command in (lambda: monitor.seek(5.0), monitor.stop, lambda: monitor.seek(9.0)):
        command()
    for command in (monitor.resume, monitor.next_file, monitor.previous_file):
        command()
    is_(monitor, Activity.STOPPED)
    assert monitor.status().message == ""
