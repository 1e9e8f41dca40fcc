"""Augmentation in the log-mel domain: rooms, microphones, loudspeakers, equalisers, transposition.

Log-mel tensors are (N, frames, 128) in dB with an arbitrary reference. Parameters vary per sound.
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

POWER_FLOOR = 1e-12
"""Added to power before the logarithm."""


@cache
def band_hz() -> Tensor:
    """Return the centre frequencies of the mel bands, (128,) Hz."""
    return torch.from_numpy(_centres().astype(np.float32))


@cache
def band_width_hz() -> Tensor:
    """Return the widths of the mel bands, (128,) Hz: a band's power times its width is energy."""
    top = float(hz_to_mel(np.asarray(SAMPLE_RATE / 2.0)))
    edges = mel_to_hz(np.linspace(0.0, top, MEL_BANDS + 2))
    return torch.from_numpy(((edges[2:] - edges[:-2]) / 2.0).astype(np.float32))


def _centres() -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    top = float(hz_to_mel(np.asarray(SAMPLE_RATE / 2.0)))
    return np.asarray(mel_to_hz(np.linspace(0.0, top, MEL_BANDS + 2))[1:-1])


@cache
def pink_noise_db() -> Tensor:
    """Return the mean log-mel of pink noise with total band power 1, (128,) dB."""
    hz = np.fft.rfftfreq(FRAME_SAMPLES, 1.0 / SAMPLE_RATE)
    bands = mel_filterbank() @ (1.0 / np.maximum(hz, 20.0)).astype(np.float32)
    return torch.from_numpy(10.0 * np.log10(bands / bands.sum()))


def level_db(log_mel: Tensor) -> Tensor:
    """Return the power summed over bands and averaged over frames, (N, 1, 1) dB."""
    return 10.0 * torch.log10(_power(log_mel).sum(dim=2).mean(dim=1) + POWER_FLOOR)[:, None, None]


def add_noise(log_mel: Tensor, noise: Tensor, snr_db: Tensor) -> Tensor:
    """Mix in noise at a given signal-to-noise ratio.

    Args:
        log_mel: (N, frames, 128) dB.
        noise: (N, frames or 1, 128) dB, at any level.
        snr_db: (N, 1, 1) signal-to-noise ratio in dB.

    Returns:
        (N, frames, 128) dB.
    """
    scaled = noise - level_db(noise) + level_db(log_mel) - snr_db
    return 10.0 * torch.log10(_power(log_mel) + _power(scaled) + POWER_FLOOR)


def reverberate(log_mel: Tensor, decay_frames: Tensor, wet_db: Tensor) -> Tensor:
    """Add an exponentially decaying reverberation tail to every frame.

    Args:
        log_mel: (N, frames, 128) dB.
        decay_frames: (N, 1) frames in which the power of the tail falls to 1/e.
        wet_db: (N, 1) level of the direct sound above the start of the tail, in dB.

    Returns:
        (N, frames, 128) dB.
    """
    frame = torch.arange(log_mel.shape[1])
    delay = frame[:, None] - frame
    tail = torch.exp(-delay.clamp_min(0) / decay_frames[..., None]) * 10.0 ** (
        -wet_db[..., None] / 10.0
    )
    impulse_response = torch.where(delay > 0, tail, (delay == 0).float())
    return 10.0 * torch.log10(impulse_response @ _power(log_mel) + POWER_FLOOR)


def limit_band(log_mel: Tensor, low_hz: Tensor, high_hz: Tensor, slope_db: Tensor) -> Tensor:
    """Apply a band-pass filter.

    Args:
        log_mel: (N, frames, 128) dB.
        low_hz: (N, 1) lower corner frequency.
        high_hz: (N, 1) upper corner frequency.
        slope_db: (N, 1) roll-off in dB per octave.

    Returns:
        (N, frames, 128) dB.
    """
    under = torch.relu(torch.log2(low_hz / band_hz()))
    over = torch.relu(torch.log2(band_hz() / high_hz))
    return log_mel - (slope_db * (under + over))[:, None]


def tail(power: Tensor, kept: Tensor, late: Tensor) -> Tensor:
    """Compute a reverberant tail that begins one frame after the sound and decays in every band.

    The sound before the first frame is taken to have been like that of the first quarter.

    Args:
        power: (N, frames, 128), linear.
        kept: (N, 128) fraction of the tail's power that remains after one frame, 0 to 1.
        late: (N, 128) total power of the tail, relative to the direct sound.

    Returns:
        (N, frames, 128), linear, without the direct sound.
    """
    share = late * (1.0 - kept)
    out = torch.empty_like(power)
    before = out[:, 0]
    torch.mul(power[:, : (power.shape[1] + 3) // 4].mean(dim=1), late, out=before)
    for added, heard in zip(power.unbind(dim=1), out.unbind(dim=1)[1:], strict=False):
        torch.mul(before, kept, out=heard)
        before = heard.addcmul_(added, share)
    return out


def high_pass_power(hz: Tensor, corner: Tensor, slope_db: Tensor) -> Tensor:
    """Return the power response of a Butterworth high-pass filter.

    Args:
        hz: (n,) frequencies above 0. With reciprocals of frequency and corner, it is a low-pass.
        corner: (N, 1) where it attenuates by 3 dB.
        slope_db: (N, 1) attenuation in dB per octave far below the corner.

    Returns:
        (N, n), 0 to 1.
    """
    return 1.0 / (1.0 + (corner / hz) ** (slope_db / 3.0103))


def level_per_frame(power: Tensor) -> Tensor:
    """Return the power of the sound in each frame: (N, frames, 128) -> (N, frames)."""
    return power @ band_width_hz()


def equalise(log_mel: Tensor, weights: Tensor) -> Tensor:
    """Apply a smooth equaliser curve.

    Args:
        log_mel: (N, frames, 128) dB.
        weights: (N, n) dB, amplitudes of cosines with 1 to n half periods over the 128 bands.

    Returns:
        (N, frames, 128) dB.
    """
    order = torch.arange(1, weights.shape[1] + 1)[:, None]
    band = (torch.arange(MEL_BANDS) + 0.5) / MEL_BANDS
    return log_mel + (weights @ torch.cos(np.pi * order * band))[:, None]


@cache
def transposition(semitones: float) -> Tensor:
    """Return the (128, 128) matrix that transposes a log-mel up when multiplied from the right."""
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
    """Simulate the microphone test condition: room, 120 to 8000 Hz, pink noise at 15 dB SNR.

    Args:
        log_mel: (N, frames, 128) dB.
        seed: of the noise.

    Returns:
        (N, frames, 128) dB.
    """
    count, frames, _ = log_mel.shape
    every = torch.ones(count, 1)
    room = reverberate(log_mel, 5.0 * every, 10.0 * every)
    filtered = limit_band(room, 120.0 * every, 8000.0 * every, 24.0 * every)
    flicker = torch.randn(count, frames, MEL_BANDS, generator=torch.Generator().manual_seed(seed))
    return add_noise(filtered, pink_noise_db() + flicker, 15.0 * every[..., None])


def _power(log_mel: Tensor) -> Tensor:
    return torch.pow(10.0, log_mel / 10.0)
