import pytest

from desktop_app.analysis.cue_sheet import OWN, cue_of
from desktop_app.analysis.segments import Segment
from desktop_app.audio.decoder import Tags
from desktop_app.formatting.line_names import Unnameable


def test_every_part_is_a_track_at_the_nearest_75th_of_a_second():
    parts = [
        Segment(0.0, 61.97, "hiphop", 0.9), Segment(61.97, 100 * 60 + 0.999, "not music", 0.9),
        Segment(100 * 60 + 0.999, 7000.0, "rock", 0.9),
    ]  # fmt: skip
    assert cue_of("sets/mix.mp3", Tags("Night", "DJ"), parts).removeprefix(OWN).splitlines() == [
        'PERFORMER "DJ"',
        'TITLE "Night"',
        'FILE "sets/mix.mp3" MP3',
        "  TRACK 01 AUDIO", '    TITLE "Hip-hop"', "    INDEX 01 00:00:00",
        "  TRACK 02 AUDIO", '    TITLE "Not music"', "    INDEX 01 01:01:73",
        "  TRACK 03 AUDIO", '    TITLE "Rock"', "    INDEX 01 100:01:00",
    ]  # fmt: skip


def test_no_name_breaks_the_sheet():
    tags = Tags('A "B"\nFILE "x" WAVE', "C\x00\tD")
    lines = cue_of("mix.flac", tags, [Segment(0.0, 9.0, 'drum "n"\r\nbass', 1.0)]).splitlines()
    assert lines[1:5] == [
        'PERFORMER "C D"', "TITLE \"A 'B' FILE 'x' WAVE\"", 'FILE "mix.flac" WAVE',
        "  TRACK 01 AUDIO",
    ]  # fmt: skip
    assert lines[5] == "    TITLE \"Drum 'n' bass\""
    for name in ('a"b.wav', "a\nb.wav", "a\udcffb.wav"):
        with pytest.raises(Unnameable):
            cue_of(name, Tags(), [])


def test_a_sheet_without_parts_has_one_track():
    assert cue_of("mix.wav", Tags(), []).endswith(
        '  TRACK 01 AUDIO\n    TITLE "mix"\n    INDEX 01 00:00:00\n'
    )
