import threading
import time
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QToolButton

from desktop_app.analysis.piece_tracker import PieceTracker
from desktop_app.analysis.smoothing import Smoother
from desktop_app.bundled import COURSE_PATH, demo_clips
from desktop_app.engine.source_status import Activity
from desktop_app.panels.mfcc_views import View
from desktop_app.ui.settings import Settings
from model.checkpoint import load_checkpoint, save_checkpoint
from tests.fixtures.files import write
from tests.fixtures.windows import dropping, hear, listening, until


def test_sound_appears_as_image_maps_and_genre(qtbot, window_and_monitor, machine):
    window, _ = window_and_monitor
    listening(qtbot, window)
    until(qtbot, lambda: window.live.genres.answer.text() == "Listening…")
    hear(machine)
    until(qtbot, lambda: window.live.genres.answer.text() == "A")
    assert window.live.genres.percent.text() == "50 %"
    assert window.live.genres.state.text().startswith("Over the last ")
    assert window.live.mfcc.numbers()["mfcc"].shape == (100, 13)
    assert window.live.maps.grid.maps.shape == (4, 100, 13)
    listed = "● listening · Good · 22.05 kHz mono"
    until(qtbot, lambda: listed in window.status_line.source.text())
    assert "updates/s" in window.status_line.updates.text()


def test_the_window_says_why_there_is_no_genre_yet(qtbot, window_and_monitor, machine):
    window, monitor = window_and_monitor
    assert window.live.genres.state.text() == "Start listening, open a file or play the demo."
    listening(qtbot, window)
    hear(machine, 1.0)
    until(qtbot, lambda: window.live.genres.state.text().startswith("1."))
    assert window.live.genres.answer.text() == "Listening…"
    monitor.network.current = None
    hear(machine, 0.1)
    until(qtbot, lambda: window.live.genres.state.text() == "Loading the model…")


def test_a_model_that_cannot_be_loaded_is_not_shown_as_loading(qtbot, open_window, machine):
    window, _ = open_window()
    window.controller.use_model("/nowhere.safetensors")
    listening(qtbot, window)
    hear(machine)
    until(qtbot, lambda: window.live.genres.state.text().startswith("No model is loaded:"))
    assert "no model file" in window.banner.text.text()
    assert Settings().text("model") == ""


def test_another_model_is_shown_remembered_and_marked(qtbot, open_window):
    window, _ = open_window()
    own, course, _ = window.commands.models.actions()
    window.controller.use_model("")
    until(qtbot, own.isChecked)
    course.trigger()
    until(qtbot, lambda: course.isChecked() and len(window.live.maps.grid.cells()) == 32)
    until(qtbot, lambda: Settings().text("model") == "course")
    assert not own.isChecked()


def test_the_model_in_use_is_named_beside_the_genres(qtbot, open_window, tmp_path):
    window, _ = open_window()
    window.controller.use_model("")
    until(qtbot, lambda: window.live.genres.subtitle == "App’s own model")
    window.controller.use_model("course")
    until(qtbot, lambda: window.live.genres.subtitle == "Course model (three-layer CNN)")
    mine = tmp_path / "you & me.safetensors"
    save_checkpoint(load_checkpoint(COURSE_PATH), mine)
    window.controller.use_model(str(mine))
    until(qtbot, lambda: window.live.genres.subtitle == "you & me.safetensors")


def test_a_model_for_one_run_is_forgotten_and_one_chosen_after_it_is_not(qtbot, open_window):
    window, _ = open_window()
    Settings().remember(model="")
    window.controller.use_model("course", for_this_run=True)
    until(qtbot, lambda: len(window.live.maps.grid.cells()) == 32)
    window.close()
    assert Settings().text("model") == ""
    again, _ = open_window()
    again.controller.use_model("", for_this_run=True)
    until(qtbot, again.commands.models.actions()[0].isChecked)
    again.commands.models.actions()[1].trigger()
    until(qtbot, lambda: Settings().text("model") == "course")


