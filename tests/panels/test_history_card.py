from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest

from desktop_app.analysis.gate import State
from desktop_app.analysis.history import History
from desktop_app.panels.genre_colours import colour_of
from desktop_app.panels.history_card import HistoryCard
from desktop_app.panels.history_drawing import LEAST_SCALE, HistoryDrawing
from tests.fixtures.fake_source import FakeClassifier
from tests.fixtures.frames import answer_of, frame_of
from tests.fixtures.paint_recorder import PaintRecorder
from tests.fixtures.windows import hear, listening, until

GENRES = ("blues", "metal", "pop")


class Known(FakeClassifier):
    genres = GENRES


class Other(FakeClassifier):
    genres = ("polka",)


NETWORK = Known()
SILENT = frame_of()


def frame(at_s, shares=None, stream=1):
    if shares is None:
        return replace(SILENT, heard_at=at_s, stream=stream)
    said = answer_of(shares, GENRES)
    return replace(
        SILENT, heard_at=at_s, stream=stream, window_state=State.MUSIC, answer=said, network=NETWORK
    )


def fill(note):
    """Two minutes of metal, half a minute of silence, one and a half of blues."""
    for number in range(43 * 240):
        at_s = 1000.0 + number / 43
        shares = (0.1, 0.8, 0.1) if number < 43 * 120 else (0.7, 0.2, 0.1)
        silent = 43 * 120 <= number < 43 * 150
        note(frame(at_s, None if silent else shares))


def test_there_is_a_point_every_half_second_for_up_to_an_hour():
    history = History()
    fill(history.note)
    gaps = np.diff([point.at_s for point in history.snapshot().points])
    assert gaps.min() >= 0.5
    assert gaps.max() < 0.55
    for number in range(2 * 3600 * 2):
        history.note(frame(2000.0 + 0.5 * number, (1.0, 0.0, 0.0)))
    points = history.snapshot().points
    assert 3599 < points[-1].at_s - points[0].at_s <= 3600


def test_changes_are_listed_where_the_genre_changes():
    history = History()
    fill(history.note)
    history.note(frame(1300.0, (0.7, 0.2, 0.1), stream=2))
    changes = history.snapshot().changes()
    found = [(round(point.at_s), point.state.value, point.leading) for point in changes]
    assert found == [(1120, "silence", None), (1150, "music", 0), (1300, "music", 0)]


def test_a_window_of_not_music_within_music_is_no_change():
    history = History()
    for at_s in range(10):
        said = frame(float(at_s), (0.1, 0.8, 0.1))
        history.note(replace(said, window_state=State.NOT_MUSIC) if at_s == 5 else said)
    assert history.snapshot().changes() == []


def test_a_model_with_other_genres_starts_a_new_history():
    history = History()
    history.note(frame(1.0, (1.0, 0.0, 0.0)))
    history.note(frame(2.0, (1.0, 0.0, 0.0)))
    assert len(history.snapshot().points) == 2
    history.note(replace(frame(2.1, (1.0,)), network=Other()))
    assert history.snapshot().genres == ("polka",)
    assert [point.leading for point in history.snapshot().points] == [0]


@pytest.fixture
def card(qtbot):
    card = HistoryCard(QAction())
    qtbot.addWidget(card)
    card.resize(920, 200)
    card.show()
    qtbot.waitExposed(card)
    return card


@pytest.fixture
def note(card):
    """Gives the card a history and adds frames to it."""
    history = History()

    def note(*frames):
        for frame in frames:
            history.note(frame)
        card.show_history(history.snapshot())

    return note


@pytest.fixture
def filled(card, note):
    history = []
    fill(history.append)
    note(*history)
    return card


def colour_at(card, x, share):
    """What is drawn at a height: 0 is the bottom of the areas, 1 their top."""
    strip = card.strip
    image = strip.grab().toImage()
    height = strip.height() - LEAST_SCALE
    return image.pixelColor(x, round(height * (1 - share))).name()


def areas(card):
    """The colours half-way up, from left to right, without those of names and lines."""
    image = card.strip.grab().toImage()
    row = (image.height() - LEAST_SCALE) // 2
    return np.array([image.pixel(x, row) for x in range(image.width())])


