"""What containers say of time: joined, interrupted and live recordings, and files cut short."""

import struct
from fractions import Fraction

import av
import numpy as np
import pytest

from desktop_app.audio.files import AudioFile
from desktop_app.audio.source_error import SourceError
from tests.audio.test_lying_headers import film, heard

RATE = 48_000


def noise(path, *parts, codec="aac", options=None, begins_s=0.0, format_=None):
    """Sound in parts of one second, each of which begins at a time, in seconds."""
    with av.open(str(path), "w", format=format_, container_options=options or {}) as container:
        stream = container.add_stream(codec, rate=RATE, layout="mono")
        stream.bit_rate = 64_000
        kind = stream.codec_context.codec.audio_formats[0].name
        reformat = av.AudioResampler(format=kind, layout="mono", rate=RATE)
        for part in parts:
            samples = np.random.default_rng(part).uniform(-0.5, 0.5, 46 * 1024).astype(np.float32)
            for number, block in enumerate(samples.reshape(-1, 1, 1024)):
                frame = av.AudioFrame.from_ndarray(block, format="flt", layout="mono")
                frame.rate, frame.time_base = RATE, Fraction(1, RATE)
                frame.pts = round((part + begins_s) * RATE) + 1024 * number
                for reformatted in reformat.resample(frame):
                    container.mux(stream.encode(reformatted))
        container.mux(stream.encode(None))
    return path


def seeks(path, *seconds):
    """Check that a seek finds the same sound as reading up to there does."""
    file = AudioFile(path)
    whole = np.concatenate(list(file.blocks()))[:, 0]
    for time in seconds:
        file.seek(time)
        at = round(time * file.rate)
        part = file.read(8192)[:, 0]
        around = whole[at - 4410 : at + 8192 + 4410]
        lag = np.argmax(np.correlate(around, part)) - 4410
        assert abs(lag) < 0.05 * file.rate, time
    file.close()


@pytest.mark.parametrize(
    ("name", "codec"), [("x.ts", "aac"), ("x.ogg", "libopus"), ("x.flac", "flac")]
)
def test_joined_files_are_sought_in_the_second_too(tmp_path, name, codec):
    content = noise(tmp_path / name, *range(6), codec=codec).read_bytes()
    path = tmp_path / f"joined {name}"
    path.write_bytes(2 * content)
    before, after, _, _, fault = heard(path)
    assert (before, after) == (pytest.approx(11.8, abs=0.1), pytest.approx(11.8, abs=0.1))
    assert fault == ""
    seeks(path, 8.0, 10.5, 2.0, 9.0)


def test_a_seek_into_a_film_finds_no_damage(tmp_path):
    path = film(tmp_path / "x.mpg", "mp2", 12.0, 12.0, 0.0)
    file = AudioFile(path)
    for time in (3.0, 7.5, 5.2, 9.1):
        file.seek(time)
        file.read(file.rate)
    assert file.fault == ""
    file.close()


HOLE = (0, 1, 2, 8, 9)
"""A recording that was interrupted for 5 seconds."""


@pytest.mark.parametrize(
    ("name", "codec", "options"),
    [("x.ts", "aac", {}), ("x.ogg", "libopus", {}), ("x.mkv", "aac", {"live": "1"})],
)
def test_the_length_of_an_interrupted_recording_includes_the_pause(tmp_path, name, codec, options):
    path = noise(tmp_path / name, *HOLE, codec=codec, options=options)
    before, after, _, samples, fault = heard(path)
    assert (before, after) == (pytest.approx(10.0, abs=0.1), pytest.approx(10.0, abs=0.1))
    assert np.abs(samples[4 * RATE : 7 * RATE]).max() == 0.0
    assert np.abs(samples[9 * RATE : 9 * RATE + RATE // 2]).max() > 0.1
    assert fault == ""


def test_a_part_of_a_live_stream_begins_with_its_sound(tmp_path):
    before, after, first, _, _ = heard(noise(tmp_path / "x.mka", *range(5), begins_s=3600.0))
    assert (before, after) == (pytest.approx(5.0, abs=0.1), pytest.approx(5.0, abs=0.1))
    assert first == pytest.approx(0.0, abs=0.1)


def replaced(path, name, offset, value):
    content = bytearray(path.read_bytes())
    at = content.index(name) + offset
    content[at : at + len(value)] = value
    path.write_bytes(content)
    return path


def lying(folder, kind):
    """A whole file whose header says that it lasts ten times as long."""
    if kind == "avi":
        path = film(folder / "x.avi", "pcm_s16le", 5.0, 5.0, 0.0)
        content = path.read_bytes()
        at = content.index(b"auds") + 32
        length = int.from_bytes(content[at : at + 4], "little")
        return replaced(path, b"auds", 32, struct.pack("<I", 10 * length))
    if kind == "mp4":
        path = noise(folder / "x.mp4", *range(5), options={"movflags": "frag_keyframe+empty_moov"})
        for name, offset in ((b"mvhd", 20), (b"tkhd", 24), (b"mdhd", 20)):
            replaced(path, name, offset, struct.pack(">I", 50 * RATE))
        return path
    if kind == "wv":
        path = noise(folder / "x.wv", *range(5), codec="wavpack")
        return replaced(path, b"wvpk", 12, struct.pack("<I", 50 * RATE))
    # A broadcast, whose length FFmpeg estimates from its bit rate.
    path = noise(folder / "x.wma", *range(5), codec="wmav2")
    return replaced(path, bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365"), 88, b"\3\0\0\0")


@pytest.mark.parametrize("kind", ["avi", "mp4", "wv", "wma"])
def test_a_whole_file_never_breaks_off_whatever_its_header_says(tmp_path, kind):
    _, after, _, _, fault = heard(lying(tmp_path, kind))
    assert (after, fault) == (pytest.approx(4.9, abs=0.1), "")


@pytest.mark.parametrize(("name", "codec"), [("x.mkv", "aac"), ("x.mov", "pcm_s16le")])
def test_a_file_cut_short_still_breaks_off(tmp_path, name, codec):
    options = {"movflags": "faststart"} if name == "x.mov" else {}
    path = noise(tmp_path / name, *range(10), codec=codec, options=options)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 3 // 5])
    file = AudioFile(path)
    with pytest.raises(SourceError, match=r"ends after [56]\.\d s; its header says (9\.8|10\.0) s"):
        list(file.blocks())
    file.close()


@pytest.mark.parametrize("time", [0, 10**12, 2 * 10 * RATE, 5 * RATE])
def test_a_wrong_time_in_the_last_page_of_an_ogg_file_changes_nothing(tmp_path, time):
    path = noise(tmp_path / "x.ogg", *range(10), codec="libopus")
    content = bytearray(path.read_bytes())
    at = content.rindex(b"OggS")
    content[at + 6 : at + 14] = struct.pack("<q", time)
    content[at + 22 : at + 26] = struct.pack("<I", ogg_checksum(content[at:]))
    path.write_bytes(content)
    before, after, _, _, fault = heard(path)
    assert (before, after) == (pytest.approx(9.5, abs=0.6), pytest.approx(9.5, abs=0.6))
    assert fault == ""


def ogg_checksum(page):
    value = 0
    for byte in (*page[:22], 0, 0, 0, 0, *page[26:]):
        value ^= byte << 24
        for _ in range(8):
            value = (value << 1 ^ 0x04C11DB7 if value & 1 << 31 else value << 1) & 0xFFFFFFFF
    return value
