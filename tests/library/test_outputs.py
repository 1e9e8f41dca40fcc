"""Results that are continued: other runs, other programs, and names of any length."""

import csv
import json
import os
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet
import pytest

from desktop_app.analysis.segments import Segment, labels_of
from desktop_app.audio.decoder import Tags
from desktop_app.library.audacity_labels import LABELS
from desktop_app.library.csv_output import csv_header, csv_row, csv_writer
from desktop_app.library.earlier_output import IncompatibleOutput
from desktop_app.library.file_analysis import Result
from desktop_app.library.json_output import json_writer
from desktop_app.library.parquet_writer import ParquetWriter
from desktop_app.library.parts_writer import parts_writer
from desktop_app.library.provenance import MADE, Run
from model.checkpoint import load_checkpoint, save_checkpoint
from resources import resource
from tests.fixtures.files import write

GENRES = ("a", "b")
RUN = Run("model", 0.5)
RESULT = Result("x.wav", 4.0, Tags(), GENRES, None, (), (), "", None)


def test_a_long_field_does_not_keep_a_table_from_being_continued(tmp_path):
    path = tmp_path / "x.csv"
    with csv_writer(path, GENRES, RUN, refresh=True) as output:
        output.write(replace(RESULT, tags=Tags(title=300_000 * "x")))
    with csv_writer(path, GENRES, RUN, refresh=True) as output:
        assert output.done == {"x.wav"}


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_table_saved_by_a_spreadsheet_is_continued(tmp_path, mark, ending):
    path = tmp_path / "x.csv"
    with csv_writer(path, GENRES, RUN, refresh=True) as output:
        output.write(RESULT)
    written = path.read_bytes().decode()
    assert written.startswith("\ufefffile,")
    path.write_bytes((mark + written[1:].replace("\r\n", ending)).encode())
    with csv_writer(path, GENRES, RUN, refresh=True) as output:
        assert output.done == {"x.wav"}
        output.write(replace(RESULT, file="y.wav"))
    with path.open(newline="", encoding="utf-8-sig") as text:
        assert [row["file"] for row in csv.DictReader(text)] == ["x.wav", "y.wav"]


@pytest.mark.parametrize("name", ["=cmd|x.wav", "+1.wav", "-x.wav", "@x.wav", "'=x.wav", "'x.wav"])
def test_nothing_is_a_formula_and_every_name_is_found_again(tmp_path, name):
    path = tmp_path / "x.csv"
    with csv_writer(path, GENRES, RUN, refresh=True) as output:
        output.write(replace(RESULT, file=name, tags=Tags(title="=1+1", artist="@home")))
    with path.open(newline="", encoding="utf-8-sig") as text:
        (row,) = csv.DictReader(text)
    assert (row["title"], row["artist"]) == ("'=1+1", "'@home")
    assert row["file"][0] not in "=+-@"
    with csv_writer(path, GENRES, RUN, refresh=True) as output:
        assert output.done == {name}


@pytest.mark.parametrize("make", [csv_writer, ParquetWriter])
def test_only_one_run_writes_to_an_output(tmp_path, make):
    path = tmp_path / "x"
    with (
        make(path, GENRES, RUN, refresh=True),
        pytest.raises(IncompatibleOutput, match="Another run"),
    ):
        make(path, GENRES, RUN, refresh=True)
    make(path, GENRES, RUN, refresh=True).close()


def results_in(output):
    """Key of each file in an output -> all that is said about it."""
    if output.suffix == ".json":
        found = [json.loads(line) for line in output.read_text().splitlines()]
    elif output.suffix == ".csv":
        with output.open(newline="", encoding="utf-8-sig") as text:
            found = list(csv.DictReader(text))
    elif output.suffix == ".parquet":
        found = pyarrow.parquet.read_table(output).to_pylist()
    else:
        found = [
            {"file": path.stem, "duration": path.read_text().splitlines()[-1].split("\t")[1]}
            for path in output.glob("*.txt")
        ]
    assert len({one["file"] for one in found}) == len(found)
    return {Path(one["file"]).name: float(one["duration"]) for one in found}


