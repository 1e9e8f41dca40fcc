"""Damaged files cost a sentence: no hours of silence, and nothing that a library prints."""

import pytest
import soundfile

from desktop_app.audio.files import AudioFile
from desktop_app.audio.source_error import SourceError
from tests.fixtures.encoded import encode
from tests.fixtures.files import write


def read(path):
    """Seconds that come out of a file; 0 if it is refused."""
    try:
        file = AudioFile(path)
    except SourceError:
        return 0.0
    frames = 0
    try:
        file.seek(file.duration_s * 0.6)
        file.seek(0.0)
        while len(block := file.read(65_536)):
            frames += len(block)
    except SourceError:
        pass
    finally:
        file.close()
    return frames / file.rate


def test_a_length_beyond_what_the_file_can_hold_is_not_filled_with_silence(tmp_path):
    path = encode(tmp_path / "x.avi", 4.0)
    content = bytearray(path.read_bytes())
    # The length of the stream.
    at = content.index(b"strh") + 8
    content[at + 32 : at + 36] = b"\xff\xff\xff\x7f"
    path.write_bytes(content)
    file = AudioFile(path)
    assert file.duration_s < len(content) / 30
    file.close()
    assert read(path) < len(content) / 30


def looks_like_mpeg(folder):
    path = write(folder / "x.wav", 3.0, subtype="FLOAT")
    content = bytearray(path.read_bytes())
    content[:4] = b"\xff\xff\0\0"
    path.write_bytes(content)
    return path


def tagged_like_mpeg(folder):
    path = looks_like_mpeg(folder)
    path.write_bytes(b"ID3\x04\0\0\0\0\0\x0a" + bytes(10) + path.read_bytes())
    return path


def damaged_sample_dump(folder):
    path = folder / "x.sds"
    soundfile.write(path, [0.0] * 66_150, 22_050, format="SDS", subtype="PCM_16")
    content = bytearray(path.read_bytes())
    content[21:600] = b"\x42" * 579
    path.write_bytes(content)
    return path


def chunk_before_the_start(folder):
    path = folder / "x.caf"
    soundfile.write(path, [0.0] * 66_150, 22_050, format="CAF", subtype="PCM_16")
    content = bytearray(path.read_bytes())
    # Only FFmpeg opens it, and looks for the next chunk at an impossible place.
    at = content.index(b"data") + 4
    content[at : at + 8] = b"\x7f" + b"\xff" * 7
    path.write_bytes(content)
    return path


def damaged_mp3_in_wav(folder):
    path = encode(folder / "x.wav", 4.0, codec="libmp3lame")
    content = bytearray(path.read_bytes())
    at = content.index(b"data") + 8
    content[at : at + 4] = b"\xff\xff\0\0"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "damaged",
    [
        looks_like_mpeg,
        tagged_like_mpeg,
        damaged_mp3_in_wav,
        damaged_sample_dump,
        chunk_before_the_start,
    ],
)
def test_a_damaged_file_writes_nothing_to_the_terminal(tmp_path, capfd, damaged):
    read(damaged(tmp_path))
    assert capfd.readouterr() == ("", "")
