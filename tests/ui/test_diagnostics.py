from pathlib import Path

import numpy
from PySide6.QtGui import QGuiApplication

from desktop_app import __version__
from desktop_app.engine.source_status import Activity, SourceStatus
from desktop_app.ui.diagnostics import diagnostics
from tests.fixtures.files import write
from tests.fixtures.machine import DEVICES
from tests.fixtures.windows import listening, until


def test_diagnostics_contain_versions_devices_and_the_log(qapp, tmp_path):
    log = tmp_path / "x.log"
    log.write_text("a line of the log\n")
    text = diagnostics(
        DEVICES, SourceStatus(Activity.LISTENING, "Good", rate=48000, channels=1), log
    )
    for part in (
        f"genre-monitor {__version__}", f"numpy {numpy.__version__}",
        "Source: Good, listening, 48000 Hz", "* Good (Fake), 48000 Hz", "a line of the log",
    ):  # fmt: skip
        assert part in text


def test_diagnostics_name_neither_files_nor_the_user(qapp, tmp_path):
    log = tmp_path / "x.log"
    log.write_text(f"a fault in {Path.home()}/music\n")
    for activity in (Activity.PLAYING, Activity.OPENING, Activity.RECOVERING):
        text = diagnostics([], SourceStatus(activity, "secret.wav"), log)
        assert "secret" not in text
        assert f"Source: a file, {activity.value}" in text
    assert "~/music" in text
    assert "Inputs:\n  none" in text


def test_the_menu_copies_the_diagnostics(qtbot, open_window, tmp_path):
    window, _ = open_window()
    listening(qtbot, window)
    window.controller.play([write(tmp_path / "secret.wav", 30.0)])
    until(qtbot, lambda: window.monitor.status().is_file)
    window.commands.diagnostics.trigger()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("genre-monitor")
    assert "secret" not in text
    assert "Diagnostics copied" in window.status_line.currentMessage()
