from dataclasses import replace

import numpy as np
import pytest
import torch

from model.architecture import Layer, conv, max_pool
from model.dataset import NOT_MUSIC, Recording
from model.recipe import Recipe
from model.training import Sources, train
from model.validation import Validation, held_out_groups

TINY = (conv(2), Layer("norm"), Layer("relu"), max_pool(4, 4), Layer("time_pool"), Layer("dense"))
RECIPE = Recipe(steps=4, batch=8, average_share=0.5, check_from=0.0, check_every=1)
GENRES = ("a", "b")
SOUND = np.random.default_rng(0).normal(0, 5, (140, 128)).astype(np.float16)


@pytest.fixture(scope="module", autouse=True)
def quick():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("model.training.STATISTICS_WINDOWS", 32)
        yield


def recording(key, genre, group=None, origin="own", sure=True, frames=140):
    return Recording(key, genre, group or key, origin, sure, False, (SOUND[:frames],))


def some(count, genre, **known):
    return [recording(f"{genre}{number}", genre, **known) for number in range(count)]


def chosen(own, other=()):
    return held_out_groups(own, other, GENRES, 0.06, seed=0)


def test_every_genre_gives_about_its_share_and_at_least_one_group():
    given = chosen([*some(100, "a"), *some(5, "b")])
    assert 4 <= sum(group.startswith("a") for group in given) <= 7
    assert sum(group.startswith("b") for group in given) == 1


def test_nothing_is_held_out_if_a_genre_would_keep_too_few_groups():
    assert not chosen([*some(100, "a"), *some(4, "b")])
    short = [recording("short", "b", frames=90), recording("unsure", "b", sure=False)]
    assert not chosen([*some(100, "a"), *some(4, "b"), *short])
    assert chosen([*some(100, "a"), *some(4, "b"), recording("fifth", "b")])


def test_groups_stay_whole_and_an_artist_with_most_of_the_music_stays_in_training():
    own = [*some(20, "a"), *some(20, "b")]
    own += [recording(f"much {n}", "a", group="much") for n in range(40)]
    doubtful = [recording(f"doubtful {n}", "a", group=f"a{n}", sure=False) for n in range(20)]
    given = chosen(own + doubtful)
    assert given
    assert "much" not in given
    learned, held_out = Sources(own, doubtful).split(given)
    assert not {r.group for r in (*learned.own, *learned.other)} & given
    assert {r.group for r in held_out.own} == given
    assert {r.genre for r in held_out.own} == set(GENRES)
    assert not held_out.other


def test_artists_of_two_genres_do_not_leave_either_with_too_few_groups():
    # Each genre gives the smallest of its five groups, which is a different artist for each.
    own = [
        recording(f"{genre} {n} {more}", genre, group=f"artist {n}")
        for n in range(5)
        for genre, count in (("a", 5 - n), ("b", 1 + n))
        for more in range(count)
    ]
    assert not chosen(own)
    assert chosen(own + [recording(f"{genre} more", genre) for genre in GENRES])


def test_non_music_stays_in_training_with_its_whole_group():
    talk = [recording(f"talk {n}", NOT_MUSIC, group=f"a{n}") for n in range(10)]
    music = [*some(15, "a"), *some(10, "b")]
    assert {group for group in chosen(music, talk) if group.startswith("a")} <= {
        f"a{n}" for n in range(10, 15)
    }
    learned, _ = Sources(music, talk).split(chosen(music, talk))
    assert learned.other == talk


def test_both_origins_have_the_same_weight():
    images, sure, wrong = torch.zeros(300, 1, 100, 13), torch.zeros(300), torch.ones(2)

    def network(batch):
        return torch.tensor([[5.0, 0.0]]).expand(len(batch), 2)

    one, two = (images, sure.long()), (images[:2], wrong.long())
    alone = [Validation((part,)).error(network) for part in (one, two)]
    assert Validation((one, two)).error(network) == pytest.approx(sum(alone) / 2)
    assert alone == [0.0, 1.0]


def trained(recipe, own=None):
    stages, losses = [], []

    def told(stage, loss):
        stages.append(stage)
        losses.append(loss)

    own = own or [*some(6, "a"), *some(6, "b")]
    checkpoint = train(Sources(own, ()), GENRES, TINY, recipe, told)
    return checkpoint, stages, losses


def same(weights, tensors):
    return all((values == tensors[name].numpy()).all() for name, values in weights.items())


def test_the_network_with_the_lowest_validation_error_is_kept(monkeypatch):
    errors = iter([0.3, 0.1, 0.1, 0.2])
    seen = []

    def error(self, network):
        seen.append(network.training)
        return next(errors)

    monkeypatch.setattr(Validation, "error", error)
    checkpoint, stages, _ = trained(RECIPE)
    assert seen == [False] * 4
    # Of equally good networks the later one.
    assert same(checkpoint.weights, stages[2].state["average"])
    assert same(stages[0].checkpoint(TINY).weights, stages[0].state["average"])
    assert same(stages[1].checkpoint(TINY).weights, stages[1].state["average"])


def test_without_validation_the_last_network_is_kept():
    checkpoint, stages, _ = trained(RECIPE, [*some(4, "a"), *some(4, "b")])
    assert stages[-1].best is None
    assert same(checkpoint.weights, stages[-1].state["average"])


def test_validation_does_not_affect_training():
    _, often, losses = trained(RECIPE)
    _, seldom, same_losses = trained(replace(RECIPE, check_from=1.0))
    assert losses == same_losses
    assert same({"conv1.weight": often[-1].state["network"]["conv1.weight"].numpy()},
                seldom[-1].state["network"])  # fmt: skip


def test_validation_starts_late_and_includes_the_last_step():
    usual = Recipe(steps=1700, check_from=0.6, check_every=150)
    assert [step for step in range(1, 1701) if usual.validates_after(step)] == [
        1020, 1170, 1320, 1470, 1620, 1700,
    ]  # fmt: skip
