"""The session is complete even if nobody looks at the window."""

import threading
import time

import numpy as np
import pytest

from desktop_app.engine.session_collector import STEP_SECONDS
from tests.fixtures.windows import listening

SOUND_SECONDS = 3.5
HOP = 0.05


def sound(source):
    """Deliver sound in real time; run on its own thread."""
    rng = np.random.default_rng(0)
    due = time.monotonic()
    for _ in range(round(SOUND_SECONDS / HOP)):
        source.give(0.1 * rng.standard_normal(round(HOP * 22050)))
        due += HOP
        time.sleep(max(0.0, due - time.monotonic()))


def watched(window, qtbot):
    qtbot.wait(round(1000 * SOUND_SECONDS))


def hidden(window, qtbot):
    window.hide()
    watched(window, qtbot)


def minimised(window, qtbot):
    window.showMinimized()
    watched(window, qtbot)


def blocked(window, qtbot):
    time.sleep(SOUND_SECONDS)


@pytest.mark.parametrize("happens", [hidden, minimised, blocked])
def test_the_session_is_complete_while_the_window_is(
    happens, qtbot, window_and_monitor, machine, monkeypatch
):
    monkeypatch.setattr("desktop_app.engine.session_collector.STAY_SECONDS", 0.5)
    window, monitor = window_and_monitor
    listening(qtbot, window)
    thread = threading.Thread(target=sound, args=(machine.opened[-1],))
    thread.start()
    happens(window, qtbot)
    thread.join()
    qtbot.waitUntil(lambda: len(monitor.session.entries) == 1, timeout=5000)
    (entry,) = monitor.session.entries
    assert (entry.part.heard, entry.part.source) == ("a", "Good")
    assert entry.part.seconds == pytest.approx(SOUND_SECONDS, abs=2 * STEP_SECONDS)
    assert len(monitor.history.snapshot().points) >= 2 * SOUND_SECONDS - 2
    window.show()
    qtbot.waitUntil(lambda: window.pages.session.table.rowCount() == 1)
