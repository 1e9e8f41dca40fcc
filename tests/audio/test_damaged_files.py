"""Files that are damaged, have a wrong header or extension, or consist of several files."""

import os
import struct
import time
from contextlib import suppress

import av
import numpy as np
import pytest
import soundfile

from desktop_app.audio.ffmpeg_decoder import FfmpegDecoder
from desktop_app.audio.files import AudioFile
from desktop_app.audio.packet_count import packets_of
from desktop_app.audio.source_error import SourceError
from tests.fixtures.encoded import encode
from tests.fixtures.files import write
from tests.fixtures.sounds import sound

RATE = 44_100


def read(path):
    """Stated duration and actual duration in seconds, and the fault."""
    file = AudioFile(path)
    try:
        frames = sum(map(len, file.blocks()))
        return file.duration_s, frames / file.rate, file.fault
    finally:
        file.close()


def tones(path, seconds=30.0, rate=RATE, **options):
    # In small parts, because libsndfile's Vorbis encoder crashes on large ones.
    with soundfile.SoundFile(path, "w", rate, 1, **options) as file:
        for part in np.array_split(sound("tones", round(seconds * rate), 1), 400):
            file.write(part)
    return path


@pytest.mark.parametrize("name", ["x.mp3", "x.flac"])
def test_reading_continues_after_damage_and_reports_it(tmp_path, name):
    path = tones(tmp_path / name)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4000] = np.random.default_rng(0).bytes(4000)
    path.write_bytes(content)
    stated, lasts, fault = read(path)
    assert stated == pytest.approx(30.0, abs=1.0)
    assert lasts == pytest.approx(30.0, abs=1.0)
    assert f"{name} is damaged at 1" in fault
    assert "some audio is missing or silent" in fault


def test_damage_beyond_the_stated_length_does_not_stop_reading(tmp_path):
    path = tones(tmp_path / "x.mp3")
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4000] = np.random.default_rng(0).bytes(4000)
    path.write_bytes(content)
    decoder = FfmpegDecoder(path)
    decoder.frames = RATE
    assert len(decoder.read(40 * RATE)) > 25 * RATE
    assert decoder.damaged
    decoder.close()


@pytest.mark.parametrize("name", ["x.wav", "x.mp3", "x.flac", "x.ogg"])
def test_an_intact_file_has_no_fault(tmp_path, name):
    stated, lasts, fault = read(tones(tmp_path / name))
    assert (stated, lasts) == (pytest.approx(30.0, abs=0.1), pytest.approx(30.0, abs=0.1))
    assert fault == ""


def test_a_vbr_mp3_without_a_vbr_header_is_read_to_the_end(tmp_path):
    path = tmp_path / "x.mp3"
    with soundfile.SoundFile(
        path, "w", RATE, 1, bitrate_mode="VARIABLE", compression_level=0.3
    ) as file:
        # Quiet first, so that an estimate from the first bit rates is far off.
        file.write(np.concatenate([1e-4 * sound("noise", 20 * RATE, 0), sound("noise", RATE, 1)]))
    content = path.read_bytes()
    assert b"Xing" in content
    path.write_bytes(content.replace(b"Xing", bytes(4), 1))
    stated, lasts, fault = read(path)
    assert (stated, lasts) == (pytest.approx(21.0, abs=0.2), pytest.approx(21.0, abs=0.2))
    assert fault == ""


@pytest.mark.parametrize(
    ("ending", "content"), [("wav", "mp3"), ("mp3", "wav"), ("ogg", "flac"), ("m4a", "mp3")]
)
def test_the_format_is_detected_by_content_not_by_extension(tmp_path, ending, content):
    whole = tones(tmp_path / f"x.{content}", 8.0)
    path = whole.rename(tmp_path / f"y.{ending}")
    assert read(path)[1] == pytest.approx(8.0, abs=0.1)


def joined(folder, ending, *rates):
    parts = []
    for number, rate in enumerate(rates):
        parts.append(tones(folder / f"{number}.{ending}", 8.0, rate))
        if ending == "ogg":
            # libsndfile derives the stream's serial number from the second of its creation.
            time.sleep(1.1)
    path = folder / f"joined.{ending}"
    path.write_bytes(b"".join(part.read_bytes() for part in parts))
    return path


@pytest.mark.parametrize(
    ("ending", "rates"),
    [
        ("mp3", (RATE, RATE, RATE)),
        ("mp3", (RATE, 22050)),
        ("ogg", (RATE, RATE)),
        ("flac", (RATE, RATE, RATE)),
        ("flac", (RATE, 22050)),
    ],
)
def test_concatenated_files_are_read_to_the_end_of_the_last_one(tmp_path, ending, rates):
    stated, lasts, _ = read(joined(tmp_path, ending, *rates))
    assert stated == pytest.approx(8.0 * len(rates), abs=0.3)
    assert lasts == pytest.approx(8.0 * len(rates), abs=0.3)


def test_an_ogg_chain_ends_with_a_reason_where_the_sample_rate_changes(tmp_path):
    file = AudioFile(joined(tmp_path, "ogg", RATE, 22050))
    heard = []

    def hear():
        for block in file.blocks():
            heard.append(block)

    with pytest.raises(SourceError, match="the rest is in an unsupported format"):
        hear()
    assert sum(map(len, heard)) / RATE == pytest.approx(8.0, abs=0.2)
    file.close()


