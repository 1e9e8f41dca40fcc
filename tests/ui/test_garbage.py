"""Python deletes widgets on the thread of the window only, whatever other threads do."""

import gc
import threading

import pytest

from desktop_app.ui.garbage import collected_here

PLENTY = 100_000
"""Objects, of which some hundreds are enough for a search for garbage."""


class Garbage:
    """Refers to itself, and tells which thread deletes it."""

    def __init__(self, told):
        self.itself = self
        self.told = told

    def __del__(self):
        self.told.append(threading.current_thread())


@pytest.fixture
def automatic():
    gc.enable()
    yield
    gc.disable()


def create_objects_elsewhere():
    """Return objects that another thread has created."""
    created = []
    thread = threading.Thread(target=lambda: created.extend([] for _ in range(PLENTY)))
    thread.start()
    thread.join()
    return created


def test_garbage_is_deleted_on_the_thread_of_the_window(qtbot, automatic):
    told = []
    with collected_here():
        Garbage(told)
        created = create_objects_elsewhere()
        assert told == []
        qtbot.waitUntil(lambda: told == [threading.current_thread()])
    assert len(created) == PLENTY
    assert gc.isenabled()


def test_otherwise_it_would_be_deleted_wherever_objects_are_created(automatic):
    told = []
    Garbage(told)
    assert len(create_objects_elsewhere()) == PLENTY
    assert told not in ([], [threading.current_thread()])
