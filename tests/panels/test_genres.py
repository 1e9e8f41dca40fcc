import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest

from desktop_app.panels.genre_colours import colour_of
from desktop_app.panels.genres import Genres
from desktop_app.panels.status_text import Words
from tests.fixtures.frames import answer_of

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


def say(panel, probabilities, state="", sure_threshold=0.0):
    panel.show_answer(answer_of(probabilities, panel.bars.genres, sure_threshold), Words("", state))


def test_the_answer_is_the_largest_text(panel):
    say(panel, (0.2, 0.7, 0.1), "words")
    assert panel.answer.text() == "Hip-hop"
    assert panel.percent.text() == "70 %"
    assert panel.state.text() == "words"
    assert panel.answer.large_font.pointSizeF() > 2.5 * panel.state.font().pointSizeF()


def test_without_a_result_there_is_no_genre_and_no_bar(panel):
    say(panel, (0.2, 0.7, 0.1), "")
    panel.show_answer(None, Words("Silence", "No genre shown"))
    assert panel.answer.text() == "Silence"
    assert panel.percent.text() == ""
    assert panel.bars.accessibleDescription() == ""


def test_screen_readers_get_the_names_that_are_shown(panel):
    say(panel, (0.2, 0.7, 0.1))
    assert panel.bars.accessibleDescription() == "Blues 20 %, Hip-hop 70 %, Rock 10 %"


def test_bars_can_be_sorted_by_probability(panel):
    say(panel, (0.2, 0.1, 0.7), "")
    first, second, third = lengths(panel)
    assert second < first < third
    panel.sorted.setChecked(True)
    assert lengths(panel) == [third, first, second]


def lengths(panel):
    """Lengths of the bars in pixels, from top to bottom."""
    image = panel.bars.grab().toImage()
    scale = image.width() / panel.bars.width()
    filled = [colour_of(name).rgb() for name in NAMES]
    rows = [int((n + 0.5) * 44 * scale) for n in range(3)]
    return [sum(image.pixel(x, row) in filled for x in range(image.width())) for row in rows]


def test_every_genre_has_its_colour(panel):
    say(panel, (0.4, 0.3, 0.3), "")
    image = panel.bars.grab().toImage()
    scale = image.width() / panel.bars.width()
    for number, name in enumerate(NAMES):
        row = int((number + 0.5) * 44 * scale)
        shown = {image.pixel(x, row) for x in range(image.width())}
        assert colour_of(name).rgb() in shown


def test_bar_lengths_are_proportional_to_probability(panel):
    say(panel, (0.5, 0.0, 0.25), "")
    half, nothing, quarter = lengths(panel)
    assert nothing == 0
    assert half == pytest.approx(2 * quarter, abs=4)
    assert quarter > 30


def test_probabilities_of_another_model_are_not_drawn(panel):
    panel.bars.show_answer(answer_of((0.5, 0.3, 0.2), ("x", "y", "z")))
    assert panel.bars.numbers() == {}
    assert lengths(panel) == [0, 0, 0]


def highlighted(panel):
    """Names of the genres whose bars stand out."""
    image = panel.bars.grab().toImage()
    scale = image.width() / panel.bars.width()
    outline = panel.palette().color(QPalette.ColorRole.WindowText).rgb()
    ends = [int((n + 0.22) * 44 * scale) for n in range(3)]
    right = image.width() - round(60 * scale)
    return [
        name
        for name, row in zip(NAMES, ends, strict=True)
        if sum(image.pixel(x, row) == outline for x in range(right)) > 20
    ]


def test_doubt_is_shown_in_words_percent_and_bars(panel):
    say(panel, (0.5, 0.4, 0.1), sure_threshold=0.45)
    assert (panel.answer.text(), panel.percent.text()) == ("Blues", "50 %")
    assert highlighted(panel) == ["blues"]
    say(panel, (0.5, 0.4, 0.1), sure_threshold=0.8)
    assert (panel.answer.text(), panel.percent.text()) == ("Blues or Hip-hop", "90 %")
    assert highlighted(panel) == ["blues", "hiphop"]
    say(panel, (0.5, 0.4, 0.1), sure_threshold=0.95)
    assert (panel.answer.text(), panel.percent.text()) == ("Not sure", "")
    assert highlighted(panel) == []
    assert panel.numbers()["probability"].tolist() == pytest.approx([0.5, 0.4, 0.1])


def test_changed_settings_are_reported(panel, qtbot):
    assert panel.average.text() == "Automatic"
    for seconds in (0.0, 7.5):
        with qtbot.waitSignal(panel.average_changed) as told:
            panel.average.setValue(seconds)
        assert told.args == [seconds]
    assert panel.average.text() == "7.5 s"
    with qtbot.waitSignal(panel.average_changed) as told:
        panel.average.setValue(panel.average.minimum())
    assert told.args == [None]
    assert panel.average.text() == "Automatic"
    with qtbot.waitSignal(panel.threshold_changed) as told:
        panel.threshold.setValue(-30)
    assert told.args == [-30.0]
    assert panel.average.maximum() == 10


LONG = "singer-songwriters who only ever play without electricity"


def test_a_long_name_never_widens_the_panel_and_leaves_room_for_its_bar(panel, qapp):
    def accented():
        image = panel.bars.grab().toImage()
        line = int(22 * image.height() / panel.bars.height())
        filled = colour_of(LONG).rgb()
        return sum(image.pixel(x, line) == filled for x in range(image.width()))

    say(panel, (0.9, 0.05, 0.05), "")
    before = panel.minimumSizeHint().width()
    panel.bars.show_genres((LONG, "hiphop", "rock"))
    say(panel, (0.9, 0.05, 0.05), "")
    qapp.processEvents()
    assert panel.answer.text() == LONG.capitalize()
    assert panel.minimumSizeHint().width() == before
    assert accented() > 0.25 * panel.bars.width()


def test_a_slightly_too_long_name_is_written_smaller(panel):
    panel.bars.show_genres(("IIIIIIIIIIIIIIIIIIIIIIIII", "hiphop", "rock"))
    say(panel, (0.9, 0.05, 0.05), "")
    image = panel.answer.grab().toImage()
    paper = image.pixel(0, 0)
    written = [
        [y for y in range(image.height()) if image.pixel(x, y) != paper]
        for x in range(image.width())
    ]
    last = next(rows for rows in reversed(written) if rows)
    # As tall as the first letter, so not an ellipsis.
    assert len(last) > 0.8 * max(len(rows) for rows in written)


def test_a_low_panel_shows_the_likeliest_genres_in_their_places(panel):
    panel.bars.show_genres(tuple("abcdefghij"))
    shares = np.array([0.1, 0.02, 0.3, 0.02, 0.02, 0.4, 0.02, 0.02, 0.05, 0.05])
    say(panel, shares)
    row = panel.bars.fontMetrics().height()
    panel.bars.resize(300, 10 * row)
    assert panel.bars.shown == list("abcdefghij")
    panel.bars.resize(300, 3 * row + 2)
    assert panel.bars.shown == ["a", "c", "f"]
    panel.sorted.setChecked(True)
    assert panel.bars.shown == ["f", "c", "a"]


def test_the_threshold_is_written_with_a_minus_sign_and_read_with_either(panel):
    field = panel.threshold
    assert field.text() == "−60 dBFS"
    field.selectAll()
    QTest.keyClicks(field, "-45")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.value()) == ("−45 dBFS", -45.0)
    field.lineEdit().setText("−30 dBFS")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.value()) == ("−30 dBFS", -30.0)
