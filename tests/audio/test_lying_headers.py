"""Headers that say something else than what follows: the length is that of what decodes."""

import struct
import subprocess
import sys
from fractions import Fraction

import av
import numpy as np
import pytest
import soundfile

from desktop_app.audio.files import AudioFile
from desktop_app.audio.source_error import SourceError
from tests.fixtures.encoded import encode
from tests.fixtures.sounds import sound

RATE = 44_100
SECONDS = 12.0


def heard(path):
    """Length in seconds before and after reading, first sound in seconds, samples, and fault."""
    file = AudioFile(path)
    try:
        before = file.duration_s
        samples = np.concatenate(list(file.blocks()))
        first = np.flatnonzero(np.abs(samples).max(axis=1) > 0.02)[0] / file.rate
        assert file.duration_s == pytest.approx(len(samples) / file.rate)
        return before, file.duration_s, first, samples, file.fault
    finally:
        file.close()


def music(path, **options):
    """A file with a click in each second, which is louder than the noise around it."""
    samples = 0.05 * sound("noise", round(SECONDS * RATE), 1)
    for second in range(round(SECONDS)):
        samples[second * RATE : second * RATE + 441] = 0.9 * (-1.0) ** np.arange(441)
    soundfile.write(path, samples, RATE, **options)
    return path


def unclosed(path, kind):
    """What a recorder that was killed leaves behind."""
    content = bytearray(music(path, format="RF64" if kind == "ds64" else "WAV").read_bytes())
    if kind == "ds64":
        at = content.index(b"ds64") + 8
        content[at : at + 24] = bytes(24)
    else:
        at = content.index(b"data") + 4
        size = {"zero": 0, "all bits": 2**32 - 1, "half of all": 2**31}[kind]
        content[at : at + 4] = struct.pack("<I", size)
        content[4:8] = content[at : at + 4]
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("kind", ["zero", "all bits", "half of all", "ds64"])
def test_a_wav_file_that_was_not_closed_is_read_to_its_end(tmp_path, kind):
    before, after, _, _, fault = heard(unclosed(tmp_path / "x.wav", kind))
    assert (before, after) == (pytest.approx(SECONDS, abs=0.01), pytest.approx(SECONDS, abs=0.01))
    assert fault == ""


@pytest.mark.parametrize("factor", [0, 0.5, 2, 1000, 1e-6])
def test_the_length_of_a_flac_file_is_where_its_last_frame_ends(tmp_path, factor):
    path = music(tmp_path / "x.flac")
    content = bytearray(path.read_bytes())
    # STREAMINFO: 36 bits of the number of samples end before byte 26.
    stated = round(int.from_bytes(content[22:26], "big") * factor)
    content[22:26] = stated.to_bytes(5, "big")[1:]
    content[21] |= stated >> 32
    path.write_bytes(content)
    before, after, _, _, fault = heard(path)
    assert (before, after, fault) == (SECONDS, SECONDS, "")


def test_a_wav_file_without_sound_is_said_to_have_none(tmp_path):
    path = music(tmp_path / "x.wav")
    path.write_bytes(path.read_bytes()[:36] + b"data" + bytes(4))
    with pytest.raises(SourceError, match=r"x\.wav contains no audio\."):
        AudioFile(path)


def behind(kind):
    """What programs append to mp3 files."""
    noise = np.random.default_rng(2).bytes(400_000)
    tag = b"TAG" + bytes(125)
    if kind == "picture":
        return b"\xff\xd8\xff\xe0" + noise
    if kind == "large picture":
        return b"\x89PNG" + 8 * noise
    if kind == "ape":
        item = struct.pack("<II", len(noise), 2) + b"Cover Art (Front)\0" + noise
        ends = [
            b"APETAGEX" + struct.pack("<IIII", 2000, len(item) + 32, 1, flags) + bytes(8)
            for flags in (0xA0000000, 0x80000000)
        ]
        return ends[0] + item + ends[1] + tag
    lyrics = b"LYRICSBEGININD0000200LYR90000" + 3000 * b"\xff\xfb and so she sang all night "
    return lyrics + f"{len(lyrics):06}LYRICS200".encode() + tag


