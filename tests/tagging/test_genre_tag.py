"""The genre in the tags of every format; sound, pictures and other tags stay as they are."""

import shutil

import av
import mutagen
import numpy as np
import pytest
import soundfile
from mutagen.apev2 import APEv2
from mutagen.flac import FLAC, Picture
from mutagen.id3 import APIC, ID3, TCON, TDRC, TIT2, TXXX, TYER
from mutagen.mp4 import MP4, MP4Cover

from desktop_app.tagging.genre_tag import GenreTag, TagError
from tests.fixtures.encoded import encode
from tests.fixtures.sounds import sound

PICTURE = bytes(range(256)) * 20


def made(folder, name):
    """A file of one second with a title and, where the format knows it, a picture."""
    path = folder / name
    kind = path.suffix[1:]
    if kind in ("wav", "flac", "ogg", "aiff"):
        soundfile.write(path, sound("noise", 22_050, 1) * 0.1, 22_050)
    else:
        encode(path, 1.0, codec={"mp3": "libmp3lame"}.get(kind, ""))
    file = mutagen.File(path)
    if kind in ("mp3", "wav", "aiff"):
        if file.tags is None:
            file.add_tags()
        file.tags.add(TIT2(encoding=3, text=["Été"]))
        file.tags.add(APIC(mime="image/png", type=3, data=PICTURE))
        file.tags.add(TXXX(desc="mood", text=["calm"]))
    elif kind == "flac":
        file["title"] = "Été"
        picture = Picture()
        picture.data, picture.type, picture.mime = PICTURE, 3, "image/png"
        file.add_picture(picture)
    elif kind == "m4a":
        file["\xa9nam"] = "Été"
        file["covr"] = [MP4Cover(PICTURE)]
    elif kind == "wma":
        file["Title"] = "Été"
    else:
        file["title"] = "Été"
    file.save()
    return path


def decoded(path):
    with av.open(str(path)) as container:
        frames = [frame.to_ndarray() for frame in container.decode(audio=0)]
    return np.concatenate(frames, axis=1).tobytes()


def others(path):
    """All tags but the genre, as text, and the pictures."""
    file = mutagen.File(path)
    pictures = [picture.data for picture in file.pictures] if isinstance(file, FLAC) else []
    names = ("TCON", "\xa9gen", "WM/Genre", "genre", "Genre", "GENRE")
    return {k: str(v) for k, v in dict(file.tags).items() if k not in names}, pictures


@pytest.mark.parametrize(
    "name", ["x.flac", "x.mp3", "x.m4a", "x.ogg", "x.opus", "x.wma", "x.aiff", "x.wav", "x.wv"]
)
def test_only_the_genre_changes_and_it_can_be_removed_again(tmp_path, name):
    path = made(tmp_path, name)
    sound_before, others_before = decoded(path), others(path)
    assert others_before[0]
    assert GenreTag(path).genres == ()
    for genres in (("Hip-hop",), ("Été", "Rock"), ()):
        GenreTag(path).write(genres)
        assert GenreTag(path).genres == genres
        assert decoded(path) == sound_before
        assert others(path) == others_before


def test_what_others_read_is_the_genre(tmp_path):
    for name in ("x.flac", "x.mp3", "x.m4a", "x.ogg", "x.wma"):
        path = made(tmp_path, name)
        GenreTag(path).write(["Hip-hop"])
        with av.open(str(path)) as container:
            said = {**container.metadata, **container.streams.audio[0].metadata}
        assert {key.lower(): value for key, value in said.items()}["genre"] == "Hip-hop"


def test_an_older_version_of_id3_is_kept_with_its_frames(tmp_path):
    path = made(tmp_path, "x.mp3")
    tags = ID3(path)
    tags.delall("TDRC")
    tags.add(TDRC(encoding=3, text=["1999-05-06"]))
    tags.update_to_v23()
    tags.save(path, v2_version=3)
    GenreTag(path).write(["Jazz"])
    found = ID3(path, translate=False)
    assert found.version == (2, 3, 0)
    assert found["TYER"] == TYER(encoding=3, text=["1999"])
    assert found["TCON"] == TCON(encoding=3, text=["Jazz"])
    assert found["TIT2"].text == ["Été"]


