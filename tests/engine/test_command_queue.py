import threading
import time
from concurrent.futures import Future

import pytest

from desktop_app.engine.command_queue import Command, CommandQueue


@pytest.fixture
def queue():
    return CommandQueue()


def control(**options):
    return Command(lambda: None, **options)


def switch(name, **options):
    return Command(lambda: None, switches=True, name=name, **options)


def run(queue):
    """The names or commands that can be carried out now, in that order."""
    done = []
    while (command := queue.head(0.0)) is not None:
        queue.done(command)
        done.append(command)
    return done


def ready():
    future = Future()
    future.set_result(None)
    return future


def test_commands_run_in_the_order_they_were_queued(queue):
    commands = [switch("a"), control(), control(lasting=True), switch("b"), control()]
    for command in commands:
        queue.put(command)
    assert run(queue) == commands


def test_a_command_stays_queued_until_it_is_done(queue):
    command = switch("a", to_input=True)
    queue.put(command)
    assert queue.head(0.0) is command
    assert queue.head(0.0) is command
    assert queue.switching_to == "a"
    assert queue.switching_to_input
    queue.done(command)
    assert queue.head(0.0) is None
    assert queue.switching_to == ""
    assert not queue.switching_to_input


def test_commands_after_a_pending_switch_wait_for_it(queue):
    slow = Future()
    commands = [switch("folder", ready=slow), control(), control()]
    for command in commands:
        queue.put(command)
    assert run(queue) == []
    slow.set_result(None)
    assert run(queue) == commands


def test_a_newer_switch_overtakes_a_pending_one_and_its_commands(queue):
    newer, after = switch("b"), control()
    for command in (switch("a", ready=Future()), control(), newer, after):
        queue.put(command)
    assert queue.switching_to == "b"
    assert run(queue) == [newer, after]


def test_several_pending_switches_are_overtaken_together(queue):
    newest = switch("c")
    for command in (switch("a", ready=Future()), control(), switch("b", ready=Future()), newest):
        queue.put(command)
    assert run(queue) == [newest]


def test_a_switch_that_is_ready_is_not_overtaken(queue):
    commands = [switch("a", ready=ready()), control(), switch("b")]
    for command in commands:
        queue.put(command)
    assert run(queue) == commands


def test_a_cancelled_switch_is_dropped_with_its_commands(queue):
    cancelled = Future()
    after = control(lasting=True)
    for command in (switch("a", ready=cancelled), control(), after):
        queue.put(command)
    cancelled.cancel()
    assert run(queue) == [after]
    assert queue.switching_to == ""


def test_lasting_commands_survive_being_overtaken_and_keep_their_order(queue):
    volumes = [control(lasting=True), control(lasting=True)]
    newest = switch("b")
    for command in (switch("a", ready=Future()), volumes[0], control(), volumes[1], newest):
        queue.put(command)
    assert run(queue) == [*volumes, newest]


def test_lasting_commands_do_not_wait_for_a_pending_switch(queue):
    slow = Future()
    folder, after = switch("folder", ready=slow), control()
    volumes = [control(lasting=True), control(lasting=True)]
    for command in (folder, volumes[0], after, volumes[1]):
        queue.put(command)
    assert run(queue) == volumes
    assert queue.switching_to == "folder"
    slow.set_result(None)
    assert run(queue) == [folder, after]


def test_stopping_is_a_switch_that_opens_no_source(queue):
    queue.put(switch("a", ready=Future()))
    queue.put(switch(""))
    assert queue.switching_to == ""


def test_a_requested_input_counts_even_behind_other_commands(queue):
    queue.put(switch("file"))
    queue.put(switch("USB", to_input=True))
    queue.put(switch("other file"))
    assert queue.switching_to_input
    assert queue.switching_to == "other file"


@pytest.mark.parametrize("late", ["put", "ready", "cancelled"])
def test_a_new_command_wakes_the_waiting_thread(queue, late):
    slow = Future()
    command = switch("a", ready=slow)
    other = control(lasting=True)
    if late != "put":
        queue.put(command)
    found = []
    waiting = threading.Thread(target=lambda: found.append(queue.head(20.0)))
    begun = time.monotonic()
    waiting.start()
    time.sleep(0.02)
    if late == "put":
        queue.put(other)
    elif late == "ready":
        slow.set_result(None)
    else:
        slow.cancel()
    waiting.join(10.0)
    assert time.monotonic() - begun < 5.0
    assert found == [{"put": other, "ready": command, "cancelled": None}[late]]


def test_closing_wakes_the_waiting_thread_and_delivers_nothing(queue):
    found = []
    waiting = threading.Thread(target=lambda: found.append(queue.head(20.0)))
    begun = time.monotonic()
    waiting.start()
    time.sleep(0.02)
    queue.close()
    waiting.join(10.0)
    assert time.monotonic() - begun < 5.0
    queue.put(switch("a"))
    assert queue.closed
    assert found == [None]
    assert queue.head(20.0) is None


def test_waiting_times_out_without_a_command(queue):
    queue.put(switch("a", ready=Future()))
    begun = time.monotonic()
    assert queue.head(0.05) is None
    assert 0.03 < time.monotonic() - begun < 2.0
