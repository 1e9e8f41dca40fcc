"""What ``analyze`` writes for players: a playlist per genre, and cue sheets."""

import json
import os
import shutil

import pytest
from mutagen.flac import FLAC

from desktop_app.analysis.cue_sheet import OWN
from desktop_app.library.playlist_writer import JOURNAL
from tests.fixtures.files import write


@pytest.fixture
def music(tmp_path):
    folder = tmp_path / "müsic"
    (folder / "more").mkdir(parents=True)
    write(folder / "b.wav", 4.0, kind="music")
    shutil.copy(folder / "b.wav", folder / "more" / "#1 a.wav")
    write(folder / "silence.wav", 4.0, kind="silence")
    return folder


@pytest.fixture
def playlists(cli, music, doubtful, tmp_path):
    models = {threshold: doubtful(threshold) for threshold in (0.01, 1.0)}

    def run(*options, sure_threshold=0.01):
        status, _, err = cli(
            "analyze", music, "--recursive", "--format", "m3u8", "-o", tmp_path / "lists",
            "--model", models[sure_threshold], *options,
        )  # fmt: skip
        found = {path.stem: path.read_text("utf-8") for path in tmp_path.glob("lists/*.m3u8")}
        return status, err, found

    return run


def files_in(playlist, folder):
    names = [line for line in playlist.splitlines() if not line.startswith("#")]
    return [os.path.normpath(folder / name) for name in names]


def test_each_sure_file_is_in_the_playlist_of_its_genre(playlists, cli, music, tmp_path):
    genre = json.loads(cli("analyze", music / "b.wav", "--format", "json")[1])["genre"]
    write(music / "Été.flac", 4.4, kind="music")
    status, err, found = playlists()
    assert (status, err) == (0, "")
    assert list(found) == [genre.capitalize()]
    (playlist,) = found.values()
    assert playlist.startswith("#EXTM3U\n")
    assert f"#PLAYLIST:{genre.capitalize()}\n" in playlist
    assert playlist.endswith(
        "#EXTINF:4,b\n../müsic/b.wav\n"
        "#EXTINF:4,#1 a\n../müsic/more/#1 a.wav\n"
        "#EXTINF:4,Été\n../müsic/Été.flac\n"
    )
    assert all(map(os.path.exists, files_in(playlist, tmp_path / "lists")))


def test_files_that_are_not_sure_have_a_playlist_of_their_own(playlists):
    assert list(playlists(sure_threshold=1.0)[2]) == ["Not sure"]


def test_playlists_are_continued_and_follow_changes(playlists, music, tmp_path):
    (before,) = playlists()[2].values()
    assert playlists()[0] == 2
    (music / "b.wav").unlink()
    write(music / "b.wav", 5.0, kind="silence")
    write(music / "a.wav", 4.0, kind="music")
    # As if the run had been killed: the journal is there, the playlists are not.
    for path in tmp_path.glob("lists/*.m3u8"):
        path.unlink()
    (after,) = playlists("--resume")[2].values()
    assert [os.path.basename(name) for name in files_in(before, music)] == ["b.wav", "#1 a.wav"]
    assert [os.path.basename(name) for name in files_in(after, music)] == ["a.wav", "#1 a.wav"]
    assert "another model" in playlists("--resume", sure_threshold=1.0)[1]


def test_the_user_s_playlists_are_left_alone(playlists, tmp_path):
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "Pop.m3u8").write_text("#EXTM3U\nmine.mp3\n")
    status, err, found = playlists()
    assert (status, found) == (2, {"Pop": "#EXTM3U\nmine.mp3\n"})
    assert "Pop.m3u8 was not written by genre-monitor analyze. Choose another name." in err
    (tmp_path / "lists" / "Pop.m3u8").unlink()
    playlists()
    (mine,) = tmp_path.glob("lists/*.m3u8")
    mine.write_text(mine.read_text() + "mine.mp3\n")
    assert playlists()[0] == 2
    assert mine.read_text().endswith("mine.mp3\n")
    (tmp_path / "lists" / JOURNAL).unlink()
    assert "does not contain .genre-monitor.m3u8.jsonl" in playlists("--resume")[1]


def test_a_file_that_a_playlist_cannot_name_is_named(playlists, music):
    shutil.copy(music / "b.wav", music / "two\nlines.wav")
    shutil.copy(music / "b.wav", os.fsencode(music) + b"/\xff.wav")
    status, err, found = playlists()
    assert status == 1
    assert "two\\nlines.wav: its name contains a line break or another control character." in err
    assert "xff.wav: its name is not UTF-8." in err
    assert len(files_in(*found.values(), music)) == 2


def test_players_are_told_title_and_artist_on_one_line(playlists, music):
    path = write(music / "c.flac", 4.0, kind="music")
    song = FLAC(path)
    song.update({"title": "Song\nnowhere.mp3", "artist": "Who"})
    song.save()
    assert "#EXTINF:4,Who - Song nowhere.mp3\n../" in "".join(playlists()[2].values())


def test_a_cue_sheet_goes_beside_the_file(cli, music):
    target = music / "b.cue"
    assert cli("analyze", music / "b.wav", "-o", target)[:2] == (0, "")
    assert target.read_text("utf-8").startswith(f'{OWN}TITLE "b"\nFILE "b.wav" WAVE\n  TRACK 01 ')
    before = target.read_bytes()
    assert cli("analyze", music / "b.wav", "-o", target)[0] == 2
    assert cli("analyze", music / "b.wav", "-o", target, "--resume")[0] == 0
    assert target.read_bytes() == before
    target.write_text('FILE "b.wav" WAVE\n')
    assert (
        "does not contain a cue sheet written by genre"
        in cli("analyze", music / "b.wav", "-o", target, "--resume")[2]
    )


def test_cue_sheets_of_a_folder_are_continued(cli, music, tmp_path):
    target = tmp_path / "cues"
    analyze = ("analyze", music, "--recursive", "--format", "cue", "-o", target)
    assert cli(*analyze)[:2] == (0, "")
    found = sorted(str(path.relative_to(target)) for path in target.rglob("*.cue"))
    assert found == ["b.wav.cue", "more/#1 a.wav.cue", "silence.wav.cue"]
    assert 'FILE "../../müsic/more/#1 a.wav" WAVE' in (target / found[1]).read_text("utf-8")
    (target / found[0]).unlink()
    assert cli(*analyze, "--resume")[0] == 0
    assert (target / found[0]).exists()


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("-o", "x.m3u8"), "Playlists, one per genre, are written to a folder."),
        (("-o", "x.cue"), "The cue sheets of several audio files are written to a folder."),
        (("--format", "cue"), "The cue format is written to a file or folder. Name it with -o."),
        (("--format", "m3u8"), "The m3u8 format is written to a folder. Name it with -o."),
    ],
)
def test_what_needs_a_folder_says_so(cli, music, monkeypatch, options, reason):
    monkeypatch.chdir(music)
    status, _, err = cli("analyze", music, *options)
    assert (status, err.startswith(f"genre-monitor: {reason}")) == (2, True)
