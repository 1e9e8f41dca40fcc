"""``analyze --write-tags`` and ``restore-tags``, as somebody uses them on a library."""

import csv
import errno
import json
import os
import shutil
import signal
import stat
import subprocess
import sys

import pytest
import soundfile

from desktop_app.tagging import whole_file
from desktop_app.tagging.genre_tag import GenreTag
from desktop_app.tagging.undo_file import UndoFile
from tests.fixtures.files import write


@pytest.fixture
def music(tmp_path, monkeypatch):
    folder = tmp_path / "music"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    write(folder / "new.flac", 6.0, kind="music")
    write(folder / "old.flac", 6.0, kind="music")
    write(folder / "noise.wav", 6.0, kind="noise")
    GenreTag(folder / "old.flac").write(["Polka"])
    return folder


@pytest.fixture
def analyze(cli, music):
    def run(*options):
        # Every genre is sure enough here.
        return cli("analyze", music, "--write-tags", "--min-probability", "0.01", *options)

    return run


def genres(folder):
    return {path.name: GenreTag(path).genres for path in sorted(folder.iterdir())}


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_genre_is_written_where_there_is_none_and_taken_back(analyze, cli, music, tmp_path):
    before = genres(music)
    status, out, err = analyze()
    assert status == 0
    said = {line.split("\t")[0]: line.split("\t")[-1] for line in out.splitlines()}
    (new,) = GenreTag(music / "new.flac").genres
    assert said == {
        str(music / "new.flac"): f"got {new}",
        str(music / "old.flac"): "keeps Polka",
        str(music / "noise.wav"): "not music",
    }
    assert genres(music) == before | {"new.flac": (new,)}
    (undo,) = tmp_path.glob("*.undo")
    assert f"genre-monitor restore-tags '{undo.name}'" in err
    assert analyze()[1].count("has ") == 1
    assert cli("restore-tags", undo)[:2] == (0, "Restored the genre of 1 file.\n")
    assert genres(music) == before
    again = "Restored the genre of 0 files.\n1 file has its former genre already.\n"
    assert cli("restore-tags", undo)[:2] == (0, again)


def test_another_genre_is_replaced_on_request_only(analyze, cli, music, tmp_path):
    undo = tmp_path / "u.undo"
    assert analyze("--overwrite", "--undo-file", undo)[0] == 0
    (new,) = GenreTag(music / "old.flac").genres
    assert new != "Polka"
    assert len(undo.read_text().splitlines()) == 2
    # Somebody corrects one of them by hand.
    GenreTag(music / "new.flac").write(["Mine"])
    status, out, err = cli("restore-tags", undo)
    assert (status, out) == (1, "Restored the genre of 1 file.\n")
    assert f"Left {music / 'new.flac'} as it is: its genre is Mine, no longer {new}." in err
    assert GenreTag(music / "old.flac").genres == ("Polka",)


def test_a_genre_in_tags_of_another_kind_is_kept_too(analyze, music):
    (music / "old.flac").unlink()
    with soundfile.SoundFile(music / "list.wav", "w", 22_050, 1) as file:
        # In LIST, where wav files had it before they had ID3.
        file.genre = "Polka"
        file.write(soundfile.read(music / "new.flac")[0])
    (music / "new.flac").unlink()
    before = content(music)
    assert "list.wav\t0:06\t" in analyze()[1]
    assert "keeps Polka" in analyze()[1]
    assert content(music) == before
    assert " beside Polka" in analyze("--overwrite")[1]
    assert GenreTag(music / "list.wav").genres != ()
    assert soundfile.SoundFile(music / "list.wav").genre == "Polka"


def test_a_dry_run_changes_nothing(analyze, music, tmp_path):
    before = content(music)
    status, out, _ = analyze("--dry-run", "--overwrite")
    assert status == 0
    assert out.count("would get ") == 2
    assert out.count(" in place of Polka") == 1
    assert content(music) == before
    assert not list(tmp_path.glob("*.undo"))


def test_doubtful_answers_are_not_written(cli, music, doubtful):
    before = content(music)
    _, out, _ = cli("analyze", music, "--write-tags", "--model", doubtful(1.0))
    assert out.count("not sure enough") == 2
    _, out, _ = cli("analyze", music, "--write-tags", "--min-probability", "1")
    assert out.count("not sure enough") == 2
    assert content(music) == before