@pytest.mark.parametrize("kind", ["picture", "large picture", "ape", "lyrics"])
def test_what_is_behind_the_sound_of_an_mp3_is_no_sound(tmp_path, kind):
    path = music(tmp_path / "x.mp3")
    path.write_bytes(path.read_bytes() + behind(kind))
    before, after, _, _, fault = heard(path)
    assert (before, after) == (pytest.approx(SECONDS, abs=0.1), pytest.approx(SECONDS, abs=0.1))
    assert fault == ""


def changed_header(path, **fields):
    content = bytearray(path.read_bytes())
    at = max(content.find(b"Xing"), content.find(b"Info"))
    assert content[at + 7] & 3 == 3
    for place, name in ((8, "frames"), (12, "bytes")):
        value = int.from_bytes(content[at + place : at + place + 4], "big")
        changed = round(value * fields.get(name, 1))
        content[at + place : at + place + 4] = changed.to_bytes(4, "big")
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("fields", [{"frames": 1000}, {"frames": 0.01}, {"bytes": 0.001},
                                    {"frames": 1000, "bytes": 0}, {"frames": 1.5, "bytes": 1.5},
                                    {"frames": 1000, "bytes": 1000}])  # fmt: skip
def test_a_wrong_vbr_header_changes_nothing(tmp_path, fields):
    before, after, _, _, _ = heard(changed_header(music(tmp_path / "x.mp3"), **fields))
    assert (before, after) == (pytest.approx(SECONDS, abs=0.1), pytest.approx(SECONDS, abs=0.1))


CODECS = {"mp3.avi": "libmp3lame", "pcm.avi": "pcm_s16le", "fragments.mp4": "aac"}


def encoded_music(path):
    """The same, in an avi file, which has an index but no times, or in a fragmented mp4 file."""
    source, codec = music(path.with_suffix(".wav")), CODECS[path.name]
    options = {"movflags": "frag_keyframe+empty_moov+default_base_moof", "frag_duration": "500000"}
    with (
        av.open(str(source)) as sounds,
        av.open(str(path), "w", container_options=options) as container,
    ):
        stream = container.add_stream(codec, rate=RATE, layout="mono")
        for frame in sounds.decode(audio=0):
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