KINDS = ["x.json", "x.csv", "x.parquet", "labels"]


def options_for(target):
    return ("-o", target, *(("--format", "audacity") if not target.suffix else ()))


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(
    ("options", "reason"),
    [(("--model", "other"), "from another model"), (("--hop", "1"), "with --hop 0.5")],
)
def test_results_of_another_model_or_hop_are_not_continued(
    cli, two_songs, tmp_path, name, options, reason, another_model
):
    target = tmp_path / name
    analyze = ("analyze", two_songs, *options_for(target))
    assert cli(*analyze)[0] == 0
    before = contents(target)
    options = [str(another_model) if option == "other" else option for option in options]
    status, _, err = cli(*analyze, "--resume", *options)
    assert (status, contents(target)) == (2, before)
    assert reason in err


@pytest.fixture
def another_model(tmp_path):
    """A model of the same genres, after another training."""
    own = load_checkpoint(resource("weights/genre-monitor.safetensors"))
    save_checkpoint(replace(own, temperature=2 * own.temperature), tmp_path / "b.safetensors")
    return tmp_path / "b.safetensors"


def contents(target):
    files = sorted(path for path in target.iterdir()) if target.is_dir() else [target]
    return {path.name: path.read_bytes() for path in files}


@pytest.mark.parametrize("name", KINDS)
def test_the_results_of_a_file_that_has_changed_are_made_again(cli, two_songs, tmp_path, name):
    target = tmp_path / name
    analyze = ("analyze", two_songs, *options_for(target))
    assert cli(*analyze)[0] == 0
    before = contents(target)
    write(two_songs / "0.wav", 6.0)
    assert cli(*analyze)[0] == 2
    assert contents(target) == before
    assert cli(*analyze, "--resume")[0] == 0
    assert results_in(target) == {"0.wav": 6.0, "1.wav": 4.0}
    after = contents(target)
    assert cli(*analyze, "--resume")[0] == 0
    assert contents(target) == after


def test_labels_of_an_earlier_version_are_not_continued(cli, two_songs, tmp_path):
    target = tmp_path / "labels"
    analyze = ("analyze", two_songs, *options_for(target))
    assert cli(*analyze)[0] == 0
    (target / LABELS.journal).unlink()
    status, _, err = cli(*analyze, "--resume")
    assert status == 2
    assert (
        "contains labels from an earlier version of genre-monitor, without the model and hop" in err
    )


def test_only_one_run_writes_labels_to_a_folder(cli, two_songs, tmp_path):
    target = tmp_path / "labels"
    with parts_writer(["x.wav"], target, RUN, LABELS, refresh=True):
        status, _, err = cli("analyze", two_songs, *options_for(target))
    assert status == 2
    assert f"Another run of genre-monitor is writing to {target / LABELS.journal}." in err


def test_labels_that_were_being_written_are_written_again(cli, two_songs, tmp_path):
    target = tmp_path / "labels"
    analyze = ("analyze", two_songs, *options_for(target))
    assert cli(*analyze)[0] == 0
    journal = target / LABELS.journal
    whole = journal.read_bytes()
    journal.write_bytes(whole[:20])
    assert cli(*analyze, "--resume")[0] == 0
    assert sorted(journal.read_text().splitlines()) == sorted(whole.decode().splitlines())


def test_labels_of_files_with_long_names_and_the_rest(cli, two_songs, tmp_path):
    for ending in ("a", "b"):
        os.link(two_songs / "0.wav", two_songs / (250 * "n" + f"{ending}.wav"))
    target = tmp_path / "labels"
    status, _, err = cli("analyze", two_songs, "--format", "audacity", "-o", target)
    assert (status, err) == (0, "")
    names = sorted(path.name for path in target.iterdir())
    assert names[0] == LABELS.journal
    assert len(names) == 1 + 4
    assert max(len(os.fsencode(name)) for name in names) == 255
    assert cli("analyze", two_songs, "--format", "audacity", "-o", target, "--resume")[0] == 0