def test_an_id3v1_that_says_other_things_keeps_all_but_its_genre(tmp_path):
    path = made(tmp_path, "x.mp3")
    oldest = b"TAG" + b"Other title".ljust(30) + b"Somebody".ljust(94) + bytes([12])
    with path.open("ab") as file:
        file.write(oldest)
    GenreTag(path).write(["Rock"])
    assert path.read_bytes()[-128:] == oldest[:-1] + bytes([17])
    assert ID3(path)["TIT2"].text == ["Été"]


def test_a_genre_by_its_number_is_read_as_its_name(tmp_path):
    path = made(tmp_path, "x.mp3")
    tags = ID3(path)
    tags.add(TCON(encoding=3, text=["(17)"]))
    tags.save(path)
    assert GenreTag(path).genres == ("Rock",)


def test_a_genre_in_an_mp3_s_other_tags_is_known_and_stays(tmp_path):
    path = made(tmp_path, "x.mp3")
    other = APEv2()
    other["Genre"] = ["Polka", "Waltz"]
    other.save(path)
    assert (GenreTag(path).genres, GenreTag(path).elsewhere) == ((), ("Polka", "Waltz"))
    GenreTag(path).write(["Pop"])
    assert (GenreTag(path).genres, GenreTag(path).elsewhere) == (("Pop",), ("Polka", "Waltz"))


def test_a_genre_by_its_number_in_an_m4a_is_read_as_its_name(tmp_path):
    path = made(tmp_path, "x.m4a")
    GenreTag(path).write(["ab"])
    # As iTunes wrote it: the number of Rock, plus one, in an atom of its own.
    by_name, by_number = b"\xa9gen\0\0\0\x12data\0\0\0\1", b"gnre\0\0\0\x12data\0\0\0\0"
    content = path.read_bytes()
    assert content.count(by_name + b"\0\0\0\0ab") == 1
    path.write_bytes(content.replace(by_name + b"\0\0\0\0ab", by_number + b"\0\0\0\0\0\x12"))
    before = decoded(path), others(path)
    assert GenreTag(path).genres == ("Rock",)
    GenreTag(path).write(["Pop"])
    assert b"gnre" not in path.read_bytes()
    assert GenreTag(path).genres == ("Pop",)
    assert (decoded(path), others(path)) == before


def test_files_without_tags_get_them(tmp_path):
    path = tmp_path / "x.wav"
    soundfile.write(path, np.zeros(22_050), 22_050)
    GenreTag(path).write(["Pop"])
    assert GenreTag(path).genres == ("Pop",)
    mp4 = encode(tmp_path / "x.m4a", 1.0)
    MP4(mp4).delete()
    GenreTag(mp4).write(["Pop"])
    assert GenreTag(mp4).genres == ("Pop",)


@pytest.mark.parametrize("name", ["x.mka", "x.aac"])
def test_formats_without_such_tags_are_refused_and_left_as_they_are(tmp_path, name):
    path = encode(tmp_path / name, 1.0)
    before = path.read_bytes()
    with pytest.raises(TagError, match="cannot write tags into this format"):
        GenreTag(path)
    assert path.read_bytes() == before


def test_damaged_tags_are_a_sentence(tmp_path):
    path = made(tmp_path, "x.flac")
    content = bytearray(path.read_bytes())
    content[4:8] = b"\xff\xff\xff\xff"
    path.write_bytes(content)
    with pytest.raises(TagError):
        GenreTag(path)
    cut = tmp_path / "x.mp3"
    cut.write_bytes(b"ID3\4\0\0\0\0\x7f\x7f" + bytes(100))
    with pytest.raises(TagError, match=r"^its tags are damaged$"):
        GenreTag(cut)
    shutil.rmtree(tmp_path / "nothing", ignore_errors=True)
    with pytest.raises(TagError, match=r"^No such file or directory$"):
        GenreTag(tmp_path / "nothing.flac")
