"""Replaying the last half minute of an input."""

import numpy as np
import pytest

from desktop_app.audio.source_error import AudioUnavailable
from desktop_app.engine.source_status import Activity
from tests.fixtures.files import write
from tests.fixtures.windows import hear, listening, noise, until


@pytest.fixture
def window(qtbot, window_and_monitor, machine):
    window, _ = window_and_monitor
    listening(qtbot, window)
    hear(machine, 3.5)
    until(qtbot, lambda: window.live.genres.answer.text() == "A")
    until(qtbot, window.commands.replay.isEnabled)
    return window


def replaying(window):
    return window.monitor.status().is_replay


def test_the_panels_follow_a_replay_and_then_listening_resumes(qtbot, window, machine):
    window.commands.replay.trigger()
    until(qtbot, lambda: replaying(window))
    until(qtbot, window.transport.isVisible)
    assert window.transport.title == "Replay"
    assert window.monitor.status().source.startswith("Good, the 4 s before ")
    assert window.transport.duration.text() == "0:03"
    until(qtbot, lambda: window.live.frame is not None and window.live.frame.position_s > 2.4)
    assert window.monitor.status().activity is Activity.PLAYING
    assert window.live.frame.mfcc.shape == (100, 13)
    assert window.source_bar.devices.currentText() == "System default"
    assert window.recent.paths == []
    until(qtbot, lambda: window.monitor.status().activity is Activity.LISTENING)
    until(qtbot, lambda: not window.transport.isVisible())
    assert machine.opened[0].closed
    assert len(machine.opened) == 2


def test_a_replay_repeats_the_sound_exactly(qtbot, window, machine):
    window.commands.replay.trigger()
    until(qtbot, lambda: replaying(window))
    # What the output got, until listening resumes.
    until(qtbot, lambda: window.monitor.status().activity is Activity.LISTENING)
    played = np.concatenate(machine.outputs[0].blocks)[:, 0]
    given = noise(round(3.5 * 22050)).astype(np.float32)
    # Before the first block is decoded, the output gets zeros.
    np.testing.assert_array_equal(played[played != 0.0], given[given != 0.0])


def test_a_replay_can_be_paused_rewound_and_left(qtbot, window, machine):
    window.commands.replay.trigger()
    until(qtbot, lambda: replaying(window))
    until(qtbot, window.commands.play_pause.isEnabled)
    window.commands.play_pause.trigger()
    until(qtbot, lambda: window.monitor.status().activity is Activity.PAUSED)
    window.transport.overview.sought.emit(2.0)
    until(qtbot, lambda: window.monitor.status().position_s == 2.0)
    window.commands.previous.trigger()
    until(qtbot, lambda: window.monitor.status().position_s == 0.0)
    window.commands.listen.trigger()
    until(qtbot, lambda: window.monitor.status().activity is Activity.LISTENING)


def test_an_input_lost_during_a_replay_is_reconnected(qtbot, window, machine):
    def gone(device, clock):
        raise AudioUnavailable("No input.")

    window.commands.replay.trigger()
    until(qtbot, lambda: replaying(window))
    there, machine.open_microphone = machine.open_microphone, gone
    until(qtbot, lambda: window.monitor.status().activity is Activity.RECOVERING)
    assert "No input." in window.monitor.status().message
    assert window.monitor.status().source == "Good"
    machine.open_microphone = there
    until(qtbot, lambda: window.monitor.status().activity is Activity.LISTENING)


def test_too_little_sound_to_replay_is_reported_and_listening_continues(
    qtbot, window_and_monitor, machine
):
    window, monitor = window_and_monitor
    listening(qtbot, window)
    hear(machine, 1.0)
    until(qtbot, window.commands.replay.isEnabled)
    window.commands.replay.trigger()
    until(qtbot, lambda: "has delivered only 1.0 s so far" in window.banner.text.text())
    assert monitor.status().activity is Activity.LISTENING


def test_a_file_cannot_be_replayed(qtbot, window_and_monitor, tmp_path):
    window, monitor = window_and_monitor
    window.show_latest()
    assert not window.commands.replay.isEnabled()
    window.controller.play([write(tmp_path / "x.wav", 9.0)])
    until(qtbot, lambda: monitor.status().activity is Activity.PLAYING)
    window.show_latest()
    assert not window.commands.replay.isEnabled()
    monitor.replay()
    until(qtbot, lambda: "Only an input can be replayed" in monitor.status().message)