@pytest.mark.parametrize("name", ["x.mp3", "x.flac", "x.ogg", *CODECS])
def test_what_follows_a_hole_stays_where_it_was(tmp_path, name):
    if name.endswith(".avi") and int(av.__version__.split(".")[0]) < 17:
        pytest.skip("this version of PyAV does not give the index")
    path = (encoded_music if name in CODECS else music)(tmp_path / name)
    original = heard(path)[3]
    content = bytearray(path.read_bytes())
    third = len(content) // 3
    content[third : 2 * third] = bytes(third)
    path.write_bytes(content)
    before, after, _, samples, fault = heard(path)
    assert (before, after) == (pytest.approx(SECONDS, abs=0.5), pytest.approx(SECONDS, abs=0.5))
    late = slice(10 * RATE, 11 * RATE + RATE // 2)
    lag = np.argmax(np.correlate(samples[late, 0], original[late, 0][5000:-5000])) - 5000
    # Of constant bit rate or with timestamps exact, else by the average bit rate.
    assert abs(lag) < 0.1 * RATE
    file = AudioFile(path)
    file.seek(10.0)
    sought = file.read(RATE)
    file.close()
    around = samples[10 * RATE - 9000 : 11 * RATE - 9000, 0]
    lag = np.argmax(np.correlate(around, sought[: RATE // 2, 0])) - 9000
    assert abs(lag) < 0.1 * RATE
    assert "is damaged at" in fault
    assert 3.0 < float(fault.partition("damaged at ")[2].partition(" s")[0]) < 5.0


def film(path, codec, picture_s, sound_s, begins_s):
    """A film whose sound begins and ends elsewhere than its picture."""
    with av.open(str(path), "w") as container:
        codecs = {".flv": "flv1", ".mpg": "mpeg2video"}
        picture = codecs.get(path.suffix, "mpeg4")
        pictures = container.add_stream(picture, rate=25 if path.suffix == ".mpg" else 10)
        pictures.width = pictures.height = 32
        pictures.pix_fmt = "yuv420p"
        stream = container.add_stream(codec, rate=RATE)
        stream.layout, stream.bit_rate = "mono", 64_000
        parts = round(sound_s * RATE) // 1024
        kind = stream.codec_context.codec.audio_formats[0].name
        reformat = av.AudioResampler(format=kind, layout="mono", rate=RATE)
        for number in range(round(10 * picture_s)):
            frame = av.VideoFrame.from_ndarray(np.zeros((32, 32, 3), np.uint8), format="rgb24")
            frame.pts, frame.time_base = number, Fraction(1, 10)
            container.mux(pictures.encode(frame))
        container.mux(pictures.encode(None))
        noise = np.random.default_rng(1).uniform(-0.5, 0.5, 1024 * parts).astype(np.float32)
        for number, part in enumerate(noise.reshape(-1, 1, 1024)):
            frame = av.AudioFrame.from_ndarray(part, format="flt", layout="mono")
            frame.rate, frame.time_base = RATE, Fraction(1, RATE)
            frame.pts = number * 1024 + round(begins_s * RATE)
            for reformatted in reformat.resample(frame):
                container.mux(stream.encode(reformatted))
        container.mux(stream.encode(None))
    return path


FILMS = [("x.mkv", "pcm_s16le"), ("x.mkv", "aac"), ("x.mp4", "aac"), ("x.mov", "pcm_s16le")]


@pytest.mark.parametrize(
    ("name", "codec"), [*FILMS, ("x.avi", "pcm_s16le"), ("x.ts", "mp2"), ("x.wmv", "wmav2")]
)
def test_sound_that_ends_before_the_picture_is_whole(tmp_path, name, codec, cli):
    path = film(tmp_path / name, codec, 14.0, 5.2, 0.0)
    _, after, first, _, fault = heard(path)
    assert after == pytest.approx(5.2, abs=0.1)
    assert (first, fault) == (pytest.approx(0.0, abs=0.1), "")
    status, out, err = cli("analyze", path)
    assert (status, err) == (0, "")
    assert "\t0:05\t" in out


@pytest.mark.parametrize(("name", "codec"), [*FILMS, ("x.flv", "aac"), ("x.ts", "mp2")])
def test_sound_that_begins_late_keeps_its_times(tmp_path, name, codec):
    path = film(tmp_path / name, codec, 14.0, 5.0, 8.0)
    before, after, first, _, fault = heard(path)
    assert (first, fault) == (pytest.approx(8.0, abs=0.1), "")
    assert (before, after) == (pytest.approx(13.5, abs=0.6), pytest.approx(13.0, abs=0.2))
    file = AudioFile(path)
    file.seek(9.0)
    assert np.abs(file.read(4410)).max() > 0.1
    file.seek(3.0)
    assert np.abs(file.read(4410)).max() == 0.0
    file.close()


def test_a_film_that_breaks_off_is_still_reported(tmp_path):
    path = film(tmp_path / "x.mkv", "pcm_s16le", 30.0, 30.0, 0.0)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 3 // 5])
    file = AudioFile(path)
    with pytest.raises(SourceError, match=r"ends after \d+\.\d s; its header says 30\.\d s"):
        list(file.blocks())
    file.close()


def test_a_soundtrack_without_picture_that_breaks_off_is_reported(tmp_path):
    path = encode(tmp_path / "x.mka", 20.0)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    file = AudioFile(path)
    with pytest.raises(SourceError, match=r"ends after 1\d\.\d s; its header says 20\.\d s"):
        list(file.blocks())
    file.close()


def test_a_flac_header_with_another_number_of_channels_than_the_sound_is_refused(tmp_path):
    path = tmp_path / "x.flac"
    soundfile.write(path, np.random.default_rng(0).uniform(-0.3, 0.3, 88_200), 22_050)
    content = bytearray(path.read_bytes())
    # STREAMINFO: 20 bits of the sample rate from byte 18, then 3 bits of channels less one.
    content[20] |= 0b0100
    path.write_bytes(content)
    file = AudioFile(path)
    assert file.channels == 3
    with pytest.raises(SourceError, match=r"x\.flac is damaged after 0\.0 s"):
        file.read(1000)
    file.close()


@pytest.mark.skipif(sys.platform != "linux", reason="how much memory is used is told by Linux")
@pytest.mark.parametrize("at_end", [False, True])
def test_a_tag_that_states_gigabytes_takes_no_memory(tmp_path, at_end):
    path, seconds = tmp_path / "a.wav", 4
    # ADPCM of a kind that libsndfile leaves to FFmpeg.
    form = struct.pack("<HHIIHHH", 0x20, 1, 8000, 4000, 1024, 4, 0)
    parts = ((b"fmt ", form), (b"data", bytes(4000 * seconds)))
    chunks = b"".join(name + struct.pack("<I", len(part)) + part for name, part in parts)
    tag = b"LIST\xff\xff\xff\xeeINFOINAM\0\0\0\x30words"
    path.write_bytes(b"RIFF\0\0\0\0WAVE" + (chunks + tag if at_end else tag + chunks))
    code = (
        "import resource, sys; from pathlib import Path; from desktop_app.audio.files import *\n"
        "import av\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try: print(round(AudioFile(Path(sys.argv[1])).duration_s))\n"
        "except SourceError: print('refused')\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=True
    )
    answer, megabytes = done.stdout.split()
    assert answer == (str(seconds) if at_end else "refused")
    assert int(megabytes) < 200


def test_pcm_in_packets_of_many_samples_is_refused_instead_of_decoded_one_by_one(tmp_path):
    content = bytearray(music(tmp_path / "a.caf", format="CAF", subtype="PCM_24").read_bytes())
    at = content.index(b"lpcm") + 4
    # Packets of 207 sample frames in 3 bytes.
    content[at : at + 12] = struct.pack(">III", 0, 3, 207)
    # Cut short, libsndfile refuses it.
    (tmp_path / "b.caf").write_bytes(content[: len(content) // 2])
    with pytest.raises(SourceError, match=r"b\.caf contains audio in an unsupported format"):
        AudioFile(tmp_path / "b.caf")


@pytest.mark.parametrize("kind", ["wav", "aiff"])
def test_a_download_that_broke_off_is_said_to_end_early(tmp_path, kind):
    path = music(tmp_path / f"x.{kind}", subtype="PCM_24")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    file = AudioFile(path)
    with pytest.raises(SourceError, match=rf"x\.{kind} ends after 6\.0 s; its header says 12\.0 s"):
        list(file.blocks())
    file.close()


@pytest.mark.parametrize("placeholder", [0x7FFFF000, 0x80000000, 0xFFFFFF00])
def test_a_length_that_stands_for_none_promises_nothing(tmp_path, placeholder):
    path = music(tmp_path / "x.wav")
    content = bytearray(path.read_bytes())
    at = content.index(b"data") + 4
    content[at : at + 4] = struct.pack("<I", placeholder)
    content[4:8] = struct.pack("<I", min(2**32 - 1, placeholder + 36))
    path.write_bytes(content)
    before, after, _, _, fault = heard(path)
    assert before == after == pytest.approx(SECONDS)
    assert not fault
