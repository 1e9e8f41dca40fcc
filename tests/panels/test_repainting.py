"""Panels are painted again only where something on them looks different."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.analysis.level import Level
from desktop_app.panels import map_grid
from desktop_app.panels.genres import GenreBars
from desktop_app.panels.level_meter import LevelMeterWidget
from desktop_app.panels.map_grid import MapGrid
from desktop_app.panels.mfcc_image import MfccImage
from desktop_app.panels.overview_strip import OverviewStrip
from tests.fixtures.frames import answer_of

NAMES = ("blues", "hiphop", "rock")


class Paints(QObject):
    """Remembers what of a widget was painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.painted = []
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and isinstance(event, QPaintEvent):
            self.painted.append(event.rect())
        return False


@pytest.fixture
def watch(qtbot):
    """Show a widget, and return the function that says what an action makes it paint."""

    def shown(widget, width=400, height=100):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        qtbot.waitExposed(widget)
        qtbot.wait(20)
        paints = Paints(widget)

        def painted_by(act):
            paints.painted.clear()
            act()
            qtbot.wait(20)
            return list(paints.painted)

        return painted_by

    return shown


def test_bars_are_painted_again_only_if_they_look_different(watch):
    bars = GenreBars()
    bars.show_genres(NAMES)
    painted_by = watch(bars)
    assert painted_by(lambda: bars.show_answer(answer_of((0.2, 0.7, 0.1), NAMES)))
    assert not painted_by(lambda: bars.show_answer(answer_of((0.2001, 0.6999, 0.1), NAMES)))
    assert painted_by(lambda: bars.show_answer(answer_of((0.3, 0.6, 0.1), NAMES)))
    assert painted_by(lambda: bars.show_answer(answer_of((0.3, 0.6, 0.1), NAMES, 0.9)))
    assert painted_by(lambda: bars.show_answer(None))


def test_slow_changes_of_the_bars_are_not_lost(watch):
    bars = GenreBars()
    bars.show_genres(NAMES)
    painted_by = watch(bars)
    shares = [(0.2 + step / 1000, 0.7 - step / 1000, 0.1) for step in range(11)]
    paints = [painted_by(lambda s=s: bars.show_answer(answer_of(s, NAMES))) for s in shares]
    assert 2 <= sum(map(bool, paints[1:])) <= 8


def test_the_level_is_painted_again_only_if_it_looks_different(watch):
    meter = LevelMeterWidget()
    painted_by = watch(meter)
    assert painted_by(lambda: meter.show_level(Level(-6.0, -20.0)))
    assert not painted_by(lambda: meter.show_level(Level(-6.1, -20.1)))
    assert painted_by(lambda: meter.show_level(Level(-3.0, -20.1)))
    assert painted_by(lambda: meter.show_level(Level(-3.0, -20.1, clipped=True)))


def test_the_figures_of_the_level_are_painted_again_only_if_they_change(watch):
    meter = LevelMeterWidget()
    painted_by = watch(meter, 300)
    painted_by(lambda: meter.show_level(Level(-6.0, -20.4)))
    (bar,) = painted_by(lambda: meter.show_level(Level(-3.0, -19.6)))
    assert bar.width() < 200
    shown = meter.grab().toImage()
    painted_by(meter.update)
    assert meter.grab().toImage() == shown
    (whole,) = painted_by(lambda: meter.show_level(Level(-3.0, -18.0)))
    assert whole == meter.rect()
    meter.show_level(Level(-100.0, -119.9))
    (whole,) = painted_by(lambda: meter.show_level(Level()))
    assert whole == meter.rect()
    assert meter.accessibleDescription() == "−∞ dBFS"


def test_the_line_at_the_position_is_all_that_is_painted_as_a_file_plays(watch):
    strip = OverviewStrip()
    strip.show_file(100.0)
    painted_by = watch(strip, 1000)
    (line,) = painted_by(lambda: strip.show_position(0.1))
    assert line.width() < 20
    # The old place is painted again, too, without the line.
    first = strip.grab().toImage()
    painted_by(lambda: strip.show_position(50.0))
    strip.show_position(0.1)
    assert strip.grab().toImage() == first


def test_only_the_pixels_of_the_image_are_drawn_again_with_every_frame(watch, monkeypatch, qtbot):
    panel = MfccImage()
    painted_by = watch(panel, 800, 300)
    # The first frames still lay out the plot, sooner or later.
    for number in range(3):
        painted_by(lambda n=number: panel.show_window(np.full((100, 13), -n, np.float32)))
        qtbot.wait(50)
    paints, axes = Paints(panel.canvas.viewport()), []
    monkeypatch.setattr(panel.canvas, "render", lambda *_: axes.append(1))
    for number in range(5):
        painted_by(lambda n=number: panel.show_window(np.full((100, 13), n, np.float32)))
    area = panel.canvas.area.toAlignedRect()
    assert paints.painted == [area] * 5
    assert area.height() < panel.canvas.height() - 20
    assert not axes
    painted_by(lambda: panel.hide_c0.setChecked(True))
    assert axes


def test_numbers_and_kernels_are_drawn_once(watch, monkeypatch):
    grid = MapGrid()
    grid.show_layer((4, 100, 13), np.ones((4, 3, 3), np.float32), signed=False)
    painted_by = watch(grid)
    drawn = []
    monkeypatch.setattr(map_grid, "draw_marks", lambda *_: drawn.append(1))
    for number in range(3):
        assert painted_by(lambda n=number: grid.show_maps(np.full((4, 100, 13), n, np.float32)))
    assert not drawn
    painted_by(lambda: grid.show_kernels(np.zeros((4, 3, 3), np.float32), frozenset({2})))
    painted_by(lambda: grid.resize(500, 200))
    painted_by(lambda: grid.enlarge(1))
    assert len(drawn) == 3


def test_what_is_behind_the_level_and_the_maps_is_not_painted_again(watch):
    for inner in (LevelMeterWidget(), MapGrid()):
        outer = QWidget()
        QVBoxLayout(outer).addWidget(inner)
        painted_by = watch(outer)
        assert not painted_by(inner.update)
