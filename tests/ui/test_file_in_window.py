"""Files in the window: dropping, playing, seeking, overview and tags, and bad files."""

import json

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu

from desktop_app.analysis.segments import labels_of, objects_of
from desktop_app.bundled import demo_clips
from desktop_app.engine.source_status import Activity
from desktop_app.panels.transport import LOUDEST
from model.classifier import load_classifier
from tests.fixtures.encoded import encode, film
from tests.fixtures.files import bad_files, write
from tests.fixtures.held_out import genre_of, held_out_clips
from tests.fixtures.windows import dropping, listening, until


def test_a_mix_shows_its_four_parts_in_the_overview(qtbot, open_window, clips, tmp_path):
    wanted = ("disco", "classical", "hiphop", "metal")
    held_out = held_out_clips(clips)
    chosen = [next(p for p in held_out[genre] if genre_of(p) == genre) for genre in wanted]
    parts = [soundfile.read(path, dtype="float32") for path in chosen]
    rate = parts[0][1]
    borders = np.cumsum([0.0, *(len(samples) / rate for samples, _ in parts)])
    mix = tmp_path / "mix.wav"
    soundfile.write(mix, np.concatenate([samples for samples, _ in parts]), rate)
    window, monitor = open_window()
    window.controller.use_model("")
    window.controller.play([mix])
    until(qtbot, lambda: monitor.outline is not None and monitor.outline.done)
    found = monitor.outline.segments
    assert tuple(part.label for part in found) == wanted
    for part, begins, ends in zip(found, borders, borders[1:], strict=False):
        assert part.start_s == pytest.approx(begins, abs=2.5)
        assert part.end_s == pytest.approx(ends, abs=2.5)
    strip = window.transport.overview
    until(qtbot, lambda: strip.accessibleDescription().endswith("Metal"))
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.width() // 2, 20))
    until(qtbot, lambda: monitor.status().position_s > 23.0)
    until(qtbot, lambda: (shown := window.presenter.answered) is None or shown.start_s > 23.0)


def test_another_model_rescans_the_file(qtbot, open_window, tmp_path):
    window, monitor = open_window()
    window.controller.use_model("")
    window.controller.play([write(tmp_path / "x.wav", 8.0, kind="music")])
    until(qtbot, lambda: monitor.outline is not None and monitor.outline.done)
    first = monitor.outline
    window.controller.use_model("course")
    until(qtbot, lambda: monitor.outline is not first)
    until(qtbot, lambda: monitor.outline is not None and monitor.outline.done)
    known = {*load_classifier().genres, "silence", "not music", "filling"}
    assert {part.label for part in monitor.outline.segments} <= known


def test_title_and_tagged_genre_of_the_file_are_shown(qtbot, window_and_monitor, tmp_path):
    window, _ = window_and_monitor
    said = [("title", "Waltz"), ("artist", "Ann"), ("genre", "Folk")]
    window.controller.play([encode(tmp_path / "x.m4a", 6.0, metadata=said)])
    until(qtbot, window.transport.isVisible)
    until(qtbot, lambda: window.transport.subtitle == "Ann – Waltz   (tagged Folk)")
    window.controller.play([write(tmp_path / "plain.wav", 6.0)])
    until(qtbot, lambda: window.transport.subtitle == "plain.wav")


