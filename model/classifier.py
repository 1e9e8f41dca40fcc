"""A trained network in use: genre probabilities, and every map on the way to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnx import ModelProto

from model.architecture import Place, places
from model.checkpoint import Checkpoint, load_checkpoint
from model.features import COEFFICIENTS, WINDOW_FRAMES, FloatArray
from model.model_errors import CheckpointError
from model.onnx_graph import IMAGE, folded, graph
from model.standardisation import STANDARDISE
from resources import resource

BATCH = 256


@dataclass(frozen=True)
class Kernels:
    """The weights of a convolution, batch norm worked in.

    Attributes:
        weight: (kernels, depth, height, width); height runs along time.
        bias: (kernels,).
    """

    weight: FloatArray
    bias: FloatArray


@dataclass(frozen=True)
class Look:
    """One window seen by the network.

    Attributes:
        probabilities: (genres,) given that it is music, sum 1.
        music: probability that it is music; 1 if the network doesn't know what is none.
        activations: layer -> (maps, height, width), or (units,) for flat layers.
    """

    probabilities: FloatArray
    music: float
    activations: Mapping[str, FloatArray]


class Classifier:
    """Gives genres to windows of MFCC; one thread, no state.

    Attributes:
        genres: names, in the order of the probabilities.
        music_threshold: probability of being music below which a window should get no genre.
        notes: what the checkpoint says of its training and its figures.
        name: the file's name.
        checkpoint: what it was made of; not to be changed.
        first_conv: the convolution that sees the image.
        first_maps: the layer whose outputs are its maps after its ReLU, if it has one.
        layers: everything between image and logits, in order; ``standardise`` is the image.
    """

    def __init__(self, checkpoint: Checkpoint, name: str) -> None:
        self.name = name
        self.checkpoint = checkpoint
        self.genres = checkpoint.genres
        self.notes: Mapping[str, Any] = checkpoint.notes
        self.music_threshold = checkpoint.music_threshold or 0.0
        self._temperature = np.float32(checkpoint.temperature)
        self._standardisation = checkpoint.standardisation
        self._outputs = checkpoint.places[-1].output_shape[0]
        self._places, self._weights = folded(checkpoint.places, checkpoint.weights)
        used = {place.name for place in self._places}
        self._training_only = tuple(p for p in checkpoint.places if p.name not in used)
        self.layers = (STANDARDISE, *(place.name for place in self._places))
        names = self.layers[1:]
        self.first_conv = next(p.name for p in self._places if p.layer.kind == "conv")
        after = self._places[names.index(self.first_conv) + 1]
        self.first_maps = after.name if after.layer.kind == "relu" else self.first_conv
        self._kernels: dict[str, FloatArray] = {}
        self._session = _session(graph(self._places, self._weights))
        quick = (self.layers[-1], self.first_maps)
        self._quick = _session(graph(self._places, self._weights, shown=quick))

    @property
    def places(self) -> tuple[Place, ...]:
        """The layers in use, batch norm folded into the convolutions, dropout left out."""
        return tuple(self._places)

    @property
    def weights(self) -> Mapping[str, FloatArray]:
        """Tensor name -> values, of :attr:`places`."""
        return self._weights

    def with_kernels(self, weight: FloatArray, bias: FloatArray) -> Classifier:
        """The same network with other kernels in its first convolution; this one is unchanged.

        What comes of it runs in one session with what comes of that in turn, so that only the
        first change takes more than an instant.

        Args:
            weight, bias: of the shapes that :meth:`kernels` gives for :attr:`first_conv`.

        Raises:
            ValueError: other shapes, or values that are not finite.
        """
        own = {
            f"{self.first_conv}.{part}": np.ascontiguousarray(values, np.float32)
            for part, values in (("weight", weight), ("bias", bias))
        }
        for name, values in own.items():
            if values.shape != self._weights[name].shape or not np.isfinite(values).all():
                raise ValueError(f"{name} must be {self._weights[name].shape} finite values")
        other = copy(self)
        if not self._kernels:
            quick = (self.layers[-1], self.first_maps)
            other._session = _session(graph(self._places, self._weights, own))
            other._quick = _session(graph(self._places, self._weights, own, quick))
        other._weights, other._kernels = {**self._weights, **own}, own
        other.checkpoint = other._present()
        return other

    def _present(self) -> Checkpoint:
        """The layers and weights in use as a checkpoint."""
        architecture = tuple(place.layer for place in self._places)
        # Without those that were folded away, layers of the same kind count anew.
        renamed = zip(self._places, places(architecture, self._outputs), strict=True)
        weights = {
            new: self._weights[old]
            for before, after in renamed
            for old, new in zip(before.parameters, after.parameters, strict=True)
        }
        return replace(self.checkpoint, architecture=architecture, weights=weights)

    @property
    def training_only(self) -> tuple[Place, ...]:
        """Layers that only training has: dropout, and batch norm now worked into a convolution."""
        return self._training_only

    def kernels(self, layer: str) -> Kernels:
        """Weights of a convolution.

        Raises:
            KeyError: there is no convolution of that name.
        """
        if not any(p.name == layer and p.layer.kind == "conv" for p in self._places):
            raise KeyError(layer)
        return Kernels(
            self._weights[f"{layer}.weight"].copy(), self._weights[f"{layer}.bias"].copy()
        )

    def predict(self, windows: NDArray[np.float32]) -> FloatArray:
        """Genre probabilities of many windows, given that they are music.

        Args:
            windows: (N, 100, 13) true-scale librosa MFCC.

        Returns:
            (N, genres), each row summing to 1.

        Raises:
            ValueError: another shape, or values that are not finite.
        """
        return self.judge(windows)[0]

    def music(self, windows: NDArray[np.float32]) -> FloatArray:
        """Probability that each of many windows is music.

        Args:
            windows: (N, 100, 13) true-scale librosa MFCC.

        Returns:
            (N,); all 1 if the network doesn't know what is no music.

        Raises:
            ValueError: another shape, or values that are not finite.
        """
        return self.judge(windows)[1]

    def judge(self, windows: NDArray[np.float32]) -> tuple[FloatArray, FloatArray]:
        """What :meth:`predict` and :meth:`music` give, in one pass."""
        images = self._standardisation(_checked(windows))
        parts = [
            self._quick.run([self.layers[-1]], {IMAGE: images[at : at + BATCH], **self._kernels})[0]
            for at in range(0, len(images), BATCH)
        ]
        logits = np.concatenate([np.zeros((0, self._outputs), np.float32), *parts])
        return self._probabilities(logits), self._music(logits)

    def activations(
        self, window: NDArray[np.float32], layers: Iterable[str]
    ) -> dict[str, FloatArray]:
        """Outputs of some layers for one window; see :meth:`look`."""
        return dict(self.look(window, layers).activations)

    def look(self, window: NDArray[np.float32], layers: Iterable[str] = ()) -> Look:
        """Probabilities and the outputs of some layers, in one pass.

        Args:
            window: (100, 13) true-scale librosa MFCC.
            layers: names out of :attr:`layers`.

        Raises:
            KeyError: there is no such layer.
            ValueError: a window of another shape, or with values that are not finite.
        """
        wanted = tuple(layers)
        if unknown := [name for name in wanted if name not in self.layers]:
            raise KeyError(f"no layer {', '.join(unknown)}; there are {', '.join(self.layers)}")
        image = self._standardisation(_checked(np.asarray(window)[None]))
        within = [name for name in wanted if name != STANDARDISE]
        # What the live window asks for, and no more, has a session of its own.
        session = self._quick if set(within) <= {self.first_maps} else self._session
        logits, *outputs = session.run([self.layers[-1], *within], {IMAGE: image, **self._kernels})
        found = dict(zip(within, (output[0] for output in outputs), strict=True))
        if STANDARDISE in wanted:
            found[STANDARDISE] = image[0]
        return Look(
            self._probabilities(logits)[0],
            float(self._music(logits)[0]),
            {name: found[name] for name in wanted},
        )

    def _probabilities(self, logits: FloatArray) -> FloatArray:
        return _softmax(logits[:, : len(self.genres)] / self._temperature)

    def _music(self, logits: FloatArray) -> FloatArray:
        if self._outputs == len(self.genres):
            return np.ones(len(logits), np.float32)
        # What is rounded up in the sum would be more than certain.
        return np.asarray(_softmax(logits)[:, : len(self.genres)].sum(axis=1).clip(max=1.0))


def _session(model: ModelProto) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    # One window is too little work to share between threads.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )


def _softmax(logits: FloatArray) -> FloatArray:
    weights = np.exp(logits - logits.max(axis=1, keepdims=True, initial=-np.inf))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def _checked(windows: NDArray[np.float32]) -> FloatArray:
    array = np.ascontiguousarray(windows, dtype=np.float32)
    if array.ndim != 3 or array.shape[1:] != (WINDOW_FRAMES, COEFFICIENTS):
        raise ValueError(f"windows must be (N, {WINDOW_FRAMES}, {COEFFICIENTS}), not {array.shape}")
    if not np.isfinite(array).all():
        raise ValueError("windows hold values that are not finite")
    return array


def load_classifier(path: str | Path | None = None) -> Classifier:
    """Load a model.

    Args:
        path: a checkpoint of ``genre-monitor train``; None for the one that comes with the app.

    Raises:
        CheckpointError: the file is missing, damaged or not a genre-monitor model.
    """
    file = resource("weights/genre-monitor.safetensors") if path is None else Path(path)
    checkpoint = load_checkpoint(file)
    try:
        return Classifier(checkpoint, file.name)
    except Exception as error:
        # The runtime's own kinds of error have no common base.
        raise CheckpointError(f"{file} describes a network that can't be run: {error}") from error
