from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.engine.session_collector import GAP_SECONDS, STAY_SECONDS, Collector, Heard

BEGIN = 1_000_000.0


def collect(said, step=0.5, source="Mic"):
    """The parts of a list of (label, seconds), or (label, seconds, probability)."""
    collector, parts, at = Collector(), {}, BEGIN
    for label, seconds, *sure in said:
        for _ in range(round(seconds / step)):
            probability = sure[0] if sure else None
            for part in collector.note(Heard(at, source, label, probability)):
                parts[part.number] = part
            at += step
    return list(parts.values())


def told(parts):
    return [(p.heard, p.began_at - BEGIN, p.ended_at - BEGIN) for p in parts]


def test_a_new_part_starts_where_the_genre_changes():
    parts = collect([("rock", 20.0, 0.8), ("jazz", 10.0, 0.6)])
    assert told(parts) == [("rock", 0.0, 20.0), ("jazz", 20.0, 29.5)]
    assert [part.probability for part in parts] == [pytest.approx(0.8), pytest.approx(0.6)]


def test_a_brief_change_of_genre_does_not_split_a_part():
    parts = collect([("rock", 20.0, 0.8), ("pop", 4.0, 0.9), ("rock", 20.0, 0.6)])
    assert told(parts) == [("rock", 0.0, 43.5)]
    assert parts[0].probability == pytest.approx(0.7)


def test_genres_that_never_last_make_no_part():
    assert collect([("rock", 2.0), ("pop", 2.0), ("jazz", 2.0)] * 5) == []


def test_speech_with_pauses_is_one_part():
    sentence = [("not music", 4.0), ("silence", 0.5), (None, 2.0)]
    assert told(collect(sentence * 4)) == [("not music", 0.0, 23.0)]
    assert told(collect([("silence", 20.0), *sentence * 4])) == [
        ("silence", 0.0, 20.0), ("not music", 20.0, 43.0),
    ]  # fmt: skip


def test_something_that_was_heard_long_ago_does_not_come_back():
    assert collect([("rock", 4.0), ("pop", 2.5), ("jazz", 3.0), ("rock", 4.0)]) == []


def test_the_probability_is_the_mean_of_what_was_heard_within_the_part():
    said = [("rock", 10.0, 0.8), ("pop", 4.0, 0.9), ("rock", 1.0, 0.2), ("pop", 6.0, 0.5)]
    rock, pop = collect(said)
    assert (rock.ended_at - BEGIN, rock.probability) == (10.0, pytest.approx(0.8))
    assert pop.probability == pytest.approx((8 * 0.9 + 12 * 0.5) / 20)


def test_silence_is_a_part_without_a_probability():
    parts = collect([("rock", 10.0, 0.8), ("silence", 10.0), ("rock", 10.0, 0.9)])
    assert [part.heard for part in parts] == ["rock", "silence", "rock"]
    assert [part.probability for part in parts] == [
        pytest.approx(0.8), None, pytest.approx(0.9),
    ]  # fmt: skip


def test_a_part_continues_while_nothing_is_known():
    parts = collect([("rock", 10.0, 0.8), (None, 2.5), ("rock", 10.0, 0.8)])
    assert told(parts) == [("rock", 0.0, 22.0)]


def test_another_source_starts_another_part():
    collector, parts = Collector(), {}
    for number in range(60):
        source = "A" if number < 30 else "B"
        for part in collector.note(Heard(BEGIN + number, source, "rock", 0.5)):
            parts[part.number] = part
    assert [(part.source, part.seconds) for part in parts.values()] == [("A", 29.0), ("B", 29.0)]


@pytest.mark.parametrize("gap", [GAP_SECONDS + 0.1, -5.0])
def test_a_gap_or_a_clock_change_starts_another_part(gap):
    collector, parts = Collector(), {}
    for number in range(60):
        at = BEGIN + number + (gap if number >= 30 else 0.0)
        for part in collector.note(Heard(at, "A", "rock", 0.5)):
            parts[part.number] = part
    assert [part.seconds for part in parts.values()] == [29.0, 29.0]


