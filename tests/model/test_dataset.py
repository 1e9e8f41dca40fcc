import csv

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from model.dataset import Recording, artist_of, folds, load_corpus, log_mel_of, made_noise
from tests.fixtures.sounds import sound


def recording(number, genre, group):
    return Recording(str(number), genre, group, "gtzan", True, False, ())


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 25), min_size=60, max_size=150))
def test_a_group_never_stands_on_both_sides(drawn):
    assume(len(set(drawn)) >= 3)
    recordings = [recording(n, "abc"[n % 3], f"g{group}") for n, group in enumerate(drawn)]
    dealt = folds(recordings, 3, seed=0)
    for group in {r.group for r in recordings}:
        assert len({at for r, at in zip(recordings, dealt, strict=True) if r.group == group}) == 1


def test_folds_are_even_over_genres_and_repeatable():
    recordings = [recording(n, "ab"[n % 2], f"g{n}") for n in range(50)]
    dealt = folds(recordings, 5, seed=1)
    for fold in range(5):
        genres = [r.genre for r, at in zip(recordings, dealt, strict=True) if at == fold]
        assert genres.count("a") == genres.count("b") == 5
    assert (dealt == folds(recordings, 5, seed=1)).all()


def test_artists():
    assert artist_of("Glenn Gould - Bach - Prelude") == "glenn gould"
    assert artist_of("unknown (clip)") == "unknown (clip)"


@pytest.fixture
def corpus(tmp_path):
    """Two GTZAN tracks, one with 30 s and a clip, and two others by one artist."""
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


def test_everything_known_of_a_track_comes_together(corpus):
    read = []

    def samples(path):
        read.append(path.name)
        return sound("noise", 60_000, 0)

    first, second, x, y = load_corpus(corpus, samples)
    assert read == ["009.flac"]
    assert (first.key, first.has_clip, len(first.pieces)) == ("gtzan/blues/007", False, 1)
    assert (second.key, second.has_clip, len(second.pieces)) == ("gtzan/jazz/009", True, 3)
    assert first.group == second.group
    assert second.pieces[0].shape == (126, 128)
    assert second.pieces[1].shape == (196, 128)
    assert float(second.pieces[1][0, 0]) == -25.0
    assert x.group == y.group
    assert (x.sure, y.sure) == (True, False)


def test_without_other_recordings_gtzan_is_all_there_is(corpus):
    (corpus / "other-logmel.npz").unlink()
    assert {r.origin for r in load_corpus(corpus, lambda _: sound("noise", 60_000, 0))} == {"gtzan"}


def test_a_folder_without_archives_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        load_corpus(tmp_path, lambda _: np.zeros(0, np.float32))


def test_made_noise_goes_from_white_to_brown():
    made = made_noise(0)
    assert len({recording.key for recording in made}) == len(made) == 12
    tilts = []
    for recording in made[::2]:
        bands = recording.pieces[0].astype(np.float32).mean(axis=0)
        tilts.append(float(bands[100:].mean() - bands[20:40].mean()))
    assert tilts == sorted(tilts, reverse=True)
    assert all(np.isfinite(recording.pieces[0]).all() for recording in made)
    again = made_noise(0)[3].pieces[0]
    assert (again == made[3].pieces[0]).all()


def test_log_mel_of_a_recording_has_a_row_a_hop():
    assert log_mel_of(sound("noise", 2048 + 512 * 9 + 100, 0)).shape == (10, 128)
