import time
from dataclasses import replace

import numpy as np

from desktop_app.engine.source_status import Activity
from tests.fixtures.machine import DEVICES
from tests.fixtures.windows import hear, listening, until


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
    # One that is gone is still named, because it is waited for.
    machine.devices = [replace(DEVICES[0], name="Other")]
    monitor.list_inputs()
    until(qtbot, lambda: devices.currentIndex() == -1)
    assert devices.placeholderText() == "Good"


def test_the_end_of_an_inputs_name_is_in_sight(qtbot, window_and_monitor, machine):
    name = "What this computer plays (Speakers)"
    window, monitor = window_and_monitor
    window.resize(1280, 720)
    machine.devices = [replace(DEVICES[0], name=name)]
    machine.microphones[name] = name
    monitor.list_inputs()
    monitor.listen(name)
    devices = window.source_bar.devices
    until(qtbot, lambda: devices.currentText() == name)
    written = devices.fontMetrics().horizontalAdvance(name)
    until(qtbot, lambda: written + 30 < devices.width() < written + 100)
    assert name in devices.toolTip()


def test_only_visible_maps_are_computed(qtbot, window_and_monitor):
    window, monitor = window_and_monitor
    until(qtbot, lambda: monitor.worker.layers == ("relu1",))
    window.commands.panels["maps"].trigger()
    until(qtbot, lambda: monitor.worker.layers == ())


def test_samples_are_collected_only_while_from_wave_to_image_is_shown(
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


def test_closing_ends_everything_quickly(open_window, qtbot):
    window, monitor = open_window()
    listening(qtbot, window)
    begun = time.monotonic()
    window.close()
    monitor.close()
    assert time.monotonic() - begun < 2.0
