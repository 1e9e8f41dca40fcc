"""Loads audio files as resampled samples, for training and benchmarks."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from desktop_app.audio.opening import open_file
from desktop_app.audio.resampler import Resampler
from model.features import FloatArray


def excerpt_of(path: Path, seconds: float) -> FloatArray:
    """Load the middle of a file.

    Args:
        path: of the file.
        seconds: length of the excerpt; a shorter file is loaded whole.

    Returns:
        (n,) mono samples at 22 050 Hz, a multiple of the hop of 512.

    Raises:
        SourceError: the file could not be opened, or ends within the excerpt.
    """
    file = open_file(path)
    try:
        file.seek(max(0.0, (file.duration_s - seconds) / 2.0))
        wanted = round(seconds * file.rate)
        resampler = Resampler(file.rate)
        hops = []
        while wanted > 0 and len(block := file.read(min(wanted, file.rate))):
            hops.append(resampler.push(block))
            wanted -= len(block)
        hops.append(resampler.push(np.zeros((0, file.channels), np.float32), last=True))
    finally:
        file.close()
    return np.concatenate(hops).reshape(-1)


def samples_of(path: Path) -> FloatArray:
    """Load a whole file, exactly as the live analysis would receive it.

    Returns:
        (n,) mono samples at 22 050 Hz, a multiple of the hop of 512.

    Raises:
        SourceError: the file could not be opened, or is damaged.
    """
    file = open_file(path)
    try:
        resampler = Resampler(file.rate)
        hops = [resampler.push(block) for block in file.blocks()]
        hops.append(resampler.push(np.zeros((0, file.channels), np.float32), last=True))
    finally:
        file.close()
    return np.concatenate(hops).reshape(-1)
