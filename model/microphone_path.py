"""The path of a sound to a microphone, on mel bands: room, filter, noise, automatic gain, codec."""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch
from torch import Tensor

from model.augmentation import band_hz, band_width_hz, high_pass_power, level_per_frame, tail
from model.features import HOP_SAMPLES, MEL_BANDS, SAMPLE_RATE, TOP_DB
from model.microphone_noise import interference, stretch, voices

FRAME_RATE = SAMPLE_RATE / HOP_SAMPLES
LN_PER_DB = math.log(10.0) / 10.0
FLOOR_DB = TOP_DB + 40.0
"""Bands are kept at most this far below the loudest one: what lies deeper is clipped anyway."""
CUT_DB = 480.0
"""Attenuation per octave above the end of a codec's band."""
RESONANCE_OCTAVES = 0.35
"""Half the width of a resonance."""


def hear(log_mel: Tensor, mic: Mapping[str, Tensor], random: torch.Generator) -> Tensor:
    """Send sounds through microphones.

    Args:
        log_mel: (N, frames, 128) dB.
        mic: the fields of :class:`model.microphones.Microphone`, each (N, 1), or (1, 1) where one
            microphone hears windows of one recording.
        random: source of randomness.

    Returns:
        (N, frames, 128) dB.
    """
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
    power = _mix(direct, diffuse, _noise(sound, volume, mic, random), random)
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
    # The first reflections arrive after a gap; a quarter of a hop is still the same frame, and in
    # step with the sound.
    later = kept**0.25
    return 1.0 + late * (1.0 - later), tail(power, kept, late * later)


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


def _mix(sound: Tensor, diffuse: Tensor, noise: Tensor, random: torch.Generator) -> Tensor:
    """Add reverberation and noise, of which the mean powers are given. Overwrites the sound.

    Source: the sum of a sound and of Gaussian noise in the short-time spectrum; with one
    coefficient per band, Rice's distribution.
    """
    flicker, product = stretch(interference(), len(sound), sound.shape[1], random)
    diffuse += noise
    between = (sound * diffuse).sqrt_().mul_(product)
    # Where the parts cancel, rounding can make the sum negative.
    return sound.addcmul_(diffuse, flicker).add_(between).clamp_min_(0.0)


def _noise(
    sound: Tensor, volume: Tensor, mic: Mapping[str, Tensor], random: torch.Generator
) -> Tensor:
    """Return the mean power of the noise, (N, frames, 128), for a sound of (N, frames)."""
    count, frames = sound.shape
    bends = torch.log2(1.0 + (band_hz() / mic["noise_bend_hz"]) ** 2) / 2.0
    density = torch.exp(mic["noise_tilt"] * LN_PER_DB * bends)
    density = density * high_pass_power(band_hz(), mic["noise_low_hz"], torch.tensor(24.0))
    density = density / (density * band_width_hz()).sum(dim=1, keepdim=True)
    density = density * torch.exp(-mic["snr_db"] * LN_PER_DB)
    hiss = torch.exp(-mic["hiss_db"] * LN_PER_DB) / band_width_hz().sum()
    level = sound.mean(dim=1, keepdim=True)
    if len(density) < count:
        # The noise of one microphone is as loud in every window.
        scale = torch.exp(volume * LN_PER_DB)
        level = (level * scale).mean() / scale
    (changing,) = stretch((voices(),), count, frames, random)
    noise = changing.sub_(1.0).mul_(mic["noise_voices"][..., None]).add_(1.0)
    return noise.mul_(density[:, None]).add_(hiss[..., None]).mul_(level[..., None])


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
