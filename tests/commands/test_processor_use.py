import subprocess
import sys
import threading
import time
from contextlib import nullcontext
from pathlib import Path

import pytest

from desktop_app.benchmark import processes, processor_use
from desktop_app.benchmark.output_cost import EVERYBODY, NOBODY, output_table
from desktop_app.benchmark.processor_use import processor_table
from desktop_app.benchmark.thread_time import PROGRAMS, WINDOW, shares, thread_seconds


def test_processor_time_is_told_by_thread():
    done = threading.Event()

    def work():
        begin = time.thread_time()
        while time.thread_time() - begin < 0.2:
            pass
        done.set()
        stay.wait()

    stay = threading.Event()
    thread = threading.Thread(target=work, name="worker")
    before = thread_seconds()
    thread.start()
    try:
        assert done.wait(20.0)
        found = shares(before, thread_seconds(), 1.0)
    finally:
        stay.set()
        thread.join()
    # In ticks of 10 ms.
    assert found["worker"] == pytest.approx(0.2, abs=0.03)
    assert found.get(WINDOW, 0.0) < 0.1


def test_the_table_adds_up():
    table = processor_table(
        {"playing": {"window": 0.1, "decoder": 0.02}, "listening": {"window": 0.125}}
    )
    assert table.splitlines()[2:] == [
        "| window | 10.0 % | 12.5 % |",
        "| decoder | 2.0 % | 0.0 % |",
        "| all | 12.0 % | 12.5 % |",
    ]


def test_what_telling_others_takes_is_compared_round_by_round():
    table = output_table(
        [
            {NOBODY: {"window": 0.1}, EVERYBODY: {"window": 0.1, "web": 0.01}},
            {NOBODY: {"window": 0.1}, EVERYBODY: {"window": 0.11, "web": 0.02}},
            {NOBODY: {"window": 0.2}, EVERYBODY: {"window": 0.1, "web": 0.02}},
        ]
    )
    assert "| web | 0.0 % | 2.0 % |" in table
    assert "round by round: +1.0, +3.0, -8.0; median +1.0 % of a core" in table


def test_programs_that_were_run_count_too():
    before = thread_seconds()
    subprocess.run([sys.executable, "-c", "for _ in range(3_000_000): pass"], check=True)
    assert shares(before, thread_seconds(), 1.0)[PROGRAMS] > 0.0


def test_the_measurement_does_not_count_its_own_timer(monkeypatch):
    commands = []

    def run(module, *arguments, environment):
        commands.append(arguments)
        Path(arguments[2]).write_text('{"threads": {"window": 0.1}}\n')

    monkeypatch.setattr(processes, "run_module", run)
    monkeypatch.setattr(processor_use, "music", nullcontext)
    assert processor_use.processor_use(1.0)[processor_use.PLAYING] == {"window": 0.1}
    assert ["--no-blocks" in arguments for arguments in commands] == [True, True]
