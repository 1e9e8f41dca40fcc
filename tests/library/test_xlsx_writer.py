"""A workbook as a spreadsheet sees it; openpyxl reads it."""

from dataclasses import replace
from datetime import datetime

import numpy as np
import openpyxl
import pytest

from desktop_app.analysis.answer import Answer
from desktop_app.analysis.segments import Segment
from desktop_app.audio.decoder import Tags
from desktop_app.formatting import workbook
from desktop_app.library.earlier_output import IncompatibleOutput
from desktop_app.library.file_analysis import Result
from desktop_app.library.provenance import Run
from desktop_app.library.writers import ResultNotWritten
from desktop_app.library.xlsx_writer import XlsxWriter
from tests.fixtures.files import write

GENRES = ("a", "b")
RUN = Run("model", 0.5)
RESULT = Result(
    "Été.wav", 4.25, Tags("=1+1", "-x"), GENRES,
    Answer.of(np.array([0.75, 0.25], np.float32), GENRES, 0.5), (),
    (Segment(0.0, 2.0, "a", 0.75), Segment(2.0, 4.25, "silence", 1.0)), "", None,
    datetime(2025, 11, 27, 18, 30),
)  # fmt: skip


def written(path, *results):
    with XlsxWriter(path, GENRES, RUN) as output:
        for result in results:
            output.write(result)
    return openpyxl.load_workbook(path)


def test_numbers_are_numbers_and_texts_are_texts(tmp_path):
    book = written(tmp_path / "x.xlsx", RESULT, replace(RESULT, file="silence.wav", answer=None))
    files, parts = book["Files"], book["Parts"]
    header, first, second = files.values
    row = dict(zip(header, first, strict=True))
    assert list(row) == [
        "file", "duration", "genre", "probability", "p_a", "p_b", "title", "artist",
        "tagged_genre", "error", "sure", "answer", "recorded", "made",
    ]  # fmt: skip
    assert (row["file"], row["duration"], row["probability"]) == ("Été.wav", 4.25, 0.75)
    assert (row["title"], row["artist"], row["sure"]) == ("=1+1", "-x", True)
    assert second[:4] == ("silence.wav", 4.25, None, None)
    # Neither computed nor marked, whatever they begin with.
    assert {cell.data_type for cell in files[2][6:8]} <= {"s", "inlineStr"}
    assert list(parts.values)[1:3] == [
        ("Été.wav", 0, 2, "a", 0.75, "2025-11-27T18:30:00"),
        ("Été.wav", 2, 4.25, "silence", 1, "2025-11-27T18:30:02"),
    ]  # fmt: skip
    assert (files.freeze_panes, files.auto_filter.ref) == ("A2", "A1:N3")
    widths = {cell.value: files.column_dimensions[cell.column_letter].width for cell in files[1]}
    assert widths["file"] > widths["genre"]
    # The names are not hidden by the buttons of the filter.
    assert min(width - len(name) for name, width in widths.items()) > 4


def test_no_text_makes_the_workbook_unreadable(tmp_path):
    texts = ["\x1b\x00\ufffe", "_x0041_", "\udcff", 40_000 * "x", "http://x", "{=1}"]
    book = written(tmp_path / "x.xlsx", *(replace(RESULT, file=text) for text in texts))
    found = [row[0] for row in book["Files"].values][1:]
    assert found[3] == 32_766 * "x" + "…"
    assert found[4:] == texts[4:]
    assert not book["Files"]._hyperlinks


def test_a_full_sheet_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 4)
    with XlsxWriter(tmp_path / "x.xlsx", GENRES, RUN) as output:
        output.write(RESULT)
        with pytest.raises(ResultNotWritten, match="has no room for Été"):
            output.write(RESULT)
        output.write(replace(RESULT, segments=()))


def test_only_one_run_writes_to_a_workbook_and_none_replaces_one(tmp_path):
    path = tmp_path / "x.xlsx"
    with XlsxWriter(path, GENRES, RUN), pytest.raises(IncompatibleOutput, match="Another run"):
        XlsxWriter(path, GENRES, RUN)
    before = path.read_bytes()
    with pytest.raises(IncompatibleOutput, match="exists, and an xlsx file cannot be continued"):
        XlsxWriter(path, GENRES, RUN)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["x.xlsx"]


def test_analyze_writes_a_workbook_and_says_that_it_cannot_be_continued(cli, tmp_path):
    song = write(tmp_path / "song.wav", 4.0, kind="music")
    target = tmp_path / "x.xlsx"
    status, _, err = cli("analyze", song, "-o", target, "--resume")
    assert (status, target.exists()) == (2, False)
    assert "--resume cannot continue it. To be able to continue, choose csv" in err
    assert cli("analyze", song, "-o", target)[:2] == (0, "")
    assert openpyxl.load_workbook(target)["Files"]["A2"].value == str(song)
    assert "Choose another name" in cli("analyze", song, "-o", target)[2]
    assert cli("analyze", song, "--format", "xlsx")[0] == 2
