"""Playlists and folders: stepping forward and back, and recently played files."""

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop_app.engine.source_status import Activity
from tests.fixtures.files import write
from tests.fixtures.monitor import is_
from tests.fixtures.monitor import until as wait
from tests.fixtures.windows import dropping, until


@pytest.fixture
def album(tmp_path):
    folder = tmp_path / "album"
    (folder / "second side").mkdir(parents=True)
    for name in ("1.wav", "2.wav", "second side/3.wav"):
        write(folder / name, 30.0)
    (folder / "cover.jpg").write_bytes(b"x")
    return folder


def playing(monitor, name, number, files):
    def shown():
        status = monitor.status()
        return (status.source, status.number, status.files)

    wait(lambda: shown() == (name, number, files))


def test_a_folder_can_be_stepped_through_in_both_directions(monitor, album):
    monitor.play([album])
    playing(monitor, "1.wav", 1, 3)
    monitor.next_file()
    playing(monitor, "2.wav", 2, 3)
    monitor.next_file()
    playing(monitor, "3.wav", 3, 3)
    monitor.next_file()
    monitor.previous_file()
    playing(monitor, "2.wav", 2, 3)
    monitor.previous_file()
    playing(monitor, "1.wav", 1, 3)
    monitor.seek(10.0)
    wait(lambda: monitor.status().position_s > 10.0)
    monitor.previous_file()
    wait(lambda: monitor.status().position_s < 2.0)
    assert monitor.status().source == "1.wav"


def test_the_next_file_starts_automatically_and_previous_goes_back(monitor, album, tmp_path):
    monitor.play([write(tmp_path / "short.wav", 3.0), album / "1.wav"])
    playing(monitor, "1.wav", 2, 2)
    monitor.previous_file()
    playing(monitor, "short.wav", 1, 2)


def test_a_bad_file_in_the_middle_is_named_and_skipped(monitor, album, tmp_path):
    bad = tmp_path / "bad.wav"
    bad.write_bytes(b"x")
    monitor.play([album / "1.wav", bad, album / "2.wav"])
    playing(monitor, "1.wav", 1, 3)
    monitor.next_file()
    playing(monitor, "2.wav", 3, 3)
    assert "bad.wav is not an audio file" in monitor.status().message


def test_bad_files_at_the_end_are_tried_once_and_end_the_playlist(monitor, album, tmp_path):
    (tmp_path / "bad.wav").write_bytes(b"no audio")
    monitor.play([write(tmp_path / "good.wav", 2.5), tmp_path / "bad.wav"])
    playing(monitor, "good.wav", 1, 2)
    is_(monitor, Activity.ENDED)
    assert "bad.wav is not an audio file" in monitor.status().message
    playing(monitor, "good.wav", 1, 1)


def test_a_folder_without_music_is_reported(monitor, tmp_path):
    monitor.play([tmp_path])
    is_(monitor, Activity.FAILED)
    assert "is a folder, not an audio file" in monitor.status().message


def test_listening_clears_the_playlist(monitor, album):
    monitor.play([album])
    playing(monitor, "1.wav", 1, 3)
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    assert monitor.status().files == 0
    monitor.next_file()
    monitor.stop()
    is_(monitor, Activity.STOPPED)


def test_buttons_step_through_a_dropped_folder(qtbot, window_and_monitor, album):
    window, monitor = window_and_monitor
    window.dropEvent(dropping(album))
    until(qtbot, lambda: window.transport.number.text() == "1 of 3")
    until(qtbot, window.commands.next.isEnabled)
    window.commands.next.trigger()
    until(qtbot, lambda: window.transport.number.text() == "2 of 3")
    window.commands.next.trigger()
    until(qtbot, lambda: window.transport.number.text() == "3 of 3")
    until(qtbot, lambda: not window.commands.next.isEnabled())
    window.commands.previous.trigger()
    until(qtbot, lambda: monitor.status().number == 2)


def test_a_file_chosen_from_the_list_is_played(qtbot, window_and_monitor, album):
    window, monitor = window_and_monitor
    window.dropEvent(dropping(album))
    until(qtbot, lambda: window.transport.number.text() == "1 of 3")
    window.transport.number.chosen.emit(monitor.status().playlist.at(3))
    until(qtbot, lambda: monitor.status().source == "3.wav")
    assert window.transport.number.isVisible()
    until(qtbot, lambda: window.transport.number.text() == "3 of 3")
    window.commands.previous.trigger()
    until(qtbot, lambda: window.transport.number.text() == "2 of 3")


def test_recently_played_files_can_be_reopened(qtbot, open_window, album, monkeypatch):
    window, monitor = open_window()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(album))
    assert not window.commands.recent.isEnabled()
    window.commands.open_folder.trigger()
    until(qtbot, lambda: monitor.status().source == "1.wav")
    until(qtbot, lambda: window.recent.paths == [album / "1.wav"])
    window.commands.next.trigger()
    until(qtbot, lambda: window.recent.paths == [album / "2.wav", album / "1.wav"])
    window.close()
    again, monitor = open_window()
    assert again.recent.paths == [album / "2.wav", album / "1.wav"]
    again.commands.recent.actions()[1].trigger()
    until(qtbot, lambda: monitor.status().source == "1.wav")
    until(qtbot, lambda: again.recent.paths == [album / "1.wav", album / "2.wav"])
    again.commands.recent.actions()[-1].trigger()
    assert again.recent.paths == []
