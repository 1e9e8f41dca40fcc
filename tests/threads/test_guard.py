import logging

import pytest

from desktop_app.threads.guard import Guard

log = logging.getLogger(__name__)


def fail(message="broken"):
    raise ValueError(message)


@pytest.fixture
def guard():
    return Guard(log, "counting sheep")


def test_the_loop_continues_and_the_fault_is_one_sentence(guard):
    rounds = []
    for number in range(3):
        with guard:
            rounds.append(number)
            fail()
    assert rounds == [0, 1, 2]
    assert guard.fault == "Internal error while counting sheep: ValueError('broken')."


def test_a_repeated_fault_is_logged_once_with_its_traceback(guard, caplog):
    for message in ("broken", "broken", "other", "other"):
        with guard:
            fail(message)
    assert [record.message for record in caplog.records] == [
        "internal error while counting sheep"
    ] * 2
    assert "in fail" in caplog.text


def test_a_fault_repeated_after_clearing_is_shown_but_not_logged_again(guard, caplog):
    for _ in range(2):
        guard.clear()
        assert not guard.fault
        with guard:
            fail()
        assert "broken" in guard.fault
    assert len(caplog.records) == 1


def test_a_fault_stays_until_it_is_cleared(guard):
    with guard:
        fail()
    with guard:
        pass
    assert "broken" in guard.fault


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_exceptions_that_end_the_process_are_not_caught(guard, error, caplog):
    with pytest.raises(error), guard:
        raise error
    assert not guard.fault
    assert not caplog.records
