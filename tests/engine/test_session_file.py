import json
import multiprocessing
import os
import signal
from dataclasses import replace
from datetime import datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.engine.session_collector import Part
from desktop_app.engine.session_entries import Entry
from desktop_app.engine.session_file import SessionFile, SessionFileError, paths_in, read
from tests.fixtures.files import NO_FILES, put_no_file

BEGAN = 1_764_000_000.0
ROCK = Entry(Part(1, BEGAN, BEGAN + 20.5, "Mic", "rock", 0.875), note="with “guests”")
SILENCE = Entry(Part(2, BEGAN + 20.5, BEGAN + 30.0, "Mic", "silence", None))
LONGER = replace(SILENCE, part=replace(SILENCE.part, ended_at=BEGAN + 60.0))
RECORDED = datetime(2025, 11, 27, 18, 30, 0, 500_000)
POP = Entry(Part(3, BEGAN + 60.0, BEGAN + 90.0, "a\udce9b.wav", "pop", 0.5, RECORDED), "my own")


@pytest.fixture
def file(tmp_path):
    file = SessionFile.create(tmp_path / "sessions", BEGAN)
    yield file
    file.close()


def test_what_was_written_is_read_again(file):
    file.write([ROCK, SILENCE])
    file.write([ROCK, LONGER, POP])
    stored = read(file.path)
    assert stored.entries == (ROCK, LONGER, POP)
    assert (stored.remark, stored.last_number) == ("", 3)


def test_a_time_of_recording_keeps_its_offset_and_need_not_be_there(file):
    utc = replace(POP, part=replace(POP.part, recorded=RECORDED.replace(tzinfo=timezone.utc)))
    file.write([utc])
    assert read(file.path).entries == (utc,)
    # As an earlier version wrote it, and as none does.
    content = file.path.read_text()
    file.path.write_text(content.replace('"recorded":"2025-11-27T18:30:00.500+00:00",', ""))
    assert read(file.path).entries == (replace(POP, part=replace(POP.part, recorded=None)),)
    for wrong in ('"0001-01-01"', '"x"', "3"):
        file.path.write_text(content.replace('"2025-11-27T18:30:00.500+00:00"', wrong))
        assert read(file.path).damaged == 1


def test_only_what_has_changed_is_appended(file):
    file.write([ROCK, SILENCE])
    before = file.path.read_bytes()
    file.write([ROCK, LONGER])
    assert file.path.read_bytes() == before + b'{"part":2,"to":1764000060.0}\n'
    file.write([ROCK, LONGER])
    assert len(file.path.read_bytes()) == len(before) + 29


def test_removed_parts_stay_away_and_can_be_put_back(file):
    file.write([ROCK, LONGER, POP])
    file.write([LONGER])
    assert read(file.path).entries == (LONGER,)
    assert read(file.path).last_number == 3
    file.write([ROCK, LONGER])
    assert read(file.path).entries == (ROCK, LONGER)


def test_a_session_can_be_continued(file):
    file.write([ROCK])
    file.close()
    again, stored = SessionFile.reopen(file.path)
    again.write([*stored.entries, LONGER])
    again.close()
    assert read(file.path).entries == (ROCK, LONGER)


@given(cut=st.integers(1, 400))
def test_a_line_torn_anywhere_costs_only_that_line(tmp_path_factory, cut):
    file = SessionFile.create(tmp_path_factory.mktemp("torn"), BEGAN)
    header = file.path.stat().st_size
    states = [(), (ROCK,), (ROCK, SILENCE), (ROCK, LONGER), (ROCK, LONGER, POP)]
    ends = []
    for state in states:
        file.write(state)
        ends.append(file.path.stat().st_size)
    file.close()
    left = max(header, ends[-1] - cut)
    os.truncate(file.path, left)
    whole = max(number for number, end in enumerate(ends) if end <= left)
    stored = read(file.path)
    assert stored.entries == states[whole]
    assert ("incomplete" in stored.remark) == (ends[whole] != left)
    again, stored = SessionFile.reopen(file.path)
    again.write([*stored.entries, POP])
    again.close()
    assert read(file.path).entries == tuple(dict.fromkeys([*states[whole], POP]))
    assert read(file.path).remark == ""


