import csv

import numpy as np
import pytest
import soundfile

from model.free_music import PARTS, collect


def write(path, seconds, seed):
    path.parent.mkdir(parents=True, exist_ok=True)
    noise = np.random.default_rng(seed).uniform(-0.5, 0.5, round(seconds * 8000))
    kind = "OGG" if path.suffix in (".ogg", ".opus") else "WAV"
    soundfile.write(path, noise, 8000, format=kind)


def file_of(part, folder):
    name = part.pattern.replace("**/", "a/").replace("*.*", "1.wav").replace("*", "1")
    return folder / name


@pytest.fixture
def unpacked(tmp_path):
    folder = tmp_path / "unpacked"
    for seed, part in enumerate(PARTS):
        path = file_of(part, folder)
        write(path, part.least_seconds + 0.1, seed)
        for name in part.without:
            write(path.with_name(name), part.least_seconds + 0.1, 100 + seed)
    return folder


def test_every_file_is_linked_in_the_folder_of_its_genre(unpacked, tmp_path):
    music = tmp_path / "music"
    assert collect(unpacked, music) == len(PARTS)
    assert {path.name for path in music.iterdir() if path.is_dir()} == {
        part.genre for part in PARTS
    }
    with (music / "artists.csv").open(newline="") as text:
        rows = list(csv.DictReader(text))
    assert [row["artist"] for row in rows] == [part.artist for part in PARTS]
    assert all((music / row["file"]).is_file() for row in rows)


def test_the_demo_and_silence_are_skipped(unpacked, tmp_path):
    collect(unpacked, tmp_path / "music")
    names = " ".join(path.name for path in (tmp_path / "music").rglob("*"))
    assert not any(name in names for part in PARTS for name in part.without)


def test_a_missing_package_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=PARTS[0].package):
        collect(tmp_path, tmp_path / "music")


def test_short_and_broken_files_are_skipped(unpacked, tmp_path):
    part = next(part for part in PARTS if part.package == "torcs-data")
    write(file_of(part, unpacked).with_name("short.wav"), part.least_seconds - 0.1, 1000)
    file_of(part, unpacked).with_name("broken.wav").write_bytes(b"RIFF")
    assert collect(unpacked, tmp_path / "music") == len(PARTS)


def test_a_duplicate_file_is_used_once(unpacked, tmp_path):
    part = next(part for part in PARTS if part.package == "megaglest-data")
    path = file_of(part, unpacked)
    path.with_name("again.wav").write_bytes(path.read_bytes())
    assert collect(unpacked, tmp_path / "music") == len(PARTS)
