"""The receivers of a running program, changed while it runs."""

import threading
import time
from contextlib import contextmanager

import pytest
from pythonosc.dispatcher import Dispatcher
from pythonosc.osc_server import ThreadingOSCUDPServer

from desktop_app.outputs import sending as module
from desktop_app.outputs.message import Message
from desktop_app.outputs.sending import Sending
from tests.fixtures.waiting import until

MESSAGE = Message("t", "Mic", "listening", "music", "pop", 0.75, True, "Pop")


@contextmanager
def osc_receiver():
    """An OSC receiver's address, and what it gets."""
    got = {}
    dispatcher = Dispatcher()
    dispatcher.set_default_handler(lambda address, *values: got.update({address: values}))
    with ThreadingOSCUDPServer(("127.0.0.1", 0), dispatcher) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"127.0.0.1:{server.server_address[1]}", got
        server.shutdown()
        thread.join()


@pytest.fixture
def sending():
    sending = Sending()
    yield sending
    sending.close()


def test_another_receiver_takes_the_place_of_the_first(sending):
    with osc_receiver() as (first, got_first), osc_receiver() as (second, got_second):
        sending.use("osc", first)
        sending.tell(MESSAGE)
        until(lambda: got_first)
        sending.use("osc", second)
        assert sending.receivers == (f"OSC {second}",)
        got_first.clear()
        sending.tell(MESSAGE)
        until(lambda: got_second)
        assert not got_first
        sending.use("osc", "")
        assert not sending.active


def test_what_names_no_receiver_changes_nothing(sending):
    sending.use("osc", "127.0.0.1:9000")
    with pytest.raises(ValueError, match="not an address"):
        sending.use("osc", "nonsense")
    assert sending.receivers == ("OSC 127.0.0.1:9000",)


def test_receivers_that_hang_are_not_waited_for(sending, monkeypatch):
    release, sent = threading.Event(), []

    class Hanging:
        name, interval_s = "hanging", None
        open = close = lambda self: None

        def essence(self, message):
            return message.content

        def send(self, message):
            sent.append(message)
            release.wait(10)

    monkeypatch.setattr(module, "KINDS", dict.fromkeys("abc", lambda _text: Hanging()))
    for kind in "abc":
        sending.use(kind, "x")
        sending.use(kind, "x")
    sending.tell(MESSAGE)
    until(lambda: len(sent) == 3)
    begun = time.monotonic()
    sending.close()
    assert time.monotonic() - begun < 2
    release.set()
