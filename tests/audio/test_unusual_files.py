"""Codecs that cannot be positioned, decoders that fail in any way, and what is not a file."""

import os
import re
import socket

import numpy as np
import pytest
import soundfile

from desktop_app.audio.ffmpeg_decoder import FfmpegDecoder
from desktop_app.audio.files import AudioFile
from desktop_app.audio.sndfile_decoder import SndfileDecoder
from desktop_app.audio.sound_container import SoundContainer
from desktop_app.audio.source_error import SourceError
from tests.fixtures.encoded import encode
from tests.fixtures.files import write
from tests.fixtures.sounds import sound

RATE = 8000


def unseekable(folder, name):
    """A file that libsndfile decodes from its beginning only."""
    kinds = {"x.wav": ("WAV", "GSM610"), "x.au": ("AU", "G721_32"), "y.au": ("AU", "G723_24"),
             "x.aiff": ("AIFF", "DWVW_16")}  # fmt: skip
    container, codec = kinds[name]
    path = folder / name
    soundfile.write(path, sound("tones", 12 * RATE, 1), RATE, codec, format=container)
    return path


@pytest.mark.parametrize("name", ["x.wav", "x.au", "y.au", "x.aiff"])
def test_what_cannot_be_positioned_is_decoded_from_its_beginning(tmp_path, name):
    path = unseekable(tmp_path, name)
    file = AudioFile(path)
    whole = np.concatenate(list(file.blocks()))
    assert len(whole) / RATE == pytest.approx(12.0, abs=0.1)
    for seconds in (7.5, 9.0, 1.25, 0.0, 11.0):
        assert file.seek(seconds) == pytest.approx(seconds, abs=0.001)
        at = round(seconds * RATE)
        np.testing.assert_allclose(file.read(800), whole[at : at + 800], atol=1e-4)
    file.close()


def test_a_codec_in_wav_that_needs_all_before_is_decoded_from_its_beginning(tmp_path):
    path = encode(tmp_path / "x.wav", 12.0, "adpcm_yamaha", 44_100)
    file = AudioFile(path)
    whole = np.concatenate(list(file.blocks()))
    for seconds in (7.5, 9.0, 1.25):
        file.seek(seconds)
        at = round(seconds * 44_100)
        np.testing.assert_array_equal(file.read(800), whole[at : at + 800])
    file.close()


def test_the_files_after_such_a_one_are_analysed(tmp_path, cli):
    unseekable(tmp_path, "x.au").rename(tmp_path / "b.au")
    for name in ("a.wav", "c.wav"):
        write(tmp_path / name, 4.0)
    status, out, err = cli("analyze", tmp_path)
    assert (status, err) == (0, "")
    assert [line.split("\t")[1] for line in out.splitlines()] == ["0:04", "0:12", "0:04"]


@pytest.mark.parametrize("error", [ZeroDivisionError("division"), MemoryError(), KeyError("x")])
@pytest.mark.parametrize("decoder", [SndfileDecoder, FfmpegDecoder])
@pytest.mark.parametrize("moment", ["_opened", "_open", "read"])
def test_whatever_a_decoder_raises_is_a_sentence(tmp_path, monkeypatch, decoder, moment, error):
    path = write(tmp_path / "x.flac", 8.0)

    def fail(*_, **__):
        raise error

    def fail_later(*_):
        raise error
        yield

    with monkeypatch.context() as patch:
        for library in (SndfileDecoder, decoder):
            ours = library is FfmpegDecoder
            inside = "_decoded" if ours and moment == "read" else moment
            if inside == "read":
                patch.setattr(soundfile.SoundFile, "read", fail)
            elif inside == "_decoded":
                patch.setattr(library, inside, fail_later)
            elif inside == "_open" and ours:
                patch.setattr(SoundContainer, inside, fail)
            elif inside == "_opened":
                patch.setattr("desktop_app.audio.sndfile_decoder._SequentialFile", fail)
            else:
                patch.setattr(library, inside, fail, raising=False)
        length, told = read_or_told(path)
    # The other library may decode it.
    assert length == 8 * 22050 or re.fullmatch(r".*x\.flac .*\.", told)


def read_or_told(path):
    """Number of sample frames, and the error."""
    length = 0
    try:
        file = AudioFile(path)
    except SourceError as error:
        return length, str(error)
    try:
        for block in file.blocks():
            length += len(block)
    except SourceError as error:
        return length, str(error)
    finally:
        file.close()
    return length, ""


@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "link to a pipe"])
def test_only_files_are_opened(tmp_path, kind):
    path = tmp_path / "x.wav"
    with socket.socket(socket.AF_UNIX) as listening:
        if kind == "pipe":
            os.mkfifo(path)
        elif kind == "socket":
            listening.bind(str(path))
        elif kind == "device":
            path.symlink_to("/dev/zero")
        else:
            os.mkfifo(tmp_path / "pipe")
            path.symlink_to("pipe")
        with pytest.raises(SourceError, match=r"x\.wav is a pipe, socket or device, not a file"):
            AudioFile(path)


@pytest.mark.parametrize("rate", [1, 100, 999])
def test_rates_at_which_there_is_no_music_are_refused(tmp_path, rate):
    path = tmp_path / "x.wav"
    soundfile.write(path, sound("noise", 30 * rate, 1), rate)
    with pytest.raises(SourceError, match=rf"x\.wav has {rate} samples per second; 1000 to"):
        AudioFile(path)


@pytest.mark.parametrize("channels", [3, 16, 40])
def test_files_of_many_channels_are_read(tmp_path, channels):
    path = write(tmp_path / "x.wav", 4.0, channels=channels)
    for opened in (AudioFile(path), FfmpegDecoder(path)):
        assert opened.channels == channels
        assert opened.read(1000).shape == (1000, channels)
        opened.close()


def test_a_video_is_positioned_as_its_sound_is(tmp_path):
    path = encode(tmp_path / "x.mkv", 8.0, "aac", video=True)
    file = AudioFile(path)
    whole = np.concatenate(list(file.blocks()))
    file.seek(5.0)
    part = file.read(9600)
    file.close()
    error = part[:, 0] - whole[240_000:249_600, 0]
    assert np.abs(error).max() < 0.02


@pytest.mark.parametrize(("name", "codec"), [("x.wav", "flac"), ("x.voc", "pcm_u8")])
def test_a_codec_that_is_rare_in_its_container_is_decoded(tmp_path, name, codec):
    file = AudioFile(encode(tmp_path / name, 4.0, codec, 44_100))
    assert sum(map(len, file.blocks())) / file.rate == pytest.approx(4.0, abs=0.1)
    assert file.fault == ""
    file.close()


def test_a_format_that_is_not_supported_is_said_to_be_so(tmp_path):
    path = encode(tmp_path / "x.nut", 4.0, "aac")
    with pytest.raises(
        SourceError, match=r"x\.nut is not an .* decode: the format is not supported\."
    ):
        AudioFile(path)
