import pytest

from desktop_app.analysis.gate import State
from desktop_app.analysis.history import History
from desktop_app.engine.source_status import Activity, SourceStatus
from desktop_app.outputs.message import message_of
from desktop_app.panels.status_text import explain
from tests.fixtures.fake_source import FakeClassifier
from tests.fixtures.frames import answer_of, frame_of

STATUS = SourceStatus(Activity.LISTENING, "Mic", first_stream=1)
NETWORK = FakeClassifier()
POP = answer_of((0.8, 0.1, 0.1), ("pop", "rock", "jazz"))


@pytest.mark.parametrize(
    ("window", "answer", "network", "state", "heard", "words"),
    [
        (State.MUSIC, POP, NETWORK, "music", "pop", ""),
        (State.NOT_MUSIC, POP, NETWORK, "music", "pop", ""),
        (State.NOT_MUSIC, None, NETWORK, "not music", "not music", "Not music"),
        # A single window of music within speech.
        (State.MUSIC, None, NETWORK, "not music", "not music", "Not music"),
        (State.MUSIC, None, None, "music", None, "Listening…"),
        (State.FILLING, None, None, "filling", None, "Listening…"),
        (State.SILENCE, None, None, "silence", "silence", "Silence"),
    ],
)
def test_window_history_session_and_other_programs_hear_the_same(
    window, answer, network, state, heard, words
):
    frame = frame_of(window_state=window, answer=answer, network=network)
    history = History()
    history.note(frame)
    assert history.snapshot().points[0].state.value == state
    assert message_of(STATUS, frame).state == state
    assert frame.heard == heard
    assert explain(STATUS, frame, "").instead == words
