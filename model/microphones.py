"""Simulated microphones on log-mel spectra: the fixed test conditions, and a random family.

The sound passes, in this order,

    room -> loudspeaker's and microphone's band, with resonances -> noise -> automatic gain -> codec

so noise fills the bands that the microphone has cut. The fixed conditions imitate those made from
sound in ``tests/benchmarks/microphones``, which bear the same names.

Log-mel tensors are (N, frames, 128) in dB with an arbitrary reference.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

import torch
from torch import Tensor

from model.features import SAMPLE_RATE
from model.microphone_path import hear


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
        noise_voices: how much it changes like voices, 0 to 1.
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
    noise_voices: float
    hiss_db: float
    gain_share: float
    attack_seconds: float
    release_seconds: float
    cut_hz: float


CONDITIONS: Mapping[str, Microphone] = MappingProxyType(
    {
        "laptop on the desk": Microphone(
            0.34, 0.27, 1.7, 1.1, 0.5, 129.0, 10.7, 9500.0, 15.7, 2610.0, 3.8, 200.0, 0.0,
            26.0, 150.0, 10.0, -5.0, 0.0, 38.0, 0.0, 0.02, 0.5, 12e3,
        ),
        "phone on the table": Microphone(
            0.49, 0.29, -5.1, 1.6, 0.9, 171.0, 14.2, 8110.0, 12.4, 3650.0, 5.3, 972.0, 2.2,
            20.0, 10.0, 10.0, -3.0, 0.0, 34.0, 0.4, 0.05, 0.5, 12e3,
        ),
        "call over a headset": Microphone(
            0.49, 0.30, -1.8, 1.5, 0.75, 232.0, 18.1, 7140.0, 14.5, 3020.0, 6.8, 214.0, 3.1,
            18.0, 150.0, 10.0, -5.0, 0.0, 34.0, 0.6, 0.02, 0.3, 7560.0,
        ),
        "laptop among talkers": Microphone(
            0.63, 0.27, -8.5, 1.7, 0.85, 210.0, 24.2, 6580.0, 14.0, 2450.0, 6.1, 474.0, 2.7,
            14.0, 103.0, 830.0, -6.4, 0.9, 32.0, 0.3, 0.02, 0.5, 12e3,
        ),
        "phone across the room": Microphone(
            0.87, 0.36, -14.7, 2.5, 0.8, 277.0, 22.8, 5890.0, 17.3, 3650.0, 8.5, 1180.0, 2.7,
            12.0, 10.0, 10.0, -3.0, 0.0, 26.0, 0.7, 0.02, 0.3, 7560.0,
        ),
    }
)  # fmt: skip
"""Name -> fixed test condition, from the mildest to the hardest."""

RANGES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "rt60": (0.12, 1.1),
        "damping": (0.0, 0.6),
        "direct_db": (-18.0, 12.0),
        "direct_tilt": (-0.5, 3.0),
        "roughness": (0.3, 1.5),
        "low_hz": (60.0, 350.0),
        "low_slope": (6.0, 30.0),
        "high_hz": (4000.0, 12e3),
        "high_slope": (6.0, 26.0),
        "resonance_hz": (1000.0, 6000.0),
        "resonance_db": (-4.0, 10.0),
        "second_hz": (120.0, 2000.0),
        "second_db": (-6.0, 8.0),
        "snr_db": (3.0, 35.0),
        "noise_low_hz": (5.0, 200.0),
        "noise_bend_hz": (8.0, 1000.0),
        "noise_tilt": (-8.0, 0.0),
        "noise_voices": (-1.0, 1.0),
        "hiss_db": (15.0, 45.0),
        "gain_share": (0.0, 0.9),
        "attack_seconds": (0.01, 0.2),
        "release_seconds": (0.1, 2.0),
        "cut_hz": (3800.0, 8000.0),
    }
)
"""Field of :class:`Microphone` -> its range in the random family; negative for no voices."""
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
    return hear(log_mel, settings, torch.Generator().manual_seed(seed))


def random_microphone(log_mel: Tensor, random: torch.Generator) -> Tensor:
    """Send every sound through a room and a microphone of its own.

    Args:
        log_mel: (N, frames, 128) dB.
        random: source of randomness.

    Returns:
        (N, frames, 128) dB.
    """
    return hear(log_mel, random_settings(len(log_mel), random), random)


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
    settings["noise_voices"].clamp_min_(0.0)
    uncut = torch.rand(count, 1, generator=random) >= CUT_SHARE
    settings["cut_hz"] = settings["cut_hz"].masked_fill(uncut, SAMPLE_RATE)
    return settings
