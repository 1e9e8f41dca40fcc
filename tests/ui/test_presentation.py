import os
import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest

from desktop_app.engine.source_status import Activity
from tests.fixtures.files import write
from tests.fixtures.windows import activate, hear, listening, until


def test_the_genre_alone_shows_word_probability_level_and_history(
    qtbot, window_and_monitor, machine
):
    window, monitor = window_and_monitor
    small = window.presentation.small
    window.commands.genre_only.trigger()
    assert small.isVisible()
    assert not window.isVisible()
    until(qtbot, lambda: small.word.text() == "Stopped")
    listening(qtbot, window)
    hear(machine)
    until(qtbot, lambda: small.word.text() == "A")
    assert small.percent.text() == "50 %"
    assert small.windowTitle() == "A — genre-monitor"
    assert small.level.accessibleDescription().startswith("−2")
    until(qtbot, lambda: len(small.history.history.points) > 0)
    assert monitor.worker.layers == ()
    machine.opened[-1].give(np.zeros(22050))
    until(qtbot, lambda: small.word.text() == "Silence")
    assert small.percent.text() == ""


def test_the_whole_window_comes_back_up_to_date(qtbot, window_and_monitor, machine):
    window, monitor = window_and_monitor
    listening(qtbot, window)
    hear(machine)
    until(qtbot, lambda: window.live.frame is not None)
    small = window.presentation.small
    for leave in (
        lambda: QTest.keyClick(small, Qt.Key.Key_Escape),
        small.whole.click,
    ):
        window.commands.genre_only.trigger()
        until(qtbot, small.isVisible)
        leave()
        until(qtbot, window.isVisible)
        assert not small.isVisible()
    until(qtbot, lambda: monitor.worker.layers == ("relu1",))


def test_the_small_windows_close_button_leads_back(qtbot, window_and_monitor, monkeypatch):
    window, _ = window_and_monitor
    window.commands.genre_only.trigger()
    event = QCloseEvent()
    monkeypatch.setattr(QCloseEvent, "spontaneous", lambda self: True)
    window.presentation.small.closeEvent(event)
    assert not event.isAccepted()
    assert window.isVisible()


def test_quitting_closes_the_small_window_too(qtbot, window_and_monitor):
    window, _ = window_and_monitor
    small = window.presentation.small
    window.commands.genre_only.trigger()
    activate(qtbot, small)
    QTest.keyClick(small, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not small.isVisible()
    assert not window.isVisible()


PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app.ui.application import run

def observe(window, monitor):
    QTimer.singleShot(300, window.commands.genre_only.trigger)
    QTimer.singleShot(600, window.commands.quit.trigger)

sys.exit(run([Path(sys.argv[1])], "", observe))
"""


def test_quitting_in_the_small_window_ends_the_app(tmp_path):
    places = {name: str(tmp_path) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "missing.wav")],
        env={**os.environ, **places}, timeout=30, check=False,
    )  # fmt: skip
    assert done.returncode == 0


def test_a_file_can_be_paused_from_the_small_window(qtbot, window_and_monitor, tmp_path):
    window, monitor = window_and_monitor
    window.controller.play([write(tmp_path / "x.wav", 30.0)])
    until(qtbot, window.commands.play_pause.isEnabled)
    window.commands.genre_only.trigger()
    QTest.keyClick(window.presentation.small, Qt.Key.Key_Space)
    until(qtbot, lambda: monitor.status().activity is Activity.PAUSED)


def test_the_small_window_stays_on_top_if_wanted_and_this_is_remembered(open_window):
    window, _ = open_window()
    window.commands.genre_only.trigger()
    small = window.presentation.small
    on_top = Qt.WindowType.WindowStaysOnTopHint
    assert not small.windowFlags() & on_top
    small.on_top.click()
    assert small.windowFlags() & on_top
    assert small.isVisible()
    small.resize(500, 320)
    window.close()
    again, _ = open_window()
    assert again.isVisible()
    assert again.presentation.small.on_top.isChecked()
    assert again.presentation.small.size().toTuple() == (500, 320)


@pytest.mark.parametrize("size", [(260, 120), (420, 300), (1200, 700)])
def test_the_word_is_as_large_as_the_small_window_allows(qtbot, open_window, size):
    window, _ = open_window()
    window.commands.genre_only.trigger()
    small = window.presentation.small
    small.resize(*size)
    qtbot.wait(50)
    assert small.rect().contains(small.word.geometry())
    assert small.history.isVisible() == (size[1] > 200)
    assert small.word.height() > 0.15 * size[1]


def test_full_screen_and_back(qtbot, open_window):
    window, _ = open_window()
    action = window.commands.full_screen
    assert action.shortcut().toString() == "F11"
    action.trigger()
    until(qtbot, window.isFullScreen)
    assert action.isChecked()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    until(qtbot, lambda: not window.isFullScreen())
    assert not action.isChecked()


def test_the_window_never_starts_on_the_full_screen(qtbot, open_window):
    window, _ = open_window()
    window.commands.full_screen.trigger()
    until(qtbot, window.isFullScreen)
    window.close()
    again, _ = open_window()
    assert not again.isFullScreen()
