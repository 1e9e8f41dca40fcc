import csv
import json
import os
import time

import pyarrow.parquet
import pytest

from desktop_app.library.csv_output import csv_header, csv_writer
from desktop_app.library.provenance import Run
from desktop_app.library.serialization import column_names
from desktop_app.library.writers import TextFileWriter
from tests.fixtures.files import write

KINDS = {"json": "out.json", "csv": "out.csv", "parquet": "out.parquet", "audacity": "labels"}


@pytest.fixture
def library(tmp_path):
    """Two recordings in a folder and one in its subfolder."""
    folder = tmp_path / "music"
    (folder / "more").mkdir(parents=True)
    write(folder / "a.wav", 4.0, kind="music")
    write(folder / "b, with\nnewline.flac", 4.0)
    (folder / "cover.jpg").write_bytes(b"not audio")
    (folder / ".hidden.wav").write_bytes(b"not audio")
    write(folder / "more" / "c.wav", 4.0, kind="silence")
    return folder


def names_in(path, kind):
    """The files whose results the output holds."""
    if kind == "json":
        return [json.loads(line)["file"] for line in path.read_text().splitlines()]
    if kind == "csv":
        with path.open(newline="", encoding="utf-8-sig") as text:
            return [row["file"] for row in csv.DictReader(text)]
    if kind == "parquet":
        return pyarrow.parquet.read_table(path).column("file").to_pylist()
    return [str(found.relative_to(path)) for found in sorted(path.rglob("*.txt"))]


def test_folders_are_searched(cli, library):
    _, out, _ = cli("analyze", library, "--format", "json")
    assert [os.path.basename(json.loads(line)["file"]) for line in out.splitlines()] == [
        "a.wav", "b, with\nnewline.flac",
    ]  # fmt: skip
    _, out, _ = cli("analyze", library, library / "a.wav", "--recursive", "--format", "csv")
    assert [row[0] for row in csv.reader(out.splitlines(keepends=True))][1:] == [
        str(library / "a.wav"), str(library / "b, with\nnewline.flac"),
        str(library / "more" / "c.wav"),
    ]  # fmt: skip


def test_a_file_is_analysed_once_however_it_is_named(cli, library, monkeypatch):
    (library / "link").symlink_to(library / "more")
    monkeypatch.chdir(library)
    named = ("a.wav", "./a.wav", library / "a.wav", "more/../a.wav", "more", library, "--recursive")
    status, out, err = cli("analyze", *named)
    assert status == 0
    assert [line.split("\t")[0] for line in out.splitlines()] == [
        "a.wav", "more/c.wav", str(library / "b, with\nnewline.flac").replace("\n", r"\n")
    ]  # fmt: skip
    assert "1 links to folders searched anyway" in err


def test_a_folder_without_audio_files_suggests_recursive(cli, tmp_path):
    (tmp_path / "music" / "more").mkdir(parents=True)
    status, _, err = cli("analyze", tmp_path / "music")
    assert status == 2
    assert "Add --recursive to search subfolders" in err


@pytest.mark.parametrize("kind", KINDS)
def test_each_output_holds_every_file_once_even_after_resuming(cli, library, tmp_path, kind):
    target = tmp_path / KINDS[kind]
    arguments = ("--recursive", "--format", kind, "-o", target)
    assert cli("analyze", library / "a.wav", library, *arguments)[:2] == (0, "")
    first = sorted(names_in(target, kind))
    assert len(first) == len(set(first)) == 3
    status, _, err = cli("analyze", library, *arguments)
    assert status == 2
    assert "Continue it with --resume" in err
    write(library / "d.wav", 4.0)
    assert cli("analyze", library, *arguments, "--resume")[0] == 0
    assert len(names_in(target, kind)) == len(set(names_in(target, kind))) == 4
    assert set(first) < set(names_in(target, kind))


def test_finished_files_are_not_analysed_again(cli, library, tmp_path):
    target = tmp_path / "out.csv"
    cli("analyze", library / "a.wav", "-o", target)
    before = target.read_text()
    # Broken since, which neither its size nor its time tells.
    state = (library / "a.wav").stat()
    (library / "a.wav").write_bytes(bytes(state.st_size))
    os.utime(library / "a.wav", ns=(state.st_atime_ns, state.st_mtime_ns))
    assert cli("analyze", library, "-o", target, "--resume")[0] == 0
    assert target.read_text().startswith(before)


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_an_incomplete_record_is_rewritten(cli, library, tmp_path, kind):
    target = tmp_path / KINDS[kind]
    cli("analyze", library, "-o", target)
    whole = target.read_bytes()
    for cut in (1, 2, 40, 300):
        target.write_bytes(whole[:-cut])
        assert cli("analyze", library, "-o", target, "--resume")[0] == 0
        assert target.read_bytes() == whole


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.json", b'{"other": 1}\n'), ("x.json", b"text\n"), ("x.json", b"\xff\xfe\x00"),
        ("x.csv", b"a,b\r\n1,2\r\n"),
    ],
)  # fmt: skip
def test_a_foreign_file_is_left_unchanged(cli, library, tmp_path, name, content):
    target = tmp_path / name
    target.write_bytes(content)
    for more in ((), ("--resume",)):
        status, _, err = cli("analyze", library, "-o", target, *more)
        assert (status, target.read_bytes()) == (2, content)
        assert str(target) in err
        assert "Choose another name" in err


