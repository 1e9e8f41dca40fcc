"""Accuracy of the musicnn tagger on the recordings that this network is evaluated on.

    python -m tests.benchmarks.musicnn MUSICNN DATA -o FILE

MUSICNN is the folder of that name in the unpacked wheel ``musicnn`` 0.1.0 from PyPI; DATA contains
GTZAN's tracks and clips, and archives of other recordings. Those are available only as log-mel,
from which musicnn's input is reconstructed: by a regression learned on the clips, plus fine
structure borrowed from another clip, without which musicnn's predictions are far off.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import librosa
import numpy as np
import soundfile
import torch

from desktop_app.audio.load import samples_of
from model.features import FRAME_SAMPLES as OUR_FFT
from model.features import HOP_SAMPLES as OUR_HOP
from model.features import MEL_BANDS as OUR_BANDS
from model.features import SAMPLE_RATE as OUR_RATE
from model.log_mel_archive import load_archives
from model.sampling import CLIP_FRAMES
from tests.benchmarks.musicnn_network import BANDS, PATCH, Floats, Musicnn

RATE, FFT, HOP = 16_000, 512, 256
"""musicnn's sample rate in Hz, frame and hop in samples."""
STEP = 86
"""Frames of our log-mel from one patch to the next (2 s)."""
GRAIN = 0.7
"""Share of another recording's residual that is added to a spectrum."""
KNOWN = {"rock": 0, "pop": 1, "jazz": 9, "metal": 11, "blues": 26, "country": 36, "hiphop": 33}
"""Genre -> index of its tag among the MSD tags."""


def compress(power: Floats) -> Floats:
    """Convert mel power to musicnn's input scale."""
    return np.log10(10_000.0 * power + 1.0).astype(np.float32)


def hear(samples: Floats, rate: int) -> Floats:
    """Compute musicnn's input: (n,) samples at ``rate`` Hz -> (frames, 96)."""
    sound = librosa.resample(samples, orig_sr=rate, target_sr=RATE)
    mel = librosa.feature.melspectrogram(y=sound, sr=RATE, n_fft=FFT, hop_length=HOP, n_mels=BANDS)
    return compress(mel.T)


def our_log_mel(samples: Floats) -> Floats:
    """Compute log-mel as in ``other-logmel.npz``: (n,) at 22 050 Hz -> (frames, 128) dB."""
    mel = librosa.feature.melspectrogram(
        y=samples, sr=OUR_RATE, n_fft=OUR_FFT, hop_length=OUR_HOP, n_mels=OUR_BANDS, center=False
    )
    return (10.0 * np.log10(np.maximum(mel.T, 1e-10))).astype(np.float32)


@cache
def band_matrix() -> Floats:
    """Return the (128, 96) matrix from our mel power to musicnn's.

    It smears the spectrum by the main lobe of musicnn's shorter window.
    """
    bins = np.fft.rfftfreq(OUR_FFT, 1.0 / OUR_RATE)
    centres = librosa.mel_frequencies(OUR_BANDS + 2, fmax=OUR_RATE / 2)[1:-1]
    spread = np.stack([np.interp(bins, centres, unit) for unit in np.eye(OUR_BANDS)])
    window = np.hanning(FFT + 1)[:-1]
    distance = np.fft.rfftfreq(FFT, 1.0 / RATE)[:, None] - bins
    offsets = np.arange(-150.0, 151.0)
    lobe = np.abs(np.exp(-2j * np.pi * np.outer(offsets / RATE, np.arange(FFT))) @ window) ** 2
    smear = np.interp(np.abs(distance), offsets[150:], lobe[150:], right=0.0)
    smear /= smear.sum(axis=1, keepdims=True)
    gain = (
        RATE * FFT
    ) / OUR_FFT**2  # of one bin, including the conversion from density to our bins
    gather = librosa.filters.mel(sr=RATE, n_fft=FFT, n_mels=BANDS)
    return np.asarray(gain * spread @ smear.T @ gather.T, np.float32)


def convert(decibels: Floats) -> Floats:
    """Approximate musicnn's input from our log-mel: (n, 128) dB -> (frames, 96), at least 187.

    Frame 0 has the same centre in both; short recordings are padded by reflection at the end.
    """
    heard = compress(10.0 ** (decibels.astype(np.float32) / 10.0) @ band_matrix())
    ratio = (HOP / RATE) / (OUR_HOP / OUR_RATE)
    at = np.arange(int((len(heard) - 1) / ratio) + 1) * ratio
    left = np.minimum(at.astype(int), len(heard) - 2)
    share = (at - left)[:, None].astype(np.float32)
    heard = heard[left] * (1.0 - share) + heard[left + 1] * share
    short = PATCH - len(heard)
    return np.pad(heard, ((0, short), (0, 0)), "reflect") if short > 0 else heard


def context(x: Floats) -> Floats:
    """Add neighbouring frames up to 0.14 s away and a constant 1: (n, 96) -> (n, 1057)."""
    offsets = (-9, -6, -4, -2, -1, 0, 1, 2, 4, 6, 9)
    padded = np.pad(x, ((9, 9), (0, 0)), "edge")
    parts = [padded[9 + offset : 9 + offset + len(x)] for offset in offsets]
    return np.concatenate([*parts, np.ones((len(x), 1), np.float32)], 1)


