"""Playlists and cue sheets as other programs write them."""

import os
from pathlib import Path

import pytest

from desktop_app.engine.playlist import Playlist
from desktop_app.library.discovery import Notes, find_audio_files
from desktop_app.library.list_formats import Mark
from tests.fixtures.files import write


@pytest.fixture
def music(tmp_path):
    folder = tmp_path / "Müsic"
    (folder / "sub").mkdir(parents=True)
    for name in ("a.mp3", "Été ’90.mp3", "#1.mp3", "sub/b 100%.mp3"):
        (folder / name).touch()
    return folder


def opened(path, content, encoding="utf-8"):
    if isinstance(content, str):
        content = content.encode(encoding)
    path.write_bytes(content)
    notes = Notes()
    found = list(find_audio_files([path], recursive=True, notes=notes))
    return [os.path.relpath(file, path.parent) for file in found], notes.problems


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_encodings_and_line_ends_of_all_systems_are_read(music, encoding, end):
    lines = ["#EXTM3U", "#EXTINF:1,Été", "Été ’90.mp3", "./#1.mp3", ""]
    assert opened(music / "x.m3u", end.join(lines), encoding) == (["Été ’90.mp3", "#1.mp3"], [])


@pytest.mark.parametrize(
    "name",
    ["sub/b 100%.mp3", "sub\\b 100%.mp3", ".\\sub\\b 100%.mp3", " sub/b 100%.mp3 ",
     "sub/b%20100%25.mp3", "../Müsic/sub/b 100%.mp3"],
)  # fmt: skip
def test_names_are_those_from_the_list_s_own_folder(music, name, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for list_name, content in (
        ("x.M3U8", name), ("x.pls", f"[playlist]\nFile1={name}\n"),
        ("x.cue", f'FILE "{name}" MP3\n'),
    ):  # fmt: skip
        found, problems = opened(music / list_name, content)
        assert ([os.path.normpath(one) for one in found], problems) == (["sub/b 100%.mp3"], [])


def test_detours_are_left_out_unless_they_are_the_way(music, tmp_path):
    lists = tmp_path / "lists"
    lists.mkdir()
    (lists / "x.m3u").write_text("../Müsic/sub/../a.mp3\n")
    assert Playlist.of([lists / "x.m3u"]).files == (music / "a.mp3",)
    elsewhere = tmp_path / "far" / "away"
    elsewhere.mkdir(parents=True)
    (elsewhere.parent / "b.mp3").touch()
    (music / "link").symlink_to(elsewhere)
    (elsewhere / "x.m3u").write_text("../b.mp3\n")
    assert Playlist.of([music / "link" / "x.m3u"]).files == (music / "link" / ".." / "b.mp3",)


def test_addresses_of_files_and_absolute_names_are_opened(music):
    path = music / "sub" / "b 100%.mp3"
    lines = f"{path.as_uri()}\n{path}\nfile://localhost{music}/a.mp3\nfile://server/a.mp3\n"
    found, problems = opened(music / "x.m3u8", lines)
    assert found == ["sub/b 100%.mp3", "sub/b 100%.mp3", "a.mp3"]
    assert problems == [f"1 of 4 files in {music / 'x.m3u8'} is missing: a.mp3."]


def test_a_name_that_is_not_text_is_opened_too(music):
    Path(os.fsdecode(os.fsencode(music) + b"/\xe4\x81.mp3")).touch()
    found, problems = opened(music / "x.m3u", b"\xe4\x81.mp3\n")
    assert (len(found), problems) == (1, [])


def test_what_is_missing_is_named_in_one_sentence_and_the_rest_is_opened(music):
    lines = "a.mp3\n" + "".join(f"C:\\Music\\{number}.mp3\n" for number in range(5000))
    found, problems = opened(music / "x.m3u", lines)
    assert found == ["a.mp3"]
    assert problems == [
        f"5000 of 5001 files in {music / 'x.m3u'} are missing: 0.mp3, 1.mp3, 2.mp3 and 4997 more."
    ]


def test_addresses_of_streams_are_no_files_and_their_passwords_are_not_said(music):
    first = "http://ann:secret@radio.example/live\na.mp3\ngone.mp3\n"
    found, problems = opened(music / "x.m3u", first)
    missing = f"1 of 2 files in {music / 'x.m3u'} is missing: gone.mp3."
    said = f"{music / 'x.m3u'} lists a stream (radio.example), which is not a file."
    assert (found, problems) == (["a.mp3"], [missing, said])
    _, problems = opened(music / "x.m3u", f"{first}https://b.example/x.mp3?key=1\n")
    said = f"{music / 'x.m3u'} lists 2 streams (radio.example …), which are not files."
    assert problems == [missing, said]


def test_lists_in_lists_are_opened_once_even_in_a_circle(music):
    (music / "y.m3u").write_text("x.m3u\nsub\\z.pls\ny.m3u\n#1.mp3\n./#1.mp3\n")
    (music / "sub" / "z.pls").write_text("[playlist]\nFile1=b 100%.mp3\nFile2=../x.m3u\n")
    found, problems = opened(music / "x.m3u", "x.m3u\ny.m3u\na.mp3\n")
    assert (found, problems) == (["sub/b 100%.mp3", "#1.mp3", "a.mp3"], [])


def test_a_cue_sheet_of_a_rip_finds_the_file_that_was_encoded_since(music):
    assert opened(music / "x.cue", 'FILE "a.wav" WAVE\n') == (["a.mp3"], [])
    assert opened(music / "x.m3u", "a.wav\n")[0] == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "lists no files"), (b"#EXTM3U\n", "lists no files"),
     (bytes(9), "is not a playlist"), (b"\xff\xfea", "is not a playlist")],
    ids=str,
)  # fmt: skip
def test_a_file_that_is_not_a_list_is_reported(music, content, reason):
    assert opened(music / "x.m3u", content) == ([], [f"{music / 'x.m3u'} {reason}."])


