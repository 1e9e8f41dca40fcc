import csv
import io

import numpy as np
import openpyxl

from desktop_app.formatting.array_files import npz, table, xlsx

RANDOM = np.random.default_rng(0)


def values(*shape):
    return RANDOM.standard_normal(shape).astype(np.float32)


def read(content):
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    return header, rows


def test_npz_keeps_every_array():
    numbers = {"maps": values(4, 10, 3), "genre": np.array(["ä", "rock"]), "file": values(7)}
    with np.load(io.BytesIO(npz(numbers))) as found:
        assert set(found) == set(numbers)
        for name, array in numbers.items():
            np.testing.assert_array_equal(found[name], array)


def test_a_table_has_one_row_per_frame_and_reads_back_equal():
    mfcc, log_mel = values(10, 13), values(10, 128)
    header, rows = read(table({"mfcc": mfcc, "log_mel": log_mel, "samples": values(500)}))
    assert header[:3] == ["frame", "mfcc_0", "mfcc_1"]
    assert header[14] == "log_mel_0"
    assert len(header) == 1 + 13 + 128
    assert [row[0] for row in rows] == [str(frame) for frame in range(10)]
    found = np.array([row[1:] for row in rows]).astype(np.float32)
    np.testing.assert_array_equal(found, np.hstack([mfcc, log_mel]))


def test_a_stack_of_maps_has_one_row_per_map_and_frame():
    maps = values(3, 5, 2)
    header, rows = read(table({"maps": maps, "kernels": values(3, 3, 3)}))
    assert header == ["map", "frame", "maps_0", "maps_1"]
    assert [row[:2] for row in rows[4:6]] == [["0", "4"], ["1", "0"]]
    found = np.array([row[2:] for row in rows]).astype(np.float32)
    np.testing.assert_array_equal(found.reshape(3, 5, 2), maps)


def test_arrays_of_equal_length_share_their_rows():
    probability = values(2)
    header, rows = read(table({"genre": np.array(["a,b", "ü"]), "probability": probability}))
    assert header == ["genre", "probability"]
    assert [row[0] for row in rows] == ["a,b", "ü"]
    np.testing.assert_array_equal([np.float32(row[1]) for row in rows], probability)


def test_a_spreadsheet_opens_the_texts_of_a_table_as_they_are_meant():
    notes = np.array(["Été", "=1+1", "-", "'"])
    content = table({"note": notes, "change": np.array([-1.5, 0, 1, 2])})
    assert content.startswith(b"\xef\xbb\xbfnote,")
    _, rows = read(content)
    assert rows[:2] == [["Été", "-1.5"], ["'=1+1", "0.0"]]
    assert [row[0] for row in rows[2:]] == ["'-", "'"]
    assert table({"change": notes[1:2]}).startswith(b"change")


def test_a_workbook_has_the_rows_of_the_table_with_numbers_as_numbers():
    numbers = {
        "genre": np.array(["Été", "=1+1"]), "probability": np.array([0.1, np.nan], np.float32),
    }  # fmt: skip
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(numbers, "Session")))["Session"]
    assert list(sheet.values) == [("genre", "probability"), ("Été", 0.1), ("=1+1", None)]
    assert sheet["A3"].data_type in {"s", "inlineStr"}