def test_volume_applies_to_the_next_file_and_is_remembered(qtbot, open_window, machine, tmp_path):
    window, monitor = open_window()
    for name in ("x.wav", "y.wav"):
        soundfile.write(tmp_path / name, np.full(6 * 22050, 0.8), 22050)

    def loudness():
        blocks = machine.outputs[-1].blocks
        return blocks[-1].max() if blocks else 0.0

    window.controller.play([tmp_path / "x.wav"])
    until(qtbot, window.transport.isVisible)
    until(qtbot, lambda: loudness() == pytest.approx(0.8, abs=0.001))
    window.transport.volume.setValue(LOUDEST // 4)
    until(qtbot, lambda: loudness() == pytest.approx(0.2, abs=0.001))
    window.controller.play([tmp_path / "y.wav"])
    until(qtbot, lambda: monitor.status().source == "y.wav")
    until(qtbot, lambda: len(machine.outputs) == 2)
    until(qtbot, lambda: loudness() == pytest.approx(0.2, abs=0.001))
    window.close()
    again, _ = open_window()
    assert again.transport.volume.value() == LOUDEST // 4


def test_a_selected_part_is_looped(qtbot, window_and_monitor, tmp_path):
    window, monitor = window_and_monitor
    window.controller.play([write(tmp_path / "x.wav", 20.0)])
    until(qtbot, window.transport.isVisible)
    strip = window.transport.overview
    shift = Qt.KeyboardModifier.ShiftModifier
    left, right = QPoint(strip.width() // 2, 20), QPoint(int(strip.width() * 0.6), 20)
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, shift, left)
    QTest.mouseMove(strip, right)
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, shift, right)
    until(qtbot, lambda: monitor.status().position_s > 11.5)
    until(qtbot, lambda: monitor.status().position_s < 10.5)
    assert monitor.status().position_s > 9.5


def test_the_genres_over_time_are_saved_in_every_format(qtbot, open_window, tmp_path, monkeypatch):
    window, monitor = open_window()
    window.controller.use_model("")
    window.controller.play([write(tmp_path / "song.wav", 8.0, kind="music")])
    until(qtbot, lambda: len(window.transport.overview.parts) > 0)
    until(qtbot, lambda: monitor.outline is not None and monitor.outline.done)
    window.show_latest()
    parts = window.transport.overview.parts
    asked = []

    def save(action, name):
        def dialog(_, __, start, ___):
            asked.append(start)
            return str(tmp_path / name), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
        window.transport.setFocus()
        window.transport.customContextMenuRequested.emit(QPoint(5, 5))
        menu = window.transport.findChild(QMenu)
        until(qtbot, menu.isVisible)
        action.trigger()
        menu.hide()
        return (tmp_path / name).read_text() if name != "x.png" else None

    labels = save(window.export.save_numbers, "x.txt")
    assert asked[0].endswith("song genres.csv")
    assert labels == labels_of(parts)
    assert json.loads(save(window.export.save_numbers, "x.json")) == objects_of(parts)
    cue = save(window.export.save_numbers, "x.cue")
    assert f'FILE "{tmp_path}/' in cue
    assert cue.count(" TRACK ") == len(parts)
    table = save(window.export.save_numbers, "x.csv")
    assert table.splitlines()[0] == "start,end,label,probability"
    assert len(table.splitlines()) == 1 + len(parts)
    assert parts[0].label.capitalize() in save(window.export.save_picture, "x.svg")
    save(window.export.save_picture, "x.png")
    assert QImage(str(tmp_path / "x.png")).width() == 2 * (window.transport.overview.width() + 16)


def test_seeking_keeps_a_frozen_display(qtbot, window_and_monitor, tmp_path):
    window, monitor = window_and_monitor
    window.controller.play([write(tmp_path / "x.wav", 60.0)])
    until(qtbot, lambda: window.live.genres.answer.text() == "A")
    window.commands.freeze.trigger()
    frozen = window.live.frame
    monitor.pause()
    window.commands.forward.trigger()
    until(qtbot, lambda: monitor.status().position_s > 5)
    qtbot.wait(100)
    assert window.live.frame is frozen
    window.commands.freeze.trigger()
    until(qtbot, lambda: window.live.frame is None)


def test_a_dropped_file_plays_with_a_play_head(qtbot, window_and_monitor, tmp_path):
    window, monitor = window_and_monitor
    window.dropEvent(dropping(write(tmp_path / "Lied – ö.wav", 6.0)))
    until(qtbot, lambda: monitor.status().activity is Activity.PLAYING)
    until(qtbot, window.transport.isVisible)
    assert window.transport.duration.text() == "0:06"
    assert "Lied – ö.wav" in window.windowTitle()
    assert window.source_bar.devices.currentIndex() == -1
    until(qtbot, lambda: window.live.genres.answer.text() == "A")


