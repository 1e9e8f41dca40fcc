"""Maps and kernels as images: time to the right, coefficients upwards."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from desktop_app.panels.colours import ACTIVATION_MAP, KERNEL_MAP, picture

Maps = NDArray[np.float32]


def kernel_pictures(kernels: Maps | None, *, own_levels: bool) -> list[QImage]:
    """An image of each kernel, from blue over zero to red.

    Args:
        kernels: (kernels, frames, coefficients); None gives no images.
        own_levels: whether each reaches the ends of the colours, or the strongest of all does.
    """
    if kernels is None:
        return []
    strengths = np.abs(kernels).max(axis=(1, 2), initial=1e-9)
    if not own_levels:
        strengths[:] = strengths.max(initial=0.0)
    return [
        picture(kernel.T[::-1], -strength, strength, KERNEL_MAP)
        for kernel, strength in zip(kernels, strengths.tolist(), strict=True)
    ]


def maps_picture(maps: Maps | None, count: int, highest: Maps, *, signed: bool) -> QImage:
    """One image of all maps, below one another.

    Args:
        maps: (maps, frames, coefficients); None gives one row of zeros a map.
        count: of the maps.
        highest: (maps,) or (1,), the value that gets the last colour.
        signed: whether colours begin at minus that value, or at 0.
    """
    name, low = (KERNEL_MAP, -1.0) if signed else (ACTIVATION_MAP, 0.0)
    if maps is None:
        return picture(np.zeros((max(1, count), 1)), low, 1.0, name)
    shares = maps / np.maximum(highest, 1e-9)[:, None, None]
    upright = shares.transpose(0, 2, 1)[:, ::-1]
    return picture(upright.reshape(-1, upright.shape[2]), low, 1.0, name)
