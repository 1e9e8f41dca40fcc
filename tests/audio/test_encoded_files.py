import numpy as np
import pytest

from desktop_app.audio.files import AudioFile
from desktop_app.audio.source_error import SourceError
from tests.fixtures.encoded import CODECS, encode
from tests.fixtures.files import write
from tests.fixtures.sounds import sound


def heard(path):
    file = AudioFile(path)
    samples = np.concatenate(list(file.blocks()))
    file.close()
    return file, samples


def best_lag(samples, original):
    """By how many sample frames the first is late."""
    spectrum = np.fft.rfft(samples, 2**18) * np.conj(np.fft.rfft(original, 2**18))
    lag = int(np.argmax(np.fft.irfft(spectrum)))
    return lag if lag < 2**17 else lag - 2**18


@pytest.mark.parametrize("name", CODECS)
def test_what_ffmpeg_decodes_is_read_to_its_end(tmp_path, name):
    file, samples = heard(encode(tmp_path / name, 4.0))
    assert (file.rate, file.channels) == (48000, 2)
    assert file.duration_s == pytest.approx(4.0, abs=0.1)
    assert len(samples) == pytest.approx(4 * 48000, abs=4800)
    original = sound("tones", 4 * 48000, 1)
    assert abs(best_lag(samples[:, 0], original)) < 2500
    assert 0.5 < samples.std() / original.std() < 1.5


@pytest.mark.parametrize("name", ["x.m4a", "x.wma", "x.mka", "x.aac", "alac.m4a"])
def test_a_place_that_is_sought_is_found_within_a_tenth_of_a_second(tmp_path, name):
    path = encode(tmp_path / name, 8.0)
    _, whole = heard(path)
    file = AudioFile(path)
    for seconds in (5.0, 1.25, 7.0, 0.0):
        assert file.seek(seconds) == pytest.approx(seconds, abs=0.001)
        part = file.read(24000)[:, 0]
        at = round(seconds * 48000)
        assert abs(best_lag(part, whole[at : at + 24000, 0])) < 4800, seconds
    file.close()


def test_sound_of_a_video(tmp_path):
    file, samples = heard(encode(tmp_path / "x.mkv", 4.0, "aac", video=True))
    assert len(samples) == pytest.approx(4 * 48000, abs=4800)
    assert file.duration_s == pytest.approx(4.0, abs=0.2)


def test_a_video_without_sound_is_said_to_be_one(tmp_path):
    path = encode(tmp_path / "x.mp4", 4.0, video=True, sounds=False)
    with pytest.raises(SourceError, match=r"x\.mp4 holds no sound\."):
        AudioFile(path)


def test_a_protected_file_is_said_to_be_one(tmp_path):
    path = encode(tmp_path / "x.m4a", 4.0)
    path.write_bytes(path.read_bytes().replace(b"mp4a", b"drms", 1))
    with pytest.raises(SourceError, match=r"x\.m4a is protected against copying"):
        AudioFile(path)


def test_a_wrong_extension_does_not_matter(tmp_path):
    path = encode(tmp_path / "x.m4a", 4.0).rename(tmp_path / "x.wav")
    assert heard(path)[0].duration_s == pytest.approx(4.0, abs=0.1)
    path = write(tmp_path / "y.flac", 4.0).rename(tmp_path / "y.m4a")
    assert heard(path)[0].duration_s == pytest.approx(4.0, abs=0.1)


def test_a_rate_that_changes_on_the_way_is_converted(tmp_path):
    path = tmp_path / "chain.aac"
    first = encode(tmp_path / "a.aac", 3.0, "aac", 44100).read_bytes()
    path.write_bytes(first + encode(tmp_path / "b.aac", 3.0, "aac", 22050).read_bytes())
    file, samples = heard(path)
    assert file.rate == 44100
    assert len(samples) == pytest.approx(6 * 44100, rel=0.03)


def test_a_file_that_breaks_off(tmp_path):
    whole = encode(tmp_path / "x.mka", 30.0).read_bytes()
    path = tmp_path / "cut.mka"
    path.write_bytes(whole[: len(whole) // 2])
    file = AudioFile(path)
    with pytest.raises(SourceError, match=r"cut\.mka breaks off after 1\d\.\d s"):
        list(file.blocks())
    file.close()


def test_a_name_is_never_taken_for_an_address(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = encode(tmp_path / "x.m4a", 4.0).rename(tmp_path / "http:x\n%41.m4a")
    assert heard(path.relative_to(tmp_path))[0].duration_s == pytest.approx(4.0, abs=0.1)


def test_a_list_of_addresses_is_not_followed(tmp_path):
    encode(tmp_path / "x.aac", 4.0)
    path = tmp_path / "x.m3u8"
    path.write_text("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nx.aac\n#EXT-X-ENDLIST\n")
    with pytest.raises(SourceError, match="is not an audio file"):
        AudioFile(path)


def test_what_a_file_says_of_itself(tmp_path):
    said = [("title", "Waltz"), ("artist", "Ann"), ("genre", "Folk")]
    tags = heard(encode(tmp_path / "x.m4a", 4.0, metadata=said))[0].tags
    assert (tags.title, tags.artist, tags.genre) == ("Waltz", "Ann", "Folk")
    tags = heard(write(tmp_path / "x.wav", 4.0))[0].tags
    assert (tags.title, tags.artist, tags.genre) == ("", "", "")
