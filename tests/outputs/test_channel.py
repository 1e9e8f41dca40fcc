"""What a receiver may do: be slow, refuse, go away; nobody waits for it."""

import threading
import time
from argparse import Namespace
from contextlib import ExitStack
from unittest.mock import Mock

import pytest

from desktop_app.commands.listen_outputs import channels
from desktop_app.outputs import channel as module
from desktop_app.outputs.addresses import osc
from desktop_app.outputs.channel import Channel, ReceiverError, close_all
from desktop_app.outputs.message import Message
from tests.fixtures.waiting import until


def message(genre="pop", probability=0.5):
    return Message("t", "Mic", "listening", "music", genre, probability, True, genre.title())


class Receiver:
    name = "the receiver"
    interval_s = 0.1

    def __init__(self):
        self.got, self.opened, self.closed = [], 0, 0
        self.failing = self.slow_s = 0

    def essence(self, message):
        return message.content

    def open(self):
        self.opened += 1
        if self.failing:
            self.failing -= 1
            raise ReceiverError("nobody answers")

    def send(self, message):
        time.sleep(self.slow_s)
        self.got.append((time.monotonic(), message))

    def close(self):
        self.closed += 1


@pytest.fixture
def receiver():
    return Receiver()


@pytest.fixture
def opened(receiver, monkeypatch):
    monkeypatch.setattr(module, "FIRST_PAUSE_S", 0.05)
    channel = Channel(receiver)
    yield channel
    close_all([channel])


def offer_for(channel, seconds, make):
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        channel.offer(make(count))
        count += 1
        time.sleep(0.01)


def test_at_most_ten_messages_a_second_even_if_everything_changes(receiver, opened):
    offer_for(opened, 1.0, lambda n: message(f"g{n}"))
    assert 5 <= len(receiver.got) <= 11
    # The last one is not lost.
    until(lambda: receiver.got[-1][1].genre == opened_last(opened))


def opened_last(channel):
    return channel._essence[3]


def test_a_change_is_told_at_once_and_numbers_only_now_and_then(receiver, opened):
    receiver.interval_s = None
    opened.offer(message("pop"))
    until(lambda: len(receiver.got) == 1)
    offer_for(opened, 0.3, lambda n: message("pop", n / 100))
    assert len(receiver.got) == 1
    asked = time.monotonic()
    opened.offer(message("rock"))
    until(lambda: len(receiver.got) == 2)
    assert receiver.got[1][0] - asked < 0.1


def test_numbers_are_told_ten_times_a_second_by_one_who_comes_nearly_that_often():
    now, receiver = [0.0], Receiver()
    channel = Channel(receiver, lambda: now[0])
    posted = channel._mailbox.post = Mock()
    for early in (0.0, 0.02, -0.02, 0.01, 0.02, -0.01, 0.0, 0.02, 0.01, 0.0):
        now[0] += 0.1 - early
        channel.offer(message(probability=now[0]))
    close_all([channel])
    assert posted.call_count == 10


def test_a_slow_receiver_gets_the_newest_message_and_keeps_nobody_waiting(receiver, opened):
    receiver.slow_s = 0.4
    begun = time.monotonic()
    for number in range(1000):
        opened.offer(message(f"g{number}"))
    assert time.monotonic() - begun < 0.3
    until(lambda: receiver.got and receiver.got[-1][1].genre == "g999")
    assert len(receiver.got) <= 3


def test_a_receiver_that_refuses_is_tried_again_and_costs_one_line(receiver, opened, caplog):
    receiver.failing = 3
    begun = time.monotonic()
    opened.offer(message())
    until(lambda: len(receiver.got) == 1)
    assert receiver.opened == 4
    # After 0.05, 0.1 and 0.2 s.
    assert 0.35 <= receiver.got[0][0] - begun < 2
    until(lambda: opened.problem == "")
    assert [record.getMessage() for record in caplog.records] == [
        "Could not send to the receiver: nobody answers. Trying again.",
        "Sending to the receiver again.",
    ]


def test_whatever_a_library_raises_the_receiver_is_tried_again(receiver, opened):
    send, faults = receiver.send, [KeyError(), RuntimeError("odd")]

    def failing(message):
        if faults:
            raise faults.pop()
        send(message)

    receiver.send = failing
    opened.offer(message())
    until(lambda: "odd" in opened.problem)
    until(lambda: opened.problem == "Could not send to the receiver: KeyError.")
    until(lambda: receiver.got)


def test_a_name_that_no_computer_can_have_is_a_failure_like_others():
    channel = Channel(osc("no..name:9000"))
    channel.offer(message())
    until(lambda: channel.problem)
    close_all([channel])
    assert channel.problem.startswith("Could not send to OSC no..name:9000: ")


def test_closing_disconnects_and_does_not_wait_for_one_that_hangs(receiver, opened):
    opened.offer(message())
    until(lambda: len(receiver.got) == 1)
    close_all([opened])
    assert receiver.closed == 1
    release = threading.Event()
    receiver.send = lambda message: release.wait(10)
    with ExitStack() as stack:
        for hanging in channels(Namespace(receivers=[receiver] * 4), stack):
            hanging.offer(message())
        begun = time.monotonic()
    # Not one after the other.
    assert time.monotonic() - begun < 1.5
    release.set()