def test_pipes_folders_and_missing_lists_neither_hang_nor_fail(music):
    os.mkfifo(music / "pipe.m3u")
    (music / "folder.m3u").mkdir()
    (music / "folder.m3u" / "c.mp3").touch()
    notes = Notes()
    paths = [music / name for name in ("pipe.m3u", "folder.m3u", "gone.m3u")]
    found = find_audio_files(paths, recursive=True, notes=notes)
    assert [path.name for path in found] == ["c.mp3"]
    assert notes.problems == [
        f"{paths[0]} is not a playlist.", f"There is no file {paths[2]}.",
    ]  # fmt: skip


def test_the_window_s_playlist_is_that_of_the_list_with_the_tracks_of_a_cue_sheet(music):
    (music / "x.cue").write_text(
        'FILE "a.mp3" MP3\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nTRACK 02 AUDIO\nINDEX 01 00:30:00\n'
    )
    (music / "x.m3u").write_text("gone.mp3\n./#1.mp3\n")
    playlist = Playlist.of([music / "x.cue", music / "x.m3u"])
    assert playlist.files == (music / "a.mp3", music / "#1.mp3")
    assert playlist.unread.endswith("x.m3u is missing: gone.mp3.")
    tracks = {music / "a.mp3": (Mark(0.0, "Track 1"), Mark(30.0, "Track 2"))}
    assert playlist.marks == playlist.next().previous().at(2).marks == tracks


def test_a_file_that_is_named_beside_its_list_is_played_once(music):
    (music / "x.cue").write_text('FILE "a.mp3" MP3\n')
    (music / "x.m3u").write_text("./#1.mp3\na.mp3\na.mp3\n")
    first, cue, m3u = (music / name for name in ("a.mp3", "x.cue", "x.m3u"))
    assert Playlist.of([first, cue]).files == Playlist.of([cue, first]).files == (first,)
    # Within a list, twice is twice.
    assert Playlist.of([m3u, first]).files == (music / "#1.mp3", first, first)
    assert Playlist.of([first, m3u]).files == (first, music / "#1.mp3")


def test_analyze_takes_a_playlist_for_its_files(cli, tmp_path):
    write(tmp_path / "a.wav", 4.0)
    (tmp_path / "x.m3u").write_text("a.wav\ngone.wav\n")
    status, out, err = cli("analyze", tmp_path / "x.m3u")
    assert (status, out.split("\t")[0]) == (1, str(tmp_path / "a.wav"))
    assert err == f"genre-monitor: 1 of 2 files in {tmp_path / 'x.m3u'} is missing: gone.wav.\n"
    (tmp_path / "x.m3u").write_text("gone.wav\n")
    assert cli("analyze", tmp_path / "x.m3u")[:2] == (1, "")
