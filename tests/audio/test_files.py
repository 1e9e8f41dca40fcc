import os
import stat
from itertools import takewhile

import numpy as np
import pytest
import soundfile

from desktop_app.audio.files import AudioFile
from desktop_app.audio.load import samples_of
from desktop_app.audio.source_error import SourceError
from tests.fixtures.files import bad_files, write


@pytest.mark.parametrize(
    ("name", "options"),
    [("x.wav", {}), ("x.flac", {}), ("x.ogg", {}), ("x.mp3", {}), ("Füße – 音楽.wav", {})],
)
def test_formats_are_read_to_the_end(tmp_path, name, options):
    file = AudioFile(write(tmp_path / name, 3.0, 44100, 2, **options))
    samples = np.concatenate(list(file.blocks()))
    assert (file.rate, file.channels) == (44100, 2)
    assert len(samples) == pytest.approx(3 * 44100, abs=2400)
    assert 0.01 < np.abs(samples).max() <= 1.2
    file.close()


def test_a_file_played_in_small_blocks_is_decoded_once(tmp_path, monkeypatch):
    path = write(tmp_path / "x.flac", 3.0, 44100, 2)
    whole, _ = soundfile.read(path, dtype="float32")
    sought, seek = [], soundfile.SoundFile.seek

    def record_seek(self, frames, whence=os.SEEK_SET):
        if (frames, whence) != (0, os.SEEK_CUR):
            sought.append(frames)
        return seek(self, frames, whence)

    monkeypatch.setattr(soundfile.SoundFile, "seek", record_seek)
    file = AudioFile(path)
    blocks = []
    while len(block := file.read(2048)):
        blocks.append(block)
    np.testing.assert_array_equal(np.concatenate(blocks), whole)
    assert sought == []
    assert file.seek(1.0) == 1.0
    np.testing.assert_array_equal(file.read(2048), whole[44100:][:2048])
    file.close()


def test_eight_channels_of_float_at_192_khz(tmp_path):
    file = AudioFile(write(tmp_path / "x.wav", 2.5, 192000, 8, subtype="FLOAT"))
    assert next(file.blocks()).shape == (192000, 8)
    file.close()


@pytest.mark.parametrize(
    "name",
    ["missing", "empty", "text", "one sample", "two seconds", "start of an mp3", "folder"],
)
def test_a_bad_file_is_reported_in_one_sentence_with_its_name(tmp_path, name):
    path, sentence = bad_files(tmp_path)[name]
    with pytest.raises(SourceError) as caught:
        AudioFile(path)
    assert str(path) in str(caught.value)
    assert sentence in str(caught.value)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root can read everything")
def test_a_file_without_read_permission(tmp_path):
    path = write(tmp_path / "x.wav", 3.0)
    path.chmod(0)
    with pytest.raises(SourceError, match="Permission denied"):
        AudioFile(path)
    path.chmod(stat.S_IRUSR)


def test_the_reason_from_the_operating_system_is_quoted(tmp_path, monkeypatch):
    path = write(tmp_path / "x.wav", 3.0)

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(SourceError, match=r"Could not read .*x\.wav: Permission denied\."):
        AudioFile(path)


def test_a_truncated_mp3_is_read_to_where_it_ends_and_the_error_says_so(tmp_path):
    whole = write(tmp_path / "x.mp3", 8.0).read_bytes()
    path = tmp_path / "cut.mp3"
    path.write_bytes(whole[: len(whole) // 2])
    file = AudioFile(path)
    blocks = []
    with pytest.raises(SourceError, match=r"cut\.mp3 ends after [34]\.\d s; .* 8\.[01] s"):
        blocks.extend(file.blocks())
    assert 3.0 < sum(map(len, blocks)) / 22050 < 4.5
    file.close()


def test_raw_samples_without_a_header_are_rejected(tmp_path):
    path = tmp_path / "x.raw"
    path.write_bytes(bytes(100_000))
    with pytest.raises(SourceError, match=r"x\.raw has no header"):
        AudioFile(path)


def test_the_length_is_counted_if_the_header_does_not_state_it(tmp_path):
    path = write(tmp_path / "piped.flac", 3.0)
    header = bytearray(path.read_bytes())
    # The number of samples in STREAMINFO: 36 bits.
    header[21] &= 0xF0
    header[22:26] = bytes(4)
    path.write_bytes(header)
    file = AudioFile(path)
    assert file.duration_s == pytest.approx(3.0, abs=0.01)
    assert sum(map(len, file.blocks())) == 3 * 22050
    file.close()


@pytest.mark.skipif(os.name != "posix", reason="file names are text there")
def test_a_file_name_that_is_not_valid_text(tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9.wav")
    write(tmp_path / "x.wav", 3.0).rename(path)
    file = AudioFile(path)
    assert file.name == "caf\ufffd.wav"
    assert len(next(file.blocks())) > 0
    file.close()


def test_reading_continues_after_a_failed_seek(tmp_path):
    path = write(tmp_path / "x.flac", 8.0, kind="noise")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    file = AudioFile(path)
    file.seek(1.0)
    with pytest.raises(SourceError, match=r"Could not seek to 7\.0 s in .*x\.flac"):
        file.seek(7.0)
    original = file.read(100)
    assert file.seek(1.0) == pytest.approx(1.0, abs=1e-3)
    np.testing.assert_array_equal(file.read(100), original)
    file.close()


def test_the_error_for_a_truncated_flac_says_where_it_ends(tmp_path):
    path = write(tmp_path / "x.flac", 8.0, kind="noise")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    file = AudioFile(path)
    with pytest.raises(SourceError, match=r"x\.flac ends after \d\.\d s"):
        list(file.blocks())
    file.close()


def test_a_truncated_flac_read_in_small_blocks_ends_where_its_sound_does(tmp_path):
    path = write(tmp_path / "x.flac", 8.0, kind="noise")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    file = AudioFile(path)
    with pytest.raises(SourceError, match=r"x\.flac ends after [34]\.\d s; .* 8\.0 s\.$"):
        list(takewhile(len, (file.read(4096) for _ in range(1000))))
    file.close()


def test_seeking_past_either_end_is_clipped(tmp_path):
    file = AudioFile(write(tmp_path / "x.wav", 3.0))
    assert file.seek(1.5) == pytest.approx(1.5, abs=1e-3)
    assert len(file.read(10)) == 10
    assert file.seek(99) == pytest.approx(3.0)
    assert len(file.read(10)) == 0
    assert file.seek(-5) == 0.0
    file.close()


def test_samples_of_a_file_are_mono_at_22050_hz(tmp_path):
    path = tmp_path / "x.wav"
    wave = 0.25 * np.sin(2 * np.pi * 500 * np.arange(44100 * 3) / 44100)
    soundfile.write(path, np.stack([wave, wave], axis=1), 44100)
    samples = samples_of(path)
    assert len(samples) == 22050 * 3 // 512 * 512
    expected = 0.25 * np.sin(2 * np.pi * 500 * np.arange(len(samples)) / 22050)
    np.testing.assert_allclose(samples[2000:-2000], expected[2000:-2000], atol=1e-2)
