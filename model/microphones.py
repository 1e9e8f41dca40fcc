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

from model.augmentation import band_hz, band_width_hz, decay, high_pass_power, level_per_frame
from model.dataset import log_mel_of
from model.features import FRAME_SAMPLES, HOP_SAMPLES, MEL_BANDS, SAMPLE_RATE, TOP_DB

FRAME_RATE = SAMPLE_RATE / HOP_SAMPLES
LN_PER_DB = math.log(10.0) / 10.0
NOISE_FRAMES = 4000
"""Length of the noise from which every window takes a random stretch."""
FLOOR_DB = TOP_DB + 40.0
"""Bands are kept at most this far below the loudest one: what lies deeper is clipped anyway."""


@dataclass(frozen=True)
class Microphone:
    """What happens to the sound between the loudspeaker and the program.

    Attributes:
        rt60: reverberation time below 1 kHz, in seconds.
        damping: exponent with which it falls with frequency above 1 kHz.
        direct_db: level of the direct sound above the reverberant sound at 1 kHz.
        direct_tilt: its increase in dB per octave: high frequencies are beamed and absorbed.
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
        noise_tilt: density of the noise in dB per octave; -3 for pink noise.
        noise_low_hz: the noise falls by 12 dB per octave below.
        noise_swing: standard deviation in dB of the noise's slow changes.
        gain_share: fraction of the slow changes of level that automatic gain removes, 0 to 1.
        gain_seconds: time in which the gain follows.
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
    noise_tilt: float
    noise_low_hz: float
    noise_swing: float
    gain_share: float
    gain_seconds: float
    cut_hz: float


CONDITIONS: Mapping[str, Microphone] = MappingProxyType(
    {
        "laptop on the desk": Microphone(
            0.25, 0.2, 0.0, 1.0, 1.0, 150.0, 12.0, 10e3, 12.0, 2500.0, 4.0, 500.0, 2.0,
            26.0, -4.0, 40.0, 0.5, 0.0, 1.0, 12e3,
        ),
        "phone on the table": Microphone(
            0.45, 0.3, -4.0, 1.0, 1.0, 180.0, 12.0, 9e3, 12.0, 3500.0, 6.0, 900.0, 3.0,
            20.0, -3.0, 30.0, 0.5, 0.4, 0.5, 12e3,
        ),
        "call over a headset": Microphone(
            0.35, 0.3, -3.0, 1.0, 1.0, 220.0, 12.0, 8e3, 12.0, 3000.0, 5.0, 700.0, 3.0,
            18.0, -4.0, 40.0, 0.5, 0.6, 0.3, 7800.0,
        ),
        "laptop among talkers": Microphone(
            0.5, 0.3, -8.0, 1.0, 1.0, 200.0, 18.0, 7e3, 12.0, 2200.0, 6.0, 450.0, 4.0,
            11.0, -5.0, 150.0, 2.5, 0.3, 0.5, 12e3,
        ),
        "phone across the room": Microphone(
            0.8, 0.4, -14.0, 1.5, 1.0, 280.0, 18.0, 6500.0, 18.0, 3800.0, 8.0, 1100.0, 4.0,
            9.0, -3.0, 30.0, 0.5, 0.7, 0.3, 7800.0,
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
        "second_hz": (200.0, 2000.0),
        "second_db": (-6.0, 8.0),
        "snr_db": (3.0, 35.0),
        "noise_tilt": (-7.0, 0.0),
        "noise_low_hz": (20.0, 200.0),
        "noise_swing": (0.0, 4.0),
        "gain_share": (0.0, 0.9),
        "gain_seconds": (0.1, 2.0),
        "cut_hz": (3800.0, 8000.0),
    }
)
"""Field of :class:`Microphone` -> its range in the random family."""
CUT_SHARE = 0.35
"""Fraction of the random family in which a codec cuts the band."""


def through(log_mel: Tensor, condition: str, seed: int) -> Tensor:
    """Simulate a fixed test condition.

    Args:
        log_mel: (N, frames, 128) dB.
        condition: a name in :data:`CONDITIONS`.
        seed: of the noise and of the place in the room.

    Returns:
        (N, frames, 128) dB.
    """
    microphone = CONDITIONS[condition]
    settings = {
        field.name: torch.full((len(log_mel), 1), getattr(microphone, field.name))
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
    loudest = log_mel.amax(dim=(1, 2), keepdim=True)
    power = torch.exp((log_mel - loudest) * LN_PER_DB)
    power = _room(power, mic) * _response(mic, random)[:, None]
    power = power + _noise(power, mic, random)
    gain = _automatic_gain(power, mic)
    power *= torch.exp(-torch.relu(torch.log2(band_hz() / mic["cut_hz"])) * 80.0)[:, None]
    floor = 10.0 ** (-FLOOR_DB / 10.0)
    out = torch.log(power.clamp_min_(floor)) / LN_PER_DB
    return out.add_(gain[..., None]).add_(loudest)


def _room(power: Tensor, mic: Mapping[str, Tensor]) -> Tensor:
    above = torch.log2(band_hz() / 1000.0)
    rt60 = mic["rt60"] * 2.0 ** (-mic["damping"] * torch.relu(above))
    kept = 10.0 ** (-6.0 / (rt60 * FRAME_RATE))
    late = 10.0 ** (-(mic["direct_db"] + mic["direct_tilt"] * above) / 10.0)
    # The level of the whole stays, so that the tail does not depend on the gain.
    return decay(power, kept, late)


def _response(mic: Mapping[str, Tensor], random: torch.Generator) -> Tensor:
    octave = torch.log2(band_hz())
    db = torch.zeros(len(mic["rt60"]), MEL_BANDS)
    for name in ("resonance", "second"):
        distance = (octave - torch.log2(mic[f"{name}_hz"])) / 0.35
        db += mic[f"{name}_db"] * torch.exp(-0.5 * distance**2)
    # A diffuse field has 0.45 rt60 independent values per Hz, each with a deviation of 5.6 dB.
    spread = 5.6 / torch.sqrt(1.0 + 0.45 * mic["rt60"] * band_width_hz())
    db += mic["roughness"] * spread * torch.randn(db.shape, generator=random)
    under = high_pass_power(band_hz(), mic["low_hz"], mic["low_slope"])
    over = high_pass_power(1.0 / band_hz(), 1.0 / mic["high_hz"], mic["high_slope"])
    return torch.exp(db * LN_PER_DB) * under * over


@cache
def _flicker() -> Tensor:
    """Power of white noise relative to its mean, (NOISE_FRAMES, 128): how all noise flickers."""
    samples = NOISE_FRAMES * HOP_SAMPLES + FRAME_SAMPLES - HOP_SAMPLES
    white = np.random.default_rng(0).standard_normal(samples).astype(np.float32)
    power = torch.exp(torch.from_numpy(log_mel_of(white)) * LN_PER_DB)
    return power / power.mean(dim=0)


def _noise(power: Tensor, mic: Mapping[str, Tensor], random: torch.Generator) -> Tensor:
    count, frames, _ = power.shape
    table = _flicker()
    at = torch.randint(NOISE_FRAMES, (count, 1), generator=random) + torch.arange(frames)
    noise = table[at % NOISE_FRAMES]
    density = 2.0 ** (mic["noise_tilt"] / 3.0103 * torch.log2(band_hz() / 1000.0))
    density = density * high_pass_power(band_hz(), mic["noise_low_hz"], torch.tensor(12.0))
    density = density / (density * band_width_hz()).sum(dim=1, keepdim=True)
    sound = level_per_frame(power).mean(dim=1, keepdim=True)
    density = density * (sound * 10.0 ** (-mic["snr_db"] / 10.0))
    noise *= density[:, None]
    # A syllable or a gust lasts a fifth of a second.
    steps = torch.randn(count, 1, 2 + frames // 8, generator=random)
    slow = torch.nn.functional.interpolate(steps, size=frames, mode="linear")[:, 0]
    noise *= torch.exp(mic["noise_swing"] * slow * LN_PER_DB)[..., None]
    return noise


def _automatic_gain(power: Tensor, mic: Mapping[str, Tensor]) -> Tensor:
    level = torch.log(level_per_frame(power) + 1e-12) / LN_PER_DB
    kept = torch.exp(-1.0 / (mic["gain_seconds"] * FRAME_RATE))[:, 0]
    followed = level[:, : (level.shape[1] + 3) // 4].mean(dim=1)
    gain = torch.empty_like(level)
    for frame, now in enumerate(level.unbind(dim=1)):
        followed = torch.lerp(now, followed, kept)
        gain[:, frame] = followed
    return -mic["gain_share"] * gain
