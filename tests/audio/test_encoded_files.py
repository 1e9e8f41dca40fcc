import av
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
    """Return the delay of the first relative to the second, in sample frames."""
    spectrum = np.fft.rfft(samples, 2**18) * np.conj(np.fft.rfft(original, 2**18))
    lag = int(np.argmax(np.fft.irfft(spectrum)))
    return lag if lag < 2**17 else lag - 2**18


@pytest.mark.parametrize("name", CODECS)
def test_formats_that_ffmpeg_decodes_are_read_to_the_end(tmp_path, name):
    file, samples = heard(encode(tmp_path / name, 4.0))
    assert (file.rate, file.channels) == (48000, 2)
    assert file.duration_s == pytest.approx(4.0, abs=0.1)
    assert len(samples) == pytest.approx(4 * 48000, abs=4800)
    original = sound("tones", 4 * 48000, 1)
    assert abs(best_lag(samples[:, 0], original)) < 2500
    assert 0.5 < samples.std() / original.std() < 1.5


@pytest.mark.parametrize("name", ["x.m4a", "x.wma", "x.mka", "x.aac", "alac.m4a"])
def test_seeking_is_accurate_to_a_tenth_of_a_second(tmp_path, name):
    path = encode(tmp_path / name, 8.0)
    _, whole = heard(path)
    file = AudioFile(path)
    for seconds in (5.0, 1.25, 7.0, 0.0):
        assert file.seek(seconds) == pytest.approx(seconds, abs=0.001)
        part = file.read(24000)[:, 0]
        at = round(seconds * 48000)
        assert abs(best_lag(part, whole[at : at + 24000, 0])) < 4800, seconds
    file.close()


def test_the_soundtrack_of_a_video_is_read(tmp_path):
    file, samples = heard(encode(tmp_path / "x.mkv", 4.0, "aac", video=True))
    assert len(samples) == pytest.approx(4 * 48000, abs=4800)
    assert file.duration_s == pytest.approx(4.0, abs=0.2)


def test_a_video_without_sound_is_reported(tmp_path):
    path = encode(tmp_path / "x.mp4", 4.0, video=True, sounds=False)
    with pytest.raises(SourceError, match=r"x\.mp4 contains no audio\."):
        AudioFile(path)


def test_a_file_under_drm_is_reported_as_protected(tmp_path):
    path = encode(tmp_path / "x.m4a", 4.0)
    path.write_bytes(path.read_bytes().replace(b"mp4a", b"drms", 1))
    with pytest.raises(SourceError, match=r"x\.m4a is copy-protected"):
        AudioFile(path)


def test_a_wrong_extension_does_not_matter(tmp_path):
    path = encode(tmp_path / "x.m4a", 4.0).rename(tmp_path / "x.wav")
    assert heard(path)[0].duration_s == pytest.approx(4.0, abs=0.1)
    path = write(tmp_path / "y.flac", 4.0).rename(tmp_path / "y.m4a")
    assert heard(path)[0].duration_s == pytest.approx(4.0, abs=0.1)


def test_a_sample_rate_that_changes_within_the_file_is_converted(tmp_path):
    path = tmp_path / "chain.aac"
    first = encode(tmp_path / "a.aac", 3.0, "aac", 44100).read_bytes()
    path.write_bytes(first + encode(tmp_path / "b.aac", 3.0, "aac", 22050).read_bytes())
    file, samples = heard(path)
    assert file.rate == 44100
    assert len(samples) == pytest.approx(6 * 44100, rel=0.03)


def test_a_truncated_file_is_reported(tmp_path):
    whole = encode(tmp_path / "x.mka", 30.0).read_bytes()
    path = tmp_path / "cut.mka"
    path.write_bytes(whole[: len(whole) // 2])
    file = AudioFile(path)
    with pytest.raises(SourceError, match=r"cut\.mka ends after 1\d\.\d s"):
        list(file.blocks())
    file.close()


def test_a_file_name_is_never_taken_for_a_url(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = encode(tmp_path / "x.m4a", 4.0).rename(tmp_path / "http:x\n%41.m4a")
    assert heard(path.relative_to(tmp_path))[0].duration_s == pytest.approx(4.0, abs=0.1)


def test_a_playlist_of_urls_is_not_followed(tmp_path):
    encode(tmp_path / "x.aac", 4.0)
    path = tmp_path / "x.m3u8"
    path.write_text("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nx.aac\n#EXT-X-ENDLIST\n")
    with pytest.raises(SourceError, match="is not an audio file"):
        AudioFile(path)


def test_tags_are_read(tmp_path):
    metadata = [("title", "Waltz"), ("artist", "Ann"), ("genre", "Folk")]
    tags = heard(encode(tmp_path / "x.m4a", 4.0, metadata=metadata))[0].tags
    assert (tags.title, tags.artist, tags.genre) == ("Waltz", "Ann", "Folk")
    tags = heard(write(tmp_path / "x.wav", 4.0))[0].tags
    assert (tags.title, tags.artist, tags.genre) == ("", "", "")


@pytest.mark.parametrize("layout", ["5.1", "7.1"])
def test_every_channel_is_decoded_in_its_place(tmp_path, layout):
    path, count = tmp_path / "x.mka", av.AudioLayout(layout).nb_channels
    with av.open(str(path), "w") as container:
        # In FFmpeg's order of channels, of which Opus has another one.
        stream = container.add_stream("libopus", rate=48000, layout=layout)
        stream.bit_rate = 96_000 * count
        level = np.linspace(0.1, 0.8, count)
        for start in range(0, 3 * 48000, 960):
            wave = np.sin(2 * np.pi * 440 / 48000 * np.arange(start, start + 960))
            part = np.outer(wave, level).astype(np.float32).reshape(1, -1)
            frame = av.AudioFrame.from_ndarray(part, format="flt", layout=layout)
            frame.rate, frame.pts = 48000, start
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    _, samples = heard(path)
    found = np.sqrt(2) * samples[48000:96000].std(axis=0)
    np.testing.assert_allclose(found, level, atol=0.05)