def day_of_flac(path):
    """At a low rate, because encoding takes time."""
    silence = np.zeros(600 * 1000, np.int16)
    with soundfile.SoundFile(path, "w", 1000, 1) as file:
        for _ in range(24 * 6):
            file.write(silence)


def day_of_wav(path):
    """More than 2³¹ bytes and samples; a sparse file, which takes no space."""
    size = 24 * 3600 * RATE
    header = struct.pack("<4sI4s", b"RIFF", 36 + size, b"WAVE")
    header += struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, RATE, RATE, 1, 8)
    header += struct.pack("<4sI", b"data", size)
    path.write_bytes(header)
    os.truncate(path, len(header) + size)


@pytest.mark.parametrize(("name", "make"), [("x.flac", day_of_flac), ("x.wav", day_of_wav)])
def test_a_file_of_24_hours_opens_and_seeks(tmp_path, name, make):
    path = tmp_path / name
    make(path)
    file = AudioFile(path)
    assert file.duration_s == 24 * 3600.0
    assert file.seek(23.5 * 3600.0) == 23.5 * 3600.0
    assert len(file.read(8000)) == 8000
    file.close()


def test_an_encrypted_file_is_reported_as_protected(tmp_path):
    path = encode(tmp_path / "x.m4a", 4.0)
    path.write_bytes(path.read_bytes().replace(b"mp4a", b"enca", 1))
    with pytest.raises(SourceError, match=r"x\.m4a is copy-protected"):
        AudioFile(path)


def test_analyze_reports_the_damage_and_still_prints_the_result(tmp_path, cli):
    path = write(tmp_path / "x.flac", 20.0, kind="noise")
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 3000] = bytes(3000)
    path.write_bytes(content)
    status, out, err = cli("analyze", path)
    assert status == 1
    assert "x.flac is damaged at" in err
    assert "0:20" in out


def test_what_a_decoder_refuses_within_a_file_is_damage_and_the_rest_is_heard(tmp_path):
    path = encode(tmp_path / "x.ac3", 12.0)
    content = path.read_bytes()
    middle, junk = len(content) // 2, np.random.default_rng(0).bytes(3000)
    path.write_bytes(content[:middle] + junk + content[middle:])
    stated, lasts, fault = read(path)
    assert (stated, lasts) == (pytest.approx(12.0, abs=0.2), pytest.approx(12.0, abs=0.2))
    assert "x.ac3 is damaged at 6.0 s" in fault


@pytest.mark.parametrize(
    ("name", "codec", "junk"),
    [("x.ac3", "ac3", b"\xff\xd8\xff\xe0"), ("x.ts", "aac", b"\0" * 5000)],
)
def test_what_is_behind_the_sound_is_no_damage(tmp_path, name, codec, junk):
    path = encode(tmp_path / name, 4.0, codec)
    path.write_bytes(path.read_bytes() + 4 * junk)
    _, lasts, fault = read(path)
    assert (lasts, fault) == (pytest.approx(4.0, abs=0.1), "")


def test_a_file_that_holds_none_of_the_sound_it_names_is_too_short(tmp_path, cli):
    path = encode(tmp_path / "x.m4a", 4.0)
    content = bytearray(path.read_bytes())
    at = content.index(b"stco") + 12
    content[at : at + 4] = b"\x7f\xff\xff\xff"
    path.write_bytes(content)
    status, _, err = cli("analyze", path)
    assert status == 1
    assert "x.m4a is too short: 0.00 s" in err


@pytest.mark.parametrize(("name", "codec"), [("x.ts", "aac"), ("x.m4a", "aac"), ("x.wma", "wmav2")])
def test_a_file_that_is_emptied_while_it_is_read_breaks_off(tmp_path, name, codec):
    path = encode(tmp_path / name, 12.0, codec)
    file = AudioFile(path)
    file.read(3 * file.rate)
    os.truncate(path, 0)
    # In some formats the seek fails, in others the reading after it.
    with suppress(SourceError):
        file.seek(9.0)
    with pytest.raises(SourceError, match=rf"{name} (ends|is damaged) after"):
        list(file.blocks())
    file.close()


def test_what_follows_a_hole_in_an_mp3_within_wav_is_heard_where_it_was(tmp_path):
    path = encode(tmp_path / "x.wav", 12.0, "libmp3lame")
    content = path.read_bytes()
    third = len(content) // 3
    path.write_bytes(content[:third] + bytes(third // 2) + content[third + third // 2 :])
    stated, lasts, fault = read(path)
    assert (stated, lasts) == (pytest.approx(12.0, abs=0.2), pytest.approx(12.0, abs=0.2))
    assert "x.wav is damaged at" in fault


class BrokenContainer:
    """Fails so many times, and then has a packet."""

    def __init__(self, failures):
        self._failures = failures

    def demux(self, _):
        if self._failures:
            self._failures -= 1
            raise av.error.InvalidDataError(1, "not a page")
        yield "packet"


def test_reading_goes_on_behind_what_is_no_packet():
    assert list(packets_of(av, BrokenContainer(3), None)) == [None, None, None, "packet"]
    with pytest.raises(av.error.InvalidDataError):
        list(packets_of(av, BrokenContainer(1000), None))
