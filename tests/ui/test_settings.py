import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray

from desktop_app.ui.settings import Settings
from tests.fixtures.files import NO_FILES, put_no_file
from tests.fixtures.windows import until

DAMAGED = b"\x00\xff\x12garbage\n\n[[["


@pytest.fixture
def path(tmp_path):
    """The settings file of this test."""
    Settings().remember(device="USB")
    return next((tmp_path / "config").rglob("*.ini"))


def test_values_survive_a_restart(tmp_path):
    Settings().remember(device="USB", smoothing=2.5, seen=True, state=QByteArray(b"\x00\xff"))
    again = Settings()
    assert again.text("device") == "USB"
    assert again.number("smoothing", 0.0, 0.0, 10.0) == 2.5
    assert again.flag("seen", False)
    assert again.state("state") == QByteArray(b"\x00\xff")
    assert again.problem == ""


def test_a_malformed_value_becomes_the_default(path):
    path.write_text("[General]\nsmoothing=loud\nseen=perhaps\nstate=3\n")
    stored = Settings()
    assert stored.number("smoothing", 3.0, 0.0, 10.0) == 3.0
    assert stored.flag("seen", True)
    assert stored.state("state").isEmpty()


@given(
    text=st.text(), low=st.floats(-1e9, 1e9), span=st.floats(0, 1e9), state=st.binary(max_size=90)
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_value_is_usable_whatever_the_file_contains(path, text, low, span, state):
    path.write_bytes(b"[General]\na=" + text.encode() + b"\nb=@ByteArray(" + state + b")\n")
    stored = Settings()
    for key in "ab":
        assert "\0" not in stored.text(key)
        assert stored.choice(key, ("x", "y"), "x") in ("x", "y")
        assert low <= stored.number(key, low, low, low + span) <= low + span
        assert stored.flag(key, True) in (True, False)
        assert stored.path(key) is None or stored.path(key).is_absolute()
        assert stored.state(key).isEmpty()


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "1e400", "-5", "1.5", "loud", ""])
def test_a_number_that_is_not_finite_or_out_of_range_becomes_the_default(value):
    Settings().remember(volume=value)
    assert Settings().number("volume", 0.25, 0.0, 1.0) == 0.25


@pytest.mark.parametrize("end", [0.0, 1.0])
def test_both_ends_of_the_range_are_valid_numbers(end):
    Settings().remember(volume=end)
    assert Settings().number("volume", 0.25, 0.0, 1.0) == end


def test_a_damaged_state_is_empty():
    whole = bytes(range(20))
    Settings().remember(geometry=QByteArray(whole))
    stored = bytes(Settings()._file.value("geometry").data())
    for damaged in (stored[:-1], stored[:3], b"", stored[:9] + b"\xff" + stored[10:]):
        Settings()._file.setValue("geometry", QByteArray(damaged))
        assert Settings().state("geometry").isEmpty()


def test_a_folder_that_cannot_be_written_is_reported_once(tmp_path):
    (tmp_path / "config").write_text("not a folder")
    stored = Settings()
    stored.remember(device="USB")
    problem = stored.problem
    assert problem.startswith(f"Could not save the settings to {tmp_path / 'config'}")
    assert problem.endswith(". Check that the folder is writable and the disk is not full.")
    stored.remember(device="Other")
    assert stored.problem == problem
    assert stored.text("device") == "Other"


@pytest.mark.parametrize("ending", ["", ".lock"])
@pytest.mark.parametrize("kind", NO_FILES)
def test_what_is_no_file_is_reported_and_left_alone(path, kind, ending):
    path.unlink()
    path = put_no_file(path.with_name(path.name + ending), kind)
    before = path.lstat()
    stored = Settings()
    assert stored.problem == (
        f"Could not read the settings from {path}: it is a folder, pipe, socket or device. Using "
        "the defaults. Nothing is remembered until you move it away."
    )
    assert stored.text("device", "none") == "none"
    stored.remember(device="USB")
    assert stored.problem.startswith("Could not read")
    assert stored.text("device") == "USB"
    after = path.lstat()
    assert (after.st_mode, after.st_ino) == (before.st_mode, before.st_ino)
    assert os.listdir(path.parent) == [path.name]


def test_the_window_reports_that_settings_cannot_be_saved(qtbot, tmp_path, open_window):
    (tmp_path / "config").write_text("not a folder")
    window, _ = open_window()
    until(qtbot, lambda: "Could not save the settings" in window.banner.text.text())


def test_a_damaged_file_is_kept_and_reported_once(path):
    path.write_bytes(DAMAGED)
    stored = Settings()
    assert "were damaged and have been reset" in stored.problem
    assert path.with_suffix(".damaged").read_bytes() == DAMAGED
    assert stored.text("device", "none") == "none"
    stored.remember(device="other")
    assert Settings().text("device") == "other"
    assert Settings().problem == ""


def test_a_half_written_file_left_by_a_crash_is_ignored(path):
    Settings().remember(device="USB", theme="Dark")
    whole = path.read_bytes()
    # Qt writes a temporary file first, and never reads what a crash left of it.
    path.with_name(path.name + ".Xy12Zz").write_bytes(whole[: len(whole) // 2])
    assert Settings().text("theme") == "Dark"


def test_the_window_reports_a_damaged_file(qtbot, path, open_window):
    path.write_bytes(DAMAGED)
    window, _ = open_window()
    until(qtbot, lambda: "were damaged" in window.banner.text.text())
    assert window.isVisible()