def test_a_users_model_is_opened_shown_and_remembered(qtbot, open_window, tmp_path, monkeypatch):
    own = tmp_path / "mine & yours.safetensors"
    course = load_checkpoint(COURSE_PATH)
    save_checkpoint(replace(course, genres=tuple("abcdefghij")), own)
    window, _ = open_window()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(own), ""))
    window.commands.open_model.trigger()
    until(qtbot, lambda: window.live.genres.bars.genres == tuple("abcdefghij"))
    assert window.commands.own_model.isChecked()
    assert window.commands.own_model.text() == "mine && yours.safetensors"
    assert Settings().text("model") == str(own)
    window.commands.models.actions()[0].trigger()
    until(qtbot, lambda: window.live.genres.bars.genres[0] == "blues")
    window.dropEvent(dropping(own))
    until(qtbot, lambda: window.live.genres.bars.genres[0] == "a")


def test_another_source_clears_the_previous_result(qtbot, window_and_monitor, machine):
    window, _ = window_and_monitor
    listening(qtbot, window)
    hear(machine)
    until(qtbot, lambda: window.live.genres.answer.text() == "A")
    window.controller.listen("USB")
    until(qtbot, lambda: len(machine.opened) == 2)
    until(qtbot, lambda: window.live.genres.state.text() == "Waiting for sound")
    assert window.live.genres.answer.text() == "Listening…"
    assert window.live.mfcc.numbers() == {}


def test_non_music_is_reported_and_has_no_genre(qtbot, window_and_monitor, machine):
    window, monitor = window_and_monitor
    model = monitor.network.classifier
    model.music, model.music_threshold = 0.1, 0.3
    listening(qtbot, window)
    hear(machine)
    until(qtbot, lambda: window.live.genres.answer.text() == "Not music")
    assert window.live.genres.state.text() == "No genre shown"
    assert window.live.maps.grid.maps.shape == (4, 100, 13)


def test_silence_is_reported_and_has_no_genre(qtbot, window_and_monitor, machine):
    window, _ = window_and_monitor
    listening(qtbot, window)
    hear(machine)
    until(qtbot, lambda: window.live.genres.answer.text() == "A")
    machine.opened[-1].give(np.zeros(22050))
    until(qtbot, lambda: window.live.genres.answer.text() == "Silence")
    assert window.live.genres.state.text() == "No genre shown"


def test_freezing_keeps_the_display_while_listening_continues(qtbot, window_and_monitor, machine):
    window, _ = window_and_monitor
    listening(qtbot, window)
    hear(machine)
    until(qtbot, lambda: window.live.genres.answer.text() == "A")
    window.commands.freeze.trigger()
    frozen = window.live.frame
    machine.opened[-1].give(0.9 * np.ones(11025) * np.resize([1, -1], 11025))
    until(qtbot, lambda: window.source_bar.level.accessibleDescription() == "−2 dBFS")
    assert window.live.frame is frozen
    until(qtbot, lambda: "frozen" in window.status_line.source.text())
    window.commands.freeze.trigger()
    hear(machine, 0.1)
    until(qtbot, lambda: window.live.frame is not frozen)


def test_one_button_starts_and_stops(qtbot, window_and_monitor, machine):
    window, monitor = window_and_monitor
    listening(qtbot, window)
    until(qtbot, lambda: window.commands.start_stop.text() == "&Stop")
    window.commands.start_stop.trigger()
    until(qtbot, lambda: monitor.status().activity is Activity.STOPPED)
    until(qtbot, lambda: window.commands.start_stop.text() == "&Start")
    window.commands.start_stop.trigger()
    until(qtbot, lambda: len(machine.opened) == 2)


def test_a_device_can_be_chosen_from_the_list(qtbot, window_and_monitor, machine):
    window, monitor = window_and_monitor
    devices = window.source_bar.devices
    until(qtbot, lambda: devices.count() == 2)
    assert [devices.itemText(n) for n in range(2)] == ["System default", "Good"]
    devices.setCurrentIndex(1)
    devices.activated.emit(1)
    until(qtbot, lambda: monitor.status().activity is Activity.LISTENING)
    assert devices.currentText() == "Good"


