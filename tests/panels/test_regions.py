import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.library.list_formats import Mark
from desktop_app.panels.regions import (
    LONGEST_NAME,
    Region,
    from_text,
    to_text,
    with_region,
    with_tracks,
)

VERSE, CHORUS = Region(5.0, 20.0, "Verse"), Region(20.0, 31.5, "Chorus")


def test_parts_are_ordered_and_have_one_name_each():
    regions = with_region((), CHORUS.loop, "Chorus")
    regions = with_region(regions, VERSE.loop, "  Verse ")
    assert regions == (VERSE, CHORUS)
    assert with_region(regions, VERSE.loop, "Intro\n1") == (Region(5.0, 20.0, "Intro 1"), CHORUS)
    assert with_region(regions, VERSE.loop, " ") == (CHORUS,)
    assert len(with_region((), VERSE.loop, "x" * 500)[0].name) == LONGEST_NAME


def test_regions_are_read_back():
    files = {"/a.wav": (VERSE, CHORUS), "/ä.wav": (CHORUS,)}
    assert from_text(to_text(files)) == files


@pytest.mark.parametrize(
    "row",
    [3, [], [1, 2], [2, 1, "x"], [1, 1, "x"], [-1, 2, "x"], ["1", 2, "x"], [1, 2, 3],
     [1, 2, "a\nb"], [1, float("nan"), "x"], [1, float("inf"), "x"]],
)  # fmt: skip
def test_whatever_is_no_region_is_dropped(row):
    text = json.dumps({"/a.wav": [row, [5.0, 20.0, "Verse"]], "/b.wav": [row], "/c.wav": row})
    assert from_text(text) == {"/a.wav": (VERSE,)}


@given(st.text() | st.sampled_from(["", "{}", "3", "null", "[", "[" * 100_000]))
def test_any_text_can_be_read(text):
    assert from_text(to_text(from_text(text))) == from_text(text)


def test_each_track_ends_where_the_next_one_begins():
    tracks = [Mark(20.0, "Chorus"), Mark(5.0, "Verse"), Mark(99.0, "beyond the end")]
    assert with_tracks((), tracks, 31.5) == (VERSE, CHORUS)
    mine = Region(5.0, 20.0, "Mine")
    assert with_tracks((Region(1.0, 2.0, "x"), mine), tracks, 31.5) == (
        Region(1.0, 2.0, "x"), VERSE, CHORUS,
    )  # fmt: skip
