import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest

from desktop_app.panels.colours import MEL_MAP, MFCC_MAP, table
from desktop_app.panels.wave_rows import NOT_KEPT
from desktop_app.panels.wave_to_image import WaveToImage
from desktop_app.panels.waveform import extremes

NOWHERE = np.zeros((0, 13), np.float32)


@pytest.fixture
def panel(qtbot):
    panel = WaveToImage()
    qtbot.addWidget(panel)
    panel.resize(900, 220)
    panel.show()
    qtbot.waitExposed(panel)
    # Away from the pixels that the tests look at.
    mark(panel, 0)
    return panel


def mark(panel, frame):
    """Explain a frame, by keyboard."""
    panel.rows.leaveEvent(QEvent(QEvent.Type.Leave))
    for _ in range(99 - frame):
        QTest.keyClick(panel.rows, Qt.Key.Key_Left)
    assert panel.note.text().startswith(f"Frame {frame + 1} covers")


def window(frames=100):
    """Silence with a click in the newest hop, and its frame in log-mel and MFCC."""
    samples = np.zeros((frames + 3) * 512, np.float32)
    samples[-256] = 1.0
    log_mel = np.full((frames, 128), -60.0, np.float32)
    log_mel[-1] = 0.0
    mfcc = np.zeros((frames, 13), np.float32)
    mfcc[-1] = 100.0
    return samples, log_mel, mfcc


def pixels(panel, area, y):
    """Pixels from left to right through an area, at a share of its height."""
    image = panel.rows.grab().toImage()
    at = round(area.top() + y * area.height())
    return [image.pixel(x, at) for x in range(round(area.left()), round(area.right()))]


def test_waveform_log_mel_and_mfcc_share_one_time_axis(panel):
    panel.rows.show_sound(*window())
    wave, mel, mfcc = panel.rows.areas()
    assert wave.left() == mel.left() == mfcc.left()
    assert wave.right() == mel.right() == mfcc.right()
    wave_colour = panel.palette().color(QPalette.ColorRole.Highlight).rgb()
    step = mel.width() / 100
    lit = [
        [x for x, pixel in enumerate(row) if pixel == colour]
        for row, colour in (
            (pixels(panel, wave, 0.2), wave_colour),
            (pixels(panel, mel, 0.5), table(MEL_MAP)[255]),
            (pixels(panel, mfcc, 0.5), table(MFCC_MAP)[255]),
        )
    ]
    assert lit[0] == pytest.approx([99.5 * step], abs=1.5)
    for columns in lit[1:]:
        assert columns[0] == pytest.approx(99 * step, abs=1.5)
        assert columns[-1] == pytest.approx(100 * step, abs=1.5)


def test_a_filling_window_grows_from_the_right(panel):
    panel.rows.show_sound(*window(10))
    _, mel, _ = panel.rows.areas()
    dark = [pixel == table(MEL_MAP)[63] for pixel in pixels(panel, mel, 0.5)]
    assert dark.index(True) == pytest.approx(0.9 * mel.width(), abs=1.5)


def test_the_sample_count_matches_the_lecture(panel):
    words = panel.subtitle.replace("\u00a0", " ")
    assert words == (
        "51 200 samples ÷ 512 = 100 frames, 13 coefficients each: an image of 100 × 13 × 1"
    )
    mark(panel, 99)
    note = panel.note.text().replace("\u00a0", " ")
    assert "Frame 100 covers 2 048 samples, 50 689 to 52 736 of 52 736" in note
    assert "the first 1 536 are to the left of the strip" in note


def test_mouse_and_arrow_keys_choose_the_frame_to_explain(panel, qtbot):
    _, mel, _ = panel.rows.areas()
    at = panel.rows.column(40, mel).center().toPoint()
    QTest.mouseMove(panel.rows, QPoint(0, 0))
    QTest.mouseMove(panel.rows, at)
    qtbot.waitUntil(lambda: panel.note.text().startswith("Frame 41 covers"))
    QTest.keyClick(panel.rows, Qt.Key.Key_Right)
    assert panel.note.text().startswith("Frame 42 covers")
    panel.rows.leaveEvent(QEvent(QEvent.Type.Leave))
    QTest.keyClick(panel.rows, Qt.Key.Key_Right)
    assert panel.note.text().startswith("Frame 100 covers")


def test_a_frame_covers_four_hops_and_the_first_frame_only_one_of_the_strip(panel):
    wave, mel, _ = panel.rows.areas()
    step = mel.width() / 100
    assert panel.rows.covered(50, wave).width() == pytest.approx(4 * step)
    assert panel.rows.covered(50, wave).right() == pytest.approx(panel.rows.column(50, mel).right())
    assert panel.rows.covered(0, wave).width() == pytest.approx(step)
    assert panel.rows.covered(0, wave).left() == wave.left()


def test_every_sample_is_visible_in_the_waveform():
    samples = np.zeros(51200, np.float32)
    samples[12345], samples[40000] = 0.5, -0.25
    low, high = extremes(samples, 700)
    assert high.max() == 0.5
    assert low.min() == -0.25
    assert int(high.argmax()) == 12345 * 700 // 51200
    low, high = extremes(samples[-600:], 100)
    assert np.isnan(low[:98]).all()
    assert not np.isnan(low[99])


def test_a_frozen_window_without_stored_sound_says_so(panel, monkeypatch):
    _, _, mfcc = window()
    panel.rows.show_sound(None, None, NOWHERE)
    empty = panel.rows.grab().toImage()
    panel.rows.show_sound(None, None, mfcc)
    assert panel.rows.grab().toImage() != empty
    monkeypatch.setattr("desktop_app.panels.wave_rows.NOT_KEPT", "")
    with_words = panel.rows.grab().toImage()
    monkeypatch.setattr("desktop_app.panels.wave_rows.NOT_KEPT", NOT_KEPT)
    assert panel.rows.grab().toImage() != with_words


def test_silence_is_dark_and_flat(panel):
    samples, log_mel, mfcc = window()
    panel.rows.show_sound(np.zeros_like(samples), np.full_like(log_mel, -100.0), mfcc)
    wave, mel, _ = panel.rows.areas()
    assert set(pixels(panel, mel, 0.5)[10:-2]) == {int(table(MEL_MAP)[0])}
    colour = panel.palette().color(QPalette.ColorRole.Highlight).rgb()
    assert colour not in pixels(panel, wave, 0.3)
    assert any(colour in pixels(panel, wave, y) for y in np.linspace(0.4, 0.6, 40))


def test_painting_is_reported(panel, qtbot):
    with qtbot.waitSignal(panel.painted):
        panel.rows.show_sound(*window())


def test_there_is_room_for_both_lines_beside_each_row_with_larger_fonts(panel, qtbot):
    font = panel.rows.font()
    font.setPointSizeF(1.5 * font.pointSizeF())
    panel.rows.setFont(font)
    panel.resize(500, 10)
    lines = 2 * panel.rows.fontMetrics().height()
    qtbot.waitUntil(lambda: min(area.height() for area in panel.rows.areas()) >= lines)


def test_the_sentence_in_place_of_the_sound_is_whole_in_a_narrow_panel(panel, qtbot):
    panel.resize(420, 220)
    qtbot.waitUntil(lambda: panel.width() == 420)
    _, _, mfcc = window()
    panel.rows.show_sound(None, None, mfcc)
    wave, _, _ = panel.rows.areas()
    image = panel.rows.grab().toImage()
    heights = range(round(wave.top()) + 2, round(wave.bottom()) - 2)
    colours = {image.pixel(round(wave.left()) + 3, y) for y in heights}
    assert len(colours) == 1
