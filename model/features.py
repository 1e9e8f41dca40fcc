"""MFCC features: the one definition shared by training, files and live streams.

The values are those of librosa with its defaults at 22 050 Hz (``librosa.feature.mfcc(...,
center=False)``), computed frame by frame so that a stream never recomputes a frame. The steps:

    power spectrum of a 2048-sample Hann frame -> 128 Slaney mel bands -> decibels
    -> clipped 80 dB below the loudest band *of the window* -> DCT-II -> 13 coefficients

Clipping depends on the whole window, so a stream can keep its log-mel from hop to hop but not its
coefficients.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy import fft
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]

SAMPLE_RATE = 22_050
"""In Hz; every source is resampled to it."""
FRAME_SAMPLES = 2048
"""Samples in one frame (librosa's ``n_fft``)."""
HOP_SAMPLES = 512
"""Samples from one frame to the next: 43.07 frames per second."""
MEL_BANDS = 128
BLOCK_BANDS = 32
"""Mel bands computed by one matrix product."""
COEFFICIENTS = 13
WINDOW_FRAMES = 100
"""Frames in one window, the network's input image."""
WINDOW_SAMPLES = FRAME_SAMPLES + (WINDOW_FRAMES - 1) * HOP_SAMPLES
"""52 736: the samples spanned by the 100 frames of a window (2.39 s)."""
WINDOW_HOPS = WINDOW_SAMPLES // HOP_SAMPLES
"""103: the same in hops, without remainder."""
TOP_DB = 80.0
"""Dynamic range kept below the loudest band of a window, in dB."""
FLOOR_POWER = 1e-10
"""Lower limit of the power of a band: -100 dB."""


def hz_to_mel(hz: NDArray[np.float64]) -> NDArray[np.float64]:
    """Convert Hz to Slaney's mel scale: linear below 1 kHz, logarithmic above.

    Source: Slaney, *Auditory Toolbox*, Interval Research 1998-010, as in ``librosa.hz_to_mel``.

    Args:
        hz: frequencies in Hz, 0 or more, any shape.

    Returns:
        Mels, same shape.
    """
    linear = hz * 3.0 / 200.0
    logarithmic = 15.0 + 27.0 * np.log(np.maximum(hz, 1e-9) / 1000.0) / np.log(6.4)
    return np.where(hz < 1000.0, linear, logarithmic)


def mel_to_hz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    """Convert Slaney mels, 0 or more, to Hz; the inverse of :func:`hz_to_mel`."""
    linear = mel * 200.0 / 3.0
    logarithmic = 1000.0 * np.exp(np.log(6.4) / 27.0 * (mel - 15.0))
    return np.asarray(np.where(mel < 15.0, linear, logarithmic))


@cache
def mel_filterbank() -> FloatArray:
    """Return the equal-area triangular filters that sum FFT bins into mel bands.

    Equal to ``librosa.filters.mel(sr=22050, n_fft=2048)``, whose import (numba) would add a second
    to the start of the app.

    Returns:
        (128 bands, 1025 bins), read-only.
    """
    bins = fft.rfftfreq(FRAME_SAMPLES, 1.0 / SAMPLE_RATE)
    top = hz_to_mel(np.asarray(SAMPLE_RATE / 2.0))
    edges = mel_to_hz(np.linspace(0.0, float(top), MEL_BANDS + 2))
    widths = np.diff(edges)
    distance = edges[:, None] - bins[None, :]
    rising = -distance[:-2] / widths[:-1, None]
    falling = distance[2:] / widths[1:, None]
    triangles = np.maximum(0.0, np.minimum(rising, falling))
    area = 2.0 / (edges[2:] - edges[:-2])
    filterbank = (triangles * area[:, None]).astype(np.float32)
    filterbank.flags.writeable = False
    return filterbank


@cache
def _mel_blocks() -> list[tuple[int, int, FloatArray]]:
    """Return the filterbank in blocks of bands, each restricted to its non-zero bins.

    More than nine tenths of the whole matrix are zeros; four products with the blocks take a
    quarter of the time of one with the whole.

    Returns:
        First band, first bin and (bins, 32 bands) matrix of each block.
    """
    blocks = []
    for first in range(0, MEL_BANDS, BLOCK_BANDS):
        block = mel_filterbank()[first : first + BLOCK_BANDS]
        touched = np.flatnonzero(block.any(axis=0))
        low, high = int(touched[0]), int(touched[-1]) + 1
        blocks.append((first, low, np.ascontiguousarray(block[:, low:high].T)))
    return blocks


@cache
def dct_basis() -> NDArray[np.float64]:
    """Return the first 13 basis vectors of the orthonormal DCT-II over 128 bands.

    Source: Rao and Yip, *Discrete Cosine Transform*, 1990; ``scipy.fft.dct(norm="ortho")``.

    Returns:
        (128 bands, 13 coefficients) float64, read-only; multiply from the right.
    """
    band = np.arange(MEL_BANDS) + 0.5
    order = np.arange(COEFFICIENTS)
    basis: NDArray[np.float64] = np.cos(np.pi / MEL_BANDS * band[:, None] * order[None, :])
    basis *= np.sqrt(2.0 / MEL_BANDS)
    basis[:, 0] /= np.sqrt(2.0)
    basis.flags.writeable = False
    return basis


@cache
def hann() -> FloatArray:
    """Return the periodic Hann window, (2048,), read-only."""
    phase = 2.0 * np.pi * np.arange(FRAME_SAMPLES) / FRAME_SAMPLES
    window = (0.5 - 0.5 * np.cos(phase)).astype(np.float32)
    window.flags.writeable = False
    return np.asarray(window)


def log_mel(frames: FloatArray) -> FloatArray:
    """Compute the log-mel spectrum of frames, not yet clipped.

    Args:
        frames: (n, 2048) samples at 22 050 Hz, full scale at 1.

    Returns:
        (n, 128) in dB re power 1, -100 or more.
    """
    spectrum = fft.rfft(frames * hann(), axis=-1)
    power = np.square(spectrum.real) + np.square(spectrum.imag)
    bands = np.empty((len(frames), MEL_BANDS), np.float32)
    for first, low, triangles in _mel_blocks():
        block = slice(first, first + triangles.shape[1])
        np.matmul(power[:, low : low + len(triangles)], triangles, out=bands[:, block])
    return np.asarray(10.0 * np.log10(np.maximum(bands, np.float32(FLOOR_POWER))))


def mfcc(log_mel_window: FloatArray) -> FloatArray:
    """Compute the MFCC of one or more windows.

    Args:
        log_mel_window: (..., frames, 128) in dB, as returned by :func:`log_mel`.

    Returns:
        (..., frames, 13) float32: ``librosa.feature.mfcc(..., center=False)`` of the samples
        spanned by the frames, transposed.
    """
    loudest = log_mel_window.max(axis=(-2, -1), keepdims=True, initial=10 * np.log10(FLOOR_POWER))
    clipped = np.maximum(log_mel_window, loudest - np.float32(TOP_DB))
    # In float64: with 128 bands at -100 dB, float32 would lose the third decimal.
    return np.asarray((clipped @ dct_basis()).astype(np.float32))
