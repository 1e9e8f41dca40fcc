import numpy as np
import pytest
from PySide6.QtGui import QPalette

from desktop_app.panels.genres import Genres

NAMES = ("blues", "hiphop", "rock")


@pytest.fixture
def panel(qtbot):
    panel = Genres()
    qtbot.addWidget(panel)
    panel.bars.show_genres(NAMES)
    panel.resize(330, 600)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def test_the_leading_genre_is_the_largest_text(panel):
    panel.show_probabilities(np.array([0.2, 0.7, 0.1], np.float32), "words")
    assert panel.leading.text() == "Hiphop"
    assert panel.percent.text() == "70 %"
    assert panel.state.text() == "words"
    assert panel.leading.font().pointSizeF() > 2.5 * panel.state.font().pointSizeF()


def test_without_a_result_there_is_no_genre_and_no_bar(panel):
    panel.show_probabilities(np.array([0.2, 0.7, 0.1], np.float32), "")
    panel.show_probabilities(None, "Silence: no genre shown")
    assert panel.leading.text() == "–"
    assert panel.percent.text() == ""
    assert panel.bars.accessibleDescription() == ""


def test_bars_can_be_sorted_by_probability(panel):
    panel.show_probabilities(np.array([0.2, 0.1, 0.7], np.float32), "")
    first, second, third = lengths(panel)
    assert second < first < third
    panel.sorted.setChecked(True)
    assert lengths(panel) == [third, first, second]


def lengths(panel):
    """Lengths of the bars in pixels, from top to bottom."""
    image = panel.bars.grab().toImage()
    scale = image.width() / panel.bars.width()
    roles = (QPalette.ColorRole.Highlight, QPalette.ColorRole.Dark)
    filled = [panel.palette().color(role).rgb() for role in roles]
    rows = [int((n + 0.5) * 44 * scale) for n in range(3)]
    return [sum(image.pixel(x, row) in filled for x in range(image.width())) for row in rows]


def test_bar_lengths_are_proportional_to_probability(panel):
    panel.show_probabilities(np.array([0.5, 0.0, 0.25], np.float32), "")
    half, nothing, quarter = lengths(panel)
    assert nothing == 0
    assert half == pytest.approx(2 * quarter, abs=4)
    assert quarter > 30


def test_probabilities_of_another_model_are_not_drawn(panel):
    panel.bars.show_probabilities(np.array([0.5, 0.5], np.float32))
    assert panel.bars.numbers() == {}
    assert lengths(panel) == [0, 0, 0]


def test_changed_settings_are_reported(panel, qtbot):
    with qtbot.waitSignal(panel.smoothing_changed) as told:
        panel.smoothing.setValue(0.0)
    assert told.args == [0.0]
    with qtbot.waitSignal(panel.threshold_changed) as told:
        panel.threshold.setValue(-30)
    assert told.args == [-30.0]
    assert (panel.smoothing.minimum(), panel.smoothing.maximum()) == (0, 10)


LONG = "singer-songwriters who only ever play without electricity"


def test_a_long_name_never_widens_the_panel_and_leaves_room_for_its_bar(panel, qapp):
    def accented():
        image = panel.bars.grab().toImage()
        accent = panel.palette().color(QPalette.ColorRole.Highlight).rgb()
        line = int(22 * image.height() / panel.bars.height())
        return sum(image.pixel(x, line) == accent for x in range(image.width()))

    panel.show_probabilities(np.array([0.9, 0.05, 0.05], np.float32), "")
    before = panel.minimumSizeHint().width()
    panel.bars.show_genres((LONG, "hiphop", "rock"))
    panel.show_probabilities(np.array([0.9, 0.05, 0.05], np.float32), "")
    qapp.processEvents()
    assert panel.leading.text() == LONG.capitalize()
    assert panel.minimumSizeHint().width() == before
    assert accented() > 0.25 * panel.bars.width()


def test_a_slightly_too_long_name_is_written_smaller(panel):
    panel.bars.show_genres(("IIIIIIIIIIIIIIIIIIIIIIIII", "hiphop", "rock"))
    panel.show_probabilities(np.array([0.9, 0.05, 0.05], np.float32), "")
    image = panel.leading.grab().toImage()
    paper = image.pixel(0, 0)
    written = [
        [y for y in range(image.height()) if image.pixel(x, y) != paper]
        for x in range(image.width())
    ]
    last = next(rows for rows in reversed(written) if rows)
    # As tall as the first letter, so not an ellipsis.
    assert len(last) > 0.8 * max(len(rows) for rows in written)
