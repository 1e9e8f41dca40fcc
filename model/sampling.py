"""Windows: augmented at random for training, regularly spaced for evaluation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from model import augmentation
from model.dataset import Recording
from model.features import TOP_DB, WINDOW_FRAMES, dct_basis
from model.microphones import random_microphone
from model.piece import HOP_FRAMES
from model.recipe import Recipe

SEMITONE_STEP = 0.5
EQUALISER_COSINES = 6
SHORT_HOP = 13
"""Frames from one evaluation window to the next in excerpts below SHORT_FRAMES."""
SHORT_FRAMES = 2 * WINDOW_FRAMES
CLIP_FRAMES = 861
"""20 s: longer recordings are evaluated on this much of their middle."""


def held_out_windows(recording: Recording) -> tuple[Tensor, int]:
    """Return a recording's evaluation windows, from the middle of its first excerpt.

    Returns:
        (N, 100, 128) dB, spanning at most CLIP_FRAMES, and the frames from one window to the next:
        SHORT_HOP or HOP_FRAMES.
    """
    whole = recording.pieces[0].astype(np.float32)
    before = max(0, len(whole) - CLIP_FRAMES) // 2
    piece = torch.from_numpy(whole[before : before + CLIP_FRAMES])
    hop = SHORT_HOP if len(piece) < SHORT_FRAMES else HOP_FRAMES
    return piece.unfold(0, WINDOW_FRAMES, hop).transpose(1, 2).contiguous(), hop


def augment(log_mel: Tensor, recipe: Recipe, random: torch.Generator) -> Tensor:
    """Augment windows at random, each one independently.

    Args:
        log_mel: (N, 100, 128) dB.
        recipe: strength of the augmentation.
        random: source of randomness.

    Returns:
        (N, 100, 128) dB.
    """
    count = len(log_mel)
    contrast = 1.0 + (2.0 * torch.rand(count, 1, 1, generator=random) - 1.0) * recipe.range_share
    out = (log_mel - log_mel.amax(dim=(1, 2), keepdim=True)) * contrast
    steps = round(recipe.semitones / SEMITONE_STEP)
    matrices = torch.stack(
        [augmentation.transposition(SEMITONE_STEP * step) for step in range(-steps, steps + 1)]
    )
    out = torch.bmm(out, matrices[torch.randint(len(matrices), (count,), generator=random)])
    damping = 1.0 + 0.5 * torch.arange(EQUALISER_COSINES)
    cosines = torch.randn(count, EQUALISER_COSINES, generator=random)
    out = augmentation.equalise(out, recipe.equaliser_db * cosines / damping)

    recorded = torch.rand(count, generator=random) < recipe.microphone_share
    out[recorded] = random_microphone(out[recorded], random)
    return out


def mfcc(log_mel: Tensor) -> Tensor:
    """Compute :func:`model.features.mfcc` on tensors: (N, 100, 128) dB -> (N, 100, 13)."""
    loudest = log_mel.amax(dim=(1, 2), keepdim=True)
    basis = torch.from_numpy(dct_basis().astype(np.float32))
    return torch.maximum(log_mel, loudest - TOP_DB) @ basis


def mask(images: Tensor, longest: int, random: torch.Generator) -> Tensor:
    """Mask two spans of frames and, in half of the images, one coefficient.

    Source: after Park et al., *SpecAugment*, Interspeech 2019.

    Args:
        images: (N, 1, 100, coefficients), standardised, so that 0 is the mean.
        longest: maximum length of a span in frames.
        random: source of randomness.

    Returns:
        The images with masked values set to 0.
    """
    count = len(images)
    frame = torch.arange(WINDOW_FRAMES)
    hidden = torch.zeros(count, WINDOW_FRAMES, dtype=torch.bool)
    for _ in range(2):
        start = torch.randint(0, WINDOW_FRAMES, (count, 1), generator=random)
        length = torch.randint(0, longest + 1, (count, 1), generator=random)
        hidden |= (frame >= start) & (frame < start + length)
    # Numbers in the upper half of the range mask no coefficient.
    coefficients = images.shape[3]
    draw = torch.randint(0, 2 * coefficients, (count, 1), generator=random)
    coefficient = torch.arange(coefficients) == draw
    return images.masked_fill(hidden[:, None, :, None] | coefficient[:, None, None, :], 0.0)


def mixup(values: Sequence[Tensor], alpha: float, rng: np.random.Generator) -> list[Tensor]:
    """Blend each row with another one, identically in all tensors.

    Source: Zhang et al., *mixup: Beyond Empirical Risk Minimization*, ICLR 2018.

    Args:
        values: images, targets and other tensors of the same N sounds, each (N, ...).
        alpha: of the beta distribution of the mixing weight.
        rng: source of randomness.

    Returns:
        Tensors of the same shapes.
    """
    share = float(rng.beta(alpha, alpha))
    partner = torch.from_numpy(rng.permutation(len(values[0])))
    return [torch.lerp(rows[partner], rows, share) for rows in values]
