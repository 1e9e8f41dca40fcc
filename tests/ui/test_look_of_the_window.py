"""Themes, sizes and the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from tests.fixtures.files import write
from tests.fixtures.windows import until


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