@pytest.mark.parametrize("name", ["x.json", "x.csv"])
def test_results_are_saved_as_well_and_a_tagged_file_has_not_changed_since(
    analyze, music, tmp_path, name
):
    target = tmp_path / name
    assert analyze("-o", target)[0] == 0
    saved = target.read_bytes()
    status, out, _ = analyze("-o", target, "--resume")
    assert (status, out) == (0, "")
    assert target.read_bytes() == saved
    assert saved.count(b"new.flac") == 1


def test_a_file_that_cannot_be_changed_is_named_and_the_rest_is_done(analyze, music, tmp_path):
    for name in ("read-only", "linked"):
        shutil.copy(music / "new.flac", music / f"{name}.flac")
    (music / "read-only.flac").chmod(0o444)
    os.link(music / "linked.flac", tmp_path / "elsewhere.flac")
    target = tmp_path / "x.csv"
    status, _, err = analyze("-o", target)
    assert status == 1
    assert f"Could not tag {music / 'read-only.flac'}: it is read-only." in err
    assert f"Could not tag {music / 'linked.flac'}: it has several names (hard links)" in err
    assert GenreTag(music / "new.flac").genres != ()
    assert GenreTag(music / "read-only.flac").genres == ()
    with target.open(newline="", encoding="utf-8-sig") as text:
        assert len(list(csv.DictReader(text))) == 5


def test_a_full_disk_is_named_and_leaves_the_file_and_no_copy(analyze, music, monkeypatch):
    def full(source, target):
        with open(target, "wb") as file:
            file.write(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = content(music)
    monkeypatch.setattr(whole_file.shutil, "copyfile", full)
    status, _, err = analyze()
    assert status == 1
    assert "new.flac: No space left on device. Free some space and try again." in err
    assert content(music) == before


def test_a_full_disk_under_the_undo_file_is_named_and_what_follows_can_be_taken_back(
    analyze, cli, music, tmp_path, monkeypatch
):
    shutil.copy(music / "new.flac", music / "a.flac")
    before = genres(music)
    undo = tmp_path / "u.undo"
    sync, refusals = os.fsync, iter([True])

    def full_at_first(handle):
        if os.path.samestat(os.fstat(handle), undo.stat()) and next(refusals, False):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(handle)

    # The first line may be on the disk in part: the next must not continue it.
    undo.touch()
    monkeypatch.setattr(os, "fsync", full_at_first)
    status, _, err = analyze("--undo-file", undo)
    assert status == 1
    assert f"Left {music / 'a.flac'} as it is. Could not write the undo file {undo}: No" in err
    assert genres(music)["a.flac"] == ()
    (change,) = [json.loads(line) for line in undo.read_text().splitlines()]
    assert change["file"] == str(music / "new.flac")
    assert cli("restore-tags", undo)[:2] == (0, "Restored the genre of 1 file.\n")
    assert genres(music) == before


def test_an_undo_file_to_which_nothing_could_be_written_is_not_left(
    analyze, music, tmp_path, monkeypatch
):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(UndoFile, "_append", full)
    status, _, err = analyze()
    assert status == 1
    assert "Could not write the undo file" in err
    assert "To undo this" not in err
    assert not list(tmp_path.glob("*.undo"))


def test_a_name_that_is_not_text_is_a_name(analyze, cli, music, tmp_path):
    path = music / os.fsdecode(b"caf\xe9\n.flac")
    (music / "new.flac").rename(path)
    _, out, err = analyze()
    assert r"/caf\xe9\n.flac" in out
    assert "Could not" not in err
    assert GenreTag(path).genres
    (undo,) = tmp_path.glob("*.undo")
    assert cli("restore-tags", undo)[:2] == (0, "Restored the genre of 1 file.\n")
    assert not GenreTag(path).genres


def test_a_file_that_has_moved_is_named(analyze, cli, music, tmp_path):
    analyze()
    (music / "new.flac").rename(music / "moved.flac")
    (undo,) = tmp_path.glob("*.undo")
    status, out, err = cli("restore-tags", undo)
    assert (status, out) == (1, "Restored the genre of 0 files.\n")
    assert f"of {music / 'new.flac'}: No such file or directory.\n" in err


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_file_system_that_knows_no_permissions_is_no_obstacle(
    analyze, music, monkeypatch, number
):
    def refuse(*_arguments, **_options):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "chown", refuse)
    monkeypatch.setattr(shutil, "copystat", refuse)
    assert analyze()[0] == 0
    assert GenreTag(music / "new.flac").genres


def test_permissions_and_what_a_link_points_to_stay(analyze, music, tmp_path):
    real = tmp_path / "real.flac"
    (music / "new.flac").rename(real)
    real.chmod(0o640)
    (music / "new.flac").symlink_to(real)
    assert analyze()[0] == 0
    assert (music / "new.flac").is_symlink()
    assert GenreTag(real).genres != ()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