def test_every_setting_is_remembered(qtbot, open_window):
    window, _ = open_window()
    window.live.genres.average.setValue(7.5)
    window.live.genres.threshold.setValue(-45)
    window.live.genres.sorted.setChecked(True)
    window.live.mfcc.hide_c0.setChecked(True)
    window.live.mfcc.choose_view(View.NETWORK)
    window.live.mfcc.fix_levels(-50.0, 70.0)
    window.live.maps.own_levels.setChecked(True)
    window.commands.panels["maps"].trigger()
    window.commands.panels["wave"].trigger()
    window.commands.panels["architecture"].trigger()
    window.commands.themes.actions()[2].trigger()
    window.controller.listen("USB")
    window.resize(1111, 666)
    window.close()
    again, monitor = open_window()
    assert again.live.genres.average.value() == 7.5
    assert again.live.genres.threshold.value() == -45
    assert monitor.worker.answering.average.seconds == 7.5
    assert monitor.worker.threshold_dbfs == -45
    assert again.live.genres.sorted.isChecked()
    assert again.live.mfcc.hide_c0.isChecked()
    assert again.live.mfcc.chosen_view is View.NETWORK
    assert not again.live.mfcc.automatic.isChecked()
    assert again.live.mfcc.levels == (-50.0, 70.0)
    assert again.live.maps.own_levels.isChecked()
    assert not again.commands.panels["maps"].isChecked()
    assert again.live.maps.isHidden()
    assert again.commands.panels["wave"].isChecked()
    assert not again.live.wave.isHidden()
    assert not again.live.architecture.isHidden()
    assert again.commands.themes.checkedAction().text() == "Dark"
    assert again.palette().window().color().lightness() < 100
    assert (again.width(), again.height()) == (1111, 666)
    assert Settings().text("device") == "USB"


def test_the_average_is_automatic_until_a_time_is_chosen(open_window):
    # Earlier versions remembered 3 s whether it was chosen or not.
    Settings().remember(average_s=3.0)
    for value, text in ((0.0, "0.0 s"), (-0.5, "Automatic")):
        window, monitor = open_window()
        assert window.live.genres.average.text() == "Automatic"
        assert isinstance(monitor.worker.answering.average, PieceTracker)
        window.live.genres.average.setValue(value)
        window.close()
        again, monitor = open_window()
        assert again.live.genres.average.text() == text
        fixed = isinstance(monitor.worker.answering.average, Smoother)
        assert fixed == (text != "Automatic")
        again.live.genres.average.setValue(-0.5)
        again.close()


def test_invalid_settings_are_ignored(open_window):
    Settings().remember(average_seconds="long", theme="Plaid", geometry="wide", hide_c0="perhaps")
    window, _ = open_window()
    assert window.live.genres.average.text() == "Automatic"
    assert not window.live.mfcc.hide_c0.isChecked()


def test_only_visible_maps_are_computed(qtbot, window_and_monitor):
    window, monitor = window_and_monitor
    until(qtbot, lambda: monitor.worker.layers == ("relu1",))
    window.commands.panels["maps"].trigger()
    until(qtbot, lambda: monitor.worker.layers == ())


def test_samples_are_collected_only_while_the_wave_strip_is_shown(
    qtbot, window_and_monitor, machine
):
    window, monitor = window_and_monitor
    assert window.live.wave.isHidden()
    listening(qtbot, window)
    hear(machine)
    until(qtbot, lambda: window.live.frame is not None and len(window.live.frame.mfcc) == 100)
    assert window.live.frame.samples is None
    window.commands.panels["wave"].trigger()
    until(qtbot, lambda: monitor.worker.with_sound)
    hear(machine, 0.1)
    until(qtbot, lambda: "samples" in window.live.wave.numbers())
    assert window.live.wave.isVisible()
    window.commands.freeze.trigger()
    shown = window.live.wave.numbers()["samples"]
    hear(machine, 0.1)
    qtbot.wait(100)
    assert window.live.wave.numbers()["samples"] is shown


