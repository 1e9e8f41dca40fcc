"""Real sound from a sound server through PortAudio, analysis and network into a real window."""

import time

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt

from desktop_app.audio.input_devices import input_devices
from desktop_app.bundled import demo_clips
from desktop_app.engine.source_status import Activity
from tests.fixtures.files import write
from tests.fixtures.held_out import genre_of, held_out_clips
from tests.fixtures.real_window import real_window
from tests.fixtures.virtual_microphone import only_sound_server

GENRES = ("metal", "classical", "reggae", "hiphop")
EXCERPT_SECONDS = 6


@pytest.fixture(scope="module")
def microphone():
    """The machine's only sound server while this module's tests run."""
    with only_sound_server() as microphone:
        yield microphone


@pytest.fixture
def window(qtbot, microphone):
    with real_window(qtbot) as window:
        yield window


def listen(qtbot, window):
    window.controller.listen("")
    qtbot.waitUntil(lambda: window.monitor.status().activity is Activity.LISTENING, timeout=20_000)
    # The first blocks are on their way.
    qtbot.waitUntil(lambda: window.live.frame is not None, timeout=20_000)


def test_the_microphone_is_listed_as_the_default(microphone):
    assert input_devices()[0].default


def test_a_tone_arrives_at_the_right_level_without_loss(qtbot, window, microphone, tmp_path):
    tone = 0.25 * np.sin(2 * np.pi * 1000 * np.arange(44100 * 8) / 44100)
    path = tmp_path / "tone.wav"
    soundfile.write(path, tone, 44100)
    listen(qtbot, window)
    player = microphone.play(path)
    qtbot.waitUntil(
        lambda: window.live.frame.level.rms_dbfs == pytest.approx(-15.05, abs=0.3),
        timeout=10_000,
    )
    qtbot.waitUntil(lambda: window.source_bar.level.accessibleDescription() == "−15 dBFS")
    qtbot.wait(3000)
    frame = window.live.frame
    assert len(frame.mfcc) == 100
    assert frame.windows_per_s == pytest.approx(43, abs=2)
    assert frame.lost == 0
    player.terminate()
    player.wait()


def test_silence_is_shown_when_nothing_plays(qtbot, window):
    listen(qtbot, window)
    qtbot.waitUntil(lambda: window.live.genres.answer.text() == "Silence", timeout=10_000)


@pytest.mark.slow
@pytest.mark.parametrize("genre", GENRES)
def test_live_music_gets_the_same_genre_as_its_file(
    qtbot, window, microphone, clips, genre, tmp_path
):
    # Whether that is right, for all of the held-out music, is another test's subject.
    samples, rate = soundfile.read(held_out_clips(clips)[genre][0], frames=EXCERPT_SECONDS * 22050)
    path = tmp_path / "excerpt.wav"
    soundfile.write(path, samples, rate)
    expected = genre_of(path)
    listen(qtbot, window)
    begun = time.monotonic()
    player = microphone.play(path)
    if expected is not None:
        qtbot.waitUntil(lambda: window.presenter.answered is not None, timeout=20_000)
        assert time.monotonic() - begun < 5.0
    qtbot.waitUntil(lambda: player.poll() is not None, timeout=30_000)
    if expected is None:
        assert window.live.genres.answer.text() == "Not music"
    else:
        assert window.presenter.answered.answer.genre == expected
    assert "listening" in window.status_line.source.text()


def test_a_pixel_of_live_sound_can_be_recomputed_by_hand(qtbot, window, microphone):
    # First as on the slides …
    window.commands.laboratory.trigger()
    page = window.pages.laboratory
    written = page.step.sum.toPlainText()
    assert "5·1 + 2·0 + 3·0 + 2·2 + 4·1 + 1·0 + 5·1 + 1·0 + 0·(−1) = 18" in written
    # … then on real sound, followed and held.
    window.commands.live.trigger()
    window.commands.panels["pixel"].trigger()
    listen(qtbot, window)
    player = microphone.play(demo_clips()[0])
    qtbot.waitUntil(lambda: window.presenter.answered is not None, timeout=20_000)
    grid, card = window.live.maps.grid, window.live.pixel
    at = grid.cells()[4].map
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=at.center().toPoint())
    at = grid.cells()[0].map
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=at.center().toPoint())
    first = card.shown
    qtbot.waitUntil(lambda: card.shown.patch.tolist() != first.patch.tolist(), timeout=10_000)
    window.commands.freeze.trigger()
    pixel = grid.at

    def in_the_map():
        return grid.maps[pixel.number, pixel.frame, pixel.coefficient]

    qtbot.waitUntil(lambda: f"in the map: {in_the_map():.4f}" in card.result.text(), timeout=5_000)
    shown = card.shown
    by_hand = sum(
        value * weight for value, weight in zip(shown.patch.flat, shown.weights.flat, strict=True)
    )
    by_hand = max(0.0, by_hand + shown.bias)
    assert by_hand == pytest.approx(in_the_map(), abs=1e-4)
    player.terminate()
    player.wait()


def test_a_displayed_file_is_heard_on_the_audio_output(qtbot, window, microphone, tmp_path):
    # The virtual loudspeaker's monitor is the virtual microphone: what is heard can be recorded.
    window.controller.play([write(tmp_path / "x.wav", 6.0, 44100, 2, kind="music")])
    qtbot.waitUntil(lambda: window.monitor.status().activity is Activity.PLAYING, timeout=20_000)
    from desktop_app.audio.microphone import open_device

    ear = open_device(None, time.perf_counter)
    ear.start()
    qtbot.wait(2000)
    block = ear.segment.read(time.perf_counter())
    ear.close()
    assert np.abs(block.samples).max() > 0.05
    assert not window.monitor.status().message
    qtbot.waitUntil(lambda: window.presenter.answered is not None, timeout=20_000)