def _write_until_killed(folder, ready):
    file = SessionFile.create(folder, BEGAN)
    number = 0
    while True:
        number += 1
        file.write([Entry(Part(n, BEGAN + n, BEGAN + n + 1, "Mic", "rock", 0.5))
                    for n in range(1, number + 1)])  # fmt: skip
        ready.set()


def test_a_program_that_is_killed_loses_nothing_that_was_written(tmp_path):
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    process = context.Process(target=_write_until_killed, args=(tmp_path, ready))
    process.start()
    assert ready.wait(30.0)
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    (path,) = paths_in(tmp_path)
    file, stored = SessionFile.reopen(path)
    file.close()
    assert [entry.part.number for entry in stored.entries] == [
        n + 1 for n in range(len(stored.entries))
    ]
    assert stored.entries


def test_two_instances_at_once_have_a_file_each(file):
    other = SessionFile.create(file.path.parent, BEGAN)
    file.write([ROCK])
    other.write([SILENCE])
    other.close()
    assert other.path != file.path
    assert read(file.path).entries == (ROCK,)
    assert read(other.path).entries == (SILENCE,)


def test_a_session_in_use_cannot_be_opened_again(file):
    file.write([ROCK])
    with pytest.raises(SessionFileError, match=r"is open in another window\. Close"):
        SessionFile.reopen(file.path)
    assert read(file.path).entries == (ROCK,)


def test_what_could_not_be_written_is_written_next_time(file, monkeypatch):
    file.write([ROCK])

    def full(_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as context:
        context.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space"):
            file.write([ROCK, SILENCE])
    file.write([ROCK, SILENCE])
    stored = read(file.path)
    assert (stored.entries, stored.damaged) == ((ROCK, SILENCE), 0)
    assert file.path.read_bytes().count(b"silence") == 1


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe", b"[]", b"7", b'{"to": 3}', b'{"part": 9, "to": 4}', b'{"part": "x"}',
        b'{"part": 1, "to": "now"}', b'{"part": 1, "note": 5}', b'{"part": 1, "to": NaN}',
        b'{"part": 1, "to": 1e20}', b'[' * 100_000,
    ],
)  # fmt: skip
def test_damaged_lines_are_left_out_with_a_sentence(file, line):
    file.write([ROCK])
    file.close()
    with file.path.open("ab") as end:
        end.write(line + b"\n" + line + b"\n" + json.dumps({"part": 1, "name": "x"}).encode())
        end.write(b"\n")
    stored = read(file.path)
    assert stored.entries == (replace(ROCK, name="x"),)
    assert stored.remark == "2 lines of this session could not be read and were left out."


@pytest.mark.parametrize("content", [b"", b"RIFF\0\0", b'{"genre-monitor session": 2}\n'])
def test_another_file_is_not_a_session(tmp_path, content):
    path = tmp_path / "x.jsonl"
    path.write_bytes(content)
    with pytest.raises(SessionFileError, match="not written by this version"):
        SessionFile.reopen(path)
    with pytest.raises(SessionFileError, match="not written by this version"):
        read(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("kind", NO_FILES)
def test_what_is_no_file_is_not_a_session(tmp_path, kind):
    path = put_no_file(tmp_path / "x.jsonl", kind)
    for opened in (read, SessionFile.reopen):
        with pytest.raises(SessionFileError, match="it is a folder, pipe, socket or device"):
            opened(path)


def test_a_session_that_cannot_be_read_is_reported(tmp_path):
    with pytest.raises(SessionFileError, match="Could not open the session x: No such file"):
        SessionFile.reopen(tmp_path / "x.jsonl")
