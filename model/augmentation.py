"""What rooms, microphones, loudspeakers and players do to sound, as changes of its log-mel.

All functions take and give (N, frames, 128) dB tensors whose zero is arbitrary.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import torch
from torch import Tensor

from model.features import (
    FRAME_SAMPLES,
    MEL_BANDS,
    SAMPLE_RATE,
    hz_to_mel,
    mel_filterbank,
    mel_to_hz,
)

QUIET = 1e-12


@cache
def band_hz() -> Tensor:
    """Centre frequencies of the mel bands, (128,) Hz."""
    return torch.from_numpy(_centres().astype(np.float32))


def _centres() -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    top = float(hz_to_mel(np.asarray(SAMPLE_RATE / 2.0)))
    return np.asarray(mel_to_hz(np.linspace(0.0, top, MEL_BANDS + 2))[1:-1])


@cache
def pink_noise_db() -> Tensor:
    """Mean log-mel of pink noise of total band power 1, (128,) dB."""
    hz = np.fft.rfftfreq(FRAME_SAMPLES, 1.0 / SAMPLE_RATE)
    bands = mel_filterbank() @ (1.0 / np.maximum(hz, 20.0)).astype(np.float32)
    return torch.from_numpy(10.0 * np.log10(bands / bands.sum()))


def level_db(log_mel: Tensor) -> Tensor:
    """Mean power over frames, summed over bands: (N, 1, 1) dB."""
    return 10.0 * torch.log10(_power(log_mel).sum(dim=2).mean(dim=1) + QUIET)[:, None, None]


def add_noise(log_mel: Tensor, noise: Tensor, snr_db: Tensor) -> Tensor:
    """Mix in noise.

    Args:
        log_mel: the sound.
        noise: (N, frames or 1, 128) dB, of any level.
        snr_db: (N, 1, 1) ratio of the levels of sound and noise.
    """
    scaled = noise - level_db(noise) + level_db(log_mel) - snr_db
    return 10.0 * torch.log10(_power(log_mel) + _power(scaled) + QUIET)


def reverberate(log_mel: Tensor, decay_frames: Tensor, wet_db: Tensor) -> Tensor:
    """Add an exponentially decaying tail to every frame.

    Args:
        log_mel: the sound.
        decay_frames: (N, 1) frames after which the tail has fallen to 1/e of its power.
        wet_db: (N, 1) power of the tail's beginning under that of the sound itself.
    """
    frame = torch.arange(log_mel.shape[1])
    delay = frame[:, None] - frame
    tail = torch.exp(-delay.clamp_min(0) / decay_frames[..., None]) * 10.0 ** (
        -wet_db[..., None] / 10.0
    )
    taps = torch.where(delay > 0, tail, (delay == 0).float())
    return 10.0 * torch.log10(taps @ _power(log_mel) + QUIET)


def limit_band(log_mel: Tensor, low_hz: Tensor, high_hz: Tensor, slope_db: Tensor) -> Tensor:
    """Roll off below and above.

    Args:
        log_mel: the sound.
        low_hz, high_hz: (N, 1) corner frequencies.
        slope_db: (N, 1) roll-off per octave.
    """
    under = torch.relu(torch.log2(low_hz / band_hz()))
    over = torch.relu(torch.log2(band_hz() / high_hz))
    return log_mel - (slope_db * (under + over))[:, None]


def equalise(log_mel: Tensor, weights: Tensor) -> Tensor:
    """Add a smooth curve over the bands.

    Args:
        log_mel: the sound.
        weights: (N, n) dB, of cosines of 1 to n half periods over the 128 bands.
    """
    order = torch.arange(1, weights.shape[1] + 1)[:, None]
    band = (torch.arange(MEL_BANDS) + 0.5) / MEL_BANDS
    return log_mel + (weights @ torch.cos(np.pi * order * band))[:, None]


@cache
def transposition(semitones: float) -> Tensor:
    """Matrix that moves a log-mel up, (128, 128), to multiply with from the right."""
    position = hz_to_mel(_centres() / 2.0 ** (semitones / 12.0))
    step = float(hz_to_mel(np.asarray(SAMPLE_RATE / 2.0))) / (MEL_BANDS + 1)
    source = np.clip(position / step - 1.0, 0.0, MEL_BANDS - 1.0)
    below = np.minimum(source.astype(np.int64), MEL_BANDS - 2)
    share = (source - below).astype(np.float32)
    matrix = np.zeros((MEL_BANDS, MEL_BANDS), np.float32)
    matrix[below, np.arange(MEL_BANDS)] = 1.0 - share
    matrix[below + 1, np.arange(MEL_BANDS)] += share
    return torch.from_numpy(matrix)


def through_microphone(log_mel: Tensor, seed: int) -> Tensor:
    """The test condition: a living room, a laptop's band of 120 to 8000 Hz, pink noise at 15 dB.

    Args:
        log_mel: the sound.
        seed: of the noise.
    """
    count, frames, _ = log_mel.shape
    every = torch.ones(count, 1)
    room = reverberate(log_mel, 5.0 * every, 10.0 * every)
    heard = limit_band(room, 120.0 * every, 8000.0 * every, 24.0 * every)
    flicker = torch.randn(count, frames, MEL_BANDS, generator=torch.Generator().manual_seed(seed))
    return add_noise(heard, pink_noise_db() + flicker, 15.0 * every[..., None])


def _power(log_mel: Tensor) -> Tensor:
    return torch.pow(10.0, log_mel / 10.0)
