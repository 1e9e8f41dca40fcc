import threading
import time

import pytest

from desktop_app.benchmark.processor_use import processor_table
from desktop_app.benchmark.thread_time import WINDOW, shares, thread_seconds


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
