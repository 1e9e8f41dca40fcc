"""A panel that is listed is in the menu, on the page, in the settings and in the exports."""

import dataclasses

import pytest
from PySide6.QtWidgets import QLabel

from desktop_app.panels.live_panel import LivePanel
from desktop_app.ui import actions, live_page, main_window
from desktop_app.ui.panel_list import PANELS, Area, PanelSpec
from tests.fixtures.windows import hear, listening, until


class Loudness(LivePanel):
    """The newest frame's coefficient 0, as a number."""

    file_name = "loudness"

    def __init__(self):
        super().__init__("Loudness")
        self.label = QLabel("–")
        self.body.addWidget(self.label)

    @property
    def canvas(self):
        return self.label

    def numbers(self):
        return {}

    def show_frame(self, frame):
        if len(frame.mfcc):
            self.label.setText(f"{frame.mfcc[-1, 0]:.0f}")

    def clear(self):
        self.label.setText("–")


@pytest.fixture
def listed(monkeypatch):
    spec = PanelSpec("loudness", "Lou&dness", "F10", Area.ANSWER, False, lambda _: Loudness())
    for module in (actions, live_page, main_window):
        monkeypatch.setattr(module, "PANELS", (*PANELS, spec))
    return spec


def test_listing_a_panel_adds_it_to_the_window(listed, open_window, machine, qtbot):
    window, _ = open_window()
    panel, action = window.live.panels["loudness"], window.commands.panels["loudness"]
    assert panel.isHidden()
    assert action.shortcut().toString() == "F10"
    action.trigger()
    assert panel.isVisible()
    listening(qtbot, window)
    hear(machine)
    until(qtbot, lambda: panel.label.text() not in ("", "–"))
    window.close()
    again, _ = open_window()
    assert again.live.panels["loudness"].isVisible()


def test_a_single_panel_in_the_middle_column_is_shown(monkeypatch, open_window):
    spec = PanelSpec("loudness", "Lou&dness", "F10", Area.INSPECTORS, False, lambda _: Loudness())
    for module in (actions, live_page, main_window):
        monkeypatch.setattr(module, "PANELS", (*PANELS, spec))
    window, _ = open_window()
    window.commands.panels["loudness"].trigger()
    assert window.live.panels["loudness"].isVisible()
    window.commands.panels["loudness"].trigger()
    assert not window.live.panels["loudness"].isVisible()


def test_keys_and_shortcuts_are_unique_and_titles_are_those_of_the_panels(open_window):
    window, _ = open_window()
    assert len({spec.key for spec in PANELS}) == len(PANELS)
    shortcuts = [spec.shortcut for spec in PANELS if spec.shortcut]
    assert len(set(shortcuts)) == len(shortcuts)
    for spec in PANELS:
        assert spec.title.replace("&", "") == window.live.panels[spec.key].title
    assert dataclasses.is_dataclass(PanelSpec)
