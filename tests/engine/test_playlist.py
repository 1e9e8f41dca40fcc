from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.audio.source_error import SourceError
from desktop_app.engine.playlist import Playlist

paths = st.lists(st.integers(0, 9).map(lambda n: Path(f"{n}.wav")), min_size=1, max_size=8)


@given(paths, st.lists(st.booleans(), max_size=20))
def test_going_back_and_forth_neither_loses_nor_repeats_a_file(names, steps):
    queue = Playlist.of(names)
    at = 0
    for forward in steps:
        turned = queue.next() if forward else queue.previous()
        at = min(at + 1, len(names) - 1) if forward else max(at - 1, 0)
        queue = turned or queue
        assert [*queue.played, queue.current, *queue.upcoming] == names
        assert (queue.number, queue.count) == (at + 1, len(names))
    assert (queue.next() is None) == (at == len(names) - 1)
    assert (queue.previous() is None) == (at == 0)


@given(paths, st.data())
def test_any_file_can_be_gone_to(names, data):
    numbers = st.integers(1, len(names))
    queue = Playlist.of(names).at(data.draw(numbers)).at(number := data.draw(numbers))
    assert (queue.number, queue.current) == (number, names[number - 1])
    assert list(queue.files) == names
    assert [queue.file(n) for n in range(1, len(names) + 1)] == names


def test_a_folder_is_replaced_by_its_audio_files(tmp_path):
    for name in ("b.wav", "a.mp3", "cover.jpg"):
        (tmp_path / name).touch()
    queue = Playlist.of([tmp_path, Path("x.wav")])
    assert [queue.current.name, *(path.name for path in queue.upcoming)] == [
        "a.mp3", "b.wav", "x.wav",
    ]  # fmt: skip


def test_a_folder_that_cannot_be_read_is_named(tmp_path, monkeypatch):
    folder = tmp_path / "closed"
    folder.mkdir()

    def refuse(_):
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr("desktop_app.library.discovery.os.scandir", refuse)
    with pytest.raises(SourceError, match=r"Could not read .*closed: Permission denied\."):
        Playlist.of([folder])


def test_finding_files_can_be_cancelled_after_any_file(tmp_path):
    for number in range(5):
        (tmp_path / f"{number}.wav").touch()
    asked = []

    def cancelled():
        asked.append(True)
        return len(asked) == 3

    assert Playlist.of([tmp_path], cancelled) is None
    assert len(asked) == 3


def test_without_upcoming_files_the_current_one_is_the_last():
    playlist = Playlist((Path("1"),), Path("2"), (Path("3"),)).without_upcoming()
    assert (playlist.number, playlist.count, playlist.next()) == (2, 2, None)
    assert playlist.from_start() == Playlist((), Path("1"), (Path("2"),))
