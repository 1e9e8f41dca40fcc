import json

import numpy as np
import pytest

from desktop_app.audio.files import AudioFile
from desktop_app.audio.sound_tracks import SoundTrack, SoundTracks, wanted
from desktop_app.audio.source_error import SourceError
from tests.fixtures.encoded import encode, film
from tests.fixtures.files import write

GERMAN, ENGLISH, NAMELESS = SoundTrack(1, "German"), SoundTrack(2, "English", "Film"), SoundTrack(3)
LANGUAGES = [("ger", "silence"), ("eng", "music"), ("fra", "tones")]


def loudness(path, track=""):
    file = AudioFile(path, track)
    level = np.concatenate(list(file.blocks())).std()
    again = file.reopen()
    assert np.concatenate(list(again.blocks())).std() == level
    for opened in (file, again):
        opened.close()
    return level, file.tracks.heard, file.content_key


@pytest.mark.parametrize(
    ("wish", "track"),
    [("1", GERMAN), ("3", NAMELESS), ("de", GERMAN), ("deu", GERMAN), ("ger", GERMAN),
     ("German", GERMAN), ("german", GERMAN), ("eng", ENGLISH), ("0", None), ("4", None),
     ("fr", None), ("Klingonish", None)],
)  # fmt: skip
def test_a_track_is_known_by_number_or_language(wish, track):
    assert wanted((GERMAN, ENGLISH, NAMELESS), wish) == track


def test_tracks_are_named_for_people():
    unknown = SoundTrack(4, "xx", "Commentary")
    assert [track.words for track in (GERMAN, ENGLISH, NAMELESS, unknown)] == [
        "1: German", "2: English, Film", "3", "4: xx, Commentary",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["x.mkv", "x.mp4"])
@pytest.mark.parametrize("default", [1, 2])
def test_the_video_s_default_is_heard_or_the_one_that_is_chosen(tmp_path, name, default):
    path = film(tmp_path / name, 3.0, LANGUAGES, default)
    chosen = {track: loudness(path, track) for track in ("", "1", "eng", "French")}
    assert [heard for _, heard, _ in chosen.values()] == [default, 1, 2, 3]
    assert chosen[""] == chosen[{1: "1", 2: "eng"}[default]]
    levels = [chosen[track][0] for track in ("1", "eng", "French")]
    assert levels[0] < 1e-3 < min(levels[1:])
    assert len({key for _, _, key in chosen.values()}) == 3


def test_a_track_that_is_not_there_is_named_with_those_that_are(tmp_path):
    path = film(tmp_path / "x.mkv", 3.0, LANGUAGES)
    with pytest.raises(SourceError) as error:
        AudioFile(path, "ita")
    assert str(error.value) == (
        f"{path} has no audio track ita, but 1: German; 2: English; 3: French."
    )


def test_files_with_one_track_are_taken_as_they_are(tmp_path):
    for path in (write(tmp_path / "x.wav", 3.0), encode(tmp_path / "x.m4a", 3.0)):
        file = AudioFile(path, "ita")
        assert file.tracks == SoundTracks()
        file.close()


def test_analyze_hears_the_track_that_is_chosen_and_resumes_with_that_one_only(cli, tmp_path):
    path = film(tmp_path / "x.mkv", 5.0, LANGUAGES)
    answer = {
        track: json.loads(cli("analyze", path, "--format", "json", "--track", track)[1])["answer"]
        for track in ("1", "en")
    }
    assert answer["1"] is None
    assert answer["en"]
    target = tmp_path / "x.csv"
    assert cli("analyze", path, "-o", target, "--track", "en", "--jobs", "2")[0] == 0
    assert answer["en"] in target.read_text()
    assert cli("analyze", path, "-o", target, "--track", "en", "--resume")[0] == 0
    for other in ((), ("--track", "1")):
        err = cli("analyze", path, "-o", target, "--resume", *other)[2]
        assert "contains results with --track en." in err
