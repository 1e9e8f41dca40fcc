import threading
import time

import pytest

from desktop_app.audio.device_thread import DeviceThread, Unanswered


@pytest.fixture
def hanging():
    """Calls wait until it is set; it is set in the end, so that no thread stays."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
def devices(hanging):
    devices = DeviceThread(patience_s=0.1)
    yield devices
    hanging.set()
    devices.close()


def until(condition):
    deadline = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_a_call_is_made_on_another_thread_and_its_result_comes_back(devices):
    assert devices.call(lambda: threading.current_thread().name) == "devices"
    assert not devices.stuck


def test_an_error_is_raised_where_the_call_was_made(devices):
    with pytest.raises(ZeroDivisionError):
        devices.call(lambda: 1 // 0)
    assert devices.call(lambda: 2) == 2


def test_a_call_that_hangs_is_given_up_and_the_next_ones_fail_at_once(devices, hanging):
    with pytest.raises(Unanswered, match="does not answer"):
        devices.call(hanging.wait)
    assert devices.stuck
    begun = time.monotonic()
    with pytest.raises(Unanswered):
        devices.call(lambda: 1)
    assert time.monotonic() - begun < 0.05


def test_what_comes_too_late_is_undone_and_then_it_goes_on(devices, hanging):
    undone = []
    with pytest.raises(Unanswered):
        devices.call(lambda: hanging.wait() and "device", undone.append)
    hanging.set()
    until(lambda: not devices.stuck)
    assert undone == ["device"]
    assert devices.call(lambda: 1) == 1


def test_what_comes_in_time_is_not_undone(devices):
    undone = []
    assert devices.call(lambda: "device", undone.append) == "device"
    assert undone == []


def test_whoever_waits_is_let_go_when_it_is_given_up(hanging):
    devices = DeviceThread(patience_s=60)
    gone = []

    def wait():
        with pytest.raises(Unanswered):
            devices.call(hanging.wait)
        gone.append(True)

    waiting = threading.Thread(target=wait)
    waiting.start()
    until(lambda: devices.stuck)
    devices.give_up()
    waiting.join(1)
    assert gone
    with pytest.raises(Unanswered):
        devices.call(lambda: 1)
    begun = time.monotonic()
    devices.close()
    assert time.monotonic() - begun < 1.0


def test_closing_without_a_call():
    DeviceThread().close()
