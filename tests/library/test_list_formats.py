import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.library.list_formats import (
    LIST_FORMATS,
    Entry,
    Mark,
    cue_entries,
    m3u_entries,
    pls_entries,
)


def test_a_cue_sheet_may_have_tabs_and_name_a_file_twice_and_its_tracks_in_any_order():
    lines = """
FILE\t"a b.wav"\tWAVE
\tTRACK\t02\tAUDIO
\t\tTITLE\t"Say "hi""
\t\tINDEX\t01\t05:00:00
FILE "a b.wav" WAVE
\tTRACK 01 AUDIO
\t\tTITLE "Plain
\t\tINDEX 01 00:00:00
""".splitlines()
    assert cue_entries(lines) == [Entry("a b.wav", (Mark(0.0, "Plain"), Mark(300.0, 'Say "hi"')))]


def test_the_lines_of_an_m3u_that_are_no_comments_are_files():
    lines = [
        "#EXTM3U",
        "#EXTINF:123,Who - Song",
        "Who/Song.mp3",
        "",
        "  ",
        "  #EXTVLCOPT:x",
        "./#1.mp3",
    ]
    assert m3u_entries(lines) == [Entry("Who/Song.mp3"), Entry("./#1.mp3")]


def test_the_files_of_a_pls_are_those_with_a_number():
    lines = ["[playlist]", "File1=a=b.mp3", "Title1=x.mp3", "file2 = C:\\b.mp3", "File3="]
    assert pls_entries(lines) == [Entry("a=b.mp3"), Entry("C:\\b.mp3")]


def test_a_cue_sheet_says_where_tracks_begin_in_its_files():
    lines = """
PERFORMER "DJ"
TITLE "Night"
FILE "one "a" two.mp3" MP3
  TRACK 01 AUDIO
    TITLE "First"
    PERFORMER "DJ"
    INDEX 01 00:00:00
  TRACK 02 AUDIO
    TITLE "Second"
    PERFORMER "Guest"
    INDEX 00 03:59:00
    INDEX 01 104:00:15
  TRACK 03 AUDIO
    INDEX 00 110:00:00
file without marks.wav WAVE
    INDEX 01 00:00:00
REM TITLE "no"
""".splitlines()
    assert cue_entries(lines) == [
        Entry('one "a" two.mp3', (Mark(0.0, "First"), Mark(6240.2, "Guest – Second"))),
        Entry("without marks.wav", (Mark(0.0, "Track 3"),)),
    ]


@pytest.mark.parametrize("kind", LIST_FORMATS)
@given(lines=st.lists(st.text() | st.sampled_from(
    ["FILE", "FILE x", "TRACK", "TRACK 0", "INDEX 01 1:2:3", "INDEX 1 9:9:9", "TITLE", "File1=x"]
)))  # fmt: skip
def test_any_lines_can_be_read(kind, lines):
    for entry in LIST_FORMATS[kind](lines):
        assert isinstance(entry.name, str)