def test_a_foreign_folder_is_left_unchanged(cli, library, tmp_path):
    target = tmp_path / "x.parquet"
    target.mkdir()
    for name in ("mine.txt", "mine.parquet"):
        (target / name).write_text("x")
        status, _, err = cli("analyze", library, "-o", target, "--resume")
        assert status == 2
        assert f"contains {name}" in err
        assert (target / name).read_text() == "x"
        (target / name).unlink()


def test_results_of_another_model_are_not_mixed_in(cli, library, tmp_path):
    for name in ("x.csv", "x.parquet"):
        target = tmp_path / name
        assert cli("analyze", library, "-o", target)[0] == 0
        status, _, err = cli("analyze", library, "-o", target, "--resume", "--model", "course")
        assert status == 2
        assert "model" in err


def test_a_table_without_a_column_added_since_is_not_continued(cli, library, tmp_path):
    for name in ("x.csv", "x.parquet"):
        target = tmp_path / name
        assert cli("analyze", library, "-o", target)[0] == 0
        without_newest_column(target)
        status, _, err = cli("analyze", library, "-o", target, "--resume")
        assert status == 2
        assert err == (
            f"genre-monitor: {target} was written by an earlier version of genre-monitor, without "
            "recorded, so it cannot be continued. Choose another name.\n"
        )


def without_newest_column(target):
    if target.suffix == ".csv":
        with target.open(newline="", encoding="utf-8-sig") as text:
            rows = [[*row[:-2], row[-1]] for row in csv.reader(text)]
        with target.open("w", newline="") as text:
            csv.writer(text).writerows(rows)
        return
    (part,) = target.iterdir()
    table = pyarrow.parquet.read_table(part)
    pyarrow.parquet.write_table(table.drop_columns(["recorded"]), part)


def test_a_full_disk_keeps_the_results_so_far(cli, library, tmp_path, monkeypatch):
    target = tmp_path / "x.json"
    write_result = TextFileWriter.write

    def full_after_one(self, result):
        if target.stat().st_size:
            raise OSError(28, "No space left on device")
        write_result(self, result)

    with monkeypatch.context() as patch:
        patch.setattr(TextFileWriter, "write", full_after_one)
        status, _, err = cli("analyze", library, "-o", target)
    assert status == 1
    assert "No space left on device" in err
    assert "Traceback" not in err
    assert len(names_in(target, "json")) == 1
    assert cli("analyze", library, "-o", target, "--resume")[0] == 0
    assert len(names_in(target, "json")) == 2


def test_the_hop_sets_the_interval_of_the_timeline(cli, library):
    times = {}
    for hop in ("0.25", "1"):
        out = cli("analyze", library / "a.wav", "--format", "json", "--hop", hop)[1]
        times[hop] = [moment["time"] for moment in json.loads(out)["timeline"]]
    assert times["0.25"] == pytest.approx([0.25 * n for n in range(1, 17)], abs=0.03)
    assert times["1"] == pytest.approx([1, 2, 3, 4], abs=0.03)


@pytest.mark.parametrize("arguments", [("--resume",), ("--format", "parquet"), ("-o", "x.txt")])
def test_invalid_arguments_are_rejected(cli, library, arguments):
    status, out, err = cli("analyze", library, *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("genre-monitor: ")


def test_labels_of_a_single_file_go_to_the_named_file(cli, library, tmp_path):
    target = tmp_path / "labels.txt"
    assert cli("analyze", library / "a.wav", "--format", "audacity", "-o", target)[0] == 0
    start, end, label = target.read_text().splitlines()[0].split("\t")
    assert (float(start), float(end)) == (0.0, 4.0)
    assert label


def test_other_text_files_are_neither_replaced_nor_taken_for_labels(library, cli, tmp_path):
    folder = tmp_path / "labels"
    folder.mkdir()
    (folder / "a.wav.txt").write_text("what I think of it\n")
    for more in ((), ("--resume",)):
        status, _, err = cli(
            "analyze", library, "--recursive", "--format", "audacity", "-o", folder, *more
        )
        assert status == 2
        assert "a.wav.txt does not contain Audacity labels" in err
    assert (folder / "a.wav.txt").read_text() == "what I think of it\n"
    assert [path.name for path in folder.iterdir()] == ["a.wav.txt"]


def test_resuming_with_many_rows_is_fast(tmp_path):
    genres = ("a", "b")
    width = len(column_names(genres))
    path = tmp_path / "x.csv"
    run = Run("model", 0.5)
    made = ""","{""model"": ""model"", ""hop"": 0.5}\"\r\n"""
    text = csv_header(genres).replace("\r\n", ",made\r\n") + "".join(
        f'"{number}, with\nnewline.flac"' + ",0.5" * (width - 1) + made for number in range(20_000)
    )
    path.write_text(text + "incomplete,0.5", encoding="utf-8", newline="")
    begun = time.perf_counter()
    with csv_writer(path, genres, run, refresh=True) as output:
        assert len(output.done) == 20_000
    assert time.perf_counter() - begun < 2.0
    assert path.read_bytes().decode() == text
