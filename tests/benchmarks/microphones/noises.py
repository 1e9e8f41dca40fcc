"""Noise that microphones pick up besides the music: pink noise, a fan, people who talk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from model.features import SAMPLE_RATE, FloatArray

TALKERS = 24
FORMANTS_HZ = ((300.0, 800.0), (900.0, 2400.0), (2200.0, 3500.0))
"""Ranges of the resonances of a voice."""
FORMANT_QUALITY = 4.0


def pink(count: int, rng: np.random.Generator) -> FloatArray:
    """Synthesise pink noise: (count,) with a power of 1."""
    return _coloured(count, -3.0, rng)


def fan(count: int, rng: np.random.Generator) -> FloatArray:
    """Synthesise a fan: rushing that falls by 5 dB per octave above 150 Hz, and its blades' tones.

    Args:
        count: of samples.
        rng: source of randomness.

    Returns:
        (count,) with a power of 1.
    """
    time = np.arange(count) / SAMPLE_RATE
    blades = rng.uniform(90.0, 140.0)
    tones = sum(
        0.15 / order * np.sin(2.0 * np.pi * order * blades * time + rng.uniform(0.0, 6.28))
        for order in range(1, 6)
    )
    slow = 1.0 + 0.05 * np.sin(2.0 * np.pi * rng.uniform(0.5, 2.0) * time)
    return _scaled((_coloured(count, -5.0, rng, 150.0) + tones) * slow)


def babble(count: int, rng: np.random.Generator) -> FloatArray:
    """Synthesise people who talk at the same time, without words.

    Args:
        count: of samples.
        rng: source of randomness.

    Returns:
        (count,) with a power of 1.
    """
    return _scaled(np.sum([_talker(count, rng) for _ in range(TALKERS)], axis=0))


_KINDS: Mapping[str, Callable[[int, np.random.Generator], FloatArray]] = MappingProxyType(
    {"pink": pink, "fan": fan, "babble": babble}
)


@lru_cache(maxsize=64)
def noise(kind: str, count: int, seed: int) -> FloatArray:
    """Synthesise noise.

    Args:
        kind: ``pink``, ``fan`` or ``babble``.
        count: of samples.
        seed: the same seed produces the same noise.

    Returns:
        (count,) with a power of 1, read-only.
    """
    samples = _KINDS[kind](count, np.random.default_rng(seed))
    samples.flags.writeable = False
    return samples


def _talker(count: int, rng: np.random.Generator) -> FloatArray:
    """Synthesise syllables: a pulse train or hissing, with changing formants."""
    out = np.zeros(count)
    at, pitch = 0, rng.uniform(90.0, 230.0)
    while at < count:
        length = round(rng.uniform(0.1, 0.3) * SAMPLE_RATE)
        if rng.random() < 0.15:
            at += 2 * length
            continue
        hz = np.fft.rfftfreq(length, 1.0 / SAMPLE_RATE)
        hissing = rng.random() < 0.2
        if hissing:
            source = rng.standard_normal(length)
            shape = 0.5 / (1.0 + ((hz - 4500.0) / 3000.0) ** 2)
        else:
            glide = pitch * np.exp(np.cumsum(rng.normal(0.0, 0.001, length)))
            phase = np.cumsum(glide) / SAMPLE_RATE
            source = np.diff(np.floor(phase), prepend=0.0) * np.sqrt(SAMPLE_RATE / pitch)
            tract = sum(_resonance(hz / rng.uniform(*ends)) for ends in FORMANTS_HZ)
            # Nothing below the voice, and the falling spectrum of the glottis.
            shape = tract * hz / (hz + 100.0) / (1.0 + hz / 300.0)
        sung = np.fft.irfft(np.fft.rfft(source) * shape, length) * np.hanning(length)
        end = min(count, at + length)
        out[at:end] += sung[: end - at] * rng.uniform(0.5, 1.5)
        at += length
    return _scaled(out)


def _resonance(ratio: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the gain of a resonator at multiples of its frequency: 1 far below."""
    return 1.0 / np.sqrt((1.0 - ratio**2) ** 2 + (ratio / FORMANT_QUALITY) ** 2)


def _coloured(
    count: int, db_per_octave: float, rng: np.random.Generator, lowest_hz: float = 10.0
) -> FloatArray:
    hz = np.maximum(np.fft.rfftfreq(count, 1.0 / SAMPLE_RATE), 1.0)
    shape = hz ** (db_per_octave / 6.0206) / np.sqrt(1.0 + (lowest_hz / hz) ** 8)
    return _scaled(np.fft.irfft(np.fft.rfft(rng.standard_normal(count)) * shape, count))


def _scaled(samples: NDArray[np.float64]) -> FloatArray:
    return np.asarray(samples / np.sqrt(np.mean(samples**2) + 1e-20), np.float32)