KILLED = """
import os, signal, sys
from pathlib import Path
from desktop_app.tagging import tagger, whole_file
from desktop_app.tagging.undo_file import UndoFile
from desktop_app.cli import main

def kill(*_):
    os.kill(os.getpid(), signal.SIGKILL)

setattr(*{"copying": (whole_file.shutil, "copystat"), "writing": (tagger.GenreTag, "write"),
          "noting": (UndoFile, "add"), "replacing": (whole_file.os, "replace")}[sys.argv[1]], kill)
main(["analyze", sys.argv[2], "--write-tags", "--min-probability", "0.01"])
"""


@pytest.mark.parametrize("moment", ["copying", "writing", "noting", "replacing"])
def test_a_run_that_is_killed_leaves_every_file_whole(analyze, cli, music, tmp_path, moment):
    before = content(music)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, moment, music], capture_output=True, timeout=60, check=False
    )
    assert done.returncode == -signal.SIGKILL
    after = content(music)
    assert {name: after[name] for name in before} == before
    # What it had noted but not changed is nothing to take back.
    for undo in tmp_path.glob("*.undo"):
        assert cli("restore-tags", undo)[1].startswith("Restored the genre of 0 files.\n")
        # The copy of the run that was killed is gone, too.
        assert set(content(music)) == set(before)
    assert analyze()[0] == 0
    assert GenreTag(music / "new.flac").genres != ()
    assert set(content(music)) == set(before)


def test_copies_of_other_runs_that_are_alive_are_left(analyze, music):
    name = f".{whole_file.THIS_COMPUTER}-{os.getppid()}.genre-monitor.flac"
    (music / name).write_bytes(b"being written")
    (music / ".elsewhere-1.genre-monitor.flac").write_bytes(b"on another computer")
    before = set(content(music))
    assert analyze()[0] == 0
    assert set(content(music)) == before


def test_options_that_do_not_fit_are_refused_before_anything_is_changed(cli, music, tmp_path):
    before = content(music)
    for options, said in (
        (("--overwrite",), "--overwrite belongs to --write-tags."),
        (("--dry-run",), "--dry-run belongs to --write-tags."),
        (("--write-tags", "--format", "json"), "Name one with -o."),
        (("--write-tags", "--undo-file", tmp_path / "no" / "u"), "Name another one with --undo"),
        (("--write-tags", "--undo-file", music / "new.flac"), "new.flac is not an undo file of"),
        (("--write-tags", "--undo-file", music), "Is a directory"),
        (("--write-tags", "--min-probability", "0,5"), "0,5 is not a number from 0 to 1"),
    ):
        status, _, err = cli("analyze", music, *options)
        assert status == 2
        assert said in err
    assert cli("analyze", music, "--write-tags", "--min-probability", "2")[0] == 2
    assert content(music) == before


@pytest.mark.parametrize("text", [
        "no json\n", '{"file": "x"}\n', "[]\n",
        '{"file": "x", "before": "abc", "written": "Rock"}\n',
        '{"file": "x", "before": [1], "written": "Rock"}\n',
    ],
)  # fmt: skip
def test_a_file_that_is_not_an_undo_file_is_refused(cli, tmp_path, text):
    path = tmp_path / "x.undo"
    assert "There is no undo file" in cli("restore-tags", path)[2]
    path.write_text(text)
    status, _, err = cli("restore-tags", path)
    assert (status, err) == (2, f"genre-monitor: {path} is not an undo file of genre-monitor.\n")


def test_half_a_line_of_a_run_that_was_killed_does_not_spoil_what_follows(analyze, cli, tmp_path):
    undo = tmp_path / "u"
    assert analyze("--undo-file", undo)[0] == 0
    with undo.open("a") as file:
        file.write('{"file": "/half')
    assert analyze("--undo-file", undo, "--overwrite")[0] == 0
    assert cli("restore-tags", undo)[:2] == (0, "Restored the genre of 2 files.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
def test_a_pipe_is_no_undo_file(cli, tmp_path):
    path = tmp_path / "x.undo"
    os.mkfifo(path)
    status, _, err = cli("restore-tags", path)
    assert (status, err) == (2, f"genre-monitor: {path} is not an undo file of genre-monitor.\n")


def test_the_undo_file_names_files_by_their_whole_path(analyze, tmp_path):
    analyze("--undo-file", tmp_path / "u")
    (change,) = [json.loads(line) for line in (tmp_path / "u").read_text().splitlines()]
    assert os.path.isabs(change["file"])
