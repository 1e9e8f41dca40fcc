"""Without a screen the app says why no window opens, and Qt does not abort it."""

import sys

import pytest

from desktop_app.display_check import why_no_window

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a screen")


@pytest.mark.parametrize("platform", ["nonsense", "wayland"])
def test_a_platform_that_is_not_there_is_named(monkeypatch, capfd, tmp_path, platform):
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert f"on the platform “{platform}”, which the variable QT_QPA_PLATFORM" in why_no_window()
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("platform", ["offscreen", "nonsense;offscreen"])
def test_one_that_is_there_is_used(monkeypatch, platform):
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert why_no_window() == ""
