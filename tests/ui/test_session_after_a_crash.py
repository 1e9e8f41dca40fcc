"""The whole app is killed in the middle of a session; the next start has it."""

import os
import subprocess
import sys

import pytest

from desktop_app.bundled import demo_clips
from desktop_app.engine.session_file import paths_in, read
from tests.fixtures.waiting import until

PROGRAM = """
import sys
from pathlib import Path
from desktop_app.ui.application import run
sys.exit(run([Path(sys.argv[1])], ""))
"""
NEXT_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app.ui.application import run

def observe(window, monitor):
    timer = QTimer(window)
    page = window.pages.session

    def look():
        if page.table.rowCount():
            timer.stop()
            print([entry.part.source for entry in page.table.entries][0])
            timer.stop()
            window.close()
        elif page.offer.go_on.isVisibleTo(page):
            page.offer.go_on.click()

    timer.timeout.connect(look)
    timer.start(50)

sys.exit(run([Path(sys.argv[1])], "", observe))
"""


@pytest.mark.slow
def test_a_session_survives_the_death_of_the_app(tmp_path):
    places = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    environment = {**os.environ, **places}
    folder = tmp_path / "XDG_DATA_HOME" / "genre-monitor" / "sessions"
    song = demo_clips()[-1]
    app = subprocess.Popen([sys.executable, "-c", PROGRAM, str(song)], env=environment)
    try:
        until(lambda: any(read(path).entries for path in paths_in(folder)), seconds=60.0)
    finally:
        app.kill()
        app.wait()
    done = subprocess.run(
        [sys.executable, "-c", NEXT_START, str(tmp_path / "missing.wav")],
        env=environment, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == song.name
