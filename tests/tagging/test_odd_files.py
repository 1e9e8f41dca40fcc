"""Files that are not built as their format asks: tagged without harm, or named and left."""

import struct
from functools import partial

import numpy as np
import pytest

from desktop_app.analysis.answer import Answer
from desktop_app.audio.decoder import Tags
from desktop_app.library.file_analysis import Result
from desktop_app.tagging import tagger
from desktop_app.tagging.genre_tag import GenreTag
from desktop_app.tagging.tagger import Choice, NotTagged, tag
from desktop_app.tagging.undo_file import UndoFile
from tests.fixtures.encoded import encode
from tests.fixtures.sounds import sound

RATE = 22_050
FORMAT = b"fmt " + struct.pack("<IHHIIHH", 16, 1, 1, RATE, 2 * RATE, 2, 16)


def wav(path, riff=None, data=None, cut=0):
    """Sound with a chunk of another length than the header says, or without the padding byte."""
    samples = (3000 * sound("noise", RATE, 1)).astype("<i2").tobytes()
    samples = samples[: len(samples) - cut]
    chunk = b"data" + struct.pack("<I", len(samples) if data is None else data) + samples
    body = b"WAVE" + FORMAT + chunk
    path.write_bytes(b"RIFF" + struct.pack("<I", len(body) if riff is None else riff) + body)


def in_fragments(path):
    encode(path, 2.0, options={"movflags": "frag_keyframe+empty_moov", "frag_duration": "500000"})


@pytest.fixture
def tagged(tmp_path):
    """Tag a file as rock; what was said of it."""
    answer = Answer.of(np.array([0.1, 0.9], np.float32), ("pop", "rock"), 0.5)
    undo = UndoFile(tmp_path / "x.undo")

    def tagged(path):
        result = Result(str(path), 1.0, Tags(), answer.genres, answer, (), (), "", None)
        return tag(result, path, Choice(), undo)

    yield tagged
    undo.close()


@pytest.mark.parametrize(
    ("name", "make", "why"),
    [
        ("short.wav", partial(wav, riff=100), "its sound would not stay as it is"),
        ("odd.wav", partial(wav, cut=1), "the genre could not be read again"),
        ("stream.wav", partial(wav, riff=0xFFFFFFFF, data=0xFFFFFFFF), "its tags are damaged "),
        ("x.m4a", in_fragments, "its sound would not stay as it is"),
    ],
)
def test_what_tags_would_damage_is_named_and_left(tmp_path, tagged, name, make, why):
    path = tmp_path / name
    make(path)
    before = path.read_bytes()
    with pytest.raises(NotTagged, match=why) as refused:
        tagged(path)
    assert str(refused.value).startswith(f"Could not tag {path}: ")
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_lyrics_after_the_sound_are_no_sound(tmp_path, tagged):
    path = tmp_path / "x.mp3"
    encode(path, 1.0, codec="libmp3lame")
    lyrics = b"LYRICSBEGININD0000200EAL00005album"
    oldest = b"TAG" + b"Title".ljust(124, b"\0") + b"\xff"
    path.write_bytes(path.read_bytes() + lyrics + b"%06dLYRICS200" % len(lyrics) + oldest)
    assert tagged(path) == "got Rock"
    assert GenreTag(path).genres == ("Rock",)


def test_a_damaged_file_whose_rest_stays_the_same_is_tagged(tmp_path, tagged):
    path = tmp_path / "x.wv"
    encode(path, 2.0)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 2 // 3])
    assert tagged(path) == "got Rock"


def test_a_film_keeps_its_pictures(tmp_path, tagged, monkeypatch):
    path = tmp_path / "x.mp4"
    encode(path, 1.0, codec="aac", video=True)
    assert tagged(path) == "got Rock"
    damaged = tmp_path / "y.mp4"
    encode(damaged, 1.0, codec="aac", video=True)
    before = damaged.read_bytes()

    class Damaging(GenreTag):
        def write(self, genres):
            super().write(genres)
            content = bytearray(self._path.read_bytes())
            content[content.index(b"mdat") + 40] ^= 1
            self._path.write_bytes(content)

    monkeypatch.setattr(tagger, "GenreTag", Damaging)
    with pytest.raises(NotTagged, match="its sound would not stay as it is"):
        tagged(damaged)
    assert damaged.read_bytes() == before