def test_sound_after_a_pause_in_listening_is_another_part():
    collector = Collector()
    numbers = []
    for number in range(40):
        if number == 20:
            collector.end()
        numbers += [
            part.number for part in collector.note(Heard(BEGIN + 0.5 * number, "A", "rock", 0.5))
        ]
    assert sorted(set(numbers)) == [1, 2]


said = st.lists(
    st.tuples(
        st.sampled_from(["rock", "jazz", "silence", None]),
        st.floats(0.02, 12.0),
        st.just(0.5),
    ),
    max_size=20,
)


@given(said, st.sampled_from([1 / 43, 0.25, 0.5, 0.7]))
def test_parts_are_contiguous_and_never_too_short(what, step):
    parts = collect(what, step)
    assert [part.number for part in parts] == list(range(1, len(parts) + 1))
    for part in parts:
        assert part.seconds >= STAY_SECONDS
    for one, other in pairwise(parts):
        assert one.ended_at == other.began_at
        assert one.heard != other.heard


@pytest.mark.parametrize("brief", ["jazz", None])
def test_what_is_brief_between_two_files_belongs_to_one_of_them(brief):
    collector, parts = Collector(), {}
    for number in range(120):
        label = brief if 50 <= number < 70 else "rock"
        source = "A" if number < 60 else "B"
        for part in collector.note(Heard(BEGIN + 0.5 * number, source, label, 0.5)):
            parts[part.number] = part
    assert [part.source for part in parts.values()] == ["A", "B"]
    assert told(parts.values()) == [("rock", 0.0, 29.5), ("rock", 30.0, 59.5)]


def test_a_pause_in_listening_keeps_the_end_of_what_was_heard():
    collector, parts = Collector(), {}
    for number in range(40):
        for part in collector.note(Heard(BEGIN + number / 2, "A", "ab"[number > 32], 0.5)):
            parts[part.number] = part
    for part in collector.end():
        parts[part.number] = part
    assert told(parts.values()) == [("a", 0.0, 19.5)]
    assert collector.end() == ()


moments = st.lists(
    st.tuples(
        st.sampled_from(["rock", "jazz", "silence", None]),
        st.sampled_from(["A", "A", "A", "A", "B"]),
        st.integers(1, 40),
        # The clock never goes back to exactly where a part began: not even after several times,
        # since the other steps are multiples of a fiftieth.
        st.sampled_from([0.02, 0.5, 0.5, 0.7, 1.9, 2.5, -3.2501]),
    ),
    max_size=25,
)


@given(moments)
def test_parts_tile_every_uninterrupted_sound_in_which_anything_lasts(timeline):
    collector, parts, at = Collector(), {}, BEGIN
    stretches = []
    for what, source, count, step in timeline:
        for number in range(count):
            at += 0.5 if number else step
            broken = not stretches or source != stretches[-1][0]
            if broken or not 0.0 <= at - stretches[-1][2] <= GAP_SECONDS:
                stretches.append([source, at, at])
            elif at - stretches[-1][2] >= 0.5:
                stretches[-1][2] = at
            for part in collector.note(Heard(at, source, what, 0.5)):
                parts[part.number] = part
    for part in collector.end():
        parts[part.number] = part
    rest = list(parts.values())
    for source, begin, end in stretches:
        reached = begin
        while rest and (rest[0].source, rest[0].began_at) == (source, reached):
            reached = rest.pop(0).ended_at
        assert reached in {begin, end}
    assert rest == []


def test_a_part_of_a_file_says_when_its_beginning_was_recorded():
    recorded = datetime(2025, 11, 27, 18, 30)
    collector, parts = Collector(), {}
    for number in range(80):
        label = "rock" if 3 < number < 40 else "pop"
        then = recorded + timedelta(seconds=0.5 * number)
        for part in collector.note(Heard(BEGIN + 0.5 * number, "x.wav", label, 0.5, then)):
            parts[part.number] = part
    assert [part.recorded for part in parts.values()] == [
        recorded, recorded + timedelta(seconds=20),
    ]  # fmt: skip
