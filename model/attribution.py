"""Attribution of a genre to input pixels: Grad-CAM and integrated gradients.

Importing torch and captum takes seconds and holds the GIL for fractions of a second, so an app that
is listening must do it in a separate process.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
import torch
from captum.attr import IntegratedGradients, LayerAttribution, LayerGradCam
from numpy.typing import NDArray

from model.architecture import Place
from model.checkpoint import Checkpoint
from model.features import COEFFICIENTS, WINDOW_FRAMES, FloatArray
from model.network import build

Method = Literal["grad-cam", "integrated gradients"]
STEPS = 16
"""Integration steps from the baseline to the image. Of the demo clips' windows half then have a sum
within 3.5 % of the exact value, nine tenths within 13 %; for the lecture's network 2 and 8 %."""


class Attribution:
    """Explains the genre scores of one network.

    Attributes:
        layer: name of the layer whose maps Grad-CAM uses.
    """

    def __init__(self, checkpoint: Checkpoint) -> None:
        """Build the network from its checkpoint.

        Args:
            checkpoint: the trained network.

        Raises:
            ValueError: if the network has no convolution.
        """
        self.layer = _grad_cam_layer(checkpoint.places)
        self._standardisation = checkpoint.standardisation
        self._genres = len(checkpoint.genres)
        self._network = build(checkpoint.architecture, checkpoint.places[-1].output_shape[0])
        weights = {name: torch.from_numpy(value) for name, value in checkpoint.weights.items()}
        # Checkpoints omit num_batches_tracked, which only training needs.
        self._network.load_state_dict(weights, strict=False)
        self._network.eval().requires_grad_(False)
        self._integrated_gradients = IntegratedGradients(self._network)
        self._grad_cam = LayerGradCam(self._network, self._network.get_submodule(self.layer))

    def explain(self, window: NDArray[np.float32], genre: int, method: Method) -> FloatArray:
        """Attribute the logit of a genre to the pixels of a window.

        ``grad-cam`` weights each map of :attr:`layer` by its mean gradient, sums the maps, keeps
        the positive part and upsamples it to the image: coarse evidence for the genre. Source:
        Selvaraju et al., *Grad-CAM: Visual Explanations from Deep Networks via Gradient-based
        Localization*, ICCV 2017.

        ``integrated gradients`` multiplies each pixel's difference from the baseline by its mean
        gradient along the path from there. The baseline is 0, the mean of the training music. The
        attributions sum to logit(image) - logit(baseline), up to the error of :data:`STEPS` steps.
        Source: Sundararajan et al., *Axiomatic Attribution for Deep Networks*, ICML 2017.

        Args:
            window: (100, 13) MFCC in librosa's scale, not standardised.
            genre: index into the checkpoint's genres.
            method: ``grad-cam`` or ``integrated gradients``.

        Returns:
            (100, 13) float32. Grad-CAM: 0 or more, on an arbitrary scale. Integrated gradients:
            in units of the logit, negative where a pixel counts against the genre.

        Raises:
            IndexError: if there is no such genre.
            ValueError: if the window has another shape.
        """
        if not 0 <= genre < self._genres:
            raise IndexError(f"no genre {genre}; there are {self._genres}")
        if window.shape != (WINDOW_FRAMES, COEFFICIENTS):
            raise ValueError(
                f"the window must be ({WINDOW_FRAMES}, {COEFFICIENTS}), not {window.shape}"
            )
        image = torch.from_numpy(self._standardisation(window[None])).requires_grad_()
        if method == "grad-cam":
            coarse = self._grad_cam.attribute(image, target=genre, relu_attributions=True)
            pixels = LayerAttribution.interpolate(
                coarse, (WINDOW_FRAMES, COEFFICIENTS), interpolate_mode="bilinear"
            )
        else:
            pixels = self._integrated_gradients.attribute(image, target=genre, n_steps=STEPS)
        return np.asarray(pixels[0, 0].detach().numpy(), np.float32)


def _grad_cam_layer(places: Sequence[Place]) -> str:
    """Choose the last convolution that still resolves coefficients, past its norm and ReLU.

    The paper uses the last convolution of all, whose maps carry the most meaning. Here that would
    only show *when*: the kernels of genre-net's third convolution span all coefficients and leave
    a single column. If no convolution leaves more than one column, the last one is used.

    Raises:
        ValueError: if there is no convolution.
    """
    convolutions = [at for at, place in enumerate(places) if place.layer.kind == "conv"]
    if not convolutions:
        raise ValueError("Grad-CAM needs a network with a convolution")
    wide = [at for at in convolutions if places[at].output_shape[2] > 1]
    at = (wide or convolutions)[-1]
    while at + 1 < len(places) and places[at + 1].layer.kind in ("norm", "relu"):
        at += 1
    return places[at].name
