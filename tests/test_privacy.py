"""Audio stays in the process: none of it is written, and no connection is opened.

What is written is the settings, the log, and the session: names, times and what was heard.
"""

import ast
import json
import os
import subprocess
import sys

import pytest

from desktop_app.bundled import demo_clips

PROGRAM = """
import sys, os
from pathlib import Path
written, connected = set(), []

def record(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        path, mode, flags = arguments
        if set(mode or "") & set("wax+") or (flags or 0) & (os.O_WRONLY | os.O_RDWR):
            written.add(os.fsdecode(path))
    if event in ("socket.connect", "socket.sendto", "socket.bind", "socket.getaddrinfo"):
        connected.append((event, str(arguments[1:])))

sys.addaudithook(record)
import psutil
from PySide6.QtCore import QTimer
from desktop_app.ui.application import run

def observe(window, monitor):
    def finish():
        open_sockets = psutil.Process().net_connections("inet")
        unwanted = {"aiohttp", "http.client", "keyring", "mutagen", "paho", "pythonosc"}
        senders = sorted(sys.modules.keys() & unwanted)
        print(repr((sorted(written), connected, open_sockets, senders)))
        window.close()

    def wait_for_a_part():
        if window.presenter.answered is None or not monitor.session.entries:
            QTimer.singleShot(100, wait_for_a_part)
        else:
            QTimer.singleShot(1000, finish)

    wait_for_a_part()

sys.exit(run([Path(sys.argv[1])], "", observe))
"""


@pytest.mark.slow
def test_nothing_is_sent_and_only_settings_log_and_session_are_written(tmp_path):
    places = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    places["TMPDIR"] = str(temporary)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(demo_clips()[-1])],
        env={**os.environ, **places}, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    written, connected, sockets, senders = ast.literal_eval(done.stdout)
    assert connected == []
    assert sockets == []
    assert senders == []
    written = [path for path in written if not path.startswith(("/dev/null", "/proc"))]
    outside = [path for path in written if not path.startswith(str(tmp_path))]
    # Python may write bytecode.
    assert [path for path in outside if "__pycache__" not in path] == []
    # Of the sound server's library and of Qt: too little for a hundredth of a second of sound.
    assert sum(path.stat().st_size for path in temporary.rglob("*") if path.is_file()) < 200
    kept = [path for path in tmp_path.glob("XDG*/**/*") if path.is_file()]
    assert {path.suffix for path in kept} == {".log", ".ini", ".jsonl", ".lock"}
    (session,) = (path for path in kept if path.suffix == ".jsonl")
    _, first, *rest = map(json.loads, session.read_text().splitlines())
    assert first.keys() == {"part", "from", "to", "source", "heard", "probability"}
    assert first["source"] == demo_clips()[-1].name
    assert all(row.keys() <= first.keys() for row in rest)
    assert [path.stat().st_size for path in kept if path.suffix == ".lock"] == [0]


def test_the_library_that_runs_the_network_reports_nothing(tmp_path):
    """To do so, it would keep a number for this computer in the home folder."""
    home = {name: str(tmp_path) for name in ("HOME", "LOCALAPPDATA", "XDG_CACHE_HOME")}
    subprocess.run(
        [sys.executable, "-c", "from model import load_classifier; load_classifier()"],
        env={**os.environ, **home}, check=True, timeout=60,
    )  # fmt: skip
    assert list(tmp_path.rglob("*")) == []