def test_the_architecture_panel_marks_the_layer_whose_maps_are_shown(qtbot, open_window):
    window, _ = open_window()
    assert window.live.architecture.isHidden()
    window.commands.panels["architecture"].trigger()
    assert window.live.architecture.isVisible()
    window.controller.use_model("course")
    until(qtbot, lambda: len(window.live.architecture.blocks.layers) == 17)
    assert window.live.architecture.blocks.marked == "relu1"


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_text_is_readable_in_both_themes(open_window, qtbot, theme):
    window, _ = open_window()
    next(c for c in window.commands.themes.actions() if c.text() == theme).trigger()
    qtbot.wait(50)
    palette = window.palette()
    contrast = palette.windowText().color().lightness() - palette.window().color().lightness()
    assert contrast > 120 if theme == "Dark" else contrast < -120
    axis = window.live.mfcc.canvas.getItem(0, 0).getAxis("bottom")
    assert axis.textPen().color() == palette.windowText().color()


def test_the_window_fits_a_small_screen(open_window):
    window, _ = open_window()
    for action in (window.commands.why, *window.commands.panels.values()):
        action.setChecked(True)
    assert window.minimumSizeHint().width() <= 800
    assert window.minimumSizeHint().height() <= 340


def test_buttons_in_a_narrow_window_show_only_icons(open_window, qtbot):
    window, _ = open_window()
    start = window.commands.start_stop
    button = next(b for b in window.findChildren(QToolButton) if b.defaultAction() is start)
    words, icons = (
        Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
        Qt.ToolButtonStyle.ToolButtonIconOnly,
    )
    until(qtbot, lambda: button.toolButtonStyle() is words)
    window.resize(820, 600)
    until(qtbot, lambda: button.toolButtonStyle() is icons)
    assert window.width() == 820
    window.resize(1280, 600)
    until(qtbot, lambda: button.toolButtonStyle() is words)


def test_every_control_can_be_reached_by_keyboard(qtbot, window_and_monitor, tmp_path):
    window, _ = window_and_monitor
    window.commands.why.trigger()
    window.controller.play([write(tmp_path / "x.wav", 9.0)])
    until(qtbot, window.transport.isVisible)
    window.activateWindow()
    window.source_bar.devices.setFocus()
    reached = set()
    for _ in range(40):
        reached.add(window.focusWidget())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    live = window.live
    for control in (
        window.source_bar.devices, window.transport.overview, live.mfcc.hide_c0,
        live.mfcc.view, live.maps.own_levels, live.genres.sorted, live.genres.average,
        live.genres.threshold, window.attribution.controls.methods,
        window.attribution.controls.genres, window.attribution.controls.opacity,
    ):  # fmt: skip
        assert control in reached


def test_closing_ends_everything_quickly(open_window, qtbot):
    window, monitor = open_window()
    listening(qtbot, window)
    begun = time.monotonic()
    window.close()
    monitor.close()
    assert time.monotonic() - begun < 2.0


def test_the_apps_own_network_explains_live_and_frozen_frames(qtbot, open_window):
    window, _ = open_window()
    window.controller.use_model("")
    until(qtbot, lambda: window.attribution.controls.genres.count() == 12)
    image, words = window.live.mfcc, window.attribution.controls.words
    window.controller.play([demo_clips()[-1]])
    until(qtbot, lambda: window.presenter.answered is not None)
    assert "attribution" not in {thread.name for thread in threading.enumerate()}
    window.commands.why.trigger()
    until(qtbot, lambda: image.evidence is not None)
    window.commands.freeze.trigger()
    before = image.evidence
    window.attribution.controls.choose("integrated gradients", "blues")
    until(qtbot, lambda: "for Blues" in words.text() and image.evidence.min() < 0)
    assert image.evidence is not before
    window.commands.why.trigger()
    until(qtbot, lambda: image.evidence is None)
    assert window.attribution.controls.isHidden()


def test_buttons_follow_a_change_of_theme(qtbot, open_window):
    window, _ = open_window()
    themes = {action.text(): action for action in window.commands.themes.actions()}
    button = window.source_bar.findChildren(QToolButton)[0]

    def brightness():
        image = button.grab().toImage()
        return image.pixelColor(image.width() // 2, image.height() - 4).lightness()

    themes["Light"].trigger()
    qtbot.waitUntil(lambda: brightness() > 200)
    themes["Dark"].trigger()
    qtbot.waitUntil(lambda: brightness() < 100)
    themes["Light"].trigger()
    qtbot.waitUntil(lambda: brightness() > 200)
