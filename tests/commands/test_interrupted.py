"""Ctrl-C at any moment of a command: one line, status 130, and no process left."""

import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest

from tests.fixtures.files import write
from tests.fixtures.program import ROOT, processes_in, start

LINE = r"genre-monitor: Stopped\.( The results so far are kept; continue with --resume\.)?\n"
ENDING_SECONDS = 10


@pytest.fixture(scope="module")
def recordings(tmp_path_factory):
    """Enough of them for two processes to be busy for longer than the test waits."""
    folder = tmp_path_factory.mktemp("recordings")
    first = write(folder / "0.wav", 60.0, kind="music")
    for number in range(1, 600):
        (folder / f"{number}.wav").hardlink_to(first)
    return folder


def interrupted(folder, seconds, *arguments, again=None):
    """Interrupt ``analyze`` after some seconds; returns (exit status, stderr)."""
    with start("analyze", folder, *arguments, cwd=folder) as process:
        try:
            time.sleep(seconds)
            process.send_signal(signal.SIGINT)
            if again is not None:
                time.sleep(again)
                process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=ENDING_SECONDS)
        except subprocess.TimeoutExpired:
            pytest.fail(f"hangs when interrupted after {seconds} s")
        finally:
            process.kill()
    return process.returncode, err


def is_clean(status, err):
    """Whether it ended as it should; before Python has begun, the signal itself ends it."""
    if status == -signal.SIGINT:
        return err == ""
    return status == 130 and bool(re.fullmatch(LINE, err))


@pytest.mark.slow
def test_at_every_moment_of_the_first_three_seconds(recordings, tmp_path):
    # From the moment at which Python has begun, for which a tenth of a second is enough.
    moments = [0.1 * step for step in range(1, 31)]

    def ends(seconds):
        target = tmp_path / f"{seconds:.1f}.csv"
        return interrupted(recordings, seconds, "--jobs", 2, "-o", target)

    with ThreadPoolExecutor(3) as several:
        found = dict(zip(moments, several.map(ends, moments), strict=True))
    assert {moment: end for moment, end in found.items() if not is_clean(*end)} == {}
    assert processes_in(recordings) == []


@pytest.mark.slow
def test_a_second_time_while_it_is_ending(recordings, tmp_path):
    for again in (0.0, 0.01, 0.1):
        status, err = interrupted(
            recordings, 1.5, "--jobs", 2, "-o", tmp_path / f"{again}.json", again=again
        )
        assert status == 130
        assert "Traceback" not in err
    psutil.wait_procs(processes_in(recordings), timeout=ENDING_SECONDS)
    assert processes_in(recordings) == []


def test_nothing_else_is_imported_before_the_program_answers_ctrl_c():
    # Meanwhile Python would print a traceback.
    command = (
        "import sys; before = set(sys.modules); from desktop_app.cli import main; "
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [
        "desktop_app", "desktop_app.cli", "desktop_app.process", "desktop_app.process.leaving",
    ]  # fmt: skip


HANGING = """
import ctypes
from desktop_app.process import interrupts, leaving
leaving.leave_at_once()
interrupts.ANSWER_SECONDS = 0.3
interrupts.end_what_hangs()
{}
print("hanging", flush=True)
{}
"""
LOCKED = (
    "libc, lock = ctypes.CDLL(None), ctypes.create_string_buffer(64); "
    "[libc.pthread_mutex_lock(lock) for _ in range(2)]"
)
NOT_TOLD = (
    "import signal, time; signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}); time.sleep(60)"
)
"""As in reading a disk: the system tells the thread only once it has returned."""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("finishing", ["", "interrupts.to_be_finished().__enter__()"])
@pytest.mark.parametrize("hangs", [LOCKED, NOT_TOLD], ids=["locked", "not told"])
def test_a_program_that_hangs_in_the_system_ends_too(finishing, hangs):
    command = [sys.executable, "-c", HANGING.format(finishing, hangs)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        try:
            assert process.stdout.readline() == "hanging\n"
            time.sleep(0.1)
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=ENDING_SECONDS)
        finally:
            process.kill()
    assert (process.returncode, err) == (130, "genre-monitor: Stopped.\n")


def test_without_other_processes(recordings):
    status, err = interrupted(recordings, 1.5)
    assert (status, err) == (130, "genre-monitor: Stopped.\n")


def test_no_process_stays_if_the_program_is_killed(recordings):
    with start("analyze", recordings, "--jobs", 2, cwd=recordings) as process:
        while len(processes_in(recordings)) < 3:
            assert process.poll() is None
            time.sleep(0.05)
        process.kill()
    _, alive = psutil.wait_procs(processes_in(recordings), timeout=ENDING_SECONDS)
    assert alive == []
