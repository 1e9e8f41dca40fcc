"""Noise on mel bands: how it flickers, interferes with a sound, and changes when people talk."""

from __future__ import annotations

from functools import cache

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from model.augmentation import band_hz
from model.features import (
    FRAME_SAMPLES,
    HOP_SAMPLES,
    MEL_BANDS,
    SAMPLE_RATE,
    hann,
    mel_filterbank,
)

NOISE_FRAMES = 3000
"""Length of the noise from which every window takes a random stretch."""
TALKERS = 16
SYLLABLE_SECONDS = (0.1, 0.3)
PITCH_HZ = (90.0, 230.0)
FORMANTS_HZ = ((300.0, 800.0), (900.0, 2400.0), (2200.0, 3500.0))
"""Ranges of the resonances of a voice, whose quality is 4."""
PAUSED, HISSING = 0.15, 0.2
"""Fractions of syllables that are pauses, and of the others that are hissed."""


def stretch(
    tables: tuple[Tensor, ...], count: int, frames: int, random: torch.Generator
) -> list[Tensor]:
    """Take stretches of noise, from the same random places of every table.

    Args:
        tables: (NOISE_FRAMES, 128) each, continued from their beginning.
        count: number of stretches.
        frames: length of each.
        random: source of randomness.

    Returns:
        (count, frames, 128) of each table.
    """
    start = torch.randint(NOISE_FRAMES, (count, 1), generator=random)
    frame = (start + torch.arange(frames)).flatten() % NOISE_FRAMES
    return [table.index_select(0, frame).view(count, frames, MEL_BANDS) for table in tables]


@cache
def interference() -> tuple[Tensor, Tensor]:
    """Return what noise adds to a sound in every frame and band, (NOISE_FRAMES, 128) each.

    The power of white noise, relative to its mean; and twice its product with another sound,
    relative to the square root of both mean powers.
    """
    rng = np.random.default_rng(0)
    samples = rng.standard_normal((2, NOISE_FRAMES * HOP_SAMPLES + FRAME_SAMPLES - HOP_SAMPLES))
    frames = np.lib.stride_tricks.sliding_window_view(samples, FRAME_SAMPLES, axis=1)
    first, second = np.fft.rfft(frames[:, ::HOP_SAMPLES] * hann())
    bands = mel_filterbank().T
    noise = np.square(np.abs(first)) @ bands
    sound = np.square(np.abs(second)) @ bands
    product = (first * second.conj()).real @ bands
    mean = noise.mean(axis=0)
    parts = (noise / mean, 2.0 * product / np.sqrt(mean * sound))
    flicker, between = (torch.from_numpy(part.astype(np.float32)) for part in parts)
    return flicker, between


@cache
def voices() -> Tensor:
    """Return how the power of many voices changes, (NOISE_FRAMES, 128), with a mean of 1 per band.

    Talkers who speak one syllable after another: pitch, three formants, or a hiss.
    """
    rng = np.random.default_rng(1)
    total = np.zeros((NOISE_FRAMES, MEL_BANDS))
    for _ in range(TALKERS):
        total += _talker(rng)
    # A frame hears 93 ms, four times its distance to the next.
    around = np.pad(total, ((1, 1), (0, 0)), mode="wrap")
    total = 0.25 * around[:-2] + 0.5 * total + 0.25 * around[2:]
    return torch.from_numpy((total / total.mean(axis=0)).astype(np.float32))


def _talker(rng: np.random.Generator) -> NDArray[np.float64]:
    hz = band_hz().numpy().astype(np.float64)
    power = np.zeros((NOISE_FRAMES, MEL_BANDS))
    pitch, at = rng.uniform(*PITCH_HZ), 0
    while at < NOISE_FRAMES:
        frames = max(2, round(rng.uniform(*SYLLABLE_SECONDS) * SAMPLE_RATE / HOP_SAMPLES))
        if rng.random() < PAUSED:
            at += 2 * frames
            continue
        if rng.random() < HISSING:
            spectrum = 0.5 / (1.0 + ((hz - 4500.0) / 3000.0) ** 2) ** 2
        else:
            ratios = [hz / rng.uniform(*ends) for ends in FORMANTS_HZ]
            tract = sum(1.0 / np.sqrt((1.0 - r**2) ** 2 + (r / 4.0) ** 2) for r in ratios)
            harmonics = 1.0 + 0.9 * np.exp(-hz / 1000.0) * np.cos(2.0 * np.pi * hz / pitch)
            spectrum = (tract * hz / (hz + 100.0) / (1.0 + hz / 300.0)) ** 2 * harmonics
        swell = np.hanning(frames + 2)[1:-1] * rng.uniform(0.5, 1.5)
        part = power[at : at + frames]
        part += (swell**2)[: len(part), None] * spectrum
        at += frames
    return np.asarray(power / power.sum())