def test_a_label_keeps_to_its_line():
    labels = labels_of([Segment(0.0, 1.0, "drum\tand\nbass", 0.9)])
    assert labels == "0.000000\t1.000000\tdrum and bass\n"


@pytest.mark.parametrize("genres", [("c", "d"), ("a",)])
def test_the_header_is_that_of_the_model(tmp_path, genres):
    path = tmp_path / "x.csv"
    path.write_text(csv_header(genres))
    with pytest.raises(IncompatibleOutput, match="with this model"):
        csv_writer(path, GENRES, RUN, refresh=True)


def test_continuing_takes_no_more_memory_than_the_names(tmp_path):
    path = tmp_path / "x.csv"
    with csv_writer(path, GENRES, RUN, refresh=True) as output:
        output.write(replace(RESULT, tags=Tags(title=2000 * "x")))
    with path.open("a", newline="") as file:
        line = csv_row(replace(RESULT, tags=Tags(title=2000 * "x")), {MADE: RUN.made(RESULT)})
        file.writelines(line.replace("x.wav", f"{number}.wav", 1) for number in range(5000))
    tracemalloc.start()
    with csv_writer(path, GENRES, RUN, refresh=True) as output:
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert len(output.done) == 5001
    assert path.stat().st_size > 10e6
    assert peak < 2e6


def test_a_text_of_the_user_s_is_not_taken_for_json_results(tmp_path):
    path = tmp_path / "x.json"
    path.write_text("a line of mine")
    with pytest.raises(IncompatibleOutput, match="does not contain JSON results"):
        json_writer(path, RUN, refresh=True)
    assert path.read_text() == "a line of mine"


@pytest.mark.parametrize("cut", [3, 20])
def test_a_header_that_did_not_fit_is_written_again(tmp_path, cut):
    path = tmp_path / "x.csv"
    csv_writer(path, GENRES, RUN, refresh=True).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:cut])
    csv_writer(path, GENRES, RUN, refresh=True).close()
    assert path.read_bytes() == whole


def resaved(path, **form):
    with path.open(newline="", encoding="utf-8-sig") as text:
        rows = list(csv.reader(text))
    with path.open("w", newline="", encoding="utf-8-sig") as text:
        csv.writer(text, **form).writerows([*rows, [""] * len(rows[0])])


def test_a_table_saved_with_quotation_marks_and_empty_rows_is_continued(tmp_path):
    path = tmp_path / "x.csv"
    with csv_writer(path, GENRES, RUN, refresh=True) as output:
        output.write(RESULT)
    resaved(path, quoting=csv.QUOTE_ALL)
    with csv_writer(path, GENRES, RUN, refresh=True) as output:
        assert output.done == {"x.wav"}


def test_a_table_saved_with_semicolons_is_refused_for_that(tmp_path):
    path = tmp_path / "x.csv"
    csv_writer(path, GENRES, RUN, refresh=True).close()
    resaved(path, delimiter=";")
    with pytest.raises(IncompatibleOutput, match="with semicolons in place of commas"):
        csv_writer(path, GENRES, RUN, refresh=True)


@pytest.mark.parametrize("made", ['{"model": "model", "hop": 0.5, "size": 1}', "[1]", '{"hop": 1}',
                                  '{"model": "model", "hop": "x"}'])  # fmt: skip
def test_a_table_that_says_half_of_how_it_was_made_is_refused(tmp_path, made):
    path = tmp_path / "x.csv"
    with csv_writer(path, GENRES, RUN, refresh=True) as output:
        output.write(replace(RESULT, file=str(path)))
    with path.open(newline="", encoding="utf-8-sig") as text:
        header, row = csv.reader(text)
    with path.open("w", newline="", encoding="utf-8-sig") as text:
        csv.writer(text).writerows([header, [*row[:-1], made]])
    with pytest.raises(IncompatibleOutput, match="does not say in its column made"):
        csv_writer(path, GENRES, RUN, refresh=True)
