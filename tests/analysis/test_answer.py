import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.answer import HOLD_SECONDS, SECOND_SHARE, Answer, Wording
from desktop_app.analysis.answering import Answering
from desktop_app.analysis.smoothing import Smoother
from model.features import HOP_SAMPLES, SAMPLE_RATE
from tests.fixtures.fake_source import FakeClassifier
from tests.fixtures.frames import answer_of

GENRES = ("jazz", "pop", "rock")
HOLD_HOPS = int(HOLD_SECONDS * SAMPLE_RATE / HOP_SAMPLES)


@pytest.mark.parametrize(
    ("probabilities", "threshold", "words", "share"),
    [
        ((0.1, 0.7, 0.2), 0.6, "Pop", 0.7),
        ((0.1, 0.5, 0.4), 0.6, "Pop or Rock", 0.9),
        ((0.1, 0.4, 0.5), 0.6, "Rock or Pop", 0.9),
        ((0.34, 0.33, 0.33), 0.7, "Not sure", None),
        # A second genre that hardly matters would only fill the answer up.
        ((0.12, 0.7, 0.18), 0.8, "Not sure", None),
        ((0.1, 0.66, 0.24), 0.8, "Pop or Rock", 0.9),
        ((0.34, 0.33, 0.33), 0.0, "Jazz", 0.34),
    ],
)
def test_the_answer_names_as_few_genres_as_reach_the_threshold(
    probabilities, threshold, words, share
):
    answer = answer_of(probabilities, GENRES, threshold)
    assert answer.words == words
    assert answer.share == (None if share is None else pytest.approx(share))
    assert answer.sure == (words in ("Pop", "Jazz"))


def test_the_leading_genre_is_known_even_if_the_answer_is_not_sure():
    answer = answer_of((0.3, 0.3, 0.4), GENRES, 0.9)
    assert (answer.label, answer.genre, answer.number) == ("not sure", "rock", 2)
    assert answer.probability == pytest.approx(0.4)
    assert answer_of((0.1, 0.5, 0.4), GENRES, 0.8).label == "pop or rock"


@given(st.integers(1, 12), st.integers(0, 10_000), st.floats(0, 1))
def test_what_is_named_reaches_the_threshold_and_nothing_shorter_would(count, seed, threshold):
    shares = np.random.default_rng(seed).dirichlet(np.ones(count)).astype(np.float32)
    answer = Answer.of(shares, [str(n) for n in range(count)], threshold)
    best = np.sort(shares)[::-1]
    if answer.named:
        assert answer.share >= threshold - 1e-6
        assert len(answer.named) == 1 or best[0] < threshold + 1e-6
        assert answer.number == int(shares.argmax())
    else:
        assert best[0] < threshold + 1e-6
        assert best[:2].sum() < threshold + 1e-6 or best[1] < best[0] * SECOND_SHARE + 1e-6


def test_one_known_genre_is_always_sure_without_a_threshold():
    assert answer_of((1.0,), ("jazz",)).words == "Jazz"


POP, EITHER, NOT_SURE = (0.1, 0.7, 0.2), (0.2, 0.405, 0.395), (0.34, 0.33, 0.33)
NEARLY_POP, SURELY_POP = (0.1, 0.55, 0.35), (0.02, 0.96, 0.02)
SURELY_EITHER = (0.02, 0.5, 0.48)


def spoken(wording, *stretches):
    """The words after each hop of stretches of (probabilities, hops)."""
    hop, said = 0, []
    for probabilities, hops in stretches:
        for _ in range(hops):
            hop += 1
            answer = answer_of(probabilities, GENRES, 0.68)
            said.append(wording.settle(hop * HOP_SAMPLES, answer, 0.68).words)
    return said


def test_words_change_a_second_after_they_are_no_longer_true():
    said = spoken(Wording(), (POP, 100), (EITHER, 100))
    assert said == ["Pop"] * (100 + HOLD_HOPS) + ["Pop or Rock"] * (100 - HOLD_HOPS)


def test_words_do_not_blink_while_an_answer_hovers_at_the_threshold():
    said = spoken(Wording(), *[(POP, 20), (EITHER, 30), (NOT_SURE, 10)] * 10)
    assert set(said) == {"Pop"}


def test_words_stay_while_they_are_nearly_true():
    said = spoken(Wording(), (POP, 10), (NEARLY_POP, 200))
    assert set(said) == {"Pop"}
    said = spoken(Wording(), (NEARLY_POP, 10), (POP, 200))
    assert set(said) == {"Pop or Rock"}
    said = spoken(Wording(), (EITHER, 10), (SURELY_POP, 100))
    assert said[-1] == "Pop"
    said = spoken(Wording(), (NOT_SURE, 10), (SURELY_EITHER, 100))
    assert said[-1] == "Pop or Rock"


def test_words_that_are_never_true_again_do_not_stay():
    said = spoken(Wording(), (POP, 50), *[(EITHER, 5), (NOT_SURE, 5)] * 20)
    assert said[50 + HOLD_HOPS - 1] == "Pop"
    assert "Pop" not in said[50 + HOLD_HOPS :]


def test_held_words_keep_their_own_share():
    wording = Wording()
    wording.settle(0, answer_of(POP, GENRES, 0.68), 0.68)
    held = wording.settle(HOP_SAMPLES, answer_of(EITHER, GENRES, 0.68), 0.68)
    assert (held.words, held.share) == ("Pop", pytest.approx(0.405))


def test_while_not_sure_is_held_the_genre_that_follows_is_known():
    wording, leaning = Wording(), []
    for hop, shares in enumerate([NOT_SURE] * 10 + [SURELY_POP] * 100):
        held = wording.settle(hop * HOP_SAMPLES, answer_of(shares, GENRES, 0.68), 0.68)
        leaning.append((held.words, held.leaning))
    assert set(leaning[:10]) == {("Not sure", None)}
    assert set(leaning[10:60]) == {("Not sure", GENRES.index("pop")), ("Pop", None)}
    assert leaning[-1] == ("Pop", None)


def test_after_an_interruption_the_first_answer_counts_at_once():
    wording = Wording()
    spoken(wording, (POP, 50))
    wording.reset()
    assert spoken(wording, (EITHER, 1)) == ["Pop or Rock"]


def test_each_window_on_its_own_is_named_at_once():
    answering, network = Answering(), FakeClassifier()
    answering.average = Smoother(0.0)
    said = []
    for hop in range(20):
        shares = np.roll([0.6, 0.3, 0.1], hop).astype(np.float32)
        answer, seconds = answering.update(hop * HOP_SAMPLES, shares, network)
        said.append(answer.label)
    assert said[:4] == ["a", "b", "c", "a"]
    assert seconds == 0.0
    answering.average = Smoother(1.0)
    steady = [
        answering.update((20 + hop) * HOP_SAMPLES, shares, network)[0].label for hop in range(20)
    ]
    assert len(set(steady)) == 1


def test_another_way_to_average_applies_to_what_was_heard_before():
    answering, network = Answering(), FakeClassifier()
    shares = np.array([0.6, 0.3, 0.1], np.float32)
    for hop in range(500):
        _, seconds = answering.update(hop * HOP_SAMPLES, shares, network)
    answering.average = Smoother(2.5)
    assert answering.update(500 * HOP_SAMPLES, shares, network)[1] == 2.5
    answering.average = type(answering)().average
    assert answering.update(501 * HOP_SAMPLES, shares, network)[1] == seconds == 14.0
