"""Which recordings the training draws from, and how often."""

from dataclasses import replace

import numpy as np
import pytest

from model.dataset import NOT_MUSIC, Recording
from model.recipe import Recipe
from model.window_bank import WindowBank, shares

PLAIN = Recipe(other_share=0.5, artist_power=0.5, doubtful_weight=1.0, not_music_weight=1.0)


def constant(genre, value, frames=200, *, origin="gtzan", group=None, sure=True):
    piece = np.full((frames, 128), value, np.float16)
    key = f"{origin}/{genre}{value}"
    return Recording(key, genre, group or key, origin, sure, False, (piece,))


def other(genre, value, **kinds):
    return constant(genre, value, origin="other", **kinds)


def drawn(own, others, labels, recipe=PLAIN, count=4000):
    windows, found = WindowBank(own, others, labels, recipe).draw(
        count, 0.1, np.random.default_rng(0)
    )
    return windows[:, 0, 0].numpy(), found.numpy()


def test_a_genre_is_drawn_by_the_root_of_the_number_of_its_artists():
    many = [constant("a", value) for value in range(1, 17)]
    values, labels = drawn([*many, constant("b", -50)], [], ("a", "b"))
    assert (labels == 1).mean() == pytest.approx(0.2, abs=0.02)
    assert (values[labels == 1] == -50).all()
    assert len(set(values[labels == 0])) == 16


def test_songs_of_one_artist_are_one_artist():
    of_one = [constant("a", value, group="someone") for value in range(1, 17)]
    _, labels = drawn([*of_one, constant("b", -50)], [], ("a", "b"))
    assert (labels == 1).mean() == pytest.approx(0.5, abs=0.03)


@pytest.mark.parametrize(("power", "share"), [(0.0, 0.5), (1.0, 0.1)])
def test_the_power_chooses_between_even_genres_and_even_artists(power, share):
    recordings = [*(constant("a", value) for value in range(1, 10)), constant("b", -50)]
    found = shares(recordings, [], replace(PLAIN, artist_power=power))
    assert found[-1] == pytest.approx(share)


def test_music_of_other_origin_gets_its_share_whatever_its_genres():
    own = [constant("a", 1), constant("b", 2)]
    others = [other("a", 3), other("c", 4)]
    values, labels = drawn(own, others, ("a", "b", "c"), replace(PLAIN, other_share=0.7))
    assert np.isin(values, (3, 4)).mean() == pytest.approx(0.7, abs=0.03)
    assert (values[labels == 2] == 4).all()


@pytest.mark.parametrize("single", [0, 1])
def test_a_single_origin_gets_all_draws(single):
    parts = [[], []]
    parts[single] = [constant("a", 1), constant("b", 2)]
    assert shares(*parts, replace(PLAIN, other_share=0.7)).tolist() == [0.5, 0.5]


def test_doubtful_labels_are_drawn_less_often_within_their_genre():
    others = [other("a", 1), other("a", 2, sure=False), other("b", 3, group="x")]
    found = shares([], others, replace(PLAIN, doubtful_weight=0.25, artist_power=0.0))
    assert found == pytest.approx([0.4, 0.1, 0.5])


def test_a_genre_of_doubtful_labels_only_is_not_drawn_less_often():
    others = [other("a", 1, sure=False), other("b", 2)]
    assert shares([], others, replace(PLAIN, doubtful_weight=0.25)) == pytest.approx([0.5, 0.5])


def test_non_music_weighs_as_much_as_told():
    own = [constant("a", -30), constant("b", -40), constant(NOT_MUSIC, -50)]
    found = shares(own, [], replace(PLAIN, not_music_weight=2.0))
    assert found == pytest.approx([0.25, 0.25, 0.5])


def test_non_music_is_divided_among_its_origins_by_the_same_rule():
    quiet = [constant(NOT_MUSIC, -value, origin="b") for value in range(1, 5)]
    music = [constant("a", 1), constant("b", 2)]
    found = shares(music, [*quiet, constant(NOT_MUSIC, -50, origin="c")], PLAIN)
    assert found[-1] / found[2:].sum() == pytest.approx(1 / 3)


def test_a_stretched_window_stays_within_the_recording():
    ramp = np.repeat(np.arange(300, dtype=np.float16)[:, None], 128, axis=1)
    recording = Recording("r", "a", "g", "gtzan", True, False, (ramp,))
    windows, _ = WindowBank([recording], [], ("a",), PLAIN).draw(200, 0.3, np.random.default_rng(1))
    steps = np.diff(windows[:, :, 0].numpy(), axis=1)
    np.testing.assert_allclose(steps, np.broadcast_to(steps[:, :1], steps.shape), atol=0.01)
    assert steps.min() < 0.8
    assert steps.max() > 1.2
    assert windows.min() >= 0
    assert windows.max() <= 299


def test_a_genre_without_a_long_enough_recording_is_an_error():
    with pytest.raises(ValueError, match="no recording of b"):
        WindowBank([constant("a", 1), constant("b", 1, frames=90)], [], ("a", "b"), PLAIN)
