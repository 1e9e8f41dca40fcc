"""A whole file as conditioned samples, for training and measuring."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from desktop_app.audio.conditioning import Conditioner
from desktop_app.audio.files import AudioFile
from model.features import FloatArray


def excerpt_of(path: Path, seconds: float) -> FloatArray:
    """The middle of a file, as :func:`samples_of` gives the whole.

    Args:
        path: of the file.
        seconds: how much of it, if it is that long.

    Raises:
        SourceError: see :class:`AudioFile`; also if the excerpt breaks off.
    """
    file = AudioFile(path)
    try:
        file.seek(max(0.0, (file.duration_s - seconds) / 2.0))
        wanted = round(seconds * file.rate)
        conditioner = Conditioner(file.rate)
        hops = []
        while wanted > 0 and len(block := file.read(min(wanted, file.rate))):
            hops.append(conditioner.push(block))
            wanted -= len(block)
        hops.append(conditioner.push(np.zeros((0, file.channels), np.float32), last=True))
    finally:
        file.close()
    return np.concatenate(hops).reshape(-1)


def samples_of(path: Path) -> FloatArray:
    """What the live road would hear of a file: (n,) at 22 050 Hz, whole hops.

    Raises:
        SourceError: see :class:`AudioFile`.
    """
    file = AudioFile(path)
    try:
        conditioner = Conditioner(file.rate)
        hops = [conditioner.push(block) for block in file.blocks()]
        hops.append(conditioner.push(np.zeros((0, file.channels), np.float32), last=True))
    finally:
        file.close()
    return np.concatenate(hops).reshape(-1)
