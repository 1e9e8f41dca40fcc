from dataclasses import replace

import numpy as np
import pytest

from desktop_app.analysis.gate import State
from desktop_app.engine.source_status import Activity, SourceStatus
from desktop_app.panels.status_text import SIGNS, Words, explain
from tests.fixtures.fake_source import FakeClassifier
from tests.fixtures.frames import answer_of, frame_of


def test_only_stopped_and_ended_share_a_symbol():
    assert set(SIGNS) == set(Activity)
    same = {Activity.STOPPED, Activity.ENDED}
    assert len(set(SIGNS.values())) == len(Activity) - len(same) + 1


def frame(state, frames=100, **values):
    mfcc = np.zeros((frames, 13), np.float32)
    return frame_of(window_state=state, mfcc=mfcc, network=FakeClassifier(), **values)


def music(averaged_s):
    return frame(State.MUSIC, answer=answer_of((0.5, 0.3, 0.2)), averaged_s=averaged_s)


def not_yet_sure(averaged_s):
    """As after unsure music, when the next piece has just become clear."""
    said = replace(answer_of((0.1, 0.8, 0.1), sure_threshold=0.6), named=(), leaning=1)
    return frame(State.MUSIC, answer=said, averaged_s=averaged_s)


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (None, Words("Listening…", "Waiting for sound")),
        (frame(State.SILENCE), Words("Silence", "No genre shown")),
        (frame(State.FILLING, frames=40, missing_s=1.39), Words("Listening…", "1.4 s to go")),
        # After silence, which is still in the window.
        (frame(State.FILLING, missing_s=2.32), Words("Listening…", "2.3 s to go")),
        (frame(State.NOT_MUSIC), Words("Not music", "No genre shown")),
        (music(12.0), Words("", "Over the last 12 s")),
        (music(2.5), Words("", "Over the last 2.5 s")),
        (music(0.0), Words("", "Latest window only")),
        (not_yet_sure(4.0), Words("", "Over the last 4 s, leaning towards B")),
        (replace(frame(State.MUSIC), network=None), Words("Listening…", "No genre shown")),
    ],
)
def test_the_result_is_explained_in_one_line(shown, text):
    assert explain(SourceStatus(Activity.LISTENING, "USB"), shown, "") == text


@pytest.mark.parametrize(
    ("activity", "text"),
    [
        (Activity.STOPPED, Words("Stopped", "Start listening, open a file or play the demo.")),
        (Activity.OPENING, Words("Opening…", "USB")),
        (Activity.RECOVERING, Words("Waiting…", "Continues when USB returns")),
        (Activity.NO_SIGNAL, Words("No signal", "No genre shown")),
        (Activity.PAUSED, Words("Paused", "No genre shown")),
    ],
)
def test_a_source_that_is_not_listening_is_explained(activity, text):
    assert explain(SourceStatus(activity, "USB"), None, "") == text


def test_a_program_is_waited_for_until_it_plays():
    status = SourceStatus(Activity.RECOVERING, "What Firefox plays")
    assert explain(status, None, "") == Words("Waiting…", "Continues when Firefox plays again")
