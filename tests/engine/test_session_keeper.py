import json

import pytest

from desktop_app.engine import session_keeper
from desktop_app.engine.session import Session
from desktop_app.engine.session_file import SUFFIX, paths_in, read
from desktop_app.engine.session_keeper import SessionKeeper
from tests.fixtures.fake_source import FakeClassifier
from tests.fixtures.frames import answer_of, frame_of
from tests.fixtures.waiting import until

NETWORK = FakeClassifier()
BEGAN = 1_764_000_000.0


class Instance:
    """A session and its keeper, as a running app has them."""

    def __init__(self, folder):
        self.now = 0.0
        self.session = Session(lambda: self.now, lambda: BEGAN + self.now)
        self.keeper = SessionKeeper(folder, self.session)
        self.keeper.start()

    def hear(self, seconds, share=0.8):
        for _ in range(round(2 * seconds)):
            self.now += 0.5
            answer = answer_of((share, 1.0 - share, 0.0))
            self.session.note(frame_of(heard_at=self.now, answer=answer, network=NETWORK))

    @property
    def heard(self):
        return told(self.session.entries)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "sessions"


@pytest.fixture
def begin(folder, monkeypatch):
    monkeypatch.setattr(session_keeper, "EVERY_SECONDS", 0.05)
    begun = []

    def begin():
        begun.append(Instance(folder))
        return begun[-1]

    yield begin
    for instance in begun:
        assert instance.keeper.close(5.0)


def told(entries):
    return [(e.part.number, e.part.began_at, e.part.ended_at, e.label, e.note) for e in entries]


def stored(folder):
    # A file that was created a moment ago may still be empty.
    until(lambda: all(path.stat().st_size for path in paths_in(folder)))
    return [told(read(path).entries) for path in paths_in(folder)]


def test_the_session_is_on_disk_while_it_grows(begin, folder):
    app = begin()
    app.hear(10.0)
    until(lambda: stored(folder) == [app.heard])
    app.hear(10.0)
    assert app.heard[0][2] == BEGAN + 20.0
    until(lambda: stored(folder) == [app.heard])


def test_what_the_user_types_is_on_disk_at_once(begin, folder, monkeypatch):
    monkeypatch.setattr(session_keeper, "EVERY_SECONDS", 1000.0)
    app = begin()
    app.hear(10.0)
    app.session.describe(1, name="techno", note="loud")
    until(lambda: [p[3:] for parts in stored(folder) for p in parts] == [("techno", "loud")])
    app.session.remove([1])
    until(lambda: stored(folder) == [[]])
    app.session.restore([1])
    until(lambda: stored(folder) == [app.heard])


def test_closing_writes_the_rest(begin, folder, monkeypatch):
    monkeypatch.setattr(session_keeper, "EVERY_SECONDS", 1000.0)
    app = begin()
    app.hear(10.0)
    assert app.keeper.close(5.0)
    assert stored(folder) == [app.heard]


def test_a_start_without_sound_leaves_no_file(begin, folder):
    app = begin()
    app.hear(3.0)
    assert app.keeper.close(5.0)
    assert not folder.exists()
    assert app.keeper.last is None


def test_the_last_session_is_offered_and_continued(begin, folder):
    first = begin()
    first.hear(10.0)
    first.session.describe(1, note="yesterday")
    assert first.keeper.close(5.0)
    second = begin()
    until(lambda: second.keeper.last is not None)
    last = second.keeper.last
    assert (last.parts, last.began_at, last.labels) == (1, BEGAN + 0.5, ("a",))
    second.keeper.open(last.path)
    until(lambda: second.session.entries)
    assert second.keeper.last is None
    assert second.session.entries[0].note == "yesterday"
    second.now = 3600.0
    second.hear(10.0)
    assert [entry.part.number for entry in second.session.entries] == [1, 2]
    assert second.keeper.close(5.0)
    assert stored(folder) == [second.heard]