def test_areas_are_stacked_and_silence_is_a_gap(filled):
    card = filled
    width = card.strip.width()
    # The last three minutes: one of metal, half of silence, one and a half of blues.
    assert colour_at(card, width // 10, 0.5) == colour_of("metal").name()
    assert colour_at(card, width // 10, 0.05) == colour_of("blues").name()
    assert colour_at(card, round(width * 0.42), 0.5) == card.palette().base().color().name()
    assert colour_at(card, round(width * 0.8), 0.5) == colour_of("blues").name()
    assert colour_at(card, round(width * 0.8), 0.95) == colour_of("pop").name()


class InOrder(PaintRecorder):
    late = 0
    """Lines that may cut through a label, because they were drawn after it."""

    def drawLine(self, *what):  # noqa: N802
        self.late += bool(self.texts)
        super().drawLine(*what)


def drawn(card):
    """The texts drawn, with their rectangles, and the x of the lines, in pixels."""
    strip = card.strip
    painter = InOrder(QImage(strip.size(), QImage.Format.Format_RGB32))
    painter.setFont(strip.font())
    HistoryDrawing(painter, strip.view, strip.size(), strip.palette()).draw(strip.history)
    painter.end()
    assert not painter.late
    return painter.texts, painter.lines


def hurried(note, seconds=2.0):
    """The genre changes every few seconds for three minutes."""
    for number in range(360):
        at_s = number / 2
        leading = int(at_s / seconds) % 3
        note(frame(at_s, tuple(0.8 if g == leading else 0.1 for g in range(3))))


@pytest.mark.parametrize(("width", "zoom"), [(300, 1.0), (920, 1.0), (920, 2.0)])
@pytest.mark.parametrize("seconds", [2.0, 5.0, 40.0])
def test_every_line_has_a_label_and_no_label_overflows_or_covers_another(
    card, note, qapp, width, zoom, seconds
):
    font = card.font()
    font.setPointSizeF(zoom * font.pointSizeF())
    card.setFont(font)
    card.resize(width, 200)
    qapp.processEvents()
    hurried(note, seconds)
    texts, lines = drawn(card)
    labels = [at for words, at in texts if words in {"Blues", "Metal", "Pop"}]
    assert lines
    for x in lines:
        assert any(min(abs(at.left() - x), abs(at.right() - x)) <= 1.5 for at in labels)
    for words, at in texts:
        assert at.left() >= 0, words
        assert at.right() <= card.strip.width(), words
        assert at.height() >= card.strip.fontMetrics().height(), words
        assert at.bottom() <= card.strip.height(), words
        others = [other for _, other in texts if other is not at]
        assert not any(at.intersects(other) for other in others), words


def test_labels_are_in_one_row_and_the_longest_stretches_have_theirs(card, note):
    shares = {"Metal": (0.1, 0.8, 0.1), "Blues": (0.8, 0.1, 0.1), "Pop": (0.1, 0.1, 0.8)}
    # Seconds of each, in 920 pixels for three minutes.
    heard = [("Metal", 60), *[("Pop", 3), ("Blues", 3)] * 8, ("Metal", 40), ("Pop", 2)]
    at_s = 0.0
    for genre, seconds in heard:
        for _ in range(2 * seconds):
            note(frame(at_s, shares[genre]))
            at_s += 0.5
    texts, lines = drawn(card)
    labels = [(words, at) for words, at in texts if words in shares]
    assert {at.top() for _, at in labels} == {0.0}
    strip = card.strip
    begins = [strip.view.x(at_s, strip.width()) for at_s in (0.0, 108.0)]
    for x in begins:
        assert any(words == "Metal" and abs(at.left() - max(0, x)) <= 2 for words, at in labels)
    assert len(lines) == len(labels) - 1


def test_no_label_covers_a_longer_stretch_than_its_own(card, note):
    shares = {"Metal": (0.1, 0.8, 0.1), "Blues": (0.8, 0.1, 0.1), "Pop": (0.1, 0.1, 0.8)}
    at_s = 0.0
    for genre, seconds in [("Metal", 60), ("Pop", 2), ("Blues", 7), ("Metal", 60)]:
        for _ in range(2 * seconds):
            note(frame(at_s, shares[genre]))
            at_s += 0.5
    # There is room for “Pop” on the area of the blues, but not for “Blues”.
    texts, _ = drawn(card)
    assert [words for words, _ in texts if words in shares] == ["Metal", "Metal"]


def test_what_begins_after_the_right_edge_has_no_label(filled):
    for _ in range(3):
        QTest.keyClick(filled.strip, Qt.Key.Key_Left)
    texts, lines = drawn(filled)
    named = {words for words, _ in texts} & {"Metal", "Silence", "Blues"}
    assert filled.subtitle == "3:00 min, until 1:30 ago"
    assert named == {"Metal", "Silence"}
    assert len(lines) == 1


def test_what_was_heard_at_the_left_edge_has_a_label_and_silence_too(card, note):
    fill(note)
    texts, lines = drawn(card)
    named = [(words, round(at.left())) for words, at in texts]
    assert named[0] == ("Metal", 1)
    assert [words for words, _ in named[:3]] == ["Metal", "Silence", "Blues"]
    assert len(lines) == 2


def test_times_are_written_as_how_long_ago(filled):
    texts, _ = drawn(filled)
    times = [words for words, _ in texts if words[0].isdigit() or words == "now"]
    assert times == ["now", "0:30 ago", "1:00 ago", "1:30 ago", "2:00 ago", "2:30 ago"]


def test_the_time_axis_moves_with_the_view(filled):
    QTest.keyClick(filled.strip, Qt.Key.Key_Minus)
    QTest.keyClick(filled.strip, Qt.Key.Key_Left)
    assert filled.subtitle == "3:45 min, until 0:37 ago"
    texts, _ = drawn(filled)
    times = [(words, at.center().x()) for words, at in texts if words[0].isdigit()]
    assert [words for words, _ in times][:2] == ["1:00 ago", "1:30 ago"]
    for words, x in times:
        minutes, seconds = words.removesuffix(" ago").split(":")
        ago = 60 * int(minutes) + int(seconds)
        assert x == pytest.approx(filled.strip.width() * (1 - (ago - 37.5) / 225), abs=1)


def test_the_tooltip_shows_what_was_heard_at_the_mouse_position(card, note):
    assert "Drag to look back" in card.strip.tooltip_at(QPointF(100, 5))
    fill(note)
    width = card.strip.width()
    assert card.strip.tooltip_at(QPointF(0, 5)).startswith("3:00 ago: Metal 80 %, ")
    assert card.strip.tooltip_at(QPointF(width * 0.42, 5)).split(":", 2)[2].startswith(" Silence")
    assert "Blues 70 %, Metal 20 %, Pop 10 %" in card.strip.tooltip_at(QPointF(width - 2, 5))


def test_scrolling_back_keeps_the_view_still(filled, note):
    card = filled
    strip = card.strip
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    QTest.mouseMove(strip, QPoint(100 + strip.width() // 4, 50))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(100 + strip.width() // 4, 50))
    assert card.subtitle == "3:00 min, until 0:44 ago"
    before = areas(card)
    for number in range(43 * 10):
        note(frame(1240.0 + number / 43, (0.7, 0.2, 0.1)))
    assert card.subtitle == "3:00 min, until 0:54 ago"
    assert np.mean(areas(card) != before) < 0.02
    QTest.mouseDClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    assert card.subtitle == "the last 3:00 min"
    assert np.mean(areas(card) != before) > 0.1


def test_keys_zoom_in_and_out(filled):
    card = filled
    strip = card.strip
    assert card.subtitle == "the last 3:00 min"
    assert strip.tooltip_at(QPointF(0, 5)).startswith("3:00 ago")
    QTest.keyClick(strip, Qt.Key.Key_Minus)
    assert card.subtitle == "the last 3:45 min"
    assert strip.tooltip_at(QPointF(0, 5)).startswith("3:45 ago")
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert card.subtitle.startswith("3:45 min, until 0:3")
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert card.subtitle == "the last 3:45 min"


def test_the_history_follows_the_leading_genre_even_if_it_is_not_sure():
    history, doubt = History(), answer_of((0.3, 0.5, 0.2), GENRES, 0.9)
    history.note(replace(frame(0.0, (0.3, 0.5, 0.2)), answer=doubt))
    assert doubt.label == "not sure"
    assert history.snapshot().points[-1].leading == 1


def test_the_numbers_match_the_history(card, note):
    assert card.numbers() == {}
    fill(note)
    numbers = card.numbers()
    assert numbers["seconds_ago"][-1] == 0.0
    assert numbers["state"][0] == "music"
    assert numbers["metal"][0] == pytest.approx(0.8)
    silent = numbers["state"] == "silence"
    assert np.isnan(numbers["blues"][silent]).all()


def test_the_history_fills_while_the_window_listens(qtbot, window_and_monitor, machine):
    window, _ = window_and_monitor
    window.commands.panels["history"].trigger()
    until(qtbot, window.live.history.isVisible)
    listening(qtbot, window)
    for _ in range(3):
        hear(machine, 1.0)
        qtbot.wait(700)
    strip = window.live.history.strip
    until(qtbot, lambda: len(strip.history.points) >= 3)
    until(qtbot, lambda: strip.history.points[-1].leading is not None)