def test_space_pauses_and_plays_unless_a_button_has_the_focus(qtbot, window_and_monitor, tmp_path):
    window, monitor = window_and_monitor
    window.controller.play([write(tmp_path / "x.wav", 9.0)])
    until(qtbot, lambda: monitor.status().activity is Activity.PLAYING)
    until(qtbot, window.commands.play_pause.isEnabled)
    QTest.keyClick(window.live.genres, Qt.Key.Key_Space)
    until(qtbot, lambda: monitor.status().activity is Activity.PAUSED)
    QTest.keyClick(window.live.genres, Qt.Key.Key_Space)
    until(qtbot, lambda: monitor.status().activity is Activity.PLAYING)
    window.transport.overview.setFocus()
    QTest.keyClick(window.transport.overview, Qt.Key.Key_Space)
    until(qtbot, lambda: monitor.status().activity is Activity.PAUSED)
    QTest.keyClick(window.transport.overview, Qt.Key.Key_Space)
    until(qtbot, lambda: monitor.status().activity is Activity.PLAYING)
    box = window.live.mfcc.hide_c0
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    assert monitor.status().activity is Activity.PLAYING


def test_seeking_clears_the_previous_result(qtbot, window_and_monitor, tmp_path):
    window, monitor = window_and_monitor
    window.controller.play([write(tmp_path / "x.wav", 60.0)])
    until(qtbot, lambda: window.live.genres.answer.text() == "A")
    monitor.pause()
    window.transport.overview.sought.emit(30.0)
    until(qtbot, lambda: window.live.genres.answer.text() == "Paused")
    until(qtbot, lambda: window.transport.position.text() == "0:30")
    window.commands.forward.trigger()
    until(qtbot, lambda: window.transport.position.text() == "0:35")


@pytest.mark.parametrize("name", ["empty", "text", "one sample", "folder", "missing"])
def test_a_bad_file_is_named_in_the_banner_and_listening_continues(
    qtbot, window_and_monitor, tmp_path, name
):
    window, monitor = window_and_monitor
    listening(qtbot, window)
    path, sentence = bad_files(tmp_path)[name]
    window.controller.play([path])
    until(qtbot, lambda: sentence in window.banner.text.text())
    assert window.banner.isVisible()
    assert monitor.status().source == "Good"


def test_a_closed_banner_stays_closed_for_the_same_message(qtbot, window_and_monitor, tmp_path):
    window, _ = window_and_monitor
    window.controller.play([tmp_path / "nowhere.wav"])
    until(qtbot, window.banner.isVisible)
    window.banner.hide()
    qtbot.wait(100)
    assert not window.banner.isVisible()


def test_the_demo_button_plays_the_demo(qtbot, window_and_monitor):
    window, monitor = window_and_monitor
    window.commands.demo.trigger()
    until(qtbot, lambda: monitor.status().source == demo_clips()[0].name)


def test_another_audio_track_of_a_video_goes_on_where_the_first_one_was(
    qtbot, window_and_monitor, tmp_path
):
    window, monitor = window_and_monitor
    chooser = window.transport.tracks
    path = film(tmp_path / "x.mkv", 20.0, [("ger", "tones"), ("eng", "noise")], default=2)
    window.controller.play([path, write(tmp_path / "one.wav", 20.0)])
    until(qtbot, lambda: monitor.status().position_s > 0.3)
    until(qtbot, chooser.isVisible)
    assert [chooser.itemText(row) for row in range(chooser.count())] == ["1: German", "2: English"]
    assert chooser.currentIndex() == 1
    monitor.seek(10.0)
    until(qtbot, lambda: monitor.status().position_s > 10.2)
    before = monitor.status()
    chooser.setCurrentIndex(0)
    chooser.activated.emit(0)
    until(qtbot, lambda: monitor.status().tracks.heard == 1)
    assert 10.0 < monitor.status().position_s < 15.0
    assert monitor.status().first_stream > before.first_stream
    assert monitor.status().playlist == before.playlist
    until(qtbot, lambda: chooser.currentIndex() == 0)
    monitor.next_file()
    until(qtbot, chooser.isHidden)
