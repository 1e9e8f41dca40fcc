import numpy as np
import pytest

from desktop_app.analysis.gate import State
from desktop_app.engine.source_status import Activity, SourceStatus
from desktop_app.panels.status_text import SIGNS, explain
from tests.fixtures.fake_source import FakeClassifier
from tests.fixtures.frames import frame_of


def test_only_stopped_and_ended_share_a_symbol():
    assert set(SIGNS) == set(Activity)
    same = {Activity.STOPPED, Activity.ENDED}
    assert len(set(SIGNS.values())) == len(Activity) - len(same) + 1


def frame(state, frames=100, smoothed=None):
    mfcc = np.zeros((frames, 13), np.float32)
    return frame_of(state=state, mfcc=mfcc, network=FakeClassifier(), smoothed=smoothed)


@pytest.mark.parametrize(
    ("shown", "average_s", "text"),
    [
        (None, 3.0, "Waiting for sound…"),
        (frame(State.SILENCE), 3.0, "Silence: no genre shown"),
        (frame(State.FILLING, frames=40), 3.0, "Listening … 1.4 s to go"),
        (frame(State.FILLING), 3.0, "Listening…"),
        (frame(State.NOT_MUSIC), 3.0, "Not music: no genre shown"),
        (frame(State.MUSIC, smoothed=np.ones(3)), 3.0, "Average of the last 3 s"),
        (frame(State.MUSIC, smoothed=np.ones(3)), 0.0, "Latest window only"),
    ],
)
def test_the_result_is_explained_in_one_line(shown, average_s, text):
    assert explain(SourceStatus(Activity.LISTENING, "USB"), shown, "", average_s) == text


@pytest.mark.parametrize(
    ("activity", "text"),
    [
        (Activity.STOPPED, "Start listening, open a file or play the demo."),
        (Activity.OPENING, "Opening USB…"),
        (Activity.RECOVERING, "Waiting for USB to return…"),
        (Activity.NO_SIGNAL, "No signal: no genre shown"),
        (Activity.PAUSED, "Paused"),
    ],
)
def test_a_source_that_is_not_listening_is_explained(activity, text):
    assert explain(SourceStatus(activity, "USB"), None, "", 3.0) == text
