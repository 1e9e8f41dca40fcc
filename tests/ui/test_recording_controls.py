"""Recording the input, from the button to the file."""

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QToolButton

from desktop_app.ui.settings import Settings
from tests.fixtures.files import write
from tests.fixtures.windows import hear, listening, noise, until


@pytest.fixture
def window(qtbot, window_and_monitor, tmp_path):
    Settings().remember(recordings=str(tmp_path / "recordings"))
    window, _ = window_and_monitor
    listening(qtbot, window)
    until(qtbot, window.commands.record.isEnabled)
    return window


def button(window):
    (found,) = (
        button
        for button in window.source_bar.findChildren(QToolButton)
        if button.defaultAction() is window.commands.record
    )
    return found


def record(qtbot, window):
    QTest.mouseClick(button(window), Qt.MouseButton.LeftButton)
    until(qtbot, lambda: bool(window.monitor.recorder.recording.files))
    until(qtbot, window.commands.record.isChecked)


def red(window):
    picture = button(window).grab().toImage()
    colour = picture.pixelColor(4, picture.height() // 2)
    return colour.red() - colour.green() > 100


def test_a_click_records_and_another_saves_the_file(qtbot, window, machine, tmp_path):
    assert not red(window)
    assert button(window).text() == "Record"
    record(qtbot, window)
    assert red(window)
    until(qtbot, lambda: window.windowTitle() == "● Good — genre-monitor")
    hear(machine, 2.0)
    until(qtbot, lambda: button(window).text() == "0:02")
    QTest.mouseClick(button(window), Qt.MouseButton.LeftButton)
    until(qtbot, lambda: "Recorded 0:02 in" in window.status_line.currentMessage())
    (path,) = (tmp_path / "recordings").iterdir()
    assert str(path) in window.status_line.currentMessage()
    until(qtbot, lambda: window.windowTitle() == "Good — genre-monitor")
    assert not red(window)
    found, rate = soundfile.read(path)
    assert rate == 22050
    np.testing.assert_allclose(found, noise(44100), atol=2**-23)


def test_closing_the_window_saves_the_recording(qtbot, window, machine, tmp_path):
    record(qtbot, window)
    hear(machine, 1.0)
    window.close()
    window.monitor.close()
    (path,) = (tmp_path / "recordings").iterdir()
    assert soundfile.info(path).frames == 22050


def test_playing_a_file_ends_the_recording_and_a_missing_one_does_not(
    qtbot, window, machine, tmp_path
):
    record(qtbot, window)
    hear(machine, 1.0)
    window.controller.play([tmp_path / "nowhere.wav"])
    until(qtbot, lambda: "There is no file" in window.banner.text.text())
    hear(machine, 1.0)
    until(qtbot, lambda: button(window).text() == "0:02")
    window.controller.play([write(tmp_path / "x.wav", 9.0)])
    until(qtbot, lambda: not window.commands.record.isEnabled())
    assert not window.commands.record.isChecked()
    until(qtbot, lambda: window.monitor.recorder.recording.saved)
    assert soundfile.info(window.monitor.recorder.recording.files[0]).duration == 2.0


def test_refreshing_the_inputs_continues_in_another_file_and_the_notice_counts_both(
    qtbot, window, machine, tmp_path
):
    record(qtbot, window)
    hear(machine, 1.0)
    window.commands.refresh.trigger()
    until(qtbot, lambda: len(machine.opened) == 2)
    until(qtbot, lambda: window.monitor.state.input_segment is machine.opened[-1].segment)
    hear(machine, 1.0)
    until(qtbot, lambda: button(window).text() == "0:02")
    assert window.commands.record.isChecked()
    window.commands.record.trigger()
    notice = f"Recorded 0:02 in 2 files in {tmp_path / 'recordings'}"
    until(qtbot, lambda: window.status_line.currentMessage() == notice)
    assert [soundfile.info(p).duration for p in (tmp_path / "recordings").iterdir()] == [1.0, 1.0]


def test_a_recording_problem_is_shown_in_the_banner(qtbot, window, tmp_path):
    (tmp_path / "recordings").write_text("in the way")
    window.commands.record.trigger()
    until(qtbot, lambda: "Could not record to" in window.banner.text.text())
    until(qtbot, lambda: not window.commands.record.isChecked())


def test_the_recordings_folder_can_be_chosen_and_is_remembered(
    qtbot, window, tmp_path, monkeypatch
):
    other = tmp_path / "other"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    window.commands.recordings_folder.trigger()
    record(qtbot, window)
    assert window.monitor.recorder.recording.files[0].parent == other
    assert Settings().text("recordings") == str(other)


def test_without_an_input_there_is_nothing_to_record(open_window):
    window, _ = open_window()
    window.show_latest()
    assert not window.commands.record.isEnabled()
    assert not button(window).isEnabled()
