"""Simulated microphones on log-mel spectra: the fixed test conditions, and a random family.

The sound passes, in this order,

    room -> loudspeaker's and microphone's band, with resonances -> noise -> automatic gain -> codec

so noise fills the bands that the microphone has cut. The fixed conditions imitate those made from
sound in ``tests/benchmarks/microphones``, which bear the same names.

Log-mel tensors are (N, frames, 128) in dB with an arbitrary reference.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from types import MappingProxyType

import numpy as np
import torch
from torch import Tensor

from model.augmentation import band_hz, band_width_hz, high_pass_power, level_per_frame, tail
from model.features import (
    FRAME_SAMPLES,
    HOP_SAMPLES,
    MEL_BANDS,
    SAMPLE_RATE,
    TOP_DB,
    hann,
    mel_filterbank,
)

FRAME_RATE = SAMPLE_RATE / HOP_SAMPLES
LN_PER_DB = math.log(10.0) / 10.0
NOISE_FRAMES = 3000
"""Length of the noise from which every window takes a random stretch."""
PARTS_HZ = (700.0, 2500.0)
"""Limits of the parts of the noise whose level changes independently."""
FLOOR_DB = TOP_DB + 40.0
"""Bands are kept at most this far below the loudest one: what lies deeper is clipped anyway."""


@dataclass(frozen=True)
class Microphone:
    """What happens to the sound between the loudspeaker and the program.

    Attributes:
        rt60: reverberation time below 1 kHz, in seconds.
        damping: exponent with which it falls with frequency above 1 kHz.
        direct_db: level of the direct sound above the reverberant sound below 1 kHz.
        direct_tilt: its increase in dB per octave above 1 kHz, where walls and air absorb.
        roughness: 1 for the unevenness of a diffuse field's spectrum, 0 for none.
        low_hz: lower corner.
        low_slope: in dB per octave.
        high_hz: upper corner.
        high_slope: in dB per octave.
        resonance_hz: centre of a resonance.
        resonance_db: its height.
        second_hz: centre of another one.
        second_db: its height.
        snr_db: mean level of the sound above that of the noise, after the band limit.
        noise_low_hz: the noise is missing below; 24 dB per octave.
        noise_bend_hz: its spectrum is flat below.
        noise_tilt: and falls above, in dB per octave: -3 for pink noise.
        noise_swing: standard deviation in dB of its slow changes; twice as much above 2.5 kHz,
            where voices hiss.
        hiss_db: mean level of the sound above that of the microphone's own white noise.
        gain_share: fraction of the slow changes of level that automatic gain removes, 0 to 1.
        attack_seconds: time in which the gain follows when the level rises.
        release_seconds: and when it falls.
        cut_hz: the codec, or the sample rate, leaves nothing above.
    """

    rt60: float
    damping: float
    direct_db: float
    direct_tilt: float
    roughness: float
    low_hz: float
    low_slope: float
    high_hz: float
    high_slope: float
    resonance_hz: float
    resonance_db: float
    second_hz: float
    second_db: float
    snr_db: float
    noise_low_hz: float
    noise_bend_hz: float
    noise_tilt: float
    noise_swing: float
    hiss_db: float
    gain_share: float
    attack_seconds: float
    release_seconds: float
    cut_hz: float


CONDITIONS: Mapping[str, Microphone] = MappingProxyType(
    {
        "laptop on the desk": Microphone(
            0.34, 0.27, 1.7, 1.1, 0.5, 129.0, 10.7, 9500.0, 15.7, 2610.0, 3.8, 200.0, 0.0,
            26.0, 150.0, 10.0, -5.0, 0.3, 38.0, 0.0, 0.02, 0.5, 12e3,
        ),
        "phone on the table": Microphone(
            0.49, 0.29, -5.1, 1.6, 0.9, 171.0, 14.2, 8110.0, 12.4, 3650.0, 5.3, 972.0, 2.2,
            20.0, 10.0, 10.0, -3.0, 0.1, 34.0, 0.4, 0.05, 0.5, 12e3,
        ),
        "call over a headset": Microphone(
            0.47, 0.30, -1.8, 1.5, 0.75, 232.0, 18.1, 7140.0, 14.5, 3020.0, 6.8, 214.0, 3.1,
            18.0, 150.0, 10.0, -5.0, 0.3, 34.0, 0.6, 0.02, 0.3, 7560.0,
        ),
        "laptop among talkers": Microphone(
            0.56, 0.27, -8.5, 1.7, 0.85, 210.0, 24.2, 6580.0, 14.0, 2450.0, 6.1, 474.0, 2.7,
            13.2, 105.0, 800.0, -6.5, 2.4, 32.0, 0.3, 0.02, 0.5, 12e3,
        ),
        "phone across the room": Microphone(
            0.77, 0.36, -14.7, 2.5, 0.8, 277.0, 22.8, 5890.0, 17.3, 3650.0, 8.5, 1180.0, 2.7,
            12.0, 10.0, 10.0, -3.0, 0.1, 26.0, 0.7, 0.02, 0.3, 7560.0,
        ),
    }
)  # fmt: skip
"""Name -> fixed test condition, from the mildest to the hardest."""

RANGES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "rt60": (0.12, 1.1),
        "damping": (0.0, 0.6),
        "direct_db": (-18.0, 12.0),
        "direct_tilt": (-0.5, 2.5),
        "roughness": (0.3, 1.5),
        "low_hz": (60.0, 350.0),
        "low_slope": (6.0, 24.0),
        "high_hz": (4000.0, 12e3),
        "high_slope": (6.0, 24.0),
        "resonance_hz": (1000.0, 6000.0),
        "resonance_db": (-4.0, 10.0),
        "second_hz": (120.0, 2000.0),
        "second_db": (-6.0, 8.0),
        "snr_db": (3.0, 35.0),
        "noise_low_hz": (5.0, 200.0),
        "noise_bend_hz": (8.0, 1000.0),
        "noise_tilt": (-8.0, 0.0),
        "noise_swing": (0.0, 4.0),
        "hiss_db": (15.0, 45.0),
        "gain_share": (0.0, 0.9),
        "attack_seconds": (0.01, 0.2),
        "release_seconds": (0.1, 2.0),
        "cut_hz": (3800.0, 8000.0),
    }
)
"""Field of :class:`Microphone` -> its range in the random family."""
CUT_DB = 480.0
"""Attenuation per octave above the end of a codec's band."""
RESONANCE_OCTAVES = 0.35
"""Half the width of a resonance."""
CUT_SHARE = 0.35
"""Fraction of the random family in which a codec cuts the band."""


