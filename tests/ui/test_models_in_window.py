"""Choosing a model in the window."""

import threading
from dataclasses import replace

from PySide6.QtWidgets import QFileDialog

from desktop_app.bundled import COURSE_PATH, demo_clips
from desktop_app.ui.settings import Settings
from model.checkpoint import load_checkpoint, save_checkpoint
from tests.fixtures.windows import dropping, hear, listening, until


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


def test_a_model_for_one_run_is_forgotten_although_another_could_not_be_loaded(qtbot, open_window):
    window, _ = open_window()
    Settings().remember(model="")
    window.controller.use_model("course", for_this_run=True)
    until(qtbot, lambda: len(window.live.maps.grid.cells()) == 32)
    window.controller.use_model("/nowhere.safetensors")
    until(qtbot, lambda: "no model file" in window.banner.text.text())
    window.live.kernels.mute.click()
    assert window.monitor.network.current.edited == {0}
    assert Settings().text("model") == ""


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


def test_the_architecture_panel_marks_the_layer_whose_maps_are_shown(qtbot, open_window):
    window, _ = open_window()
    assert window.live.architecture.isHidden()
    window.commands.panels["architecture"].trigger()
    assert window.live.architecture.isVisible()
    window.controller.use_model("course")
    until(qtbot, lambda: len(window.live.architecture.blocks.layers) == 17)
    assert window.live.architecture.blocks.marked == "relu1"


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
