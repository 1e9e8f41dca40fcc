"""Session and history don't depend on whether any frame is displayed."""

import threading

import numpy as np
import pytest

from desktop_app.engine.source_status import Activity
from tests.fixtures.fake_source import FakeClassifier
from tests.fixtures.monitor import is_, monitor_of
from tests.fixtures.outputs import ManualClock

STEP = 2205
"""A tenth of a second."""


def sound():
    """Music, silence, music: 8 s each."""
    noise = np.random.default_rng(0).normal(0.0, 0.1, STEP * 80)
    return np.concatenate([noise, np.zeros(STEP * 80), noise])


def log_of(machine, look):
    """Return session parts and history points of the sound while ``look`` takes frames."""
    clock = ManualClock()
    monitor = monitor_of(machine, clock=clock, wall_clock=clock)
    monitor.network.use(FakeClassifier(), None)
    # The analysis is done step by step, so that every run is the same.
    monitor.worker.start = lambda: None
    monitor.start()
    try:
        monitor.listen()
        is_(monitor, Activity.LISTENING)
        source, samples = machine.opened[-1], sound()
        for at in range(0, len(samples), STEP):
            clock.now += STEP / 22050
            source.give(samples[at : at + STEP])
            while monitor.worker.step():
                pass
            look(monitor)
        entries = [entry.part for entry in monitor.session.entries]
        points = monitor.history.snapshot().points
        return entries, [(point.at_s, point.state, point.leading) for point in points]
    finally:
        monitor.close()


def test_the_session_is_complete_if_no_frame_is_displayed(machine):
    entries, points = log_of(machine, lambda monitor: None)
    assert [part.heard for part in entries] == ["a", "silence", "a"]
    # A genre is only known once a window of 2.4 s is full of sound; what is heard until then
    # belongs to the part before, or to the first.
    assert [part.seconds for part in entries] == pytest.approx([8.0, 10.4, 5.6], abs=1.0)
    assert len(points) == pytest.approx(2 * 24, abs=2)


def test_the_session_does_not_depend_on_how_often_frames_are_displayed(machine):
    looks = 0

    def seldom(monitor):
        # A window that doesn't repaint for 5 s.
        nonlocal looks
        looks += 1
        if looks % 50 == 0:
            monitor.worker.frames.take()

    always = log_of(machine, lambda monitor: monitor.worker.frames.take())
    assert log_of(machine, seldom) == always
    assert log_of(machine, lambda monitor: None) == always


def test_a_hung_display_delays_no_entry(machine):
    hanging, took = threading.Event(), threading.Event()
    viewers = []

    def hang(monitor):
        if viewers:
            return

        def view():
            while monitor.worker.frames.take() is None:
                if hanging.wait(0.005):
                    return
            took.set()
            hanging.wait(20)

        viewers.append(threading.Thread(target=view))
        viewers[0].start()

    always = log_of(machine, lambda monitor: monitor.worker.frames.take())
    try:
        assert log_of(machine, hang) == always
    finally:
        hanging.set()
        viewers[0].join()
    assert took.is_set()
