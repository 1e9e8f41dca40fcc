import pytest
from PySide6.QtCore import QByteArray

from desktop_app.ui.settings import Settings
from tests.fixtures.windows import until

DAMAGED = b"\x00\xff\x12garbage\n\n[[["


@pytest.fixture
def path(tmp_path):
    """Where the settings of this test are kept."""
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


def test_a_value_that_makes_no_sense_is_as_if_it_were_not_there(path):
    path.write_text("[General]\nsmoothing=loud\nseen=perhaps\nstate=3\n")
    settings = Settings()
    assert settings.number("smoothing", 3.0, 0.0, 10.0) == 3.0
    assert settings.flag("seen", True)
    assert settings.state("state").isEmpty()


def test_a_damaged_file_is_kept_and_said_once(path):
    path.write_bytes(DAMAGED)
    settings = Settings()
    assert "were damaged and have been reset" in settings.problem
    assert path.with_suffix(".damaged").read_bytes() == DAMAGED
    assert settings.text("device", "none") == "none"
    settings.remember(device="other")
    assert Settings().text("device") == "other"
    assert Settings().problem == ""


def test_half_a_file_from_a_crash_in_mid_write_does_no_harm(path):
    Settings().remember(device="USB", theme="Dark")
    whole = path.read_bytes()
    # Qt writes under another name first: what is left of that is never read.
    path.with_name(path.name + ".Xy12Zz").write_bytes(whole[: len(whole) // 2])
    assert Settings().text("theme") == "Dark"


def test_the_window_says_it(qtbot, path, open_window):
    path.write_bytes(DAMAGED)
    window, _ = open_window()
    until(qtbot, lambda: "were damaged" in window.banner.text.text())
    assert window.isVisible()
