"""The ways of four people through the window, from beginning to end, by key and click."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit

import model
from desktop_app.engine.inspector import MapPixel
from desktop_app.engine.source_status import Activity
from desktop_app.formatting.text import display_name
from desktop_app.session.session_table import GENRE, NOTE
from tests.fixtures.files import write
from tests.fixtures.laboratory import type_into
from tests.fixtures.session import cells, typed
from tests.fixtures.windows import activate, hear, until

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(window, key, modifier=NONE):
    QTest.keyClick(window, key, modifier)


@pytest.fixture
def start(qtbot, open_window):
    """Open a window with the app's own model, as at a start."""

    def opened():
        window, _ = open_window()
        window.controller.use_model("")
        until(qtbot, lambda: window.live.genres.subtitle == "App’s own model")
        activate(qtbot, window)
        return window

    return opened


def test_a_stranger_learns_the_genre_of_a_file_and_then_of_the_room(
    qtbot, start, machine, tmp_path, monkeypatch
):
    window = start()
    genres = window.live.genres
    assert genres.state.text() == "Start listening, open a file or play the demo."
    song = write(tmp_path / "song.wav", 8.0, kind="music")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(song)], ""))
    press(window, Key.Key_O, Control)
    # A word from the model's list, or two of them, or that it isn't sure; and why, underneath.
    names = [display_name(name) for name in model.load_classifier().genres]
    until(qtbot, lambda: genres.state.text().startswith("Over the last "))
    words = genres.answer.text()
    assert words == "Not sure" or all(word in names for word in words.split(" or "))
    assert window.windowTitle() == "song.wav — genre-monitor"
    press(window, Key.Key_Space)
    until(qtbot, lambda: "paused" in window.status_line.source.text())
    assert genres.answer.text() == words
    press(window, Key.Key_L, Control)
    until(qtbot, lambda: window.monitor.status().activity is Activity.LISTENING)
    until(qtbot, lambda: "listening · Good" in window.status_line.source.text())
    assert genres.answer.text() == "Listening…"
    hear(machine, 2.6)
    until(qtbot, lambda: genres.answer.text() not in ("Listening…", ""))


def test_a_teacher_shows_a_sum_on_live_music_and_then_by_hand(qtbot, start, machine):
    window = start()
    press(window, Key.Key_L, Control)
    until(qtbot, lambda: bool(machine.opened))
    hear(machine)
    until(qtbot, lambda: window.live.maps.grid.maps is not None)
    press(window, Key.Key_Plus, Control)
    press(window, Key.Key_F, Control)
    until(qtbot, window.commands.freeze.isChecked)
    window.commands.panels["pixel"].trigger()
    window.live.maps.grid.pin(MapPixel(2, 40, 6))
    card = window.live.pixel
    shown = card.shown
    assert shown.value == pytest.approx(window.live.maps.grid.maps[2, 40, 6], abs=1e-4)
    assert shown.value == pytest.approx(max(0.0, shown.products.sum() + shown.bias), abs=1e-6)
    assert "map 3, frame 41 of 100, coefficient 6" in card.where.text()
    window.commands.laboratory.trigger()
    page = window.pages.laboratory
    before = page.step.sum.toPlainText()
    type_into(qtbot, page.kernel.grid, 0, 0, "7")
    assert page.step.sum.toPlainText() != before
    QTest.keyClick(page.step.steps.slider, Key.Key_Right)
    page.step.sum.setFocus()
    QGuiApplication.clipboard().clear()
    QTest.keyClick(page.step.sum, Key.Key_C, Control)
    assert not QGuiApplication.clipboard().image().isNull()
    press(window, Key.Key_Z, Control)
    assert window.commands.redo.isEnabled()
    press(window, Key.Key_0, Control)


def test_a_dj_leaves_it_running_through_a_lost_microphone(
    qtbot, window_and_monitor, machine, tmp_path, monkeypatch
):
    window, monitor = window_and_monitor
    monkeypatch.setattr("desktop_app.engine.session_collector.STAY_SECONDS", 0.5)
    activate(qtbot, window)
    press(window, Key.Key_L, Control)
    until(qtbot, lambda: bool(machine.opened))
    press(window, Key.Key_4, Control)
    small = window.presentation.small
    until(qtbot, small.isVisible)

    def listed(count):
        hear(machine, 0.6)
        qtbot.wait(100)
        return len(monitor.session.entries) >= count

    until(qtbot, lambda: listed(1))
    assert small.word.text() == "A"
    first = machine.opened[-1]
    microphones, machine.microphones = machine.microphones, {}
    first.ended = True
    until(qtbot, lambda: monitor.status().activity is Activity.RECOVERING)
    machine.microphones = microphones
    until(qtbot, lambda: machine.opened[-1] is not first)
    until(qtbot, lambda: listed(2) and small.word.text() == "A")
    press(small, Key.Key_Escape)
    until(qtbot, window.isVisible)
    assert monitor.status().activity is Activity.LISTENING
    target = tmp_path / "night.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.commands.save_session.trigger()
    until(qtbot, target.exists)
    parts = json.loads(target.read_text())
    assert [part["genre"] for part in parts] == ["a", "a"]
    assert parts[0]["source"] == "Good"


def test_a_librarian_corrects_and_saves_the_labels_of_a_folder(
    qtbot, window_and_monitor, tmp_path, monkeypatch
):
    window, monitor = window_and_monitor
    monkeypatch.setattr("desktop_app.engine.session_collector.STAY_SECONDS", 0.5)
    (tmp_path / "music").mkdir()
    for number in (1, 2):
        write(tmp_path / "music" / f"{number}.wav", 6.0, kind="music")
    (tmp_path / "music" / "broken.wav").write_text("no")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "music"))
    activate(qtbot, window)
    window.commands.open_folder.trigger()
    until(qtbot, lambda: window.transport.number.text().startswith("1 of 3"))
    until(qtbot, lambda: len(monitor.session.entries) == 1)
    press(window, Key.Key_Right, Control | Qt.KeyboardModifier.ShiftModifier)
    until(qtbot, lambda: window.transport.number.text().startswith("2 of 3"))
    window.commands.session.trigger()
    page = window.pages.session
    until(qtbot, lambda: page.table.rowCount() >= 1)
    typed(page, 0, GENRE, "Dub", QComboBox)
    typed(page, 0, NOTE, "ask Ann", QLineEdit)
    assert cells(page, GENRE)[0] == "Dub"
    page.filter.setFocus()
    QTest.keyClicks(page.filter, "ann")
    assert page.rows.rowCount() == 1
    target = tmp_path / "labels.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.commands.save_session.trigger()
    until(qtbot, target.exists)
    first = target.read_text().splitlines()[1].split(",")
    assert first[3:6] == ["1.wav", "dub", "a"]
    assert first[-2] == "ask Ann"