def through(log_mel: Tensor, condition: str, seed: int) -> Tensor:
    """Simulate a fixed test condition.

    Args:
        log_mel: (N, frames, 128) dB, windows of one recording: the same microphone, at the same
            place, hears them all.
        condition: a name in :data:`CONDITIONS`.
        seed: of the noise and of the place in the room.

    Returns:
        (N, frames, 128) dB.
    """
    return heard_by(CONDITIONS[condition], log_mel, seed)


def heard_by(microphone: Microphone, log_mel: Tensor, seed: int) -> Tensor:
    """Send windows of one recording through a microphone; the same as :func:`through`."""
    settings = {
        field.name: torch.full((1, 1), getattr(microphone, field.name))
        for field in fields(microphone)
    }
    return _through(log_mel, settings, torch.Generator().manual_seed(seed))


def random_microphone(log_mel: Tensor, random: torch.Generator) -> Tensor:
    """Send every sound through a room and a microphone of its own.

    Args:
        log_mel: (N, frames, 128) dB.
        random: source of randomness.

    Returns:
        (N, frames, 128) dB.
    """
    return _through(log_mel, random_settings(len(log_mel), random), random)


def random_settings(count: int, random: torch.Generator) -> dict[str, Tensor]:
    """Draw microphones: each field of :class:`Microphone` -> (count, 1).

    Times and frequencies are distributed evenly on a logarithmic scale.
    """
    settings = {}
    for name, (low, high) in RANGES.items():
        share = torch.rand(count, 1, generator=random)
        if name.endswith(("_hz", "rt60", "_seconds")):
            settings[name] = low * (high / low) ** share
        else:
            settings[name] = low + (high - low) * share
    uncut = torch.rand(count, 1, generator=random) >= CUT_SHARE
    settings["cut_hz"] = settings["cut_hz"].masked_fill(uncut, SAMPLE_RATE)
    return settings


def _through(log_mel: Tensor, mic: Mapping[str, Tensor], random: torch.Generator) -> Tensor:
    """Apply settings, each (N, 1), or (1, 1) where one microphone hears everything."""
    loudest = log_mel.amax(dim=(1, 2), keepdim=True)
    own = len(mic["snr_db"]) == len(log_mel)
    volume = torch.zeros(len(log_mel), 1) if own else (loudest - loudest.max())[:, 0]
    # In place wherever possible: memory takes longer than arithmetic.
    direct = (log_mel - loudest).mul_(LN_PER_DB).exp_()
    response = _response(mic, random)[:, None]
    early, diffuse = _room(direct, mic)
    diffuse *= response
    direct *= response * early[:, None]
    sound = level_per_frame(direct) + level_per_frame(diffuse)
    diffuse += _noise(sound, volume, mic, random)
    power = _mix(direct, diffuse, random)
    gain = _automatic_gain(level_per_frame(power), volume, mic)
    above = torch.relu(torch.log2(band_hz() / mic["cut_hz"]))
    power *= torch.exp(-CUT_DB * LN_PER_DB * above)[:, None]
    power += 10.0 ** (-FLOOR_DB / 10.0)
    return power.log_().div_(LN_PER_DB).add_(gain[..., None] + loudest)


def _room(power: Tensor, mic: Mapping[str, Tensor]) -> tuple[Tensor, Tensor]:
    """Return the gain by early reflections, (N, 128), and the mean power of the later ones."""
    above = torch.relu(torch.log2(band_hz() / 1000.0))
    rt60 = mic["rt60"] * 2.0 ** (-mic["damping"] * above)
    kept = 10.0 ** (-6.0 / (rt60 * FRAME_RATE))
    late = 10.0 ** (-(mic["direct_db"] + mic["direct_tilt"] * above) / 10.0)
    # Within a frame, reflections are in step with the sound.
    return 1.0 + late * (1.0 - kept), tail(power, kept, late * kept)


