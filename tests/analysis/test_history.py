import threading

import pytest

from desktop_app.analysis.history import STEP_SECONDS, History
from tests.fixtures.fake_source import FakeClassifier
from tests.fixtures.frames import frame_of


def test_a_point_is_kept_every_half_second():
    history = History()
    for number in range(100):
        history.note(frame_of(heard_at=number * 0.1))
    points = history.snapshot().points
    assert [point.at_s for point in points] == pytest.approx(
        [number * STEP_SECONDS for number in range(20)], abs=0.11
    )


def test_the_snapshot_is_the_same_until_there_is_another_point():
    history = History()
    history.note(frame_of(heard_at=0.0))
    before = history.snapshot()
    history.note(frame_of(heard_at=0.1))
    assert history.snapshot() is before
    history.note(frame_of(heard_at=0.6))
    assert history.snapshot() is not before


def test_a_model_with_other_genres_starts_a_new_history():
    history = History()
    history.note(frame_of(heard_at=0.0, network=FakeClassifier()))
    other = FakeClassifier()
    other.genres = ("x", "y")
    history.note(frame_of(heard_at=0.1, network=other))
    snapshot = history.snapshot()
    assert snapshot.genres == ("x", "y")
    assert len(snapshot.points) == 1


def test_a_snapshot_can_be_taken_while_points_are_added():
    history, over, faults = History(), threading.Event(), []

    def look():
        try:
            while not over.is_set():
                points = history.snapshot().points
                assert [point.at_s for point in points] == sorted(point.at_s for point in points)
        except Exception as error:
            faults.append(error)

    looking = threading.Thread(target=look)
    looking.start()
    for number in range(8000):
        history.note(frame_of(heard_at=float(number)))
    over.set()
    looking.join()
    assert not faults
    assert len(history.snapshot().points) == 7200
