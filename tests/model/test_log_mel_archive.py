import csv
import io
import pickle

import numpy as np
import pytest

from model.dataset import Recording
from model.log_mel_archive import has_archives, load_archives, save_archive
from tests.fixtures.sounds import sound


@pytest.fixture
def corpus(tmp_path):
    """Two GTZAN tracks, one with a 30 s excerpt and a clip, and two other tracks by one artist."""
    rng = np.random.default_rng(0)
    np.savez(
        tmp_path / "gtzan-logmel-3s.npz",
        logmel=rng.normal(size=(2, 128, 130)).astype(np.float16),
        genre=np.array([0, 1], np.int8),
        track=np.array([7, 9], np.int16),
        group=np.array([7, 7], np.int16),
        genres=np.array(["blues", "jazz"]),
    )
    np.savez(tmp_path / "gtzan-logmel-30s.npz", **{"9": np.full((128, 200), 100, np.uint8)})
    (tmp_path / "clips/jazz").mkdir(parents=True)
    (tmp_path / "clips/jazz/009.flac").touch()
    quantised = rng.integers(0, 255, (128, 150)).astype(np.uint8)
    np.savez(tmp_path / "other-logmel.npz", x=quantised, y=quantised)
    with (tmp_path / "other-sources.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["key", "genre", "artist_title", "seconds", "label"])
        writer.writerow(["x", "jazz", "Some One - A", 3.5, "sure"])
        writer.writerow(["y", "blues", "some one - B", 3.5, "doubtful"])
    return tmp_path


def test_all_data_of_a_track_are_merged(corpus):
    read = []

    def samples(path):
        read.append(path.name)
        return sound("noise", 60_000, 0)

    first, second, x, y = load_archives(corpus, samples)
    assert read == ["009.flac"]
    assert (first.key, first.has_clip, len(first.pieces)) == ("gtzan/blues/007", False, 1)
    assert (second.key, second.has_clip, len(second.pieces)) == ("gtzan/jazz/009", True, 3)
    assert first.group == second.group
    assert second.pieces[0].shape == (126, 128)
    assert second.pieces[1].shape == (196, 128)
    assert float(second.pieces[1][0, 0]) == -25.0
    assert x.group == y.group
    assert (x.sure, y.sure) == (True, False)


def test_without_other_archives_only_gtzan_is_loaded(corpus):
    (corpus / "other-logmel.npz").unlink()
    assert {r.origin for r in load_archives(corpus, lambda _: sound("noise", 60_000, 0))} == {
        "gtzan"
    }


def test_a_folder_without_archives_yields_no_recordings(tmp_path):
    assert not has_archives(tmp_path)
    assert load_archives(tmp_path, lambda _: np.zeros(0, np.float32)) == []


def test_an_archive_survives_saving_and_loading(tmp_path):
    rng = np.random.default_rng(0)
    levels = rng.uniform(-99.0, 20.0, (120, 128)).astype(np.float16)
    kept = [
        Recording("jazz/a - b.ogg", "jazz", "artist one", "own", True, False, (levels,)),
        Recording("jazz/c.ogg", "jazz", "jazz/c.ogg", "own", False, False, (levels,)),
    ]
    save_archive(tmp_path, "club", kept)
    first, second = load_archives(tmp_path, lambda _: np.zeros(0, np.float32))
    assert (first.key, first.genre, first.origin) == ("club/jazz/a - b.ogg", "jazz", "club")
    assert (first.sure, second.sure) == (True, False)
    assert first.group == "artist one"
    assert first.group != second.group
    assert np.abs(first.pieces[0].astype(np.float32) - levels).max() <= 0.75 / 2 + 0.07
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "club-logmel.npz",
        "club-sources.csv",
    ]


def test_an_artist_in_two_archives_forms_one_group(corpus):
    levels = np.zeros((120, 128), np.float16)
    own = Recording("jazz/z.ogg", "jazz", "artist some one", "own", True, False, (levels,))
    save_archive(corpus, "club", [own])
    read = load_archives(corpus, lambda _: sound("noise", 60_000, 0))
    assert {r.group for r in read if r.origin in ("club", "other")} == {"artist some one"}


def test_an_archive_without_its_list_is_an_error(corpus):
    (corpus / "other-sources.csv").unlink()
    with pytest.raises(FileNotFoundError):
        load_archives(corpus, lambda _: sound("noise", 60_000, 0))


def test_names_with_dashes_or_undecodable_bytes_keep_tracks_apart(tmp_path):
    levels = np.zeros((120, 128), np.float16)
    names = ("jazz/01 - a.ogg", "jazz/01 - b.ogg", "jazz/\udcff.ogg")
    kept = [Recording(name, "jazz", name, "own", True, False, (levels,)) for name in names]
    save_archive(tmp_path, "club", kept)
    read = load_archives(tmp_path, lambda _: np.zeros(0, np.float32))
    assert len({recording.group for recording in read}) == 3


def _saved(array):
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


def _with(path, **arrays):
    with np.load(path) as archive:
        np.savez(path, **{**archive, **arrays})


DAMAGES = {
    "empty": lambda path: path.write_bytes(b""),
    "pickle": lambda path: path.write_bytes(pickle.dumps({"x": 1})),
    "one array": lambda path: path.write_bytes(_saved(np.zeros(3))),
    "truncated": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "objects": lambda path: _with(path, x=np.array([object()])),
    "fewer bands": lambda path: _with(path, x=np.zeros((64, 150), np.uint8)),
    "one number": lambda path: _with(path, x=np.uint8(3)),
    "words": lambda path: _with(path, x=np.array([["word"] * 150] * 128)),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_archive_is_an_error_with_a_one_line_message(corpus, damage):
    DAMAGES[damage](corpus / "other-logmel.npz")
    with pytest.raises(ValueError, match=r"^[^\n]+$") as caught:
        load_archives(corpus, lambda _: sound("noise", 60_000, 0))
    assert "allow_pickle=`" not in str(caught.value)


def test_damage_inside_a_compressed_archive_is_an_error(tmp_path):
    levels = np.random.default_rng(0).uniform(-99.0, 20.0, (120, 128)).astype(np.float16)
    save_archive(tmp_path, "club", [Recording("x", "jazz", "x", "own", True, False, (levels,))])
    path = tmp_path / "club-logmel.npz"
    content = bytearray(path.read_bytes())
    content[100:400] = bytes(range(200, 0, -1)) + bytes(100)
    path.write_bytes(content)
    with pytest.raises(ValueError, match="is damaged"):
        load_archives(tmp_path, lambda _: np.zeros(0, np.float32))


@pytest.mark.parametrize("lines", ["key,genre\nx,jazz\n", "key,genre,artist_title\nx,jazz\n"])
def test_an_incomplete_list_is_an_error(corpus, lines):
    (corpus / "other-sources.csv").write_text(lines)
    with pytest.raises(ValueError, match=r"other-sources\.csv lacks one of key, genre"):
        load_archives(corpus, lambda _: sound("noise", 60_000, 0))