def _response(mic: Mapping[str, Tensor], random: torch.Generator) -> Tensor:
    octave = torch.log2(band_hz())
    db = torch.zeros(len(mic["rt60"]), MEL_BANDS)
    for name in ("resonance", "second"):
        distance = (octave - torch.log2(mic[f"{name}_hz"])) / RESONANCE_OCTAVES
        db = db + mic[f"{name}_db"] * torch.exp(-0.5 * distance**2)
    # A diffuse field has 0.45 rt60 independent values per Hz, each with a deviation of 5.6 dB.
    spread = 5.6 / torch.sqrt(1.0 + 0.45 * mic["rt60"] * band_width_hz())
    db = db + mic["roughness"] * spread * torch.randn(db.shape, generator=random)
    under = high_pass_power(band_hz(), mic["low_hz"], mic["low_slope"])
    over = high_pass_power(1.0 / band_hz(), 1.0 / mic["high_hz"], mic["high_slope"])
    return torch.exp(db * LN_PER_DB) * under * over


@cache
def _interference() -> tuple[Tensor, Tensor]:
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


def _mix(sound: Tensor, noise: Tensor, random: torch.Generator) -> Tensor:
    """Add noise of a mean power to sound; reverberation counts as noise. Overwrites both.

    Source: the sum of a sound and of Gaussian noise in the short-time spectrum; with one
    coefficient per band, Rice's distribution.
    """
    count, frames, _ = sound.shape
    start = torch.randint(NOISE_FRAMES, (count, 1), generator=random)
    frame = (start + torch.arange(frames)).flatten() % NOISE_FRAMES
    flicker, product = (part.index_select(0, frame).view_as(sound) for part in _interference())
    between = (sound * noise).sqrt_().mul_(product)
    # Rounding can make the sum negative.
    return sound.addcmul_(noise, flicker).add_(between).clamp_min_(0.0)


def _noise(
    sound: Tensor, volume: Tensor, mic: Mapping[str, Tensor], random: torch.Generator
) -> Tensor:
    """Return the mean power of the noise, (N, frames, 128), for a sound of (N, frames)."""
    count, frames = sound.shape
    density = torch.exp(
        mic["noise_tilt"]
        / 2.0
        * LN_PER_DB
        * torch.log2(1.0 + (band_hz() / mic["noise_bend_hz"]) ** 2)
    )
    density = density * high_pass_power(band_hz(), mic["noise_low_hz"], torch.tensor(24.0))
    density = density / (density * band_width_hz()).sum(dim=1, keepdim=True)
    density = density * torch.exp(-mic["snr_db"] * LN_PER_DB)
    hiss = torch.exp(-mic["hiss_db"] * LN_PER_DB) / band_width_hz().sum()
    # Three parts of the spectrum come and go on their own, like the formants of voices.
    over = [high_pass_power(band_hz(), torch.tensor(hz), torch.tensor(12.0)) for hz in PARTS_HZ]
    shares = torch.stack([1.0 - over[0], over[0] - over[1], over[1]])
    parts = torch.cat(
        [density[:, None] * shares, hiss.expand(len(hiss), MEL_BANDS)[:, None]], dim=1
    )
    # A syllable or a gust lasts a fifth of a second.
    steps = torch.randn(count, 3, 2 + frames // 8, generator=random)
    slow = torch.nn.functional.interpolate(steps, size=frames, mode="linear")
    deviation = mic["noise_swing"][..., None] * torch.tensor([[1.0], [1.0], [2.0]]) * LN_PER_DB
    # Less half of the variance, of which the interpolation leaves two thirds: a mean of 1.
    swing = torch.exp(deviation * slow - deviation**2 / 3.0)
    level = sound.mean(dim=1, keepdim=True)
    if len(density) < count:
        # The noise of one microphone is as loud in every window.
        scale = torch.exp(volume * LN_PER_DB)
        level = (level * scale).mean() / scale
    strengths = torch.cat([swing, torch.ones(count, 1, frames)], dim=1) * level[..., None]
    return strengths.transpose(1, 2) @ parts.expand(count, -1, -1)


def _automatic_gain(sound: Tensor, volume: Tensor, mic: Mapping[str, Tensor]) -> Tensor:
    level = torch.log(sound + 1e-12) / LN_PER_DB + volume
    attack, release = (
        torch.exp(-1.0 / (mic[name] * FRAME_RATE))[:, 0]
        for name in ("attack_seconds", "release_seconds")
    )
    followed = level[:, : (level.shape[1] + 3) // 4].mean(dim=1)
    gain = torch.empty_like(level)
    for frame, now in enumerate(level.unbind(dim=1)):
        kept = torch.where(now > followed, attack, release)
        followed = torch.lerp(now, followed, kept)
        gain[:, frame] = followed
    return -mic["gain_share"] * gain
