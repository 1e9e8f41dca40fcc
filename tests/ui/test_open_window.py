"""A second start hands its files to the window that is open."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket

from desktop_app.audio.address import address_of
from desktop_app.ui.open_window import OpenWindow, hand_over, meeting_place
from tests.fixtures.files import write
from tests.fixtures.windows import until


@pytest.fixture
def place(tmp_path_factory):
    # Names of sockets must be short.
    return str(tmp_path_factory.mktemp("s") / "w")


@pytest.fixture
def listening(qtbot, place):
    parent = QObject()
    opened = OpenWindow(parent, place)
    calls = []
    opened.called.connect(lambda files, address: calls.append((files, address)))
    opened.begin()
    yield opened, calls
    opened.close()


HAND_OVER = (
    "import os, sys; from pathlib import Path; from desktop_app.audio.address import address_of; "
    "from desktop_app.ui.open_window import hand_over; _, place, address, *names = sys.argv; "
    "files = [Path(name) for name in names]; "
    "sys.exit(not hand_over(files, place, address_of(address) if address else None))"
)


def start_again(qtbot, place, *files, address=""):
    """Hand files over from another process; whether they were taken."""
    asked = [address, *map(os.fsencode, files)]
    other = subprocess.Popen([sys.executable, "-c", HAND_OVER, place, *asked])
    until(qtbot, lambda: other.poll() is not None)
    return not other.returncode


def test_the_files_of_another_start_arrive_with_their_folders(qtbot, listening, place, tmp_path):
    _, calls = listening
    song = tmp_path / "ü\udcff\n.wav"
    assert start_again(qtbot, place, song)
    assert start_again(qtbot, place)
    assert calls == [([song], None), ([], None)]


def test_a_thousand_files_arrive_in_their_order(qtbot, listening, place, tmp_path):
    _, calls = listening
    album = tmp_path / ("a long name of an album " * 8)
    songs = [album / f"{number}.flac" for number in range(1000)]
    assert start_again(qtbot, place, *songs)
    assert calls == [(songs, None)]


def test_the_stream_of_another_start_arrives_with_its_password(qtbot, listening, place):
    _, calls = listening
    url = "http://me:s3cret@radio.example/live"
    assert start_again(qtbot, place, address=url)
    assert calls == [([], address_of(url))]


def test_what_a_crashed_window_has_left_is_replaced(qtbot, place):
    crash = (
        "import os, sys; from PySide6.QtCore import QCoreApplication as A, QObject; "
        "from desktop_app.ui.open_window import OpenWindow; app = A([]); "
        "OpenWindow(QObject(app), sys.argv[1]); os.abort()"
    )
    subprocess.run([sys.executable, "-c", crash, place], check=False, stderr=subprocess.DEVNULL)
    assert os.path.exists(place)
    assert not hand_over((), place)
    parent = QObject()
    assert OpenWindow(parent, place).listening


def test_another_window_leaves_the_calls_to_the_first_one(qtbot, listening, place):
    parent = QObject()
    assert not OpenWindow(parent, place).listening
    assert listening[0].listening
    assert start_again(qtbot, place)


def test_a_frozen_window_is_not_waited_for_and_opens_nothing_later(qtbot, listening, place):
    _, calls = listening
    begun = time.monotonic()
    # On this thread, so that nobody answers.
    assert not hand_over((), place, patience_ms=200)
    assert time.monotonic() - begun < 2.0
    qtbot.wait(100)
    assert not calls


def test_files_of_a_start_that_gave_up_at_the_last_moment_are_not_opened(qtbot, listening, place):
    _, calls = listening
    socket = QLocalSocket()
    socket.connectToServer(place)
    socket.write(b'{"files": [], "address": ""}\n')
    until(qtbot, lambda: socket.bytesAvailable() > 0)
    socket.abort()
    qtbot.wait(100)
    assert not calls
    assert start_again(qtbot, place)
    assert calls == [([], None)]


WINDOW = """
import sys
from PySide6.QtCore import QCoreApplication, QObject
from desktop_app.audio.address import address_of
from desktop_app.ui.open_window import OpenWindow
app, parent = QCoreApplication([]), QObject()
opened = OpenWindow(parent, sys.argv[1])
opened.called.connect(lambda files, address: print(*files, flush=True))
opened.begin()
print("listening", flush=True)
app.exec()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows can't freeze a process")
def test_a_window_that_thaws_opens_nothing_a_second_time(place):
    command = [sys.executable, "-c", WINDOW, place]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as window:
        try:
            assert window.stdout.readline() == "listening\n"
            window.send_signal(signal.SIGSTOP)
            for number in range(3):
                assert not hand_over([Path(f"/{number}.wav")], place, patience_ms=100)
            window.send_signal(signal.SIGCONT)
            assert hand_over([Path("/last.wav")], place)
            assert window.stdout.readline() == "/last.wav\n"
        finally:
            window.kill()


