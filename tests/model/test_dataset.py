import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from model.dataset import Recording, artist_of, folds, log_mel_of, synthetic_noise
from tests.fixtures.sounds import sound


def recording(number, genre, group):
    return Recording(str(number), genre, group, "gtzan", True, False, ())


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 25), min_size=60, max_size=150))
def test_a_group_is_never_split_between_folds(drawn):
    assume(len(set(drawn)) >= 3)
    recordings = [recording(n, "abc"[n % 3], f"g{group}") for n, group in enumerate(drawn)]
    dealt = folds(recordings, 3, seed=0)
    for group in {r.group for r in recordings}:
        assert len({at for r, at in zip(recordings, dealt, strict=True) if r.group == group}) == 1


def test_folds_are_stratified_by_genre_and_repeatable():
    recordings = [recording(n, "ab"[n % 2], f"g{n}") for n in range(50)]
    dealt = folds(recordings, 5, seed=1)
    for fold in range(5):
        genres = [r.genre for r, at in zip(recordings, dealt, strict=True) if at == fold]
        assert genres.count("a") == genres.count("b") == 5
    assert (dealt == folds(recordings, 5, seed=1)).all()


def test_the_artist_is_taken_from_the_title():
    assert artist_of("Glenn Gould - Bach - Prelude") == "glenn gould"
    assert artist_of("unknown (clip)") == "unknown (clip)"


def test_synthetic_noise_ranges_from_white_to_brown():
    made = synthetic_noise(0)
    assert len({recording.key for recording in made}) == len(made) == 12
    tilts = []
    for recording in made[::2]:
        bands = recording.pieces[0].astype(np.float32).mean(axis=0)
        tilts.append(float(bands[100:].mean() - bands[20:40].mean()))
    assert tilts == sorted(tilts, reverse=True)
    assert all(np.isfinite(recording.pieces[0]).all() for recording in made)
    again = synthetic_noise(0)[3].pieces[0]
    assert (again == made[3].pieces[0]).all()


def test_log_mel_of_a_recording_has_one_row_per_hop():
    assert log_mel_of(sound("noise", 2048 + 512 * 9 + 100, 0)).shape == (10, 128)
