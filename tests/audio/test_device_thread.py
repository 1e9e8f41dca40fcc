import threading
import time

import pytest

from desktop_app.audio import device_thread
from desktop_app.audio.device_thread import DeviceThread, Unanswered
from tests.fixtures.waiting import until


@pytest.fixture
def hanging():
    """An event that calls wait for; set at the end, so that no thread is left."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
def devices(hanging):
    devices = DeviceThread(timeout_s=0.1)
    yield devices
    hanging.set()
    devices.close()


def test_a_call_runs_on_another_thread_and_returns_its_result(devices):
    assert devices.call(lambda: threading.current_thread().name) == "devices"
    assert not devices.stuck


def test_an_error_is_raised_to_the_caller(devices):
    with pytest.raises(ZeroDivisionError):
        devices.call(lambda: 1 // 0)
    assert devices.call(lambda: 2) == 2


def test_a_hung_call_is_given_up_and_the_next_ones_fail_at_once(devices, hanging):
    with pytest.raises(Unanswered, match="is not responding"):
        devices.call(hanging.wait)
    assert devices.stuck
    begun = time.monotonic()
    with pytest.raises(Unanswered):
        devices.call(lambda: 1)
    assert time.monotonic() - begun < 0.05


def test_a_late_result_is_undone_and_the_next_call_is_made(devices, hanging):
    undone = []
    with pytest.raises(Unanswered):
        devices.call(lambda: hanging.wait() and "device", undone.append)
    hanging.set()
    until(lambda: not devices.stuck)
    assert undone == ["device"]
    assert devices.call(lambda: 1) == 1


def test_a_timely_result_is_not_undone(devices):
    undone = []
    assert devices.call(lambda: "device", undone.append) == "device"
    assert undone == []


def test_a_late_error_is_logged_and_the_next_call_is_made(devices, hanging, caplog):
    def fail():
        hanging.wait()
        raise ValueError("broken")

    with pytest.raises(Unanswered):
        devices.call(fail)
    hanging.set()
    until(lambda: not devices.stuck)
    assert "broken" in caplog.text
    assert devices.call(lambda: 1) == 1


def test_a_failed_undo_is_logged_and_the_next_call_is_made(devices, hanging, caplog):
    def undo(result):
        raise ValueError("broken")

    with pytest.raises(Unanswered):
        devices.call(hanging.wait, undo)
    hanging.set()
    until(lambda: not devices.stuck)
    assert "broken" in caplog.text
    assert devices.call(lambda: 1) == 1


def test_a_timeout_inside_a_call_is_passed_on_as_an_error(devices):
    def fail():
        raise TimeoutError("of the device")

    with pytest.raises(TimeoutError, match="of the device"):
        devices.call(fail)
    assert not devices.stuck


def test_sending_waits_briefly_and_the_work_is_still_done(devices, hanging, monkeypatch):
    monkeypatch.setattr(device_thread, "SENDING_SECONDS", 0.1)
    done = []
    begun = time.monotonic()
    devices.send(lambda: hanging.wait() and done.append("first"))
    devices.send(lambda: done.append("second"))
    assert time.monotonic() - begun < 0.5
    assert devices.stuck
    hanging.set()
    until(lambda: not devices.stuck)
    assert done == ["first", "second"]


def test_an_error_in_sent_work_is_logged(devices, caplog):
    devices.send(lambda: 1 // 0)
    assert "ZeroDivisionError" in caplog.text
    assert devices.call(lambda: 1) == 1


def test_a_call_made_while_giving_up_is_not_waited_for(hanging):
    devices = DeviceThread(timeout_s=60)
    start = devices._thread.start
    devices._thread.start = lambda: devices.give_up() or start()
    begun = time.monotonic()
    with pytest.raises(Unanswered):
        devices.call(hanging.wait)
    assert time.monotonic() - begun < 5.0
    hanging.set()
    devices.close()


def test_giving_up_releases_waiting_callers(hanging):
    devices = DeviceThread(timeout_s=60)
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


def test_the_thread_can_be_closed_before_any_call():
    devices = DeviceThread(timeout_s=0.2)
    begun = time.monotonic()
    devices.close()
    assert time.monotonic() - begun < 1.0
    with pytest.raises(Unanswered):
        devices.call(lambda: 1)
