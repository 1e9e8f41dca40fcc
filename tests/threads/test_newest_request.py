import logging
import threading
import time

import pytest

from desktop_app.threads.newest_request import NewestRequest
from tests.fixtures.waiting import until


class Service:
    """Serves requests that wait until released, and records what happened."""

    def __init__(self, finish):
        self.begun = []
        self.delivered = []
        self.failing = {}
        self.gates = {}
        self.tickets = {}
        self.requests = NewestRequest("service", "serving", self.serve, finish=finish)

    def hold(self, request):
        self.gates[request] = threading.Event()

    def let_go(self, request):
        self.gates[request].set()

    def serve(self, request, ticket):
        self.tickets[request] = ticket
        self.begun.append(request)
        if request in self.gates:
            self.gates[request].wait(20)
        if request in self.failing:
            raise self.failing[request]
        ticket.deliver(lambda: self.delivered.append(request))

    def ask(self, request):
        """Ask and wait until it is being served."""
        self.requests.ask(request)
        until(lambda: request in self.begun)

    def idle(self):
        until(lambda: not self.requests.busy)


@pytest.fixture(params=[False, True], ids=["supersede", "finish"])
def service(request):
    service = Service(request.param)
    yield service
    end(service)


@pytest.fixture
def superseding():
    service = Service(finish=False)
    yield service
    end(service)


@pytest.fixture
def finishing():
    service = Service(finish=True)
    yield service
    end(service)


def end(service):
    for gate in service.gates.values():
        gate.set()
    assert service.requests.close(5.0)


def test_a_request_is_served_and_its_result_delivered(service):
    service.hold("a")
    service.ask("a")
    assert service.requests.busy
    service.let_go("a")
    service.idle()
    assert service.delivered == ["a"]
    assert not service.requests.fault


def test_a_newer_request_starts_at_once_and_the_older_one_cannot_deliver(superseding):
    superseding.hold("a")
    superseding.ask("a")
    superseding.ask("b")
    assert superseding.tickets["a"].superseded.is_set()
    superseding.idle()
    superseding.let_go("a")
    assert superseding.requests.close(5.0)
    assert superseding.delivered == ["b"]


def test_deliver_returns_whether_the_result_was_in_time(service):
    said = []
    requests = NewestRequest("x", "x", lambda _, ticket: said.append(ticket))
    requests.ask(1)
    until(lambda: said and not requests.busy)
    assert not said[0].deliver(lambda: said.append("late"))
    assert len(said) == 1
    assert requests.close(5.0)


def test_with_finish_the_newest_request_waits_and_older_ones_are_skipped(finishing):
    finishing.hold("a")
    finishing.ask("a")
    for request in "bcd":
        finishing.requests.ask(request)
    assert not finishing.tickets["a"].superseded.is_set()
    finishing.let_go("a")
    until(lambda: finishing.delivered == ["a", "d"])
    finishing.idle()
    assert finishing.begun == ["a", "d"]


def test_a_cancelled_request_delivers_nothing(service):
    service.hold("a")
    service.ask("a")
    service.requests.cancel()
    assert not service.requests.busy
    service.let_go("a")
    assert service.requests.close(5.0)
    assert not service.delivered


def test_cancelling_drops_waiting_requests(finishing):
    finishing.hold("a")
    finishing.ask("a")
    finishing.requests.ask("b")
    finishing.requests.cancel()
    finishing.let_go("a")
    assert finishing.requests.close(5.0)
    assert finishing.begun == ["a"]


def test_with_finish_a_request_after_cancelling_waits_for_the_one_still_running(finishing):
    finishing.hold("a")
    finishing.ask("a")
    finishing.requests.cancel()
    finishing.requests.ask("b")
    assert finishing.requests.busy
    time.sleep(0.05)
    assert finishing.begun == ["a"]
    finishing.let_go("a")
    until(lambda: finishing.delivered == ["b"])


def test_with_finish_the_newest_request_after_cancelling_is_delivered(finishing):
    for request in "ab":
        finishing.hold(request)
    finishing.ask("a")
    finishing.requests.cancel()
    finishing.requests.ask("b")
    finishing.requests.ask("c")
    finishing.let_go("a")
    finishing.let_go("b")
    until(lambda: finishing.delivered == ["c"])


def test_an_unexpected_exception_is_reported_and_the_next_request_served(service, caplog):
    service.failing["a"] = ValueError("broken")
    for _ in range(2):
        service.requests.ask("a")
        until(lambda: service.requests.fault)
        service.idle()
        assert service.requests.fault == "Internal error while serving: ValueError('broken')."
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    service.requests.ask("b")
    until(lambda: service.delivered == ["b"])
    assert not service.requests.fault


def test_cancelling_clears_the_fault(service):
    service.failing["a"] = ValueError("broken")
    service.requests.ask("a")
    until(lambda: service.requests.fault)
    service.requests.cancel()
    assert not service.requests.fault


def test_with_finish_a_fault_is_not_shown_for_the_next_request(finishing):
    finishing.failing["a"] = ValueError("broken")
    finishing.hold("a")
    finishing.ask("a")
    finishing.requests.ask("b")
    finishing.let_go("a")
    until(lambda: finishing.delivered == ["b"])
    assert not finishing.requests.fault


def test_a_superseded_request_that_fails_is_logged_but_not_shown(superseding, caplog):
    superseding.failing["a"] = ValueError("broken")
    superseding.hold("a")
    superseding.ask("a")
    superseding.ask("b")
    superseding.let_go("a")
    assert superseding.requests.close(5.0)
    assert not superseding.requests.fault
    assert "broken" in caplog.text


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_request_that_ends_its_thread_does_not_block_the_next(service):
    service.failing["a"] = SystemExit()
    service.requests.ask("a")
    until(lambda: "a" in service.begun)
    service.idle()
    service.requests.ask("b")
    until(lambda: service.delivered == ["b"])


def test_a_hung_thread_is_left_behind_at_close(service):
    service.hold("a")
    service.ask("a")
    begun = time.monotonic()
    assert not service.requests.close(0.1)
    assert time.monotonic() - begun < 1.0
    service.let_go("a")
    assert service.requests.close(5.0)
    assert not service.delivered


def test_requests_after_closing_are_ignored(service):
    assert service.requests.close(5.0)
    service.requests.ask("a")
    assert not service.requests.busy
    assert not service.begun


def test_a_thread_that_cannot_start_leaves_nothing_busy(service, monkeypatch):
    def refuse(self):
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        with pytest.raises(RuntimeError):
            service.requests.ask("a")
    assert not service.requests.busy
    service.requests.ask("b")
    until(lambda: service.delivered == ["b"])