def test_a_start_while_the_window_opens_is_answered_when_it_can_play(qtbot, place):
    parent, calls = QObject(), []
    opened = OpenWindow(parent, place)
    socket = QLocalSocket()
    socket.connectToServer(place)
    socket.write(b'{"files": [], "address": ""}\n')
    qtbot.wait(100)
    assert not socket.bytesAvailable()
    opened.called.connect(lambda files, address: calls.append(files))
    opened.begin()
    until(qtbot, lambda: socket.bytesAvailable() > 0)
    socket.write(b"yours\n")
    until(qtbot, lambda: calls == [[]])
    opened.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there users have names")
def test_a_user_without_a_name_has_a_window(monkeypatch):
    """As in a container that was started with just a number."""
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", lambda number: {}[number])
    assert meeting_place()


def test_of_two_starts_at_the_same_time_one_opens_a_window(cli, monkeypatch):
    answers = iter([False, True])
    monkeypatch.setattr("desktop_app.display_check.why_no_window", str)
    monkeypatch.setattr("desktop_app.ui.application.run", lambda *_, **__: 9)
    monkeypatch.setattr("desktop_app.ui.open_window.hand_over", lambda *_: next(answers))
    assert cli("x.wav")[0] == 0
    assert next(answers, None) is None


def test_each_display_has_a_window_of_its_own(monkeypatch):
    here = meeting_place()
    monkeypatch.setenv("DISPLAY", ":12345")
    assert meeting_place() != here


@pytest.mark.slow
def test_processes_share_a_window_unless_another_is_wanted(qtbot, tmp_path, tmp_path_factory):
    runtime = tmp_path_factory.mktemp("r")
    runtime.chmod(0o700)
    environment = {
        **os.environ, "XDG_RUNTIME_DIR": str(runtime), "XDG_DATA_HOME": str(tmp_path),
        "PULSE_SERVER": "unix:/nowhere",
    }  # fmt: skip
    songs = [write(tmp_path / f"{name}.wav", 30.0) for name in ("first", "second", "third")]
    recent = tmp_path / "config" / "genre-monitor" / "genre-monitor.ini"
    opened = []

    def start(*arguments):
        process = subprocess.Popen(
            [sys.executable, "-m", "desktop_app", *map(str, arguments)], env=environment
        )
        opened.append(process)
        return process

    def noted(song):
        return recent.exists() and song.name in recent.read_text()

    try:
        first = start(songs[0])
        qtbot.waitUntil(lambda: noted(songs[0]), timeout=60_000)
        assert start(songs[1]).wait(20) == 0
        qtbot.waitUntil(lambda: noted(songs[1]), timeout=30_000)
        first.send_signal(signal.SIGSTOP)
        own = start(songs[2])
        qtbot.waitUntil(lambda: noted(songs[2]), timeout=60_000)
        assert own.poll() is None
        first.send_signal(signal.SIGCONT)
        other = start("--new-window")
        qtbot.wait(3000)
        assert other.poll() is None
    finally:
        for process in opened:
            process.kill()
            process.wait()
