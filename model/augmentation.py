"""Changes of log-mel spectra: equaliser, transposition, and the parts of simulated rooms.

Log-mel tensors are (N, frames, 128) in dB with an arbitrary reference. Parameters vary per sound.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import torch
from torch import Tensor

from model.features import (
    MEL_BANDS,
    SAMPLE_RATE,
    hz_to_mel,
    mel_to_hz,
)


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


def _power(log_mel: Tensor) -> Tensor:
    return torch.pow(10.0, log_mel / 10.0)
