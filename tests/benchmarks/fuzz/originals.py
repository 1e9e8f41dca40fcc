"""Whole files of every format that can be encoded here, to be damaged."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import soundfile

from tests.fixtures.sounds import sound

SECONDS = 4.0
"""Long enough that half of one can be lost, and short enough that reading it takes no time."""
RATE = 22_050
SPECIAL_RATES = {"OPUS": 48_000, "GSM610": 8_000, "amr": 8_000}
"""Encoding -> the only rate in Hz that it can have, or is used with."""
EXTENSIONS = {"WAVEX": "wav", "SVX": "iff"}
"""Format of libsndfile -> extension, where that isn't its name."""
SKIPPED_FORMATS = ("RAW", "SD2")
"""Without a header; in two files."""
ENCODED = (
    ("m4a", "aac"), ("m4a", "alac"), ("mp4", "aac"), ("mov", "pcm_s16le"), ("aac", "aac"),
    ("wma", "wmav1"), ("wma", "wmav2"), ("wmv", "wmav2"), ("opus", "libopus"), ("ogg", "flac"),
    ("spx", "libspeex"), ("mka", "libopus"), ("mka", "flac"), ("mkv", "aac"), ("mkv", "libmp3lame"),
    ("mkv", "pcm_s16le"), ("webm", "libopus"), ("webm", "libvorbis"), ("ac3", "ac3"),
    ("eac3", "eac3"), ("dts", "dca"), ("wv", "wavpack"), ("tta", "tta"), ("avi", "libmp3lame"),
    ("avi", "pcm_s16le"), ("flv", "aac"), ("flv", "libmp3lame"), ("ts", "aac"), ("ts", "mp2"),
    ("mpg", "mp2"), ("mp2", "mp2"), ("mp3", "libmp3lame"), ("3gp", "libopencore_amrnb"),
    ("amr", "libopencore_amrnb"), ("wav", "adpcm_yamaha"), ("wav", "libmp3lame"),
    ("wav", "adpcm_ima_wav"),
    ("caf", "adpcm_ima_qt"), ("w64", "pcm_f32le"),
)  # fmt: skip
"""(extension, FFmpeg's encoder)."""
VIDEO = ("mp4", "mkv", "mov", "avi", "flv", "ts", "mpg", "wmv")
"""Extensions of files that get a picture too, if they come with one in practice."""
PICTURES = {"flv": "flv1", "mpg": "mpeg2video", "ts": "mpeg2video", "wmv": "msmpeg4v3"}
"""Extension -> video codec, for others MPEG-4."""


def write_originals(folder: Path) -> tuple[list[Path], list[str]]:
    """Encode a file in every way.

    Args:
        folder: to write to.

    Returns:
        The files, and the encodings that are not available here.
    """
    written, missing = [], []
    for path, attempt in _attempts(folder):
        try:
            attempt(path)
        except (OSError, ValueError, soundfile.SoundFileError):
            path.unlink(missing_ok=True)
            missing.append(path.stem)
        else:
            written.append(path)
    return written, missing


def _attempts(folder: Path):
    for kind in soundfile.available_formats():
        if kind in SKIPPED_FORMATS:
            continue
        extension = EXTENSIONS.get(kind, kind.lower())
        for coding in soundfile.available_subtypes(kind):
            name = f"{kind.lower()}-{coding.lower()}.{extension}"
            yield (
                folder / name,
                lambda path, kind=kind, coding=coding: _by_sndfile(path, kind, coding),
            )
    for extension, codec in ENCODED:
        name = f"ffmpeg-{codec}.{extension}"
        yield folder / name, lambda path, codec=codec: _by_ffmpeg(path, codec)


def _by_sndfile(path: Path, kind: str, coding: str) -> None:
    rate = SPECIAL_RATES.get(coding, RATE)
    # Half of the kinds in stereo, where the format allows it.
    channels = 2 if coding in {"PCM_16", "FLOAT", "VORBIS", "MPEG_LAYER_III"} else 1
    if not soundfile.check_format(kind, coding) or kind in {"HTK", "SDS", "WVE", "XI"}:
        channels = 1
    samples = _samples(rate, channels)
    soundfile.write(path, samples, rate, format=kind, subtype=coding)


def _by_ffmpeg(path: Path, codec: str) -> None:
    narrow = "amr" in codec
    rate = 8_000 if narrow else 16_000 if codec == "libspeex" else 48_000
    layout = "mono" if narrow or codec == "libspeex" else "stereo"
    samples = _samples(rate, 2)
    with av.open(str(path), "w") as container:
        container.metadata.update({"title": "A title", "genre": "Rock"})
        pictures = None
        if path.suffix[1:] in VIDEO:
            pictures = container.add_stream(PICTURES.get(path.suffix[1:], "mpeg4"), rate=25)
            pictures.width = pictures.height = 32
            pictures.pix_fmt = "yuv420p"
        stream = container.add_stream(codec, rate=rate, layout=layout)
        if not codec.startswith(("pcm", "alac", "flac", "tta", "wavpack", "adpcm")):
            stream.bit_rate = 12_200 if narrow else 96_000
        if codec == "dca":
            stream.codec_context.options = {"strict": "experimental"}
        stream.codec_context.open(strict=False)
        converter = av.AudioResampler(
            format=stream.codec_context.format, layout=layout, rate=rate,
            frame_size=stream.codec_context.frame_size or 1024,
        )  # fmt: skip
        whole = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(samples.T), format="fltp", layout="stereo"
        )
        whole.rate, whole.pts = rate, 0
        for frame in (*converter.resample(whole), *converter.resample(None)):
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        if pictures is not None:
            for _ in range(int(25 * SECONDS)):
                frame = av.VideoFrame.from_ndarray(np.zeros((32, 32, 3), np.uint8), format="rgb24")
                container.mux(pictures.encode(frame))
            container.mux(pictures.encode(None))


def _samples(rate: int, channels: int) -> np.ndarray:
    count = round(SECONDS * rate)
    tones = [0.5 * sound("tones", count, seed) for seed in range(channels)]
    return np.stack(tones, axis=1).astype(np.float32)