def test_what_was_heard_before_another_session_was_opened_stays_on_disk(begin, folder):
    first = begin()
    first.hear(10.0)
    first.keeper.close(5.0)
    second = begin()
    second.now = 7200.0
    second.hear(20.0)
    heard = second.heard
    (path,) = paths_in(folder)
    second.keeper.open(path)
    until(lambda: second.session.generation == 1)
    second.keeper.look()
    until(lambda: second.keeper.earlier)
    assert [kept.began_at for kept in second.keeper.earlier] == [BEGAN + 7200.5]
    assert told(read(second.keeper.earlier[0].path).entries) == heard


def test_a_new_session_leaves_the_old_one_on_disk(begin, folder):
    app = begin()
    app.hear(10.0)
    heard = app.heard
    app.keeper.begin()
    until(lambda: not app.session.entries)
    assert stored(folder) == [heard]
    app.now = 100.0
    app.hear(10.0)
    until(lambda: len(stored(folder)) == 2)
    assert [entry.part.number for entry in app.session.entries] == [1]


def test_two_instances_at_once_keep_their_sessions_apart(begin, folder):
    one, other = begin(), begin()
    one.hear(10.0)
    other.hear(20.0)
    until(lambda: len(stored(folder)) == 2)
    one.keeper.look()
    until(lambda: one.keeper.earlier)
    (theirs,) = one.keeper.earlier
    assert theirs.in_use
    one.keeper.open(theirs.path)
    until(lambda: "open in another window" in one.keeper.remark)
    one.keeper.delete(theirs.path)
    assert one.keeper.close(5.0)
    assert other.keeper.close(5.0)
    assert sorted(stored(folder)) == sorted([one.heard, other.heard])


def test_a_session_that_runs_elsewhere_is_not_offered(begin, folder):
    one = begin()
    one.hear(10.0)
    until(lambda: stored(folder))
    other = begin()
    other.hear(10.0)
    until(lambda: len(stored(folder)) == 2)
    assert other.keeper.last is None


def test_a_torn_last_line_is_reported_once_opened(begin, folder):
    app = begin()
    app.hear(10.0)
    app.keeper.close(5.0)
    (path,) = paths_in(folder)
    with path.open("ab") as end:
        end.write(b'{"part":1,"to":17')
    again = begin()
    until(lambda: again.keeper.last is not None)
    again.keeper.open(again.keeper.last.path)
    until(lambda: again.session.entries)
    until(lambda: "last line was incomplete" in again.keeper.remark)
    assert again.heard == app.heard


def test_a_folder_that_cannot_be_written_is_reported_and_nothing_is_thrown_away(begin, folder):
    folder.write_text("a file, not a folder")
    app = begin()
    app.hear(10.0)
    until(lambda: "Could not keep the session in" in app.keeper.fault)
    assert "Save it with File ▸ Save session…" in app.keeper.fault
    app.keeper.begin()
    until(lambda: "no other session can be opened" in app.keeper.remark)
    assert len(app.session.entries) == 1
    folder.unlink()
    until(lambda: app.keeper.fault == "")
    assert stored(folder) == [app.heard]


def test_a_session_can_be_deleted_from_the_disk(begin, folder):
    first = begin()
    first.hear(10.0)
    first.keeper.close(5.0)
    second = begin()
    second.keeper.delete(paths_in(folder)[0])
    until(lambda: not list(folder.iterdir()))


def test_only_names_times_and_what_was_heard_are_kept(begin, folder):
    app = begin()
    app.hear(10.0)
    app.session.describe(1, note="mine")
    app.keeper.close(5.0)
    (path,) = paths_in(folder)
    assert path.suffix == SUFFIX
    header, *rows = map(json.loads, path.read_text().splitlines())
    assert header == {"genre-monitor session": 1}
    assert {name for row in rows for name in row} <= {
        "part", "from", "to", "source", "heard", "probability", "name", "note", "removed",
    }  # fmt: skip


def test_without_a_folder_nothing_is_kept(tmp_path):
    app = Instance(None)
    app.hear(10.0)
    assert app.keeper.close(1.0)
    assert len(app.heard) == 1
    assert list(tmp_path.iterdir()) == []
