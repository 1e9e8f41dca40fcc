"""What belongs to a library: one rule for every command and for the window."""

import os
import subprocess

import pytest

from desktop_app.engine.playlist import Playlist
from desktop_app.library.discovery import Notes, find_audio_files
from tests.fixtures.files import write

LEFT_OUT = [
    ".Trash-1000/files/gone.wav", ".stversions/old.flac", "@eaDir/a.wav/thumb.mp3", "._a.wav",
    "#recycle/b.mp3", "~snapshot/b.mp3", "Network Trash Folder/b.mp3", "__MACOSX/._c.wav",
    "$RECYCLE.BIN/d.ogg", "album/.hidden/e.wav",
    "cover.jpg", "album/list.m3u", "code.ts",
]  # fmt: skip
TAKEN = ["a.wav", "album/B.AIFC", "album/c.mp2", "d.tta", "e.dts", "f.spx", "g.flv", "stream.ts"]


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "library"
    for name in (*LEFT_OUT, *TAKEN):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"G and more" if name == "stream.ts" else b"export default 1")
    return folder


def found_in(*paths, recursive=True):
    notes = Notes()
    return list(find_audio_files(paths, recursive=recursive, notes=notes)), notes


def test_what_belongs_is_found_and_the_rest_is_counted(library):
    found, notes = found_in(library)
    assert sorted(path.relative_to(library).as_posix() for path in found) == sorted(TAKEN)
    assert notes.problems == []
    # A hidden folder counts once, whatever is in it.
    assert notes.left_out == {"hidden": 10, "without an audio extension": 3}
    assert sorted(notes.kinds) == [".jpg", ".m3u", ".ts"]


def test_the_window_plays_the_same_files(library):
    playlist = Playlist.of([library])
    assert [playlist.current, *playlist.upcoming] == found_in(library)[0]


def test_files_that_are_named_are_always_taken(library):
    named = [library / "cover.jpg", library / ".stversions/old.flac"]
    assert found_in(*named)[0] == named


@pytest.fixture
def linked(tmp_path):
    """A library with links: to another folder, into itself, to its parent, in a circle."""
    elsewhere, folder = tmp_path / "elsewhere", tmp_path / "library"
    (elsewhere / "more").mkdir(parents=True)
    (folder / "album").mkdir(parents=True)
    for path in (elsewhere / "more" / "a.wav", folder / "album" / "b.wav"):
        path.write_bytes(b"x")
    for name, target in (("z other", elsewhere), ("again", elsewhere / "more"),
                         ("a self", folder / "album"), ("up", tmp_path), ("b.wav", "album/b.wav"),
                         ("gone.wav", "nowhere"), ("circle", folder / "circle")):  # fmt: skip
        (folder / name).symlink_to(target)
    (elsewhere / "back").symlink_to(folder)
    return folder


def test_links_to_other_folders_are_followed_once(linked):
    found, notes = found_in(linked)
    names = [path.relative_to(linked).as_posix() for path in found]
    assert names == ["again/a.wav", "album/b.wav", "b.wav", "gone.wav"]
    assert notes.left_out["links to folders searched anyway"] == 3


def test_folders_nested_more_deeply_than_calls_can_be(tmp_path):
    top = os.getcwd()
    os.chdir(tmp_path)
    try:
        for _ in range(1100):
            os.mkdir("d")
            os.chdir("d")
        with open("x.wav", "wb"):
            pass
        os.chdir(top)
        assert len(found_in(tmp_path)[0]) == 1
    finally:
        os.chdir(top)
        # pytest deletes the folders of earlier runs by calls as deep as they are.
        subprocess.run(["rm", "-r", tmp_path / "d"], check=True)


class Unreadable:
    """Stands for os.scandir() where some folders may not be read; root may read everything."""

    def __init__(self, *names):
        self.names, self.original = names, os.scandir

    def __call__(self, folder):
        if os.path.basename(folder) in self.names:
            raise PermissionError(13, "Permission denied", str(folder))
        return self.original(folder)


@pytest.fixture
def partly_unreadable(tmp_path, monkeypatch):
    folder = tmp_path / "music"
    for genre in ("blues", "jazz"):
        (folder / genre / "locked").mkdir(parents=True)
        for number in range(2):
            write(folder / genre / f"{number}.wav", 4.0, seed=number)
    monkeypatch.setattr("desktop_app.library.discovery.os.scandir", Unreadable("locked"))
    return folder


def test_a_folder_that_cannot_be_read_is_named_and_the_rest_is_done(
    partly_unreadable, cli, tmp_path
):
    target = tmp_path / "x.csv"
    for resume, files in (((), 4), (("--resume",), 4)):
        status, _, err = cli("analyze", partly_unreadable, "--recursive", "-o", target, *resume)
        assert status == 1
        for genre in ("blues", "jazz"):
            locked = partly_unreadable / genre / "locked"
            assert f"genre-monitor: Could not read the folder {locked}: Permission denied.\n" in err
        assert target.read_text().count(".wav") == files


@pytest.mark.parametrize("command", ["archive", "evaluate"])
def test_other_commands_do_the_rest_too(partly_unreadable, cli, tmp_path, command):
    (partly_unreadable / "blues" / "._0.wav").write_bytes(b"x")
    (partly_unreadable / "blues" / "notes.txt").write_bytes(b"x")
    (partly_unreadable / "blues" / "LICENCE").write_bytes(b"x")
    output = ("-o", tmp_path / "out") if command == "archive" else ()
    status, out, err = cli(command, partly_unreadable, *output)
    assert status == 1
    assert err.count("Could not read the folder") == 2
    said = "Left out of the folders: 1 hidden, 2 without an audio extension (.txt, no extension)."
    assert said in err or said.replace(".txt, no extension", "no extension, .txt") in err
    assert "4 recordings" in out or re_tracks(out) == 4


def re_tracks(out):
    line = next(line for line in out.splitlines() if line.startswith("tracks correct"))
    return int(line.rsplit(" ", 1)[1])


def test_a_playlist_plays_the_rest_and_says_so(partly_unreadable):
    playlist = Playlist.of([partly_unreadable])
    assert len(playlist.upcoming) == 3
    assert playlist.unread.endswith("locked: Permission denied.")


def test_many_problems_are_a_count_and_a_file(cli, tmp_path):
    folder = tmp_path / "music"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number:03}.wav").write_bytes(b"broken")
    target = tmp_path / "x.csv"
    status, _, err = cli("analyze", folder, "-o", target)
    listed = tmp_path / "x.csv.problems.txt"
    lines = err.splitlines()
    assert (status, len(lines)) == (1, 4)
    assert lines[-1] == (
        f"genre-monitor: There were 300 problems. All of them are listed in {listed}."
    )
    assert listed.read_text().count("is not an audio file") == 300


@pytest.mark.parametrize("command", ["analyze", "train", "evaluate", "archive"])
def test_help_tells_the_rule(cli, command):
    status, out, _ = cli(command, "--help")
    assert status == 0
    assert "Names that begin with a dot" in " ".join(out.split())
