"""Maps and kernels as images: time to the right, coefficients upwards."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from desktop_app.panels.colours import ACTIVATION_MAP, KERNEL_MAP, picture

MapStack = NDArray[np.float32]
"""(maps, frames, coefficients), or kernels likewise."""


def kernel_images(kernels: MapStack | None, *, own_levels: bool) -> tuple[QImage, ...]:
    """Draw each kernel, negative weights in blue and positive ones in red.

    Args:
        kernels: (kernels, frames, coefficients), or None for no images.
        own_levels: whether each kernel gets its own colour scale, rather than one for all.
    """
    if kernels is None:
        return ()
    strengths = np.abs(kernels).max(axis=(1, 2), initial=1e-9)
    if not own_levels:
        strengths[:] = strengths.max(initial=0.0)
    return tuple(
        picture(kernel.T[::-1], -strength, strength, KERNEL_MAP)
        for kernel, strength in zip(kernels, strengths.tolist(), strict=True)
    )


def stacked_maps_image(
    maps: MapStack | None, count: int, highest: NDArray[np.float32], *, signed: bool
) -> QImage:
    """Draw all maps into one image, stacked vertically.

    Args:
        maps: (maps, frames, coefficients), or None for one row of zeros per map.
        count: number of maps.
        highest: (maps,) or (1,), the value of the last colour.
        signed: whether the first colour stands for the negative of that value, rather than 0.
    """
    name, low = (KERNEL_MAP, -1.0) if signed else (ACTIVATION_MAP, 0.0)
    if maps is None:
        return picture(np.zeros((max(1, count), 1)), low, 1.0, name)
    shares = maps / np.maximum(highest, 1e-9)[:, None, None]
    upright = shares.transpose(0, 2, 1)[:, ::-1]
    return picture(upright.reshape(-1, upright.shape[2]), low, 1.0, name)
