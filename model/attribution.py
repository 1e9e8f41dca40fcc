"""Which pixels of an image speak for a genre: Grad-CAM and integrated gradients.

Imports torch and captum, which takes seconds and for parts of a second lets no other thread run:
an app that is listening imports it in a process of its own.
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
"""Points on the way from the baseline to the image. On the demo's music the sum over all pixels is
then within 3 % of what it should be, with the app's own network and with the lecture's."""


class Attribution:
    """Explains one network.

    Attributes:
        layer: the layer that Grad-CAM looks at.
    """

    def __init__(self, checkpoint: Checkpoint) -> None:
        """
        Args:
            checkpoint: of the network.

        Raises:
            ValueError: it has no convolution.
        """
        self.layer = _seen_layer(checkpoint.places)
        self._standardisation = checkpoint.standardisation
        self._genres = len(checkpoint.genres)
        self._network = build(checkpoint.architecture, checkpoint.places[-1].output_shape[0])
        weights = {name: torch.from_numpy(value) for name, value in checkpoint.weights.items()}
        # Counts of batches seen, which only training needs, are not in a checkpoint.
        self._network.load_state_dict(weights, strict=False)
        self._network.eval().requires_grad_(False)
        self._integrated_gradients = IntegratedGradients(self._network)
        self._grad_cam = LayerGradCam(self._network, self._network.get_submodule(self.layer))

    def explain(self, window: NDArray[np.float32], genre: int, method: Method) -> FloatArray:
        """What every pixel does for the logit of a genre.

        ``grad-cam`` weighs each map of :attr:`layer` by the mean of its gradient, adds the maps,
        keeps what is positive and stretches it over the image: where the evidence lies, coarsely.
        Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based
        Localization", ICCV 2017.

        ``integrated gradients`` multiplies each pixel's distance from the baseline by the mean of
        its gradient on the way from there. The baseline is 0, the mean of all training music, and
        the sum over all pixels is logit(image) - logit(baseline), as far as :data:`STEPS` points
        can tell. Sundararajan et al., "Axiomatic Attribution for Deep Networks", ICML 2017.

        Args:
            window: (100, 13) true-scale librosa MFCC.
            genre: index into the checkpoint's genres.
            method: either of the two.

        Returns:
            (100, 13). Of Grad-CAM 0 and above, on a scale of its own. Of integrated gradients in
            units of the logit, negative where a pixel speaks against the genre.

        Raises:
            IndexError: there is no such genre.
            ValueError: a window of another shape.
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


def _seen_layer(places: Sequence[Place]) -> str:
    """The last convolution that still tells coefficients apart, after norm and ReLU.

    The authors look at the last convolution of all, where the maps mean most. Here that would only
    say *when*: the kernels of genre-net's third convolution see all coefficients at once and leave
    one column. Where no convolution leaves more than one, the last is taken.

    Raises:
        ValueError: there is no convolution.
    """
    convolutions = [at for at, place in enumerate(places) if place.layer.kind == "conv"]
    if not convolutions:
        raise ValueError("a network without a convolution has no maps for Grad-CAM")
    wide = [at for at in convolutions if places[at].output_shape[2] > 1]
    at = (wide or convolutions)[-1]
    while at + 1 < len(places) and places[at + 1].layer.kind in ("norm", "relu"):
        at += 1
    return places[at].name
