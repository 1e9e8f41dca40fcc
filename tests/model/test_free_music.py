import csv

import pytest

from model.free_music import PARTS, collect


@pytest.fixture
def unpacked(tmp_path):
    folder = tmp_path / "unpacked"
    for part in PARTS:
        path = folder / part.pattern.replace("**/", "a/").replace("*", "1")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes(part.least_bytes))
        for name in part.without:
            (path.parent / name).write_bytes(bytes(part.least_bytes))
    return folder


def test_every_file_comes_into_the_folder_of_its_genre(unpacked, tmp_path):
    music = tmp_path / "music"
    assert collect(unpacked, music) == len(PARTS)
    assert {path.name for path in music.iterdir() if path.is_dir()} == {
        part.genre for part in PARTS
    }
    with (music / "artists.csv").open(newline="") as text:
        rows = list(csv.DictReader(text))
    assert [row["artist"] for row in rows] == [part.artist for part in PARTS]
    assert all((music / row["file"]).is_file() for row in rows)


def test_the_demo_and_silence_are_left_out(unpacked, tmp_path):
    collect(unpacked, tmp_path / "music")
    names = " ".join(path.name for path in (tmp_path / "music").rglob("*"))
    assert not any(name in names for part in PARTS for name in part.without)


def test_a_package_that_is_missing_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=PARTS[0].package):
        collect(tmp_path, tmp_path / "music")
