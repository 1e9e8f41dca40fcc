import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np

from desktop_app.analysis.answer import Answer
from desktop_app.analysis.gate import State
from desktop_app.engine.source_status import Activity, SourceStatus
from desktop_app.outputs.message import VERSION, message_of
from desktop_app.outputs.osc import addresses
from tests.fixtures.frames import frame_of

PAGE = Path(__file__).parents[2] / "resources/docs/messages.md"
LISTENING = SourceStatus(Activity.LISTENING, "Mic", first_stream=3)
ANSWER = Answer.of(np.array([0.2, 0.7, 0.1], np.float32), ("pop", "drum/bass", "rock"), 0.5)


def test_a_message_says_what_the_window_says():
    message = message_of(LISTENING, frame_of(stream=3, window_state=State.MUSIC, answer=ANSWER))
    assert (message.version, message.source, message.activity) == (VERSION, "Mic", "listening")
    assert (message.state, message.genre, message.answer) == ("music", "drum/bass", "Drum/bass")
    assert (message.probability, message.sure) == (0.7, True)
    assert message.probabilities == {"pop": 0.2, "drum/bass": 0.7, "rock": 0.1}
    assert json.loads(message.as_json())["probabilities"]["rock"] == 0.1


def test_what_is_documented_is_sent():
    text = PAGE.read_text(encoding="utf-8")
    table = text.split("## The message")[1].split("\n## ")[0]
    documented = re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)
    message = message_of(LISTENING, frame_of(stream=3, window_state=State.MUSIC, answer=ANSWER))
    sent = json.loads(message.as_json())
    assert sorted(documented) == sorted(sent)
    assert f"| `version` | {VERSION};" in table
    # As the standard has it, with a colon in the offset.
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d", sent["time"])
    words = {activity.value for activity in Activity} | {state.value for state in State}
    assert set(re.findall(r"`([a-z ]+)`", table)) - set(documented) <= words


def test_single_windows_within_music_do_not_count():
    frame = frame_of(stream=3, window_state=State.NOT_MUSIC, answer=ANSWER)
    assert message_of(LISTENING, frame).state == "music"
    assert message_of(LISTENING, replace(frame, answer=None)).state == "not music"


def test_nothing_stale_is_told():
    frame = frame_of(stream=2, window_state=State.MUSIC, answer=ANSWER)
    for status, heard in (
        (LISTENING, frame),
        (LISTENING, None),
        (replace(LISTENING, activity=Activity.RECOVERING), replace(frame, stream=3)),
    ):
        message = message_of(status, heard)
        assert (message.state, message.genre, message.level) == (None, None, None)
        assert message.probabilities == {}
        assert message.activity == status.activity.value


def test_osc_addresses_are_valid_and_never_without_a_value():
    message = message_of(LISTENING, frame_of(stream=3, window_state=State.MUSIC, answer=ANSWER))
    found = addresses(message)
    assert found["/genre-monitor/answer"] == "Drum/bass"
    assert found["/genre-monitor/sure"] == 1
    assert found["/genre-monitor/probabilities/drum-bass"] == 0.7
    nothing = addresses(message_of(LISTENING, None))
    assert nothing["/genre-monitor/genre"] == ""
    assert nothing["/genre-monitor/probability"] == 0.0
    assert None not in nothing.values()
