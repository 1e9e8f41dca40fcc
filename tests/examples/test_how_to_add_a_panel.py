"""Follows "How to add a panel" in resources/docs/architecture.md."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.formatting.array_files import Numbers
from desktop_app.panels.live_panel import LivePanel, Remembered
from desktop_app.ui import actions, live_page, main_window
from desktop_app.ui.panel_list import PANELS, Area, PanelSpec
from tests.fixtures.windows import hear, listening, until


class BrightnessPanel(LivePanel):
    """Shows coefficient 1 of the newest frame: high for dull sounds, low for bright ones."""

    file_name = "brightness"

    def __init__(self) -> None:
        super().__init__("Brightness")
        self._values = np.zeros(0, np.float32)
        self.reading = QLabel("–")
        self.decimals = QCheckBox("Deci&mals")
        self.add_control(self.decimals)
        self.body.addWidget(self.reading)

    def show_frame(self, frame: AnalysisFrame) -> None:
        """Show the newest value."""
        self._values = frame.mfcc[:, 1]
        digits = 1 if self.decimals.isChecked() else 0
        self.reading.setText(f"{self._values[-1]:.{digits}f}" if len(self._values) else "–")

    def clear(self) -> None:
        """Show no value."""
        self._values = np.zeros(0, np.float32)
        self.reading.setText("–")

    def recall(self, remembered: Remembered) -> None:
        """Restore the number of decimals."""
        self.decimals.setChecked(remembered.flag("brightness_decimals", False))

    def remember(self) -> Mapping[str, str | float | bool]:
        """The number of decimals."""
        return {"brightness_decimals": self.decimals.isChecked()}

    @property
    def canvas(self) -> QWidget:
        """The reading, as a picture."""
        return self.reading

    def numbers(self) -> Numbers:
        """``brightness`` (frames,) of the window."""
        return {"brightness": self._values} if len(self._values) else {}


SPEC = PanelSpec(
    "brightness", "&Brightness", "F10", Area.ANSWER, False, lambda _: BrightnessPanel()
)


@pytest.fixture(autouse=True)
def listed(monkeypatch):
    """List the panel, as a contributor would in ``panel_list``."""
    for module in (actions, live_page, main_window):
        monkeypatch.setattr(module, "PANELS", (*PANELS, SPEC))


@pytest.fixture
def window(open_window):
    return open_window()[0]


def test_the_view_menu_shows_and_hides_the_new_panel(window):
    action, panel = window.commands.panels["brightness"], window.live.panels["brightness"]
    assert action.shortcut().toString() == "F10"
    assert not panel.isVisible()
    action.trigger()
    assert panel.isVisible()
    action.trigger()
    assert not panel.isVisible()


def test_the_new_panel_follows_the_sound_and_is_cleared_with_the_source(window, machine, qtbot):
    panel = window.live.panels["brightness"]
    window.commands.panels["brightness"].trigger()
    listening(qtbot, window)
    hear(machine)
    until(qtbot, lambda: panel.reading.text() != "–")
    assert panel.numbers()["brightness"].shape == (100,)
    window.commands.start_stop.trigger()
    window.commands.listen.trigger()
    until(qtbot, lambda: panel.reading.text() == "–")
    assert panel.numbers() == {}


def test_the_new_panels_picture_and_numbers_can_be_saved(window):
    assert window.live.panels["brightness"] in window.export._panels


def test_the_new_panel_is_remembered(window, open_window):
    window.commands.panels["brightness"].trigger()
    window.live.panels["brightness"].decimals.setChecked(True)
    window.close()
    again, _ = open_window()
    assert again.live.panels["brightness"].isVisible()
    assert again.live.panels["brightness"].decimals.isChecked()
