"""Whatever the settings file says, the window opens."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter

from desktop_app.ui.settings import Settings
from desktop_app.ui.theme import THEMES

KEYS = (
    "addresses", "always_on_top", "answer", "auto_levels", "average_seconds", "device",
    "export_folder", "folder", "geometry", "hide_c0", "inspectors", "language", "layer",
    "level_high", "level_low", "levels_per_map", "maps_by_energy", "mfcc_view", "model",
    "model_folder", "page", "pictures", "recent", "recordings", "regions", "send_command",
    "send_mqtt", "send_osc", "send_web", "show_architecture", "show_genres", "show_history",
    "show_kernels", "show_maps", "show_mfcc", "show_pixel", "show_wave", "silence_dbfs",
    "small_geometry", "sorted", "step_speed", "theme", "tour_seen", "two_columns", "volume",
    "why", "why_genre", "why_method", "why_opacity", "zoom",
)  # fmt: skip
NUMBERS = (
    "nan", "inf", "-inf", "1e400", "-1e400", "-5", "1e308", "-1e308", "1e-320", "0", "1e5",
    "9" * 400,
)  # fmt: skip
LISTS = (
    "[]",
    "{}",
    "3",
    '[3, null, ["x"]]',
    '["relative", "/with\\u0000nul", "/\\ud800"]',
    "[" * 10**5,
)
ANYTHING = st.one_of(
    st.sampled_from([*NUMBERS, *LISTS, "true", "false"]),
    st.floats().map(str),
    st.text(),
    st.lists(st.text(), min_size=2),
    st.binary(max_size=80).map(QByteArray),
)


def forget_everything():
    stored = Settings()._file
    stored.clear()
    stored.sync()


def check(window):
    """Assert that every remembered value is in range."""
    live, controls = window.live, window.attribution.controls
    low, high = live.mfcc.levels
    assert math.isfinite(low)
    assert math.isfinite(high)
    assert high - low >= 1.0
    assert -0.5 <= live.genres.average.value() <= 10.0
    assert -90.0 <= live.genres.threshold.value() <= 0.0
    assert 10 <= controls.opacity.value() <= 100
    assert 0 <= window.transport.volume.value() <= 100
    assert controls.method in ("grad-cam", "integrated gradients")
    assert window.pages.shown in ("live", "laboratory", "session")
    assert window.commands.themes.checkedAction().text() in THEMES
    assert all(path.is_absolute() and "\0" not in str(path) for path in window.recent.paths)
    assert window.recording.folder.is_absolute()
    splitters = live.findChildren(QSplitter)
    sideways = [splitter.orientation() is Qt.Orientation.Horizontal for splitter in splitters]
    assert sideways.count(True) == 2
    assert {splitter.handleWidth() for splitter in splitters} == {11}


def test_the_list_of_keys_is_complete(open_window):
    window, _ = open_window()
    window.close()
    assert set(Settings()._file.allKeys()) <= set(KEYS)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(remembered=st.dictionaries(st.sampled_from(KEYS), ANYTHING))
def test_the_window_opens_whatever_is_remembered(open_window, remembered):
    forget_everything()
    stored = Settings()._file
    for key, value in remembered.items():
        stored.setValue(key, value)
    stored.sync()
    window, monitor = open_window()
    check(window)
    window.close()
    monitor.close()


@pytest.mark.parametrize("value", NUMBERS)
@pytest.mark.parametrize(
    "keys",
    [
        ("volume", "why_opacity", "average_seconds", "silence_dbfs", "level_low"),
        ("level_high",),
    ],
)
def test_the_window_opens_with_a_number_out_of_range(open_window, keys, value):
    Settings().remember(auto_levels=False, level_low=-50.0, level_high=50.0)
    Settings().remember(**dict.fromkeys(keys, value))
    window, _ = open_window()
    check(window)
