"""A whole file as conditioned samples, for training and measuring."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from desktop_app.audio.conditioning import Conditioner
from desktop_app.audio.files import AudioFile
from model.features import FloatArray


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
