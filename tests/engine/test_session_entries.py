import json
from datetime import datetime

import numpy as np

from desktop_app.engine.session_collector import Part
from desktop_app.engine.session_entries import Entry, iso, json_of, labels_of, numbers_of
from desktop_app.formatting.array_files import table

ENTRIES = [
    Entry(Part(1, 1000.0, 1020.5, "Mic", "rock", 0.87654321)),
    Entry(Part(2, 1020.5, 1030.0, "Mic", "silence", None)),
    Entry(
        Part(4, 1100.0, 1130.25, "a\tb.wav", "pop", 0.5, datetime(2025, 11, 27, 18, 30, 0, 500)),
        "my own", "the\tbest  part",
    ),
]  # fmt: skip


def test_the_table_has_one_row_per_part():
    lines = table(numbers_of(ENTRIES)).decode().splitlines()
    assert lines[0] == "from,to,seconds,source,genre,heard,probability,note,recorded"
    assert lines[1] == f"{iso(1000.0)},{iso(1020.5)},20.5,Mic,rock,rock,0.8765,,"
    assert lines[2].endswith(",9.5,Mic,silence,silence,nan,,")
    assert lines[3].endswith(",30.2,a\tb.wav,my own,pop,0.5,the\tbest  part,2025-11-27T18:30:00")
    assert numbers_of([]) == {}


def test_times_include_the_utc_offset():
    assert len(iso(0.0)) == len("1970-01-01T00:00:00+0000")


def test_audacity_labels_have_one_line_per_part_and_start_at_zero():
    assert labels_of(ENTRIES) == (
        "0.000000\t20.500000\trock\n20.500000\t30.000000\tsilence\n"
        "100.000000\t130.250000\tmy own the best part\n"
    )
    assert labels_of([]) == ""


def test_json_has_null_for_a_missing_probability():
    found = json.loads(json_of(ENTRIES))
    assert [row["probability"] for row in found] == [0.8765, None, 0.5]
    assert found[2]["genre"] == "my own"
    assert found[2]["heard"] == "pop"
    assert json.loads(json_of([])) == []
    assert not any(np.isnan(v) for row in found for v in row.values() if isinstance(v, float))
