import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from desktop_app.panels.map_grid import MapGrid
from desktop_app.panels.tooltip_widget import TooltipWidget
from desktop_app.panels.wave_to_image import WaveToImage
from tests.panels.test_map_grid import first_layer


class Told(TooltipWidget):
    def tooltip_at(self, position):
        return "one line\nand another one"


@pytest.fixture
def place(qtbot):
    """Shows a widget at a height of the screen."""

    def place(widget, height, share):
        qtbot.addWidget(widget)
        widget.resize(300, height)
        free = widget.screen().geometry().height() - height
        widget.move(50, round(share * free))
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    yield place
    QToolTip.hideText()


def tip_at(widget, x, y):
    """Rectangle of the tooltip on the screen."""
    at = QPoint(x, y)
    QApplication.sendEvent(widget, QHelpEvent(QHelpEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
    tips = [w for w in QApplication.topLevelWidgets() if w.objectName() == "qtooltip_label"]
    return next(tip.geometry() for tip in tips if tip.isVisible())


def on_screen(widget, rect: QRectF):
    at = rect.toAlignedRect()
    at.moveTopLeft(widget.mapToGlobal(at.topLeft()))
    return at


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_a_tooltip_does_not_cover_what_it_is_about(place, share):
    widget = place(Told(), 100, share)
    tip = tip_at(widget, 100, 50)
    subject = on_screen(widget, QRectF(widget.rect()))
    assert not tip.intersects(subject)
    assert min(abs(tip.top() - subject.bottom()), abs(subject.top() - tip.bottom())) < 15
    assert widget.screen().geometry().contains(tip)


@pytest.mark.parametrize("number", [0, 5, 15])
def test_a_tooltip_about_a_map_is_beside_that_map(place, number):
    grid = place(MapGrid(), 320, 0.5)
    first_layer(grid, 16)
    at = next(cell.map for cell in grid.cells() if cell.number == number)
    tip = tip_at(grid, *at.center().toPoint().toTuple())
    assert not tip.intersects(on_screen(grid, at))
    assert abs(tip.top() - on_screen(grid, at).bottom()) < 15


def test_the_help_of_the_waveform_does_not_cover_the_sound(place):
    strip = place(WaveToImage(), 260, 0.3)
    rows = strip.rows
    tip = tip_at(rows, 100, 60)
    assert not tip.intersects(on_screen(rows, QRectF(rows.rect())))