class Sharpener:
    """Sharpens converted spectra, learned from music available in both forms.

    A ridge regression undoes the smear of our longer frames. The fine structure of short frames,
    which it cannot predict, is borrowed from other recordings.
    """

    def __init__(self, converted: list[Floats], heard: list[Floats]) -> None:
        """Fit the regression and keep its residuals.

        Args:
            converted: per recording, (frames, 96) as returned by :func:`convert`.
            heard: the same frames as returned by :func:`hear`.
        """
        square = 30.0 * np.eye(len(context(converted[0])[0]))
        square[-1, -1] = 1e-6
        cross = np.zeros((len(square), BANDS))
        for x, y in zip(converted, heard, strict=True):
            row = context(x)
            square += row.T @ row
            cross += row.T @ (y - x)
        self.weights = np.linalg.solve(square, cross).astype(np.float32)
        self.residuals = [y - self._smooth(x) for x, y in zip(converted, heard, strict=True)]

    def _smooth(self, x: Floats) -> Floats:
        return np.maximum(x + context(x) @ self.weights, 0.0)

    def __call__(self, x: Floats, seed: int) -> Floats:
        """Sharpen (n, 96) converted frames, with residuals of a recording chosen by the seed."""
        rng = np.random.default_rng(seed)
        other = self.residuals[int(rng.integers(len(self.residuals)))]
        at = (int(rng.integers(len(other))) + np.arange(len(x))) % len(other)
        return np.maximum(self._smooth(x) + GRAIN * other[at], 0.0)


def learn(data: Path) -> tuple[list[str], list[Floats], list[Floats]]:
    """Return genres, converted and true musicnn inputs of GTZAN's clips, aligned in time."""
    genres, converted, heard = [], [], []
    for path in sorted(data.glob("clips/*/*.flac")):
        if path.stem.isdecimal():
            samples, rate = soundfile.read(path, dtype="float32")
            theirs = hear(samples, rate)[3:]  # our frame 0 is centred at 46 ms
            ours = convert(our_log_mel(samples))
            count = min(len(theirs), len(ours))
            genres.append(path.parent.name)
            converted.append(ours[:count])
            heard.append(theirs[:count])
    return genres, converted, heard


def accuracy(tags: list[Floats], genres: Sequence[str]) -> tuple[str, int]:
    """Compute the accuracy of the tag with the highest mean activation, with its 95 % interval.

    Args:
        tags: per recording, (patches, 50) activations.
        genres: true genres.

    Returns:
        The accuracy as text, and the number of recordings with a genre in KNOWN.
    """
    means = np.stack([part.mean(0)[list(KNOWN.values())] for part in tags])
    true = np.asarray(genres)
    hits = (np.asarray(list(KNOWN))[means.argmax(1)] == true)[np.isin(true, list(KNOWN))]
    draws = np.random.default_rng(0).integers(len(hits), size=(2000, len(hits)))
    low, high = np.percentile(hits[draws].mean(1), (2.5, 97.5))
    return f"{hits.mean():.3f} ({low:.3f} to {high:.3f})", len(hits)


def main() -> None:
    """Measure musicnn on real audio, on its reconstruction, and on reconstructions only."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.musicnn")
    parser.add_argument("musicnn", metavar="MUSICNN", type=Path)
    parser.add_argument("data", metavar="DATA", type=Path)
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True)
    options = parser.parse_args()
    network = Musicnn(options.musicnn / "MSD_musicnn")
    genres, converted, heard = learn(options.data)
    keep = [number for number, genre in enumerate(genres) if genre in KNOWN]
    rows: list[tuple[str, str, int]] = []
    for says, spectra in (
        ("GTZAN's clips, original audio", heard),
        ("GTZAN's clips, reconstructed from log-mel", reconstructed(converted, heard)),
    ):
        tags = [network(spectra[n], _starts(len(spectra[n])))["tags"] for n in keep]
        rows.append((says, *accuracy(tags, [genres[n] for n in keep])))
        print(rows[-1], flush=True)
    sharpen = Sharpener(converted, heard)
    listed = [
        recording
        for recording in load_archives(options.data, samples_of)
        if recording.sure and recording.genre in KNOWN and recording.origin != "gtzan"
    ]
    tags = []
    for seed, recording in enumerate(listed):
        decibels = recording.pieces[0].astype(np.float32)
        begin = max(0, (len(decibels) - CLIP_FRAMES) // 2)
        spectrum = sharpen(convert(decibels[begin : begin + CLIP_FRAMES]), seed)
        tags.append(network(spectrum, _starts(len(spectrum)))["tags"])
    found = accuracy(tags, [recording.genre for recording in listed])
    rows.append(("other origin, reconstructed from log-mel", *found))
    print(rows[-1])
    options.output.write_text(json.dumps(_measured(rows), indent=1) + "\n")


def reconstructed(converted: list[Floats], heard: list[Floats]) -> list[Floats]:
    """Sharpen each clip's spectrum, as learned from the clips of four other folds."""
    fold = np.arange(len(converted)) % 5
    found = list(converted)
    for number in range(5):
        rest = np.flatnonzero(fold != number)
        sharpen = Sharpener([converted[i] for i in rest], [heard[i] for i in rest])
        for i in np.flatnonzero(fold == number):
            found[i] = sharpen(converted[i], int(i))
    return found


def _starts(frames: int) -> list[int]:
    step = round(STEP * (OUR_HOP / OUR_RATE) / (HOP / RATE))
    return list(range(0, frames - PATCH + 1, step))


def _measured(rows: Sequence[tuple[str, str, int]]) -> dict[str, Any]:
    return {
        "says": "musicnn (PyPI 0.1.0, the 50-tag network trained on some 200 000 songs of the "
        "Million Song Dataset), restricted to the seven genres that it has tags for: the tag with "
        "the highest mean activation over a recording's middle 20 s. The recordings of other "
        "origin are available only as log-mel, from which musicnn's input is reconstructed; "
        "GTZAN's clips, available in both forms, show what that costs.",
        "columns": ["recordings", "correct", "number"],
        "rows": [{"says": says, "values": [right, count]} for says, right, count in rows],
    }


if __name__ == "__main__":
    torch.set_num_threads(1)
    main()
